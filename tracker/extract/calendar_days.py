"""Days that a clause names by their place in the calendar: the first Monday of a month, a quarter's end."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from tracker.extract.date_forms import MONTHS
from tracker.extract.lengths import LENGTH, UNITS, counting
from tracker.extract.numbers import ORDINAL, number
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
    r"\b(?:last (?:calendar )?day|end|close) of (?:each|every) (?:calendar )?"
    r"(?P<en>month|quarter|semester|half-year|year)\b"
    r"|\b(?:dernier jour|fin|cloture) de chaque (?P<fr>mois|trimestre|semestre|annee)\b(?! scolaire| budget)"
)
_OWN_YEAR: Final = re.compile(
    r"\b(?:end|close) of (?:each|every|its|the|their) "
    r"(?:financial|fiscal|budget\w*|accounting|academic|school) (?:year|period)"
    r"|\b(?:fin|cloture) de (?:chaque|l') ?(?:exercice|annee (?:scolaire|budget\w+|universitaire))"
)
_PART: Final = re.compile(
    rf"\b(?:{'|'.join(_PLACES)}) (?:quarter|half|semester|month|week|trimestre|semestre|mois|semaine) "
    r"(?:of (?:each|every)|de chaque) (?:calendar )?(?:year|quarter|month|annee|trimestre|mois)\b"
)
_WITHIN: Final = r"(?:(?:within|no later than|not later than|dans les|dans un delai de|au plus tard) )?"
_GRACE: Final = re.compile(
    rf"\b{_WITHIN}{LENGTH}(?:'s?)? "
    r"(?P<side>of|after|following|from|before|prior to|suivant|apres|qui suivent|a compter de|avant)"
    r"(?: the| la)? $"
)
_EARLIER: Final = frozenset({"before", "prior to", "avant"})
_WEEKDAY: Final = re.compile(
    rf"\b(?P<place>{'|'.join(_PLACES)}) (?P<day>{'|'.join(WEEKDAYS)})"
    r" (?:of (?:each|every) (?:calendar )?month|de chaque mois)\b"
)
_WEEKDAY_OF_YEAR: Final = re.compile(
    rf"\b(?P<place>{'|'.join(_PLACES)}) (?P<day>{'|'.join(WEEKDAYS)})"
    rf" (?:of |in |de |d'|du mois de |du mois d')(?:each |every )?(?P<month>{'|'.join(MONTHS)})\b"
)
_ANY_WEEKDAY: Final = re.compile(
    rf"\b(?:{'|'.join(_PLACES)}) (?:{'|'.join(WEEKDAYS)})(?: (?:of|in|de|du) (?:\w+ ){{0,2}}\w+)?"
)
_DAY_OF_MONTH: Final = re.compile(
    rf"\b(?P<n>\d{{1,2}}(?:st|nd|rd|th|er|e)?|{ORDINAL})(?: day| jour)?"
    r" (?:of (?:each|every) (?:calendar )?month|de chaque mois)\b"
)
_DAY = dt.timedelta(1)
_LONGEST = 800
_WEEK = 7
_SAFE_DAY = 28
_MONTHS: Final = 12
_LEAP_CYCLE: Final = 9


class Placed(NamedTuple):
    """A rule of RFC 5545, the first day that it gives, and where the clause says it.

    No rule says some days just as the clause does, such as 45 days after each quarter; then it is empty.
    """

    rule: str
    first: str
    place: slice


def placed(folded: str, start: str, months: int) -> Placed | None:
    """Find such a day in a clause that recurs after so many months, from an ISO date on; None without one."""
    end, weekday = _END.search(folded), _WEEKDAY.search(folded)
    if unknown := _OWN_YEAR.search(folded) or _PART.search(folded):
        grace = counting(_GRACE, folded, 0, unknown.start())
        return Placed("", "", slice(grace.start() if grace else unknown.start(), unknown.end()))
    if end and _PERIODS[end["en"] or end["fr"]] == months:
        return _at_end(folded, end, start, months)
    named = _WEEKDAY_OF_YEAR.search(folded)
    if named and months % _MONTHS == 0:
        return _in_month(named, start, months // _MONTHS)
    other = _ANY_WEEKDAY.search(folded)
    if months != 1:
        return Placed("", "", slice(*other.span())) if other else None
    return _of_month(folded, weekday, start)


def _of_month(folded: str, weekday: re.Match[str] | None, start: str) -> Placed | None:
    """Read "the first Monday of each month" or "the 15th of each month"."""
    if weekday:
        place, day_name = _PLACES[weekday["place"]], WEEKDAYS[weekday["day"]]
        first = _first(start, lambda day: day.weekday() == day_name and _is_place(day, place))
        return Placed(f"FREQ=MONTHLY;BYDAY={place}{_CODES[day_name]}", first, slice(*weekday.span()))
    day_of_month = _DAY_OF_MONTH.search(folded)
    if day_of_month and 1 <= (wanted := number(day_of_month["n"])) <= _SAFE_DAY:
        first = _first(start, lambda day: day.day == wanted)
        return Placed(f"FREQ=MONTHLY;BYMONTHDAY={wanted}", first, slice(*day_of_month.span()))
    return None


def _in_month(named: re.Match[str], start: str, years: int) -> Placed:
    """Read "the first Monday of June" of each year, or of every second."""
    place, day_name, month = _PLACES[named["place"]], WEEKDAYS[named["day"]], MONTHS[named["month"]]
    first = _first(
        start, lambda day: day.month == month and day.weekday() == day_name and _is_place(day, place)
    )
    every = f";INTERVAL={years}" if years > 1 else ""
    rule = f"FREQ=YEARLY{every};BYMONTH={month};BYDAY={place}{_CODES[day_name]}"
    return Placed(rule, first, slice(*named.span()))


def _at_end(folded: str, end: re.Match[str], start: str, months: int) -> Placed:
    """Read a period's end, with how long after it (or before) the clause is due."""
    grace = counting(_GRACE, folded, 0, end.start())
    first = _first(start, lambda day: (day + _DAY).day == 1 and day.month % months == 0)
    if grace is None:
        return Placed(f"FREQ=MONTHLY;INTERVAL={months};BYMONTHDAY=-1", first, slice(*end.span()))
    place = slice(grace.start(), end.end())
    count = number(grace["n"]) * (-1 if grace["side"] in _EARLIER else 1)
    try:
        return Placed(*_moved(dt.date.fromisoformat(first), months, count, UNITS[grace["unit"]]), place)
    except (ValueError, OverflowError):  # beyond the last year that a date can have
        return Placed("", "", place)


def _moved(first: dt.date, months: int, count: int, unit: str) -> tuple[str, str]:
    """Give the rule for so long after each end of a period, and its first day; or two empty strings."""
    ends = list(_ends(first, months))
    if unit in {"months", "years"}:
        days = [_month_end(end, count * (_MONTHS if unit == "years" else 1)) for end in ends]
        numbers = {-1}
    else:
        days = [end + _DAY * count * (_WEEK if unit == "weeks" else 1) for end in ends]
        numbers = {day.day for day in days}
    if len(numbers) == 1:
        named = ",".join(str(month) for month in sorted({day.month for day in days}))
        if months == 1:
            return f"FREQ=MONTHLY;BYMONTHDAY={numbers.pop()}", days[0].isoformat()
        return f"FREQ=YEARLY;BYMONTH={named};BYMONTHDAY={numbers.pop()}", days[0].isoformat()
    places = {day.timetuple().tm_yday for day in days}
    if len(places) == 1:
        return f"FREQ=YEARLY;BYYEARDAY={places.pop()}", days[0].isoformat()
    return "", ""


def _ends(first: dt.date, months: int) -> Iterator[dt.date]:
    """Yield the ends of the periods of some years, leap years among them."""
    for count in range(_LEAP_CYCLE * _MONTHS // months):
        yield _month_end(first, months * count)


def _month_end(day: dt.date, months: int) -> dt.date:
    return day + relativedelta(months=months, day=31)


def _is_place(day: dt.date, place: int) -> bool:
    if place < 0:
        return (day + dt.timedelta(_WEEK)).month != day.month
    return (day.day - 1) // _WEEK + 1 == place


def _first(start: str, holds: Callable[[dt.date], bool]) -> str:
    day = dt.date.fromisoformat(start)
    return next(found.isoformat() for n in range(_LONGEST) if holds(found := day + _DAY * n))
