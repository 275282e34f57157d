"""Where output goes: which format, how wide, whether in colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import islice

from tracker.cli.grammar import PLAIN, TABLE
from tracker.core.errors import TrackerError

_USUAL = 80
_TOGETHER = 500
"""Lines that are written at a time."""


def choose(given: str | None, offered: tuple[str, ...]) -> str:
    """Choose a format: the one given, else the usual one; a table is plain text but on a terminal."""
    if given is None:
        usual, *_ = offered
        return PLAIN if usual == TABLE and not sys.stdout.isatty() else usual
    if given not in offered:
        raise TrackerError(
            "there is no format {given!r} here; there are {formats}", given=given, formats=", ".join(offered)
        )
    return given


def width() -> int:
    """Give the terminal's columns; 0 where output is not a terminal, and 80 where it doesn't say."""
    if not sys.stdout.isatty():
        return 0
    if (columns := os.environ.get("COLUMNS", "")).isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL
    except OSError:
        return _USUAL


def colour(asked: bool | None) -> bool:
    """Say whether to colour: as asked, else on a terminal unless NO_COLOR is set."""
    if asked is not None:
        return asked
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output, many at a time."""
    waiting = iter(lines)
    while some := tuple(islice(waiting, _TOGETHER)):
        sys.stdout.write("\n".join(some))
        sys.stdout.write("\n")


def tell(lines: Iterable[str]) -> None:
    """Write lines about the work, not of it, to standard error; what was typed or read acts in none."""
    from tracker.views import safe

    for line in lines:
        sys.stderr.write(safe.line(line) + "\n")
