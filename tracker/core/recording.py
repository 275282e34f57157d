"""What a person wants to record, as the log entry that says it, or why it can't be said so.

A command is asked in the words of the moment ('done'); the log needs to know which occurrence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.core.dates import Period, on_day
from tracker.core.errors import Text, TrackerError
from tracker.core.model import Entry, Obligation
from tracker.core.spans import Span
from tracker.core.timelines import Timeline
from tracker.core.vocabulary import CLOSING

_SHOWN = 12
_NEAREST = 4
_WHOLE = frozenset({"cancelled", "superseded"})


class Wish(NamedTuple):
    """What was asked for: a status ('' for a note) and what belongs to it.

    `close` closes an obligation for good: a continuing one, or all that is open of a recurring one.
    `evidence` tells an entry from another of the same day.
    """

    on: date
    status: str = ""
    scheduled: Period | None = None
    due: Period | None = None
    close: bool = False
    evidence: tuple[str, ...] = ()


def span_on(spans: Sequence[Span], day: date) -> Span | None:
    """Find the span that a day lies in; None before the first."""
    return next((span for span in spans if span.start <= day < span.end), None)


def place_all(obligation: Obligation, timeline: Timeline, wishes: Sequence[Wish], day: date) -> list[Entry]:
    """Make the entries of several wishes, each for an occurrence of its own, as `place` does."""
    if len(wishes) == 1:
        return [place(obligation, timeline, wishes[0], day)]
    entries: list[Entry] = []
    for wish in wishes:
        wanted = wish.scheduled.text if wish.scheduled else ""
        try:
            entry = place(obligation, timeline, wish, day)
        except TrackerError as error:
            raise TrackerError("--for {wanted}: {reason}", wanted=wanted, reason=error.text) from error
        if entry.scheduled in [before.scheduled for before in entries]:
            raise TrackerError("--for {wanted}: that date is named twice", wanted=wanted)
        entries.append(entry)
    return entries


def place(obligation: Obligation, timeline: Timeline, wish: Wish, day: date) -> Entry:
    """Make the entry of a wish, with the scheduled date of the occurrence that it concerns.

    `day` is the as-of day, by which an occurrence is open or overdue. TrackerError where the wish
    makes no sense, or may mean several occurrences, with the way out.
    """
    if wish.status == "postponed" and wish.due is None:
        raise TrackerError("postponed to when? add --due DATE")
    if wish.due is not None and wish.status != "postponed":
        raise TrackerError("--due goes with postponed; for another due date edit the register")
    if wish.status == "done" and wish.on > day:
        raise TrackerError(
            "{on} is still to come; what is done has a day in the past", on=wish.on.isoformat()
        )
    first = timeline.spans[0].start
    if wish.on < first:
        raise TrackerError(
            "{on} is before the agreement's own date, {first}; check --on",
            on=wish.on.isoformat(),
            first=first.isoformat(),
        )
    if wish.due is not None and wish.due.latest < wish.on:
        raise TrackerError(
            "postponed on {on} to {due}, which had passed by then; check --due and --on",
            on=wish.on.isoformat(),
            due=wish.due.text,
        )
    entry = Entry(on=wish.on, status=wish.status, due=wish.due)
    if not timeline.recurs:
        return _for_the_only_one(obligation, timeline, wish, entry, day)
    _check_close(obligation, wish)
    if wish.scheduled is not None:
        chosen = _named(timeline, wish.scheduled, max(day, wish.on))
    elif not wish.status or (wish.close and wish.status in _WHOLE):
        return entry
    elif wish.status == "open":
        chosen = _to_reopen(obligation, timeline, max(day, wish.on))
    else:
        chosen = _to_act_on(obligation, timeline, max(day, wish.on), wish)
    _check_new(obligation.ref, chosen, wish)
    return _for(entry, chosen[0].scheduled)


def _check_close(obligation: Obligation, wish: Wish) -> None:
    """Refuse to close all dates of what recurs by a status that is of one of them."""
    if not wish.close:
        return
    if wish.scheduled is not None:
        raise TrackerError("--close is for all dates, --for names which; leave one of them out")
    if wish.status not in _WHOLE:
        raise TrackerError(
            "{ref} recurs, and {status} is said of one date: --for DATE. To close all that is open: "
            "tracker update {ref} cancelled --close",
            ref=obligation.ref,
            status=_said(wish.status),
        )


def _for(entry: Entry, scheduled: date | None) -> Entry:
    period = on_day(scheduled) if scheduled else None
    return Entry(on=entry.on, status=entry.status, due=entry.due, scheduled=period)


def _for_the_only_one(
    obligation: Obligation, timeline: Timeline, wish: Wish, entry: Entry, day: date
) -> Entry:
    scheduled = timeline.spans[0].scheduled
    if wish.scheduled is not None:
        _check_only_date(obligation, timeline, wish.scheduled, max(day, wish.on))
    if wish.status == "done" and obligation.time is None and not wish.close:
        raise TrackerError(
            "{ref} continues: 'done' would close it for good. To record that it is being kept: "
            "tracker update {ref} in-progress. To close it: tracker update {ref} done --close",
            ref=obligation.ref,
        )
    _check_new(obligation.ref, timeline.spans, wish)
    return _for(entry, scheduled) if wish.status else entry


def _check_only_date(obligation: Obligation, timeline: Timeline, wanted: Period, day: date) -> None:
    """Refuse a date that is neither the one in force on a day nor the one that was scheduled."""
    scheduled = timeline.spans[0].scheduled
    span = span_on(timeline.spans, day)
    due = (span and span.due) or scheduled
    if due is None:
        raise TrackerError("{ref} has no dates to choose from; leave --for out", ref=obligation.ref)
    if wanted.latest not in {due, scheduled}:
        raise TrackerError(
            "{ref} is due once, on {scheduled}; leave --for out",
            ref=obligation.ref,
            scheduled=due.isoformat(),
        )


def _check_new(ref: str, spans: Sequence[Span], wish: Wish) -> None:
    """Refuse what is so already, and what says nothing of what is closed."""
    span = span_on(spans, wish.on) or spans[0]
    if span.status in CLOSING and wish.status and wish.status not in {*CLOSING, "open"}:
        raise TrackerError(
            "it is {status} already, and {wish} would change nothing; reopen it with open first",
            status=_said(span.status),
            wish=_said(wish.status),
        )
    if wish.status in CLOSING and span.status == wish.status:
        raise TrackerError(
            "it is {status} already, since {on}; evidence for it goes into a note: tracker note {ref} TEXT "
            "--evidence FILE. To correct that entry edit it in the register, or take it back with "
            "tracker undo",
            status=_said(wish.status),
            on=_since(spans, span).isoformat(),
            ref=ref,
        )
    if wish.status in CLOSING and span.status in CLOSING:
        raise TrackerError(
            "it is {status} already, which {wish} would take back; if meant, reopen it with open first",
            status=_said(span.status),
            wish=_said(wish.status),
        )


def _since(spans: Sequence[Span], span: Span) -> date:
    """Give the day from which an occurrence has had the status that a span has."""
    start = span.start
    for before in reversed([one for one in spans if one.end <= span.start]):
        if before.status != span.status:
            break
        start = before.start
    return start


def _said(status: str) -> Text:
    """Say a status as people do."""
    return Text(status.replace("-", " "))


def _named(timeline: Timeline, wanted: Period, day: date) -> tuple[Span, ...]:
    """Find the occurrence that a date, or a less precise one, names: as scheduled, else as due on a day."""
    found = [
        spans
        for spans in timeline.occurrences
        if (on := spans[0].scheduled) and wanted.earliest <= on <= wanted.latest
    ]
    found = found or [
        spans
        for spans in timeline.occurrences
        if (span := span_on(spans, day)) and span.due and wanted.earliest <= span.due <= wanted.latest
    ]
    if len(found) == 1:
        return found[0]
    dates = [spans[0].scheduled for spans in timeline.occurrences if spans[0].scheduled]
    if found:
        dates = [spans[0].scheduled for spans in found if spans[0].scheduled]
    near = sorted(sorted(dates, key=lambda day: abs(day - wanted.latest))[:_NEAREST])
    raise TrackerError(
        "no single date is scheduled for {wanted}; the nearest are {dates}",
        wanted=wanted.text,
        dates=", ".join(day.isoformat() for day in near) or "-",
    )


def _to_act_on(obligation: Obligation, timeline: Timeline, day: date, wish: Wish) -> tuple[Span, ...]:
    """Choose the open occurrence that is due first; TrackerError names the overdue ones if several."""
    standing = [(spans, span) for spans in timeline.occurrences if (span := span_on(spans, day))]
    overdue = [span.scheduled for _, span in standing if span.state == "overdue" and span.scheduled]
    if len(overdue) > 1:
        raise TrackerError(
            "{count} dates of {ref} are overdue: {dates}; say which with --for DATE, once for each, or "
            "--for overdue for all",
            count=len(overdue),
            ref=obligation.ref,
            dates=", ".join(day.isoformat() for day in overdue[:_SHOWN]) + ", …" * (len(overdue) > _SHOWN),
        )
    if not (still_open := [(spans, span) for spans, span in standing if span.status not in CLOSING]):
        raise TrackerError("nothing of {ref} is open on {day}", ref=obligation.ref, day=day.isoformat())
    spans, span = min(still_open, key=lambda one: one[1].due or date.max)
    _check_near(obligation, spans, span, day, wish)
    _check_other(obligation, span, wish)
    return spans


def _check_near(obligation: Obligation, spans: Sequence[Span], span: Span, day: date, wish: Wish) -> None:
    """Refuse to take a date to come that was not near on the day that it was done, unless it is named."""
    if wish.status != "done" or not span.scheduled or not span.due or span.due < day:
        return
    if "upcoming" not in {span.state, (span_on(spans, wish.on) or span).state}:
        return
    if span.due == span.scheduled:
        raise TrackerError(
            "the next date of {ref} is {scheduled}, which is not near {on}; to record that it is done "
            "already, add --for {scheduled}",
            ref=obligation.ref,
            scheduled=span.scheduled.isoformat(),
            on=wish.on.isoformat(),
        )
    raise TrackerError(
        "the next date of {ref} is {scheduled}, now due {due}, which is not near {on}; to record that it is "
        "done already, add --for {scheduled}",
        ref=obligation.ref,
        scheduled=span.scheduled.isoformat(),
        due=span.due.isoformat(),
        on=wish.on.isoformat(),
    )


def _check_other(obligation: Obligation, span: Span, wish: Wish) -> None:
    """Refuse to close one more date by what has closed another already, unless it is named."""
    if wish.status not in CLOSING or not span.scheduled:
        return
    for entry in obligation.log:
        same = (entry.status, entry.on, entry.evidence) == (wish.status, wish.on, wish.evidence)
        if same and entry.scheduled and entry.scheduled.latest != span.scheduled:
            raise TrackerError(
                "{before} is {status} already, by the same entry of {on}; if {scheduled} is so too, add "
                "--for {scheduled}",
                before=entry.scheduled.text,
                status=_said(wish.status),
                on=wish.on.isoformat(),
                scheduled=span.scheduled.isoformat(),
            )


def _to_reopen(obligation: Obligation, timeline: Timeline, day: date) -> tuple[Span, ...]:
    """Choose what an `open` means: the latest closed occurrence, else the earliest."""
    standing = [(spans, span) for spans in timeline.occurrences if (span := span_on(spans, day))]
    if not standing:
        raise TrackerError("nothing of {ref} exists on {day}", ref=obligation.ref, day=day.isoformat())
    closed = [spans for spans, span in standing if span.status in CLOSING]
    return closed[-1] if closed else standing[0][0]
