"""Totals as sums of changes: by how much the obligations in a state become more or fewer on a day.

How many stand how on a day is the sum of all changes up to it. Changes are few, since there are
only so many days, however many obligations there are; summed by month they are fewer still.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from tracker.core.vocabulary import STATES
from tracker.store.tables import FOREVER

Turns = dict[tuple[str, int, int], list[int]]
"""By (day or month, state, dated): how many obligations more, and how many occurrences missed more."""

Line = tuple[str, int, int, int, int]

Totals = dict[tuple[str, bool], tuple[int, int]]
"""By (state, whether it has a due date): obligations, and their overdue occurrences."""


def count(spans: Iterable[tuple[str, str, int, str, int]], sign: int, into: Turns) -> None:
    """Add to `into` what spans (start, end, state, due, missed) change; with `sign` -1, what they changed."""
    for start, end, state, due, missed in spans:
        dated = 1 if due else 0
        key = start, state, dated
        turn = into.get(key)
        if turn is None:
            turn = into[key] = [0, 0]
        turn[0] += sign
        turn[1] += sign * missed
        if end != FOREVER:
            key = end, state, dated
            turn = into.get(key)
            if turn is None:
                turn = into[key] = [0, 0]
            turn[0] -= sign
            turn[1] -= sign * missed


def by_day(changes: Turns) -> list[Line]:
    """Lines of `turns`, in order; none that says nothing."""
    return sorted((*key, turn[0], turn[1]) for key, turn in changes.items() if any(turn))


def by_month(changes: Turns) -> list[Line]:
    """Lines of `month_turns`, in order; none that says nothing."""
    months: Turns = {}
    for (day, state, dated), (obligations, missed) in changes.items():
        turn = months.setdefault((day[:7], state, dated), [0, 0])
        turn[0] += obligations
        turn[1] += missed
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
