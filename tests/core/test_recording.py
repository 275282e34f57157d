"""Which occurrence a wish concerns, and what is refused with the way out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.builders import (
    after,
    agreement,
    day,
    entry,
    every,
    fixed,
    lived,
    obligation,
    period,
    register,
)
from tracker.core.errors import TrackerError
from tracker.core.model import Entry, Obligation
from tracker.core.recording import Wish, place

HALF_YEARLY = every("6 months", "2025-12-21", "2027-12-31")
PLAN = agreement(on="2025-06-21", expires="2027-12-31")


def placed(
    found: Obligation, on: str, status: str = "", *, scheduled: str = "", due: str = "", **more: Any
) -> Entry:
    timeline = lived(register(found, agreements=[PLAN]), found.ref)
    wish = Wish(
        on=day(on),
        status=status,
        scheduled=period(scheduled) if scheduled else None,
        due=period(due) if due else None,
        **more,
    )
    return place(found, timeline, wish, day("2026-11-21"))


def scheduled(found: Entry) -> str:
    return found.scheduled.text if found.scheduled else ""


def test_a_recurring_one_with_one_overdue_date_takes_that_one() -> None:
    meetings = obligation("a.o", entry("2025-12-18", "done", scheduled="2025-12-21"), time=HALF_YEARLY)
    assert scheduled(placed(meetings, "2026-11-21", "done")) == "2026-06-21"


def test_several_overdue_dates_are_listed() -> None:
    with pytest.raises(TrackerError, match=r"2 dates of a\.o are overdue: 2025-12-21, 2026-06-21; say which"):
        placed(obligation("a.o", time=HALF_YEARLY), "2026-11-21", "done")


@pytest.mark.parametrize("named", ["2025-12-21", "2025-12", "2025-Q4", "2025"])
def test_a_date_may_be_named_less_precisely(named: str) -> None:
    found = placed(obligation("a.o", time=HALF_YEARLY), "2025-12-18", "done", scheduled=named)
    assert scheduled(found) == "2025-12-21"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("2025-12-20", "the nearest are 2025-12-21, 2026-06-21"),
        ("2026", "the nearest are 2026-06-21, 2026-12-21"),
    ],
)
def test_a_date_that_is_none_or_several_names_the_nearest(named: str, said: str) -> None:
    with pytest.raises(TrackerError, match=said):
        placed(obligation("a.o", time=HALF_YEARLY), "2026-11-21", "done", scheduled=named)


def test_what_is_due_once_is_written_with_its_date() -> None:
    assert (
        scheduled(placed(obligation("a.o", time=fixed("2026-12-31")), "2026-11-21", "done")) == "2026-12-31"
    )
    with pytest.raises(TrackerError, match="is due once, on 2026-12-31; leave --for out"):
        placed(obligation("a.o", time=fixed("2026-12-31")), "2026-11-21", "done", scheduled="2026-12-30")
    with pytest.raises(TrackerError, match="has no dates to choose from"):
        placed(obligation("a.o"), "2026-11-21", "in-progress", scheduled="2026-12-30")


def test_done_on_a_continuing_one_asks_whether_to_close_it() -> None:
    with pytest.raises(TrackerError, match=r"a\.o in-progress.*tracker update a\.o done --close"):
        placed(obligation("a.o"), "2026-11-21", "done")
    assert placed(obligation("a.o"), "2026-11-21", "done", close=True).status == "done"
    assert scheduled(placed(obligation("a.o"), "2026-11-21", "in-progress")) == ""


def test_closing_all_dates_names_none() -> None:
    meetings = obligation("a.o", time=HALF_YEARLY)
    assert scheduled(placed(meetings, "2026-11-21", "cancelled", close=True)) == ""


def test_open_takes_the_date_closed_last() -> None:
    log = [
        entry("2025-12-18", "done", scheduled="2025-12-21"),
        entry("2026-06-18", "done", scheduled="2026-06-21"),
    ]
    assert scheduled(placed(obligation("a.o", *log, time=HALF_YEARLY), "2026-11-21", "open")) == "2026-06-21"
    assert scheduled(placed(obligation("a.o", time=HALF_YEARLY), "2026-11-21", "open")) == "2025-12-21"


def test_what_is_so_already_is_refused() -> None:
    found = obligation("a.o", entry("2026-05-01", "done"), time=fixed("2026-12-31"))
    with pytest.raises(TrackerError, match="it is done already, since 2026-05-01"):
        placed(found, "2026-11-21", "done")


def test_nothing_open_and_nothing_there() -> None:
    found = obligation("a.o", entry("2026-01-15", "cancelled"), time=HALF_YEARLY)
    with pytest.raises(TrackerError, match=r"nothing of a\.o is open on 2026-11-21"):
        placed(found, "2026-11-21", "done")
    empty = obligation("a.o", time=every("1 year", "2030-01-01"))
    with pytest.raises(TrackerError, match=r"nothing of a\.o exists on 2026-11-21"):
        placed(empty, "2026-11-21", "open")


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"on": "2026-11-21", "status": "postponed"}, "postponed to when"),
        ({"on": "2026-11-21", "status": "done", "due": "2027-01-01"}, "--due goes with postponed"),
        ({"on": "2020-01-01", "status": "done"}, "before the agreement's own date, 2025-06-21"),
    ],
)
def test_a_wish_that_makes_no_sense(wish: dict[str, str], said: str) -> None:
    with pytest.raises(TrackerError, match=said):
        placed(obligation("a.o", time=fixed("2026-12-31")), **wish)


def test_postponing_and_noting() -> None:
    found = placed(
        obligation("a.o", time=HALF_YEARLY), "2026-11-21", "postponed", due="2027-02", scheduled="2026-12"
    )
    assert (scheduled(found), found.due.text if found.due else "") == ("2026-12-21", "2027-02")
    assert scheduled(placed(obligation("a.o", time=HALF_YEARLY), "2026-11-21")) == ""


def test_what_is_closed_is_reopened_before_anything_else_is_said_of_it() -> None:
    found = obligation("a.o", entry("2026-05-01", "done"), time=fixed("2026-12-31"))
    with pytest.raises(TrackerError, match="it is done already, and blocked would change nothing"):
        placed(found, "2026-11-21", "blocked")
    assert placed(found, "2026-11-21", "open").status == "open"


def test_done_lies_in_the_past() -> None:
    with pytest.raises(TrackerError, match="2026-11-22 is still to come"):
        placed(obligation("a.o", time=fixed("2026-12-31")), "2026-11-22", "done")


def test_a_date_far_ahead_is_named_before_it_is_closed() -> None:
    log = [entry("2025-12-18", "done", scheduled=day) for day in ("2025-12-21", "2026-06-21", "2026-12-21")]
    meetings = obligation("a.o", *log, time=HALF_YEARLY)
    with pytest.raises(TrackerError, match=r"is 2027-06-21, which is not near 2026-11-21; .* add --for"):
        placed(meetings, "2026-11-21", "done")
    assert scheduled(placed(meetings, "2026-11-21", "done", scheduled="2027-06-21")) == "2027-06-21"
    assert scheduled(placed(meetings, "2026-11-21", "postponed", due="2027-09-01")) == "2027-06-21"


HELD = [
    entry("2025-12-18", "done", scheduled="2025-12-21", evidence=("a.pdf",)),
    entry("2026-06-19", "done", scheduled="2026-06-21", evidence=("b.pdf",)),
]


def test_a_date_is_near_as_seen_from_the_day_on_which_it_was_held() -> None:
    meetings = obligation("a.o", *HELD, time=HALF_YEARLY)
    with pytest.raises(
        TrackerError, match=r"is 2026-12-21, which is not near 2026-06-19; .* --for 2026-12-21"
    ):
        placed(meetings, "2026-06-19", "done", evidence=("b.pdf",))
    assert scheduled(placed(meetings, "2026-11-21", "done")) == "2026-12-21"
    assert scheduled(placed(meetings, "2026-06-19", "done", scheduled="2026-12-21")) == "2026-12-21"
    overdue = obligation("a.o", HELD[0], time=HALF_YEARLY)
    assert scheduled(placed(overdue, "2026-03-01", "done")) == "2026-06-21"


def test_the_same_entry_closes_no_second_date() -> None:
    log = [HELD[0], entry("2026-11-21", "done", scheduled="2026-06-21", evidence=("b.pdf",))]
    meetings = obligation("a.o", *log, time=HALF_YEARLY)
    with pytest.raises(
        TrackerError,
        match=r"2026-06-21 is done already, by the same entry of 2026-11-21; if 2026-12-21 .* add --for",
    ):
        placed(meetings, "2026-11-21", "done", evidence=("b.pdf",))
    for wish in ({"evidence": ("c.pdf",)}, {"evidence": ("b.pdf",), "scheduled": "2026-12-21"}):
        assert scheduled(placed(meetings, "2026-11-21", "done", **wish)) == "2026-12-21"
    assert scheduled(placed(meetings, "2026-11-21", "in-progress", evidence=("b.pdf",))) == "2026-12-21"
    reopened = [*log, entry("2026-11-21", "open", scheduled="2026-06-21")]
    again = placed(obligation("a.o", *reopened, time=HALF_YEARLY), "2026-11-21", "done", evidence=("b.pdf",))
    assert scheduled(again) == "2026-06-21"


def test_the_date_that_is_due_first_is_taken_wherever_it_was_scheduled() -> None:
    log = [HELD[0], entry("2026-11-01", "postponed", scheduled="2026-06-21", due="2027-01-15")]
    meetings = obligation("a.o", *log, time=HALF_YEARLY)
    assert scheduled(placed(meetings, "2026-11-21", "done")) == "2026-12-21"
    meetings = obligation("a.o", *log, entry("2026-11-20", "done", scheduled="2026-12-21"), time=HALF_YEARLY)
    for on in ("2026-11-21", "2026-06-10"):
        with pytest.raises(
            TrackerError,
            match=rf"is 2026-06-21, now due 2027-01-15, which is not near {on}; .* add --for 2026-06-21",
        ):
            placed(meetings, on, "done")


def test_what_was_done_is_not_cancelled_over_it() -> None:
    once = obligation("a.o", entry("2026-05-01", "done"), time=fixed("2026-12-31"))
    with pytest.raises(TrackerError, match="it is done already, which cancelled would take back"):
        placed(once, "2026-06-01", "cancelled")
    reopened = obligation("a.o", *once.log, entry("2026-06-01", "open"), time=fixed("2026-12-31"))
    assert placed(reopened, "2026-06-01", "cancelled").status == "cancelled"


def test_all_dates_are_not_done_at_once() -> None:
    meetings = obligation("a.o", time=HALF_YEARLY)
    with pytest.raises(TrackerError, match=r"a\.o recurs, and done is said of one date: --for DATE"):
        placed(meetings, "2026-11-21", "done", close=True)
    with pytest.raises(TrackerError, match="--close is for all dates, --for names which"):
        placed(meetings, "2026-11-21", "cancelled", close=True, scheduled="2026-06-21")


def test_postponed_to_a_day_that_had_passed() -> None:
    with pytest.raises(TrackerError, match="postponed on 2026-05-02 to 2026-05-01, which had passed by then"):
        placed(obligation("a.o", time=fixed("2026-04-30")), "2026-05-02", "postponed", due="2026-05-01")


@pytest.mark.parametrize("named", ["2026-12-01", "2028-06-30"])
def test_what_waits_is_named_by_the_date_in_force_or_by_the_scheduled_one(named: str) -> None:
    far = obligation("a.far", entry("2026-11-01", "done"), time=fixed("2028-06-30"))
    waiting = obligation("a.dep", time=after("30 days", "a.far"))
    timeline = lived(register(far, waiting, agreements=[PLAN]), "a.dep")
    wish = Wish(on=day("2026-11-21"), status="done", scheduled=period(named))
    assert scheduled(place(waiting, timeline, wish, day("2026-11-21"))) == "2028-06-30"
    other = wish._replace(scheduled=period("2026-12-02"))
    with pytest.raises(TrackerError, match="is due once, on 2026-12-01; leave --for out"):
        place(waiting, timeline, other, day("2026-11-21"))


def test_what_waits_for_each_date_is_named_by_the_date_in_force_too() -> None:
    meetings = obligation("a.o", entry("2026-01-10", "done", scheduled="2025-12-21"), time=HALF_YEARLY)
    minutes = obligation("a.m", time=after("30 days", "a.o"))
    timeline = lived(register(meetings, minutes, agreements=[PLAN]), "a.m")
    wish = Wish(on=day("2026-02-01"), status="done", scheduled=period("2026-02-09"))
    assert scheduled(place(minutes, timeline, wish, day("2026-11-21"))) == "2025-12-21"
