"""The days of a calendar against the rows of a naive evaluation, and what keeps their names."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import oracle
from tests.store.registers import DAY, entry, project, register, registers
from tracker.core.calendar_days import END, NOTICE, OCCURRENCE, CalendarDay, CalendarDays
from tracker.core.dates import on_day
from tracker.core.model import AgreementEntry, Entry, Register
from tracker.store.calendar_days import calendar_days

START, STOP = date(2024, 1, 1), date(2028, 12, 31)
MEETINGS = "oim-oci.half-yearly-meetings"
DAYS = st.dates(date(2024, 6, 1), date(2027, 6, 30))


def drawn(stated: Register, day: date = DAY, **more: object) -> CalendarDays:
    return calendar_days(project(stated), day, START, STOP, **more)  # type: ignore[arg-type]


def of(shown: CalendarDays, ref: str) -> list[CalendarDay]:
    return [one for one in shown.days if one.ref == ref]


@settings(max_examples=15, deadline=None)
@given(registers(), DAYS)
def test_the_days_are_those_of_the_rows(stated: Register, day: date) -> None:
    shown = drawn(stated, day, language="fr")
    rows = [one.row for one in shown.days if one.row]
    expected = [
        row
        for row in oracle.rows(stated, day, "fr", occurrences=True)
        if START.isoformat() <= row.due <= STOP.isoformat()
    ]
    assert sorted(rows) == sorted(expected, key=lambda row: row)
    assert [one.day for one in shown.days] == sorted(one.day for one in shown.days)
    assert len({one.key for one in shown.days}) == len(shown.days)
    assert all(one.what == OCCURRENCE and one.day == one.row.due for one in shown.days if one.row)


@settings(max_examples=15, deadline=None)
@given(registers(), DAYS, st.integers(1, 200), st.data())
def test_a_date_that_moves_keeps_its_name_and_changes_its_sequence(
    stated: Register, day: date, later: int, data: st.DataObject
) -> None:
    before = drawn(stated, day)
    rows = [one for one in before.days if one.row and one.is_open and one.row.scheduled]
    if not rows:
        return
    chosen = data.draw(st.sampled_from(rows))
    assert chosen.row
    moved = Entry(
        on=day,
        status="postponed",
        scheduled=on_day(date.fromisoformat(chosen.row.scheduled)),
        due=on_day(min(date.fromisoformat(chosen.day) + timedelta(later), STOP)),
    )
    obligation = stated.obligations[chosen.ref]
    obligations = {**stated.obligations, chosen.ref: obligation._replace(log=(*obligation.log, moved))}
    after = {one.key: one for one in drawn(stated._replace(obligations=obligations), day).days}
    assert moved.due
    assert after[chosen.key].day == moved.due.latest.isoformat()
    assert after[chosen.key].sequence == chosen.sequence + 1
    for one in before.days:
        if one.key != chosen.key and one.ref == chosen.ref:
            assert (after[one.key].day, after[one.key].sequence) == (one.day, one.sequence)


@settings(max_examples=10, deadline=None)
@given(registers(), DAYS, st.integers(0, 400))
def test_a_sequence_never_falls(stated: Register, day: date, later: int) -> None:
    before = {one.key: one.sequence for one in drawn(stated, day).days}
    after = {one.key: one.sequence for one in drawn(stated, day + timedelta(later)).days}
    assert all(after[key] >= sequence for key, sequence in before.items() if key in after)


def test_ends_and_days_of_notice() -> None:
    shown = drawn(register())
    ends = [one for one in shown.days if not one.row]
    assert [(one.ref, one.what, one.day, one.renews) for one in ends] == [
        ("champions", END, "2026-12-31", "2 years"),
        ("oim-oci", NOTICE, "2027-06-30", ""),
        ("oim-oci", END, "2027-12-31", ""),
    ]
    assert ends[1].parties == ("OIM", "OCI")
    assert ends[1].kind == "action-plan"
    assert [one.key for one in ends] == ["end champions", "notice plan-2025", "end plan-2025"]


def test_an_extension_moves_an_end() -> None:
    stated = register()
    plan = stated.agreements["oim-oci"]
    extended = plan._replace(
        log=(AgreementEntry(on=date(2026, 10, 1), status="extended", ends=date(2028, 6, 30)),)
    )
    after = drawn(stated._replace(agreements={**stated.agreements, "oim-oci": extended}))
    before = {one.key: one for one in drawn(stated).days}
    (end,) = [one for one in after.days if one.what == END and one.ref == "oim-oci"]
    assert end.day == "2028-06-30"
    assert end.sequence == before[end.key].sequence + 1
    for one in of(after, "oim-oci.renewal"):
        assert (one.day, one.sequence) == ("2027-06-30", before[one.key].sequence + 1)


def test_what_is_told_of_a_date() -> None:
    shown = drawn(register(), language="fr")
    first, second, *_ = of(shown, MEETINGS)
    assert first.key == "occurrence plan-2025.meetings 2025-12-21"
    assert (first.closed_on, first.sequence, first.is_done) == ("2025-12-18", 1, True)
    assert (second.closed_on, second.sequence, second.agreement) == ("", 0, "Plan d'action")
    (study,) = of(shown, "oim-oci.study")
    assert (study.clause, study.url, study.day) == ("Art. 3", "https://example.org", "2026-03-31")
    assert study.key == "occurrence oim-oci.study"
    (report,) = of(shown, "oim-oci.report")
    assert (report.day, report.sequence) == ("2026-01-18", 1)
    assert shown.names["OCI"] == "Organisation de la coopération islamique"
    assert shown.names["Maroc"] == "Maroc"
    assert "OIM" not in shown.names
    assert set(shown.untitled) >= {"oim-oci.plan", "oim-oci.report"}
    assert MEETINGS not in shown.untitled


def test_a_single_date_that_was_done() -> None:
    stated = register()
    plan = stated.obligations["oim-oci.plan"]
    done = (*plan.log, entry("2026-07-01", "done"), entry("2026-08-01", note="Printed"))
    obligations = {**stated.obligations, plan.ref: plan._replace(log=done)}
    (one,) = of(drawn(stated._replace(obligations=obligations)), plan.ref)
    assert (one.closed_on, one.sequence, one.task_status) == ("2026-07-01", 2, "COMPLETED")


def test_of_an_agreement_or_a_party() -> None:
    shown = drawn(register(), agreements=("later",), language="en")
    assert {one.ref for one in shown.days} == {"later.first-step"}
    assert shown.about == ("Protocol",)
    shown = drawn(register(), parties=("Maroc",), language="fr")
    assert {one.ref.partition(".")[0] for one in shown.days} == {"champions", "later"}
    assert END in {one.what for one in shown.days}
    assert shown.about == ("Maroc",)
    assert drawn(register(), parties=("OCI",)).about == ("OCI",)


def test_from_the_first_through_the_last_day() -> None:
    connection = project(register())
    shown = calendar_days(connection, DAY, date(2027, 6, 30), date(2027, 12, 31))
    assert [(one.day, one.what) for one in shown.days if one.what != OCCURRENCE] == [
        ("2027-06-30", NOTICE),
        ("2027-12-31", END),
    ]
    assert (shown.as_of, shown.start, shown.end, shown.title) == (
        "2026-11-21", "2027-06-30", "2027-12-31", "Desk",
    )  # fmt: skip
    assert not calendar_days(connection, DAY, date(2027, 7, 1), date(2027, 7, 2)).days
