"""Text of a file never acts, in any view."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.views import hostile
from tests.views import register_of_november as real
from tracker.core.errors import Problem, Text
from tracker.views import as_csv, as_diff, as_json, as_markdown, as_plain, as_table, safe
from tracker.views.columns import NAMES
from tracker.views.pieces import plain
from tracker.views.wording import catalogue

WORDS = catalogue("en")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_an_escape_sequence_is_shown_as_its_escape() -> None:
    assert safe.line("a\x1b[31mb") == "a\\x1b[31mb"


def test_an_override_and_a_character_of_no_width_are_shown() -> None:
    assert safe.line("\u202eexe\u200b.") == "\\u202eexe\\u200b."


def test_line_ends_and_tabs_become_spaces() -> None:
    assert safe.line("a\nb\tc\u2028d") == "a b c d"


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "ক্\u200dষ", "\u200fالعربية", "3 %\u00a0: oui\u202f!", "é – “x”"]
)
def test_what_a_language_needs_stays(text: str) -> None:
    assert safe.line(text) == text


def test_lines_keep_their_ends_and_nothing_else() -> None:
    assert safe.lines("a  \n\x07b\n") == ["a", "\\x07b"]
    assert safe.lines("") == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
def test_a_cell_is_no_formula(text: str) -> None:
    assert safe.cell(text).startswith("'")


def test_a_cell_that_is_none_stays() -> None:
    assert safe.cell("a=b") == "a=b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a\\|b"),
        ("**a**", "\\*\\*a\\*\\*"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("- a", "\\- a"),
        ("12. a", "12\\. a"),
        ("12 a", "12 a"),
        ("[a](b)", "\\[a\\](b)"),
    ],
)
def test_markdown_is_only_text(text: str, shown: str) -> None:
    assert safe.markdown(text) == shown


@hostile.FEW
@given(hostile.TEXTS)
def test_json_keeps_the_values_and_escapes_what_acts(text: str) -> None:
    document = safe.json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == {"text": text}
    assert not hostile.acts(document)


def _quiet(lines: Iterable[str]) -> None:
    for line in lines:
        assert not hostile.acts(line), line


@given(st.lists(hostile.TEXTS, max_size=4), st.booleans())
def test_many_texts_are_made_safe_as_each_is(texts: list[str], many: bool) -> None:
    texts = [*["quiet"] * 1_500 * many, *texts, "été", "–"]
    assert [*safe.texts(texts)] == [*map(safe.line, texts)]


@pytest.mark.parametrize("text", ["\x1b[31m", "\xa0", "\xad", "\x7f", "\x85", "a\tb", "\u202e"])
def test_one_text_that_would_act_is_found_among_many(text: str) -> None:
    among = ["quiet"] * 999 + [text] + ["été"] * 1_200
    assert safe.texts(among)[999] == safe.line(text)
    assert safe.texts(["quiet"] * 5)[4] == "quiet"
    assert safe.texts([]) == []


@hostile.FEW
@given(hostile.TEXTS)
def test_plain_text_lets_nothing_act(text: str) -> None:
    _quiet(as_plain.picture(hostile.picture(text), WORDS, 80))
    _quiet(as_plain.rows([hostile.row(text)], WORDS, NAMES))
    _quiet(as_plain.detail(hostile.detail(text), real.AS_OF, WORDS, hostile.passage(text), 80))
    _quiet(as_plain.change(real.detail(), hostile.detail(text), [hostile.entry(text)], WORDS, 80))
    _quiet(as_plain.problems([Problem(text, 1, 2, "E101", Text("{text}", {"text": text}))], WORDS))


@hostile.FEW
@given(hostile.TEXTS)
def test_a_terminal_gets_no_code_but_its_colours(text: str) -> None:
    shown = [
        *as_table.picture(hostile.picture(text), WORDS, 80, color=True),
        *as_table.rows([hostile.row(text)], WORDS, 80, NAMES, color=True),
        *as_table.rows([hostile.row(text)], WORDS, 60, color=True),
        *as_table.detail(hostile.detail(text), real.AS_OF, WORDS, 80, hostile.passage(text), color=True),
        *as_table.change(real.detail(), hostile.detail(text), [hostile.entry(text)], WORDS, 80, color=True),
        *as_table.problems([Problem(text, 1, 2, "E101", Text("{t}", {"t": text}))], WORDS, color=True),
        *as_table.diff("", text, text, color=True),
    ]
    _quiet(COLOUR.sub("", line).replace("\t", " ") for line in shown)


@hostile.FEW
@given(hostile.TEXTS)
def test_a_terminal_without_colour_gets_no_code_at_all(text: str) -> None:
    _quiet(as_table.picture(hostile.picture(text), WORDS, 80, color=False))
    _quiet(as_table.rows([hostile.row(text)], WORDS, 80, NAMES, color=False))


def test_markup_of_rich_is_text() -> None:
    shown = "".join(as_table.rows([hostile.row("[red]a")], WORDS, 200, ("title",), color=True))
    assert "[red]a" in shown
    assert "\x1b[31ma" not in shown


@hostile.FEW
@given(hostile.TEXTS)
def test_json_of_a_view_is_json_and_lets_nothing_act(text: str) -> None:
    rows = "\n".join(as_json.rows([hostile.row(text)] * 2, real.AS_OF, WORDS))
    assert json.loads(rows)[1]["title"] == text
    picture = "\n".join(as_json.picture(hostile.picture(text), WORDS))
    assert json.loads(picture)["overdue"][0]["quote"] == text
    detail = "\n".join(as_json.detail(hostile.detail(text), real.AS_OF, WORDS, hostile.passage(text)))
    assert json.loads(detail)["log"][0]["note"] == text
    _quiet(f"{rows}{picture}{detail}".split("\n"))


@hostile.FEW
@given(hostile.TEXTS)
def test_csv_of_a_view_is_csv_without_formulas(text: str) -> None:
    lines = list(as_csv.rows([hostile.row(text)], real.AS_OF, WORDS))
    _quiet(lines)
    ((*_, quote, _reason),) = list(csv.reader(StringIO("\n".join(lines))))[1:]
    assert quote[:1] not in set("=+-@\t\r")


@hostile.FEW
@given(hostile.TEXTS)
def test_markdown_of_a_view_is_no_html_link_or_emphasis_of_the_texts(text: str) -> None:
    document = "\n".join(as_markdown.rows([hostile.row(text)], WORDS, ("title", "quote")))
    _quiet(document.split("\n"))
    kinds = {token.type for token in _tokens(MarkdownIt("commonmark").enable("table").parse(document))}
    assert not kinds & {
        "html_inline",
        "html_block",
        "link_open",
        "em_open",
        "strong_open",
        "image",
        "code_inline",
    }
    assert document.count("\n") == 2
    _quiet(as_markdown.picture(hostile.picture(text), WORDS))
    _quiet(as_markdown.detail(hostile.detail(text), real.AS_OF, WORDS, hostile.passage(text)))
    _quiet(as_markdown.problems([Problem(text, 1, 2, "W501", Text(text))], WORDS))


def _tokens(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())


@hostile.FEW
@given(hostile.TEXTS, hostile.TEXTS)
def test_a_diff_lets_nothing_act(before: str, after: str) -> None:
    _quiet(line.replace("\t", " ") for line in plain(as_diff.lines(before, after, after)))
