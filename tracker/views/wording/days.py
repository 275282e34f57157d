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

_YEAR_MONTH, _YEAR_MONTH_DAY = 7, 10


def written(iso: str, language: str) -> str:
    """Write 2026-12-21 as '21 December 2026', 2026-12 as 'December 2026', anything else as it is."""
    year, month, day = iso[:4], iso[5:7], iso[8:]
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
