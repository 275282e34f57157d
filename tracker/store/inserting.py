"""Lines into the tables, many at a time.

To run a statement, and to hand it a value, takes SQLite longer than to store either. So several lines
go into one statement, and what is the same in all lines stands in its text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

from tracker.store.tables import TABLES

Line = tuple[Any, ...]

_TOGETHER: Final = 20
"""Lines of one statement; with more it takes no less."""
_NEVER_TWICE: Final = {"obligations", "entries", "spans", "occurrence_spans", "turns", "month_turns"}
"""Large tables whose lines need not be looked for before they are added."""


class Insertion:
    """Adds lines to a table: of each the values of its columns, in their order.

    Columns that `same` has are left out of them: it has the SQL of their value, be it a constant
    or another column, by its name.
    """

    def __init__(self, table: str, same: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take the table's name, and what is the same in all lines."""
        names = TABLES[table].columns
        handed = {name: number for number, name in enumerate(name for name in names if name not in same)}
        self._width = len(handed)
        self._verb = "INSERT" if table in _NEVER_TWICE else "INSERT OR REPLACE"
        self._into = f"{self._verb} INTO {table} VALUES "
        self._marks = [handed.get(same.get(name, name), same.get(name, "")) for name in names]
        self._one = self._sql(1)
        self._several = ""

    def add(self, connection: sqlite3.Connection, lines: Iterable[Line]) -> None:
        """Add lines one by one, as they come."""
        connection.executemany(self._one, lines)

    def add_many(self, connection: sqlite3.Connection, lines: Sequence[Line]) -> None:
        """Add lines that are all there, several at once."""
        whole = len(lines) - len(lines) % _TOGETHER
        if whole:
            self._several = self._several or self._sql(_TOGETHER)
            values = chain.from_iterable(lines[:whole])
            together = zip(*[values] * (_TOGETHER * self._width), strict=True)
            connection.executemany(self._several, together)
        connection.executemany(self._one, lines[whole:])

    def _sql(self, count: int) -> str:
        """Write the statement for so many lines."""
        return self._into + ", ".join(self._line(number * self._width + 1) for number in range(count))

    def _line(self, first: int) -> str:
        marks = (mark if isinstance(mark, str) else f"?{first + mark}" for mark in self._marks)
        return f"({', '.join(marks)})"


INSERTIONS: Final = {table: Insertion(table) for table in TABLES}
"""How lines with all columns are added to each table."""
