"""One obligation in full, before and after what is stated of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.store import oracle
from tests.store.registers import DAY, project, register
from tracker.core.errors import TrackerError
from tracker.core.rows import LogLine, TimeRule
from tracker.store.details import detail
from tracker.store.picture import line

STATED = register()
ASKED = project(STATED)


@pytest.mark.parametrize("ref", [ref for ref in STATED.obligations if not ref.startswith("later")])
@pytest.mark.parametrize("day", [date(2025, 12, 21), DAY])
@pytest.mark.parametrize("language", ["", "fr"])
def test_the_row_and_the_agreement_are_those_of_the_lists(ref: str, day: date, language: str) -> None:
    shown = detail(ASKED, ref, day, language)
    assert shown.row in oracle.rows(STATED, day, language)
    assert shown.row.ref == ref
    assert shown.agreement == line(ASKED, ref.partition(".")[0], day, language)


def test_what_is_stated_is_shown() -> None:
    shown = detail(ASKED, "oim-oci.study", DAY)
    assert (shown.clause, shown.page, shown.source, shown.source_url) == (
        "Art. 3",
        "7",
        "",
        "https://example.org",
    )
    assert (shown.notes, shown.tags, shown.review, shown.lead) == (
        "Étude préliminaire",
        ("money", "2026"),
        "3 months",
        "",
    )
    assert detail(ASKED, "oim-oci.renewal", DAY).lead == "60 days"
    assert detail(ASKED, "oim-oci.report", DAY).counterparties == ("OIM",)
    assert detail(ASKED, "oim-oci.report", DAY).source == "seeds/1.txt"
    assert detail(ASKED, "champions.review", DAY).source == ""
    assert detail(ASKED, "later.first-step", DAY).replaces == ("champions.review",)


@pytest.mark.parametrize(
    ("ref", "rule"),
    [
        ("oim-oci.half-yearly-meetings", TimeRule(every="6 months", first="2025-12-21")),
        ("champions.hub", TimeRule(rrule="FREQ=YEARLY", first="2023-06-01", until="2025-06-01")),
        ("oim-oci.report", TimeRule(within="1 month", after="oim-oci.half-yearly-meetings")),
        ("oim-oci.renewal", TimeRule(within="1 year", before="expires")),
        ("oim-oci.plan", TimeRule(due="2026-05")),
        ("oim-oci.coordination", TimeRule()),
    ],
)
def test_the_rule_is_as_stated(ref: str, rule: TimeRule) -> None:
    assert detail(ASKED, ref, DAY).time == rule


def test_occurrences_are_in_order_through_a_year_after() -> None:
    shown = detail(ASKED, "oim-oci.half-yearly-meetings", DAY).occurrences
    assert [(row.scheduled, row.state) for row in shown] == [
        ("2025-12-21", "done"),
        ("2026-06-21", "overdue"),
        ("2026-12-21", "due-soon"),
        ("2027-06-21", "upcoming"),
    ]
    assert detail(ASKED, "oim-oci.study", DAY).occurrences == ()
    leap = detail(ASKED, "oim-oci.half-yearly-meetings", date(2028, 2, 29)).occurrences
    assert leap[-1].scheduled == "2027-12-21"


def test_the_log_is_what_holds_by_the_day() -> None:
    shown = detail(ASKED, "oim-oci.coordination", DAY)
    assert shown.log == (
        LogLine(
            0,
            "2026-09-01",
            "in-progress",
            "",
            "",
            ("OCI",),
            "Went on",
            (),
            "other",
            "",
            "",
            "",
            private=False,
        ),
        LogLine(1, "2026-10-01", "", "", "", (), "They disagree", (), "", "OCI", "", "", private=True),
    )
    assert shown.entry == 0
    assert len(detail(ASKED, "oim-oci.coordination", date(2027, 1, 1)).log) == 3
    assert detail(ASKED, "oim-oci.coordination", date(2027, 1, 1)).entry == 2
    assert detail(ASKED, "oim-oci.coordination", date(2026, 8, 31)).entry is None
    (done,) = detail(ASKED, "oim-oci.half-yearly-meetings", DAY).log
    assert (done.scheduled, done.evidence, done.by) == ("2025-12-21", ("minutes.pdf",), "AB")


def test_an_unknown_ref_and_a_day_before_the_agreement_are_said() -> None:
    with pytest.raises(TrackerError) as unknown:
        detail(ASKED, "oim-oci.nothing", DAY)
    assert str(unknown.value).startswith("no obligation is called 'oim-oci.nothing'")
    with pytest.raises(TrackerError) as early:
        detail(ASKED, "later.first-step", date(2026, 9, 30))
    assert str(early.value) == "there was no later.first-step on 2026-09-30: its agreement is of 2026-10-01"
    assert not ASKED.in_transaction
