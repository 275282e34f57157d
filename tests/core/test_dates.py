"""Dates as they are stated."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.dates import on_day, parse_period
from tracker.core.errors import TrackerError

DAY = timedelta(1)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026-05-31", "2026-05-31", "2026-05-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-35", "2025-07-01", "2025-09-30"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-37", "2025-01-01", "2025-04-30"),
        ("2025-39", "2025-09-01", "2025-12-31"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2026-01/2026-06", "2026-01-01", "2026-06-30"),
        ("2025/2026-Q1", "2025-01-01", "2026-03-31"),
        ("2026-05-01/2026-05-01", "2026-05-01", "2026-05-01"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_reads_days_and_less_precise_dates(text: str, earliest: str, latest: str) -> None:
    period = parse_period(text)
    assert (period.earliest.isoformat(), period.latest.isoformat()) == (earliest, latest)
    assert period.text == text
    assert period.is_day == (earliest == latest)


def test_white_space_around_a_date_does_not_count() -> None:
    assert parse_period(" 2026-05\n") == parse_period("2026-05")


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-5-1", "26-05-31", "2026-05-31T10:00", "2026-Q5", "2026-q3"]
)
@pytest.mark.parametrize("form", ["{}", "2020/{}"])
def test_what_is_no_date_is_told_how_to_write_one(text: str, form: str) -> None:
    with pytest.raises(TrackerError, match=r"is not a date; write for example|is open"):
        parse_period(form.format(text))


@pytest.mark.parametrize(
    "text", ["٢٠٢٤", "2024?", "2024~", "2024/2025/2026", "-2024", "20240531", "2026-05-"]
)
def test_forms_that_are_not_taken(text: str) -> None:
    with pytest.raises(TrackerError, match="is not a date"):
        parse_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29",
        "2026-04-31",
        "2026-00",
        "2026-13",
        "2026-20",
        "2026-42",
        "2026-05-00",
        "2026-00-05",
        "0000",
        "2026-21-04",
    ],
)
def test_what_the_calendar_lacks(text: str) -> None:
    with pytest.raises(TrackerError, match="not in the calendar"):
        parse_period(text)


@pytest.mark.parametrize("text", ["2026-21", "2026-24", "2026-32", "2026-21/2026-24"])
def test_a_season_has_no_last_day(text: str) -> None:
    with pytest.raises(TrackerError, match="is a season"):
        parse_period(text)


@pytest.mark.parametrize("text", ["2026-01/", "2026-01/..", "/2026-01", "../2026", "/"])
def test_an_open_interval_cannot_be_late(text: str) -> None:
    with pytest.raises(TrackerError, match="is open: write both ends"):
        parse_period(text)


def test_an_interval_that_ends_before_it_begins() -> None:
    with pytest.raises(TrackerError, match="ends before it begins"):
        parse_period("2026-06/2026-05")


def test_an_error_names_the_whole_text() -> None:
    with pytest.raises(TrackerError, match="'2026-01/2026-99'"):
        parse_period("2026-01/2026-99")


@given(st.dates())
def test_a_day_is_its_own_first_and_last_day(day: date) -> None:
    assert parse_period(day.isoformat()) == on_day(day)
    assert on_day(day).is_day


@given(st.dates(max_value=date(9999, 11, 30)))
def test_months_quarters_and_halves_follow_each_other_without_a_gap(day: date) -> None:
    year = day.year
    for names in (
        [f"{year:04}-{month:02}" for month in range(1, 13)],
        [f"{year:04}-Q{quarter}" for quarter in range(1, 5)],
        [f"{year:04}-{group}" for group in range(33, 37)],
        [f"{year:04}-{group}" for group in range(37, 40)],
        [f"{year:04}-{group}" for group in range(40, 42)],
    ):
        parts = [parse_period(name) for name in names]
        assert parts[0].earliest == parse_period(f"{year:04}").earliest
        assert parts[-1].latest == parse_period(f"{year:04}").latest
        for before, after in pairwise(parts):
            assert before.latest + DAY == after.earliest


WRITTEN = st.dates().flatmap(
    lambda day: st.sampled_from(
        [day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], f"{day.year:04}-Q2"]
    )
)


@given(WRITTEN, WRITTEN)
def test_an_interval_goes_from_the_first_day_of_one_to_the_last_day_of_the_other(
    start: str, end: str
) -> None:
    first, last = parse_period(start).earliest, parse_period(end).latest
    if first > last:
        with pytest.raises(TrackerError):
            parse_period(f"{start}/{end}")
    else:
        assert parse_period(f"{start}/{end}")[1:] == (first, last)


@given(st.text("0123456789-/Q.", max_size=12))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        period = parse_period(text)
    except TrackerError as error:
        message = str(error)
    else:
        assert period.earliest <= period.latest
        message = repr(text.strip())
    assert repr(text.strip()) in message
