"""Count what a question asks for, where a list shows only some of it."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from datetime import date

from tracker.core.rows import Filter
from tracker.store.questions import Question, asked
from tracker.store.tables import FOREVER
from tracker.store.turns import totals


def count(
    connection: sqlite3.Connection,
    day: date,
    wanted: Filter,
    *,
    occurrences: bool = False,
    until: date | None = None,
) -> int:
    """Count the rows that `queries.rows` yields without a limit."""
    question = asked(connection, wanted)
    if not occurrences and question.is_counted:
        counted = totals(connection, day).items()
        return sum(n for (state, _), (n, _) in counted if not question.states or state in question.states)
    question.values.update(day=day.isoformat(), until=until.isoformat() if until else FOREVER)
    if not occurrences:
        return _count(connection, question, "spans")
    last = "max(s.due, s.scheduled) <= :until"
    return sum(
        _count(connection, question, table, f"o.recurs = {recurs}", last)
        for recurs, table in ((0, "spans"), (1, "occurrence_spans"))
    )


def _count(connection: sqlite3.Connection, question: Question, spans: str, *also: str) -> int:
    conditions = " AND ".join((*question.obligations, *question.rows, *question.in_states, *also))
    sql = (
        f"SELECT count(*) FROM obligations AS o CROSS JOIN {spans} AS s ON s.obligation = o.id"
        f" WHERE {conditions}"
    )
    ((found,),) = connection.execute(sql, question.values)
    return int(found)
