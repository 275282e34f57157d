"""One row for a recurring obligation: on each day, the occurrence that says most about it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.core.durations import FOREVER
from tracker.core.spans import Span
from tracker.core.standing import Holding, Placed
from tracker.core.vocabulary import CLOSING

_RANKS = {
    "overdue": 0,
    "review-due": 1,
    "blocked": 2,
    "due-soon": 3,
    "upcoming": 4,
    "awaiting": 5,
    "active": 6,
    "not-in-force": 7,
    "lapsed": 9,
    "done": 10,
    "done-late": 10,
    "waived": 10,
    "cancelled": 10,
    "superseded": 10,
}
_OVERDUE, _CLOSED_NOT_IN_FORCE, _CLOSED = 0, 8, 10


_Candidate = tuple[tuple[int, date, date, int], Span]
"""An occurrence's span behind its place in its rank, of which no two are equal: the smallest is shown."""

_Ranks = list[list[_Candidate]]


def rollup(
    occurrences: Sequence[Sequence[Span]], entries: Sequence[Placed], holdings: Sequence[Holding]
) -> tuple[Span, ...]:
    """Merge the spans of all occurrences into those of one row.

    The row shows the oldest overdue occurrence, else review-due, blocked, due-soon, upcoming,
    and so on down to the one closed last; `missed` counts all that are overdue on the day.
    """
    latest_first = {placed.position: -index for index, placed in enumerate(entries)}
    changes: list[tuple[date, int, Span]] = sorted(
        (span.start, index, span) for index, spans in enumerate(occurrences) for span in spans
    )
    days = sorted({start for start, _, _ in changes} | {h.start for h in holdings if h.start > changes[0][0]})
    standing: _Ranks = [[] for _ in range(_CLOSED + 1)]
    current: dict[int, tuple[int, _Candidate]] = {}
    rows: list[Span] = []
    position = held = 0
    total, last_held = len(changes), len(holdings) - 1
    begun = days[0]
    said: tuple[Any, ...] = ()
    for day in days:
        while position < total and changes[position][0] <= day:
            _, index, span = changes[position]
            _place(standing, current, index, span, latest_first)
            position += 1
        while held < last_held and holdings[held + 1].start <= day:
            held += 1
        for candidates in standing:  # each occurrence stands in a rank from the first day on
            if candidates:
                shown = candidates[0][1]
                break
        _, owner, dispute, last_on = holdings[held]
        # of the occurrence shown: state, scheduled, due, due_text, status, informed
        says = (*shown[2:8], len(standing[_OVERDUE]), shown.entry, last_on, dispute, owner)
        if says != said:
            if said:
                rows.append(Span(begun, day, *said))
            begun, said = day, says
    rows.append(Span(begun, FOREVER, *said))
    return tuple(rows)


def append(spans: list[Span], span: Span) -> None:
    """Add a span that follows the last one, as one with it where nothing but the days differs."""
    if spans:
        last = spans[-1]
        if last[2:] == span[2:]:
            spans[-1] = Span(last.start, span.end, *last[2:])
            return
        if last.end != span.start:
            spans[-1] = Span(last.start, span.start, *last[2:])
    spans.append(span)


def _place(
    standing: _Ranks,
    current: dict[int, tuple[int, _Candidate]],
    index: int,
    span: Span,
    latest_first: dict[int | None, int],
) -> None:
    """Move an occurrence to the rank of the span that it enters."""
    if index in current:
        rank, candidate = current[index]
        ranked = standing[rank]
        ranked.pop(bisect_left(ranked, candidate))
    rank = _RANKS[span.state]
    if span.state == "not-in-force" and span.status in CLOSING:
        rank = _CLOSED_NOT_IN_FORCE
    scheduled = span.scheduled or date.min
    if rank in {_CLOSED, _CLOSED_NOT_IN_FORCE}:
        order = (latest_first[span.entry], scheduled, scheduled, index)
    else:
        order = (0, span.due or scheduled, scheduled, index)
    candidate = (order, span)
    insort(standing[rank], candidate)
    current[index] = (rank, candidate)
