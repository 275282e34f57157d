"""What a question looks at, as SQLite plans it and counts it: it must not grow with what is not printed."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest

from tests.store.registers import DAY, project, register
from tracker.core.dates import on_day
from tracker.core.model import Fixed, Obligation
from tracker.core.rows import Filter
from tracker.store import details, marked, next_date, picture, queries
from tracker.store.columns import columns
from tracker.store.lookups import StoredNames
from tracker.store.questions import asked

ASKED = project(register())
EVERY_AGREEMENT = "SELECT s.agreement FROM agreement_phases AS s WHERE s.start"
"""Read off the key in order, and no further than the lines that are still wanted."""


def plans(connection: sqlite3.Connection, ask: object) -> list[str]:
    """Run something, and give the plan of every question that it sends, a line a step."""
    sent: list[str] = []
    connection.set_trace_callback(sent.append)
    ask()  # type: ignore[operator]
    connection.set_trace_callback(None)
    steps: list[str] = []
    for sql in sent:
        if sql.startswith("SELECT") and not sql.startswith(EVERY_AGREEMENT):
            steps += [line[3] for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert steps
    return steps


def big(steps: list[str]) -> list[str]:
    """Keep the steps that scan a table, or sort, other than tables that stay small."""
    scans = [step for step in steps if step.startswith("SCAN") and not step.startswith("SCAN (subquery")]
    return scans + [step for step in steps if "TEMP B-TREE" in step]


@pytest.mark.parametrize("state", ["overdue", "due-soon", "review-due"])
def test_rows_in_a_state_are_read_off_the_index_in_order(state: str) -> None:
    question = asked(ASKED, Filter(states=(state,)))
    question.values.update(day=DAY.isoformat(), state=0, limit=12, language="$.en")
    for dated in (True, False):
        sql = queries.in_order(question, columns("o.title"), state, dated=dated)
        steps = [line[3] for line in ASKED.execute(f"EXPLAIN QUERY PLAN {sql}", question.values)]
        assert steps[0].startswith("SEARCH s USING INDEX spans_pressing (state=? AND due")
        assert steps[1] == "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)"
        assert big(steps) == []


def test_a_list_and_one_obligation_scan_and_sort_nothing() -> None:
    assert big(
        plans(ASKED, lambda: list(queries.rows(ASKED, DAY, Filter(states=("overdue",)), limit=50))[5:])
    ) == [
        "USE TEMP B-TREE FOR GROUP BY"  # of the totals, a line a month
    ]
    names = StoredNames(ASKED)
    for ask in (
        lambda: names.exact("oim-oci.study"),
        lambda: names.by_number("4.2"),
        lambda: names.former("plan-2025.meetings"),
    ):
        assert [step for step in big(plans(ASKED, ask)) if "ORDER BY" not in step] == []
    steps = plans(ASKED, lambda: details.detail(ASKED, "oim-oci.half-yearly-meetings", DAY))
    assert not [step for step in big(steps) if step.startswith("SCAN")]


def test_a_picture_scans_no_table_that_grows() -> None:
    steps = plans(ASKED, lambda: picture.picture(ASKED, DAY, most=2))
    assert set(big(steps)) == {
        "USE TEMP B-TREE FOR GROUP BY",
        "USE TEMP B-TREE FOR ORDER BY",  # of what is marked, and of its first ones
        "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY",  # of occurrences that are due on one day
        "SCAN first",
        "SCAN s USING COVERING INDEX agreement_phases_last",  # agreements are counted
    }
    assert "SEARCH s USING COVERING INDEX agreement_phases_last (last>? AND last<?)" in steps


@pytest.mark.parametrize(
    ("mark", "step"),
    [
        (marked.KNOWN_LATE, "SEARCH s USING INDEX spans_informed (due<?)"),
        (marked.BLOCKED, "SEARCH s USING INDEX spans_blocked (end>?)"),
        (marked.DISPUTED, "SEARCH s USING INDEX spans_disputed (end>?)"),
    ],
)
@pytest.mark.parametrize("scope", [None, (("oim-oci",), ())])
def test_what_is_marked_is_read_off_an_index_that_has_nothing_else(
    mark: marked.Mark, step: str, scope: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> None:
    found = marked.Marked(ASKED, DAY, scope)
    for ask in (lambda: found.count(mark), lambda: found.rows(mark, "fr", 3)):
        steps = [one.replace("COVERING ", "") for one in plans(ASKED, ask)]
        assert step in steps
        assert not [one for one in steps if one.split()[:2] in (["SCAN", "s"], ["SCAN", "o"])]


@pytest.mark.parametrize("scope", [None, ((), ("OCI",))])
def test_the_next_date_scans_nothing(scope: tuple[tuple[str, ...], tuple[str, ...]] | None) -> None:
    steps = plans(ASKED, lambda: next_date.next_date(ASKED, DAY, scope))
    assert not [one for one in steps if one.split()[:2] in (["SCAN", "s"], ["SCAN", "o"])]


def test_what_was_stated_to_be_blocked_is_listed_off_its_index() -> None:
    steps = plans(ASKED, lambda: list(queries.rows(ASKED, DAY, Filter(statuses=("blocked",)), limit=9)))
    assert "SEARCH s USING INDEX spans_blocked (end>?)" in steps


def steps_taken(count: int, ask: object) -> int:
    """Count the steps of SQLite's machine, in hundreds, for a register with so many promises."""
    stated = register(
        *(
            Obligation(
                ref=f"oim-oci.p{n:05}",
                agreement="oim-oci",
                title={"": f"Promise {n}"},
                time=Fixed(on_day(date(2026, 1, 1) + timedelta(n % 40))),
            )
            for n in range(count)
        )
    )
    connection = project(stated)
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.set_progress_handler(step, 100)
    ask(connection)  # type: ignore[operator]
    return taken


@pytest.mark.parametrize(
    "ask",
    [
        lambda connection: list(queries.rows(connection, DAY, Filter(states=("overdue",)), limit=10)),
        lambda connection: list(queries.rows(connection, DAY, limit=10)),
        lambda connection: details.detail(connection, "champions.hub", DAY),
        lambda connection: marked.Marked(connection, DAY).rows(marked.BLOCKED, "", 10),
        lambda connection: marked.Marked(connection, DAY).disputes("", 10),
    ],
)
def test_the_work_does_not_grow_with_what_is_not_printed(ask: object) -> None:
    assert steps_taken(1_500, ask) <= steps_taken(300, ask) * 1.2
