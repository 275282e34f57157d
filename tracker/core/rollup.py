"""One row for a recurring obligation: on each day, the occurrence that says most about it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.core.durations import FOREVER
from tracker.core.spans import Span
from tracker.core.standing import Holding
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
_LATEST_FIRST = {_CLOSED_NOT_IN_FORCE, _CLOSED}


class _Candidate(NamedTuple):
    """An occurrence's span, in the order in which the row prefers it within its rank."""

    due: date
    scheduled: date
    number: int
    span: Span


def rollup(occurrences: Sequence[Sequence[Span]], holdings: Sequence[Holding]) -> tuple[Span, ...]:
    """Merge the spans of all occurrences, each over the same days, into those of one row.

    The row shows the oldest overdue occurrence, else review-due, blocked, due-soon, upcoming,
    and so on down to the one closed last; `missed` counts all that are overdue on the day.
    """
    changes: list[tuple[date, int, Span]] = sorted(
        (span.start, index, span) for index, spans in enumerate(occurrences) for span in spans
    )
    days = sorted({start for start, _, _ in changes} | {h.start for h in holdings if h.start > changes[0][0]})
    standing: list[list[_Candidate]] = [[] for _ in range(_CLOSED + 1)]
    current: dict[int, tuple[int, _Candidate]] = {}
    rows: list[Span] = []
    position = held = 0
    for day in days:
        while position < len(changes) and changes[position][0] <= day:
            _, index, span = changes[position]
            _place(standing, current, index, span)
            position += 1
        while held + 1 < len(holdings) and holdings[held + 1].start <= day:
            held += 1
        row = _pick(standing)._replace(
            start=day,
            end=FOREVER,
            missed=len(standing[_OVERDUE]),
            last_on=holdings[held].last_on,
            owner=holdings[held].owner,
            dispute=holdings[held].dispute,
        )
        append(rows, row)
    return tuple(rows)


def append(spans: list[Span], span: Span) -> None:
    """Add a span that follows the last one, as one with it where nothing but the days differs."""
    if spans:
        last = spans[-1]
        if last[2:] == span[2:]:
            spans[-1] = last._replace(end=span.end)
            return
        if last.end != span.start:
            spans[-1] = last._replace(end=span.start)
    spans.append(span)


def _place(
    standing: list[list[_Candidate]], current: dict[int, tuple[int, _Candidate]], index: int, span: Span
) -> None:
    """Move an occurrence to the rank of the span that it enters."""
    if index in current:
        rank, candidate = current[index]
        ranked = standing[rank]
        ranked.pop(bisect_left(ranked, candidate[:3], key=lambda other: other[:3]))
    rank = _RANKS[span.state]
    if span.state == "not-in-force" and span.status in CLOSING:
        rank = _CLOSED_NOT_IN_FORCE
    scheduled = span.scheduled or date.min
    due = scheduled if rank in _LATEST_FIRST else span.due or scheduled
    candidate = _Candidate(due, scheduled, index, span)
    insort(standing[rank], candidate, key=lambda other: other[:3])
    current[index] = (rank, candidate)


def _pick(standing: list[list[_Candidate]]) -> Span:
    """Choose the occurrence that the row shows."""
    for rank, candidates in enumerate(standing):
        if candidates:
            return candidates[-1 if rank in _LATEST_FIRST else 0].span
    raise AssertionError  # each occurrence stands in a rank from the first day on
