"""Which entries of three logs are the same, and in what order they come to stand."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from tracker.register.merge.log import plan
from tracker.register.merge.sides import MISSING, OURS, THEIRS, Side, same
from tracker.register.merge.values import how, merged


def entry(day: int, **fields: object) -> dict[str, object]:
    return {"on": date(2025, 1, day), **fields}


def laid_out(
    base: list[object], ours: list[object], theirs: list[object], prefer: Side = OURS
) -> list[object]:
    return [
        ours[slot.ours] if slot.side == OURS else theirs[slot.theirs]
        for slot in plan(base, ours, theirs, prefer, entries=True)
    ]


def test_a_correction_is_known_by_what_stayed() -> None:
    base: list[object] = [entry(1, status="done", note="x"), entry(2, status="open", note="y")]
    ours: list[object] = [entry(1, status="done", note="z"), base[1]]
    theirs: list[object] = [base[0], entry(3, status="open", note="y")]
    assert laid_out(base, ours, theirs) == [ours[0], theirs[1]]


def test_what_both_corrected_is_each_side_s_own() -> None:
    base: list[object] = [entry(1, status="done", note="x")]
    ours: list[object] = [entry(1, status="done", note="o")]
    theirs: list[object] = [entry(1, status="done", note="t")]
    assert laid_out(base, ours, theirs, OURS) == ours
    assert laid_out(base, ours, theirs, THEIRS) == theirs
    assert laid_out(base, [], theirs, OURS) == []
    assert laid_out(base, [], theirs, THEIRS) == theirs
    assert laid_out(base, ours, [], THEIRS) == []


def test_entries_without_a_day_come_behind_what_they_follow() -> None:
    base: list[object] = [entry(1), entry(9)]
    assert laid_out(base, [*base, entry(10)], [base[0], {"note": "?"}, base[1]]) == [
        entry(1),
        {"note": "?"},
        entry(9),
        entry(10),
    ]


def test_a_log_in_disorder_keeps_its_order() -> None:
    base: list[object] = [entry(9), entry(1)]
    assert laid_out(base, base, [*base, entry(5)]) == [*base, entry(5)]


def test_of_two_equal_entries_one_can_go() -> None:
    base: list[object] = [entry(1), entry(1)]
    assert laid_out(base, [entry(1)], [*base, entry(2)]) == [entry(1), entry(2)]


def test_very_long_logs_take_bounded_time_and_keep_all() -> None:
    base: list[object] = [entry(1, note=number) for number in range(400)]
    ours: list[object] = [entry(1 + number % 28, words=number) for number in range(5000)]
    theirs: list[object] = [entry(1 + number % 28, words=-number) for number in range(1, 5000)]
    began = process_time()
    found = laid_out(base, ours, theirs)
    assert process_time() - began < 5
    assert len(found) == 9999
    assert [one["on"] for one in found if isinstance(one, dict)] == sorted(
        one["on"] for one in [*ours, *theirs] if isinstance(one, dict)
    )


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "manner"),
    [
        ([1], [1, 2], [1, 3], "members"),
        ([1], [2], [3], OURS),
        ([1], [2], [2], OURS),
        ([1], [1, 2, 2], [1, 3], OURS),
        ([1], [1, [2]], [1, 3], OURS),
        (MISSING, {"a": 1}, {"a": 2}, "keys"),
        ("x", {"a": 1}, {"a": 2}, OURS),
        (MISSING, [{}], [{"a": 1}], "entries"),
        ("x", [1], [2], OURS),
        (1, 1.0, 1, OURS),
        (1, 1, True, THEIRS),
    ],
)
def test_how_values_merge(base: object, ours: object, theirs: object, manner: str) -> None:
    assert how(base, ours, theirs, OURS) == manner


def test_tables_and_lists_merge_part_by_part() -> None:
    base = {"en": "a", "fr": "b", "x": [1, 2]}
    ours, theirs = {"en": "A", "x": [2, 3]}, {"en": "a", "fr": "b", "ar": "c", "x": [1, 2, 4]}
    assert merged(base, ours, theirs, OURS) == {"en": "A", "ar": "c", "x": [2, 3, 4]}
    assert merged(MISSING, {"a": 1}, MISSING, THEIRS) == {"a": 1}


def test_values_are_the_same_only_in_kind() -> None:
    nan = float("nan")
    assert same({"a": [1, nan]}, {"a": [1, float("nan")]})
    assert not same({"a": 1}, {"a": True})
    assert not same([1], [1, 1])
    assert not same(MISSING, None)
