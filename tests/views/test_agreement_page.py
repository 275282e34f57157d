"""An agreement in full, in every form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from tests.views import hostile
from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.agreement_page import AgreementLogLine, AgreementPage, Document
from tracker.views import as_json, as_markdown, as_plain, as_table
from tracker.views.measure import width
from tracker.views.wording import catalogue

WORDS = catalogue("en")


def page(language: str = "en") -> AgreementPage:
    """Give the action plan of the real register, with some news."""
    line = next(line for line in real.agreements(language) if line.id == "oim-oci")
    line = line._replace(renews="3 years", notice_by="2027-06-30")
    names = {
        party: real.title(table["name"], language) for party, table in real.register()["parties"].items()
    }
    extended = AgreementLogLine(
        position=0,
        on="2026-05-01",
        status="extended",
        ends="2027-12-31",
        note="By letters\nof both",
        evidence=("letters.pdf",),
        by="A. Benali",
        recorded="2026-05-03",
        private=False,
    )
    return AgreementPage(
        line=line,
        as_of=real.AS_OF,
        begins="2025-06-01",
        parties=(*((party, names[party]) for party in line.parties), ("Bare", "Bare")),
        stated="2025-06",
        effective="2025-06-21",
        notice="6 months",
        owner="mission-rabat",
        tags=("plan",),
        notes="Ask the mission first.",
        formerly=("plan-2025",),
        documents=(
            Document("", "seeds/002_ed66366ef03e6283.txt", "", ""),
            Document("annex", "", "https://example.org/annex", "2025-07"),
        ),
        log=(extended, extended._replace(position=1, on="2026-01-05", status="", ends="", evidence=())),
        rows=tuple(row for row in real.rows(language) if row.agreement == "oim-oci"),
    )


def bare() -> AgreementPage:
    """Give an agreement of which hardly anything is stated."""
    line = page().line._replace(expires="", renews="", notice_by="", missed=0, totals={})
    return page()._replace(
        line=line, parties=(), owner="", tags=(), notes="", formerly=(), documents=(), log=(), rows=()
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_pipe_gets_all_of_it(language: str) -> None:
    assert agrees(f"agreement.{language}.txt", as_plain.agreement(page(language), catalogue(language)))


@pytest.mark.parametrize(("columns", "language"), [(60, "fr"), (80, "en")])
def test_a_terminal_gets_it_within_its_width(columns: int, language: str) -> None:
    shown = list(as_table.agreement(page(language), catalogue(language), columns, color=False))
    assert agrees(f"agreement.table.{columns}.txt", shown)
    assert max(map(width, shown)) <= columns


def test_markdown() -> None:
    assert agrees("agreement.md", as_markdown.agreement(page(), WORDS))


def test_json() -> None:
    shown = page()._replace(rows=page().rows[:1])
    assert agrees("agreement.json", as_json.agreement(shown, WORDS))


def test_what_is_not_stated_is_left_out() -> None:
    for text in (
        "\n".join(as_plain.agreement(bare(), WORDS)),
        "\n".join(as_table.agreement(bare(), WORDS, 80, color=False)),
        "\n".join(as_markdown.agreement(bare(), WORDS)),
    ):
        assert "Notice" not in text
        assert "Obligations\n" not in text
        assert "press report" in text
        assert "none stated" in text
        assert "nothing recorded" in text
    assert json.loads("\n".join(as_json.agreement(bare(), WORDS)))["sources"] == []


@hostile.FEW
@given(hostile.TEXTS)
def test_nothing_in_it_acts(text: str) -> None:
    entry = page().log[0]._replace(note=text, evidence=(text,), by=text)
    shown = page()._replace(
        line=page().line._replace(id=text, title=text, kind=text, text=text),
        parties=((text, text), (text, "a")),
        stated=text,
        effective=text,
        owner=text,
        tags=(text,),
        notes=text,
        formerly=(text,),
        documents=(Document(text, text, text, text),),
        log=(entry,),
        rows=(hostile.row(text),),
    )
    for given_ in (
        as_plain.agreement(shown, WORDS),
        as_table.agreement(shown, WORDS, 60, color=False),
        as_markdown.agreement(shown, WORDS),
        "\n".join(as_json.agreement(shown, WORDS)).splitlines(),
    ):
        assert not [line for line in given_ if hostile.acts(line)]
