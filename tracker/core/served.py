"""What is told about the database to those who read it through another program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Described(NamedTuple):
    """A table: what a line of it is, what each column says, and how to show it.

    `label` is the column that names a line to a person, '' for none. `words` is the index in which
    its words are found by `id`, '' for none. `is_inner` are those that only this program needs.
    """

    doc: str
    columns: Mapping[str, str]
    label: str = ""
    words: str = ""
    is_inner: bool = False


class Canned(NamedTuple):
    """A question that is asked by its name: SQL, and the parameters for which a reader is asked."""

    sql: str
    parameters: tuple[str, ...]


class Served(NamedTuple):
    """A database as it is served: its name, what it is made from, its tables and its questions."""

    name: str
    title: str
    source: str
    tool: str
    tables: Mapping[str, Described]
    questions: Mapping[str, Canned]
