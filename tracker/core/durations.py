"""Lengths of time as a treaty states them: days, weeks, months, years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tracker.core.errors import TrackerError

FOREVER = date.max
"""The exclusive end of what has no end; no date of a register reaches it."""

_FORM = re.compile(r"([0-9]{1,5})\s*(day|week|month|year)s?")
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}
_FRENCH_FORM = re.compile(r"([0-9]{1,5})\s*(jour|semaine|mois|trimestre|semestre|an|année|annee)s?")
_FRENCH = {"jour": (1, "day"), "semaine": (1, "week"), "trimestre": (3, "month"), "semestre": (6, "month")}


class Duration(NamedTuple):
    """Whole calendar months and whole days; either is zero."""

    months: int
    days: int

    def __str__(self) -> str:
        """Write it as the register does: '6 months', '1 year', '30 days'."""
        count, unit = (self.months, "month") if self.months else (self.days, "day")
        if unit == "month" and count % 12 == 0:
            count, unit = count // 12, "year"
        elif unit == "day" and count and count % 7 == 0 and count < 29:  # noqa: PLR2004 - weeks
            count, unit = count // 7, "week"
        return f"{count} {unit}{'' if count == 1 else 's'}"


def parse_duration(text: str) -> Duration:
    """Read '30 days', '2 weeks', '6 months' or '1 year'; TrackerError for anything else."""
    form = _FORM.fullmatch(text.strip().lower())
    if form is None and (french := _FRENCH_FORM.fullmatch(text.strip().lower())):
        each, unit = _FRENCH.get(french[2], (1, "month" if french[2] == "mois" else "year"))
        count = int(french[1]) * each
        raise TrackerError(
            "{text!r}: lengths of time are written in English here, {english!r}",
            text=text,
            english=f"{count} {unit}{'' if count == 1 else 's'}",
        )
    if form is None:
        raise TrackerError(
            "{text!r} is not a length of time; write for example '30 days', '6 months', '2 years'",
            text=text,
        )
    count, unit = int(form[1]), form[2]
    return Duration(count * _MONTHS.get(unit, 0), count * _DAYS.get(unit, 0))


def month_length(year: int, month: int) -> int:
    """Count the days of a month; the standard library's calendar takes long to import."""
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


@lru_cache(maxsize=1 << 16)
def shift(day: date, length: Duration, times: int = 1) -> date:
    """Add `times` lengths to a day, at once and not step by step.

    A month that lacks the day ends on its last one (31 January + 1 month is 28 February), as
    RFC 5545 section 3.3.10 leaves to the implementation and ISO 8601 calendars do. Stops at the
    first and the last day that can be written.
    """
    try:
        if length.months:
            index = day.year * 12 + day.month - 1 + length.months * times
            year, month = index // 12, index % 12 + 1
            if day.day > 28:  # noqa: PLR2004 - each month has 28 days
                return date(year, month, min(day.day, month_length(year, month)))
            return date(year, month, day.day)
        return day + timedelta(length.days * times)
    except (ValueError, OverflowError):
        return FOREVER if times * (length.months + length.days) > 0 else date.min
