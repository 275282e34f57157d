"""Lengths of time, and what they add to a day."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.durations import FOREVER, Duration, month_length, parse_duration, shift
from tracker.core.errors import TrackerError


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1 day", Duration(0, 1)),
        ("30 days", Duration(0, 30)),
        ("2 weeks", Duration(0, 14)),
        ("1 month", Duration(1, 0)),
        ("6 months", Duration(6, 0)),
        ("100 years", Duration(1200, 0)),
        (" 3  Years ", Duration(36, 0)),
        ("90days", Duration(0, 90)),
        ("0 days", Duration(0, 0)),
    ],
)
def test_reads_lengths(text: str, length: Duration) -> None:
    assert parse_duration(text) == length


@pytest.mark.parametrize(
    "text",
    ["", "days", "6", "-1 day", "1.5 years", "6 moons", "1 year 6 months", "٣ days", "123456 days", "P6M"],
)
def test_what_is_no_length_is_told_how_to_write_one(text: str) -> None:
    with pytest.raises(TrackerError, match="is not a length of time; write for example '30 days'"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("3 mois", "3 months"),
        ("1 an", "1 year"),
        ("2 ans", "2 years"),
        ("90 jours", "90 days"),
        ("2 semaines", "2 weeks"),
        ("1 année", "1 year"),
        ("2 Trimestres", "6 months"),
        ("1 semestre", "6 months"),
    ],
)
def test_a_french_length_is_told_in_english(text: str, english: str) -> None:
    with pytest.raises(TrackerError, match=f"in English here, '{english}'"):
        parse_duration(text)
    parse_duration(english)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (Duration(0, 0), "0 days"),
        (Duration(0, 1), "1 day"),
        (Duration(0, 7), "1 week"),
        (Duration(0, 28), "4 weeks"),
        (Duration(0, 29), "29 days"),
        (Duration(0, 35), "35 days"),
        (Duration(1, 0), "1 month"),
        (Duration(12, 0), "1 year"),
        (Duration(18, 0), "18 months"),
        (Duration(36, 0), "3 years"),
    ],
)
def test_writes_lengths_as_the_register_does(length: Duration, text: str) -> None:
    assert str(length) == text


COUNTS = st.integers(0, 99_999)
LENGTHS = st.one_of(COUNTS.map(lambda n: Duration(n, 0)), COUNTS.map(lambda n: Duration(0, n)))
SHORT = st.one_of(
    st.integers(0, 60).map(lambda n: Duration(n, 0)),
    st.integers(0, 500).map(lambda n: Duration(0, n)),
)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTH_ENDS = st.builds(
    lambda year, month, back: (
        date(year, month, 1) + timedelta(31 - back) if month != 2 else date(year, 2, 28)
    ),
    st.integers(1990, 2050),
    st.integers(1, 12),
    st.integers(1, 4),
)


@given(LENGTHS)
def test_what_is_written_is_read_again(length: Duration) -> None:
    assert parse_duration(str(length)) == length


def test_month_ends_are_reckoned_from_the_first_date() -> None:
    first, monthly = date(2026, 1, 31), Duration(1, 0)
    assert [shift(first, monthly, times).isoformat() for times in range(5)] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
    ]


def test_the_twenty_ninth_of_february_yearly() -> None:
    first, yearly = date(2024, 2, 29), Duration(12, 0)
    assert [shift(first, yearly, times).isoformat() for times in range(5)] == [
        "2024-02-29",
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]
    assert shift(date(1896, 2, 29), yearly, 4) == date(1900, 2, 28)
    assert shift(date(1996, 2, 29), yearly, 4) == date(2000, 2, 29)


def test_half_years_back_and_forth_over_the_turn_of_the_year() -> None:
    assert shift(date(2025, 8, 31), Duration(6, 0)) == date(2026, 2, 28)
    assert shift(date(2026, 3, 31), Duration(1, 0), -1) == date(2026, 2, 28)
    assert shift(date(2026, 1, 15), Duration(1, 0), -1) == date(2025, 12, 15)
    assert shift(date(2026, 12, 31), Duration(2, 0), -3) == date(2026, 6, 30)


def test_weeks_and_days() -> None:
    assert shift(date(2025, 12, 30), Duration(0, 14)) == date(2026, 1, 13)
    assert shift(date(2025, 12, 30), Duration(0, 7), -2) == date(2025, 12, 16)


@given(st.one_of(DAYS, MONTH_ENDS), SHORT, st.integers(-20, 20))
def test_agrees_with_dateutil(day: date, length: Duration, times: int) -> None:
    other = day + relativedelta(months=length.months * times, days=length.days * times)
    assert shift(day, length, times) == other


@given(st.one_of(DAYS, MONTH_ENDS), st.integers(1, 24), st.integers(0, 30))
def test_an_occurrence_keeps_the_first_day_of_the_month_where_there_is_one(
    first: date, step: int, n: int
) -> None:
    day = shift(first, Duration(step, 0), n)
    assert day.day == first.day or (day.day < first.day and (day + timedelta(1)).day == 1)


@given(DAYS, SHORT, st.integers(-20, 19))
def test_later_occurrences_are_not_earlier(first: date, length: Duration, n: int) -> None:
    assert shift(first, length, n) <= shift(first, length, n + 1)


@given(st.dates(), LENGTHS, st.integers(-40, 40))
def test_stops_at_the_ends_of_the_calendar(day: date, length: Duration, times: int) -> None:
    shifted = shift(day, length, times)
    if times * (length.months + length.days) >= 0:
        assert shifted >= day
    else:
        assert shifted <= day


def test_beyond_the_calendar() -> None:
    assert shift(date(9999, 12, 1), Duration(1, 0)) == FOREVER
    assert shift(date(9999, 12, 31), Duration(0, 1)) == FOREVER
    assert shift(date(2026, 1, 31), Duration(99_999, 0), 99_999) == FOREVER
    assert shift(date(2026, 1, 31), Duration(0, 99_999), 99_999) == FOREVER
    assert shift(date(1, 1, 31), Duration(1, 0), -1) == date.min
    assert shift(date(2026, 1, 1), Duration(0, 99_999), -99) == date.min


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999])
def test_a_month_has_the_days_that_the_calendar_gives_it(year: int) -> None:
    found = [month_length(year, month) for month in range(1, 13)]
    assert found == [monthrange(year, month)[1] for month in range(1, 13)]
