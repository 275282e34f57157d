"""Widths in a terminal, and texts made to fit them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.views.measure import cut, cut_within, pad, pad_left, width, widths, wrap

TEXTS = st.text(alphabet="ab é日本語\u0301عر-./", max_size=40)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("été", 3), ("e\u0301", 1), ("日本", 4), ("سلام\u200c", 4), ("–…", 2)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.lists(st.text(alphabet="abé\u00ad–’œ日\u0301عر", max_size=6), max_size=30))
def test_widths_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert widths(texts) == [*map(width, texts)]
    assert widths(texts * 100) == [*map(width, texts)] * 100


def test_padding_counts_columns_and_not_characters() -> None:
    assert pad("日", 4) == "日  "
    assert pad_left("e\u0301", 3) == "  e\u0301"
    assert pad("abcd", 2) == "abcd"


def test_what_fits_is_not_cut() -> None:
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
    assert cut("ab cd", 4) == "ab…"
    assert cut("日本語", 4) == "日…"
    assert cut("abc", 0) == "abc"


@given(TEXTS, st.integers(1, 20))
def test_what_is_cut_fits(text: str, columns: int) -> None:
    assert width(cut(text, columns)) <= columns


@given(TEXTS, st.integers(2, 20))
def test_what_is_wrapped_fits_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = list(wrap(text, columns))
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_line_breaks_at_a_space() -> None:
    assert list(wrap("half-yearly meetings of both", 12)) == ["half-yearly", "meetings of", "both"]


def test_a_long_word_breaks_after_a_dot_or_a_dash() -> None:
    assert list(wrap("oim-oci.half-yearly-meetings", 12)) == ["oim-oci.", "half-yearly-", "meetings"]
    assert list(wrap("abcdefgh", 3)) == ["abc", "def", "gh"]


def test_without_a_width_there_is_one_line() -> None:
    assert list(wrap("a b c", 0)) == ["a b c"]


def test_a_name_is_cut_in_its_middle() -> None:
    assert cut_within("joint-committee-adopt", 21) == "joint-committee-adopt"
    assert cut_within("joint-committee-adopt", 12) == "joint-…adopt"
    for text in ("joint-committee-adopt", "会議会議会議会議会議会議"):
        assert all(width(cut_within(text, columns)) <= columns for columns in range(3, 24))
