"""Building the projection, and bringing it up to date with a change."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.store.registers import DAY, FILES, HORIZON, dump, edits, entry, project, register
from tracker.core.model import Obligation, Register
from tracker.core.rows import Filter
from tracker.core.timelines import Timeline, timelines
from tracker.store import projection, queries
from tracker.store.database import claim, open_projection
from tracker.store.freshness import Seen
from tracker.store.projection import rebuild, refresh
from tracker.store.tables import APPLICATION, SCHEMA, TABLES


@settings(max_examples=20, deadline=None)
@given(edits())
def test_a_refresh_leaves_the_lines_that_a_rebuild_would(
    edit: tuple[Register, Register, set[str], set[str]],
) -> None:
    before, after, touched, changed = edit
    connection = project(before)
    found = timelines(after, horizon=HORIZON, only=[ref for ref in touched if ref in after.obligations])
    refresh(connection, after, found, obligations=touched, agreements=changed)
    assert dump(connection) == dump(project(after))
    assert not connection.execute("PRAGMA foreign_key_check").fetchall()


def test_a_refresh_looks_at_nothing_but_what_changed() -> None:
    stated = register()
    connection = project(stated)
    ref = "oim-oci.study"
    done = stated.obligations[ref]._replace(log=(entry("2026-04-01", "done"),))
    part = stated._replace(
        parties={},
        people={},
        agreements={"oim-oci": stated.agreements["oim-oci"]},
        obligations={ref: done},
    )
    refresh(connection, part, timelines(part, horizon=HORIZON), obligations=[ref])
    whole = stated._replace(obligations={**stated.obligations, ref: done})
    assert dump(connection) == dump(project(whole))


def test_parties_people_and_files_are_replaced_when_asked() -> None:
    stated = register()
    connection = project(stated)
    fewer = stated._replace(parties={"OIM": stated.parties["OIM"]}, people={})
    read_again = Seen("/register/commitments.toml", 9, 9, 9, 9, "other", 9)
    added = Seen("/register/more.toml", 1, 1, 1, 1, "more", 1)
    refresh(connection, fewer, [], obligations=[], parties=True, files=[read_again, added])
    assert dump(connection)["files"] == [tuple(read_again), tuple(added)]
    assert dump(connection)["parties"] == dump(project(fewer))["parties"]
    assert dump(connection)["party_names"] == dump(project(fewer))["party_names"]
    assert dump(connection)["memberships"] == dump(connection)["people"] == []
    refresh(connection, stated, [], obligations=[], parties=True, files=FILES, gone=[added.path])
    assert dump(connection) == dump(project(stated))


def test_an_agreement_that_is_no_more_is_taken_out() -> None:
    stated = register()
    connection = project(stated)
    left = stated._replace(
        agreements={k: v for k, v in stated.agreements.items() if k != "champions"},
        obligations={k: v for k, v in stated.obligations.items() if v.agreement != "champions"},
    )
    gone = [ref for ref in stated.obligations if ref not in left.obligations]
    refresh(connection, left, [], obligations=gone, agreements=["champions"])
    assert dump(connection) == dump(project(left))


def test_a_rebuild_over_another_projection_leaves_nothing_of_it() -> None:
    connection = project(register(title="Old", language="fr"))
    fresh = register(Obligation(ref="later.new", agreement="later", title={"": "New"}))
    assert dump(project(fresh, connection)) == dump(project(fresh))


def test_many_are_inserted_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dump(project(register()))
    monkeypatch.setattr(projection, "_AT_ONCE", 2)
    assert dump(project(register())) == whole


def test_what_was_known_at_a_day_is_all_that_is_stored() -> None:
    late = entry("2026-04-01", "done", recorded=date(2026, 8, 1))
    promise = register().obligations["oim-oci.study"]
    stated = register(promise._replace(log=(late,)))
    stored = {}
    for known_at in (date(2026, 7, 31), date(2026, 8, 1)):
        connection = project(stated, known_at=known_at)
        assert queries.settings(connection).known_at == known_at.isoformat()
        (row,) = queries.rows(connection, DAY, Filter(search="study"))
        entries = connection.execute("SELECT count(*) FROM entries WHERE on_day = '2026-04-01'").fetchone()
        stored[known_at.month] = (row.state, *entries)
    assert stored == {7: ("review-due", 0), 8: ("done-late", 1)}


def test_private_entries_keep_their_flag() -> None:
    found = project(register()).execute("SELECT note, private FROM entries WHERE note > '' ORDER BY position")
    assert found.fetchall() == [("Went on", 0), ("They disagree", 1)]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "commitments.db"
    project(register(), claim(path, reading=False)).close()
    before = open_projection(path)
    kept = dump(before)
    before.close()

    def failing(stated: Register) -> Iterator[tuple[str, Timeline]]:
        yield from list(timelines(stated, horizon=HORIZON))[:3]
        raise KeyboardInterrupt

    other = register(title="Other")
    connection = claim(path, reading=False)
    with pytest.raises(KeyboardInterrupt):
        rebuild(connection, other, failing(other), FILES, horizon=HORIZON)
    with pytest.raises(KeyboardInterrupt):
        refresh(connection, other, failing(other), obligations=list(other.obligations), parties=True)
    connection.close()
    assert gc.isenabled()
    assert dump(open_projection(path)) == kept


def test_a_broken_transaction_does_not_hide_what_broke_it() -> None:
    connection = project(register())

    def ended(stated: Register) -> Iterator[tuple[str, Timeline]]:
        yield from list(timelines(stated, horizon=HORIZON))[:1]
        connection.execute("ROLLBACK")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rebuild(connection, register(), ended(register()), FILES, horizon=HORIZON)


def test_the_collector_is_left_as_it_was() -> None:
    gc.disable()
    try:
        project(register())
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_tables_are_what_they_are_said_to_be() -> None:
    connection = project(register())
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    stored = {
        name: (strict, clustered)
        for _, name, kind, _, clustered, strict in _tables(connection)
        if kind == "table"
    }
    assert stored == {name: (1, int(table.clustered)) for name, table in TABLES.items()}
    for name, table in TABLES.items():
        columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
        assert [(column[1], column[2]) for column in columns] == [
            (key, {str: "TEXT", int: "INTEGER"}[column.type]) for key, column in table.columns.items()
        ]
        assert all(column.doc for column in table.columns.values())
        assert table.doc.endswith(".")
        keys = connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
        assert {(key[3], key[2], key[4]) for key in keys} == {
            (own, *other) for own, other in table.refers.items()
        }


def _tables(connection: sqlite3.Connection) -> list[tuple[str, str, str, int, int, int]]:
    found = connection.execute("PRAGMA table_list").fetchall()
    return [line for line in found if line[0] == "main" and not line[1].startswith(("sqlite_", "search"))]


def test_dates_out_of_strict_types_are_refused() -> None:
    connection = project(register())
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        connection.execute("UPDATE spans SET missed = 'many'")


def test_spans_cover_the_days_through_the_horizon_without_gap_or_overlap() -> None:
    connection = project(register())
    lives: dict[str, list[tuple[str, str]]] = {}
    for ref, start, end in connection.execute("SELECT ref, start, end FROM spans ORDER BY ref, start"):
        lives.setdefault(ref, []).append((start, end))
    assert set(lives) == set(register().obligations)
    for spans in lives.values():
        assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
        assert spans[-1][0] <= HORIZON.isoformat() < spans[-1][1]
