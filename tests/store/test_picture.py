"""The morning picture against the rows that a naive evaluation gives."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import oracle
from tests.store.registers import DAY, project, register, registers
from tracker.core.model import Register
from tracker.core.rows import AgreementLine, Row
from tracker.core.vocabulary import STATES
from tracker.store.picture import line, picture

STATED = register()
ASKED = project(STATED)


@settings(max_examples=12, deadline=None)
@given(registers(), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.sampled_from([None, 1, 2]))
def test_a_picture_is_made_of_the_rows(stated: Register, day: date, most: int | None) -> None:
    connection = project(stated)
    rows = oracle.rows(stated, day)
    for scope, of in (((), rows), (("b",), [row for row in rows if row.agreement == "b"])):
        shown = picture(connection, day, agreements=scope, most=most)
        assert shown.totals == Counter(row.state for row in of)
        assert shown.missed == sum(row.missed for row in of)
        assert list(shown.overdue) == [row for row in of if row.state == "overdue"][:most]
        assert list(shown.due_soon) == [row for row in of if row.state == "due-soon"][:most]
        assert list(shown.review_due) == [row for row in of if row.state == "review-due"][:most]
        existing = [key for key, agreement in stated.agreements.items() if agreement.date.earliest <= day]
        expected = [key for key in scope or stated.agreements if key in existing]
        assert len(shown.agreements) == min(len(expected), 2 if most is None else most)
        assert {one.id for one in shown.agreements} <= set(expected)
        for one in shown.agreements:
            _is_made_of(one, [row for row in rows if row.agreement == one.id])


def _is_made_of(one: AgreementLine, rows: list[Row]) -> None:
    assert one.totals == Counter(row.state for row in rows)
    assert one.missed == sum(row.missed for row in rows)
    to_come = {row.next_due for row in rows if row.recurs}
    to_come |= {
        row.due
        for row in rows
        if not row.recurs
        and row.days is not None
        and row.days >= 0
        and row.status not in {"done", "waived", "cancelled", "superseded"}
        and row.state != "lapsed"
    }
    assert one.next_due == min(filter(None, to_come), default="")


def test_the_picture_of_everything() -> None:
    shown = picture(ASKED, DAY)
    assert (shown.title, shown.as_of, shown.known_at) == ("Desk", "2026-11-21", "")
    assert [row.ref for row in shown.overdue] == [
        "oim-oci.report",
        "oim-oci.plan",
        "oim-oci.half-yearly-meetings",
    ]
    assert list(shown.totals) == sorted(shown.totals, key=STATES.index)
    assert [one.id for one in shown.agreements] == ["oim-oci", "champions", "later"]


def test_an_agreement_near_its_end_or_notice_comes_before_what_only_presses_less() -> None:
    ending = picture(ASKED, date(2024, 12, 10)).agreements
    assert [one.id for one in ending] == ["champions"]
    day = date(2027, 6, 10)
    order = [one.id for one in picture(ASKED, day, most=2).agreements]
    assert order[0] == "oim-oci"
    assert order == [one.id for one in picture(ASKED, day).agreements][:2]


@pytest.mark.parametrize(
    ("agreement", "day", "state", "expires", "notice_by"),
    [
        ("oim-oci", "2025-06-21", "in-force", "2027-12-31", "2027-06-30"),
        ("oim-oci", "2027-12-31", "in-force", "2027-12-31", "2027-06-30"),
        ("oim-oci", "2028-01-01", "ended", "2027-12-31", "2027-06-30"),
        ("champions", "2023-02-28", "not-in-force", "2024-12-31", ""),
        ("champions", "2023-03-01", "in-force", "2024-12-31", ""),
        ("champions", "2025-01-01", "in-force", "2026-12-31", ""),
        ("champions", "2026-01-01", "not-in-force", "2026-12-31", ""),
        ("later", "2026-12-01", "in-force", "", ""),
    ],
)
def test_an_agreement_on_its_edges(
    agreement: str, day: str, state: str, expires: str, notice_by: str
) -> None:
    shown = line(ASKED, agreement, date.fromisoformat(day))
    assert (shown.state, shown.expires, shown.notice_by) == (state, expires, notice_by)


def test_an_agreements_line_says_what_is_stated() -> None:
    shown = line(ASKED, "champions", DAY, "ar")
    assert (shown.title, shown.kind, shown.text, shown.parties) == (
        "حوار",
        "meeting",
        "minutes",
        ("Champions",),
    )
    assert (shown.date, shown.effective, shown.renews) == ("2023-01", "2023-03-01", "2 years")
    assert line(ASKED, "champions", DAY, "en").title == "Dialogue"
    assert line(ASKED, "later", DAY, "fr").title == "Protocol"


def test_a_scope_is_all_that_any_of_its_names_has() -> None:
    shown = picture(ASKED, DAY, agreements=("champions",), parties=("Maroc",))
    assert [one.id for one in shown.agreements] == ["champions", "later"]
    assert sum(shown.totals.values()) == 3
    assert (
        picture(ASKED, DAY, parties=("OCI",)).agreements
        == picture(ASKED, DAY, agreements=("oim-oci",)).agreements
    )


def test_a_party_without_obligations_has_its_agreements() -> None:
    shown = picture(ASKED, DAY, agreements=("nothing",))
    assert (shown.agreements, shown.totals, shown.missed) == ((), {}, 0)


def test_before_everything_there_is_nothing() -> None:
    shown = picture(ASKED, date(2020, 1, 1))
    assert (shown.totals, shown.missed, shown.agreements, shown.overdue) == ({}, 0, (), ())


def test_a_picture_is_of_one_state_of_the_database() -> None:
    ASKED.execute("BEGIN")
    shown = picture(ASKED, DAY)
    assert ASKED.in_transaction
    ASKED.execute("ROLLBACK")
    assert picture(ASKED, DAY) == shown
    assert not ASKED.in_transaction
