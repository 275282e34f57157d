"""What is written reads back, and nothing in it acts where the file is shown."""

import tomllib
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.errors import TrackerError
from tracker.register.text.literals import basic_string, key, literal

SCALARS = st.one_of(
    st.text(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
    st.times(),
)
PLAIN = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
)


@given(PLAIN)
def test_what_is_written_reads_back(value: Any) -> None:
    written = literal(value)
    assert "\n" not in written
    assert tomllib.loads(f"x = {written}") == {"x": value}


@given(st.text())
def test_keys_read_back(name: str) -> None:
    assert tomllib.loads(f"{key(name)} = 1") == {name: 1}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("café — ‘x’ كلمة می‌شود 日本", '"café — ‘x’ كلمة می‌شود 日本"'),
        ("\x1b[31m\x9b1m\x00\x7f", r'"\u001B[31m\u009B1m\u0000\u007F"'),
        ("a\u202eb\u2066c\u200e\ufeff\u00ad\u200b", r'"a\u202Eb\u2066c\u200E\uFEFF\u00AD\u200B"'),
        ("\U000e0041\u2028", r'"\U000E0041\u2028"'),
        ('"\\\n\t\r\b\f', r'"\"\\\n\t\r\b\f"'),
        ("[red]<b>'; DROP", '"[red]<b>\'; DROP"'),
        (date(2025, 1, 31), "2025-01-31"),
        (datetime(2025, 1, 31, 12), "2025-01-31T12:00:00"),  # noqa: DTZ001 - a local one
        (time(12, 30), "12:30:00"),
        (True, "true"),
        (False, "false"),
        (float("inf"), "inf"),
        (("a", 1), '["a", 1]'),
        ({}, "{}"),
        ({"a b": {"c": 1}}, '{ "a b" = { c = 1 } }'),
    ],
)
def test_written(value: object, written: str) -> None:
    assert literal(value) == written


def test_braces_as_asked() -> None:
    assert literal({"a": {"b": 1}, "c": [2]}, pad="", equals="=") == "{a={b=1}, c=[2]}"


def test_half_a_character_is_refused() -> None:
    with pytest.raises(TrackerError, match=r"half a character \(U\+DCFF\)"):
        basic_string("a\udcff")


@pytest.mark.parametrize("value", [None, object(), b"x", {1, 2}])
def test_other_kinds_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        literal(value)
