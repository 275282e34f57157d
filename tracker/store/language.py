"""What the register says in a language, and what it lacks there."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import Final

from tracker.store.columns import language_path, title_in

_MANY: Final = 900
"""How many parameters one question takes."""


def party_names(connection: sqlite3.Connection, language: str, wanted: Collection[str]) -> dict[str, str]:
    """Give the names that parties have in a language, or for all languages, of those wanted."""
    return _names(connection, "parties", language, wanted)


def people_names(connection: sqlite3.Connection, language: str, wanted: Collection[str]) -> dict[str, str]:
    """Give the names of those who look after something, in the same way."""
    return _names(connection, "people", language, wanted)


def _names(
    connection: sqlite3.Connection, table: str, language: str, wanted: Collection[str]
) -> dict[str, str]:
    found = connection.execute(f"SELECT id, names FROM {table} ORDER BY id")
    names = {key: json.loads(stored) for key, stored in found if key in wanted}
    return {key: name for key, by in names.items() if (name := by.get(language) or by.get(""))}


def agreement_titles(
    connection: sqlite3.Connection, language: str, wanted: Collection[str]
) -> dict[str, str]:
    """Give the titles of agreements, in a language where they have one there."""
    sql = f"SELECT {title_in(connection, language, 'a')} FROM agreements AS a WHERE a.id = :id"
    values = {"language": language_path(language)}
    return {key: connection.execute(sql, values | {"id": key}).fetchone()[0] for key in sorted(wanted)}


def untitled(
    connection: sqlite3.Connection, language: str, refs: Collection[str], agreements: Collection[str]
) -> tuple[str, ...]:
    """Name those that are shown under a title of another language: agreements, then obligations.

    A title that stands alone is taken for one of the register's own language.
    """
    ((stored,),) = connection.execute("SELECT value FROM meta WHERE key = 'language'")
    lacks = "titles IS NULL OR " if language != stored else "titles IS NOT NULL AND "
    lacks += "json_extract(titles, ?) IS NULL"
    found: list[str] = []
    for table, column, wanted in (("agreements", "id", agreements), ("obligations", "ref", refs)):
        for some in _parts(sorted(wanted)):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT {column} FROM {table} WHERE {column} IN ({marks}) AND ({lacks}) ORDER BY {column}"
            found += [key for (key,) in connection.execute(sql, (*some, language_path(language)))]
    return tuple(found)


def _parts(keys: list[str]) -> Iterator[list[str]]:
    """Cut a list into as many as one question takes."""
    for start in range(0, len(keys), _MANY):
        yield keys[start : start + _MANY]
