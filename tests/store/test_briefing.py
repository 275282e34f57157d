"""A brief from the projection: since the last meeting, by who owes."""

from __future__ import annotations

from datetime import date

from tests.store.registers import DAY, entry, project, register
from tracker.core.model import Obligation
from tracker.store.briefing import briefing, last_meeting

CONNECTION = project(register())


def test_the_last_meeting() -> None:
    assert last_meeting(CONNECTION, DAY, "OCI") == date(2025, 12, 18)
    assert last_meeting(CONNECTION, date(2025, 12, 17), "OCI") is None
    assert last_meeting(CONNECTION, DAY, "Maroc") is None


def test_a_brief_begins_with_the_last_meeting() -> None:
    drawn = briefing(CONNECTION, DAY, "OCI", language="fr")
    assert (drawn.report.since, drawn.meeting) == ("2025-12-18", True)
    assert drawn.report.until == "2027-11-21"


def test_without_a_meeting_it_begins_a_year_ago() -> None:
    drawn = briefing(CONNECTION, DAY, "Maroc", language="fr")
    assert (drawn.report.since, drawn.meeting) == ("2025-11-21", False)


def test_or_as_asked() -> None:
    drawn = briefing(CONNECTION, DAY, "OCI", date(2025, 12, 1), language="en")
    assert (drawn.report.since, drawn.meeting) == ("2025-12-01", False)
    (joint,) = [side for side in drawn.sides if side.who == "joint"]
    assert [event.row.ref for event in joint.kept.shown] == ["oim-oci.half-yearly-meetings"]
    assert [row.ref for row in joint.missed.shown] == ["oim-oci.half-yearly-meetings"]


def test_who_owes() -> None:
    ours = Obligation(
        ref="oim-oci.ours", agreement="oim-oci", title={"en": "Ours"}, bearers=("OIM",),
        log=(entry("2026-11-01", "in-progress"),),
    )  # fmt: skip
    drawn = briefing(project(register(ours)), DAY, "OCI", language="en")
    we, they, joint, others = drawn.sides
    assert (we.who, they.who, joint.who, others.who) == ("we", "they", "joint", "others")
    assert [row.ref for row in others.missed.shown] == ["oim-oci.plan"]
    assert [row.ref for row in we.going_on.shown] == ["oim-oci.ours"]
    assert "oim-oci.coordination" in {row.ref for row in drawn.disputed.shown}
