"""The stored SQL is what sqlite-utils makes of the list of tables."""

from __future__ import annotations

from tracker.store import schema
from tracker.store.database import memory
from tracker.store.tables import TABLES


def test_the_sql_is_what_sqlite_utils_writes() -> None:
    assert schema.FILE.read_text(encoding="utf-8") == schema.written()


def test_it_makes_every_table_strict_with_its_columns() -> None:
    connection = memory()
    for sql in schema.statements():
        connection.execute(sql)
    made = {
        row[1]: row for row in connection.execute("PRAGMA table_list") if not row[1].startswith("sqlite_")
    }
    assert list(made.keys() ^ TABLES.keys()) == []
    for name, table in TABLES.items():
        _, _, _, columns, without_rowid, strict = made[name]
        assert (columns, without_rowid, strict) == (len(table.columns), int(table.clustered), 1)
