"""The axis of time, and what stands on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tracker.core.timeline_picture import Axis, Bar, Mark, Strip, TimelinePicture, most_pressing, span

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
LENGTHS = st.integers(0, 40_000)


@given(DAYS, LENGTHS, DAYS)
def test_days_stand_in_their_order_on_the_axis(start: date, length: int, day: date) -> None:
    axis = Axis(start, start + timedelta(length))
    text = day.isoformat()
    assert axis.holds(text) == (axis.start <= day <= axis.end) == (0 <= axis.at(text) <= 1)
    assert 0 <= axis.begin(text) <= axis.over(text) <= 1
    if axis.holds(text):
        assert axis.begin(text) < axis.at(text) < axis.over(text)
    following = (day + timedelta(1)).isoformat()
    assert axis.at(text) < axis.at(following)
    assert axis.over(text) == axis.begin(following)


def test_the_axis_is_all_of_its_days() -> None:
    axis = Axis(date(2026, 1, 1), date(2026, 1, 4))
    assert (axis.begin("2026-01-01"), axis.at("2026-01-01"), axis.over("2026-01-01")) == (0, 0.125, 0.25)
    assert (axis.over("2026-01-04"), axis.over(""), axis.begin("2025-01-01"), axis.over("2027-01-01")) == (
        1, 1, 0, 1,
    )  # fmt: skip


@given(DAYS, LENGTHS, st.integers(1, 12))
def test_ticks_are_few_and_in_order(start: date, length: int, most: int) -> None:
    axis = Axis(start, start + timedelta(length))
    ticks = axis.ticks(most)
    assert len(ticks) <= most
    assert list(ticks) == sorted(ticks)
    for tick in ticks:
        written = tick.name if len(tick.name) > 4 else f"{tick.name}-01"
        assert tick.at == axis.begin(f"{written}-01")
        assert axis.holds(f"{written}-01")


@pytest.mark.parametrize(
    ("start", "end", "most", "names"),
    [
        ("2026-01-01", "2026-04-30", 9, ["2026", "2026-02", "2026-03", "2026-04"]),
        ("2026-01-02", "2026-04-30", 9, ["2026-02", "2026-03", "2026-04"]),
        ("2025-11-01", "2027-01-31", 5, ["2026", "2026-04", "2026-07", "2026-10", "2027"]),
        ("2018-06-01", "2027-12-31", 5, ["2020", "2022", "2024", "2026"]),
        (
            "2018-06-01",
            "2027-12-31",
            9,
            ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027"],
        ),
        ("2026-02-02", "2026-02-20", 9, []),
    ],
)
def test_ticks_are_months_or_years(start: str, end: str, most: int, names: list[str]) -> None:
    axis = Axis(date.fromisoformat(start), date.fromisoformat(end))
    assert [tick.name for tick in axis.ticks(most)] == names


def test_the_last_year_that_can_be_written_ends_an_axis() -> None:
    assert [tick.name for tick in Axis(date(9999, 11, 1), date.max).ticks(3)] == ["9999-11", "9999-12"]


@given(DAYS, st.lists(DAYS, max_size=5))
def test_an_axis_holds_what_is_near(as_of: date, days: list[date]) -> None:
    start, end = span(as_of, [day.isoformat() for day in days])
    assert start.day == 1
    assert (end + timedelta(1)).day == 1
    assert 180 <= (as_of - start).days <= 2 * 366 + 31
    assert 180 <= (end - as_of).days <= 3 * 366 + 31
    for day in days:
        if timedelta(-2 * 365) <= day - as_of <= timedelta(3 * 365):
            assert start <= day <= end


@given(st.sampled_from(["overdue", "upcoming"]), st.booleans())
def test_what_presses_is_shown(state: str, informed: bool) -> None:
    assume(state == "overdue" or not informed)
    one = Mark("2026-06-21", "2026-06-21", state, informed)
    others = [Mark("2026-06-20", "2026-06-20", "upcoming"), Mark("2026-06-19", "2026-06-19", "done"), one]
    shown = most_pressing(others)
    assert shown == (one if state == "overdue" else others[0])
    assert one.shape == ("late" if informed else state)


def test_the_shapes_that_occur_the_most_pressing_first() -> None:
    marks = tuple(
        Mark("2026-06-21", "", state, informed)
        for state, informed in (("done", False), ("overdue", False), ("overdue", True), ("done", False))
    )
    bar = Bar("a", "A", "2026-01-01", "", "", "in-force", (), (Strip("a.b", "B", marks),))
    shown = TimelinePicture("Desk", (), "2026-11-21", "", "2026-01-01", "2026-12-31", (bar,))
    assert shown.shapes == ("late", "overdue", "done")
    assert shown.axis == Axis(date(2026, 1, 1), date(2026, 12, 31))
