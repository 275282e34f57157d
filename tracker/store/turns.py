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


class Turn(NamedTuple):
    """Of spans in one state, by day: how many begin, how many end, and how many occurrences missed more."""

    begun: Counter[str]
    ended: Counter[str]
    missed: Counter[str]


Turns = list[Turn]
"""Two for each state, of spans without and with a due date."""


Line = tuple[str, int, int, int, int]

Totals = dict[tuple[str, bool], tuple[int, int]]
"""By (state, whether it has a due date): obligations, and their overdue occurrences."""


def none() -> Turns:
    """Begin with no change."""
    return [Turn(Counter(), Counter(), Counter()) for _ in range(2 * len(STATES))]


def count(spans: Iterable[tuple[str, str, int, str, int]], sign: int, into: Turns) -> None:
    """Add to `into` what spans (start, end, state, due, missed) change; with `sign` -1, what they changed."""
    days: list[tuple[list[str], list[str]]] = [([], []) for _ in into]
    for start, end, state, due, missed in spans:
        number = 2 * state + (due > "")
        begun, ended = days[number]
        begun.append(start)
        ended.append(end)
        if missed:
            more = into[number].missed
            more[start] += sign * missed
            more[end] -= sign * missed
    for turn, (begun, ended) in zip(into, days, strict=True):
        turn.begun.update(begun if sign > 0 else ended)
        turn.ended.update(ended if sign > 0 else begun)


def by_day(changes: Turns) -> list[Line]:
    """Lines of `turns`, in order; none that says nothing."""
    lines: list[Line] = []
    for number, (begun, ended, missed) in enumerate(changes):
        state, dated = divmod(number, 2)
        for day in begun.keys() | ended.keys():
            more, more_missed = begun.get(day, 0) - ended.get(day, 0), missed.get(day, 0)
            if (more or more_missed) and day != FOREVER:
                lines.append((day, state, dated, more, more_missed))
    return sorted(lines)


def by_month(days: Iterable[Line]) -> list[Line]:
    """Lines of `month_turns` from those of `turns`, in order; none that says nothing."""
    sums: dict[tuple[str, int, int], tuple[int, int]] = {}
    for day, state, dated, more, missed in days:
        key = day[:7], state, dated
        found, found_missed = sums.get(key, (0, 0))
        sums[key] = found + more, found_missed + missed
    return sorted((*key, *both) for key, both in sums.items() if any(both))


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
