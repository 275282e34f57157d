"""From timelines to lines of the tables of spans: by far the most of them, so every step counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from tracker.core.timelines import Timeline
from tracker.core.vocabulary import CLOSING
from tracker.store.questions import RANKS

Line = tuple[Any, ...]


class _Iso(dict[date | None, str]):
    """Days as text, each written once: a register has many more days in it than different ones."""

    def __missing__(self, day: date | None) -> str:
        text = self[day] = day.isoformat() if day else ""
        return text


_ISO: Final = _Iso()


def spans(number: int, ref: str, timeline: Timeline, horizon: date) -> Iterator[Line]:
    """Lines of `spans`: those that begin by the horizon."""
    iso = _ISO
    for (
        start,
        end,
        state,
        scheduled,
        due,
        due_text,
        status,
        informed,
        missed,
        entry,
        last_on,
        *held,
    ) in timeline.spans:
        if start > horizon:
            return
        yield (
            number, ref, iso[start], iso[end], RANKS[state], iso[scheduled], iso[due], due_text, status,
            1 if informed else 0, missed, entry, iso[last_on], *held,
        )  # fmt: skip


def occurrence_spans(number: int, timeline: Timeline, horizon: date) -> Iterator[Line]:
    """Lines of `occurrence_spans`: those that begin by the horizon.

    Of the occurrences scheduled after it, the first that nothing closes is the last that a day
    can be asked for.
    """
    iso = _ISO
    for strand in timeline.occurrences:
        for start, end, state, scheduled, due, due_text, status, informed, _, _, last_on, *held in strand:
            if start > horizon:
                break
            yield (
                number, iso[start], iso[end], RANKS[state], iso[scheduled], iso[due], due_text, status,
                1 if informed else 0, iso[last_on], *held,
            )  # fmt: skip
        beyond = strand[0].scheduled
        if beyond and beyond > horizon and not any(span.status in CLOSING for span in strand):
            return
