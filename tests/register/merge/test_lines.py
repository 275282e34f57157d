"""The ordinary merge, for what cannot be merged by meaning."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.register.merge.rivals import LABELS, resolved
from tracker.register.merge.lines import Labels, merge_lines, refined, runs, split

TEXTS = st.lists(st.sampled_from("abcdefg"), max_size=14).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\nd\n", "a\nB\nc\nd\n"),
        ("a\nb\n", "a\nb", "a\nb\nc\n", "a\n<<<<<<< HEAD\nb\n=======\nb\nc\n>>>>>>> feature\n"),
        ("a\n", "b\n", "c\n", "<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> feature\n"),
        ("a\nb\n", "a\n", "a\nc\n", "a\n<<<<<<< HEAD\n=======\nc\n>>>>>>> feature\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nC\n", "a\n<<<<<<< HEAD\nc\n=======\nb\nC\n>>>>>>> feature\n"),
        ("a\n", "a\nb", "a\nb", "a\nb"),
        ("", "", "a\x0bb\u2028c\n", "a\x0bb\u2028c\n"),
    ],
)
def test_three_texts_merge_as_git_merges_them(base: str, ours: str, theirs: str, merged: str) -> None:
    assert merge_lines(base, ours, theirs, LABELS) == (merged, merged.count("<<<<<<<"))


def test_what_follows_a_last_line_without_an_end_begins_a_line() -> None:
    assert merge_lines("x\n\ny", "x\n\ny", "x\n\ny\nz", LABELS)[0] == "x\n\ny\nz"
    assert merge_lines("b", "a\nb", "b", Labels())[0] == "a\nb"


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXTS, TEXTS, TEXTS)
def test_no_line_is_lost_and_one_side_alone_is_taken(base: str, ours: str, theirs: str) -> None:
    text, conflicts = merge_lines(base, ours, theirs, LABELS)
    assert text.count("<<<<<<<") == conflicts
    old, mine, yours = (split(version) for version in (base, ours, theirs))
    for side, version in enumerate((mine, yours)):
        kept = split(resolved(text, side))
        for line in set(version) - set(old):
            assert kept.count(line) >= version.count(line)
    assert merge_lines(base, ours, base, LABELS) == (ours, 0)
    assert merge_lines(base, base, theirs, LABELS) == (theirs, 0)
    assert merge_lines(base, ours, ours, LABELS) == (ours, 0)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS, st.booleans())
def test_a_refined_conflict_holds_both_versions(ours: str, theirs: str, whole: bool) -> None:
    lines, conflicts = refined(ours, theirs, LABELS, whole=whole)
    assert resolved("".join(lines), 0) == ours
    assert resolved("".join(lines), 1) == theirs
    assert conflicts == lines.count("=======\n")
    if whole:
        assert conflicts == (ours != theirs)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS)
def test_runs_are_in_order_and_the_same(one: str, other: str) -> None:
    mine, yours = split(one), split(other)
    i = j = 0
    for run in runs(mine, yours):
        assert run.one >= i
        assert run.other >= j
        i, j = run.one + run.length, run.other + run.length
        assert mine[run.one : i] == yours[run.other : j]


def test_markers_are_as_long_as_git_asks() -> None:
    text, _ = merge_lines("", "a\n", "b\n", Labels("x", "y", 9))
    assert text == "<<<<<<<<< x\na\n=========\nb\n>>>>>>>>> y\n"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("x\n" * 60_000, "z\n" + "x\n" * 50_000 + "y\n"),
        ("x\ny\n" * 20_000, "y\nx\nx\n" * 15_000),
        ("".join(f"{n}\n" for n in range(40_000)), "".join(f"{n}\n" for n in range(40_000, 0, -1))),
    ],
)
def test_large_and_hostile_texts_take_bounded_time(ours: str, theirs: str) -> None:
    began = process_time()
    merge_lines("q\n" + "x\n" * 30_000, ours, theirs, LABELS)
    assert process_time() - began < 5
