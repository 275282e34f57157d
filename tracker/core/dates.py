"""Dates as they are stated: a day, or less precise, in EDTF (ISO 8601-2).

Level 0 dates and intervals, and of level 2 the quarters and halves of a year, with `2025-Q3` as
a convenience. What has no last day (open intervals) or none that all agree on (seasons) cannot
be late, and is refused.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.core.durations import month_length
from tracker.core.errors import TrackerError

_FORM = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")
_GROUPS = {  # EDTF level 2: months of the sub-year groupings
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
_SEASONS = range(21, 33)


class Period(NamedTuple):
    """A stated date: its first and last day, both inclusive, and how it was written."""

    text: str
    earliest: date
    latest: date

    @property
    def is_day(self) -> bool:
        """Whether it names a single day."""
        return self.earliest == self.latest


@lru_cache(maxsize=1 << 16)
def on_day(day: date) -> Period:
    """Make the period that is one day."""
    return Period(day.isoformat(), day, day)


def parse_period(text: str) -> Period:
    """Read an EDTF date or closed interval; TrackerError says what is wrong with another text."""
    text = text.strip()
    start, slash, end = text.partition("/")
    if not slash:
        earliest, latest = _bounds(start, text)
        return Period(text, earliest, latest)
    if start in {"", ".."} or end in {"", ".."}:
        raise TrackerError("{text!r} is open: write both ends, for example 2026-01/2026-06", text=text)
    earliest, latest = _bounds(start, text)[0], _bounds(end, text)[1]
    if earliest > latest:
        raise TrackerError("{text!r} ends before it begins", text=text)
    return Period(text, earliest, latest)


def _bounds(part: str, text: str) -> tuple[date, date]:
    form = _FORM.fullmatch(part)
    if form is None:
        raise TrackerError(
            "{text!r} is not a date; write for example 2026-05-31, 2026-05, 2026, 2026-Q2 or 2026-01/2026-06",
            text=text,
        )
    year = int(form[1])
    quarter, month, day = (None if group is None else int(group) for group in form.groups()[1:])
    if day is None and month in _SEASONS:
        raise TrackerError(
            "{text!r} is a season, which has no last day; write months or a quarter", text=text
        )
    try:
        if month is not None and day is not None:
            return (date(year, month, day),) * 2
        first, last = _months(quarter, month)
        return date(year, first, 1), date(year, last, month_length(year, last))
    except ValueError:
        raise TrackerError("{text!r} is not in the calendar", text=text) from None


def _months(quarter: int | None, month: int | None) -> tuple[int, int]:
    if quarter is not None:
        return _GROUPS[32 + quarter]
    if month is None:
        return 1, 12
    return _GROUPS.get(month, (month, month))
