"""What `check --fix` may put right by itself."""

from __future__ import annotations

import tomllib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.register.merge.rivals import Rival, facts, written
from tracker.register.tidy import tidy


def test_days_in_quotation_marks_become_dates_where_days_belong_and_nowhere_else() -> None:
    text = (
        '[agreements.a]\ndate = "2025-01-01"  # signed\nnotes = "2025-01-01"\n'
        'log = [{ on = "2025-02-01" }]\n\n'
        '[agreements.a.sources.s]\ndate = "2025"\n\n'
        "[obligations.a.x]\ndue = ' 2025-03-01 '\ntags = [\"2025-01-01\"]\n"
        'log = [\n  { on = "2025-01-05", for = "2025-02", note = "2025-01-05" },\n]\n'
    )
    result = tidy(text)
    assert result.text == (
        '[agreements.a]\ndate = 2025-01-01  # signed\nnotes = "2025-01-01"\nlog = [{ on = 2025-02-01 }]\n\n'
        '[agreements.a.sources.s]\ndate = "2025"\n\n'
        '[obligations.a.x]\ndue = 2025-03-01\ntags = ["2025-01-01"]\n'
        'log = [\n  { on = 2025-01-05, for = "2025-02", note = "2025-01-05" },\n]\n'
    )
    assert [str(said) for said in result.done] == ["dates written as dates, without quotation marks: 4"]


def test_a_day_that_is_not_in_the_calendar_is_left_to_check() -> None:
    text = '[obligations.a.x]\ndue = "2025-02-30"\n'
    assert tidy(text) == (text, ())


def test_a_log_comes_into_order_with_its_comments_and_those_of_one_day_stay() -> None:
    text = (
        "[obligations.a.x]\nlog = [\n  # late\n  { on = 2025-03-01, note = '1' }, # c\n"
        "  { on = '2025-01-01', note = '2' },\n\n  { on = 2025-01-01, note = '3' }\n]\n"
    )
    assert tidy(text).text == (
        "[obligations.a.x]\nlog = [\n"
        "  { on = 2025-01-01, note = '2' },\n\n  { on = 2025-01-01, note = '3' },\n"
        "  # late\n  { on = 2025-03-01, note = '1' } # c\n]\n"
    )


def test_a_log_on_one_line_stays_on_it() -> None:
    text = "[obligations.a.x]\nlog = [{on = 2025-03-01}, {on = 2025-01-01} ]\n"
    assert tidy(text).text == "[obligations.a.x]\nlog = [{on = 2025-01-01}, {on = 2025-03-01} ]\n"


@pytest.mark.parametrize(
    "log",
    [
        "[{on = 2025-03-01}, {note = 'x'}]",
        "[{on = 2025-03-01}, # a\n  {on = 2025-01-01}]",
        "[{on = 2025-03-01}, 3]",
        "[]",
        "'x'",
    ],
)
def test_a_log_that_has_no_safe_order_stays(log: str) -> None:
    text = f"[obligations.a.x]\nlog = {log}\n"
    assert tidy(text) == (text, ())


def test_spacing() -> None:
    long = 'y = """ \n \n\n\n\n"""\n'
    text = f'# head\n\n\n\n[a]  \nx = "a  " # c \t\n\n[b]\n{long}[c]\n# of c  \n# d\n[d]\nz = 1\n\n\n'
    assert tidy(text).text == (
        f'# head\n\n\n[a]\nx = "a  " # c\n\n[b]\n{long}\n[c]\n\n# of c\n# d\n[d]\nz = 1\n'
    )
    assert tidy("[a]\nx = 1").text == "[a]\nx = 1\n"
    assert tidy("[a]\nx = 1\n\n# end\n\n").text == "[a]\nx = 1\n\n# end\n"


def test_line_endings_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff[obligations.a.x]\r\ndue = '2025-01-01' \r\n[b]\r\n"
    assert tidy(text).text == "\ufeff[obligations.a.x]\r\ndue = 2025-01-01\r\n\r\n[b]\r\n"


@pytest.mark.parametrize(
    "text", ["a = ", "<<<<<<< ours\n", "[a]\n[a]\n", "", "[[a]]\n\n[b]\n\n[a.c]\nx=1 \n"]
)
def test_what_cannot_be_read_or_safely_changed_stays(text: str) -> None:
    assert tidy(text) == (text, ())


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(0, 2**64))
def test_what_is_tidy_states_the_same_and_is_tidy(seed: int) -> None:
    rival = Rival(Random(seed))  # noqa: S311 - not a secret
    tables = rival.register()
    for table in tables:
        rival.random.shuffle(table.log)
    text = written(tables).replace("\n\n", "\n" * rival.random.randrange(1, 6))
    result = tidy(text).text
    assert facts(result) == facts(text)
    assert tidy(result) == (result, ())
    for table in tomllib.loads(result).get("obligations", {}).get("a", {}).values():
        if not any(f"[[obligations.a.{name}.log]]" in text for name in ("four", "five")):
            days = [entry["on"] for entry in table.get("log", [])]
            assert days == sorted(days)
