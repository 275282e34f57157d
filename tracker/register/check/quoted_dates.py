"""Dates that a quote states, in French, English, and for months in Arabic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from tracker.core.durations import month_length
from tracker.core.names import fold

_MONTHS: Final = (
    ("january", "jan", "janvier", "janv", "يناير", "كانون الثاني"),
    ("february", "feb", "février", "févr", "فبراير", "شباط"),
    ("march", "mar", "mars", "مارس", "آذار"),
    ("april", "apr", "avril", "avr", "أبريل", "إبريل", "نيسان"),
    ("may", "mai", "مايو", "ماي", "أيار"),
    ("june", "jun", "juin", "يونيو", "حزيران"),
    ("july", "jul", "juillet", "juil", "يوليو", "يوليوز", "تموز"),
    ("august", "aug", "août", "أغسطس", "غشت", "آب"),
    ("september", "sept", "sep", "septembre", "سبتمبر", "شتنبر", "أيلول"),
    ("october", "oct", "octobre", "أكتوبر", "تشرين الأول"),
    ("november", "nov", "novembre", "نوفمبر", "نونبر", "تشرين الثاني"),
    ("december", "dec", "décembre", "déc", "ديسمبر", "دجنبر", "كانون الأول"),
)
_MONTH: Final = {fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME: Final = "(" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\b\.?"
_DAY: Final = r"\b(\d{1,2})(?:er|st|nd|rd|th)?"
_YEAR: Final = r"\b(\d{4})\b"


class Quoted(NamedTuple):
    """A stretch of days that a quote names, both ends inclusive; `yearly` if it named no year."""

    earliest: date
    latest: date
    yearly: bool = False


def quoted_dates(quote: str) -> list[Quoted]:
    """Find the dates in a quote: days, months, years and ranges of years.

    11/12/2018 is read both ways. A day and month without a year counts as yearly.
    """
    found: list[Quoted] = []

    def take(read: Callable[[re.Match[str]], Iterator[Quoted]]) -> Callable[[re.Match[str]], str]:
        def taken(match: re.Match[str]) -> str:
            try:
                found.extend(read(match))
            except ValueError:  # 31 February, year 0
                return match[0]
            return " " * len(match[0])

        return taken

    text = fold(quote)
    for form, read in _FORMS:
        text = form.sub(take(read), text)
    return found


def _iso(match: re.Match[str]) -> Iterator[Quoted]:
    yield _one(int(match[1]), int(match[2]), int(match[3]))


def _numbers(match: re.Match[str]) -> Iterator[Quoted]:
    one, other, year = int(match[1]), int(match[2]), int(match[3])
    if other <= 12:  # noqa: PLR2004 - months
        yield _one(year, other, one)
    if one <= 12:  # noqa: PLR2004 - months
        yield _one(year, one, other)


def _day_month_year(match: re.Match[str]) -> Iterator[Quoted]:
    yield _one(int(match[3]), _MONTH[match[2]], int(match[1]))


def _month_day_year(match: re.Match[str]) -> Iterator[Quoted]:
    yield _one(int(match[3]), _MONTH[match[1]], int(match[2]))


def _month_year(match: re.Match[str]) -> Iterator[Quoted]:
    year, month = int(match[2]), _MONTH[match[1]]
    yield Quoted(date(year, month, 1), date(year, month, month_length(year, month)))


def _day_month(match: re.Match[str]) -> Iterator[Quoted]:
    yield _one(2000, _MONTH[match[2]], int(match[1]))._replace(yearly=True)


def _month_day(match: re.Match[str]) -> Iterator[Quoted]:
    yield _one(2000, _MONTH[match[1]], int(match[2]))._replace(yearly=True)


def _years(match: re.Match[str]) -> Iterator[Quoted]:
    first, last = int(match[1]), int(match[2])
    if first <= last:
        yield Quoted(date(first, 1, 1), date(last, 12, 31))


def _year(match: re.Match[str]) -> Iterator[Quoted]:
    yield Quoted(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31))


def _one(year: int, month: int, day: int) -> Quoted:
    return Quoted(date(year, month, day), date(year, month, day))


_FORMS: Final = tuple(
    (re.compile(form), read)
    for form, read in (
        (r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", _iso),
        (r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b", _numbers),
        (rf"{_DAY}\s+(?:of\s+|de\s+)?\b{_NAME},?\s+(?:de\s+)?{_YEAR}", _day_month_year),
        (rf"\b{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", _month_day_year),
        (rf"\b{_NAME},?\s+(?:de\s+|of\s+)?{_YEAR}", _month_year),
        (rf"{_DAY}\s+(?:of\s+|de\s+)?\b{_NAME}", _day_month),
        (rf"\b{_NAME}\s+(\d{{1,2}})\b", _month_day),
        (rf"{_YEAR}\s*(?:-|/|a|to|et|and)\s*{_YEAR}", _years),
        (_YEAR, _year),
    )
)


def names_date(quote: str, earliest: date, latest: date) -> bool:
    """Say whether a quote names a date that can be one within these days, both inclusive."""
    for found in quoted_dates(quote):
        if found.yearly:
            if any(
                earliest <= _in_year(found.earliest, year) <= latest for year in {earliest.year, latest.year}
            ):
                return True
        elif found.earliest <= latest and earliest <= found.latest:
            return True
    return False


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, month_length(year, day.month)))
