"""The picture against the rows of a naive evaluation, and how it stays small."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import oracle
from tests.store.registers import DAY, project, register, registers
from tracker.core.model import Register
from tracker.store.timeline_picture import ALL, Most, timeline_picture

FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)


@settings(max_examples=15, deadline=None)
@given(registers(), st.dates(date(2025, 7, 1), date(2027, 6, 30)))
def test_the_marks_are_those_of_the_rows(stated: Register, day: date) -> None:
    shown = timeline_picture(project(stated), day, FIRST, LAST, most=ALL)
    rows = oracle.rows(stated, day, occurrences=True)
    lasts = {bar.id: bar.last for bar in shown.bars}
    dated = sorted(
        (row.ref, row.due, row.state)
        for row in rows
        if "2025-01-01" <= row.due <= "2027-12-31"
        and not (row.recurs and row.state == "lapsed" and row.due > lasts[row.agreement])
    )
    marks = sorted(
        (strip.ref, mark.due, mark.state)
        for bar in shown.bars
        for strip in bar.strips
        for mark in strip.marks
    )
    assert marks == dated
    undated = [row for row in oracle.rows(stated, day) if not row.due]
    assert sum(bar.undated for bar in shown.bars) == len(undated)
    assert shown.more == 0
    for bar in shown.bars:
        for strip in bar.strips:
            assert list(strip.marks) == sorted(strip.marks, key=lambda mark: mark.due)


def test_the_picture_of_a_register() -> None:
    shown = timeline_picture(project(register()), DAY, language="fr")
    assert [bar.id for bar in shown.bars] == ["champions", "oim-oci", "later"]
    champions, plan, later = shown.bars
    assert (champions.start, champions.last, champions.state) == ("2023-03-01", "2026-12-31", "not-in-force")
    assert champions.pauses == (("2026-01-01", "9999-12-31"),)
    assert (plan.start, plan.last, plan.notice_by) == ("2025-06-21", "2027-12-31", "2027-06-30")
    assert (later.start, later.last) == ("2026-12-01", "")
    assert (shown.start, shown.end) == ("2024-12-01", "2027-12-31")
    assert (champions.elsewhere, plan.elsewhere) == (0, 0)
    assert plan.undated == 1
    assert "oim-oci.plan" in shown.untitled


def test_a_time_that_was_asked_for() -> None:
    connection = project(register())
    shown = timeline_picture(connection, DAY, date(2030, 1, 1), None)
    assert (shown.start, shown.end) == ("2030-01-01", "2030-01-01")
    shown = timeline_picture(connection, DAY, None, date(2020, 1, 1))
    assert (shown.start, shown.end) == ("2020-01-01", "2020-01-01")
    assert not any(bar.strips for bar in shown.bars)
    assert [bar.elsewhere for bar in shown.bars] == [2, 5, 1]


def test_it_stays_small() -> None:
    connection = project(register())
    shown = timeline_picture(connection, DAY, most=Most(1, 2))
    (bar,) = shown.bars
    assert bar.id == "oim-oci"
    assert [strip.ref for strip in bar.strips] == ["oim-oci.half-yearly-meetings", "oim-oci.report"]
    assert (bar.more, shown.more) == (3, 2)


def test_of_an_agreement_or_a_party() -> None:
    connection = project(register())
    shown = timeline_picture(connection, DAY, agreements=("later",), language="en")
    assert [bar.id for bar in shown.bars] == ["later"]
    assert (shown.about, shown.more) == (("Protocol",), 0)
    shown = timeline_picture(connection, DAY, parties=("Maroc",), language="en")
    assert [bar.id for bar in shown.bars] == ["champions", "later"]
    assert shown.about == ("Morocco",)
    shown = timeline_picture(connection, DAY, parties=('The "Kingdom"',), most=Most(0, 0))
    assert (shown.bars, shown.more, shown.about) == ((), 1, ('The "Kingdom"',))


def test_a_register_without_anything() -> None:
    empty = register()._replace(agreements={}, obligations={})
    shown = timeline_picture(project(empty), DAY)
    assert (shown.bars, shown.more) == ((), 0)
    assert (shown.start, shown.end) == ("2026-05-01", "2027-05-31")
