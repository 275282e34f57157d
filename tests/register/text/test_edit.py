"""Laws of every edit: it means what it says, and the rest is the same to the byte."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import rtoml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register.text.messy import Messy, messy, read
from tracker.register.text.edit import (
    Change,
    add_agreement,
    add_obligation,
    append_entry,
    entries,
    remove_entry,
    remove_key,
    replace_entry,
    set_key,
)
from tracker.register.text.scan import blocks

LAWS = settings(  # a profile with more examples raises the number here as well
    max_examples=settings().max_examples * 2 // 5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ENTRY = st.fixed_dictionaries(
    {"on": st.dates()},
    optional={
        "status": st.sampled_from(["done", "open"]),
        "note": TEXTS,
        "evidence": st.one_of(TEXTS, st.lists(TEXTS, max_size=3)),
        "private": st.booleans(),
    },
)


def holds(before: str, change: Change) -> dict[str, Any]:
    """Check that all outside the splice is the same, and what was verified is what is there."""
    behind = change.start + len(change.old)
    assert before[change.start : behind] == change.old
    assert before[: change.start] + change.new + before[behind:] == change.text
    if "\r\n" in before:
        assert "\n" not in change.new.replace("\r\n", "")
    assert "".join(change.text[block.start : block.end] for block in blocks(change.text)) == change.text
    found = read(change.text)
    plain = change.text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert rtoml.dumps(rtoml.loads(plain)) == rtoml.dumps(found)  # a second parser says the same
    return found


def log_of(tree: dict[str, Any]) -> list[Any]:
    log: list[Any] = tree["obligations"]["a"]["b"].setdefault("log", [])
    return log


@LAWS
@given(messy(), ENTRY)
def test_an_appended_entry_is_all_that_is_new(register: Messy, entry: dict[str, Any]) -> None:
    change = append_entry(register.text, "a.b", entry)
    expected = deepcopy(register.tree)
    log_of(expected).append(entry)
    assert holds(register.text, change) == expected
    assert change.path == ("obligations", "a", "b", "log", len(log_of(expected)) - 1)
    assert change.is_new
    new = iter(change.new)  # only white space is taken away
    assert all(char in new for char in change.old if char not in " \t\r\n")
    assert entries(change.text, "a.b") == log_of(expected)


@LAWS
@given(messy(), st.lists(ENTRY, min_size=1, max_size=3), st.integers(0, 5))
def test_an_entry_taken_out_leaves_the_others(
    register: Messy, added: list[dict[str, Any]], position: int
) -> None:
    text = register.text
    for entry in added:
        text = append_entry(text, "a.b", entry).text
    expected = deepcopy(register.tree)
    log = log_of(expected)
    log += added
    position %= len(log)
    del log[position]
    change = remove_entry(text, "a.b", position)
    found = holds(text, change)
    log_of(found)
    assert found == expected


@LAWS
@given(messy(), ENTRY, ENTRY)
def test_a_replaced_entry_states_the_new_facts(
    register: Messy, first: dict[str, Any], second: dict[str, Any]
) -> None:
    text = append_entry(register.text, "a.b", first).text
    position = len(log_of(deepcopy(register.tree)))
    change = replace_entry(text, "a.b", position, second)
    expected = read(text)
    log_of(expected)[position] = second
    assert holds(text, change) == expected


@LAWS
@given(messy(), st.sampled_from(["owner", "été", "a.b"]), TEXTS)
def test_a_key_is_set_and_removed(register: Messy, name: str, value: str) -> None:
    path = ("obligations", "a", "b", name)
    expected = deepcopy(register.tree)
    change = set_key(register.text, path, value)
    expected["obligations"]["a"]["b"][name] = value
    assert holds(register.text, change) == expected
    again = set_key(change.text, path, date(2025, 1, 1))
    expected["obligations"]["a"]["b"][name] = date(2025, 1, 1)
    assert holds(change.text, again) == expected
    removed = remove_key(again.text, path)
    assert holds(again.text, removed) == register.tree


@LAWS
@given(messy(), st.dictionaries(st.sampled_from(["title", "kind", "é"]), TEXTS, min_size=1))
def test_new_tables_are_all_that_is_new(register: Messy, table: dict[str, Any]) -> None:
    expected = deepcopy(register.tree)
    text = register.text
    braces = "a = {" in text
    if not braces:
        change = add_obligation(text, "a.new", table)
        expected["obligations"]["a"]["new"] = table
        assert holds(text, change) == expected
        text = change.text
    change = add_agreement(text, "new one", table)
    expected["agreements"] = {"new one": table}
    assert holds(text, change) == expected
