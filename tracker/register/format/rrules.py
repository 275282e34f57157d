"""Recurrence rules (RFC 5545 section 3.3.10): which ones a register may state.

DAILY to YEARLY, without times, and without COUNT and UNTIL, since `until` says that. What the RFC
forbids to combine is refused. A rule is never run to its end: one that produces nothing would
keep a program busy until the year 9999.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from tracker.core.durations import month_length
from tracker.core.errors import Text
from tracker.register.format.wrong import Wrong, brief

_FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_LONGEST: Final = 400
_MOST: Final = 1200
_RANGES: Final = {  # the largest number, and whether it may count from the end
    "BYMONTH": (12, False),
    "BYMONTHDAY": (31, True),
    "BYYEARDAY": (366, True),
    "BYWEEKNO": (53, True),
    "BYSETPOS": (366, True),
}
_PARTS: Final = ("FREQ", "INTERVAL", "BYDAY", "WKST", *_RANGES)
_WEEK: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NUMBER: Final = re.compile(r"([+-]?)(\d{1,3})")
_WEEKDAY: Final = re.compile(r"([+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)")
_SKIP: Final = {"DAILY": 160_000, "WEEKLY": 23_000, "MONTHLY": 5_200, "YEARLY": 430}
"""Intervals that lead from the year 9571 beyond the last one, 9999."""


def read_rrule(value: object) -> str:
    """Take a rule, in capitals and without RRULE: before it."""
    if type(value) is not str:
        raise Wrong("E202", Text('a rule is a text, such as "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'))
    return _checked(value) if len(value) <= _LONGEST else _checked(value[: _LONGEST + 1])


@lru_cache(4096)
def _checked(text: str) -> str:
    rule = text.strip().upper().removeprefix("RRULE:")
    parts: dict[str, str] = {}
    for part in rule.rstrip(";").split(";"):
        name, equals, given = part.partition("=")
        if not equals or not given:
            raise _wrong("{part} is not a part of a rule; write NAME=VALUE;NAME=VALUE", part=brief(part))
        if name in parts:
            raise _wrong("{part} is stated twice; keep one", part=brief(name))
        parts[name] = given
        _check_part(name, given)
    if "FREQ" not in parts:
        raise _wrong("the rule has no FREQ; begin it with FREQ=YEARLY, MONTHLY, WEEKLY or DAILY", part="")
    _check_together(parts)
    return ";".join(f"{name}={given}" for name, given in parts.items())


def _check_part(name: str, given: str) -> None:
    if name in {"COUNT", "UNTIL"}:
        raise _wrong("{part} has no place in the rule; write the last day as until = 2027-12-31", part=name)
    if name in {"BYHOUR", "BYMINUTE", "BYSECOND"}:
        raise _wrong("{part} has no place in the rule; promises fall due on days, not hours", part=name)
    if name not in _PARTS:
        raise _wrong(
            "{part} is not a part that a rule has; it has {known}", part=brief(name), known=", ".join(_PARTS)
        )
    if name == "FREQ" and given not in _FREQUENCIES:
        raise _wrong("FREQ={part} is not possible; write YEARLY, MONTHLY, WEEKLY or DAILY", part=brief(given))
    if name == "WKST" and given not in _WEEK:
        raise _wrong("WKST={part} is not a day of the week; write MO or SU", part=brief(given))
    if name == "INTERVAL" and not (re.fullmatch(r"[0-9]{1,4}", given) and 1 <= int(given) <= _MOST):
        raise _wrong(
            "INTERVAL={part} is not possible; write a number from 1 to {most}", part=brief(given), most=_MOST
        )
    for item in given.split(","):
        if name == "BYDAY" and not _weekday_is_right(item):
            raise _wrong("BYDAY={part} is not possible; write MO, or 1MO, or -1FR", part=brief(item))
        if name in _RANGES and not _number_is_right(item, *_RANGES[name]):
            raise _wrong("{name}={part} is not possible", name=name, part=brief(item))


def _number_is_right(item: str, most: int, backwards: bool) -> bool:
    form = _NUMBER.fullmatch(item) if item.isascii() else None
    return form is not None and 1 <= int(form[2]) <= most and (backwards or form[1] != "-")


def _weekday_is_right(item: str) -> bool:
    form = _WEEKDAY.fullmatch(item) if item.isascii() else None
    return form is not None and (form[1] is None or 1 <= abs(int(form[1])) <= 53)  # noqa: PLR2004 - weeks


def _check_together(parts: dict[str, str]) -> None:
    frequency = parts["FREQ"]
    counted = any(item[:-2] for item in parts.get("BYDAY", "").split(","))
    for name, allowed in (
        ("BYWEEKNO", {"YEARLY"}),
        ("BYYEARDAY", {"YEARLY"}),
        ("BYMONTHDAY", {"DAILY", "MONTHLY", "YEARLY"}),
    ):
        if name in parts and frequency not in allowed:
            raise _wrong("{part} does not go with FREQ={frequency}", part=name, frequency=frequency)
    if counted and (frequency not in {"MONTHLY", "YEARLY"} or "BYWEEKNO" in parts):
        raise _wrong(
            "a counted day such as {part} goes with MONTHLY or YEARLY, and not with BYWEEKNO", part="1MO"
        )
    if "BYSETPOS" in parts and not any(name.startswith("BY") and name != "BYSETPOS" for name in parts):
        raise _wrong("{part} needs another part that begins with BY", part="BYSETPOS")


def _wrong(msgid: str, **values: object) -> Wrong:
    return Wrong("E207", Text(msgid, values))


def begins(rrule: str, first: date) -> bool:
    """Say whether a rule that `read_rrule` took, reckoned from `first`, produces `first` itself."""
    return falls_on(rrule, first, first)


@lru_cache(4096)
def falls_on(rrule: str, first: date, day: date) -> bool:
    """Say whether a rule that `read_rrule` took, reckoned from `first`, produces a day.

    Only the period (day, week, month or year) of the day is laid out, in a late year with the same
    calendar: with a large interval the next period lies beyond the last year.
    """
    from dateutil.rrule import rrulestr

    parts = dict(part.split("=") for part in rrule.split(";"))
    if day < first or _periods(parts, first, day) % int(parts.get("INTERVAL", 1)):
        return False
    parts.update(_implied(parts, first))
    parts["INTERVAL"] = str(_SKIP[parts["FREQ"]])
    start = datetime.combine(day.replace(year=_late_year(day.year)), time())
    laid_out = rrulestr(";".join(f"{name}={given}" for name, given in parts.items()), dtstart=start)
    return next(iter(laid_out), None) == start


def _periods(parts: dict[str, str], first: date, day: date) -> int:
    """Count the periods of a rule's frequency from that of `first` to that of a day."""
    frequency = parts["FREQ"]
    if frequency == "YEARLY":
        return day.year - first.year
    if frequency == "MONTHLY":
        return (day.year - first.year) * 12 + day.month - first.month
    days = day.toordinal() - first.toordinal()
    if frequency == "DAILY":
        return days
    into_week = (first.weekday() - _WEEK.index(parts.get("WKST", "MO"))) % 7
    return (days + into_week) // 7


def _implied(parts: dict[str, str], first: date) -> dict[str, str]:
    """Give the parts that a rule takes from `first` (RFC 5545 section 3.3.10, on missing BYxxx parts)."""
    frequency = parts["FREQ"]
    if frequency == "DAILY" or parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        return {}
    if frequency == "WEEKLY":
        return {"BYDAY": _WEEK[first.weekday()]}
    months = {"BYMONTH": str(first.month)} if frequency == "YEARLY" and "BYMONTH" not in parts else {}
    return {"BYMONTHDAY": str(first.day), **months}


@lru_cache(512)
def _late_year(year: int) -> int:
    """Give the last year to 9970 with the same calendar; they recur after 400 years at the latest."""
    like = _calendar(year)
    return next(late for late in range(9970, 9570, -1) if _calendar(late) == like)


def _calendar(year: int) -> tuple[int, int, int]:
    return date(year, 1, 1).weekday(), month_length(year, 2), month_length(year - 1, 2)
