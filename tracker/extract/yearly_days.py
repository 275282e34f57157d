"""Several days of each year, or one in a month, as the one rule of RFC 5545 that says them exactly."""

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tracker.core.durations import month_length
from tracker.extract.dated import Dated

_BETWEEN: Final = re.compile(r"[ ,;]*(?:and|et)?(?: (?:on|by|le|au|les))?(?: the)? ?")
_LEAP: Final = 2028
_SAFE_DAY: Final = 28
_MONTHS: Final = 12
_YEARS: Final = 9


class YearDay(NamedTuple):
    """A month and a day of it; -1 is its last day."""

    month: int
    day: int


class Yearly(NamedTuple):
    """A rule, or a number of months after which the same day comes back; either is empty."""

    rule: str
    every: int
    first: str


def are_listed(folded: str, dates: Sequence[Dated]) -> bool:
    """Say whether hardly more than commas and "and" stand between the dates of a clause."""
    between = (folded[date.end : after.start] for date, after in itertools.pairwise(dates))
    return all(_BETWEEN.fullmatch(words) for words in between)


def days_of_year(dates: Sequence[Dated]) -> list[YearDay]:
    """Give the days of a list without years, a month as its last day; empty where one is no such day."""
    days = []
    for date in dates:
        year, month, day = date.first
        if year or not month or any(date.last) or date.form:
            return []
        days.append(YearDay(month, day or -1))
    return sorted(set(days))


def yearly(days: Sequence[YearDay], start: str) -> Yearly | None:
    """Say the days of each year as one rule from an ISO date on; None where no rule gives just them."""
    months = sorted({day.month for day in days})
    day = _common(days)
    if not day or len(months) != len(days):
        return None
    steps = {
        (after - month) % _MONTHS or _MONTHS
        for month, after in zip(months, months[1:] + months[:1], strict=True)
    }
    first = first_of([YearDay(month, day) for month in months], start)
    if len(steps) == 1 and day > 0:
        return Yearly("", steps.pop(), first)
    named = ",".join(map(str, months))
    return Yearly(f"FREQ=YEARLY;BYMONTH={named};BYMONTHDAY={day}", 0, first)


def _common(days: Sequence[YearDay]) -> int:
    """Give the day of the month that all have, -1 for the last of each, 0 if there is none."""
    numbers = {day.day for day in days}
    if numbers == {next(iter(numbers))} and 0 < min(numbers) <= _SAFE_DAY:
        return min(numbers)
    if all(
        day.day in {-1, month_length(_LEAP, day.month), month_length(_LEAP - 1, day.month)} for day in days
    ):
        return -1
    return min(numbers) if len(numbers) == 1 else 0


def first_of(days: Sequence[YearDay], start: str) -> str:
    """Give the first of some days of each year from an ISO date on."""
    begin = dt.date.fromisoformat(start)
    found = []
    for month, day in days:
        for year in range(begin.year, begin.year + _YEARS):
            length = month_length(year, month)
            if day <= length and (on := dt.date(year, month, length if day < 0 else day)) >= begin:
                found.append(on.isoformat())
                break
    return min(found, default="")
