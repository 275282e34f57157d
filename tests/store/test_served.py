"""The questions with a name: they read what a list reads, in its order, and no more."""

from __future__ import annotations

import pytest

from tests.store.registers import DAY, project, register
from tests.store.test_plans import big
from tracker.core.rows import Filter
from tracker.store.queries import rows
from tracker.store.served import canned, described
from tracker.store.tables import TABLES

ASKED = project(register())
GIVEN = {"day": DAY.isoformat(), "party": "OCI", "ref": "oim-oci.study"}


@pytest.mark.parametrize("language", ["", "en", "fr", "ar"])
@pytest.mark.parametrize("name", ["overdue", "due_soon", "review_due", "by_party"])
def test_they_give_what_a_list_gives(name: str, language: str) -> None:
    wanted = Filter(parties=("OCI",)) if name == "by_party" else Filter(states=(name.replace("_", "-"),))
    found = ASKED.execute(canned(ASKED, language)[name].sql, GIVEN).fetchall()
    expected = [(row.ref, row.title, row.state) for row in rows(ASKED, DAY, wanted, language=language)]
    assert [line[:3] for line in found] == expected != []


@pytest.mark.parametrize("name", ["overdue", "due_soon", "review_due"])
def test_a_state_is_read_off_its_index_in_order(name: str) -> None:
    sql = canned(ASKED, "fr")[name].sql
    steps = [line[3] for line in ASKED.execute(f"EXPLAIN QUERY PLAN {sql}", GIVEN)]
    assert any(step.startswith("SEARCH s USING INDEX spans_pressing (state=? AND due") for step in steps)
    small = ("CONSTANT ROW", "SCAN r", "SCAN asked", "SCAN json_each", "SCAN (subquery")
    assert [step for step in big(steps) if not any(part in step for part in small)] == []


def test_all_tables_are_described() -> None:
    assert list(described()) == list(TABLES)
    for name, table in described().items():
        assert table.label in {"", *table.columns}, name


def test_parameters_are_those_of_the_sql() -> None:
    for one in canned(ASKED, "fr").values():
        ASKED.execute(one.sql, dict.fromkeys(one.parameters, "")).fetchall()
