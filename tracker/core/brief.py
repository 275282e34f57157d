"""What stands between us and a party, on one page: kept, not kept, next, by who owes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeVar

from tracker.core.report import JOINT, THEY, WE, AgreementCounts, Event, Part, Report, side
from tracker.core.rows import Row

T = TypeVar("T")

SIDES: Final = (WE, THEY, JOINT)
_COMING: Final = frozenset({"due-soon", "upcoming", "blocked"})
_GOING_ON: Final = frozenset({"active", "awaiting"})
_OVER: Final = frozenset({"done", "done-late", "waived", "cancelled", "superseded", "lapsed"})


class Coming(NamedTuple):
    """The next date of an obligation."""

    row: Row
    day: str


class Side(NamedTuple):
    """What one side owes, or both do together.

    `kept` is what was recorded as done since the day that the brief begins with. `missed` is past its
    date: duties, then aims. `next` has the next date of each. `going_on` has no date to keep, `silent`
    neither that nor any recent news.
    """

    who: str
    kept: Part[Event]
    missed: Part[Row]
    next: Part[Coming]
    going_on: Part[Row]
    silent: Part[Row]

    @property
    def is_empty(self) -> bool:
        """Whether it owes nothing, and nothing was done of late."""
        return not any(part.total for part in self[1:])


class Brief(NamedTuple):
    """A brief for a meeting with a party: `meeting` says whether it begins with the last such meeting.

    `we` says whether the register tells who we are; without it, 'they' is the party alone, 'we'
    are others, and 'joint' is both. `report` is that of the party, for its names and its day.
    """

    report: Report
    party: str
    meeting: bool
    sides: tuple[Side, ...]
    disputed: Part[Row]
    postponed: Part[Event]
    agreements: Part[AgreementCounts]

    @property
    def we(self) -> bool:
        """Whether the register says who we are."""
        return bool(self.report.us)

    def first(self, most: int) -> Brief:
        """Give it with at most so many of each list."""
        return self._replace(
            sides=tuple(Side(one.who, *(_first(part, most) for part in one[1:])) for one in self.sides),
            disputed=_first(self.disputed, most),
            postponed=_first(self.postponed, most),
            agreements=_first(self.agreements, most),
        )


def brief(report: Report, rows: Iterable[Row], party: str, *, meeting: bool = False) -> Brief:
    """Sort a party's report and obligations by who owes them; `report` and `rows` hold all there is."""
    rows = tuple(rows)

    def who(row: Row) -> str:
        if report.us:
            return side(row.bearers, report.us) or JOINT
        return {WE: THEY, THEY: WE}.get(side(row.bearers, (party,)), JOINT)

    return Brief(
        report=report,
        party=party,
        meeting=meeting,
        sides=tuple(one for key in SIDES if not (one := _side(key, report, rows, who)).is_empty),
        disputed=_all(row for row in rows if row.dispute and row.state not in _OVER),
        postponed=report.changed.postponed,
        agreements=report.agreements,
    )


def _side(key: str, report: Report, rows: Iterable[Row], who: Callable[[Row], str]) -> Side:
    mine = [row for row in rows if who(row) == key]
    coming = (Coming(row, day) for row in mine if (day := _next(row)))
    return Side(
        who=key,
        kept=_all(event for event in report.changed.done.shown if who(event.row) == key),
        missed=_all(row for row in mine if row.state == "overdue" or (row.state == "review-due" and row.due)),
        next=_all(sorted(coming, key=lambda one: (one.day, one.row.ref))),
        going_on=_all(row for row in mine if row.state in _GOING_ON and not row.due and not row.next_due),
        silent=_all(row for row in mine if row.state == "review-due" and not row.due),
    )


def _next(row: Row) -> str:
    """Give the next date of an obligation, '' where it has none to come."""
    if row.state in _COMING and row.due:
        return row.due
    return row.next_due if row.recurs else ""


def _all(found: Iterable[T]) -> Part[T]:
    shown = tuple(found)
    return Part(shown, len(shown))


def _first(part: Part[T], most: int) -> Part[T]:
    return Part(part.shown[:most], part.total)
