"""Days as a person types them: ISO dates, `-7d`, `next friday`, `fin du mois`, `18/12/2025`.

English and French are read alike, whatever the register's language. A slash or a dot stands
between day, month and year, in that order. What could be two days is refused, and the sentence
says how to write it; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tracker.core.dates import Period, on_day, parse_period
from tracker.core.durations import FOREVER, Duration, shift
from tracker.core.errors import TrackerError
from tracker.core.names import fold

_WORDS: Final = {
    "today": 0,
    "aujourd'hui": 0,
    "tomorrow": 1,
    "demain": 1,
    "yesterday": -1,
    "hier": -1,
    "day after tomorrow": 2,
    "apres-demain": 2,
    "day before yesterday": -2,
    "avant-hier": -2,
}
_MONTHS: Final = (
    ("january", "janvier"),
    ("february", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "aout"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_WEEKDAYS: Final = (
    ("monday", "lundi"),
    ("tuesday", "mardi"),
    ("wednesday", "mercredi"),
    ("thursday", "jeudi"),
    ("friday", "vendredi"),
    ("saturday", "samedi"),
    ("sunday", "dimanche"),
)
_UNITS: Final = {
    **dict.fromkeys(("d", "day", "days", "j", "jour", "jours"), Duration(0, 1)),
    **dict.fromkeys(("w", "week", "weeks", "s", "semaine", "semaines"), Duration(0, 7)),
    **dict.fromkeys(("m", "month", "months", "mois"), Duration(1, 0)),
    **dict.fromkeys(("y", "year", "years", "a", "an", "ans", "annee", "annees"), Duration(12, 0)),
}
_STRETCHES: Final = {
    **dict.fromkeys(("week", "semaine"), 0),
    **dict.fromkeys(("month", "mois"), 1),
    **dict.fromkeys(("quarter", "trimestre"), 3),
    **dict.fromkeys(("half", "half-year", "semestre"), 6),
    **dict.fromkeys(("year", "annee", "an"), 12),
}
_TURNS: Final = {
    **dict.fromkeys(("next", "prochain", "prochaine"), 1),
    **dict.fromkeys(("last", "dernier", "derniere"), -1),
}
_ONE: Final = frozenset({"a", "an", "one", "un", "une"})
_LETTERS: Final = 3
_WEEK: Final = 7
_YEAR: Final = 12

_SPACES: Final = re.compile(r"\s+")
_EDTF: Final = re.compile(r"\d{4}(-\d+)?|[\d.-]*/[\d./-]*")
_QUARTER: Final = re.compile(r"[qt]([1-4])[ -]?(\d{4})|(\d{4})[ -]?[qt]([1-4])")
_MONTH: Final = re.compile(r"([a-z]+)\.?,?[ -](?:de )?(\d{4})")


def parse_day(text: str, today: date) -> date:
    """Read the day that a person means by a text; TrackerError where it is not one day.

    `friday` and `next friday` are the first one after today, `this friday` may be today, `last
    friday` is the latest before today. Weeks begin on Monday. Months and years are added as
    `durations.shift` does: 31 January `+1m` is the last day of February.
    """
    day = _day(_clean(text), today, text)
    if day is None:
        raise TrackerError(
            "{text!r} is not a day; write for example 2026-05-31, today, -7d, 'next friday', 'end of month'",
            text=text,
        )
    return day


def parse_typed_period(text: str, today: date) -> Period:
    """Read a day as `parse_day` does, or what is less precise: 2026-05, 2026-Q2, `May 2026`."""
    typed = _clean(text)
    if (day := _day(typed, today, text)) is not None:
        return on_day(day)
    if found := _QUARTER.fullmatch(typed):
        return parse_period(f"{found[2] or found[3]}-Q{found[1] or found[4]}")
    if (found := _MONTH.fullmatch(typed)) and (month := _named(found[1], _MONTHS)):
        return parse_period(f"{found[2]}-{month:02}")
    if _EDTF.fullmatch(typed):
        return parse_period(typed)
    raise TrackerError(
        "{text!r} is not a date; write for example 2026-05-31, 2026-05, 2026-Q2, +2w or 'end of quarter'",
        text=text,
    )


def _clean(text: str) -> str:
    return _SPACES.sub(" ", fold(text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).strip()


def _day(typed: str, today: date, text: str) -> date | None:
    if typed in _WORDS:
        return today + timedelta(_WORDS[typed])
    for form, read in _FORMS:
        if (found := form.fullmatch(typed)) and (day := read(found, today, text)) is not None:
            return day
    return None


def _named(word: str, names: tuple[tuple[str, str], ...]) -> int:
    """Count from 1 which of the names a word is, or is the beginning of; 0 for none or several."""
    meant = [n for n, pair in enumerate(names, 1) if any(name.startswith(word) for name in pair)]
    return meant[0] if len(word) >= _LETTERS and len(meant) == 1 else 0


def _on(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise TrackerError("{text!r} is not in the calendar", text=text) from None


def _year_first(found: re.Match[str], _today: date, text: str) -> date:
    year, month, day = (int(part) for part in found.group("year", "month", "day"))
    return _on(year, month, day, text)


def _day_first(found: re.Match[str], _today: date, text: str) -> date:
    day, month, year = (int(part) for part in found.group("day", "month", "year"))
    if month > _YEAR >= day:
        raise TrackerError(
            "{text!r} is read as day/month/year, and there is no month {month}; did you mean {day}?",
            text=text,
            month=month,
            day=_on(year, day, month, text).isoformat(),
        )
    return _on(year, month, day, text)


def _short_year(found: re.Match[str], _today: date, text: str) -> date:
    raise TrackerError(
        "{text!r}: write the year with four digits, for example {year}", text=text, year=f"20{found[2]}"
    )


def _month_named(found: re.Match[str], today: date, text: str) -> date | None:
    month = _named(found["month"], _MONTHS)
    if not month:
        return None
    if not found["year"]:
        example = _on(today.year, month, int(found["day"]), text).isoformat()
        raise TrackerError("{text!r} lacks the year; write for example {day}", text=text, day=example)
    return _on(int(found["year"]), month, int(found["day"]), text)


def _moved(found: re.Match[str], today: date, text: str, direction: int) -> date | None:
    count, unit = found["count"], _UNITS.get(found["unit"])
    if unit is None or not (count.isdecimal() or count in _ONE):
        return None
    times = direction * (1 if count in _ONE else int(count))
    day = shift(today, unit, times)
    if day in {FOREVER, date.min}:
        raise TrackerError("{text!r} is not in the calendar", text=text)
    return day


def _signed(found: re.Match[str], today: date, text: str) -> date | None:
    return _moved(found, today, text, -1 if found["sign"] == "-" else 1)


def _ahead(found: re.Match[str], today: date, text: str) -> date | None:
    return _moved(found, today, text, 1)


def _ago(found: re.Match[str], today: date, text: str) -> date | None:
    return _moved(found, today, text, -1)


def _weekday(found: re.Match[str], today: date, _text: str) -> date | None:
    named = _named(found["name"], _WEEKDAYS)
    if not named:
        return None
    turn = found["before"] or found["after"]
    ahead = (named - 1 - today.weekday()) % _WEEK
    if turn in {"last", "dernier"}:
        return today + timedelta(ahead - _WEEK)
    return today + timedelta(ahead if ahead or turn in {"this", "ce"} else _WEEK)


def _edge(found: re.Match[str], today: date, _text: str) -> date | None:
    months = _STRETCHES.get(found["stretch"])
    if months is None:
        return None
    turn = _TURNS.get(found["before"] or found["after"] or "", 0)
    if months:
        block = ((today.year * _YEAR + today.month - 1) // months + turn) * months
        first, length = date(block // _YEAR, block % _YEAR + 1, 1), Duration(months, 0)
    else:
        first, length = today + timedelta(turn * _WEEK - today.weekday()), Duration(0, _WEEK)
    return first if found["edge"] in {"start", "beginning", "debut"} else shift(first, length) - timedelta(1)


_Reader = Callable[[re.Match[str], date, str], date | None]
_FORMS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    (re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)"), _year_first),
    (re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"), _year_first),
    (re.compile(r"(?P<day>\d\d?)([-/.])(?P<month>\d\d?)\2(?P<year>\d{4})"), _day_first),
    (re.compile(r"\d\d?([-/.])\d\d?\1(\d\d)"), _short_year),
    (re.compile(r"(?P<sign>[+-]?) ?(?P<count>\d{1,5}) ?(?P<unit>[a-z]+)"), _signed),
    (re.compile(r"(?:in|dans) (?P<count>\d{1,5}|[a-z]+) (?P<unit>[a-z]+)"), _ahead),
    (re.compile(r"(?P<count>\d{1,5}|[a-z]+) (?P<unit>[a-z]+) ago"), _ago),
    (re.compile(r"il y a (?P<count>\d{1,5}|[a-z]+) (?P<unit>[a-z]+)"), _ago),
    (
        re.compile(
            r"(?:le |the )?(?P<day>\d\d?)(?:er|st|nd|rd|th)?[ -](?:of )?"
            r"(?P<month>[a-z]+)\.?,?(?:[ -](?P<year>\d{4}))?"
        ),
        _month_named,
    ),
    (re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,?(?: (?P<year>\d{4}))?"), _month_named),
    (
        re.compile(r"(?:(?P<before>next|last|this|ce) )?(?P<name>[a-z]+)(?: (?P<after>prochain|dernier))?"),
        _weekday,
    ),
    (
        re.compile(
            r"(?P<edge>start|beginning|end|debut|fin) (?:of |du |de |d')?(?:the |this |la |l'|ce |cette )?"
            r"(?:(?P<before>next|last) )?(?P<stretch>[a-z-]+)"
            r"(?: (?P<after>prochaine?|derniere?))?"
        ),
        _edge,
    ),
)
