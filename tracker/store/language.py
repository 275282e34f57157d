"""What the register says in a language, and what it lacks there."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection


def party_names(connection: sqlite3.Connection, language: str, wanted: Collection[str]) -> dict[str, str]:
    """Give the names that parties have in a language, or for all languages, of those wanted."""
    found = connection.execute("SELECT id, names FROM parties ORDER BY id")
    names = {key: json.loads(stored) for key, stored in found if key in wanted}
    return {key: name for key, by in names.items() if (name := by.get(language) or by.get(""))}


def untitled(
    connection: sqlite3.Connection, language: str, refs: Collection[str], agreements: Collection[str]
) -> tuple[str, ...]:
    """Name those that are shown under a title of another language: agreements, then obligations.

    A title that stands alone is taken for one of the register's own language.
    """
    ((stored,),) = connection.execute("SELECT value FROM meta WHERE key = 'language'")
    lacks = "titles IS NULL OR " if language != stored else "titles IS NOT NULL AND "
    lacks += "json_extract(titles, :language) IS NULL"
    found = []
    for table, column, wanted in (("agreements", "id", agreements), ("obligations", "ref", refs)):
        sql = f"SELECT {column} FROM {table} WHERE {lacks} ORDER BY {column}"
        names = connection.execute(sql, {"language": f'$."{language}"'})
        found += [name for (name,) in names if name in wanted]
    return tuple(found)
