"""Days that a clause names by their place in the calendar: the first Monday of a month, a quarter's end."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from tracker.extract.weekdays import WEEKDAYS

_PERIODS: Final = {
    **dict.fromkeys(("month", "mois"), 1),
    **dict.fromkeys(("quarter", "trimestre"), 3),
    **dict.fromkeys(("semester", "half-year", "semestre"), 6),
    **dict.fromkeys(("year", "annee"), 12),
}
_PLACES: Final = {
    **dict.fromkeys(("first", "premier"), 1),
    **dict.fromkeys(("second", "deuxieme"), 2),
    **dict.fromkeys(("third", "troisieme"), 3),
    **dict.fromkeys(("fourth", "quatrieme"), 4),
    **dict.fromkeys(("last", "dernier"), -1),
}
_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_END: Final = re.compile(
    r"\b(?:last (?:calendar )?day|end) of (?:each|every) (?:calendar )?"
    r"(?P<en>month|quarter|semester|half-year|year)\b"
    r"|\b(?:dernier jour|fin) de chaque (?P<fr>mois|trimestre|semestre|annee)\b"
)
_WEEKDAY: Final = re.compile(
    rf"\b(?P<place>{'|'.join(_PLACES)}) (?P<day>{'|'.join(WEEKDAYS)})"
    r" (?:of (?:each|every) (?:calendar )?month|de chaque mois)\b"
)
_DAY = dt.timedelta(1)
_LONGEST = 800
_WEEK = 7


class Placed(NamedTuple):
    """A rule of RFC 5545, the first day that it gives, and where the clause says it."""

    rule: str
    first: str
    place: slice


def placed(folded: str, start: str, months: int) -> Placed | None:
    """Find such a day in a clause that recurs after so many months, from an ISO date on; None without one."""
    end, weekday = _END.search(folded), _WEEKDAY.search(folded)
    if end and _PERIODS[end["en"] or end["fr"]] == months:
        first = _first(start, lambda day: (day + _DAY).day == 1 and day.month % months == 0)
        return Placed(f"FREQ=MONTHLY;INTERVAL={months};BYMONTHDAY=-1", first, slice(*end.span()))
    if weekday and months == 1:
        place, number = _PLACES[weekday["place"]], WEEKDAYS[weekday["day"]]
        first = _first(start, lambda day: day.weekday() == number and _is_place(day, place))
        return Placed(f"FREQ=MONTHLY;BYDAY={place}{_CODES[number]}", first, slice(*weekday.span()))
    return None


def _is_place(day: dt.date, place: int) -> bool:
    if place < 0:
        return (day + dt.timedelta(_WEEK)).month != day.month
    return (day.day - 1) // _WEEK + 1 == place


def _first(start: str, holds: Callable[[dt.date], bool]) -> str:
    day = dt.date.fromisoformat(start)
    return next(found.isoformat() for n in range(_LONGEST) if holds(found := day + _DAY * n))
