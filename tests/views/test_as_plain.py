"""Plain text, as a pipe gets it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import hostile
from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.columnar import Columnar
from tracker.core.errors import Problem, Text
from tracker.core.rows import Row
from tracker.views import as_json, as_markdown, as_plain
from tracker.views.columns import LIST, NAMES, OCCURRENCES, chosen
from tracker.views.measure import pad, pad_left, width
from tracker.views.wording import catalogue

WORDS = catalogue("en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows(language: str) -> None:
    assert agrees(f"list.{language}.txt", as_plain.rows(real.rows(language), catalogue(language)))


def test_rows_of_occurrences() -> None:
    shown = real.detail_with_news().occurrences
    assert agrees("list.occurrences.txt", as_plain.rows(shown, WORDS, (*OCCURRENCES, "days")))


def test_no_rows_are_no_lines() -> None:
    assert list(as_plain.rows([], WORDS)) == []
    assert list(as_plain.rows(Columnar({"ref": []}), WORDS, ("ref",))) == []


def simply(rows: Sequence[Row], names: Sequence[str]) -> list[str]:
    """Set rows a cell at a time."""
    columns = chosen(names)
    table = [[WORDS.text(column.heading) for column in columns]]
    table += [[column.cell(row, WORDS) for column in columns] for row in rows]
    wide = [max(map(width, cells)) for cells in zip(*table, strict=True)]
    return [
        "  ".join(
            pad_left(cell, most) if column.right else pad(cell, most)
            for cell, column, most in zip(cells, columns, wide, strict=True)
        ).rstrip()
        for cells in table
    ]


@pytest.mark.parametrize(
    "text", ["a\x1b[31m", "日本語", "e\u0301e\u0301", "a–b", "œ\xad–", "x\xa0", "عربي", ""]
)
@pytest.mark.parametrize("names", [LIST, NAMES, ("title", "days"), ("missed",), ("ref", "ref")])
def test_one_cell_of_another_kind_among_many(text: str, names: Sequence[str]) -> None:
    rows = [*real.rows(), hostile.row(text)._replace(days=-12_345, missed=7), *real.rows()]
    assert [*as_plain.rows(rows, WORDS, names)] == simply(rows, names)
    back = Columnar(Columnar.of(rows).fields, range(len(rows))[::-1])
    assert [*as_plain.rows(back, WORDS, names)] == simply(rows[::-1], names)
    assert [*as_plain.rows(rows[:1], WORDS, names)] == simply(rows[:1], names)


@hostile.FEW
@given(st.lists(hostile.TEXTS, min_size=1, max_size=4))
def test_cells_are_as_if_they_were_set_one_by_one(texts: list[str]) -> None:
    rows = [hostile.row(text) for text in texts]
    assert [*as_plain.rows(rows, WORDS, NAMES)] == simply(rows, NAMES)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_detail(language: str) -> None:
    words = catalogue(language)
    shown = as_plain.detail(real.detail(language), real.AS_OF, words, real.passage())
    assert agrees(f"show.{language}.txt", shown)


def test_detail_with_news_and_every_field_in_sixty_columns() -> None:
    shown = real.detail_with_news()
    shown = shown._replace(
        row=shown.row._replace(number="4.2", dispute="OCI"),
        clause="Art. 3",
        page="2",
        source_url="https://example.org/plan",
        counterparties=("UNNM",),
        replaces=("oim-oci.old",),
        tags=("follow-up", "2025"),
        notes="Ask the mission first.\nThen the secretariat.",
        agreement=shown.agreement._replace(expires=""),
        log=(
            *shown.log,
            shown.log[0]._replace(position=2, status="", note="", dispute="OCI", private=True, evidence=()),
            shown.log[0]._replace(position=3, status="", note="", dispute="settled", recorded="2025-12-18"),
        ),
    )
    passage = real.passage()._replace(before="« Avant ", after=" après »")
    assert agrees("show.news.60.txt", as_plain.detail(shown, real.AS_OF, WORDS, passage, 60))


def test_a_quote_without_its_passage_stands_alone() -> None:
    text = "\n".join(as_plain.detail(real.detail(), real.AS_OF, WORDS))
    assert "The text says\n  accompagner la mise en œuvre par le biais" in text


def test_without_a_quote_nothing_is_quoted() -> None:
    shown = real.detail()
    shown = shown._replace(row=shown.row._replace(quote=""))
    assert "The text says" not in "\n".join(as_plain.detail(shown, real.AS_OF, WORDS))


def test_what_is_due_once_has_no_list_of_dates() -> None:
    shown = real.detail()
    once = shown.row._replace(recurs=False)
    shown = shown._replace(row=once, occurrences=(once,))
    assert "\nDates\n" not in "\n".join(as_plain.detail(shown, real.AS_OF, WORDS))


def test_what_is_counted_from_another_says_from_which_date_of_it() -> None:
    shown = real.detail()
    first, *_ = shown.occurrences
    counted = first._replace(waits_for="oim-oci.study", due="2026-01-18", basis="", days=-307)
    waiting = counted._replace(state="awaiting", scheduled="2026-06-21", due="", days=None)
    shown = shown._replace(row=shown.row._replace(waits_for="oim-oci.study"), occurrences=(counted, waiting))
    text = "\n".join(as_plain.detail(shown, real.AS_OF, WORDS))
    assert "  2026-01-18   past due  after 2025-12-21, 307 days late\n" in text
    assert "  –            waiting   after 2026-06-21\n" in text
    assert "moved" not in text


def test_the_log_is_shown_as_it_happened_and_in_json_as_it_stands() -> None:
    shown = real.detail_with_news()
    later, sooner = (line._replace(position=n) for n, line in enumerate(reversed(shown.log)))
    shown = shown._replace(log=(later, sooner, sooner._replace(position=2, note="Signed there")))
    for text in (
        "\n".join(as_plain.detail(shown, real.AS_OF, WORDS)),
        "\n".join(as_markdown.detail(shown, real.AS_OF, WORDS)),
    ):
        places = [text.index(note) for note in ("Held in Jeddah", "Signed there", "The venue was not free")]
        assert places == sorted(places)
    stated = json.loads("\n".join(as_json.detail(shown, real.AS_OF, WORDS)))["log"]
    assert [entry["position"] for entry in stated] == [0, 1, 2]


def test_problems_stand_as_compilers_have_them() -> None:
    found = [
        Problem(
            "commitments.toml", 14, 3, "E204", Text("{text!r} is not in the calendar", {"text": "2026-02-30"})
        ),
        Problem("commitments.toml", 0, 0, "W501", Text("nothing recorded")),
    ]
    assert list(as_plain.problems(found, WORDS)) == [
        "commitments.toml:14:3: E204 '2026-02-30' is not in the calendar",
        "commitments.toml: W501 nothing recorded",
    ]
    assert list(as_plain.problems(found[1:], catalogue("fr"))) == ["commitments.toml: W501 rien de noté"]
