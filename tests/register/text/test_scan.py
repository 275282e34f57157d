"""Tables and keys are found where they are written, fast, and nothing else passes for them."""

import time
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register.text.messy import Messy, messy
from tracker.core.errors import TrackerError
from tracker.register.text.scan import Path, blocks, find, index, locate

REGISTER = """\
# top
title = "x"

[agreements.oim-oci] # a
date = 2025-06-21
sources.two.file = "[x]"

  [obligations.oim-oci."half yearly"]
\ttitle = { en = "Half", "fr" = 'Semestre', long.er = 1 }
quote = '''
[obligations.fake]
log = [
'''
log = [
  { on = 2025-12-18, evidence = ["a", "b"] }, # [no]
  { on = 2026-01-01 },
]

[[people]]
[[people]]
name = "é"; """.replace("; ", "\n")


def said(path: Path) -> tuple[int, int, str]:
    place = locate(REGISTER, path)
    return place.line, place.column, REGISTER[place.start : place.end]


def test_blocks_begin_at_headers_and_tile_the_text() -> None:
    found = blocks(REGISTER)
    assert [block.path for block in found] == [
        (),
        ("agreements", "oim-oci"),
        ("obligations", "oim-oci", "half yearly"),
        ("people", 0),
        ("people", 1),
    ]
    assert [block.line for block in found] == [1, 4, 8, 19, 20]
    assert [block.is_array for block in found] == [False] * 3 + [True] * 2
    assert "".join(REGISTER[block.start : block.end] for block in found) == REGISTER


HALF = ("obligations", "oim-oci", "half yearly")


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("title",), (2, 1, "title")),
        (("agreements", "oim-oci"), (4, 1, "[agreements.oim-oci]")),
        (("agreements", "oim-oci", "date"), (5, 1, "date")),
        (("agreements", "oim-oci", "sources"), (6, 1, "sources.two.file")),
        (("agreements", "oim-oci", "sources", "two", "file"), (6, 1, "sources.two.file")),
        (HALF, (8, 3, '[obligations.oim-oci."half yearly"]')),
        ((*HALF, "title"), (9, 2, "title")),
        ((*HALF, "title", "fr"), (9, 25, '"fr"')),
        ((*HALF, "title", "long", "er"), (9, 44, "long.er")),
        ((*HALF, "title", "long"), (9, 44, "long.er")),
        ((*HALF, "log"), (14, 1, "log")),
        ((*HALF, "log", 1), (16, 3, "{ on = 2026-01-01 }")),
        ((*HALF, "log", 0, "evidence"), (15, 22, "evidence")),
        ((*HALF, "log", 0, "evidence", 1), (15, 39, '"b"')),
        (("people",), (19, 1, "[[people]]")),
        (("people", 1), (20, 1, "[[people]]")),
        (("people", 1, "name"), (21, 1, "name")),
    ],
)
def test_places(path: Path, where: tuple[int, int, str]) -> None:
    assert said(path) == where


@pytest.mark.parametrize(
    ("path", "parent"),
    [
        ((*HALF, "log", 7, "on"), (*HALF, "log")),
        ((*HALF, "log", 0, "on", "x"), (*HALF, "log", 0, "on")),
        ((*HALF, "nothing"), HALF),
        ((*HALF, "title", "ar"), (*HALF, "title")),
        (("agreements", "none", "x"), ("agreements",)),
        (("people", 9), ("people",)),
        (("agreements", "oim-oci", "sources", "two", "url"), ("agreements", "oim-oci", "sources")),
    ],
)
def test_what_is_not_there_is_placed_at_its_nearest_parent(path: Path, parent: Path) -> None:
    assert said(path) == said(parent)


@pytest.mark.parametrize("text", ["", "\ufeff", "# x", "\n"])
def test_a_text_without_anything_has_its_beginning(text: str) -> None:
    place = locate(text, ("a", 0))
    assert (place.line, place.column) == (1, 1)
    assert [block.path for block in blocks(text)] == [()]


def test_columns_leave_the_byte_order_mark_out() -> None:
    place = locate("\ufeff[é]\r\na = 1", ("é",))
    assert (place.line, place.column) == (1, 1)
    assert locate("\ufeffé = 1\r\n", ("é",)).column == 1
    assert locate("\ufeff[é]\r\n  a = 1", ("é", "a"))[:2] == (2, 3)


def test_a_header_wins_over_a_table_below_it() -> None:
    text = "[a.b.c]\nx = 1\n[a]\ny = 1\n[a.b]\n"
    assert locate(text, ("a",)).line == 3
    assert locate(text, ("a", "b")).line == 5
    assert locate("[a.b.c]\nx = 1\n", ("a", "b")).line == 1


def test_tables_inside_elements_of_arrays() -> None:
    text = "[[a]]\n[a.b]\n[[a.b.c]]\n[[a]]\n[[a.b.c]]\n[[a.b.c]]\n[a.b.c.d]\n"
    assert [block.path for block in blocks(text)] == [
        (),
        ("a", 0),
        ("a", 0, "b"),
        ("a", 0, "b", "c", 0),
        ("a", 1),
        ("a", 1, "b", "c", 0),
        ("a", 1, "b", "c", 1),
        ("a", 1, "b", "c", 1, "d"),
    ]


@pytest.mark.parametrize(
    "text", ["[[a]\n", "[a]]\n", "a = '''\n", 'a = """x""\n', "[1\n# '''", "a = [ # '''\n"]
)
def test_what_is_seen_not_to_be_toml_is_said_with_its_line(text: str) -> None:
    with pytest.raises(TrackerError, match="line 2 cannot be read"):
        blocks("a = 1\n" + text)


PIECES = [*"[]{}=.,#'\"\\ \n\r\tax1é", "'''", '"""', "[a]\n", "\n[b.c]\n", "x = "]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.lists(st.sampled_from(["a", "b", "c", 0]), max_size=3),
)
def test_no_text_at_all_crashes(pieces: list[str], path: list[str | int]) -> None:
    text = "".join(pieces)
    with suppress(TrackerError):
        assert "".join(text[block.start : block.end] for block in blocks(text)) == text
        place = locate(text, tuple(path))
        assert 0 <= place.start <= place.end <= len(text)


def test_nesting_and_length_cost_no_more_than_they_weigh() -> None:
    text = (
        "a = "
        + "[" * 10_000
        + "]" * 10_000
        + "\n[b]\nc = '"
        + "x" * 1_000_000
        + "'\nd = \""
        + "\\n" * 300_000
        + '"\n[e]\n'
    )
    begun = time.monotonic()
    assert [block.path for block in blocks(text)] == [(), ("b",), ("e",)]
    assert locate(text, ("b", "d")).line == 4
    assert time.monotonic() - begun < 2


def test_many_tables_take_little_time() -> None:
    block = "[obligations.a.o{0}]\ntitle = \"x\" # y\nlog = [\n  {{ on = 2025-01-01, note = 'z' }},\n]\n\n"
    text = "".join(block.format(number) for number in range(50_000))
    begun = time.process_time()
    assert len(blocks(text)) == 50_001
    assert time.process_time() - begun < 3  # 5 MB: 0.1 s here


def leaves(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, tree
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    if isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from leaves(value, (*path, number))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(messy())
def test_all_that_the_parser_reads_is_found_where_it_is_written(register: Messy) -> None:
    known = index(register.text)
    assert "".join(register.text[block.start : block.end] for block in known.blocks) == register.text
    for path, value in leaves(register.tree):
        spot = find(register.text, path, known)
        assert spot.matched == len(path)
        if spot.value:
            assert tomllib.loads(f"x = {register.text[slice(*spot.value)]}") == {"x": value}
        else:
            assert isinstance(value, dict | list)
            place = locate(register.text, path, known)
            assert place.line == register.text.count("\n", 0, place.start) + 1
