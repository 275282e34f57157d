"""Days as a person types them."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.dates import on_day, parse_period
from tracker.core.errors import TrackerError
from tracker.core.phrases import parse_day, parse_typed_period

SATURDAY = date(2026, 11, 21)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-18", "2025-12-18"),
        ("2025-1-8", "2025-01-08"),
        ("2025/12/18", "2025-12-18"),
        ("2025.12.18", "2025-12-18"),
        ("20251218", "2025-12-18"),
        ("18/12/2025", "2025-12-18"),
        ("18.12.2025", "2025-12-18"),
        ("18-12-2025", "2025-12-18"),
        ("1/2/2025", "2025-02-01"),
        ("29/2/2024", "2024-02-29"),
        ("18 Dec 2025", "2025-12-18"),
        ("18 december 2025", "2025-12-18"),
        ("18-Dec-2025", "2025-12-18"),
        ("the 18th of December, 2025", "2025-12-18"),
        ("December 18, 2025", "2025-12-18"),
        ("Dec. 18 2025", "2025-12-18"),
        ("18 décembre 2025", "2025-12-18"),
        ("18 déc. 2025", "2025-12-18"),
        ("le 1er août 2025", "2025-08-01"),
        ("2 mars 2025", "2025-03-02"),
        ("2 mar 2025", "2025-03-02"),
        ("5 juin 2025", "2025-06-05"),
        ("5 juil. 2025", "2025-07-05"),
        ("5 sept 2025", "2025-09-05"),
        ("14 FÉVRIER 2026", "2026-02-14"),
        ("٢٠٢٥-١٢-١٨", "2025-12-18"),
    ],
)
def test_dates(text: str, day: str) -> None:
    assert parse_day(text, SATURDAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-21"),
        ("Aujourd’hui", "2026-11-21"),
        ("aujourd'hui", "2026-11-21"),
        ("tomorrow", "2026-11-22"),
        ("demain", "2026-11-22"),
        (" Yesterday ", "2026-11-20"),
        ("hier", "2026-11-20"),
        ("day after tomorrow", "2026-11-23"),
        ("après-demain", "2026-11-23"),
        ("avant\u2011hier", "2026-11-19"),
        ("-7d", "2026-11-14"),
        ("\N{MINUS SIGN}7d", "2026-11-14"),
        ("+2w", "2026-12-05"),
        ("3m", "2027-02-21"),
        ("-1y", "2025-11-21"),
        ("-7j", "2026-11-14"),
        ("+2s", "2026-12-05"),
        ("1a", "2027-11-21"),
        ("0d", "2026-11-21"),
        ("+ 3 days", "2026-11-24"),
        ("in 3 days", "2026-11-24"),
        ("in a month", "2026-12-21"),
        ("dans 3 jours", "2026-11-24"),
        ("dans une semaine", "2026-11-28"),
        ("2 weeks ago", "2026-11-07"),
        ("a year ago", "2025-11-21"),
        ("il y a 2 semaines", "2026-11-07"),
        ("il y a un an", "2025-11-21"),
        ("il y a 6  mois", "2026-05-21"),
    ],
)
def test_counted_from_today(text: str, day: str) -> None:
    assert parse_day(text, SATURDAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", "2026-11-27"),
        ("fri", "2026-11-27"),
        ("next friday", "2026-11-27"),
        ("last friday", "2026-11-20"),
        ("vendredi", "2026-11-27"),
        ("vendredi prochain", "2026-11-27"),
        ("vendredi dernier", "2026-11-20"),
        ("last monday", "2026-11-16"),
        ("lundi dernier", "2026-11-16"),
        ("Sunday", "2026-11-22"),
        ("saturday", "2026-11-28"),
        ("next saturday", "2026-11-28"),
        ("samedi dernier", "2026-11-14"),
        ("this saturday", "2026-11-21"),
        ("ce samedi", "2026-11-21"),
        ("this friday", "2026-11-27"),
        ("mardi", "2026-11-24"),
    ],
)
def test_weekdays(text: str, day: str) -> None:
    assert parse_day(text, SATURDAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("end of month", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("start of month", "2026-11-01"),
        ("end of next month", "2026-12-31"),
        ("end of last month", "2026-10-31"),
        ("fin du mois", "2026-11-30"),
        ("début du mois prochain", "2026-12-01"),
        ("end of quarter", "2026-12-31"),
        ("start of quarter", "2026-10-01"),
        ("fin du trimestre dernier", "2026-09-30"),
        ("end of half-year", "2026-12-31"),
        ("début du semestre", "2026-07-01"),
        ("end of year", "2026-12-31"),
        ("start of next year", "2027-01-01"),
        ("fin de l'année", "2026-12-31"),
        ("fin de l’année prochaine", "2027-12-31"),
        ("fin d'année", "2026-12-31"),
        ("end of week", "2026-11-22"),
        ("start of week", "2026-11-16"),
        ("fin de la semaine prochaine", "2026-11-29"),
        ("beginning of last week", "2026-11-09"),
    ],
)
def test_edges_of_weeks_months_quarters_and_years(text: str, day: str) -> None:
    assert parse_day(text, SATURDAY).isoformat() == day


def test_a_month_that_lacks_the_day_ends_on_its_last_one() -> None:
    assert parse_day("+1m", date(2026, 1, 31)) == date(2026, 2, 28)
    assert parse_day("-1y", date(2024, 2, 29)) == date(2023, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2025",
        "2025-12",
        "next",
        "next week",
        "ma 2025",
        "7",
        "+7",
        "7x",
        "in some days",
        "in 3 moons",
        "end of moon",
        "friyay",
        "18 xyz 2025",
        "5 jui 2025",
        "fr",
        "three days ago",
        "2025-12-18T10:00",
        "m 5 2025",
    ],
)
def test_what_is_no_day_is_told_what_to_write(text: str) -> None:
    with pytest.raises(TrackerError) as caught:
        parse_day(text, SATURDAY)
    assert str(caught.value).startswith(f"{text!r} is not a day; write for example 2026-05-31, today, -7d")


def test_the_month_before_the_day_is_refused_with_the_way_out() -> None:
    with pytest.raises(TrackerError) as caught:
        parse_day("12/18/2025", SATURDAY)
    message = "'12/18/2025' is read as day/month/year, and there is no month 18; did you mean 2025-12-18?"
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["18/12/25", "18.12.25", "01-02-25"])
def test_a_year_of_two_digits_is_refused(text: str) -> None:
    with pytest.raises(TrackerError, match="with four digits, for example 2025"):
        parse_day(text, SATURDAY)


@pytest.mark.parametrize("text", ["18 December", "Dec 18", "le 18 décembre"])
def test_a_date_without_its_year_is_refused(text: str) -> None:
    with pytest.raises(TrackerError, match="lacks the year; write for example 2026-12-18"):
        parse_day(text, SATURDAY)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29",
        "2025-13-01",
        "20251301",
        "31/04/2025",
        "2/30/2025",
        "32/13/2025",
        "31 June 2025",
        "30 feb",
        "+99999y",
        "-99999m",
        "99999 months ago",
        "0000-01-01",
    ],
)
def test_what_the_calendar_lacks(text: str) -> None:
    with pytest.raises(TrackerError, match="is not in the calendar"):
        parse_day(text, SATURDAY)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("2025", "2025"),
        ("2025-12", "2025-12"),
        ("2025-Q3", "2025-Q3"),
        ("2025-q3", "2025-Q3"),
        ("Q3 2025", "2025-Q3"),
        ("T3 2025", "2025-Q3"),
        ("2025-35", "2025-35"),
        ("2026-01/2026-06", "2026-01/2026-06"),
        ("2025/2026", "2025/2026"),
        ("2026-01-05/2026-06-07", "2026-01-05/2026-06-07"),
        ("December 2025", "2025-12"),
        ("décembre 2025", "2025-12"),
        ("dec. 2025", "2025-12"),
    ],
)
def test_less_precise_dates(text: str, stated: str) -> None:
    assert parse_typed_period(text, SATURDAY) == parse_period(stated)


@pytest.mark.parametrize(
    "text", ["today", "fin du mois", "18/12/2025", "2025-12-18", "2025/12/18", "-7d", "friday"]
)
def test_a_day_is_a_period_too(text: str) -> None:
    assert parse_typed_period(text, SATURDAY) == on_day(parse_day(text, SATURDAY))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("soon", "is not a date; write for example 2026-05-31, 2026-05, 2026-Q2"),
        ("jui 2025", "is not a date"),
        ("", "is not a date"),
        ("2025/", "is open"),
        ("../2025", "is open"),
        ("2025-21", "is a season"),
        ("2025-13", "is not in the calendar"),
        ("2026/2025", "ends before it begins"),
        ("12/18/2025", "did you mean 2025-12-18"),
    ],
)
def test_what_is_no_period_says_why(text: str, message: str) -> None:
    with pytest.raises(TrackerError) as caught:
        parse_typed_period(text, SATURDAY)
    assert str(caught.value).startswith(repr(text))
    assert message in str(caught.value)


@given(DAYS, DAYS)
def test_a_day_written_out_is_that_day_whatever_today_is(day: date, today: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y"):
        assert parse_day(day.strftime(form), today) == day


@given(DAYS, st.sampled_from(range(7)))
def test_the_next_weekday_is_within_a_week_ahead_and_the_last_within_one_back(
    today: date, number: int
) -> None:
    english = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[number]
    french = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[number]
    ahead, back = parse_day(f"next {english}", today), parse_day(f"last {english}", today)
    assert ahead.weekday() == back.weekday() == number
    assert timedelta(0) < ahead - today <= timedelta(7)
    assert timedelta(0) < today - back <= timedelta(7)
    assert (
        parse_day(english, today)
        == parse_day(french, today)
        == parse_day(f"{french} prochain", today)
        == ahead
    )
    assert parse_day(f"{french} dernier", today) == back
    assert parse_day(f"this {english}", today) - today < timedelta(7)


@given(DAYS, st.sampled_from(["week", "month", "quarter", "half-year", "year"]))
def test_today_lies_between_the_edges_and_stretches_follow_each_other(today: date, stretch: str) -> None:
    first, last = parse_day(f"start of {stretch}", today), parse_day(f"end of {stretch}", today)
    assert first <= today <= last
    assert parse_day(f"start of next {stretch}", today) == last + timedelta(1)
    assert parse_day(f"end of last {stretch}", today) == first - timedelta(1)


@given(st.text(max_size=20), DAYS)
def test_any_text_is_read_or_refused_with_a_sentence(text: str, today: date) -> None:
    try:
        period = parse_typed_period(text, today)
    except TrackerError as error:
        said = str(error)
        assert repr(text) in said or repr(text.strip()) in said
    else:
        assert period.earliest <= period.latest


@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "ago",
                "next",
                "last",
                "end",
                "of",
                "month",
                "friday",
                "3",
                "-7",
                "d",
                "2025",
                "12",
                "/",
                "-",
                ".",
                "mars",
                "il",
                "y",
                "a",
            ]
        )
    )
)
def test_any_words_in_any_order_are_read_or_refused(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        try:
            day = parse_day(text, SATURDAY)
        except TrackerError:
            continue
        assert isinstance(day, date)


def test_imports_nothing_heavy() -> None:
    code = "import sys; from tracker.core import phrases; print(sorted(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"'dataclasses'", "'inspect'", "'dateutil'", "'difflib'"} & set(
        found.stdout.strip("[]\n").split(", ")
    )
