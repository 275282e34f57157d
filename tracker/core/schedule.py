"""When a recurring promise falls due: the days that its rule produces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count

from tracker.core.durations import FOREVER, shift
from tracker.core.model import Every, Rule

_LAST = FOREVER - timedelta(1)
"""The last day that can be written: where a rule would go beyond it, days are reckoned to be FOREVER."""


def occurrences(rule: Every | Rule) -> Iterator[date]:
    """Yield the scheduled days in order, from `first` up to `until` (inclusive), without end otherwise.

    Each day of an `every` is reckoned from `first`, never from the day before, so that month ends
    do not drift (31 January + 1, 2, 3 months: 28 February, 31 March, 30 April).
    """
    last = rule.until or _LAST
    for day in _every(rule) if isinstance(rule, Every) else _ruled(rule):
        if day > last:
            return
        yield day


def produces(rule: Every | Rule, day: date) -> bool:
    """Say whether a day is one of the rule's."""
    return next((scheduled == day for scheduled in occurrences(rule) if scheduled >= day), False)


def _every(rule: Every) -> Iterator[date]:
    first, step = rule.first, rule.step
    if step.months:
        shifted = shift.__wrapped__  # none of these days is asked for again
        return (shifted(first, step, times) for times in count())
    left = (FOREVER - first).days
    return (first + timedelta(days) for days in range(0, left + 1, step.days))


def _ruled(rule: Rule) -> Iterator[date]:
    from dateutil.rrule import rrulestr

    start = datetime.combine(rule.first, time())
    return (moment.date() for moment in rrulestr(rule.rrule, dtstart=start))
