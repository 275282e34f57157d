"""The naive evaluation on examples worked out by hand, so that two wrongs do not agree."""

import pytest

from tests.core.builders import (
    after,
    agreement,
    before,
    day,
    entry,
    every,
    fixed,
    obligation,
    register,
    stated,
)
from tests.core.naive import Naive
from tests.core.stated_naively import RULES
from tracker.core.model import Register, TimeRule

THROUGH = day("2030-12-31")


def state(of: Register, on: str, known_at: str = "", ref: str = "a.o") -> str:
    row = Naive(of, THROUGH, day(known_at) if known_at else None).row(ref, day(on))
    return row.state if row else ""


def promised(time: TimeRule | None, *log: object, **more: object) -> Register:
    found = obligation("a.o", *log, time=time, **more)  # type: ignore[arg-type]
    return register(found, agreements=[agreement("a", on="2024-01-01", expires="2027-12-31")])


HALF_YEARLY = every("6 months", "2025-12-21", "2027-12-31")


def test_half_yearly_meetings_of_which_nothing_is_recorded() -> None:
    row = Naive(promised(HALF_YEARLY), THROUGH).row("a.o", day("2026-11-21"))
    assert row is not None
    assert (row.state, row.scheduled, row.missed, row.informed) == ("overdue", day("2025-12-21"), 2, False)
    states = {
        str(one): said.state
        for one, said in Naive(promised(HALF_YEARLY), THROUGH).occurrences("a.o", day("2026-11-21")).items()
    }
    assert states == {
        "2025-12-21": "overdue",
        "2026-06-21": "overdue",
        "2026-12-21": "due-soon",
        "2027-06-21": "upcoming",
        "2027-12-21": "upcoming",
    }


def test_one_half_yearly_meeting_recorded_leaves_the_other() -> None:
    held = promised(HALF_YEARLY, entry("2026-11-20", "done", scheduled="2025-12-21"))
    row = Naive(held, THROUGH).row("a.o", day("2026-11-21"))
    assert row is not None
    assert (row.state, row.scheduled, row.missed) == ("overdue", day("2026-06-21"), 1)
    assert state(held, "2026-11-20", known_at="2026-11-19") == "overdue"


def test_month_ends() -> None:
    monthly = promised(every("1 month", "2026-01-31", "2026-05-31"))
    found = Naive(monthly, THROUGH).dates("a.o")
    assert [str(one) for one in found] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
    ]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2023-12-31", ""),
        ("2024-01-01", "upcoming"),
        ("2024-11-30", "upcoming"),
        ("2024-12-01", "due-soon"),
        ("2024-12-31", "due-soon"),
        ("2025-01-01", "overdue"),
        ("2030-01-01", "overdue"),
    ],
)
def test_a_year_is_late_when_its_last_day_has_passed(on: str, said: str) -> None:
    assert state(promised(fixed("2024")), on) == said


@pytest.mark.parametrize(
    ("modality", "on", "said"),
    [
        ("obligation", "2026-03-02", "overdue"),
        ("best-effort", "2026-03-02", "review-due"),
        ("intent", "2026-03-01", "due-soon"),
        ("prohibition", "2026-03-02", "review-due"),
        ("permission", "2026-03-02", "active"),
        ("permission", "2028-01-01", "lapsed"),
    ],
)
def test_only_an_obligation_is_overdue(modality: str, on: str, said: str) -> None:
    assert state(promised(fixed("2026-03-01"), modality=modality), on) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2024-06-30", "active"),
        ("2024-07-01", "review-due"),
        ("2024-08-15", "active"),
        ("2025-02-15", "review-due"),
    ],
)
def test_a_continuing_promise_is_reviewed(on: str, said: str) -> None:
    assert state(promised(None, entry("2024-08-15", "in-progress"), entry("2024-09-01")), on) == said


def test_done_in_time_and_late_and_reopened() -> None:
    log = (entry("2026-03-01", "done"), entry("2026-03-05", "open"), entry("2026-03-10", "done"))
    found = promised(fixed("2026-03-01"), *log)
    said = [state(found, f"2026-03-{n:02}") for n in (1, 4, 5, 9, 10)]
    assert said == ["done", "done", "overdue", "overdue", "done-late"]


def test_postponed_and_blocked() -> None:
    found = promised(fixed("2026-03-01"), entry("2026-02-20", "postponed", due="2026-05"))
    assert state(found, "2026-05-31") == "due-soon"
    assert state(found, "2026-06-01") == "overdue"
    assert state(promised(fixed("2026-03-01"), entry("2026-02-20", "blocked")), "2026-02-20") == "blocked"
    row = Naive(promised(fixed("2026-03-01"), entry("2026-02-20", "blocked")), THROUGH).row(
        "a.o", day("2026-03-02")
    )
    assert row is not None
    assert (row.state, row.informed) == ("overdue", True)


def test_waiting_for_another() -> None:
    found = register(
        obligation("a.o", time=after("90 days", "a.other")),
        obligation(
            "a.other", entry("2026-01-10", "done"), entry("2026-02-01", "open"), time=fixed("2026-01-01")
        ),
        agreements=[agreement("a", on="2024-01-01")],
    )
    assert [state(found, on) for on in ("2026-01-09", "2026-01-10", "2026-02-01")] == [
        "awaiting",
        "upcoming",
        "awaiting",
    ]


def test_a_length_before_the_last_day_moves_with_it() -> None:
    ended = agreement(
        "a", on="2024-01-01", expires="2026-12-31", log=[stated("2026-06-01", "extended", "2027-12-31")]
    )
    found = register(obligation("a.o", time=before("6 months")), agreements=[ended])
    naive = Naive(found, THROUGH)
    dues = [row.due for on in ("2026-05-31", "2026-06-01") if (row := naive.row("a.o", day(on)))]
    assert dues == [day("2026-06-30"), day("2027-06-30")]


def test_the_agreement_suspended_terminated_and_renewed() -> None:
    log = [
        stated("2026-02-01", "suspended"),
        stated("2026-04-01", "resumed"),
        stated("2026-09-01", "terminated"),
    ]
    found = register(obligation("a.o", time=fixed("2026-12-01")), agreements=[agreement("a", log=log)])
    assert [state(found, on) for on in ("2026-01-31", "2026-02-01", "2026-03-31", "2026-04-01")] == [
        "upcoming",
        "not-in-force",
        "not-in-force",
        "upcoming",
    ]
    assert [state(found, on) for on in ("2026-09-01", "2026-09-02")] == ["upcoming", "lapsed"]
    renewed = agreement("a", expires="2025-01-31", renews="1 month")
    last = [
        Naive(found, THROUGH).last_day(renewed, day(on)) for on in ("2025-01-31", "2025-02-01", "2025-03-30")
    ]
    assert last == [day("2025-01-31"), day("2025-02-28"), day("2025-03-31")]


def test_replaced_by_another() -> None:
    found = register(
        obligation("a.o", time=every("1 month", "2026-01-15")),
        obligation("b.o", replaces=("a.o",)),
        agreements=[agreement("a"), agreement("b", on="2026-02-01", effective="2026-03-01")],
    )
    assert [state(found, on) for on in ("2026-02-28", "2026-03-01")] == ["overdue", "superseded"]


def test_the_days_of_the_rules_in_use() -> None:
    days = [day("2026-01-01"), day("2026-01-31"), day("2026-02-28"), day("2026-01-30"), day("2026-03-10")]
    assert {text: [str(one) for one in days if rule(one)] for text, rule in RULES.items()} == {
        "FREQ=MONTHLY;BYMONTHDAY=-1": ["2026-01-31", "2026-02-28"],
        "FREQ=MONTHLY;BYDAY=-1FR": ["2026-01-30"],
        "FREQ=WEEKLY;BYDAY=MO,TH": ["2026-01-01"],
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=2TU": ["2026-03-10"],
        "FREQ=MONTHLY;BYMONTHDAY=31": ["2026-01-31"],
    }
