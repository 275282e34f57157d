"""Strands walked once for each order of their days, and known by it from then on.

Which states follow each other in a strand is decided by what its entries state and by how its days
lie to each other: those that all strands of the obligation have in common, the due date, the first
day of its due-soon window, and for each entry the day from which it holds and the one on which it
is a review interval old. So for each order of these days one strand is walked, and all others
have its spans, with their own days. The same goes for the occurrences of a rule of which nothing is
said, all at once, and for what they come to when they are rolled up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeVar

from tracker.core.durations import FOREVER, shift
from tracker.core.model import After, Before
from tracker.core.rollup import rollup
from tracker.core.spans import Span
from tracker.core.standing import Holding
from tracker.core.strands import Strand
from tracker.core.walking import Frame, walk

_DAY = timedelta(1)
MOST: Final = 4096
"""Shapes that are kept; there are as many as registers have habits."""
_FEW: Final = 6
"""Entries of a strand up to which others are likely to be in the same order."""
_span: Final = tuple.__new__
"""Makes a span without asking how long it is, which takes as long again."""

_Shape = list[tuple[int, int, str, str, bool, int, int | None, int | None]]
"""Of each span of a strand: the places of the days that begin and end it, state, status, whether informed,
how many are missed, and the numbers of the entry that decides and of the last one."""
STRANDS: Final[dict[tuple[object, ...], _Shape]] = {}


Piece = tuple[int, int, str, int, int]
"""Of a span of a series: the places of the days that begin and end it, state, how many are missed, and the
number of the occurrence."""
_Pieces = tuple[list[Piece], list[Piece]]
_Made = TypeVar("_Made", _Shape, _Pieces)
SERIES: Final[dict[tuple[object, ...], _Pieces]] = {}


class Series(NamedTuple):
    """The occurrences of a rule of which nothing is said: `scheduled` on these days, all due then.

    `rows` are the pieces of what they are rolled up to, `pieces` those of the occurrences, in their
    order; both speak of `days` by their places.
    """

    scheduled: list[date]
    days: list[date]
    rows: list[Piece]
    pieces: list[Piece]
    dispute: str
    owner: str

    def spans(self) -> tuple[Span, ...]:
        """Give the spans of the row."""
        return tuple(map(self._span, self.rows))

    def occurrences(self) -> Iterator[tuple[Span, ...]]:
        """Yield the spans of each occurrence."""
        found: list[list[Span]] = [[] for _ in self.scheduled]
        for piece in self.pieces:
            found[piece[-1]].append(self._span(piece))
        return map(tuple, found)

    def _span(self, piece: Piece) -> Span:
        start, end, state, missed, occurrence = piece
        day, days = self.scheduled[occurrence], self.days
        return _span(
            Span,
            (
                days[start], days[end], state, day, day, "", "open", False, missed, None, None,
                self.dispute, self.owner,
            ),
        )  # fmt: skip


class Walker:
    """Walks the strands of an obligation, or knows them by their shape."""

    def __init__(self, frame: Frame) -> None:
        """Take what the strands share; `is_plain` where nothing but an entry changes their facts."""
        begins, effective, _, (phase, *_) = frame.life
        self._frame = frame
        self.is_plain = frame.is_still and not isinstance(frame.rule, Before)
        self._common = [begins, effective, _next(phase.last), frame.stale, FOREVER]
        self._sort = (frame.modality, frame.rule is None, isinstance(frame.rule, After), phase.suspended)

    def walk(self, strand: Strand) -> tuple[Span, ...]:
        """Give the spans of a strand."""
        scheduled, due, begins, entries, trigger = strand
        frame, days = self._frame, self._common
        if trigger or not self.is_plain or begins != days[0]:
            return tuple(walk(strand, frame))
        due_on, due_text = None, ""
        told: tuple[tuple[str, bool, bool], ...] = ()
        if due is not None:
            due_on = due.latest
            due_text = "" if due.earliest == due_on else due.text
            days = [*days, shift(due_on, frame.soon, -1), _next(due_on)]
        if entries:
            # a long story is like no other, and what was postponed is reckoned anew from then on
            if len(entries) > _FEW or any(entry.due for _, _, entry in entries):
                return tuple(walk(strand, frame))
            told = tuple([(entry.status, bool(entry.evidence), at is None) for _, at, entry in entries])
            days = [*days, *[on for on, _, _ in entries]]
            days += [shift(max(on, days[1]), frame.review) for on, _, _ in entries]
        in_order = sorted(days)  # so few that one is found sooner than its hash is made
        key = (*self._sort, told, *map(in_order.index, days))
        shape = STRANDS.get(key)
        if shape is None:
            shape = _kept(STRANDS, key, _shape(strand, frame, days))
        _, owner, dispute, _ = frame.holdings[0]
        return tuple(
            [
                _span(
                    Span,
                    (
                        days[start], days[end], now, scheduled, due_on, due_text, status, informed, missed,
                        None if decided is None else entries[decided][1],
                        None if last is None else entries[last][0], dispute, owner,
                    ),
                )
                for start, end, now, status, informed, missed, decided, last in shape
            ]
        )  # fmt: skip

    def series(self, strands: Sequence[Strand]) -> Series:
        """Give occurrences of a plain obligation of which nothing is said."""
        scheduled: list[Any] = [strand.scheduled for strand in strands]
        soon = self._frame.soon
        days = [*self._common, *[shift(day, soon, -1) for day in scheduled], *map(_next, scheduled)]
        places = {day: place for place, day in enumerate(sorted(days))}
        key = (*self._sort, *map(places.__getitem__, days))
        pieces = SERIES.get(key)
        if pieces is None:
            pieces = _kept(SERIES, key, _pieces([self.walk(strand) for strand in strands], scheduled, days))
        _, owner, dispute, _ = self._frame.holdings[0]
        return Series(scheduled, days, *pieces, dispute, owner)


def _next(day: date) -> date:
    return day if day == FOREVER else day + _DAY


def _kept(shapes: dict[tuple[object, ...], _Made], key: tuple[object, ...], made: _Made) -> _Made:
    """Keep a shape, from now on among others if there were too many."""
    if len(shapes) == MOST:
        shapes.clear()
    shapes[key] = made
    return made


def _shape(strand: Strand, frame: Frame, days: Sequence[date]) -> _Shape:
    """Walk a strand, and take its spans as places of days and numbers of entries."""
    place = {day: number for number, day in enumerate(days)}
    entry = {at: number for number, (_, at, _) in enumerate(strand.entries) if at is not None}
    last = {on: number for number, (on, _, _) in enumerate(strand.entries)}
    return [
        (
            place[span.start], place[span.end], span.state, span.status, span.informed, span.missed,
            None if span.entry is None else entry[span.entry],
            None if span.last_on is None else last[span.last_on],
        )
        for span in walk(strand, frame)
    ]  # fmt: skip


def _pieces(walked: Sequence[Sequence[Span]], scheduled: Sequence[date], days: Sequence[date]) -> _Pieces:
    """Take the spans of a series, and of what it is rolled up to, as places of days."""
    place = {day: number for number, day in enumerate(days)}
    number = {day: number for number, day in enumerate(scheduled)}

    def taken(spans: Sequence[Span]) -> list[Piece]:
        return [
            (place[span.start], place[span.end], span.state, span.missed, number[span.scheduled])
            for span in spans
            if span.scheduled
        ]

    rows = rollup(walked, (), [Holding(date.min, "", "", None)])
    return taken(rows), [piece for spans in walked for piece in taken(spans)]
