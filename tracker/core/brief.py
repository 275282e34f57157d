"""What stands between us and a party, on one page: kept, not kept, next, by who owes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from tracker.core.report import AgreementCounts, Event, Part, Report
from tracker.core.rows import Row
from tracker.core.sides import JOINT, THEY, WE, side
from tracker.core.vocabulary import CLOSING

T = TypeVar("T")

OTHERS: Final = "others"
"""Who owes, where neither we do nor the party: a third one that has signed with it."""

_OF_NO_SIDE: Final = ("disputed", "postponed", "agreements")
SIDES: Final = (WE, THEY, JOINT, OTHERS)
_COMING: Final = frozenset({"due-soon", "upcoming", "blocked"})
_OVER: Final = frozenset({"done", "done-late", "waived", "cancelled", "superseded", "lapsed"})


class Term(NamedTuple):
    """When an agreement is in force, by what is known on a day.

    `begins` is its first day in force, `last` its last one, '' where none is stated, and `renews`
    says whether it goes on after that, unless notice is given.
    """

    begins: str
    last: str = ""
    renews: bool = False
    suspended: bool = False

    def holds(self, day: str) -> bool:
        """Say whether it will be in force on a day, as far as is known."""
        return (
            not self.suspended and self.begins <= day and (self.renews or not self.last or day <= self.last)
        )


class Kept(NamedTuple):
    """An obligation, or the `scheduled` date of one that recurs, that was done, and on which day."""

    row: Row
    on: str
    scheduled: str = ""


class Coming(NamedTuple):
    """The next date of an obligation."""

    row: Row
    day: str


Key = tuple[str, str]
"""A list of a brief: whose side, '' for what is of no side, and the list's name."""


class Side(NamedTuple):
    """What one side owes, or both do together.

    `kept` is what was done since the day that the brief begins with, and still counts as done. Of duties
    past their date, `late` has those of which an entry says that they aren't done, and `unheard` the others;
    `aims` are past theirs without recent news. `next` has the next date of each on which its agreement is
    in force. `waiting` has no date before something else is done, `going_on` none to keep, `silent` neither
    that nor any recent news.
    """

    who: str
    kept: Part[Kept]
    late: Part[Row]
    unheard: Part[Row]
    aims: Part[Row]
    next: Part[Coming]
    waiting: Part[Row]
    going_on: Part[Row]
    silent: Part[Row]

    @property
    def is_empty(self) -> bool:
        """Whether it owes nothing, and nothing was done of late."""
        return not any(part.total for part in self[1:])


class Resting(NamedTuple):
    """Counts of promises that nothing is to be done about now: of nobody's side, unless just kept.

    `still` stand still with an agreement that is suspended, `to_begin` are of one not yet in force,
    `kept` were done, and `over` ended otherwise.
    """

    still: int = 0
    to_begin: int = 0
    kept: int = 0
    over: int = 0


class Brief(NamedTuple):
    """A brief for a meeting with a party: `meeting` says whether it begins with the last such meeting.

    `we` says whether the register tells who we are; without it, 'they' is the party alone, 'we'
    are others, and 'joint' is both. `report` is that of the party, for its names and its day.
    `terms` are those of its agreements that have begun to be one. `resting` counts what no list has.
    """

    report: Report
    party: str
    meeting: bool
    sides: tuple[Side, ...]
    disputed: Part[Row]
    postponed: Part[Event]
    agreements: Part[AgreementCounts]
    terms: Mapping[str, Term] = {}
    resting: Resting = Resting()

    @property
    def we(self) -> bool:
        """Whether the register says who we are."""
        return bool(self.report.us)

    @property
    def lists(self) -> dict[Key, int]:
        """How many each list has that has any."""
        found = {(one.who, name): getattr(one, name).total for one in self.sides for name in Side._fields[1:]}
        found |= {("", name): getattr(self, name).total for name in _OF_NO_SIDE}
        return {key: total for key, total in found.items() if total}

    def first(self, most: Mapping[Key, int]) -> Brief:
        """Give it with at most so many of each list, none of those that aren't named."""

        def of(who: str, one: Side | Brief, name: str) -> Part[Any]:
            return _first(getattr(one, name), most.get((who, name), 0))

        return self._replace(
            sides=tuple(
                Side(one.who, *(of(one.who, one, name) for name in Side._fields[1:])) for one in self.sides
            ),
            disputed=of("", self, "disputed"),
            postponed=of("", self, "postponed"),
            agreements=of("", self, "agreements"),
        )


def brief(
    report: Report,
    rows: Iterable[Row],
    party: str,
    *,
    kept: Iterable[Kept] = (),
    meeting: bool = False,
    terms: Mapping[str, Term] | None = None,
    circle: Collection[str] = (),
) -> Brief:
    """Sort a party's report and obligations by who owes them; `report` and `rows` hold all there is.

    `kept` is what was done, in the order of the days. `circle` are those whose promises are the party's
    too: the groups that it is in, and its members.
    """
    rows, kept, terms = tuple(rows), tuple(kept), terms or {}
    circle = {party, *circle}

    def who(row: Row) -> str:
        if not report.us:
            return {WE: THEY, THEY: WE}.get(side(row.bearers, circle), JOINT)
        owing = side(row.bearers, report.us) or JOINT
        return OTHERS if owing == THEY and circle.isdisjoint(row.bearers) else owing

    def coming(row: Row) -> str:
        day = _next(row, report.as_of)
        term = terms.get(row.agreement)
        return day if term is None or term.holds(day) else ""

    return Brief(
        report=report,
        party=party,
        meeting=meeting,
        sides=tuple(one for key in SIDES if not (one := _side(key, rows, kept, who, coming)).is_empty),
        disputed=_all(row for row in rows if row.dispute and row.state not in _OVER),
        postponed=_moved(report.changed.postponed),
        agreements=report.agreements,
        terms=terms,
        resting=_resting(rows, terms, report.as_of),
    )


def _resting(rows: Iterable[Row], terms: Mapping[str, Term], as_of: str) -> Resting:
    still = to_begin = kept = over = 0
    for row in rows:
        if row.status == "done" or row.state in {"done", "done-late"}:
            kept += 1
        elif row.status in CLOSING or row.state in _OVER:
            over += 1
        elif row.state == "not-in-force":
            term = terms.get(row.agreement) or Term("")
            ended = "" < term.last < as_of
            over += ended
            still += term.suspended and not ended
            to_begin += not (term.suspended or ended)
    return Resting(still, to_begin, kept, over)


def _side(
    key: str,
    rows: Iterable[Row],
    kept: Iterable[Kept],
    who: Callable[[Row], str],
    coming: Callable[[Row], str],
) -> Side:
    mine = [row for row in rows if who(row) == key]
    dates = (Coming(row, day) for row in mine if (day := coming(row)))
    return Side(
        who=key,
        kept=_all(one for one in kept if who(one.row) == key),
        late=_all(row for row in mine if row.state == "overdue" and row.informed),
        unheard=_all(row for row in mine if row.state == "overdue" and not row.informed),
        aims=_all(row for row in mine if row.state == "review-due" and row.due),
        next=_all(sorted(dates, key=lambda one: (one.day, one.row.ref))),
        waiting=_all(row for row in mine if row.state == "awaiting" and not row.due and not row.next_due),
        going_on=_all(row for row in mine if row.state == "active" and not row.due and not row.next_due),
        silent=_all(row for row in mine if row.state == "review-due" and not row.due),
    )


def _moved(part: Part[Event]) -> Part[Event]:
    """Tell of each date once how far it was moved in the end, all moves of the period together."""
    last: dict[tuple[str, str], Event] = {}
    for event in part.shown:
        key = event.row.ref, event.entry.scheduled if event.entry else ""
        before = last.pop(key, None)
        if before:
            known = event.slippage is not None and before.slippage is not None
            slippage = (event.slippage or 0) + (before.slippage or 0) if known else None
            event = event._replace(moved_from=before.moved_from, slippage=slippage)  # noqa: PLW2901
        last[key] = event
    return Part(tuple(last.values()), len(last) + part.rest)


def _next(row: Row, as_of: str) -> str:
    """Give the next date of an obligation, '' where it has none to come."""
    if row.state in _COMING and row.due:
        return row.due
    if row.recurs:
        return row.next_due
    to_begin = row.state == "not-in-force" and row.status not in CLOSING
    return row.due if to_begin and row.due >= as_of else ""


def _all(found: Iterable[T]) -> Part[T]:
    shown = tuple(found)
    return Part(shown, len(shown))


def _first(part: Part[T], most: int) -> Part[T]:
    return Part(part.shown[:most], part.total)
