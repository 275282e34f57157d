"""What state an obligation is in on each day: the one place that knows what a state means.

`state` is the table of states, line by line, over `Facts`: what is known of one occurrence in a
stretch of days in which no entry is added. `turns` names the days on which it can change while
the facts stay. Everything else in this project reads the spans that are made of the two.
"""

# without postponed annotations, each of which a NamedTuple would compile on import

from datetime import date, timedelta
from typing import NamedTuple

from tracker.core.durations import FOREVER
from tracker.core.vocabulary import OBLIGATION, PERMISSION

_DAY = timedelta(1)


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


class Facts(NamedTuple):
    """What is known of one occurrence through a stretch of days.

    `last` is the agreement's last day, `closed_on` the day that the closing entry holds from,
    `due` the latest day of the due date in force, `soon` the first day of its due-soon window,
    `stale` the first day on which what was last heard is a review interval old. `beyond` is true of
    what the rule no longer produces: it goes on until the agreement's last day, which was brought
    forward to before this occurrence.
    """

    modality: str
    continuing: bool
    effective: date
    last: date
    suspended: bool
    status: str
    closed_on: date | None
    waiting: bool
    due: date | None
    soon: date | None
    stale: date
    beyond: bool


def state(known: Facts, day: date) -> str:  # noqa: C901, PLR0911 - it is the table, a line a return
    """Say the state on a day: the first line of the table of states that holds."""
    (modality, continuing, effective, last, suspended, status, closed_on, waiting, due, soon, stale,
     beyond) = known  # fmt: skip
    if day < effective or suspended:
        return "not-in-force"
    if closed_on is not None:
        if status != "done":
            return status
        return "done-late" if due is not None and closed_on > due else "done"
    fell_due = due is not None and due <= last
    if beyond and not fell_due:
        return "lapsed"
    if day > last and (not fell_due or modality == PERMISSION):
        return "lapsed"
    if modality == PERMISSION:
        return "active"
    if waiting:
        return "awaiting"
    past_due = due is not None and day > due
    if past_due and modality == OBLIGATION and not continuing:
        return "overdue"
    if past_due or continuing:
        return "active" if day < stale else "review-due"
    if status == "blocked":
        return "blocked"
    if soon is not None and day >= soon:
        return "due-soon"
    return "upcoming"


def turns(known: Facts) -> list[date]:
    """Name the days on which the state can change while the facts stay, in no order."""
    if known.suspended:
        return []
    days = [known.effective]
    if known.closed_on is not None:
        return days
    if known.last < FOREVER:
        days.append(known.last + _DAY)
    due = known.due
    if due is not None:
        if due < FOREVER:
            days.append(due + _DAY)
        if known.soon is not None:
            days.append(known.soon)
    if known.continuing or (due is not None and known.modality != OBLIGATION):
        days.append(known.stale)
    return days
