"""Totals as sums of changes: by how much the obligations in a state become more or fewer on a day.

How many stand how on a day is the sum of all changes up to it. Changes are few, since there are
only so many days, however many obligations there are; summed by month they are fewer still.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.core.vocabulary import STATES
from tracker.store.tables import FOREVER

Key = tuple[str, int, bool]
"""Day or month, state, whether there is a due date."""


class Turns(NamedTuple):
    """How many obligations more, and how many occurrences missed more, by what they are counted by."""

    obligations: Counter[Key]
    missed: Counter[Key]

    @classmethod
    def none(cls) -> Turns:
        """Begin with no change."""
        return cls(Counter(), Counter())


Line = tuple[str, int, int, int, int]

Totals = dict[tuple[str, bool], tuple[int, int]]
"""By (state, whether it has a due date): obligations, and their overdue occurrences."""


def count(spans: Iterable[tuple[str, str, int, str, int]], sign: int, into: Turns) -> None:
    """Add to `into` what spans (start, end, state, due, missed) change; with `sign` -1, what they changed."""
    lines = [*spans]
    if not lines:
        return
    starts, ends, states, dues, _ = zip(*lines, strict=True)
    for days, change in ((starts, sign), (ends, -sign)):
        for key, number in Counter(zip(days, states, map(bool, dues), strict=True)).items():
            into.obligations[key] += change * number
    for start, end, state, due, missed in lines:
        if missed:
            into.missed[start, state, due > ""] += sign * missed
            into.missed[end, state, due > ""] -= sign * missed


def by_day(changes: Turns) -> list[Line]:
    """Lines of `turns`, in order; none that says nothing."""
    missed = changes.missed
    lines = [
        (day, state, 1 if dated else 0, number, missed.get((day, state, dated), 0))
        for (day, state, dated), number in changes.obligations.items()
        if day != FOREVER
    ]
    return sorted(line for line in lines if line[3] or line[4])


def by_month(changes: Turns) -> list[Line]:
    """Lines of `month_turns`, in order; none that says nothing."""
    months = Turns.none()
    for of_month, of_day in zip(months, changes, strict=True):
        for (day, state, dated), number in of_day.items():
            if day != FOREVER:
                of_month[day[:7], state, dated] += number
    return by_day(months)


def totals(connection: sqlite3.Connection, day: date) -> Totals:
    """Count what stands how on a day."""
    text = day.isoformat()
    found = connection.execute(
        "SELECT state, dated, sum(obligations), sum(missed) FROM ("
        "SELECT state, dated, obligations, missed FROM month_turns WHERE month < :month UNION ALL "
        "SELECT state, dated, obligations, missed FROM turns WHERE day > :month AND day <= :day"
        ") GROUP BY state, dated",
        {"month": text[:7], "day": text},
    )
    return {
        (STATES[state], bool(dated)): (obligations, missed)
        for state, dated, obligations, missed in found
        if obligations
    }
