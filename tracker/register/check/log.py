"""Checks of what log entries say: for which date, to which date, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.core.durations import FOREVER, shift
from tracker.core.errors import Text
from tracker.core.model import Every, Fixed, Obligation, Rule
from tracker.core.vocabulary import CLOSING
from tracker.register.check.context import Found, Subject
from tracker.register.format.rrules import falls_on
from tracker.register.format.wrong import brief


def without_evidence(subject: Subject) -> Iterator[Found]:
    """Find what is done without a document that proves it, in its entry or in a later one of its date."""
    for path, obligation, _ in subject.obligations():
        proofs = [
            (entry.on, position, entry.scheduled)
            for position, entry in enumerate(obligation.log)
            if any(map(str.strip, entry.evidence))
        ]
        recurs = isinstance(obligation.time, Every | Rule)
        for position, entry in enumerate(obligation.log):
            if entry.status != "done" or any(
                (on, place) >= (entry.on, position) and (not recurs or date in {None, entry.scheduled})
                for on, place, date in proofs
            ):
                continue
            date = f" --for {brief(entry.scheduled.text)}" if entry.scheduled else ""
            said = Text(
                'done needs evidence; add evidence = "…", the document that proves it, or type: '
                'tracker note {ref} "…"{date} --evidence FILE',
                {"ref": obligation.ref, "date": date},
            )
            yield (*path, "log", position, "status"), "W512", said


def not_produced(subject: Subject) -> Iterator[Found]:
    """Find entries for a date on which nothing falls due."""
    for path, obligation, _ in subject.obligations():
        named = {entry.scheduled.latest for entry in obligation.log if entry.scheduled is not None}
        if not named:
            continue
        missing = named - _scheduled(obligation, named)
        for position, entry in enumerate(obligation.log):
            if entry.scheduled is not None and entry.scheduled.latest in missing:
                if obligation.time is None:
                    said = Text("for names a date, and this obligation has none; delete it")
                else:
                    said = Text(
                        "nothing falls due on {date}; tracker show {ref} gives the dates",
                        {"date": brief(entry.scheduled.text), "ref": obligation.ref},
                    )
                yield (*path, "log", position, "for"), "W513", said


def _scheduled(obligation: Obligation, days: set[date]) -> set[date]:
    """Give those of the days on which the obligation falls due, or can't be said not to."""
    time = obligation.time
    if time is None:
        return set()
    if isinstance(time, Fixed):
        return {time.due.latest}
    if isinstance(time, Every):
        return {day for day in days if _is_step(time, day)}
    if isinstance(time, Rule):
        until = time.until or FOREVER
        return {day for day in days if day <= until and falls_on(time.rrule, time.first, day)}
    return days


def _is_step(every: Every, day: date) -> bool:
    if day < every.first or (every.until is not None and day > every.until):
        return False
    if every.step.months:
        months = (day.year - every.first.year) * 12 + day.month - every.first.month
        times, rest = divmod(months, every.step.months)
        return not rest and shift(every.first, every.step, times) == day
    return (day - every.first).days % every.step.days == 0


def without_date(subject: Subject) -> Iterator[Found]:
    """Find entries of a recurring obligation that don't say which occurrence they are about."""
    said = Text("the obligation recurs; add for = …, the date that this entry is about")
    for path, obligation, _ in subject.obligations():
        if not isinstance(obligation.time, Every | Rule):
            continue
        closed = False
        for position, entry in enumerate(obligation.log):
            if entry.scheduled is not None:
                continue
            if entry.status in {"cancelled", "superseded"}:
                closed = True
            elif entry.status and not (entry.status == "open" and closed):
                yield (*path, "log", position, "status"), "W514", said


def postponed_back(subject: Subject) -> Iterator[Found]:
    """Find what is postponed to a date before the one it had."""
    for path, obligation, _ in subject.obligations():
        own = obligation.time.due if isinstance(obligation.time, Fixed) else None
        last: dict[date | None, date] = {}
        for position, entry in enumerate(obligation.log):
            if entry.due is None:
                continue
            recurs = isinstance(obligation.time, Every | Rule)
            key = entry.scheduled.latest if entry.scheduled is not None and recurs else None
            before = last.get(key, key or (own.latest if own is not None else None))
            if before is not None and entry.due.latest < before:
                said = Text(
                    "due {date} is before {before}, the date that it had; postponed moves a date later",
                    {"date": brief(entry.due.text), "before": before},
                )
                yield (*path, "log", position, "due"), "W515", said
            last[key] = entry.due.latest


def closed_twice(subject: Subject) -> Iterator[Found]:
    """Find entries that close in another way what was closed already, as a merge can leave them."""
    for path, obligation, _ in subject.obligations():
        recurs = isinstance(obligation.time, Every | Rule)
        closed: dict[date | None, str] = {}
        order = sorted(range(len(obligation.log)), key=lambda n: obligation.log[n].on)
        for position in order:
            entry = obligation.log[position]
            if not entry.status or (recurs and entry.scheduled is None):
                continue
            key = entry.scheduled.latest if recurs and entry.scheduled is not None else None
            before = closed.get(key)
            if entry.status == "open":
                closed.pop(key, None)
            elif entry.status in CLOSING:
                if before and before != entry.status:
                    said = Text(
                        "{status} takes back the {before} of an earlier entry; delete the wrong one "
                        "of the two, or reopen with open in between",
                        {"status": entry.status, "before": before},
                    )
                    yield (*path, "log", position, "status"), "W520", said
                closed[key] = entry.status
