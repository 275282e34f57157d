"""The next date of all: what falls due first, however many agreements there are.

Of everything it is read off the indexes that have due dates in order; of a scope, from its obligations.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final

from tracker.store.questions import COMING, ON_DAY, RANKS, Parameters, in_scope

_COMING: Final = tuple(RANKS[state] for state in ("blocked", "due-soon", "upcoming"))
_FIRST: Final = (
    f"SELECT s.due, s.ref FROM spans AS s WHERE s.state = :state AND s.due >= :day AND {ON_DAY}"
    " ORDER BY s.due, s.ref LIMIT 1"
)
_FIRST_OCCURRENCE: Final = (
    "SELECT s.due, o.ref FROM occurrence_spans AS s INDEXED BY occurrence_spans_coming"
    f" CROSS JOIN obligations AS o ON o.id = s.obligation WHERE {COMING}"
    f" AND s.due >= :day AND {ON_DAY} ORDER BY s.due, o.ref LIMIT 1"
)
_IN_SCOPE: Final = (
    "SELECT min(s.due), min(s.due || o.ref) FROM obligations AS o CROSS JOIN {table} AS s"
    " ON s.obligation = o.id WHERE o.id IN ({scope}) AND o.recurs = {recurs}"
    f" AND s.due >= :day AND {ON_DAY} AND {COMING}"
)


def next_date(
    connection: sqlite3.Connection, day: date, named: tuple[Sequence[str], Sequence[str]] | None
) -> tuple[str, str]:
    """Give the first due date from a day on and the ref that has it; ('', '') for none.

    `named` are agreements and parties, None for everything. What is not in force has none.
    """
    values: Parameters = {"day": day.isoformat()}
    found = []
    if named:
        scope = in_scope(connection, *named, values)
        for recurs, table in ((0, "spans"), (1, "occurrence_spans")):
            sql = _IN_SCOPE.format(table=table, scope=scope, recurs=recurs)
            due, both = connection.execute(sql, values).fetchone()
            if due:
                found.append((due, both.removeprefix(due)))
    else:
        for state in _COMING:
            found += connection.execute(_FIRST, values | {"state": state}).fetchall()
        found += connection.execute(_FIRST_OCCURRENCE, values).fetchall()
    return min(found, default=("", ""))
