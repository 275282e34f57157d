"""What a partner may see."""

from __future__ import annotations

from tests.core.test_report import NOTHING
from tracker.core.report import AgreementEvent, Changed, Decisions, Event, Part
from tracker.core.report_audience import for_partner
from tracker.core.rows import LogLine, Row

ROW = Row._make(["x"] * 24)._replace(owner="SECRET")
ENTRY = LogLine(
    position=0,
    on="2026-11-20",
    status="done",
    scheduled="",
    due="",
    agreed_with=("OCI",),
    note="SECRET",
    evidence=("SECRET",),
    owner="SECRET",
    dispute="OCI",
    by="SECRET",
    recorded="",
    private=False,
)
EVENTS = Part((Event(ROW, ENTRY, before="SECRET", occurrence=ROW),), 1)
ROWS = Part((ROW,), 1)


def test_notes_people_and_evidence_are_left_out_of_every_part() -> None:
    turn = AgreementEvent("a", "A", "suspended", "2026-11-20", note="SECRET", evidence=("SECRET",))
    decided = Decisions(ROWS, ROWS, EVENTS, Part(), ROWS, ROWS)
    full = NOTHING._replace(
        changed=Changed(*(EVENTS,) * 11, Part((turn,), 1)),
        decisions=decided,
        late=ROWS,
        unheard=ROWS,
        due=ROWS,
        silent_rows=ROWS,
        footer=NOTHING.footer._replace(commit="SECRET"),
    )
    seen = for_partner(full)
    assert "SECRET" in repr(full)
    assert "SECRET" not in repr(seen)
    assert seen.changed.done.total == 1
    assert seen.changed.done.shown[0].entry is not None
    assert seen.changed.done.shown[0].entry.agreed_with == ("OCI",)
    assert seen.changed.agreements.shown[0].what == "suspended"
    assert seen.decisions.blocked.total == seen.decisions.disputed.total == 1


def test_how_we_keep_the_register_is_our_own_affair() -> None:
    decided = Decisions(unagreed=EVENTS, unowned=ROWS, unproved=ROWS, open_count=3)
    seen = for_partner(NOTHING._replace(decisions=decided, changed=Changed(handed_over=EVENTS)))
    assert not seen.decisions.anything
    assert not seen.changed.anything


def test_news_that_states_nothing_is_left_out() -> None:
    noted = Part((Event(ROW, ENTRY._replace(status="in-progress")), Event(ROW, ENTRY._replace(status=""))), 5)
    seen = for_partner(NOTHING._replace(changed=Changed(noted=noted)))
    assert seen.changed.noted.total == 4
    assert [event.entry.status for event in seen.changed.noted.shown if event.entry] == ["in-progress"]


def test_an_event_of_the_calendar_has_no_entry() -> None:
    seen = for_partner(NOTHING._replace(changed=Changed(newly_overdue=Part((Event(ROW),), 1))))
    assert seen.changed.newly_overdue.shown[0].entry is None
