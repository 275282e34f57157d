"""An entry appended by reading one table, or the whole: the same text, and the same refusals."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workspace.test_catching_up import DAY, Desk
from tracker.core.errors import TrackerError
from tracker.core.recording import Wish
from tracker.register.disk.content import holds
from tracker.register.read import read_register
from tracker.workspace import edits
from tracker.workspace.edits import Edited
from tracker.workspace.recording import append

OPEN = ("plan.meetings", "plan.minutes", "plan.notice", "talks.letter", "talks.summary")
REFS = (*OPEN, "plan.old")
DIVIDED = "talks.review"
"""Its log stands in tables of their own."""


def record(desk: Desk, projection: sqlite3.Connection, ref: str, wish: Wish, **facts: object) -> Edited:
    return append(desk.main, ref, [wish], facts, day=DAY, today=DAY, dry_run=False, projection=projection)


def wish(status: str = "in-progress", on: date = date(2026, 11, 2)) -> Wish:
    return Wish(on=on, status=status, scheduled=None, due=None, close=False)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count how often the whole register is read for an edit."""
    found: list[object] = []

    def counted(*given: Any) -> object:
        found.append(given)
        return read_register(*given)

    monkeypatch.setattr(edits, "read_register", counted)
    return found


def told(
    desk: Desk, projection: sqlite3.Connection, ref: str, wanted: Wish, facts: dict[str, object]
) -> object:
    try:
        edited = record(desk, projection, ref, wanted, **facts)
    except TrackerError as error:
        return str(error)
    assert holds(edited.path, edited.content[1])
    before, change = edited.text, edited.change
    spliced = before[: change.start] + change.new + before[change.start + len(change.old) :]
    assert change.text == spliced
    return edited.name.rpartition("/")[2], edited.line, change.path, change.value, change.old, change.new


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from((*REFS, DIVIDED)),
            st.sampled_from(("", "in-progress", "done", "blocked", "cancelled", "open", "waived")),
            st.dates(date(2025, 12, 1), date(2026, 11, 21)),
            st.sampled_from(
                ({}, {"note": "Été [x]"}, {"owner": "Mission in Rabat"}, {"agreed_with": ("OIC",)})
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_written_is_what_reading_the_whole_would_write(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, date, dict[str, object]]]
) -> None:
    quick, slow = Desk(tmp_path_factory.mktemp("quick")), Desk(tmp_path_factory.mktemp("slow"))
    for ref, status, on, facts in steps:
        found = told(quick, quick.read(), ref, wish(status, on), facts)
        without = slow.read()
        without.execute("DELETE FROM segments")
        assert found == told(slow, without, ref, wish(status, on), facts)
        assert quick.main.read_bytes() == slow.main.read_bytes()
        assert quick.more.read_bytes() == slow.more.read_bytes()
    assert quick.stated() == quick.anew()


@pytest.mark.parametrize("ref", OPEN)
def test_one_table_is_read(tmp_path: Path, readings: list[object], ref: str) -> None:
    desk = Desk(tmp_path)
    edited = record(desk, desk.read(), ref, wish(), note="Sent", evidence=("a.pdf",))
    assert readings == []
    assert desk.stated() == desk.anew()
    line = edited.path.read_text(encoding="utf-8").split("\n")[edited.line - 1]
    assert line == edited.change.new.strip("\n").partition("\n")[0]


def test_a_table_in_parts_is_read_with_the_whole(tmp_path: Path, readings: list[object]) -> None:
    desk = Desk(tmp_path)
    record(desk, desk.read(), DIVIDED, wish())
    assert len(readings) == 2


def test_lines_that_end_otherwise_are_read_with_the_whole(tmp_path: Path, readings: list[object]) -> None:
    desk = Desk(tmp_path)
    desk.main.write_bytes(desk.main.read_bytes().replace(b"\n", b"\r\n"))
    record(desk, desk.read(), "plan.notice", wish())
    assert len(readings) == 2
    assert desk.main.read_bytes().count(b"\n") == desk.main.read_bytes().count(b"\r\n")


def test_a_file_that_changed_meanwhile_is_read_with_the_whole(tmp_path: Path, readings: list[object]) -> None:
    desk = Desk(tmp_path)
    connection = desk.read()
    desk.change('title = "Notice"', 'title = "Notify"')
    record(desk, connection, "plan.notice", wish())
    assert len(readings) == 2
    assert 'title = "Notify"' in desk.main.read_text(encoding="utf-8")


def test_the_same_file_is_known_by_its_times_or_by_its_content(
    tmp_path: Path, readings: list[object]
) -> None:
    desk = Desk(tmp_path)
    connection = desk.read()
    record(desk, connection, "plan.notice", wish())
    old = 1_700_000_000_000_000_000
    os.utime(desk.main, ns=(old, old))
    record(desk, desk.read(), "plan.notice", wish())
    assert readings == []


def test_what_would_be_wrong_is_told_by_reading_the_whole(tmp_path: Path, readings: list[object]) -> None:
    desk = Desk(tmp_path)
    before = desk.main.read_bytes()
    with pytest.raises(TrackerError, match="that can't be written"):
        record(desk, desk.read(), "plan.notice", wish(), by=17)
    assert len(readings) == 2
    assert desk.main.read_bytes() == before
