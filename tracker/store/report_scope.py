"""What a report is of: the conditions of its questions, and rows by the numbers that they find.

A question finds keys first (few columns, off an index); rows, with their titles and quotes, are
read for those alone that are shown.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from tracker.core.report import Asked, Part
from tracker.core.rows import Row
from tracker.store.columns import as_rows, columns, title_in
from tracker.store.questions import ON_DAY, Parameters, in_scope

ROWS: Final = "spans"
DATES: Final = "occurrence_spans"


class Key(NamedTuple):
    """A span: its due date and ref, by which keys are ordered, and how it is found again."""

    due: str
    ref: str
    obligation: int
    scheduled: str
    table: str


class Scope:
    """A projection, the day and the period asked about, and whose promises."""

    def __init__(self, connection: sqlite3.Connection, asked: Asked) -> None:
        """Take the projection and what is asked."""
        self.connection = connection
        self.asked = asked
        self.day = date.fromisoformat(asked.as_of)
        self.values: Parameters = {
            "day": asked.as_of,
            "since": asked.since,
            "until": asked.until,
            "owner": asked.owner,
            "language": f'$."{asked.language}"',
        }
        self.named = bool(asked.agreements or asked.parties)
        self.ids = in_scope(connection, asked.agreements, asked.parties, self.values) if self.named else ""
        self._title = title_in(connection, asked.language)

    @property
    def narrowed(self) -> bool:
        """Whether it is of less than the whole register."""
        return self.named or bool(self.asked.owner)

    @property
    def owners(self) -> tuple[str, ...]:
        """The owner asked for, as a filter takes it."""
        return (self.asked.owner,) if self.asked.owner else ()

    @property
    def obligations(self) -> str:
        """The condition (with AND in front) that `{t}.obligation` is in scope, whoever looks after it."""
        return f" AND {{t}}.obligation IN ({self.ids})" if self.named else ""

    def within(self, table: str = "s") -> str:
        """Give the condition (with AND in front) that a line of spans, under an alias, is in scope."""
        owner = f" AND {table}.owner = :owner" if self.asked.owner else ""
        return self.obligations.format(t=table) + owner

    def fetch(self, sql: str, **more: object) -> list[tuple[Any, ...]]:
        """Ask; `more` are further parameters."""
        return self.connection.execute(sql, self.values | more).fetchall()

    def agreements(self) -> set[str] | None:
        """Name the agreements in scope; None for all."""
        if not self.narrowed:
            return None
        sql = (
            "SELECT DISTINCT o.agreement FROM obligations AS o CROSS JOIN spans AS s ON s.obligation = o.id"
            f" WHERE {ON_DAY}{self.within()}"
        )
        found = {agreement for (agreement,) in self.fetch(sql)}
        return found if self.asked.owner else found | set(self.asked.agreements)

    def rows(self, keys: Iterable[Key]) -> tuple[Row, ...]:
        """Read the rows of keys, in their order."""
        return tuple(self.row(key) for key in keys)

    def row(self, key: Key) -> Row:
        """Read the row of a key."""
        of_date = " AND s.scheduled = :scheduled" if key.table == DATES else ""
        sql = (
            f"SELECT {columns(self._title, occurrences=key.table == DATES)} FROM obligations AS o"
            f" CROSS JOIN {key.table} AS s ON s.obligation = o.id"
            f" WHERE o.id = :obligation AND {ON_DAY}{of_date}"
        )
        values = self.values | {"obligation": key.obligation, "scheduled": key.scheduled}
        return next(as_rows(self.connection.execute(sql, values), self.day))

    def part(self, keys: Sequence[Key], count: int | None = None) -> Part[Row]:
        """Read the rows of the first keys; `count` is how many there are, where these are not all."""
        first = keys[: self.asked.most]
        return Part(self.rows(first), len(keys) if count is None else count)

    def keys(
        self, conditions: str, order: str = "due = '', due, ref, scheduled", limit: int = -1
    ) -> list[Key]:
        """Find what fulfils conditions on `s` on the day: what recurs date by date, else the obligation."""
        return [Key(*found) for found in self.fetch(self.sql(conditions, order), limit=limit)]

    def sql(self, conditions: str, order: str = "due = '', due, ref, scheduled") -> str:
        """Give the SQL of `keys`; `{{table}}` in the conditions is the table of `s`."""
        parts = " UNION ALL ".join(
            f"SELECT s.due AS due, o.ref AS ref, s.obligation, s.scheduled AS scheduled, '{table}'"
            f" FROM {table} AS s CROSS JOIN obligations AS o ON o.id = s.obligation"
            f" WHERE {conditions.format(table=table)} AND {ON_DAY} AND o.recurs = {recurs}{self.within()}"
            for recurs, table in ((0, ROWS), (1, DATES))
        )
        return f"SELECT * FROM ({parts}) ORDER BY {order} LIMIT :limit"
