"""Read a table by its fields: known keys through their readers, the others into findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from tracker.core.errors import Text
from tracker.register.check.codes import Finding, KeyPath
from tracker.register.format.fields import Table
from tracker.register.format.values import READERS, Reader, bad_slug, is_slug, read_text
from tracker.register.format.wrong import Guesses, Wrong, brief, nearest, type_of

Draft = dict[str, Any]
"""The arguments of one of the model's values."""

_HINTS: Final = {
    "status": Text("a status is not written here but in the log; add an entry, or run tracker update"),
    "state": Text("a state is reckoned, never written; add a log entry, or run tracker update"),
    "deadline": Text("the date by which something is due is called due"),
    "frequency": Text("how often something falls due is called every; it goes with first"),
    "start": Text("the day from which an agreement holds is called effective"),
    "end": Text("the last day of an agreement is called expires, that of a recurring obligation until"),
}
"""Said of a key that people look for in vain, where the nearest one would mislead."""


class Keys(NamedTuple):
    """A table of fields made ready: attribute and reader by name; no reader for what lies deeper."""

    table: Table
    known: Mapping[str, tuple[str, Reader | None]]
    required: tuple[str, ...]


def ready(table: Table) -> Keys:
    """Make a table of fields ready for reading."""
    known = {
        field.name: (field.target, choice(field.choices) if field.choices else READERS.get(field.kind))
        for field in table.fields
    }
    return Keys(table, known, tuple(field.name for field in table.fields if field.required))


def choice(words: tuple[str, ...]) -> Reader:
    """Make a reader that takes only these words."""
    known = frozenset(words)

    def read(value: object) -> str:
        if type(value) is str and value in known:
            return value
        word = read_text(value)
        said = Text(
            "{word!r} is not possible here; write {known}", {"word": brief(word), "known": ", ".join(words)}
        )
        if near := nearest(word, words):
            said = Text(
                "{word!r} is not possible here; did you mean {near}?", {"word": brief(word), "near": near}
            )
        raise Wrong("E204", said)

    return read


class Findings:
    """What is found wrong in one file; `file` is its position among the register's files."""

    def __init__(self, file: int) -> None:
        """Begin with none."""
        self.file = file
        self.found: list[Finding] = []
        self.guesses = Guesses()

    def say(self, path: KeyPath, code: str, text: Text) -> None:
        """Add a finding."""
        self.found.append(Finding(self.file, path, code, text))

    def table(self, keys: Keys, raw: Mapping[str, Any], path: KeyPath) -> Draft:
        """Read the plain values of a table; those that lie deeper are left to the caller."""
        values: Draft = {}
        known = keys.known
        for key, value in raw.items():
            field = known.get(key)
            if field is None:
                self._unknown(keys, key, path)
            elif (reader := field[1]) is not None:
                try:
                    values[field[0]] = reader(value)
                except Wrong as wrong:
                    self.say((*path, key, *wrong.below), wrong.code, wrong.text)
        for key in keys.required:
            if key not in raw:
                said = Text("the {table} has no {key}; add it", {"table": Text(keys.table.name), "key": key})
                self.say(path, "E203", said)
        return values

    def _unknown(self, keys: Keys, key: str, path: KeyPath) -> None:
        table = Text(keys.table.name)
        if key in _HINTS:
            said = _HINTS[key]
        elif near := self.guesses.nearest(key, keys.known):
            said = Text(
                "{key!r} is not a key of the {table}; did you mean {near}?",
                {"key": brief(key), "table": table, "near": near},
            )
        else:
            said = Text(
                "{key!r} is not a key of the {table}; it has {known}",
                {"key": brief(key), "table": table, "known": ", ".join(keys.known)},
            )
        self.say((*path, key), "E201", said)

    def is_table(self, raw: object, path: KeyPath) -> bool:
        """Say whether something is a table; a finding if it isn't."""
        if type(raw) is dict:
            return True
        header = brief(".".join(str(key) for key in path))
        said = Text(
            "this is {found}, and a table is needed: [{header}]", {"found": type_of(raw), "header": header}
        )
        self.say(path, "E202", said)
        return False

    def named(
        self, tables: object, path: KeyPath, read: Callable[[str, dict[str, Any], KeyPath], None]
    ) -> None:
        """Read each of the tables that stand by their names under `path`."""
        if not self.is_table(tables, path):
            return
        assert isinstance(tables, dict)  # noqa: S101 - for the type checker
        for key, table in tables.items():
            at = (*path, key)
            if not is_slug(key):
                self.say(at, "E208", bad_slug(key))
            elif self.is_table(table, at):
                read(key, table, at)

    def entries(
        self, log: object, path: KeyPath, read: Callable[[dict[str, Any], KeyPath], Any]
    ) -> tuple[Any, ...]:
        """Read the entries of a log; those that have no readable day are left out."""
        if type(log) is not list:
            said = Text("this is {found}, and a log is a list of entries in braces", {"found": type_of(log)})
            self.say(path, "E202", said)
            return ()
        made = []
        for position, entry in enumerate(log):
            at = (*path, position)
            if type(entry) is dict:
                made.append(read(entry, at))
            else:
                said = Text(
                    "this is {found}, and a log entry stands in braces and begins with on",
                    {"found": type_of(entry)},
                )
                self.say(at, "E202", said)
        return tuple(entry for entry in made if entry is not None)
