"""What is left out: every reason that a rule names has words, and nothing is missed without a trace."""

import ast
from pathlib import Path

import pytest

from tracker.extract import extract, filters, news, reason_of
from tracker.views.wording import catalogue


def named(module: str) -> set[str]:
    """Give the reasons that a module's functions return, whatever they are returned by."""
    functions = [
        node
        for node in ast.walk(ast.parse(Path(module).read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id == "str"
    ]
    returned = [part for one in functions for part in ast.walk(one) if isinstance(part, ast.Return)]
    values = [part for one in returned if one.value for part in _results(one.value)]
    return {value for value in values if value}


def _results(value: ast.expr) -> list[str]:
    if isinstance(value, ast.IfExp):
        return _results(value.body) + _results(value.orelse)
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


@pytest.mark.parametrize("module", [filters, news])
def test_each_reason_is_translated(module: object) -> None:
    found = named(str(getattr(module, "__file__", "")))
    assert len(found) > 5
    assert [reason for reason in found if reason_of(reason).values] == []


def test_a_reason_is_put_into_words() -> None:
    french = catalogue("fr")
    assert french.text(reason_of("no duty seen")) == "pas de devoir reconnu"
    assert french.text(reason_of("something new")) == "something new"


HEAD = (
    "AGREEMENT between the Republic of Kenya and the Republic of Uganda\n\nSigned at Nairobi on 3 March 2025."
    "\n\n{}\n\nArticle 1\nKenya shall report.\n\n{}\n\nUganda shall reply.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Uganda: publish statistics every year",
        "Uganda to publish statistics every year",
        "Uganda is to publish the lists",
        "Uganda provides the building and the furniture",
    ],
)
def test_a_line_without_its_full_stop_is_no_heading_if_a_party_acts(line: str) -> None:
    assert [row.quote for row in extract(HEAD.format("", line)).obligations][1] == line


def test_what_is_promised_before_the_articles_is_named() -> None:
    early = "Recognising that Kenya pays, Kenya undertakes to pay the rent.\n\nHave agreed as follows:"
    assert [row.quote for row in extract(HEAD.format(early, "")).left_out] == [early.partition("\n")[0]]


def test_the_shortest_sentence_and_item_are_named() -> None:
    found = extract(HEAD.format("", "Uganda pays.\n\nKenya's duties:\n- submit a report\n- reply"))
    assert {"Uganda pays.", "reply"} <= {row.quote for row in found.left_out}


def test_the_part_of_a_sentence_beside_its_proposal_is_named() -> None:
    found = extract(HEAD.format("", "Kenya shall, and Uganda shall not, levy charges."))
    named = [row.quote for row in (*found.obligations,)] + [row.quote for row in found.left_out]
    assert any("Kenya shall" in quote for quote in named)
    for row in found.left_out:
        assert (
            row.quote
            == HEAD.format("", "Kenya shall, and Uganda shall not, levy charges.")[row.start : row.end]
        )
