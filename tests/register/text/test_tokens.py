"""Strings, brackets and keys end where the parser says that they do."""

import time
import tomllib

import pytest

from tracker.core.errors import TrackerError
from tracker.register.text.tokens import (
    bracket_end,
    gap_end,
    key_ends,
    key_names,
    parts,
    statement_end,
    statements,
    string_end,
    value_end,
)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("a", ("a",)),
        ("a.b-c._1", ("a", "b-c", "_1")),
        ("a . \t b", ("a", "b")),
        ('"a.b".c', ("a.b", "c")),
        ("'a\"b'.\"c'd\"", ('a"b', "c'd")),
        ('""', ("",)),
        ("''.''", ("", "")),
        (r'"\u00e9\U0001F600\t\"\\"', ('é😀\t"\\',)),
        (r'"\x41\e"', ("A\x1b",)),  # TOML 1.1
        ("3.14159", ("3", "14159")),
        ('"# ] ="', ("# ] =",)),
    ],
)
def test_names_of_keys(written: str, names: tuple[str, ...]) -> None:
    assert key_names(written) == names


def test_an_escape_beyond_unicode_stays_as_written() -> None:
    assert key_names(r'"\UFFFFFFFF\q"') == (r"\UFFFFFFFF\q",)


def test_ends_of_names() -> None:
    assert key_ends('x = "a.b" . c', 4, 13) == [9, 13]


STRINGS = [
    '""',
    "''",
    '"a"',
    r'"\""',
    r'"\\"',
    r'"\\\""',
    "'\\'",
    '""""""',
    "''''''",
    '"""a"""',
    '""""a"""""',
    '"""""a"""',
    '""""""""',
    '""""""" '.strip(),
    r'"""\""""',
    r'"""\"""\""""',
    r'"""\\"""',
    '"""a\nb\\\n  c"""',
    "'''\\'''",
    "''''a'''''",
    "'''''a'''",
    '"' + r"\"" * 300 + '"',
    '"""' + 'x"' * 300 + '"""',
    "'''" + "x'" * 300 + "'''",
]


@pytest.mark.parametrize("written", STRINGS)
@pytest.mark.parametrize("behind", ["", " # x\n", "\ny = 1\n"])
def test_a_string_ends_where_the_parser_says(written: str, behind: str) -> None:
    assert tomllib.loads(f"x = {written}{behind}")["x"] is not None
    assert string_end(f"x = {written}{behind}", 4) == 4 + len(written)
    bracketed = f"x = [{written}, {{ y = {written} }}]"
    assert bracket_end(bracketed, 4) == len(bracketed)
    assert next(part.value_end - part.start for part in parts(bracketed, 4).parts) == len(written)


VALUES = ["1", "1979-05-27 07:32:00Z", "true", "[1, [2]]", "{ a = [1], b.c = '}' }", "nan", "+inf", "1e-3"]


@pytest.mark.parametrize("written", VALUES)
@pytest.mark.parametrize("behind", ["", " ", "\t# c", "\r\n", ",", "]", " }"])
def test_a_value_ends_before_what_follows(written: str, behind: str) -> None:
    assert value_end(f"x = {written}{behind}", 4) == 4 + len(written)


@pytest.mark.parametrize("text", ["x = ", "x = \n", "x = ,", "x = ]", "x = #", "x = ="])
def test_no_value(text: str) -> None:
    with pytest.raises(TrackerError, match="line 1 cannot be read"):
        value_end(text, 4)


def test_depth_and_length_are_no_matter() -> None:
    deep = "x = " + "[" * 10_000 + "]" * 10_000
    long = "x = [" + "{ y = 'z' }, " * 20_000 + "]"
    mixed = "x = [" + "[[[[[{}]]]]], " * 2_000 + "]"
    for text in (deep, long, mixed):
        assert bracket_end(text, 4) == len(text)
        assert statement_end(text + "\ny", 0) == len(text) + 1


@pytest.mark.parametrize(
    "piece",
    [
        'a = """\n',
        "a = [\n",
        "a = '''\n",
        "a = {\n",
        '"\n',
        "a = '\n",
        '\\"',
        "[",
        "{[",
        "x]\n",
        "'''\\",
        "# [\n[",
    ],
)
def test_what_does_not_close_is_found_out_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "'"
    begun = time.monotonic()
    with pytest.raises(TrackerError, match=r"line \d+ cannot be read"):
        walk(text)
    assert time.monotonic() - begun < 1


def walk(text: str) -> None:
    position = 0
    while position < len(text):
        position = statement_end(text, position)


def test_gaps_are_white_space_and_comments() -> None:
    text = " \t\r\n# one\n  # two ]\n" + "# x\n" * 5000 + "x"
    assert gap_end(text, 0) == len(text) - 1


def test_statements_are_whole_lines() -> None:
    text = "# c\n  a.b = [ # ]\n 1,\n ] # d\r\n\n'c' = 2"
    one, other = statements(text, 0, len(text))
    assert one.keys == ("a", "b")
    assert text[one.start : one.end] == "  a.b = [ # ]\n 1,\n ] # d\r\n"
    assert text[one.key_start : one.key_end] == "a.b"
    assert text[one.value_start : one.value_end] == "[ # ]\n 1,\n ]"
    assert other.keys == ("c",)
    assert text[other.start : other.end] == "'c' = 2"


@pytest.mark.parametrize("text", ["a\n", "= 1\n", "a = \n", "a. = 1", "[x]\n"])
def test_no_statement(text: str) -> None:
    with pytest.raises(TrackerError):
        list(statements(text, 0, len(text)))


def test_parts_of_an_array() -> None:
    text = "x = [ 1 , # one\n {a=1}\n, 'b' ]"
    found = parts(text, 4)
    assert (text[found.open], text[found.close]) == ("[", "]")
    assert [text[part.start : part.value_end] for part in found.parts] == ["1", "{a=1}", "'b'"]
    assert [part.comma >= 0 for part in found.parts] == [True, True, False]


def test_parts_of_an_inline_table_on_lines_of_their_own() -> None:
    text = "x = {\n a = 1, # TOML 1.1\n 'b'.c\t= [2],\n}"
    found = parts(text, 4)
    assert [part.keys for part in found.parts] == [("a",), ("b", "c")]
    assert [text[part.value_start : part.value_end] for part in found.parts] == ["1", "[2]"]
    assert [text[part.start : part.key_end] for part in found.parts] == ["a", "'b'.c"]


@pytest.mark.parametrize("text", ["[1 2]", "[1", "[,]", "{a}", "{a = 1 b = 2}", "{a = 1", "{1}"])
def test_no_parts(text: str) -> None:
    with pytest.raises(TrackerError):
        parts(text, 0)
