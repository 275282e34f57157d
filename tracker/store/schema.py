"""The SQL that makes the tables, as sqlite-utils writes it from the list of them.

It stands in `schema.sql`, for importing sqlite-utils takes as long as eight starts of Python, and
the first sync of a small register little more. After a change of the tables,
`python -m tracker.store.schema` writes it anew; a test holds that it is up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tracker.store.tables import TABLES

FILE: Final = Path(__file__).with_name("schema.sql")
_END: Final = ";\n"


def statements() -> list[str]:
    """Give the statements, one a table, in the order of the list."""
    return FILE.read_text(encoding="utf-8").split(_END)[:-1]


def written() -> str:
    """Let sqlite-utils write them, for STRICT tables with keys and references."""
    return "".join(f"{statement}{_END}" for statement in _made())


def _made() -> Iterator[str]:
    from sqlite_utils import Database

    database = Database(memory=True)
    for name, table in TABLES.items():
        sql = database.create_table_sql(
            name,
            {column: described.type for column, described in table.columns.items()},
            pk=table.key if len(table.key) > 1 else "".join(table.key) or None,
            foreign_keys=[(column, *target) for column, target in table.refers.items()],
            not_null=[column for column, described in table.columns.items() if not described.null],
            strict=True,
        )
        made = sql.rstrip().rstrip(";") + (", WITHOUT ROWID" if table.clustered else "")
        database.execute(made)
        yield made


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
