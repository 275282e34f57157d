"""Who looks after something, and where mail reaches them, asked of the projection."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple


class Person(NamedTuple):
    """Somebody who looks after an obligation: key, name in the register's language, address or ''."""

    key: str
    name: str
    email: str


def owners(connection: sqlite3.Connection, day: date) -> tuple[Person, ...]:
    """List who looks after an obligation on a day, by key; those whom the register doesn't describe too."""
    sql = (
        "SELECT s.owner, coalesce(p.name, ''), coalesce(p.email, '') FROM"
        " (SELECT DISTINCT owner FROM spans WHERE owner > '' AND start <= :day AND end > :day) AS s"
        " LEFT JOIN people AS p ON p.id = s.owner ORDER BY s.owner"
    )
    return tuple(Person(*found) for found in connection.execute(sql, {"day": day.isoformat()}))
