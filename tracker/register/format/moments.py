"""Dates and lengths of time in the register; those that recur are read once."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from tracker.core.dates import Period, on_day, parse_period
from tracker.core.durations import Duration, parse_duration
from tracker.core.errors import Text, TrackerError
from tracker.register.format.wrong import Wrong, brief, type_of

_LONGEST: Final = 40
"""Code points of a date or a length; what is longer is cut, and then refused for what it says."""

_MOST_DAYS: Final = 36_525
_MOST_MONTHS: Final = 1_200


@lru_cache(4096)
def _on_day(day: date) -> Period:
    return on_day(day)


@lru_cache(4096)
def _period(text: str) -> Period:
    return parse_period(text)


@lru_cache(4096)
def _length(text: str) -> Duration:
    length = parse_duration(text)
    if length == (0, 0):
        raise TrackerError("{text!r} is no length of time; the shortest is 1 day", text=text)
    if length.days > _MOST_DAYS or length.months > _MOST_MONTHS:
        raise TrackerError("{text!r} is too long; the longest is 100 years", text=text)
    return length


def read_period(value: object) -> Period:
    """Take a TOML date, or a text in EDTF."""
    if type(value) is date:
        return _on_day(value)
    if type(value) is str:
        try:
            return _period(value if len(value) < _LONGEST else brief(value))
        except TrackerError as error:
            raise Wrong("E205", error.text) from None
    raise _no_date(value)


def read_day(value: object) -> date:
    """Take a date that is one day."""
    if type(value) is date:
        return value
    period = read_period(value)
    if not period.is_day:
        raise Wrong(
            "E205",
            Text(
                "{text!r} is not precise enough here; write a day, such as {day}",
                {"text": period.text, "day": period.latest},
            ),
        )
    return period.latest


def _no_date(value: object) -> Wrong:
    if isinstance(value, (datetime, time)):
        return Wrong(
            "E205",
            Text("this is {found}; write the date without a time: 2026-05-31", {"found": type_of(value)}),
        )
    if type(value) is int and 1000 <= value <= 9999:  # noqa: PLR2004 - a year
        return Wrong("E205", Text('a year stands in quotation marks: "{year}"', {"year": value}))
    return Wrong(
        "E202",
        Text("this is {found}, and a date is needed: 2026-05-31", {"found": type_of(value)}),
    )


def read_length(value: object) -> Duration:
    """Take a length of time of 1 day to 100 years."""
    if type(value) is not str:
        raise Wrong(
            "E202",
            Text("this is {found}, and a length of time is needed: '6 months'", {"found": type_of(value)}),
        )
    try:
        return _length(value if len(value) < _LONGEST else brief(value))
    except TrackerError as error:
        raise Wrong("E206", error.text) from None
