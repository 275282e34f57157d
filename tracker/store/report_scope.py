"""What a report is of: the conditions of its questions, and rows by the numbers that they find.

A question finds keys first (few columns, off an index); rows, with their titles and quotes, are
read for those alone that are shown.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from tracker.core.report import Asked, Part
from tracker.core.rows import Row
from tracker.store.columns import as_rows, columns, language_path, title_in
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
            "language": language_path(asked.language),
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
        return next(self._read(key))

    def occurrence(self, obligation: int, scheduled: str) -> Row | None:
        """Read the row of the occurrence that a scheduled date names; None where it names none."""
        return next(self._read(Key("", "", obligation, scheduled, DATES)), None) if scheduled else None

    def _read(self, key: Key) -> Iterator[Row]:
        of_date = " AND s.scheduled = :scheduled" if key.table == DATES else ""
        sql = (
            f"SELECT {columns(self._title, occurrences=key.table == DATES)} FROM obligations AS o"
            f" CROSS JOIN {key.table} AS s ON s.obligation = o.id"
            f" WHERE o.id = :obligation AND {ON_DAY}{of_date}"
        )
        values = self.values | {"obligation": key.obligation, "scheduled": key.scheduled}
        return as_rows(self.connection.execute(sql, values), self.day)

    def part(self, keys: Sequence[Key], count: int | None = None) -> Part[Row]:
        """Read the rows of the first keys; `count` is how many there are, where these are not all."""
        first = keys[: self.asked.most]
        return Part(self.rows(first), len(keys) if count is None else count)

    @cached_property
    def recurring(self) -> frozenset[int]:
        """The numbers of the obligations that recur: each of their dates counts by itself."""
        return frozenset(number for (number,) in self.fetch("SELECT id FROM obligations WHERE recurs = 1"))

    def dated(self, conditions: str, index: str) -> Part[Row]:
        """List what fulfils conditions on `s` on the day, by due date: of what recurs date by date.

        `{table}` in the conditions stands for the table of `s`; `index` is how its indexes' names go
        on, which SQLite would not choose by itself since it doesn't know how few lines they have.
        """
        return self.dates(self.found(conditions, f"INDEXED BY spans_{index}", index))

    def found(self, conditions: str, rows_by: str, index: str) -> list[Key]:
        """Find what `dated` lists, in no order, and without the refs of dates of what recurs."""
        rows = self.fetch(
            f"SELECT s.due, s.ref, s.obligation, s.scheduled, '{ROWS}' FROM {ROWS} AS s {rows_by}"
            f" WHERE {conditions.format(table=ROWS)} AND {ON_DAY}{self.within()}"
        )
        dates = self.fetch(
            f"SELECT s.due, '', s.obligation, s.scheduled, '{DATES}' FROM {DATES} AS s"
            f" INDEXED BY {DATES}_{index} WHERE {conditions.format(table=DATES)} AND {ON_DAY}{self.within()}"
        )
        recurring = self.recurring
        return [*(Key(*key) for key in rows if key[2] not in recurring), *(Key(*key) for key in dates)]

    def dates(self, found: Sequence[Key]) -> Part[Row]:
        """List what was found by due date, then ref; refs are looked up for the first ones alone."""
        most = self.asked.most
        first = sorted(found, key=_by_due)
        if most is not None and len(first) > most:
            last = _by_due(first[most - 1])
            first = [key for key in first if _by_due(key) <= last]
        named = [key if key.ref else key._replace(ref=self._ref(key.obligation)) for key in first]
        named.sort(key=lambda key: (_by_due(key), key.ref, key.scheduled))
        return self.part(named, len(found))

    def _ref(self, obligation: int) -> str:
        ((ref,),) = self.fetch("SELECT ref FROM obligations WHERE id = :obligation", obligation=obligation)
        return str(ref)


def _by_due(key: Key) -> tuple[bool, str]:
    """Order by due date, without one last."""
    return (not key.due, key.due)
