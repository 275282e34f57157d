"""A report drawn up from the projection: what it tells, and the laws that it keeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.registers import entry, project, registers
from tests.views import report_of_november as november
from tracker.core.dates import on_day
from tracker.core.durations import parse_duration
from tracker.core.errors import TrackerError
from tracker.core.model import AgreementEntry, Entry, Every, Fixed, Obligation, Register
from tracker.core.report import MANY, Asked, Event, Part, Report
from tracker.store import queries
from tracker.store.lookups import owner
from tracker.store.reporting import has_private, report

ASKED = november.ASKED
FULL = november.report()


def refs(part: Part[Event]) -> list[str]:
    return [event.row.ref.partition(".")[2] for event in part.shown]


def of(*obligations: Obligation, **more: Any) -> Report:
    """Draw up the report of an agreement of 2020 with some obligations."""
    stated = november.register()
    agreement = stated.agreements["oim-oci"]._replace(id="a", date=on_day(date(2020, 1, 1)), log=())
    agreement = agreement._replace(effective=agreement.date, **{"expires": None, **more})
    small = stated._replace(agreements={"a": agreement}, obligations={one.ref: one for one in obligations})
    return report(project(small), ASKED)


def promise(name: str, *log: Entry, **more: Any) -> Obligation:
    return Obligation(ref=f"a.{name}", agreement="a", title={"": name}, bearers=("OIM",), log=log, **more)


def test_what_happened_in_the_week_is_told_each_thing_in_its_place() -> None:
    changed = FULL.changed
    assert refs(changed.done) == ["half-yearly-meetings"]
    assert refs(changed.newly_overdue) == ["annual-report"]
    assert [event.row.due for event in changed.newly_due_soon.shown] == [
        "2026-12-01",
        "2026-12-05",
        "2026-12-21",
    ]
    (moved,) = changed.postponed.shown
    assert (moved.moved_from, moved.slippage) == ("2026-06-21", 167)
    assert refs(changed.added) == ["exchange"]
    assert refs(changed.reopened) == ["expert-meetings"]
    assert refs(changed.disputed) == ["priority-areas"]
    assert refs(changed.handed_over) == ["half-yearly-meetings"]
    assert refs(changed.blocked) == ["office-coordination"]
    assert refs(changed.closed) == ["youth-leadership"]
    assert refs(changed.noted) == ["meetings-and-conferences"]
    assert [(event.agreement, event.what) for event in changed.agreements.shown] == [
        ("protocol", "signed"),
        ("oim-maroc", "suspended"),
    ]


def test_what_has_to_be_decided() -> None:
    decided = FULL.decisions
    assert [row.ref for row in decided.blocked.shown] == ["oim-oci.office-coordination"]
    assert [row.dispute for row in decided.disputed.shown] == ["OCI"]
    assert refs(decided.unagreed) == ["half-yearly-meetings"]
    (ending,) = decided.ending.shown
    assert (ending.agreement, ending.notice_by, ending.days) == ("protocol", "2027-02-28", 99)
    assert decided.unowned.total == len(decided.unowned.shown) == 17
    assert decided.unproved.total == 0


def test_what_is_late_and_what_is_only_due() -> None:
    assert [row.ref for row in FULL.late.shown] == ["icesco-oim.study"]
    assert [row.ref for row in FULL.unheard.shown] == ["icesco-oim.annual-report"]
    assert (FULL.overdue, FULL.missed, FULL.due.total, FULL.due_obligations) == (2, 2, 3, 2)
    assert FULL.in_force == 5
    assert FULL.footer.sources == {"press": 5, "signed": 1}


def test_the_table_counts_obligations_and_dates() -> None:
    line = next(line for line in FULL.agreements.shown if line.agreement == "oim-oci")
    assert (line.done, line.open, line.overdue, line.silent) == (0, 7, 0, 3)
    assert (line.kept, line.missed, line.next_due) == (1, 0, "2026-12-05")
    suspended = next(line for line in FULL.agreements.shown if line.agreement == "oim-maroc")
    assert suspended.state == "not-in-force"


def test_a_title_that_the_language_lacks_is_named() -> None:
    assert FULL.untitled == ()
    assert november.report("ar").untitled == ("icesco-oim.study", "protocol.exchange")
    assert november.report("fr").untitled == ("protocol.exchange",)
    assert november.report("ar").people_names == {"mission-rabat": "البعثة في الرباط"}


def test_a_date_done_without_evidence_is_told_until_evidence_comes() -> None:
    done = entry("2026-09-01", "done")
    fixed = Fixed(on_day(date(2026, 9, 1)))
    assert of(promise("x", done, time=fixed)).decisions.unproved.total == 1
    later = entry("2026-09-05", evidence=("x.pdf",))
    assert of(promise("x", done, later, time=fixed)).decisions.unproved.total == 0
    assert of(promise("x", done, entry("2026-09-05", "open"), time=fixed)).decisions.unproved.total == 0
    yearly = Every(parse_duration("1 year"), date(2024, 9, 1), None)
    first, second = (entry(f"{year}-09-01", "done", scheduled=f"{year}-09-01") for year in (2024, 2025))
    report_of = of(promise("x", first, second, time=yearly))
    assert [row.scheduled for row in report_of.decisions.unproved.shown] == ["2024-09-01", "2025-09-01"]


def test_too_many_to_name_are_counted_up_to_a_bound() -> None:
    fixed = Fixed(on_day(date(2026, 9, 1)))
    done = [promise(f"p{n}", entry("2026-09-01", "done"), time=fixed) for n in range(MANY + 5)]
    drawn = of(*done)
    assert drawn.decisions.unproved.shown == ()
    assert drawn.decisions.unproved.total > MANY
    silent = [promise(f"p{n:03}") for n in range(60)]
    assert of(*silent).decisions.unowned == Part((), 60)
    assert of(*silent, owner="desk").decisions.unowned.total == 0


def test_agreements_that_ended_were_extended_or_renewed() -> None:
    ended = of(promise("x"), expires=on_day(date(2026, 11, 16)))
    assert [(event.what, event.on) for event in ended.changed.agreements.shown] == [("ended", "2026-11-16")]
    assert ended.agreements.shown[0].state == "ended"
    more = AgreementEntry(on=date(2026, 11, 16), status="extended", ends=date(2028, 1, 1))
    (event,) = of(promise("x"), expires=on_day(date(2026, 12, 31)), log=(more,)).changed.agreements.shown
    assert (event.what, event.ends, event.ended_before) == ("extended", "2028-01-01", "2026-12-31")
    again = of(promise("x"), expires=on_day(date(2026, 11, 16)), renews=parse_duration("1 year"))
    assert [event.what for event in again.changed.agreements.shown] == ["renewed"]


def test_a_report_may_be_of_agreements_parties_or_a_person() -> None:
    connection = project(november.register())
    one = report(connection, ASKED._replace(agreements=("protocol",)))
    assert [line.agreement for line in one.agreements.shown] == ["protocol"]
    assert (one.in_force, one.totals) == (1, {"due-soon": 1})
    assert refs(one.changed.added) == ["exchange"]
    assert not one.changed.done.total
    party = report(connection, ASKED._replace(parties=("OCI",)))
    assert {line.agreement for line in party.agreements.shown} == {"oim-oci"}
    mine = report(connection, ASKED._replace(owner="mission-rabat"))
    assert {row.owner for row in (*mine.unheard.shown, *mine.due.shown)} == {"mission-rabat"}
    assert mine.decisions.unowned == Part()
    assert sum(mine.totals.values()) == 2


def test_what_its_agreement_s_owner_had_is_handed_over_by_that_owner() -> None:
    drawn = of(promise("x", entry("2026-11-20", owner="new")), promise("y"), owner="desk")
    (event,) = drawn.changed.handed_over.shown
    assert (event.before, event.row.owner) == ("desk", "new")
    assert drawn.decisions.unowned.total == 0


def test_an_owner_is_found_by_key_name_or_part() -> None:
    connection = project(november.register())
    for typed in ("mission-rabat", "Mission in Rabat", "mission à rabat", "البعثة في الرباط", "rabat"):
        assert owner(connection, typed) == "mission-rabat"
    with pytest.raises(TrackerError, match="did you mean mission"):
        owner(connection, "mision in rabat")
    with pytest.raises(TrackerError, match=r"nobody called 'zzz' looks after anything$"):
        owner(connection, "zzz")


def test_private_entries_are_seen_to_be_there() -> None:
    assert has_private(project(november.register()))
    assert not has_private(project(cut(november.register(), lambda one: not one.private)))


def cut(stated: Register, keep: Callable[[Any], bool]) -> Register:
    """Leave out entries of obligations and agreements."""
    return stated._replace(
        agreements={k: a._replace(log=tuple(filter(keep, a.log))) for k, a in stated.agreements.items()},
        obligations={k: o._replace(log=tuple(filter(keep, o.log))) for k, o in stated.obligations.items()},
    )


def told(drawn: Report) -> Report:
    """Forget the places of entries in their logs, which change when others are left out."""

    def bare(part: Part[Event]) -> Part[Event]:
        return part._replace(
            shown=tuple(
                event._replace(entry=event.entry and event.entry._replace(position=0)) for event in part.shown
            )
        )

    fields: dict[str, Any] = drawn.changed._asdict()
    news: dict[str, Any] = {name: bare(part) for name, part in fields.items() if name != "agreements"}
    changed = drawn.changed._replace(**news)
    decided = drawn.decisions._replace(unagreed=bare(drawn.decisions.unagreed))
    return drawn._replace(changed=changed, decisions=decided, known_at="")


DAYS = st.dates(date(2024, 6, 1), date(2026, 12, 31))


def asked(day: date, most: int | None = None) -> Asked:
    return ASKED._replace(
        as_of=day.isoformat(),
        since=(day - timedelta(40)).isoformat(),
        until=(day + timedelta(60)).isoformat(),
        most=most,
    )


@settings(max_examples=25, deadline=None)
@given(registers(), DAYS)
def test_a_report_never_depends_on_what_comes_after_its_day(stated: Register, day: date) -> None:
    drawn = report(project(stated), asked(day))
    then = cut(stated, lambda one: one.on <= day)
    assert told(drawn) == told(report(project(then), asked(day)))


@settings(max_examples=20, deadline=None)
@given(registers(), DAYS, DAYS)
def test_a_report_of_what_was_known_is_that_of_the_register_then(
    stated: Register, day: date, known: date
) -> None:
    drawn = report(project(stated, known_at=known), asked(day))
    then = cut(stated, lambda one: one.known <= known)
    assert told(drawn) == told(report(project(then), asked(day)))


@settings(max_examples=25, deadline=None)
@given(registers(), DAYS)
def test_lists_hold_the_first_of_all(stated: Register, day: date) -> None:
    connection = project(stated)
    whole = report(connection, asked(day))
    first = report(connection, asked(day, 1))
    parts = [
        (getattr(whole, name), getattr(first, name)) for name in ("late", "unheard", "due", "silent_rows")
    ]
    parts += list(zip(whole.changed, first.changed, strict=True))
    parts += [
        (whole.decisions.blocked, first.decisions.blocked),
        (whole.decisions.ending, first.decisions.ending),
    ]
    for every, some in parts:
        assert some.total == every.total == len(every.shown)
        assert some.shown == every.shown[:1]
    rows = list(queries.rows(connection, day))
    assert whole.late.total + whole.unheard.total == sum(row.state == "overdue" for row in rows)
    assert {row.ref for row in whole.late.shown} == {
        row.ref for row in rows if row.state == "overdue" and row.informed
    }
    assert sum(whole.totals.values()) == len(rows)
    assert sum(one.obligations for one in whole.silent.shown) == whole.silent.total
    for line in whole.agreements.shown:
        assert line.overdue + line.silent <= line.open


@settings(max_examples=15, deadline=None)
@given(registers(), DAYS)
def test_the_order_of_the_register_s_blocks_is_no_matter(stated: Register, day: date) -> None:
    turned = stated._replace(
        obligations=dict(reversed(list(stated.obligations.items()))),
        agreements=dict(reversed(list(stated.agreements.items()))),
    )
    assert report(project(stated), asked(day, 2)) == report(project(turned), asked(day, 2))
