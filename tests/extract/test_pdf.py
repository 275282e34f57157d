"""The lines of narrow columns, put together by where they stand on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import browser
from tests.browser import Browser
from tracker.extract import read_document
from tracker.extract.pdf import Line, joined

FULL = "The parties to this text may meet in"
BELOW = "Cairo"
WIDE = 5.0
"""Points: how wide each sign is here; lines are 10 points high, 12 apart."""


def line(text: str, row: float, *, left: float = 0.0, height: float = 10.0) -> Line:
    word = len(text.split(None, 1)[0]) * WIDE
    return Line(text, left, left + len(text) * WIDE, 700 - 12 * row, height, word)


def column(*texts: str) -> list[Line]:
    """Set texts below each other, and below three lines that show how wide the column is."""
    return [line(text, row) for row, text in enumerate(("Full line" + "." * 27,) * 3 + texts)]


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        (FULL, BELOW, " "),
        (FULL[:-8], BELOW, "\n"),
        (FULL[:-1] + ".", BELOW, "\n"),
        (FULL[:-1] + ";", BELOW, "\n"),
        (FULL[:-3] + "Co-", "Chair", ""),
        (FULL[:-3] + "re-", "port", "\n"),
        (FULL, "(a) pay", "\n"),
        (FULL, "Article 2", "\n"),
        (FULL, "4.2 Cairo", "\n"),
        (FULL.upper(), BELOW, "\n"),
        ("Contents ........................... 3", BELOW, "\n"),
        ("x" * 66, BELOW, "\n"),
    ],
)
def test_a_line_without_room_for_the_next_word_was_wrapped(above: str, below: str, between: str) -> None:
    assert joined(column(above, below)).endswith(f"{above}{between}{below}")


@pytest.mark.parametrize(
    ("below", "between"),
    [
        (line(BELOW, 4), " "),
        (line(BELOW, 5), "\n"),
        (line(BELOW, 4, left=20), "\n"),
        (line(BELOW, 4, left=-20), " "),
        (line(BELOW, 4, height=14), "\n"),
        (line(BELOW, 0, left=200), " "),
        (line(BELOW, 0, left=100), "\n"),
        (Line(BELOW, 0, 0, 0, 0, 0), "\n"),
    ],
)
def test_the_next_line_stands_where_a_paragraph_goes_on(below: Line, between: str) -> None:
    assert joined([*column(FULL), below]).endswith(f"{FULL}{between}{BELOW}")


def test_an_item_may_hang() -> None:
    item = "(a) parties that so wish may meet in"
    assert joined([*column(item), line(BELOW, 4, left=20)]).endswith("meet in Cairo")


def test_a_wide_line_above_is_no_edge_of_a_column() -> None:
    wide = line("Signed at Cairo, at some length, before the two columns", -1)
    beside = [line("The other column", row, left=200) for row in range(5)]
    assert "meet in Cairo\n" in joined([wide, *column(FULL, BELOW), *beside])
    assert "meet in\nCairo\n" in joined([wide, *column(FULL, BELOW), line("End", 9)])


def test_a_column_needs_lines_that_reach_its_edge() -> None:
    assert joined([line(FULL, 0), line(BELOW, 1)]) == f"{FULL}\n{BELOW}"
    assert joined([]) == ""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Run a browser."""
    with browser.running(tmp_path_factory.mktemp("profile")) as running:
        yield running


STYLE = "body{font:11pt/1.3 serif}div{columns:2;column-gap:9mm;height:60mm;column-fill:auto}p{margin:0 0 6pt}"
CLAUSES = """Article 1
UNICEF may second staff to the Arab League for a period of two years.
The Arab League shall provide an office and UNICEF shall bear the cost of the salaries until 31 December 2028.
The Parties shall:
(a) hold a joint meeting in Cairo or in Amman every six months; and
(b) exchange information on Children in the Arab States.
UNICEF shall pay the Arab League USD 100,000 for the first conference by 31 March 2027.
The Arab League shall submit to UNICEF a report on the use of these funds by 30 June 2027.
Article 2
This Memorandum shall enter into force on the date of its signature.""".splitlines()


def test_a_page_of_two_columns_is_read_clause_by_clause(chromium: Browser, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{clause}</p>" for clause in CLAUSES)
    page.write_text(f"<style>{STYLE}</style><p>Signed at Cairo on 3 October 2026.</p><div>{paragraphs}</div>")
    chromium.open(page)
    text = read_document(chromium.pdf(), name="a.pdf").text
    assert [clause for clause in CLAUSES if clause not in text] == []
    assert text.index(CLAUSES[0]) < text.index(CLAUSES[-1])
