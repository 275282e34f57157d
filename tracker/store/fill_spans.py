"""From timelines to lines of the tables of spans: by far the most of them, so every step counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Final

from tracker.core.shapes import Series
from tracker.core.spans import Span
from tracker.core.timelines import Timeline
from tracker.core.vocabulary import CLOSING
from tracker.store.inserting import INSERTIONS, Insertion, Line
from tracker.store.questions import RANKS
from tracker.store.turns import Turns, count

_NOTHING: Final = {
    "scheduled": "due",
    "due_text": "''",
    "status": "'open'",
    "informed": "0",
    "last_on": "''",
    "dispute": "''",
    "owner": "''",
}
"""What stands in the columns of a span while nothing is told of what is to be done on a day."""
_SPANS: Final = INSERTIONS["spans"]
_UNTOLD_SPANS: Final = Insertion("spans", _NOTHING | {"entry": "NULL"})
_OCCURRENCES: Final = INSERTIONS["occurrence_spans"]
_UNTOLD_OCCURRENCES: Final = Insertion("occurrence_spans", _NOTHING)
_TOLD_TURN: Final = itemgetter(2, 3, 4, 6, 10)
_UNTOLD_TURN: Final = itemgetter(2, 3, 4, 5, 6)
"""Of a line of `spans`: start, end, state, due and missed."""


class _Iso(dict[date | None, str]):
    """Days as text, each written once: a register has many more days in it than different ones."""

    def __missing__(self, day: date | None) -> str:
        text = self[day] = day.isoformat() if day else ""
        return text


_ISO: Final = _Iso()


class SpanLines:
    """Lines of `spans` and of `occurrence_spans` that wait to be added.

    Those of which nothing is told are kept apart, without the columns that are then the same.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._spans: tuple[list[Line], list[Line]] = ([], [])
        self._occurrence_spans: tuple[list[Line], list[Line]] = ([], [])

    def take(self, number: int, ref: str, timeline: Timeline, horizon: date) -> None:
        """Take an obligation's spans that begin by the horizon.

        Of its occurrences scheduled after it, the first that nothing closes is the last that a day
        can be asked for.
        """
        self._take_spans(number, ref, timeline, horizon)
        if not timeline.recurs:
            return
        last = _last(timeline, horizon)
        for strand in timeline.told:
            if (strand[0].scheduled or date.min) <= last:
                self._take_occurrence(number, strand, horizon)
        if timeline.untold:
            self._take_series(number, timeline.untold, last, horizon)

    def add(self, connection: sqlite3.Connection, turns: Turns) -> None:
        """Add what waits, and count what it changes."""
        told, untold = self._spans
        count(map(_TOLD_TURN, told), 1, turns)
        count(map(_UNTOLD_TURN, untold), 1, turns)
        for lines, insertions in (
            (self._spans, (_SPANS, _UNTOLD_SPANS)),
            (self._occurrence_spans, (_OCCURRENCES, _UNTOLD_OCCURRENCES)),
        ):
            # most are untold, and in the order of the key: the others then go between them
            for of_sort, insertion in reversed([*zip(lines, insertions, strict=True)]):
                insertion.add_many(connection, of_sort)
                of_sort.clear()

    def _take_spans(self, number: int, ref: str, timeline: Timeline, horizon: date) -> None:
        told, untold = self._spans
        iso = _ISO
        on, due_on = None, ""
        until = iso[timeline.spans[0].start]
        for (
            start, end, state, scheduled, due, due_text, status, informed, missed, entry, last_on,
            dispute, owner,
        ) in timeline.spans:  # fmt: skip
            if start > horizon:
                return
            begun, until = until, iso[end]  # a span begins where the last one ended
            if due is not on:
                on, due_on = due, iso[due]
            if _is_untold(status, last_on, due == scheduled, owner or dispute or due_text):
                untold.append((number, ref, begun, until, RANKS[state], due_on, missed))
                continue
            told.append(
                (
                    number, ref, begun, until, RANKS[state],
                    due_on if scheduled is due else iso[scheduled], due_on, due_text,
                    status, 1 if informed else 0, missed, entry, iso[last_on] if last_on else "",
                    dispute, owner,
                )
            )  # fmt: skip

    def _take_occurrence(self, number: int, strand: Sequence[Span], horizon: date) -> None:
        told, untold = self._occurrence_spans
        iso = _ISO
        on, due_on = None, ""
        until = iso[strand[0].start]
        for (
            start, end, state, scheduled, due, due_text, status, informed, _, _, last_on, dispute, owner,
        ) in strand:  # fmt: skip
            if start > horizon:
                return
            begun, until = until, iso[end]
            if due is not on:
                on, due_on = due, iso[due]
            if _is_untold(status, last_on, due == scheduled, owner or dispute or due_text):
                untold.append((number, begun, until, RANKS[state], due_on))
                continue
            told.append(
                (
                    number, begun, until, RANKS[state],
                    due_on if scheduled is due else iso[scheduled], due_on, due_text,
                    status, 1 if informed else 0, iso[last_on] if last_on else "", dispute, owner,
                )
            )  # fmt: skip

    def _take_series(self, number: int, series: Series, last: date, horizon: date) -> None:
        """Take occurrences of which nothing is told, their days as text made once for all of them."""
        told, untold = self._occurrence_spans
        days, dues = ([_ISO[day] for day in column] for column in (series.days, series.scheduled))
        through, until = _ISO[horizon], _ISO[last]
        dispute, owner = series.dispute, series.owner
        lines = [
            (number, days[start], days[end], RANKS[state], dues[occurrence])
            for start, end, state, _, occurrence in series.pieces
            if days[start] <= through
        ]
        if dues[-1] > until:
            lines = [line for line in lines if line[-1] <= until]
        if owner or dispute:
            told += [(*line, line[-1], "", "open", 0, "", dispute, owner) for line in lines]
        else:
            untold += lines


def _is_untold(status: str, last_on: date | None, as_scheduled: bool, further: str) -> bool:
    """Say whether nothing is told of a span; `further` is who holds or disputes it, or how it is written."""
    return status == "open" and last_on is None and as_scheduled and not further


def _last(timeline: Timeline, horizon: date) -> date:
    """Find the first occurrence behind the horizon that nothing closes."""
    beyond = [strand for strand in timeline.told if (strand[0].scheduled or horizon) > horizon]
    open_ones = [
        strand[0].scheduled for strand in beyond if not any(span.status in CLOSING for span in strand)
    ]
    if timeline.untold and timeline.untold.scheduled[-1] > horizon:
        open_ones += [day for day in timeline.untold.scheduled if day > horizon]
    return min(filter(None, open_ones), default=date.max)
