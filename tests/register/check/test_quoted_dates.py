"""Dates that quotes state."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.register.check.quoted_dates import names_date, quoted_dates


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("restera valable jusqu'au 31 décembre 2027", [("2027-12-31", "2027-12-31")]),
        ("le 1er mars 2026", [("2026-03-01", "2026-03-01")]),
        ("on March 1st, 2026", [("2026-03-01", "2026-03-01")]),
        ("the 2nd of Sept. 2026", [("2026-09-02", "2026-09-02")]),
        ("11/12/2018", [("2018-12-11", "2018-12-11"), ("2018-11-12", "2018-11-12")]),
        ("31.12.2018", [("2018-12-31", "2018-12-31")]),
        ("2026-03-01", [("2026-03-01", "2026-03-01")]),
        ("en février 2024", [("2024-02-01", "2024-02-29")]),
        ("prévu en 2024", [("2024-01-01", "2024-12-31")]),
        ("le plan 2025-2027", [("2025-01-01", "2027-12-31")]),
        ("de 2025 à 2027", [("2025-01-01", "2027-12-31")]),
        ("31 février 2024", [("2024-02-01", "2024-02-29")]),
        ("31 ديسمبر 2027", [("2027-12-31", "2027-12-31")]),
        ("٢٠٢٧", [("2027-01-01", "2027-12-31")]),
        ("plus de 150 start-up, 0000", []),
        ("2027-2025", []),
        ("mars", []),
    ],
)
def test_dates_are_found(quote: str, found: list[tuple[str, str]]) -> None:
    assert [(str(one.earliest), str(one.latest)) for one in quoted_dates(quote)] == found


@pytest.mark.parametrize(
    ("quote", "first", "last", "named"),
    [
        ("31 décembre 2027", "2027-12-31", "2027-12-31", True),
        ("31 décembre 2027", "2027-12-30", "2027-12-30", False),
        ("31 décembre 2027", "2027-01-01", "2027-12-31", True),
        ("en 2027", "2027-06-30", "2027-06-30", True),
        ("en 2027", "2028-01-01", "2028-01-01", False),
        ("le 31 mars de chaque année", "2026-03-31", "2026-03-31", True),
        ("before 31 March of each year", "2026-04-01", "2026-04-01", False),
        ("each March 31", "2026-03-31", "2026-03-31", True),
        ("le 29 février", "2026-02-28", "2026-02-28", True),
        ("", "2026-02-28", "2026-02-28", False),
    ],
)
def test_a_date_is_named_or_not(quote: str, first: str, last: str, named: bool) -> None:
    assert names_date(quote, date.fromisoformat(first), date.fromisoformat(last)) is named


@given(st.text(alphabet="0123456789-/. marsyd") | st.text())
def test_no_quote_raises(quote: str) -> None:
    names_date(quote, date(2026, 1, 1), date(2026, 12, 31))
