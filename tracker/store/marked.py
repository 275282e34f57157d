"""What a state alone doesn't say: which obligations are known to be late, blocked, or disputed.

Such spans are few and have indexes of their own, off which they are counted and put in order;
rows are read for those alone that are shown.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from tracker.core.rows import Dispute, Row
from tracker.core.vocabulary import STATES
from tracker.store.columns import as_rows, columns, language_path, title_in
from tracker.store.questions import ON_DAY, RANKS, STATED_BLOCKED, Parameters, in_scope

_IDLE: Final = ("not-in-force", "lapsed")
_ORDER: Final = "s.state, s.due = '', s.due, s.ref"
_SINCE: Final = (
    "SELECT min(e.on_day) FROM entries AS e JOIN obligations AS o ON o.id = e.obligation"
    " WHERE o.ref = :ref AND e.on_day <= :day AND e.dispute = :party AND e.on_day >= coalesce(("
    "SELECT max(b.on_day) FROM entries AS b WHERE b.obligation = o.id AND b.on_day <= :day"
    " AND b.dispute > '' AND b.dispute <> :party), '')"
)


class Mark(NamedTuple):
    """What marks a span: the condition, the index that has these alone, and states that don't count."""

    condition: str
    by: str
    without: tuple[str, ...] = ()


KNOWN_LATE: Final = Mark(
    f"s.informed = 1 AND s.state = {RANKS['overdue']} AND s.due < :day", "spans_informed"
)
"""Overdue, and an entry says that it isn't done."""
BLOCKED: Final = Mark(STATED_BLOCKED, "spans_blocked", ("overdue", *_IDLE))
"""Stated to be blocked, other than what is late."""
DISPUTED: Final = Mark("s.dispute > ''", "spans_disputed", _IDLE)
"""A party says something else; also where it was recorded as done."""


class Marked:
    """The marked obligations of a day: of all, or of those in a scope of agreements and parties."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        day: date,
        named: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> None:
        """Take the projection, the day and the scope, None for everything."""
        self._connection = connection
        self._day = day
        self._values: Parameters = {"day": day.isoformat()}
        self._scope = ""
        if named:
            self._scope = f" AND s.obligation IN ({in_scope(connection, *named, self._values)})"

    def count(self, mark: Mark) -> int:
        """Count them."""
        (found,) = self._connection.execute(f"SELECT count(*) {self._among(mark)}", self._values).fetchone()
        return int(found)

    def rows(self, mark: Mark, language: str, most: int | None) -> tuple[Row, ...]:
        """Give at most so many, the most pressing first."""
        wanted = columns(title_in(self._connection, language))
        first = f"SELECT s.rowid AS line {self._among(mark)} ORDER BY {_ORDER} LIMIT :limit"
        sql = (
            f"SELECT {wanted} FROM ({first}) AS first CROSS JOIN spans AS s ON s.rowid = first.line"
            f" CROSS JOIN obligations AS o ON o.id = s.obligation ORDER BY {_ORDER}"
        )
        values = self._values | {"language": language_path(language), "limit": -1 if most is None else most}
        return tuple(as_rows(self._connection.execute(sql, values), self._day))

    def disputes(self, language: str, most: int | None) -> tuple[Dispute, ...]:
        """Give at most so many of what is disputed, with the day since which it is."""
        return tuple(Dispute(row, self._since(row)) for row in self.rows(DISPUTED, language, most))

    def _since(self, row: Row) -> str:
        values = {"ref": row.ref, "party": row.dispute, "day": self._values["day"]}
        (since,) = self._connection.execute(_SINCE, values).fetchone()
        return str(since)

    def _among(self, mark: Mark) -> str:
        """Give the SQL from the table on, for spans `s`."""
        ranks = ", ".join(str(RANKS[state]) for state in STATES if state in mark.without)
        states = f" AND s.state NOT IN ({ranks})" if ranks else ""
        where = f"{mark.condition}{states} AND {ON_DAY}{self._scope}"
        return f"FROM spans AS s INDEXED BY {mark.by} WHERE {where}"
