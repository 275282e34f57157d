"""What names an event for good, how often it changed, and how it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import register_of_november as real
from tracker.core.calendar_days import END, OCCURRENCE, CalendarDay, concerning, uid
from tracker.core.rows import Row

ROW = real.detail().occurrences[0]


def day(row: Row | None, **more: object) -> CalendarDay:
    made = CalendarDay(
        "key", OCCURRENCE if row else END, "2026-06-21", 0, "a.b", "T", "A", (), "other", row=row
    )
    return made._replace(**more)  # type: ignore[arg-type]


@given(st.text(), st.text(), st.text())
def test_a_uid_names_one_key_of_one_register(register: str, key: str, other: str) -> None:
    made = uid(register, key)
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}", made)
    assert (made == uid(register, other)) == (key == other)
    assert (made == uid(other, key)) == (register == other)


def test_a_uid_is_the_same_in_every_version() -> None:
    assert uid("Desk", "occurrence a.b 2026-06-21") == "db1c23a8-b6c7-85cd-862a-596d809c3f65"


@pytest.mark.parametrize(
    ("state", "modality", "status", "event", "task"),
    [
        ("upcoming", "obligation", "open", "CONFIRMED", "NEEDS-ACTION"),
        ("overdue", "obligation", "in-progress", "CONFIRMED", "IN-PROCESS"),
        ("done", "intent", "done", "CONFIRMED", "COMPLETED"),
        ("done-late", "obligation", "done", "CONFIRMED", "COMPLETED"),
        ("due-soon", "intent", "open", "TENTATIVE", "NEEDS-ACTION"),
        ("due-soon", "best-effort", "open", "TENTATIVE", "NEEDS-ACTION"),
        ("active", "permission", "open", "TENTATIVE", "NEEDS-ACTION"),
        ("not-in-force", "obligation", "open", "TENTATIVE", "NEEDS-ACTION"),
        ("blocked", "obligation", "blocked", "TENTATIVE", "NEEDS-ACTION"),
        ("not-in-force", "obligation", "done", "CONFIRMED", "COMPLETED"),
        ("not-in-force", "obligation", "cancelled", "CANCELLED", "CANCELLED"),
        ("waived", "obligation", "waived", "CANCELLED", "CANCELLED"),
        ("cancelled", "intent", "cancelled", "CANCELLED", "CANCELLED"),
        ("superseded", "obligation", "superseded", "CANCELLED", "CANCELLED"),
        ("lapsed", "obligation", "open", "CANCELLED", "CANCELLED"),
    ],
)
def test_how_a_date_stands(state: str, modality: str, status: str, event: str, task: str) -> None:
    one = day(ROW._replace(state=state, modality=modality, status=status))
    assert (one.event_status, one.task_status) == (event, task)
    assert one.is_open == (task in {"NEEDS-ACTION", "IN-PROCESS"})


def test_an_agreements_day_is_sure_and_something_to_do() -> None:
    one = day(None)
    assert (one.event_status, one.task_status, one.is_open) == ("CONFIRMED", "NEEDS-ACTION", True)


def test_the_entries_that_concern_a_date() -> None:
    entries = [
        ("postponed", "2026-06-21"),
        ("", "2026-06-21"),
        ("open", "2026-06"),
        ("cancelled", ""),
        ("done", "2025-12-21"),
        ("done", "2026-06-01/2026-06-21"),
    ]
    assert concerning(entries, "2026-06-21", recurs=True) == 3
    assert concerning(entries, "2026-06-30", recurs=True) == 2
    assert concerning(entries, "2026-06-21", recurs=False) == 5
