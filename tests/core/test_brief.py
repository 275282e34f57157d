"""A report sorted by who owes: ours, theirs, joint."""

from __future__ import annotations

from tests.views import register_of_november as real
from tracker.core.brief import Coming, Kept, Resting, Term, brief
from tracker.core.report import Asked, Changed, Decisions, Event, Footer, Part, Report
from tracker.core.rows import Row
from tracker.core.sides import THEY

ROW = real.detail().row


def report(us: tuple[str, ...] = ()) -> Report:
    asked = Asked(as_of="2026-11-21", since="2025-12-18", until="2027-11-21", parties=("OCI",))
    part: Part[Row] = Part()
    return Report(
        asked, "Desk", "", us, 1, {}, 0, Changed(), Decisions(),
        part, part, part, Part(), part, Part(), Footer("Desk", {}, "", ""),
    )  # fmt: skip


def row(name: str, state: str, *bearers: str, due: str = "", next_due: str = "", dispute: str = "") -> Row:
    return ROW._replace(
        ref=f"a.{name}", state=state, bearers=bearers, due=due, next_due=next_due, dispute=dispute,
        recurs=bool(next_due),
    )  # fmt: skip


ROWS = (
    row("unheard", "overdue", "OIM", due="2026-06-21", next_due="2026-12-21"),
    row("late", "overdue", "OIM", due="2026-06-21")._replace(informed=True),
    row("aim", "review-due", "OIM", due="2026-01-01"),
    row("silent", "review-due", "OCI"),
    row("soon", "due-soon", "OCI", due="2026-12-01", dispute="OIM"),
    row("blocked", "blocked", "OCI", due="2026-11-30"),
    row("standing", "active", "OIM", "OCI"),
    row("again", "active", "OIM", "OCI", next_due="2027-01-01"),
    row("over", "done", "OIM", "OCI", due="2026-01-01", dispute="OIM"),
)


def test_each_side_has_its_own() -> None:
    held = Kept(row("held", "done", "OCI"), "2025-12-18")
    drawn = brief(report(("OIM",)), ROWS, "OCI", kept=[held])
    we, they, joint = drawn.sides
    assert (we.who, they.who, joint.who) == ("we", "they", "joint")
    assert [one.ref for one in we.unheard.shown] == ["a.unheard"]
    assert [one.ref for one in we.late.shown] == ["a.late"]
    assert [one.ref for one in we.aims.shown] == ["a.aim"]
    assert we.next.shown == (Coming(ROWS[0], "2026-12-21"),)
    assert they.kept.shown == (held,)
    assert [one.ref for one in they.silent.shown] == ["a.silent"]
    assert [one.row.ref for one in they.next.shown] == ["a.blocked", "a.soon"]
    assert [one.ref for one in joint.going_on.shown] == ["a.standing"]
    assert [one.row.ref for one in joint.next.shown] == ["a.again"]
    assert [one.ref for one in drawn.disputed.shown] == ["a.soon"]
    assert drawn.we


def test_what_nothing_is_asked_of_is_counted() -> None:
    rows = (
        row("still", "not-in-force", due="2026-11-15")._replace(agreement="s", status="open"),
        row("new", "not-in-force")._replace(agreement="n", status="open"),
        row("kept", "not-in-force")._replace(agreement="s", status="done"),
        row("late", "done-late")._replace(agreement="s", status="done"),
        row("over", "lapsed")._replace(agreement="e", status="open"),
        row("dropped", "not-in-force")._replace(agreement="s", status="waived"),
    )
    terms = {"s": Term("2025-01-01", suspended=True), "n": Term("2027-01-01")}
    drawn = brief(report(), rows, "OCI", terms=terms)
    assert not drawn.sides
    assert drawn.resting == Resting(still=1, to_begin=1, kept=2, over=2)
    assert drawn.first({}).resting == drawn.resting


def test_without_us_it_is_the_party_and_the_others() -> None:
    drawn = brief(report(), ROWS, "OCI", meeting=True)
    assert [side.who for side in drawn.sides] == ["we", "they", "joint"]
    assert [one.ref for one in drawn.sides[0].aims.shown] == ["a.aim"]
    assert [one.ref for one in drawn.sides[1].silent.shown] == ["a.silent"]
    assert (drawn.we, drawn.meeting) == (False, True)


def test_what_nobody_bears_is_joint() -> None:
    for us in ((), ("OIM",)):
        (side,) = brief(report(us), [row("x", "active")], "OCI").sides
        assert side.who == "joint"


def test_the_first_ones_of_each_list() -> None:
    whole = brief(report(("OIM",)), ROWS, "OCI")
    assert whole.lists[THEY, "next"] == 2
    assert ("", "agreements") not in whole.lists
    they = whole.first({(THEY, "next"): 1}).sides[1]
    assert [one.row.ref for one in they.next.shown] == ["a.blocked"]
    assert (they.next.total, they.next.rest) == (2, 1)
    assert (they.silent.shown, they.silent.total) == ((), 1)


def test_a_date_that_was_moved_more_than_once_is_told_once() -> None:
    def moved(ref: str, before: str, to: str, days: int | None) -> Event:
        entry = real.detail_with_news().log[1]._replace(scheduled="2026-10-30", due=to)
        return Event(row(ref, "upcoming", "OCI"), entry, before, days)

    events = (
        moved("x", "2026-10-30", "2026-11-30", 31),
        moved("y", "", "2026-12-01", None),
        moved("x", "2026-11-30", "2026-12-15", 15),
        moved("y", "2026-12-01", "2026-12-02", 1),
    )
    of = report()._replace(changed=Changed(postponed=Part(events, 4)))
    told = brief(of, ROWS, "OCI").postponed
    assert [(one.moved_from, one.entry and one.entry.due, one.slippage) for one in told.shown] == [
        ("2026-10-30", "2026-12-15", 46),
        ("", "2026-12-02", None),
    ]
    assert told.total == 2


def test_nothing_between_us() -> None:
    assert brief(report(), (), "OCI").sides == ()
