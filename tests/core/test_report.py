"""What a report says of itself, and who owes."""

from __future__ import annotations

import pytest

from tracker.core.report import Asked, Changed, Decisions, Event, Footer, Part, Report
from tracker.core.rows import Row
from tracker.core.sides import side

ROW = Row._make(["x"] * 24)
NOTHING = Report(
    asked=Asked("2026-11-21", "2026-11-14", "2026-12-21"),
    title="Desk",
    known_at="",
    us=(),
    in_force=0,
    totals={},
    missed=0,
    changed=Changed(),
    decisions=Decisions(),
    late=Part(),
    unheard=Part(),
    due=Part(),
    silent=Part(),
    silent_rows=Part(),
    agreements=Part(),
    footer=Footer("Desk", {}, "", ""),
)


def test_a_part_knows_what_it_does_not_show() -> None:
    assert Part(("a", "b"), 5).rest == 3
    assert Part().rest == 0


@pytest.mark.parametrize(
    ("bearers", "us", "owes"),
    [
        (("OIM",), (), ""),
        ((), ("OIM",), ""),
        (("OIM",), ("OIM",), "we"),
        (("OCI",), ("OIM",), "they"),
        (("OIM", "OCI"), ("OIM",), "joint"),
        (("OIM", "ONU"), ("OIM", "ONU"), "we"),
    ],
)
def test_who_owes(bearers: tuple[str, ...], us: tuple[str, ...], owes: str) -> None:
    assert side(bearers, us) == owes


def test_a_report_is_quiet_if_nothing_changed_nothing_is_late_and_nothing_is_to_be_decided() -> None:
    assert NOTHING.is_quiet
    assert NOTHING.is_empty
    assert NOTHING._replace(totals={"upcoming": 3}, due=Part((ROW,), 1)).is_quiet
    assert not NOTHING._replace(totals={"upcoming": 3}).is_empty
    assert not NOTHING._replace(totals={"overdue": 1}).is_quiet
    assert not NOTHING._replace(changed=Changed(added=Part((Event(ROW),), 1))).is_quiet
    for decisions, waiting in (
        (Decisions(blocked=Part((ROW,), 1)), 1),
        (Decisions(unowned=Part((ROW,), 1)), 0),
    ):
        assert NOTHING._replace(decisions=decisions).is_quiet
        assert decisions.waiting == waiting


def test_what_it_was_asked_is_at_hand() -> None:
    assert (NOTHING.as_of, NOTHING.since, NOTHING.until) == ("2026-11-21", "2026-11-14", "2026-12-21")
    assert NOTHING.overdue == 0
    assert not NOTHING.decisions.anything
    assert Decisions(unproved=Part((), 101)).anything
