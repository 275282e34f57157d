"""The rules, as data: one file a language, French verbs and the names of states beside them.

Each table is one multi-line string of rows, which TOML reads at once; a row that begins with a
blank goes on with the one before, and ``#`` begins a comment.
"""

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def read_rules(name: str) -> dict[str, list[str]]:
    """Give the rows of each table in a file of this folder."""
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {key: _rows(value) for key, value in tables.items()}


def _rows(table: str) -> list[str]:
    rows: list[str] = []
    for line in table.splitlines():
        if line.startswith(" "):
            rows[-1] += " " + line.strip()
        elif line and not line.startswith("#"):
            rows.append(line)
    return rows


@cache
def read_words(name: str, key: str) -> frozenset[str]:
    """Give the words of a table that is a plain list; empty where the file has no such table."""
    return frozenset(word for row in read_rules(name).get(key, ()) for word in row.split())
