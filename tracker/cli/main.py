"""From what was typed to an exit code, with the one error handler."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from tracker.cli.desk import Desk
from tracker.cli.directory import load
from tracker.cli.output import BrokenOffError, silence, tell
from tracker.cli.parse import parse
from tracker.core.errors import Text, TrackerError
from tracker.core.vocabulary import LANGUAGES, SPOKEN
from tracker.store.database import DAMAGE

if TYPE_CHECKING:
    from tracker.cli.grammar import Call, Command
    from tracker.views.wording import Wording

_INTERRUPTED = 130
_BROKEN_PIPE = 141
_SHOWN = 50
_PATHS = frozenset({"file", "db", "output", "folder", "document", "base", "ours", "theirs", "path"})
"""Arguments and options that name a file of this machine, which may be any bytes."""


def run(argv: Sequence[str]) -> int:
    """Run one call: 0 done, 1 findings, 2 wrong usage, wrong data, or it could not be done."""
    desk, call = Desk({}), None
    try:
        _open_what_is_closed()
        _speak_utf8()
        call = parse(argv)
        if call is None:
            from tracker.cli.typer_app import parse as parse_with_typer

            call = parse_with_typer(argv)
        code = 0
        if call is not None:
            _refuse_what_is_no_text(call)
            command = load(call.command)
            desk = _desk(call, command.COMMAND)
            try:
                code = int(command.run(desk, **call.values))
            except (BrokenOffError, *DAMAGE) as error:
                from tracker.cli.damage import discarded

                if not discarded(error, call, desk):
                    raise
                desk = _desk(call, command.COMMAND)
                code = int(command.run(desk, **call.values))
        sys.stdout.flush()
    except TrackerError as error:
        _report(error, desk if call else _asked(argv))
        return error.exit_code
    except BrokenPipeError:
        silence(sys.stdout)
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        _report(TrackerError("{reason}", reason=error.strerror or str(error)), desk)
        return TrackerError.exit_code
    except sqlite3.Error as error:
        from tracker.cli.damage import unusable

        _report(unusable(desk.workspace.db, error), desk)
        return TrackerError.exit_code
    return code


def _desk(call: Call, command: Command) -> Desk:
    """Set up what a command works at, with the format that it answers in."""
    desk = Desk(call.globals, arabic=command.arabic)
    desk.choose(command, cast("str | None", call.values.get("output")))
    return desk


def _refuse_what_is_no_text(call: Call) -> None:
    """Refuse words that aren't UTF-8, of which neither the register nor the database can have any."""
    for name, value in (*call.values.items(), *call.globals.items()):
        for word in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
            try:
                word.encode()
            except UnicodeEncodeError:
                if name not in _PATHS:
                    raise TrackerError(
                        "{word} is not UTF-8: set the terminal to UTF-8, and type it again", word=word
                    ) from None


def _asked(argv: Sequence[str]) -> Desk:
    """Give the desk of a call that can't be read, as far as its language can be told."""
    from tracker.cli.misuse import asked_for

    return Desk(asked_for(argv))


def _open_what_is_closed() -> None:
    """Let standard streams that are closed lead nowhere, ahead of a file that would take their number.

    TrackerError where that is standard output, before anything is done.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end
    closed = sys.stdout is None
    if closed:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if closed:
        raise TrackerError("standard output is closed, so that no answer can be given; nothing was done")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what can't be written is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _report(error: TrackerError, desk: Desk) -> None:
    """Print an error, or all that is wrong with the register, in its language if that is known."""
    try:
        sys.stdout.flush()
    except OSError:
        silence(sys.stdout)
    wording = _wording(desk)
    lines = [wording.text(Text(error.text.msgid, error.text.values))]
    if error.problems:
        lines = [f"{problem.place}: {wording.text(problem.text)}" for problem in error.problems[:_SHOWN]]
        if (more := len(error.problems) - _SHOWN) > 0:
            lines.append(
                wording.count(
                    "and {n} more; tracker check lists them all",
                    "and {n} more; tracker check lists them all",
                    more,
                )
            )
    said = wording.say("error")
    tell(f"tracker: {said}: {line}" for line in lines)


def _wording(desk: Desk) -> Wording:
    """Find the words for an error: as asked, else the register's language, else English."""
    from tracker.views.wording import catalogue

    language = desk.option("lang")
    if language not in LANGUAGES:
        try:
            language = desk.workspace.language()
        except (TrackerError, OSError):
            language = "en"
    return catalogue(language if language in SPOKEN else "en")
