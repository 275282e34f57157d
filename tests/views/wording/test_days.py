"""Dates in words."""

from __future__ import annotations

import pytest
from babel import Locale

from tracker.core.vocabulary import LANGUAGES
from tracker.views.wording import catalogue, days


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_those_of_the_cldr(language: str) -> None:
    locale = Locale.parse(language)
    assert list(days.MONTHS[language]) == list(locale.months["format"]["wide"].values())
    assert dict(enumerate(days.WEEKDAYS[language])) == locale.days["format"]["wide"]


@pytest.mark.parametrize(
    ("iso", "language", "said"),
    [
        ("2026-12-21", "en", "21 December 2026"),
        ("2026-12-21", "fr", "21 décembre 2026"),
        ("2026-01-01", "fr", "1er janvier 2026"),
        ("2026-01-01", "en", "1 January 2026"),
        ("2026-12-21", "ar", "21 ديسمبر 2026"),
        ("2026-05", "fr", "mai 2026"),
        ("2024", "en", "2024"),
        ("2026-Q2", "en", "second quarter of 2026"),
        ("2026-Q3", "fr", "troisième trimestre 2026"),
        ("2026-Q1", "ar", "الربع الأول من 2026"),
        ("2025-35", "en", "third quarter of 2025"),
        ("2026-40", "fr", "premier semestre 2026"),
        ("2026-41", "en", "second half of 2026"),
        ("2026-37", "en", "2026-37"),
        ("2026-01/2026-06", "en", "January 2026 – June 2026"),
        ("2026-01-01/2026-Q2", "fr", "1er janvier 2026 – deuxième trimestre 2026"),
        ("", "en", ""),
    ],
)
def test_dates(iso: str, language: str, said: str) -> None:
    assert catalogue(language).date(iso) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Saturday 21 November 2026"),
        ("fr", "samedi 21 novembre 2026"),
        ("ar", "السبت، 21 نوفمبر 2026"),
    ],
)
def test_weekdays(language: str, said: str) -> None:
    assert catalogue(language).weekday("2026-11-21") == said
