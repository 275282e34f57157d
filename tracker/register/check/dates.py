"""Checks of dates: within the agreement's life, and not in the future."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.core.errors import Text
from tracker.core.model import Agreement, AgreementEntry, Before, Entry, Every, Fixed, Obligation, Rule
from tracker.register.check.codes import KeyPath
from tracker.register.check.context import Found, Subject


def _last_day(agreement: Agreement) -> date | None:
    """Give the last day that an agreement was ever to be in force; a termination is nothing to warn of."""
    if agreement.expires is None or agreement.renews is not None:
        return None
    ends = [entry.ends for entry in agreement.log if entry.status == "extended" and entry.ends]
    return max([agreement.expires.latest, *ends])


def _stated(obligation: Obligation) -> Iterator[tuple[str, date, date]]:
    """Give the dates of a time rule: key, earliest and latest day."""
    time = obligation.time
    if isinstance(time, Fixed):
        yield "due", time.due.earliest, time.due.latest
    elif isinstance(time, Every | Rule):
        yield "first", time.first, time.first
        if time.until is not None:
            yield "until", time.until, time.until


def outside_life(subject: Subject) -> Iterator[Found]:
    """Find dates before an agreement begins, or after it ends."""
    for path, obligation, agreement in subject.obligations():
        begins = min(agreement.date.earliest, agreement.effective.earliest)
        last = _last_day(agreement)
        for key, earliest, latest in _stated(obligation):
            if latest < begins:
                said = Text(
                    "{key} {date} is before {agreement} begins, {begins}",
                    {"key": key, "date": latest, "agreement": agreement.id, "begins": begins},
                )
                yield (*path, key), "W509", said
            elif last is not None and earliest > last:
                said = Text(
                    "{key} {date} is after the last day of {agreement}, {last}",
                    {"key": key, "date": earliest, "agreement": agreement.id, "last": last},
                )
                yield (*path, key), "W509", said
        for position, entry in enumerate(obligation.log):
            if entry.on < begins:
                said = Text(
                    "the entry of {date} is before {agreement} begins, {begins}",
                    {"date": entry.on, "agreement": agreement.id, "begins": begins},
                )
                yield (*path, "log", position, "on"), "W509", said


def without_end(subject: Subject) -> Iterator[Found]:
    """Find what is due before the end of an agreement that has none, and so waits for ever."""
    for path, obligation, agreement in subject.obligations():
        if not isinstance(obligation.time, Before) or agreement.expires is not None:
            continue
        if not any(entry.ends or entry.status == "terminated" for entry in agreement.log):
            said = Text(
                "{agreement} states no end to be before; add expires to it, or another time here",
                {"agreement": agreement.id},
            )
            yield (*path, "before"), "W519", said


def logs(subject: Subject) -> Iterator[tuple[KeyPath, Sequence[Entry | AgreementEntry]]]:
    """Go through every log that has an entry."""
    for id_, agreement in subject.register.agreements.items():
        if agreement.log:
            yield ("agreements", id_, "log"), agreement.log
    for path, obligation, _ in subject.obligations():
        if obligation.log:
            yield (*path, "log"), obligation.log


def in_the_future(subject: Subject) -> Iterator[Found]:
    """Find log entries dated after today."""
    for path, log in logs(subject):
        for position, entry in enumerate(log):
            for key, day in (("on", entry.on), ("recorded", entry.recorded)):
                if day is not None and day > subject.today:
                    said = Text(
                        "{key} {date} is in the future; a log holds what has happened",
                        {"key": key, "date": day},
                    )
                    yield (*path, position, key), "W510", said


def out_of_order(subject: Subject) -> Iterator[Found]:
    """Find log entries dated before the one above them."""
    for path, log in logs(subject):
        for position in range(1, len(log)):
            if log[position].on < log[position - 1].on:
                said = Text(
                    "the entry of {date} stands after that of {before}; put the log in order of its dates",
                    {"date": log[position].on, "before": log[position - 1].on},
                )
                yield (*path, position, "on"), "I602", said
