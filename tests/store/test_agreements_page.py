"""One agreement in full: what is stated of it, what became of it, and its obligations."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.store.registers import DAY, project, register
from tracker.core.agreement_page import AgreementLogLine, Document
from tracker.core.errors import TrackerError
from tracker.core.model import AgreementEntry, Party
from tracker.core.rows import Filter
from tracker.store import queries
from tracker.store.agreements_page import agreement_page
from tracker.store.lookups import exact_agreement
from tracker.store.picture import line

STATED = register()
PLAN = STATED.agreements["oim-oci"]._replace(
    parties=("OIM", "OCI", "Bare"),
    owner="desk",
    tags=("plan",),
    notes="Signed in Jeddah",
    log=(
        AgreementEntry(on=date(2026, 5, 1), status="extended", ends=date(2028, 12, 31), note="By letter"),
        AgreementEntry(on=date(2026, 1, 5), status="", note="Asked", by="AB", private=True),
        AgreementEntry(on=date(2027, 1, 5), status="terminated", evidence=("letter.pdf",)),
    ),
)
ASKED = project(STATED._replace(agreements={**STATED.agreements, "oim-oci": PLAN}))


def test_what_is_stated_is_shown() -> None:
    shown = agreement_page(ASKED, "oim-oci", DAY, "fr")
    assert shown.line == line(ASKED, "oim-oci", DAY, "fr")
    assert shown.as_of == DAY.isoformat()
    assert (shown.stated, shown.effective, shown.notice) == ("2025-06-21", "2025-06-21", "6 months")
    assert (shown.owner, shown.tags, shown.notes, shown.formerly) == (
        "desk",
        ("plan",),
        "Signed in Jeddah",
        ("plan-2025",),
    )
    assert shown.documents == (
        Document("", "seeds/1.txt", "", ""),
        Document("fr", "", "https://example.org", ""),
    )
    assert agreement_page(ASKED, "champions", DAY).stated == "2023-01"


def test_parties_have_their_names_in_the_language() -> None:
    french = ("OCI", "Organisation de la coopération islamique")
    for language in ("fr", ""):
        assert agreement_page(ASKED, "oim-oci", DAY, language).parties == (
            ("OIM", "International Organization for Migration"),
            french,
            ("Bare", "Bare"),
        )
    assert agreement_page(ASKED, "oim-oci", DAY, "ar").parties[1] == ("OCI", "منظمة التعاون الإسلامي")


def test_a_name_that_stands_alone_is_good_in_every_language() -> None:
    parties = {**STATED.parties, "OIM": Party(id="OIM", name={"": "Migration"})}
    shown = agreement_page(project(STATED._replace(parties=parties)), "oim-oci", DAY, "fr")
    assert shown.parties[0] == ("OIM", "Migration")


def test_the_log_is_what_holds_by_the_day() -> None:
    shown = agreement_page(ASKED, "oim-oci", DAY)
    assert shown.log == (
        AgreementLogLine(0, "2026-05-01", "extended", "2028-12-31", "By letter", (), "", "", private=False),
        AgreementLogLine(1, "2026-01-05", "", "", "Asked", (), "AB", "", private=True),
    )
    assert shown.line.expires == "2028-12-31"
    later = agreement_page(ASKED, "oim-oci", date(2027, 1, 5))
    assert later.log[2].evidence == ("letter.pdf",)
    assert [entry.position for entry in agreement_page(ASKED, "oim-oci", date(2026, 1, 31)).log] == [1]


def test_its_obligations_are_rows_the_most_pressing_first() -> None:
    shown = agreement_page(ASKED, "oim-oci", DAY)
    assert list(shown.rows) == list(queries.rows(ASKED, DAY, Filter(agreements=("oim-oci",))))
    assert shown.rows[0].state == "overdue"
    assert shown.known_late == sum(row.informed for row in shown.rows) == 1
    assert sum(shown.line.totals.values()) == len(shown.rows)


def test_an_unknown_one_and_a_day_before_it_are_said() -> None:
    with pytest.raises(TrackerError, match=re.escape("there is no agreement 'nothing'")):
        agreement_page(ASKED, "nothing", DAY)
    early = "there was no agreement oim-oci on 2025-06-20: it is of 2025-06-21"
    with pytest.raises(TrackerError, match=re.escape(early)):
        agreement_page(ASKED, "oim-oci", date(2025, 6, 20))
    assert not ASKED.in_transaction


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("oim-oci", "oim-oci"),
        (" oim-oci ", "oim-oci"),
        ("plan-2025", "oim-oci"),
        ("oim", ""),
        ("oim-oci.study", ""),
        ("", ""),
    ],
)
def test_an_agreement_is_meant_by_its_whole_name_alone(typed: str, meant: str) -> None:
    assert exact_agreement(ASKED, typed) == meant


def test_an_old_name_of_two_means_neither() -> None:
    both = {key: agreement._replace(formerly=("old",)) for key, agreement in STATED.agreements.items()}
    assert exact_agreement(project(STATED._replace(agreements=both)), "old") == ""
