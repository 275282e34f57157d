"""One row for a recurring obligation: on each day, the occurrence that says most about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise
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
_BY_ENTRY = {_CLOSED_NOT_IN_FORCE, _CLOSED}
_NO_MORE = (FOREVER, 0, None)


_Candidate = tuple[int, int, date, date, int, Span]
"""An occurrence's span behind its rank and its place in it: the smallest is shown, and no two are equal."""


def rollup(
    occurrences: Sequence[Sequence[Span]], entries: Sequence[Placed], holdings: Sequence[Holding]
) -> tuple[Span, ...]:
    """Merge the spans of all occurrences into those of one row.

    The row shows the oldest overdue occurrence, else review-due, blocked, due-soon, upcoming,
    and so on down to the one closed last; `missed` counts all that are overdue on the day. What
    some occurrences are rolled up to may stand for them.
    """
    if len(occurrences) == len(holdings) == 1:
        return tuple(occurrences[0])
    latest_first = {placed.position: -index for index, placed in enumerate(entries)}
    first = min(spans[0].start for spans in occurrences)
    changes: list[tuple[date, int, Span | None]] = [
        (span[0], index, span) for index, spans in enumerate(occurrences) for span in spans
    ]
    changes += [(max(holding.start, first), number, None) for number, holding in enumerate(holdings)]
    changes.sort(key=itemgetter(0))
    candidates: list[_Candidate] = []
    of_each = [0] * len(occurrences)
    missed = 0
    rows: list[Span] = []
    held, begun = 0, first
    said: tuple[Any, ...] = ()
    seen: tuple[Span | None, int, int] = (None, 0, 0)
    for (day, number, span), (following, _, _) in pairwise((*changes, _NO_MORE)):
        if span is None:
            held = number
        else:
            heappush(candidates, _candidate(number, span, latest_first))
            missed += span[8] - of_each[number]
            of_each[number] = span[8]
        if following == day:
            continue
        while candidates[0][-1][1] <= day:  # its end, from which on each occurrence has another
            heappop(candidates)
        shown = candidates[0][-1]
        if shown is seen[0] and (missed, held) == seen[1:]:
            continue
        seen = shown, missed, held
        _, owner, dispute, last_on = holdings[held]
        # of the occurrence shown: state, scheduled, due, due_text, status, informed
        says = (*shown[2:8], missed, shown.entry, last_on, dispute, owner)
        if says != said:
            if said:
                rows.append(Span._make((begun, day, *said)))
            begun, said = day, says
    rows.append(Span._make((begun, FOREVER, *said)))
    return tuple(rows)


def append(spans: list[Span], span: Span) -> None:
    """Add a span that follows the last one, as one with it where nothing but the days differs."""
    if spans:
        last = spans[-1]
        if last[2:] == span[2:]:
            spans[-1] = Span._make((last[0], span[1], *last[2:]))
            return
        if last[1] != span[0]:
            spans[-1] = Span._make((last[0], span[0], *last[2:]))
    spans.append(span)


def _candidate(index: int, span: Span, latest_first: dict[int | None, int]) -> _Candidate:
    """Put the place of an occurrence's span before it."""
    state, scheduled = span[2], span[3] or date.min
    rank = _RANKS[state]
    if state == "not-in-force" and span.status in CLOSING:
        rank = _CLOSED_NOT_IN_FORCE
    if rank in _BY_ENTRY:
        return rank, latest_first[span.entry], scheduled, scheduled, index, span
    return rank, 0, span[4] or scheduled, scheduled, index, span
