"""Lengths of time as a text states them: "six (6) months", "trente jours", and a day so much later."""

import datetime as dt
import re
import sys
from typing import Final

from dateutil.relativedelta import relativedelta

from tracker.extract.numbers import CARDINAL, may_count, number
from tracker.extract.patterns import Pattern
from tracker.extract.wording import Remembered

Searches = Pattern | re.Pattern[str]
_FULL_DAY: Final = len("2000-01-01")
UNITS: Final = {
    **dict.fromkeys(("day", "days", "jour", "jours"), "days"),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), "weeks"),
    **dict.fromkeys(("month", "months", "mois"), "months"),
    **dict.fromkeys(("year", "years", "an", "ans", "annee", "annees"), "years"),
}
_LENGTHS: Final = {"days": (1, 0), "weeks": (7, 0), "months": (0, 1), "years": (0, 12)}
UNIT: Final = "|".join(sorted(UNITS, key=len, reverse=True))
LENGTH: Final = rf"(?P<n>{CARDINAL}) ?(?:\(\s?\w+\s?\) )?(?:\w+ )?(?P<unit>{UNIT})\b"
_OF_TIME: Final = re.compile(rf"\b(?:{UNIT})\b")
_UNIT_ENDS: Final = re.compile(rf"(?:{UNIT})\b")


_IS_OF_TIME: Final = Remembered(lambda word: _OF_TIME.search(word) is not None)
_MAY_END_IN_UNIT: Final = Remembered(lambda word: _UNIT_ENDS.search(word) is not None)
_MAY_COUNT: Final = Remembered(may_count)


def speaks_of_time(folded: str) -> bool:
    """Say quickly whether a clause can hold a length of time at all."""
    return any(map(_IS_OF_TIME.__getitem__, folded.split()))


def may_hold_length(words: list[str]) -> bool:
    """Say quickly whether a clause can hold a number and a unit of time, be they glued to other words."""
    return any(map(_MAY_END_IN_UNIT.__getitem__, words)) and any(map(_MAY_COUNT.__getitem__, words))


def counting(pattern: Searches, folded: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    """Find the first match that counts something: a pattern with a length takes any word for a number."""
    found = pattern.search(folded, start, end)
    while found is not None and (not number(found["n"]) or _is_place(folded, found)):
        found = pattern.search(folded, found.start() + 1, end)
    return found


def _is_place(folded: str, found: re.Match[str]) -> bool:
    """Say whether a day is named by its place, and no length: "the first day of the third month"."""
    return found["unit"] in {"day", "jour"} and folded.startswith((" of ", " du ", " de "), found.end("unit"))


def written(count: str, unit: str) -> str:
    """Write a length as the register does: ("six", "mois") is "6 months"."""
    word = UNITS[unit]
    return f"{number(count)} {word if number(count) > 1 else word[:-1]}"


def later(day: str, count: str, unit: str, sign: int = 1) -> str:
    """Add a length such as ("six", "mois") to an ISO date, or take it off; empty where that can't be."""
    if len(day) != _FULL_DAY or not number(count):
        return ""
    days, months = _LENGTHS[UNITS[unit]]
    try:
        moved = dt.date.fromisoformat(day) + relativedelta(
            days=sign * days * number(count), months=sign * months * number(count)
        )
    except (ValueError, OverflowError):
        return ""
    return moved.isoformat()
