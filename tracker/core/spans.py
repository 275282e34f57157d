"""What state an obligation is in on each day: the one place that knows what a state means."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A range of days on which everything said of an obligation, or an occurrence, is the same.

    `start` is inclusive, `end` exclusive (`FOREVER` for no end). `due` is the latest day of the
    due date then in force, `due_text` how it is written where that is not a day. `entry` is the
    position in the log of the entry that decides, `missed` counts overdue occurrences.
    """

    start: date
    end: date
    state: str
    scheduled: date | None
    due: date | None
    due_text: str
    status: str
    informed: bool
    missed: int
    entry: int | None
    last_on: date | None
    dispute: str
    owner: str


class Timeline(NamedTuple):
    """The spans of one obligation: as one row, and of each occurrence of a recurring one.

    Both lists are in order of time and cover the days from the agreement's date on without gap
    or overlap; `occurrences` is empty for what does not recur.
    """

    spans: tuple[Span, ...]
    occurrences: tuple[tuple[Span, ...], ...]
