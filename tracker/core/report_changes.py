"""What a log says has happened in a period: each entry put where a report tells of it.

An entry counts by the day from which it holds or by the day on which it was written down, so that
news of a meeting held three weeks ago is told in the week in which it arrives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from tracker.core.dates import parse_period
from tracker.core.report import AgreementEvent
from tracker.core.rows import LogLine
from tracker.core.vocabulary import CLOSING

DONE, POSTPONED, REOPENED, DISPUTED = "done", "postponed", "reopened", "disputed"
HANDED_OVER, BLOCKED, CLOSED, NOTED = "handed_over", "blocked", "closed", "noted"
KINDS: Final = (DONE, POSTPONED, REOPENED, DISPUTED, HANDED_OVER, BLOCKED, CLOSED, NOTED)
"""What an entry may tell; each is a field of `Changed`."""

AHEAD: Final = 180
"""Days before its end, or the last day to give notice, from which an agreement has to be thought of."""


class Happening(NamedTuple):
    """One thing that an entry tells: `kind` is one of `KINDS`, the others are those of `Event`."""

    kind: str
    entry: LogLine
    moved_from: str = ""
    slippage: int | None = None
    before: str = ""


def in_period(on: str, recorded: str, since: str, as_of: str) -> bool:
    """Say whether an entry that holds by `as_of` does so, or was written down, after `since`."""
    return on <= as_of and (on > since or since < recorded <= as_of)


def happenings(
    log: Iterable[LogLine], since: str, as_of: str, *, owner: str = "", due: str = "", recurs: bool = False
) -> Iterator[Happening]:
    """Tell what the entries of a period say of an obligation, in their order.

    `log` is all of it; what comes after `as_of` doesn't count. `owner` and `due` are what the
    register states beside the log. An entry of what recurs concerns the occurrence that it is for.
    """
    standing: dict[str, str] = {}
    dues: dict[str, str] = {}
    last = ""
    known = sorted((line for line in log if line.on <= as_of), key=lambda line: (line.on, line.position))
    for line in known:
        key = line.scheduled if recurs else ""
        before = dues.get(key, key if recurs else due)
        closed = standing.get(key, last if recurs and not key else "") in CLOSING
        if in_period(line.on, line.recorded, since, as_of):
            yield from _told(line, before, owner, reopens=closed)
        if line.status:
            standing[key] = last = line.status
        if line.status == POSTPONED:
            dues[key] = line.due
        owner = line.owner or owner


def _told(line: LogLine, due: str, owner: str, *, reopens: bool) -> Iterator[Happening]:
    """Tell of one entry all that it says; what says nothing else is news all the same."""
    told = []
    if line.status == DONE:
        told.append(Happening(DONE, line))
    elif line.status in CLOSING:
        told.append(Happening(CLOSED, line))
    elif line.status and reopens:
        told.append(Happening(REOPENED, line))
    if line.status == POSTPONED:
        told.append(Happening(POSTPONED, line, due, slippage(due, line.due)))
    if line.status == BLOCKED:
        told.append(Happening(BLOCKED, line))
    if line.dispute:
        told.append(Happening(DISPUTED, line))
    if line.owner and line.owner != owner:
        told.append(Happening(HANDED_OVER, line, before=owner))
    yield from told or [Happening(NOTED, line)]


def slippage(before: str, after: str) -> int | None:
    """Count the days between two stated dates, their latest days; None if the first is not known."""
    if not before or not after:
        return None
    return (parse_period(after).latest - parse_period(before).latest).days


class AgreementLog(NamedTuple):
    """What happened to an agreement, as days and entries; `FOREVER` days are ''.

    `begins` is its date, `in_force` the first day of its effect. Each of `lasts` is (the day from
    which, the last day in force then stated, the last day to give notice), in order, up to as-of.
    `renews` is the length by which it then renews itself, '' if it doesn't.
    An entry's `due` holds the last day in force that it states.
    """

    agreement: str
    title: str
    begins: str
    in_force: str
    lasts: Sequence[tuple[str, str, str]]
    entries: Sequence[LogLine]
    renews: str = ""


def agreement_events(of: AgreementLog, since: str, as_of: str) -> Iterator[AgreementEvent]:
    """Tell what happened to an agreement in a period: by its log, and by the calendar."""
    none = AgreementEvent(of.agreement, of.title, "signed", of.begins)
    if since < of.begins <= as_of:
        yield none
    if since < of.in_force <= as_of and of.in_force != of.begins:
        yield none._replace(what="begun", on=of.in_force)
    stated = {line.on for line in of.entries}
    for line in sorted(of.entries, key=lambda line: (line.on, line.position)):
        if in_period(line.on, line.recorded, since, as_of):
            ends = line.due or (line.on if line.status == "terminated" else "")
            yield none._replace(
                what=line.status or "noted",
                on=line.on,
                recorded=line.recorded,
                ends=ends,
                ended_before=_last_before(of, line.on) if ends else "",
                note=line.note,
                evidence=line.evidence,
            )
    for (_, before, _), (start, last, _) in zip(of.lasts, of.lasts[1:], strict=False):
        if since < start <= as_of and start not in stated and last != before:
            yield none._replace(what="renewed", on=start, ends=last, ended_before=before)
    yield from _by_calendar(of, since, as_of)


def _by_calendar(of: AgreementLog, since: str, as_of: str) -> Iterator[AgreementEvent]:
    """Tell that it has ended, or that its end came near."""
    _, last, notice_by = of.lasts[-1]
    if not last:
        return
    told = AgreementEvent(of.agreement, of.title, "ended", last, ends=last, notice_by=notice_by)
    if since <= last < as_of:
        yield told
    near = coming(last, notice_by, as_of)
    if near is not None and near + _days(since, as_of) > AHEAD:
        yield told._replace(what="ending", on=as_of, days=near, renews=of.renews)


def coming(last: str, notice_by: str, as_of: str) -> int | None:
    """Count the days to an agreement's last day of notice, or its end; None if they are not near or over."""
    for day in (notice_by, last):
        if day and 0 <= _days(as_of, day) <= AHEAD:
            return _days(as_of, day)
    return None


def _last_before(of: AgreementLog, on: str) -> str:
    """Give the last day in force that was stated until a day."""
    return next((last for start, last, _ in reversed(of.lasts) if start < on), "")


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days
