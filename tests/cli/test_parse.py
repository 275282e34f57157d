"""The parser of the daily path and Typer read the same call the same way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.cli import typer_app
from tracker.cli.directory import MODULES, load
from tracker.cli.grammar import FLAG, GLOBALS, MANY, NUMBER, Command, Option
from tracker.cli.parse import parse

WORDS = st.text("abcxyz0123456789é.-/ ", min_size=1, max_size=8).filter(lambda word: not word.startswith("-"))


@st.composite
def calls(draw: st.DrawFn) -> list[str]:
    """Draw a well-formed call of a command, its options in any place."""
    name = draw(st.sampled_from(sorted(MODULES)))
    command: Command = load(name).COMMAND
    places: list[list[str]] = []
    for argument in command.arguments:
        if argument.many:
            places.append(draw(st.lists(WORDS, min_size=0 if argument.optional else 1, max_size=2)))
        elif not argument.optional or draw(st.booleans()):
            places.append([draw(WORDS)])
    for option in draw(st.lists(st.sampled_from([*command.options, *GLOBALS]), max_size=4, unique=True)):
        if option.name not in {"version", "help"}:
            places.insert(draw(st.integers(0, len(places))), draw(typed(option)))
    before = [
        word
        for option in draw(st.lists(st.sampled_from(GLOBALS), max_size=1))
        for word in draw(typed(option))
    ]
    if "--version" in before:
        before = []
    return [*before, name, *(word for place in places for word in place)]


@st.composite
def typed(draw: st.DrawFn, option: Option) -> list[str]:
    if option.kind == FLAG:
        return [draw(st.sampled_from(option.flags.split("/")))]
    value = str(draw(st.integers(0, 99))) if option.kind == NUMBER else draw(WORDS)
    if option.kind == MANY and draw(st.booleans()):
        return [option.flags, value, f"{option.flags}={value}"]
    return [f"{option.flags}={value}"] if draw(st.booleans()) else [option.flags, value]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(calls())
def test_both_read_a_well_formed_call_alike(words: list[str]) -> None:
    quick = parse(words)
    assert quick is not None
    thorough = typer_app.parse(words)
    assert thorough is not None
    assert quick.command == thorough.command
    assert quick.values == thorough.values
    assert quick.globals == thorough.globals


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["status", "--help"],
        ["--version"],
        ["status", "--version"],
        ["stat"],
        ["status", "--nope"],
        ["show"],
        ["show", "a", "b"],
        ["list", "--limit", "many"],
        ["list", "--limit"],
        ["list", "--occurrences=yes"],
        ["update", "x", "done", "--on", ""],
        ["-x"],
    ],
)
def test_what_is_not_well_formed_is_left_to_typer(words: list[str]) -> None:
    assert parse(words) is None


def test_completion_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TRACKER_COMPLETE", "complete_bash")
    assert parse(["status"]) is None


def test_two_dashes_end_the_options() -> None:
    call = parse(["note", "ref", "--", "--text"])
    assert call is not None
    assert call.values["text"] == "--text"
    assert call == typer_app.parse(["note", "ref", "--", "--text"])


def test_a_day_may_begin_with_a_dash() -> None:
    call = parse(["status", "--as-of", "-7d"])
    assert call is not None
    assert call.globals["as_of"] == "-7d"
    assert call == typer_app.parse(["status", "--as-of", "-7d"])
