"""What the projection should answer, worked out from the timelines without a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.store.registers import HORIZON
from tracker.core.model import After, Every, Obligation, Register, Rule, words
from tracker.core.rows import Row
from tracker.core.spans import Span
from tracker.core.timelines import Timeline, timelines
from tracker.core.vocabulary import CLOSING, STATES


def rows(register: Register, day: date, language: str = "", *, occurrences: bool = False) -> list[Row]:
    """Give all rows of a day, the most pressing first."""
    found: list[Row] = []
    for ref, timeline in timelines(register, horizon=HORIZON):
        obligation = register.obligations[ref]
        recurs = bool(timeline.occurrences) or isinstance(obligation.time, Every | Rule)
        strands = timeline.occurrences if occurrences and recurs else (timeline.spans,)
        for strand in strands:
            for span in strand:
                if span.start <= day < span.end:
                    upcoming = "" if occurrences or not recurs else _next_due(timeline, day)
                    row = _row(register, obligation, span, day, language, recurs=recurs, next_due=upcoming)
                    found.append(row._replace(since=_since(strand, span)))
    return sorted(found, key=pressing)


def pressing(row: Row) -> tuple[object, ...]:
    """Order rows: by state, due date with none last, ref and scheduled day."""
    return STATES.index(row.state), not row.due, row.due, row.ref, row.scheduled


def _next_due(timeline: Timeline, day: date) -> str:
    dues = [
        span.due.isoformat()
        for strand in timeline.occurrences
        for span in strand
        if span.start <= day < span.end
        and span.due
        and span.due >= day
        and span.status not in CLOSING
        and span.state != "lapsed"
    ]
    return min(dues, default="")


def _since(spans: Sequence[Span], last: Span) -> str:
    """Go back from a span as long as the state is the same one of the same date."""
    since = last.start
    for span in reversed([span for span in spans if span.start < last.start]):
        if (span.state, span.scheduled) != (last.state, last.scheduled):
            break
        since = span.start
    return since.isoformat()


def _row(
    register: Register,
    obligation: Obligation,
    span: Span,
    day: date,
    language: str,
    *,
    recurs: bool,
    next_due: str,
) -> Row:
    time = obligation.time
    awaited = time.after if isinstance(time, After) and time.after != "effective" else ""
    return Row(
        ref=obligation.ref,
        number=obligation.number,
        agreement=obligation.agreement,
        title=words(obligation.title, language or register.settings.language),
        kind=obligation.kind,
        modality=obligation.modality,
        bearers=obligation.bearers,
        owner=span.owner,
        scheduled=span.scheduled.isoformat() if span.scheduled else "",
        due=span.due.isoformat() if span.due else "",
        due_text=span.due_text,
        basis=obligation.basis,
        state=span.state,
        status=span.status,
        informed=span.informed,
        missed=span.missed,
        days=(span.due - day).days if span.due else None,
        last_on=span.last_on.isoformat() if span.last_on else "",
        dispute=span.dispute,
        quote=obligation.quote,
        since="",
        waits_for=awaited,
        recurs=recurs,
        next_due=next_due,
    )
