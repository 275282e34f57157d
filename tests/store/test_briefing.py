"""A brief from the projection: since the last meeting, by who owes."""

from __future__ import annotations

from datetime import date

from tests.store.registers import DAY, entry, project, register
from tracker.core.dates import parse_period
from tracker.core.durations import parse_duration
from tracker.core.model import Entry, Every, Fixed, Obligation, TimeRule
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
    (kept,) = joint.kept.shown
    assert (kept.row.ref, kept.on, kept.scheduled) == (
        "oim-oci.half-yearly-meetings",
        "2025-12-18",
        "2025-12-21",
    )
    assert [row.ref for row in joint.unheard.shown] == ["oim-oci.half-yearly-meetings"]


EVERY_HALF_YEAR = Every(parse_duration("6 months"), date(2025, 12, 21), None)
ONCE = Fixed(parse_period("2026-10-30"))


def held(*log: Entry, time: TimeRule = EVERY_HALF_YEAR) -> Obligation:
    """Make a joint meeting with Morocco, whose only one it is."""
    return Obligation(
        ref="later.meetings",
        agreement="later",
        title={"en": "Meetings"},
        kind="joint-meeting",
        time=time,
        log=log,
    )


def kept_with(
    party: str, *log: Entry, day: date = DAY, time: TimeRule = EVERY_HALF_YEAR
) -> list[tuple[str, str]]:
    drawn = briefing(project(register(held(*log, time=time))), day, party, language="en")
    return [(one.on, one.scheduled) for side in drawn.sides for one in side.kept.shown]


HELD = entry("2026-10-18", "done", scheduled="2025-12-21")
AGAIN = entry("2026-11-18", "done", scheduled="2026-06-21")
REOPENED = entry("2026-11-20", "open", scheduled="2025-12-21")
UNPLACED = entry("2026-11-01", "done")


def test_what_was_withdrawn_is_not_kept() -> None:
    assert kept_with("Maroc", HELD) == [("2026-10-18", "2025-12-21")]
    assert kept_with("Maroc", HELD, REOPENED) == []
    assert kept_with("Maroc", HELD, REOPENED, day=date(2026, 11, 19)) == [("2026-10-18", "2025-12-21")]
    assert kept_with("Maroc", HELD, entry("2026-11-20", "waived", scheduled="2025-12-21")) == []
    assert kept_with("Maroc", HELD, entry("2026-11-20", "open")) == []


def test_what_is_withdrawn_is_no_last_meeting() -> None:
    connection = project(register(held(HELD, REOPENED)))
    assert last_meeting(connection, date(2026, 11, 19), "Maroc") == date(2026, 10, 18)
    assert last_meeting(connection, DAY, "Maroc") is None


def test_what_was_held_before_the_last_meeting_is_not_told_again() -> None:
    assert kept_with("Maroc", HELD, AGAIN) == [("2026-11-18", "2026-06-21")]


def test_each_date_is_kept_once() -> None:
    twice = (HELD, entry("2026-10-18", "done", scheduled="2025-12-21", evidence=("b.pdf",)))
    assert kept_with("Maroc", *twice) == [("2026-10-18", "2025-12-21")]
    assert kept_with("Maroc", UNPLACED) == [("2026-11-01", "2025-12-21")]
    assert kept_with("Maroc", UNPLACED, entry("2026-11-01", "done")) == [
        ("2026-11-01", "2025-12-21"),
        ("2026-11-01", "2026-06-21"),
    ]


def test_what_is_due_once_has_no_date_to_name() -> None:
    done = entry("2026-10-18", "done")
    assert kept_with("Maroc", done, time=ONCE) == [("2026-10-18", "")]
    assert kept_with("Maroc", done, entry("2026-10-19", "open"), time=ONCE) == []


def test_as_many_are_kept_as_the_report_counts() -> None:
    for log, count in (((HELD,), 1), ((HELD, AGAIN), 2), ((HELD, AGAIN, REOPENED), 1)):
        connection = project(register(held(*log)._replace(agreement="oim-oci", ref="oim-oci.more")))
        drawn = briefing(connection, DAY, "OCI", date(2025, 1, 1), language="en")
        (line,) = [one for one in drawn.report.agreements.shown if one.agreement == "oim-oci"]
        kept = [one for side in drawn.sides for one in side.kept.shown if one.row.agreement == "oim-oci"]
        assert line.kept == len(kept) == count + 1


def test_who_owes() -> None:
    ours = Obligation(
        ref="oim-oci.ours", agreement="oim-oci", title={"en": "Ours"}, bearers=("OIM",),
        log=(entry("2026-11-01", "in-progress"),),
    )  # fmt: skip
    drawn = briefing(project(register(ours)), DAY, "OCI", language="en")
    we, they, joint, others = drawn.sides
    assert (we.who, they.who, joint.who, others.who) == ("we", "they", "joint", "others")
    assert [row.ref for row in others.late.shown] == ["oim-oci.plan"]
    assert [row.ref for row in we.going_on.shown] == ["oim-oci.ours"]
    assert "oim-oci.coordination" in {row.ref for row in drawn.disputed.shown}
