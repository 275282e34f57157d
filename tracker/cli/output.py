"""Where output goes: which format, how wide, whether in colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from tracker.cli.grammar import PLAIN, TABLE
from tracker.core.errors import TrackerError
from tracker.store.database import DAMAGE

if TYPE_CHECKING:
    from typing import TextIO

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


class BrokenOffError(Exception):
    """What was to be written could not be read to its end, and a part of it is written."""


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output, many at a time.

    BrokenOffError where the database that they come from turns out to be damaged, unless that is at
    once: then nothing is written, and its error is raised.
    """
    waiting = iter(lines)
    begun = False
    while some := _next(waiting, begun=begun):
        sys.stdout.write("\n".join(some))
        sys.stdout.write("\n")
        begun = True


def _next(waiting: Iterator[str], *, begun: bool) -> tuple[str, ...]:
    try:
        return tuple(islice(waiting, _TOGETHER))
    except DAMAGE as error:
        if begun:
            raise BrokenOffError from error
        raise


@contextmanager
def confirming(unshown: Callable[[OSError], TrackerError]) -> Iterator[None]:
    """Write what confirms a change that is made; `unshown` is told why that can't be, and says so."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unshown(error) from error


def tell(lines: Iterable[str]) -> None:
    """Write lines about the work, not of it, to standard error; what was typed or read acts in none.

    Where it can't take them there is nobody to tell, and what was done is done all the same.
    """
    from tracker.views import safe

    for line in lines:
        try:
            sys.stderr.write(safe.line(line) + "\n")
            sys.stderr.flush()
        except OSError:
            silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Write nothing more to a standard stream, which can't take it, not even at the interpreter's end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
