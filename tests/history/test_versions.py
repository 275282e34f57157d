"""Versions are cut with each other's help exactly as they are cut alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.history.repositories import FORM
from tracker.core.errors import TrackerError
from tracker.history.form import Block
from tracker.history.things import Things
from tracker.history.versions import UnreadableError, Version, cut

PARTS = (
    "[obligations.a.x]\n",
    "[obligations.a.y]\n",
    "[[obligations.a.x.log]]\n",
    "[agreements.a]\n",
    "[obligations.a]\n",
    "title = 'é'\n",
    'note = """\n',
    '"""\n',
    "[settings]\n",
    "  [settings]\n",
    "  y = 2\n",
    "log = [\n",
    "  { on = 2026-01-01 },\n",
    "]\n",
    "# [obligations.a.z]\n",
    "\n",
    "'",
    '"',
    "[",
    "=",
    "\r\n",
    "x",
)


def units(version: Version) -> list[tuple[tuple[str, ...], str]]:
    return [block for block in version.blocks if block[1]]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS), max_size=14),
    st.lists(st.tuples(st.integers(0, 14), st.integers(0, 3), st.sampled_from(PARTS)), max_size=3),
)
def test_a_version_cut_with_help_is_cut_as_alone(parts: list[str], edits: list[tuple[int, int, str]]) -> None:
    before = "".join(parts).encode()
    for position, gone, put in edits:
        parts[position : position + gone] = [put]
    after = "".join(parts).encode()
    try:
        near = cut(before, FORM)
    except UnreadableError:
        return
    try:
        alone = cut(after, FORM)
    except UnreadableError:
        with pytest.raises(UnreadableError):
            cut(after, FORM, near)
        return
    helped = cut(after, FORM, near)
    assert units(helped) == units(alone)
    assert b"".join(text.encode() for _, text in helped.blocks) == helped.content
    for (_, text), start in zip(helped.blocks, helped.starts, strict=True):
        assert helped.content[start:].startswith(text.encode())
    things = Things(FORM)
    try:
        known = things.texts(near)
        expected = things.texts(alone)
    except UnreadableError:
        return
    assert things.texts(helped, known) == expected


def test_only_what_differs_is_cut_again() -> None:
    asked: list[str] = []

    def split(text: str) -> Sequence[Block]:
        asked.append(text)
        return FORM.split(text)

    form = FORM._replace(split=split)
    text = "".join(f"[obligations.a.o{n}]\ntitle = 'é {n}'\n" for n in range(100))
    near = cut(text.encode(), form)
    asked.clear()
    again = cut(text.replace("é 50'", "é 50!'").encode(), form, near)
    assert [part for part in asked if part] == ["[obligations.a.o50]\ntitle = 'é 50!'\n"]
    assert again.blocks[10] is near.blocks[10]
    assert again.blocks[90] is near.blocks[90]


def test_the_same_content_is_cut_as_itself() -> None:
    near = cut(b"[obligations.a.x]\nt = 1\n", FORM)
    assert units(cut(near.content, FORM, near)) == units(near)


def test_a_header_that_is_gone_leaves_its_lines_to_the_block_before() -> None:
    near = cut(b"[settings]\nx = 1\n  [agreements.a]\ny = 2\n", FORM)
    again = cut(b"[settings]\nx = 1\n  z = 3\ny = 2\n", FORM, near)
    assert units(again) == [(("settings",), "[settings]\nx = 1\n  z = 3\ny = 2\n")]


def test_a_byte_order_mark_and_crlf_are_not_part_of_a_text() -> None:
    version = cut(b"\xef\xbb\xbf[settings]\r\nsoon = '3 days'\r\n", FORM)
    assert units(version) == [(("settings",), "[settings]\nsoon = '3 days'\n")]


@pytest.mark.parametrize("near", [None, cut(b"[settings]\n", FORM)])
def test_what_is_not_utf_8_is_unreadable(near: Version | None) -> None:
    with pytest.raises(UnreadableError, match="byte 0xff is not UTF-8"):
        cut(b"[settings]\nx = '\xff'\n", FORM, near)


def test_what_cannot_be_split_is_unreadable() -> None:
    def refuse(text: str) -> Sequence[Block]:
        raise TrackerError("{text} is no TOML", text=text)

    with pytest.raises(UnreadableError, match="x is no TOML"):
        cut(b"x", FORM._replace(split=refuse))


def test_things_without_a_header_of_their_own_are_found() -> None:
    text = b"""\
include = ["x/*.toml"]
settings.soon = "3 days"
parties.OIC = "The organisation"
agreements.b.title = "B"
obligations.a.z.title = "Z"
strange = 1
people = 3

[obligations]
a.y = { title = "Y" }

[obligations.a]
x.title = "X"
x.due = 2026-01-01

[obligations.a.w]
title = "W"

[obligations.a.w.more]
x = 1

[agreements]
"""
    things = Things(FORM)
    texts = things.texts(cut(text, FORM))
    assert things.table(("obligations", "a", "x"), texts["obligations", "a", "x"]).fields == {
        "title": "X",
        "due": "2026-01-01",
    }
    tables = {key: dict(things.table(key, said).fields) for key, said in texts.items()}
    assert tables == {
        ("settings",): {"include": ("x/*.toml",), "soon": "3 days", "strange": "1"},
        ("parties", "OIC"): {"name": "The organisation"},
        ("agreements", "b"): {"title": "B"},
        ("obligations", "a", "z"): {"title": "Z"},
        ("obligations", "a", "y"): {"title": "Y"},
        ("obligations", "a", "x"): {"title": "X", "due": "2026-01-01"},
        ("obligations", "a", "w"): {"title": "W", "more.x": "1"},
    }


def test_what_cannot_be_parsed_is_unreadable() -> None:
    things = Things(FORM)
    for text in (b"x = \n", b"include = [\n"):
        with pytest.raises((UnreadableError, TrackerError)):
            things.texts(cut(text, FORM))
    with pytest.raises(UnreadableError):
        things.table(("settings",), ("[settings]\nx = \n",))
    with pytest.raises(UnreadableError):
        things.include("include = \n")


def test_an_include_that_is_no_list_of_texts_includes_nothing() -> None:
    things = Things(FORM)
    assert things.include('include = "x.toml"\n') == ()
    assert things.include("include = [1, 'x.toml']\n") == ("x.toml",)
    assert things.include("") == ()
