"""Dates in words, without a library of locales: that of Babel costs more than a whole command.

The names are those of Unicode's CLDR; a test compares them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

MONTHS: Final = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
        *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
}
"""Names of the months by language, January first."""

WEEKDAYS: Final = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
"""Names of the days of the week by language, Monday first."""

_Parts = dict[str, tuple[str, ...]]
_YEAR_MONTH, _YEAR_MONTH_DAY = 7, 10
_QUARTERS: Final[_Parts] = {
    "en": ("first quarter of", "second quarter of", "third quarter of", "fourth quarter of"),
    "fr": ("premier trimestre", "deuxième trimestre", "troisième trimestre", "quatrième trimestre"),
    "ar": ("الربع الأول من", "الربع الثاني من", "الربع الثالث من", "الربع الرابع من"),
}
_HALVES: Final[_Parts] = {
    "en": ("first half of", "second half of"),
    "fr": ("premier semestre", "second semestre"),
    "ar": ("النصف الأول من", "النصف الثاني من"),
}
_GROUPS: Final[dict[str, tuple[_Parts, int]]] = {
    **{f"Q{n + 1}": (_QUARTERS, n) for n in range(4)},
    **{str(33 + n): (_QUARTERS, n) for n in range(4)},
    **{str(40 + n): (_HALVES, n) for n in range(2)},
}
"""Parts of a year, as EDTF (level 2) and the register number them."""


def written(iso: str, language: str) -> str:
    """Write 2026-12-21 as '21 December 2026', 2026-12 as 'December 2026', 2026-Q3 as 'third quarter of 2026'.

    Both ends of an interval are written so, and anything else as it is.
    """
    start, slash, end = iso.partition("/")
    if slash:
        return f"{written(start, language)} – {written(end, language)}"
    year, month, day = iso[:4], iso[5:7], iso[8:]
    if not day and month in _GROUPS and year.isdigit():
        names, number = _GROUPS[month]
        return f"{names[language][number]} {year}"
    if len(iso) not in {_YEAR_MONTH, _YEAR_MONTH_DAY} or not (year + month + day).isdigit():
        return iso
    if not 1 <= int(month) <= len(MONTHS[language]):
        return iso
    name = MONTHS[language][int(month) - 1]
    if not day:
        return f"{name} {year}"
    first = "1er" if language == "fr" and day == "01" else str(int(day))
    return f"{first} {name} {year}"


def with_weekday(iso: str, language: str) -> str:
    """Write a day with its weekday; as French and Arabic do, without and with a comma."""
    name = WEEKDAYS[language][date.fromisoformat(iso).weekday()]
    comma = "،" if language == "ar" else ""
    return f"{name}{comma} {written(iso, language)}"
