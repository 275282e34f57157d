"""The morning picture against the rows that a naive evaluation gives."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core import builders
from tests.store import oracle
from tests.store.registers import DAY, entry, project, register, registers
from tracker.core.dates import on_day
from tracker.core.model import Entry, Fixed, Obligation, Register
from tracker.core.rows import AgreementLine, Filter, Row
from tracker.core.vocabulary import STATES
from tracker.store import queries
from tracker.store.picture import line, picture

BLOCKED_IN = set(STATES) - {"overdue", "not-in-force", "lapsed"}
STATED = register()
ASKED = project(STATED)


@settings(max_examples=12, deadline=None)
@given(registers(), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.sampled_from([None, 1, 2]))
def test_a_picture_is_made_of_the_rows(stated: Register, day: date, most: int | None) -> None:
    connection = project(stated)
    rows = oracle.rows(stated, day)
    for scope, of in (((), rows), (("b",), [row for row in rows if row.agreement == "b"])):
        shown = picture(connection, day, agreements=scope, most=most)
        assert shown.totals == Counter(row.state for row in of)
        assert shown.missed == sum(row.missed for row in of)
        assert list(shown.overdue) == [row for row in of if row.state == "overdue"][:most]
        assert list(shown.due_soon) == [row for row in of if row.state == "due-soon"][:most]
        assert list(shown.review_due) == [row for row in of if row.state == "review-due"][:most]
        late = [row for row in of if row.informed and row.state == "overdue"]
        assert list(shown.also_late) == [row for row in late[:most] if row not in shown.overdue]
        blocked = [row for row in of if row.status == "blocked" and row.state in BLOCKED_IN]
        disputed = [row for row in of if row.dispute and row.state not in {"not-in-force", "lapsed"}]
        assert (shown.known_late, shown.blocked_count, shown.disputed_count) == tuple(
            map(len, (late, blocked, disputed))
        )
        assert list(shown.blocked) == blocked[:most]
        assert [dispute.row for dispute in shown.disputed] == disputed[:most]
        existing = [key for key, agreement in stated.agreements.items() if agreement.date.earliest <= day]
        expected = [key for key in scope or stated.agreements if key in existing]
        assert len(shown.agreements) == min(len(expected), 2 if most is None else most)
        assert {one.id for one in shown.agreements} <= set(expected)
        lines = picture(connection, day, agreements=scope).agreements
        first = min(filter(None, (one.next_due for one in lines)), default="")
        if most is None:
            assert shown.next_due == first
        elif shown.next_due:
            assert first <= shown.next_due
        in_force = [row.due for row in of if row.state in {"blocked", "due-soon", "upcoming"} and row.due]
        assert (shown.next_due or "9") <= min(in_force, default="9")
        for one in shown.agreements:
            _is_made_of(one, [row for row in rows if row.agreement == one.id])


def _is_made_of(one: AgreementLine, rows: list[Row]) -> None:
    assert one.totals == Counter(row.state for row in rows)
    assert one.missed == sum(row.missed for row in rows)
    to_come = {row.next_due for row in rows if row.recurs}
    to_come |= {
        row.due
        for row in rows
        if not row.recurs
        and row.days is not None
        and row.days >= 0
        and row.status not in {"done", "waived", "cancelled", "superseded"}
        and row.state != "lapsed"
    }
    assert one.next_due == ("" if one.suspended else min(filter(None, to_come), default=""))
    due = [row for row in rows if one.next_due in {row.due, row.next_due}]
    assert (one.next_ref, one.next_title) in {(row.ref, row.title) for row in due} | {("", "")}
    assert bool(one.next_ref) == bool(one.next_due)


def test_the_picture_of_everything() -> None:
    shown = picture(ASKED, DAY)
    assert (shown.title, shown.as_of, shown.known_at) == ("Desk", "2026-11-21", "")
    assert [row.ref for row in shown.overdue] == [
        "oim-oci.report",
        "oim-oci.plan",
        "oim-oci.half-yearly-meetings",
    ]
    assert list(shown.totals) == sorted(shown.totals, key=STATES.index)
    assert [one.id for one in shown.agreements] == ["oim-oci", "champions", "later"]


def test_an_agreement_near_its_end_or_notice_comes_before_what_only_presses_less() -> None:
    ending = picture(ASKED, date(2024, 12, 10)).agreements
    assert [one.id for one in ending] == ["champions"]
    day = date(2027, 6, 10)
    order = [one.id for one in picture(ASKED, day, most=2).agreements]
    assert order[0] == "oim-oci"
    assert order == [one.id for one in picture(ASKED, day).agreements][:2]


@pytest.mark.parametrize(
    ("agreement", "day", "state", "expires", "notice_by"),
    [
        ("oim-oci", "2025-06-21", "in-force", "2027-12-31", "2027-06-30"),
        ("oim-oci", "2027-12-31", "in-force", "2027-12-31", "2027-06-30"),
        ("oim-oci", "2028-01-01", "ended", "2027-12-31", "2027-06-30"),
        ("champions", "2023-02-28", "not-in-force", "2024-12-31", ""),
        ("champions", "2023-03-01", "in-force", "2024-12-31", ""),
        ("champions", "2025-01-01", "in-force", "2026-12-31", ""),
        ("champions", "2026-01-01", "not-in-force", "2026-12-31", ""),
        ("later", "2026-12-01", "in-force", "", ""),
    ],
)
def test_an_agreement_on_its_edges(
    agreement: str, day: str, state: str, expires: str, notice_by: str
) -> None:
    shown = line(ASKED, agreement, date.fromisoformat(day))
    assert (shown.state, shown.expires, shown.notice_by) == (state, expires, notice_by)


def test_an_agreements_line_says_what_is_stated() -> None:
    shown = line(ASKED, "champions", DAY, "ar")
    assert (shown.title, shown.kind, shown.text, shown.parties) == (
        "حوار",
        "meeting",
        "minutes",
        ("Champions",),
    )
    assert (shown.date, shown.effective, shown.renews) == ("2023-01", "2023-03-01", "2 years")
    assert line(ASKED, "champions", DAY, "en").title == "Dialogue"
    assert line(ASKED, "later", DAY, "fr").title == "Protocol"


def test_a_scope_is_all_that_any_of_its_names_has() -> None:
    shown = picture(ASKED, DAY, agreements=("champions",), parties=("Maroc",))
    assert [one.id for one in shown.agreements] == ["champions", "later"]
    assert sum(shown.totals.values()) == 3
    assert (
        picture(ASKED, DAY, parties=("OCI",)).agreements
        == picture(ASKED, DAY, agreements=("oim-oci",)).agreements
    )


def test_a_party_without_obligations_has_its_agreements() -> None:
    shown = picture(ASKED, DAY, agreements=("nothing",))
    assert (shown.agreements, shown.totals, shown.missed) == ((), {}, 0)


def _continuing(ref: str, *log: Entry, agreement: str = "oim-oci") -> Obligation:
    return Obligation(ref=f"{agreement}.{ref}", agreement=agreement, title={"": ref}, log=log)


def test_what_is_blocked_is_shown_whatever_its_state() -> None:
    blocked = entry("2026-11-01", "blocked")
    stated = register(
        _continuing("duty", blocked),
        _continuing("dated", blocked)._replace(time=Fixed(on_day(date(2027, 3, 1)))),
        _continuing("late", blocked)._replace(time=Fixed(on_day(date(2026, 11, 10)))),
        _continuing("open-again", blocked, entry("2026-11-02", "open")),
        _continuing("later", entry("2026-11-22", "blocked")),
        _continuing("asleep", blocked, agreement="champions"),
    )
    shown = picture(project(stated), DAY, most=1)
    assert [(row.ref, row.state) for row in shown.blocked] == [("oim-oci.dated", "blocked")]
    assert shown.blocked_count == 2
    assert [row.ref for row in picture(project(stated), DAY).blocked] == ["oim-oci.dated", "oim-oci.duty"]
    assert (shown.known_late, shown.totals["overdue"]) == (2, 4)
    assert picture(project(stated), DAY, agreements=("later",)).blocked_count == 0
    wanted = Filter(statuses=("blocked",))
    rows = [row.ref for row in queries.rows(project(stated), DAY, wanted)]
    assert rows == ["oim-oci.late", "oim-oci.dated", "oim-oci.duty", "champions.asleep"]


def test_a_dispute_is_shown_from_the_day_on_which_it_began_until_it_is_settled() -> None:
    said = [
        entry("2025-10-01", dispute="OIM"),
        entry("2026-01-01", dispute="settled"),
        entry("2026-02-01", dispute="OIM"),
        entry("2026-03-01", dispute="OIM"),
        entry("2026-12-01", dispute="OCI"),
        entry("2027-02-01", dispute="settled"),
    ]
    connection = project(register(_continuing("duty", *said)))

    def disputes(day: str) -> list[tuple[str, str, str]]:
        shown = picture(connection, date.fromisoformat(day))
        assert shown.disputed_count == len(shown.disputed)
        found = [(one.row.ref.partition(".")[2], one.row.dispute, one.since) for one in shown.disputed]
        return [one for one in found if one[0] == "duty"]

    assert disputes("2026-01-31") == []
    assert disputes("2026-11-21") == [("duty", "OIM", "2026-02-01")]
    assert disputes("2026-12-01") == [("duty", "OCI", "2026-12-01")]
    assert disputes("2027-02-01") == []


def test_a_party_that_only_bears_something_sees_that_alone() -> None:
    theirs = _continuing("hub")._replace(bearers=("Maroc",))
    connection = project(register(theirs))
    shown = picture(connection, DAY, parties=("Maroc",))
    (plan,) = [one for one in shown.agreements if one.id == "oim-oci"]
    assert (plan.totals, plan.missed, plan.next_due, plan.next_ref) == ({"review-due": 1}, 0, "", "")
    assert sum(sum(one.totals.values()) for one in shown.agreements) == sum(shown.totals.values())
    dated = theirs._replace(time=Fixed(on_day(date(2027, 3, 1))))
    shown = picture(project(register(dated)), DAY, parties=("Maroc",))
    (plan,) = [one for one in shown.agreements if one.id == "oim-oci"]
    assert (plan.next_due, plan.next_ref) == ("2027-03-01", "oim-oci.hub")
    everything = picture(connection, DAY).agreements
    assert line(connection, "oim-oci", DAY) in everything
    assert plan.id in {one.id for one in everything if one.next_due}


def test_the_next_date_says_whose_it_is() -> None:
    one = line(ASKED, "oim-oci", DAY, "fr")
    assert (one.next_due, one.next_ref, one.next_title) == (
        "2026-12-21",
        "oim-oci.half-yearly-meetings",
        "Réunions semestrielles",
    )


@pytest.mark.parametrize("parties", [(), ("Group", "Maroc", "Champions")])
def test_the_next_date_of_all_may_be_that_of_an_agreement_that_is_not_listed(
    parties: tuple[str, ...],
) -> None:
    stated = register(
        _continuing("soon", agreement="champions")._replace(
            time=Fixed(on_day(date(2025, 3, 1))),
            title={"": "Soon"},
        ),
        _continuing("late", agreement="later")._replace(time=Fixed(on_day(date(2026, 12, 5)))),
    )
    day = date(2025, 2, 20)
    shown = picture(project(stated), day, most=0, parties=parties)
    assert (shown.agreements, shown.agreement_count > 0) == ((), True)
    assert (shown.next_due, shown.next_ref, shown.next_title) == ("2025-03-01", "champions.soon", "Soon")
    everything = picture(project(stated), day, parties=parties)
    assert (everything.next_due, everything.next_ref) == (shown.next_due, shown.next_ref)


def test_the_next_date_of_what_recurs_comes_after_those_that_it_missed() -> None:
    shown = picture(ASKED, DAY, most=0)
    assert (shown.next_due, shown.next_ref) == ("2026-12-21", "oim-oci.half-yearly-meetings")
    none = picture(ASKED, date(2020, 1, 1), most=0)
    assert (none.next_due, none.next_ref, none.next_title) == ("", "", "")


def test_before_everything_there_is_nothing() -> None:
    shown = picture(ASKED, date(2020, 1, 1))
    assert (shown.totals, shown.missed, shown.agreements, shown.overdue) == ({}, 0, (), ())


def test_a_picture_is_of_one_state_of_the_database() -> None:
    ASKED.execute("BEGIN")
    shown = picture(ASKED, DAY)
    assert ASKED.in_transaction
    ASKED.execute("ROLLBACK")
    assert picture(ASKED, DAY) == shown
    assert not ASKED.in_transaction


def test_a_bare_note_is_no_news() -> None:
    plain = builders.agreement("a", on="2024-01-01")
    told = builders.obligation(
        "a.o", entry("2026-01-05", evidence=("a.pdf",)), entry("2026-11-20", note="rang")
    )
    silent = builders.obligation("a.o", entry("2026-11-20", note="rang"))
    for obligation, since in ((told, "2026-01-05"), (silent, "2024-01-01")):
        shown = picture(project(builders.register(obligation, agreements=[plain])), date(2026, 11, 21))
        assert [(one.silent_since, one.silent_ref) for one in shown.agreements] == [(since, "a.o")]


def test_the_longest_silent_one_is_named() -> None:
    found = [
        builders.obligation("a.never"),
        builders.obligation("a.again"),
        builders.obligation("a.long-ago", entry("2025-01-05", evidence=("a.pdf",))),
        builders.obligation("a.active", entry("2026-11-05", "in-progress")),
    ]
    plain = builders.agreement("a", on="2024-01-01")
    for obligations, since, ref in (
        (found, "2024-01-01", "a.again"),
        (found[2:], "2025-01-05", "a.long-ago"),
        (found[3:], "", ""),
    ):
        (one,) = picture(project(builders.register(*obligations, agreements=[plain])), DAY).agreements
        assert (one.silent_since, one.silent_ref) == (since, ref)
