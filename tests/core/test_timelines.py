"""Examples of each rule: the states before, on and after each edge."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.builders import (
    after,
    agreement,
    before,
    entry,
    every,
    fixed,
    lived,
    obligation,
    on,
    register,
    rule,
    stated,
    states,
)
from tracker.core.model import Agreement, AgreementEntry, Entry, TimeRule


def spans_of(
    *log: Entry, time: TimeRule | None = None, of: Agreement | None = None, **more: Any
) -> list[tuple[str, str]]:
    found = register(obligation("a.o", *log, time=time, **more), agreements=[of] if of else [])
    return states(lived(found, "a.o").spans)


HALF_YEARLY = every("6 months", "2025-12-21", "2027-12-31")
PLAN = agreement(on="2025-06-21", expires="2027-12-31")


def test_half_yearly_meetings_with_nothing_recorded_are_two_overdue_and_the_next_is_known() -> None:
    meetings = obligation("a.o", time=HALF_YEARLY)
    timeline = lived(register(meetings, agreements=[PLAN]), "a.o")
    row = on(timeline.spans, "2026-11-21")
    assert row is not None
    assert (row.state, row.missed, str(row.due), row.informed) == ("overdue", 2, "2025-12-21", False)
    open_ones = [str(spans[0].scheduled) for spans in timeline.occurrences]
    assert open_ones == ["2025-12-21", "2026-06-21", "2026-12-21", "2027-06-21", "2027-12-21"]


def test_recording_one_meeting_leaves_the_other_overdue() -> None:
    meetings = obligation("a.o", entry("2025-12-18", "done", scheduled="2025-12-21"), time=HALF_YEARLY)
    row = on(lived(register(meetings, agreements=[PLAN]), "a.o").spans, "2026-11-21")
    assert row is not None
    assert (row.state, row.missed, str(row.due)) == ("overdue", 1, "2026-06-21")


@pytest.mark.parametrize(
    ("due", "late_from"),
    [
        ("2024", "2025-01-01"),
        ("2024-02", "2024-03-01"),
        ("2024-Q1", "2024-04-01"),
        ("2024-01/2024-06", "2024-07-01"),
        ("2024-05-31", "2024-06-01"),
    ],
)
def test_an_imprecise_date_is_late_only_when_its_latest_day_has_passed(due: str, late_from: str) -> None:
    assert spans_of(time=fixed(due))[-1] == (late_from, "overdue")


def test_due_soon_begins_thirty_days_before_or_as_the_obligation_says() -> None:
    assert spans_of(time=fixed("2024-12-31")) == [
        ("2024-01-01", "upcoming"),
        ("2024-12-01", "due-soon"),
        ("2025-01-01", "overdue"),
    ]
    from tracker.core.durations import parse_duration

    assert spans_of(time=fixed("2024-12-31"), lead=parse_duration("1 week"))[1] == ("2024-12-24", "due-soon")


def test_done_on_the_due_date_is_in_time_and_a_day_later_is_not() -> None:
    assert spans_of(entry("2024-12-31", "done"), time=fixed("2024-12-31"))[-1] == ("2024-12-31", "done")
    assert spans_of(entry("2025-01-01", "done"), time=fixed("2024-12-31"))[-1] == ("2025-01-01", "done-late")


def test_reopening_makes_it_overdue_again_and_informed() -> None:
    found = register(
        obligation("a.o", entry("2024-12-31", "done"), entry("2025-03-01", "open"), time=fixed("2024-12-31"))
    )
    spans = lived(found, "a.o").spans
    assert states(spans)[-2:] == [("2024-12-31", "done"), ("2025-03-01", "overdue")]
    assert [span.informed for span in spans][-1]


def test_postponing_one_occurrence_moves_that_one_alone() -> None:
    log = entry("2025-12-01", "postponed", scheduled="2025-12-21", due="2026-02-15")
    timeline = lived(register(obligation("a.o", log, time=HALF_YEARLY), agreements=[PLAN]), "a.o")
    first, second = timeline.occurrences[:2]
    assert states(first) == [
        ("2025-06-21", "upcoming"),
        ("2025-11-21", "due-soon"),
        ("2025-12-01", "upcoming"),
        ("2026-01-16", "due-soon"),
        ("2026-02-16", "overdue"),
    ]
    assert str(first[-1].scheduled) == "2025-12-21"
    assert str(second[0].due) == "2026-06-21"


def test_done_after_the_scheduled_day_but_before_the_postponed_one_is_not_late() -> None:
    log = [
        entry("2024-12-01", "postponed", due="2025-02-15"),
        entry("2025-02-15", "done"),
    ]
    assert spans_of(*log, time=fixed("2024-12-31"))[-1] == ("2025-02-15", "done")


def test_blocked_shows_until_the_due_date_and_then_it_is_known_to_be_late() -> None:
    found = register(obligation("a.o", entry("2024-06-01", "blocked"), time=fixed("2024-12-31")))
    spans = lived(found, "a.o").spans
    assert states(spans) == [("2024-01-01", "upcoming"), ("2024-06-01", "blocked"), ("2025-01-01", "overdue")]
    assert spans[-1].informed


def test_nothing_recorded_and_known_to_be_late_are_two() -> None:
    silent = lived(
        register(obligation("a.o", entry("2024-06-01", "in-progress"), time=fixed("2024-12-31"))), "a.o"
    )
    told = lived(
        register(obligation("a.o", entry("2025-01-01", "in-progress"), time=fixed("2024-12-31"))), "a.o"
    )
    on_the_day = lived(
        register(obligation("a.o", entry("2024-12-31", "in-progress"), time=fixed("2024-12-31"))), "a.o"
    )
    assert [t.spans[-1].informed for t in (silent, told, on_the_day)] == [False, True, False]


def test_a_dispute_stands_until_it_is_settled() -> None:
    log = [entry("2024-03-01", dispute="Y"), entry("2024-05-01", dispute="settled")]
    spans = lived(register(obligation("a.o", *log, time=fixed("2024-12-31"))), "a.o").spans
    found = [(str(d), on(spans, d).dispute) for d in ("2024-02-29", "2024-03-01", "2024-04-30", "2024-05-01")]  # type: ignore[union-attr]
    assert found == [("2024-02-29", ""), ("2024-03-01", "Y"), ("2024-04-30", "Y"), ("2024-05-01", "")]


def test_an_owner_hands_over_from_the_entrys_day_on() -> None:
    spans = lived(register(obligation("a.o", entry("2024-03-01", owner="new"), owner="old")), "a.o").spans
    assert [on(spans, d).owner for d in ("2024-02-29", "2024-03-01", "2030-01-01")] == ["old", "new", "new"]  # type: ignore[union-attr]


def test_an_agreements_owner_looks_after_what_names_nobody() -> None:
    owned = agreement()._replace(owner="desk")
    silent, named = obligation("a.o", entry("2024-03-01", owner="new")), obligation("a.p", owner="own")
    yearly = obligation("a.q", time=every("1 year", "2024-06-01"))
    stated = register(silent, named, yearly, agreements=[owned])
    spans = lived(stated, "a.o").spans
    assert [on(spans, d).owner for d in ("2024-02-29", "2024-03-01")] == ["desk", "new"]  # type: ignore[union-attr]
    assert {span.owner for span in lived(stated, "a.p").spans} == {"own"}
    recurring = lived(stated, "a.q")
    assert {span.owner for spans in (recurring.spans, *recurring.occurrences) for span in spans} == {"desk"}


def test_what_replaces_it_supersedes_it_from_the_day_that_is_in_force() -> None:
    found = register(
        obligation("a.o", time=fixed("2024-12-31")),
        obligation("b.n", replaces=("a.o",)),
        agreements=[agreement("a"), agreement("b", on="2025-02-01", effective="2025-03-01")],
    )
    assert states(lived(found, "a.o").spans)[-2:] == [("2025-01-01", "overdue"), ("2025-03-01", "superseded")]


def test_within_after_awaits_and_then_counts_from_the_day_it_was_done() -> None:
    found = register(
        obligation(
            "a.first", entry("2024-06-10", "done"), entry("2024-08-01", "open"), time=fixed("2024-06-30")
        ),
        obligation("a.o", time=after("30 days", "a.first")),
    )
    assert states(lived(found, "a.o").spans) == [
        ("2024-01-01", "awaiting"),
        ("2024-06-10", "due-soon"),
        ("2024-07-11", "overdue"),
        ("2024-08-01", "awaiting"),
    ]


def test_within_after_stays_closed_when_the_other_is_reopened() -> None:
    found = register(
        obligation("a.first", entry("2024-06-10", "done"), entry("2024-08-01", "open")),
        obligation("a.o", entry("2024-07-20", "done"), time=after("30 days", "a.first")),
    )
    assert states(lived(found, "a.o").spans)[-1] == ("2024-07-20", "done-late")


def test_after_a_recurring_obligation_there_is_one_for_each_of_its_dates() -> None:
    found = register(
        obligation("a.meet", entry("2025-12-20", "done", scheduled="2025-12-21"), time=HALF_YEARLY),
        obligation("a.o", time=after("1 month", "a.meet")),
        agreements=[PLAN],
    )
    occurrences = lived(found, "a.o").occurrences
    assert [str(spans[0].scheduled) for spans in occurrences][:2] == ["2025-12-21", "2026-06-21"]
    assert states(occurrences[0])[-1] == ("2026-01-21", "overdue")
    assert states(occurrences[1]) == [("2025-06-21", "awaiting"), ("2028-01-01", "lapsed")]


def test_within_after_effective_counts_from_the_entry_into_force() -> None:
    of = agreement(on="2024-01-01", effective="2024-03-01")
    assert spans_of(time=after("90 days"), of=of) == [
        ("2024-01-01", "not-in-force"),
        ("2024-03-01", "upcoming"),
        ("2024-04-30", "due-soon"),
        ("2024-05-31", "overdue"),
    ]


def test_before_expires_moves_with_an_extension() -> None:
    of = agreement(expires="2024-12-31", log=[stated("2024-06-01", "extended", "2025-12-31")])
    found = lived(register(obligation("a.o", time=before("6 months")), agreements=[of]), "a.o").spans
    assert [str(on(found, d).due) for d in ("2024-05-31", "2024-06-01")] == ["2024-06-30", "2025-06-30"]  # type: ignore[union-attr]


def test_an_extension_makes_new_dates_from_its_own_day_on() -> None:
    of = agreement(expires="2024-12-31", log=[stated("2024-06-01", "extended", "2025-12-31")])
    timeline = lived(register(obligation("a.o", time=every("1 year", "2024-05-01")), agreements=[of]), "a.o")
    assert [str(spans[0].start) for spans in timeline.occurrences] == ["2024-01-01", "2024-06-01"]


def test_termination_lapses_what_was_not_due_and_leaves_late_what_was() -> None:
    of = agreement(log=[stated("2024-06-01", "terminated", "2024-09-30")])
    assert spans_of(time=fixed("2024-12-31"), of=of)[-1] == ("2024-10-01", "lapsed")
    assert spans_of(time=fixed("2024-08-31"), of=of)[-1] == ("2024-09-01", "overdue")
    assert spans_of(time=fixed("2024-09-30"), of=of)[-1] == ("2024-10-01", "overdue")
    assert spans_of(time=None, of=of)[-1] == ("2024-10-01", "lapsed")


def test_termination_without_an_end_ends_on_its_own_day() -> None:
    assert spans_of(of=agreement(log=[stated("2024-06-01", "terminated")]))[-1] == ("2024-06-02", "lapsed")


def test_an_end_brought_forward_ends_what_goes_on_as_long_as_the_agreement() -> None:
    ended = agreement(
        on="2024-01-01",
        expires="2024-12-31",
        renews="1 year",
        log=[stated("2024-03-10", "terminated", "2024-04-30")],
    )
    monthly = obligation(
        "a.o",
        entry("2024-03-05", "done", scheduled="2024-05-31"),
        entry("2024-03-05", "postponed", scheduled="2024-06-30", due="2024-04-15"),
        time=every("1 month", "2024-02-29"),
    )
    found = lived(register(monthly, agreements=[ended]), "a.o")
    of = {str(spans[0].scheduled): states(spans) for spans in found.occurrences}
    assert of["2024-04-29"][-1] == ("2024-04-30", "overdue")
    assert of["2024-05-29"][-2:] == [("2024-01-01", "upcoming"), ("2024-03-10", "lapsed")]
    assert "lapsed" not in dict(of["2024-04-29"]).values()
    untold = obligation("a.o", time=every("1 month", "2024-02-29", "2024-12-31"))
    kept = lived(register(untold, agreements=[ended]), "a.o")
    assert states(kept.occurrences[3])[-1] == ("2024-05-01", "lapsed")


def test_what_an_early_end_would_have_had_due_before_is_due_on_the_day_that_it_was_known() -> None:
    def dues(*log: AgreementEntry) -> list[tuple[str, str]]:
        of = agreement(on="2024-01-01", expires="2024-12-31", log=log)
        found = lived(register(obligation("a.o", time=before("3 months")), agreements=[of]), "a.o")
        return list(dict.fromkeys((str(span.due), span.state) for span in found.spans))

    early = stated("2024-07-10", "terminated", "2024-08-31")
    assert dues(early) == [("2024-09-30", "upcoming"), ("2024-07-10", "due-soon"), ("2024-07-10", "overdue")]
    late = stated("2024-10-10", "terminated", "2024-10-31")
    assert [due for due, _ in dues(late)][-1] == "2024-09-30"
    assert ("2024-05-31", "overdue") in dues(stated("2024-03-10", "terminated", "2024-08-31"))


def test_suspension_and_resumption() -> None:
    of = agreement(log=[stated("2024-06-01", "suspended"), stated("2024-09-01", "resumed")])
    assert spans_of(time=fixed("2024-07-31"), of=of) == [
        ("2024-01-01", "upcoming"),
        ("2024-06-01", "not-in-force"),
        ("2024-09-01", "overdue"),
    ]


def test_an_agreement_that_renews_itself_does_not_end_until_it_is_terminated() -> None:
    of = agreement(expires="2024-12-31", renews="3 years")
    timeline = lived(register(obligation("a.o", time=every("1 year", "2024-05-01")), agreements=[of]), "a.o")
    assert str(timeline.occurrences[5][0].scheduled) == "2029-05-01"
    ended = agreement(
        expires="2024-12-31", renews="3 years", log=[stated("2026-01-01", "terminated", "2027-12-31")]
    )
    assert spans_of(of=ended)[-1] == ("2028-01-01", "lapsed")


@pytest.mark.parametrize("modality", ["best-effort", "intent", "prohibition"])
def test_only_an_obligation_is_ever_overdue(modality: str) -> None:
    assert spans_of(time=fixed("2024-12-31"), modality=modality)[-1] == ("2025-01-01", "review-due")


def test_a_permission_is_active_as_long_as_the_agreement_is_in_force() -> None:
    of = agreement(effective="2024-02-01", expires="2024-12-31")
    assert spans_of(of=of, modality="permission") == [
        ("2024-01-01", "not-in-force"),
        ("2024-02-01", "active"),
        ("2025-01-01", "lapsed"),
    ]


def test_a_continuing_obligation_is_watched_and_a_bare_note_does_not_count() -> None:
    assert spans_of() == [("2024-01-01", "active"), ("2024-07-01", "review-due")]
    assert spans_of(entry("2024-06-30", note="called them"))[-1] == ("2024-07-01", "review-due")
    assert spans_of(entry("2024-06-30", evidence=("letter.pdf",)))[-1] == ("2024-12-30", "review-due")
    assert spans_of(entry("2024-08-01", "in-progress"))[1:] == [
        ("2024-07-01", "review-due"),
        ("2024-08-01", "active"),
        ("2025-02-01", "review-due"),
    ]


def test_cancelling_without_a_date_closes_every_open_occurrence_and_open_takes_it_back() -> None:
    log = [
        entry("2025-12-21", "done", scheduled="2025-12-21"),
        entry("2026-01-15", "cancelled"),
        entry("2026-03-01", "open"),
    ]
    timeline = lived(register(obligation("a.o", *log, time=HALF_YEARLY), agreements=[PLAN]), "a.o")
    assert states(timeline.spans)[-4:-1] == [
        ("2026-01-15", "cancelled"),
        ("2026-03-01", "upcoming"),
        ("2026-05-22", "due-soon"),
    ]
    assert states(timeline.occurrences[0])[-1] == ("2025-12-21", "done")


def test_a_late_recording_is_unknown_before_it_was_recorded() -> None:
    found = register(
        obligation("a.o", entry("2024-12-20", "done", recorded="2025-02-01"), time=fixed("2024-12-31"))
    )
    assert states(lived(found, "a.o").spans)[-1] == ("2024-12-20", "done")
    assert states(lived(found, "a.o", known_at="2025-01-31").spans)[-1] == ("2025-01-01", "overdue")
    assert states(lived(found, "a.o", known_at="2025-02-01").spans)[-1] == ("2024-12-20", "done")


def test_of_two_entries_on_a_day_the_later_in_the_file_wins() -> None:
    log = [entry("2024-05-01", "done"), entry("2024-05-01", "open")]
    assert spans_of(*log, time=fixed("2024-12-31"))[0] == ("2024-01-01", "upcoming")
    assert spans_of(*reversed(log), time=fixed("2024-12-31"))[-1] == ("2024-05-01", "done")


def test_a_rule_of_the_last_day_of_each_month() -> None:
    timeline = lived(
        register(obligation("a.o", time=rule("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-01-31", "2024-04-30"))),
        "a.o",
    )
    assert [str(spans[0].scheduled) for spans in timeline.occurrences] == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
    ]


def test_nothing_scheduled_within_the_agreements_life() -> None:
    of = agreement(effective="2024-02-01", expires="2024-12-31")
    assert spans_of(time=every("1 year", "2025-06-01"), of=of) == [
        ("2024-01-01", "not-in-force"),
        ("2024-02-01", "upcoming"),
        ("2025-01-01", "lapsed"),
    ]


def test_before_expires_awaits_where_no_end_is_stated() -> None:
    assert spans_of(time=before("6 months")) == [("2024-01-01", "awaiting")]


def test_only_the_refs_asked_for_are_worked_out_with_what_they_wait_for() -> None:
    from tests.core.builders import HORIZON
    from tracker.core.timelines import timelines

    found = register(
        obligation("a.o", time=after("30 days", "a.first")),
        obligation("a.first", entry("2024-06-10", "done")),
        obligation("a.other"),
    )
    assert [ref for ref, _ in timelines(found, horizon=HORIZON, only=["a.o"])] == ["a.o"]


def test_what_is_closed_is_reopened_by_open_alone() -> None:
    log = [entry("2024-04-02", "done"), entry("2024-11-22", "in-progress"), entry("2024-11-23", "blocked")]
    assert spans_of(*log, time=fixed("2024-12-31"))[-1] == ("2024-04-02", "done")
    reopened = [*log, entry("2024-11-24", "open")]
    assert spans_of(*reopened, time=fixed("2024-12-31"))[-4:] == [
        ("2024-04-02", "done"),
        ("2024-11-24", "upcoming"),
        ("2024-12-01", "due-soon"),
        ("2025-01-01", "overdue"),
    ]
