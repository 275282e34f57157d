"""A text read in pieces says what it says when it is read whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.test_catching_up import LINES, MAIN, MORE, edited
from tracker.register import pieces
from tracker.register.read import Reading, read_texts

WHOLE = 1_000_000
BOTH = MAIN.partition("\n")[2] + "\n" + MORE


def read(text: str, large: int) -> Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "LARGE", large)
        return read_texts({"commitments.toml": text})


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(("put", "take", "twice")), st.integers(0, 90), st.sampled_from(LINES)),
        max_size=3,
    ),
    st.sampled_from((1, 60, 200, 600)),
)
def test_pieces_say_what_the_whole_does(steps: list[tuple[str, int, str]], large: int) -> None:
    text = BOTH
    for step in steps:
        text = edited(text, *step)
    whole, cut = read(text, WHOLE), read(text, large)
    assert cut.problems == whole.problems
    assert cut.register == whole.register
    if whole.register and cut.register:
        for section in ("parties", "people", "agreements", "obligations"):
            assert [*getattr(cut.register, section)] == [*getattr(whole.register, section)]


def cut_at(text: str, large: int = 1) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "LARGE", large)
        return [text[place:].split("\n", maxsplit=1)[0] for place in pieces.cuts(text)]


def test_a_text_is_cut_where_a_table_begins_anew() -> None:
    assert cut_at(
        "[parties.a]\n[settings]\n[agreements.a]\n[agreements.a.sources.x]\n[obligations.a.b]\n# x\n"
    ) == [
        "[parties.a]",
        "[agreements.a]",
        "[obligations.a.b]",
        "",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[agreements.a]\n[obligations.a.b]\n[agreements.a.sources.x]\n",
        "[obligations.a.b]\n[obligations.a.c]\n[obligations.a.b]\n",
        "[agreements]\na.date = 2026\n",
        "[obligations.a]\nb.title = 1\n",
        "[parties.a]\n[people.b]\n[settings]\n",
        "[other.a]\n",
        "settings.title = 'x'\n",
        "[a\n",
    ],
)
def test_a_text_in_disorder_is_not_cut(text: str) -> None:
    assert cut_at(text) == []


def test_one_piece_is_read_whole() -> None:
    assert pieces.shaped("[settings]\n", 0, ()) is None
