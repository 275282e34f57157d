"""Why an obligation has its state, said for each of them."""

from __future__ import annotations

import pytest

from tests.views import register_of_november as real
from tracker.core.rows import Row
from tracker.core.vocabulary import STATES
from tracker.views.reasons import reason, standing
from tracker.views.wording import catalogue

DAY = "2026-11-21"
MEETING = real.rows()[7]._replace(scheduled="2026-06-21", due="2026-06-21", days=-153, missed=1)
AIM = real.rows()[0]
SAID: dict[str, tuple[Row, str]] = {
    "overdue, nothing recorded": (
        MEETING,
        "due 2026-06-21, reckoned: effective + 6 months; nothing recorded by 2026-11-21; 153 days late",
    ),
    "overdue, heard of before it was due": (
        MEETING._replace(last_on="2026-05-01", basis="", missed=2),
        "due 2026-06-21; nothing recorded since 2026-05-01; 153 days late; 2 dates missed",
    ),
    "overdue, a note since": (
        MEETING._replace(last_on="2026-08-01", basis=""),
        "due 2026-06-21; what was recorded on 2026-08-01 doesn't say whether it is done; 153 days late",
    ),
    "overdue, known": (
        MEETING._replace(
            last_on="2026-08-01", basis="", informed=True, status="blocked", dispute="OCI", days=-1
        ),
        (
            "due 2026-06-21; known not to be done: blocked, last recorded 2026-08-01; 1 day late; "
            "disputed by OCI"
        ),
    ),
    "overdue, postponed": (
        MEETING._replace(due="2026-09-30", days=-52, last_on="2026-06-20", status="postponed"),
        "due 2026-09-30, moved from 2026-06-21; nothing recorded since 2026-06-20; 52 days late",
    ),
    "review-due, continuing": (
        AIM,
        "no date to keep; nothing recorded by 2026-11-21; to be looked at since 2023-08-16",
    ),
    "review-due, heard of": (
        AIM._replace(last_on="2025-02-01", since="2025-08-01"),
        "no date to keep; last recorded 2025-02-01; to be looked at since 2025-08-01",
    ),
    "review-due, an intention past its date": (
        AIM._replace(due="2025-12-31", due_text="2025", scheduled="2025-12-31", days=-325),
        (
            "due 2025; the date passed 325 days ago; an intention, so it is not late; "
            "nothing recorded by 2026-11-21"
        ),
    ),
    "review-due, an effort past its date": (
        AIM._replace(modality="best-effort", due="2026-11-20", scheduled="2026-11-20", days=-1),
        (
            "due 2026-11-20; the date passed 1 day ago; an effort was promised, so it is not late; "
            "nothing recorded by 2026-11-21"
        ),
    ),
    "review-due, a prohibition past its date": (
        AIM._replace(modality="prohibition", due="2026-11-20", scheduled="2026-11-20", days=-1),
        (
            "due 2026-11-20; the date passed 1 day ago; something not to be done, so it is not late; "
            "nothing recorded by 2026-11-21"
        ),
    ),
    "blocked": (
        MEETING._replace(
            state="blocked", status="blocked", last_on="2026-11-01", days=9, due="2026-11-30", basis=""
        ),
        "blocked, last recorded 2026-11-01; due 2026-11-30, moved from 2026-06-21; in 9 days",
    ),
    "blocked, no date": (
        AIM._replace(state="blocked", status="blocked", last_on="2026-11-01"),
        "blocked, last recorded 2026-11-01; no date yet",
    ),
    "due-soon": (
        MEETING._replace(state="due-soon", days=30, due="2026-12-21", scheduled="2026-12-21", basis=""),
        "due 2026-12-21; in 30 days",
    ),
    "due-soon, today": (
        MEETING._replace(state="due-soon", days=0, due=DAY, scheduled=DAY, basis=""),
        "due 2026-11-21; today",
    ),
    "upcoming": (
        MEETING._replace(state="upcoming", days=1, due="2026-11-22", scheduled="2026-11-22", basis=""),
        "due 2026-11-22; in 1 day",
    ),
    "upcoming, none scheduled": (AIM._replace(state="upcoming"), "no date yet"),
    "awaiting another": (
        AIM._replace(state="awaiting", waits_for="a.b"),
        "falls due only after a.b is done",
    ),
    "awaiting, without an end": (
        AIM._replace(state="awaiting"),
        "counts back from the agreement's end, and none is stated",
    ),
    "active, a permission": (
        AIM._replace(state="active", modality="permission"),
        "allowed, not owed: nothing has to be done",
    ),
    "active, heard of": (
        AIM._replace(state="active", last_on="2026-11-01"),
        "no date to keep; last recorded 2026-11-01",
    ),
    "active, new": (AIM._replace(state="active"), "no date to keep; too new to be without news"),
    "active, an intention past its date": (
        AIM._replace(state="active", due="2025-12-31", due_text="2025", days=-325, last_on="2026-10-01"),
        "due 2025; an intention, so it is not late; last recorded 2026-10-01",
    ),
    "not-in-force": (AIM._replace(state="not-in-force"), "the agreement is not in force on 2026-11-21"),
    "lapsed": (AIM._replace(state="lapsed"), "the agreement has ended, and this with it"),
    "lapsed before it was due": (
        MEETING._replace(state="lapsed", missed=0),
        "the agreement's last day is before 2026-06-21, when it was to fall due",
    ),
    "done": (
        AIM._replace(state="done", status="done", last_on="2026-06-20"),
        "recorded as done; last recorded 2026-06-20",
    ),
    "done in time": (
        MEETING._replace(state="done", status="done", last_on="2026-06-20", basis=""),
        "recorded as done; last recorded 2026-06-20; due 2026-06-21",
    ),
    "done-late": (
        MEETING._replace(state="done-late", status="done", last_on="2026-07-20", basis=""),
        "recorded as done, after its date; last recorded 2026-07-20; due 2026-06-21",
    ),
    "waived": (
        AIM._replace(state="waived", status="waived", last_on="2026-07-20"),
        "recorded as waived; last recorded 2026-07-20",
    ),
    "cancelled": (
        AIM._replace(state="cancelled", status="cancelled", last_on="2026-07-20"),
        "recorded as cancelled; last recorded 2026-07-20",
    ),
    "superseded by another": (
        AIM._replace(state="superseded", status="superseded"),
        "another obligation has taken its place",
    ),
    "after another, on its own day": (
        MEETING._replace(scheduled="2026-03-01", waits_for="a.b", basis="", missed=0),
        "due 2026-06-21, counted from a.b; nothing recorded by 2026-11-21; 153 days late",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_reason(case: str) -> None:
    row, said = SAID[case]
    assert reason(row, DAY, catalogue("en")) == said


def test_every_state_has_its_reason_in_french_with_its_own_words() -> None:
    assert {row.state for row, _ in SAID.values()} == set(STATES)
    english, french = catalogue("en"), catalogue("fr")
    for row, _ in SAID.values():
        assert reason(row, DAY, french) != reason(row, DAY, english)


def test_the_reason_of_the_meetings_in_french() -> None:
    said = (
        "échéance 2026-06-21, calculée\u00a0: effective + 6 months\u202f; rien de noté au 2026-11-21\u202f; "
        "153 jours de retard"
    )
    assert reason(MEETING, DAY, catalogue("fr")) == said


def test_known_to_be_late_and_merely_past_due_are_two_words() -> None:
    words = catalogue("en")
    assert standing(MEETING, words) == "past due"
    assert standing(MEETING._replace(informed=True), words) == "late"
