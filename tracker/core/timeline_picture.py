"""Agreements as bars and dates as marks along an axis of time: the picture, without its medium.

Places on the axis are fractions, 0 for the beginning of its first day and 1 for the end of its last,
so that a terminal and a page draw the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from tracker.core.durations import Duration, shift
from tracker.core.vocabulary import STATES

_DAY: Final = timedelta(1)
_BACK, _AHEAD = Duration(24, 0), Duration(36, 0)
_LEAST: Final = Duration(6, 0)
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_YEAR: Final = 12


class Mark(NamedTuple):
    """A date of a promise: `due` is the day it stands on, `scheduled` the one that names it (ISO)."""

    due: str
    scheduled: str
    state: str
    informed: bool = False

    @property
    def shape(self) -> str:
        """Name the shape: the state, or 'late' for what is overdue and known to be."""
        return "late" if self.informed else self.state


class Strip(NamedTuple):
    """An obligation and its dates, in order."""

    ref: str
    title: str
    marks: tuple[Mark, ...]


class Bar(NamedTuple):
    """An agreement from its first day in force through its last one, '' for no end (ISO).

    `pauses` are the days [start, end) on which it was suspended. `strips` are its obligations that
    have dates, `more` how many of them are not shown; `undated` counts those that have no date at
    all, `elsewhere` those with dates outside the axis alone. `renews` is by how long it goes on
    after its last day.
    """

    id: str
    title: str
    start: str
    last: str
    notice_by: str
    state: str
    pauses: tuple[tuple[str, str], ...]
    strips: tuple[Strip, ...]
    more: int = 0
    undated: int = 0
    elsewhere: int = 0
    renews: str = ""

    @property
    def until(self) -> str:
        """The last day through which it is drawn, '' for no end: one that renews itself goes on."""
        return "" if self.renews else self.last


class TimelinePicture(NamedTuple):
    """The picture of a day: from `start` through `end` (ISO, inclusive), `more` agreements not shown."""

    title: str
    about: tuple[str, ...]
    as_of: str
    known_at: str
    start: str
    end: str
    bars: tuple[Bar, ...]
    more: int = 0
    untitled: tuple[str, ...] = ()

    @property
    def axis(self) -> Axis:
        """The axis of time."""
        return Axis(date.fromisoformat(self.start), date.fromisoformat(self.end))

    @property
    def shapes(self) -> tuple[str, ...]:
        """Name the shapes of marks that occur, the most pressing first."""
        found = {mark.shape for bar in self.bars for strip in bar.strips for mark in strip.marks}
        return tuple(shape for shape in ("late", *STATES) if shape in found)


class Tick(NamedTuple):
    """A place of the axis with a name: a year, or year and month; `at` is its first day's beginning."""

    at: float
    name: str


class Axis(NamedTuple):
    """The days from `start` through `end`."""

    start: date
    end: date

    def at(self, day: str) -> float:
        """Give the place of the middle of a day (ISO), below 0 or above 1 outside."""
        return self._of(date.fromisoformat(day).toordinal() + 0.5)

    def begin(self, day: str) -> float:
        """Give the place of the beginning of a day, 0 for earlier ones and 1 for later ones."""
        return min(max(self._of(date.fromisoformat(day).toordinal()), 0.0), 1.0)

    def over(self, day: str) -> float:
        """Give the place of the end of a day, between 0 and 1; '' is a day without end."""
        return min(max(self._of(date.fromisoformat(day).toordinal() + 1), 0.0), 1.0) if day else 1.0

    def holds(self, day: str) -> bool:
        """Say whether a day lies on the axis."""
        return self.start.isoformat() <= day <= self.end.isoformat()

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """Name places along the axis, months or years, at most so many."""
        for step in _STEPS:
            found = tuple(self._every(step))
            if len(found) <= most:
                return found
        return ()

    def _of(self, ordinal: float) -> float:
        return (ordinal - self.start.toordinal()) / (self.end.toordinal() + 1 - self.start.toordinal())

    def _every(self, months: int) -> Iterable[Tick]:
        index = self.start.year * _YEAR + self.start.month - 1
        if self.start.day > 1:
            index += 1
        index += -index % months
        while (first := self._first(index)) and first <= self.end:
            day = first.isoformat()
            yield Tick(self.begin(day), day[:4] if months >= _YEAR or first.month == 1 else day[:7])
            index += months

    @staticmethod
    def _first(index: int) -> date | None:
        year, month = divmod(index, _YEAR)
        return date(year, month + 1, 1) if year <= date.max.year else None


def span(as_of: date, days: Iterable[str]) -> tuple[date, date]:
    """Choose an axis for what there is: at most two years back and three ahead, half a year at least.

    It begins and ends with a month.
    """
    earliest, latest = shift(as_of, _BACK, -1), shift(as_of, _AHEAD)
    seen = [day for day in days if earliest.isoformat() <= day <= latest.isoformat()]
    start = min((*map(date.fromisoformat, seen), shift(as_of, _LEAST, -1)))
    end = max((*map(date.fromisoformat, seen), shift(as_of, _LEAST)))
    following = shift(end.replace(day=1), Duration(1, 0))
    return start.replace(day=1), following - _DAY


def most_pressing(marks: Sequence[Mark]) -> Mark:
    """Choose of several marks in one place the one that is shown."""
    return min(marks, key=lambda mark: (not mark.informed, STATES.index(mark.state), mark.due))
