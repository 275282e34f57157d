"""One row for a recurring obligation: on each day, the occurrence that says most about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import heappop, heappush
from operator import itemgetter
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
_CLOSED_NOT_IN_FORCE, _CLOSED = 8, 10


_Candidate = tuple[int, int, date, date, int, Span]
"""An occurrence's span behind its rank and its place in it: the smallest is shown, and no two are equal."""


def rollup(
    occurrences: Sequence[Sequence[Span]], entries: Sequence[Placed], holdings: Sequence[Holding]
) -> tuple[Span, ...]:
    """Merge the spans of all occurrences into those of one row.

    The row shows the oldest overdue occurrence, else review-due, blocked, due-soon, upcoming,
    and so on down to the one closed last; `missed` counts all that are overdue on the day.
    """
    latest_first = {placed.position: -index for index, placed in enumerate(entries)}
    changes = [(span.start, index, span) for index, spans in enumerate(occurrences) for span in spans]
    changes.sort(key=itemgetter(0))
    days = sorted({start for start, _, _ in changes} | {h.start for h in holdings if h.start > changes[0][0]})
    candidates: list[_Candidate] = []
    overdue: set[int] = set()
    rows: list[Span] = []
    position = held = 0
    total, last_held = len(changes), len(holdings) - 1
    begun = days[0]
    said: tuple[Any, ...] = ()
    seen: tuple[Any, ...] = ()
    for day in days:
        while position < total and changes[position][0] <= day:
            _, index, span = changes[position]
            heappush(candidates, _candidate(index, span, latest_first))
            (overdue.add if span.state == "overdue" else overdue.discard)(index)
            position += 1
        while held < last_held and holdings[held + 1].start <= day:
            held += 1
        while candidates[0][-1].end <= day:  # each occurrence has another from then on
            heappop(candidates)
        if (candidates[0][-1], len(overdue), held) == seen:
            continue
        seen = shown, missed, _ = candidates[0][-1], len(overdue), held
        _, owner, dispute, last_on = holdings[held]
        # of the occurrence shown: state, scheduled, due, due_text, status, informed
        says = (*shown[2:8], missed, shown.entry, last_on, dispute, owner)
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


def _candidate(index: int, span: Span, latest_first: dict[int | None, int]) -> _Candidate:
    """Put the place of an occurrence's span before it."""
    rank = _RANKS[span.state]
    scheduled = span.scheduled or date.min
    if span.state == "not-in-force" and span.status in CLOSING:
        rank = _CLOSED_NOT_IN_FORCE
    if rank in {_CLOSED, _CLOSED_NOT_IN_FORCE}:
        return rank, latest_first[span.entry], scheduled, scheduled, index, span
    return rank, 0, span.due or scheduled, scheduled, index, span
