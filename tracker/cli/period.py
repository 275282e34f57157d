"""Options of commands that show a stretch of time: --from, --until, --horizon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.cli.asking import length
from tracker.cli.desk import Desk
from tracker.cli.grammar import Option
from tracker.core.durations import Duration, shift
from tracker.core.errors import TrackerError
from tracker.views import safe

if TYPE_CHECKING:
    import sqlite3

FROM = Option("--from", "The first day", metavar="DATE")
UNTIL = Option("--until", "The last day", metavar="DATE")
HORIZON = Option("--horizon", "How far ahead, instead of --until: '5 years'", metavar="LENGTH")
_NAMED = 12
"""How many titles that are missing are named."""


def first_day(desk: Desk, typed: dict[str, Any]) -> date | None:
    """Read --from; None where it is not given."""
    return desk.day(typed["from"]) if typed["from"] else None


def last_day(desk: Desk, typed: dict[str, Any]) -> date | None:
    """Read --until or --horizon; None where neither is given."""
    if typed["until"] and typed.get("horizon"):
        raise TrackerError("--until and --horizon both say how far; give one of them")
    if typed.get("horizon"):
        return shift(desk.as_of, length(typed["horizon"]))
    return desk.day(typed["until"]) if typed["until"] else None


def in_order(start: date, end: date) -> tuple[date, date]:
    """Return the two; TrackerError if the time ends before it begins."""
    if start > end:
        raise TrackerError(
            "from {start} until {end} is no time: give an earlier --from or a later --until",
            start=start.isoformat(),
            end=end.isoformat(),
        )
    return start, end


def connection(desk: Desk, end: date) -> sqlite3.Connection:
    """Open the projection with what recurs through a day, which may be further than other commands look."""
    day = max(desk.as_of, shift(end, Duration(12, 0), -1))
    known = desk.known
    return desk.workspace.known_at(known, day) if known else desk.workspace.projection(day)


def tell_untitled(desk: Desk, untitled: Sequence[str]) -> None:
    """Name what is shown under a title of another language, on standard error."""
    if untitled:
        desk.tell(
            "without a title in this language: {names}",
            names=safe.line(", ".join(untitled[:_NAMED])) + ("…" if untitled[_NAMED:] else ""),
        )
