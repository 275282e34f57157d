"""What a log says has happened in a period."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.report import AgreementEvent
from tracker.core.report_changes import (
    AgreementLog,
    Happening,
    agreement_events,
    coming,
    happenings,
    in_period,
    slippage,
)
from tracker.core.rows import LogLine
from tracker.core.vocabulary import STATUSES

SINCE, AS_OF = "2026-11-14", "2026-11-21"


def line(position: int, on: str, status: str = "", **more: Any) -> LogLine:
    return LogLine(position, on, status, "", "", (), "", (), "", "", "", "", private=False)._replace(**more)


def told(*log: LogLine, **more: object) -> list[tuple[str, int]]:
    found = happenings(log, SINCE, AS_OF, **more)  # type: ignore[arg-type]
    return [(one.kind, one.entry.position) for one in found]


@pytest.mark.parametrize(
    ("on", "recorded", "counts"),
    [
        ("2026-11-14", "", False),
        ("2026-11-15", "", True),
        ("2026-11-21", "", True),
        ("2026-11-22", "", False),
        ("2026-11-22", "2026-11-20", False),
        ("2026-10-01", "2026-11-14", False),
        ("2026-10-01", "2026-11-15", True),
        ("2026-10-01", "2026-11-21", True),
        ("2026-10-01", "2026-11-22", False),
        ("2026-11-20", "2026-12-24", True),
    ],
)
def test_an_entry_counts_by_its_day_or_by_that_of_its_recording(on: str, recorded: str, counts: bool) -> None:
    assert in_period(on, recorded, SINCE, AS_OF) is counts


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("done", "done"),
        ("waived", "closed"),
        ("cancelled", "closed"),
        ("superseded", "closed"),
        ("blocked", "blocked"),
        ("postponed", "postponed"),
        ("open", "noted"),
        ("in-progress", "noted"),
        ("", "noted"),
    ],
)
def test_each_status_is_told_in_its_place(status: str, kind: str) -> None:
    assert told(line(0, "2026-11-20", status)) == [(kind, 0)]


def test_an_entry_may_tell_several_things() -> None:
    entry = line(1, "2026-11-20", "blocked", owner="desk", dispute="OCI")
    kinds = ["reopened", "blocked", "disputed", "handed_over"]
    assert told(line(0, "2026-10-01", "done"), entry) == [(kind, 1) for kind in kinds]


def test_a_hand_over_names_who_it_was_before() -> None:
    log = [
        line(0, "2026-10-01", owner="a"),
        line(1, "2026-11-20", owner="b"),
        line(2, "2026-11-20", owner="b"),
    ]
    first, second = happenings(log, SINCE, AS_OF, owner="first")
    assert (first.kind, first.before) == ("handed_over", "a")
    assert second.kind == "noted"


def test_reopened_concerns_the_same_date() -> None:
    done = line(0, "2026-10-01", "done", scheduled="2026-06-21")
    assert told(done, line(1, "2026-11-20", "open", scheduled="2026-06-21"), recurs=True) == [("reopened", 1)]
    assert told(done, line(1, "2026-11-20", "open", scheduled="2026-12-21"), recurs=True) == [("noted", 1)]
    assert told(done, line(1, "2026-11-20", "open"), recurs=True) == [("reopened", 1)]
    assert told(done, line(1, "2026-11-20", "open", scheduled="2026-12-21")) == [("reopened", 1)]


def test_entries_are_taken_by_day_then_place() -> None:
    log = [line(0, "2026-11-20", "open"), line(1, "2026-11-19", "done")]
    assert told(*log) == [("done", 1), ("reopened", 0)]


def test_a_postponement_counts_from_the_date_then_in_force() -> None:
    log = [
        line(0, "2026-10-01", "postponed", due="2026-12-01"),
        line(1, "2026-11-20", "postponed", due="2027-01-01"),
    ]
    assert list(happenings(log, SINCE, AS_OF, due="2026-11-01")) == [
        Happening("postponed", log[1], "2026-12-01", 31)
    ]
    (first,) = happenings([log[1]], SINCE, AS_OF, due="2026")
    assert (first.moved_from, first.slippage) == ("2026", 1)
    (unknown,) = happenings([log[1]], SINCE, AS_OF)
    assert (unknown.moved_from, unknown.slippage) == ("", None)
    named = log[1]._replace(scheduled="2026-12-21")
    (of_date,) = happenings([log[0], named], SINCE, AS_OF, due="x", recurs=True)
    assert (of_date.moved_from, of_date.slippage) == ("2026-12-21", 11)


def test_slippage_counts_latest_days_either_way() -> None:
    assert slippage("2026", "2026-06") == -184
    assert slippage("", "2026") is None


DAYS = st.sampled_from(["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-20", "2026-11-21", "2026-11-22"])
RECORDED = st.sampled_from(["", "2026-11-14", "2026-11-16", "2026-11-25"])
LOGS = st.lists(st.tuples(DAYS, st.sampled_from(["", *STATUSES]), RECORDED), max_size=6)


@given(LOGS)
def test_what_comes_after_the_day_changes_nothing(stated: list[tuple[str, str, str]]) -> None:
    log = [
        line(place, on, status, recorded=recorded, due="2027-01-01" if status == "postponed" else "")
        for place, (on, status, recorded) in enumerate(stated)
    ]
    known = [one for one in log if one.on <= AS_OF]
    assert list(happenings(log, SINCE, AS_OF)) == list(happenings(known, SINCE, AS_OF))


@given(LOGS)
def test_each_entry_of_the_period_is_told_and_no_other(stated: list[tuple[str, str, str]]) -> None:
    log = [line(place, on, status, recorded=rec) for place, (on, status, rec) in enumerate(stated)]
    positions = {position for _, position in told(*log)}
    assert positions == {one.position for one in log if in_period(one.on, one.recorded, SINCE, AS_OF)}


def agreement(*entries: LogLine, **more: Any) -> AgreementLog:
    log = AgreementLog("a", "A", "2020-01-01", "2020-01-01", [("2020-01-01", "", "")], entries)
    return log._replace(**more)


def turns(of: AgreementLog) -> list[tuple[str, str]]:
    return [(event.what, event.on) for event in agreement_events(of, SINCE, AS_OF)]


def test_an_agreement_is_signed_and_enters_into_force() -> None:
    assert turns(agreement(begins="2026-11-15", in_force="2026-11-15")) == [("signed", "2026-11-15")]
    both = [("signed", "2026-11-15"), ("begun", "2026-11-21")]
    assert turns(agreement(begins="2026-11-15", in_force="2026-11-21")) == both
    assert turns(agreement()) == []


def test_an_agreement_is_extended_from_what_was_stated() -> None:
    lasts = [("2020-01-01", "2026-12-31", ""), ("2026-11-16", "2028-12-31", "")]
    entry = line(0, "2026-11-16", "extended", due="2028-12-31", evidence=("x.pdf",), note="n")
    (event,) = agreement_events(agreement(entry, lasts=lasts), SINCE, AS_OF)
    assert event == AgreementEvent(
        "a", "A", "extended", "2026-11-16", ends="2028-12-31", ended_before="2026-12-31", note="n",
        evidence=("x.pdf",),
    )  # fmt: skip


def test_news_of_an_agreement_may_come_late() -> None:
    late = line(0, "2026-09-01", "suspended", recorded="2026-11-20")
    assert turns(agreement(late)) == [("suspended", "2026-09-01")]
    assert turns(agreement(line(0, "2026-11-20", note="x"))) == [("noted", "2026-11-20")]


def test_a_termination_without_an_end_ends_on_its_day() -> None:
    (event,) = agreement_events(
        agreement(
            line(0, "2026-11-20", "terminated"),
            lasts=[("2020-01-01", "2030-12-31", ""), ("2026-11-20", "2026-11-20", "")],
        ),
        "2026-11-19",
        "2026-11-20",
    )
    assert (event.what, event.ends, event.ended_before) == ("terminated", "2026-11-20", "2030-12-31")


def test_a_renewal_is_told_where_no_entry_tells_of_it() -> None:
    lasts = [("2020-01-01", "2026-11-16", ""), ("2026-11-17", "2031-11-16", "")]
    (event,) = agreement_events(agreement(lasts=lasts), SINCE, AS_OF)
    assert (event.what, event.on, event.ends) == ("renewed", "2026-11-17", "2031-11-16")


@pytest.mark.parametrize(
    ("last", "ended"),
    [("2026-11-13", False), ("2026-11-14", True), ("2026-11-20", True), ("2026-11-21", False)],
)
def test_an_agreement_has_ended_on_the_day_after_its_last(last: str, ended: bool) -> None:
    found = turns(agreement(lasts=[("2020-01-01", last, "")]))
    assert (("ended", last) in found) is ended


@pytest.mark.parametrize(
    ("last", "notice_by", "near"),
    [
        ("2027-05-13", "", False),
        ("2027-05-14", "", True),
        ("2027-05-20", "", True),
        ("2027-05-21", "", False),
        ("2030-01-01", "2027-05-18", True),
        ("2027-05-18", "2026-10-01", True),
    ],
)
def test_an_end_comes_near_once(last: str, notice_by: str, near: bool) -> None:
    found = [what for what, _ in turns(agreement(lasts=[("2020-01-01", last, notice_by)]))]
    assert (found == ["ending"]) is near


def test_how_far_an_end_is() -> None:
    assert coming("2026-11-21", "", AS_OF) == 0
    assert coming("2026-12-21", "2026-11-30", AS_OF) == 9
    assert coming("2026-12-21", "2026-11-01", AS_OF) == 30
    assert coming("2026-11-20", "", AS_OF) is None
