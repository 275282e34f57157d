"""What was found out about a commit, kept for the next time: a commit never changes.

Kept in git's own folder: there it is shared by worktrees, and nothing that is committed or pulled
can bring false records. It may be deleted at any time; a broken file is put aside unread.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from tracker.core.errors import Text
from tracker.core.stated import Fields, Table

_FORMAT: Final = 2
"""Raised whenever the same commit would give another record; older files are then deleted."""

_TABLE: Final = "CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID"
_WAIT: Final = 0.2
"""Seconds to wait for another process; whatever it keeps us from is only speed."""


class Touched(NamedTuple):
    """A thing that a commit changed: its section and name, and its table before and after."""

    section: str
    name: str
    before: Table | None
    after: Table | None


class Record(NamedTuple):
    """What a commit did to the register, or why its register can't be read."""

    touched: tuple[Touched, ...] = ()
    unreadable: Text | None = None


class Records:
    """Records by key, in a file where that can be."""

    def __init__(self, folder: Path) -> None:
        """Take git's folder; open the file when it is first needed."""
        self._file = folder / "tracker" / "history.db"

    def load(self) -> dict[str, Record]:
        """Give all that is kept; nothing where there is none, or it can't be read."""
        if not self._file.is_file():
            return {}
        try:
            connection = self._open()
            try:
                rows = connection.execute("SELECT id, found FROM record").fetchall()
            finally:
                connection.close()
            return {id_: _from_json(json.loads(found)) for id_, found in rows}
        except (sqlite3.OperationalError, OSError):  # in use, or not ours to open
            return {}
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError):
            self._drop()
            return {}

    def keep(self, records: Mapping[str, Record]) -> None:
        """Add records; where they can't be kept, they are found out again the next time."""
        if not records:
            return
        rows = [
            (id_, json.dumps(_to_json(record), ensure_ascii=False, separators=(",", ":")))
            for id_, record in records.items()
        ]
        try:
            self._file.parent.mkdir(exist_ok=True)
            connection = self._open()
            try:
                with connection:
                    connection.execute(_TABLE)
                    connection.executemany("INSERT OR REPLACE INTO record VALUES (?, ?)", rows)
                    connection.execute(f"PRAGMA user_version = {_FORMAT:d}")
            finally:
                connection.close()
        except (sqlite3.Error, OSError):
            return

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, timeout=_WAIT)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # a machine that fails costs speed alone
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in {0, _FORMAT}:
                connection.execute("DROP TABLE IF EXISTS record")
                connection.execute(_TABLE)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _drop(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return


def _to_json(record: Record) -> object:
    said = record.unreadable
    return {
        "touched": [[one.section, one.name, one.before, one.after] for one in record.touched],
        "unreadable": said and [said.msgid, {name: str(value) for name, value in said.values.items()}],
    }


def _from_json(found: Mapping[str, Any]) -> Record:
    said = found["unreadable"]
    return Record(
        tuple(
            Touched(section, name, _table(before), _table(after))
            for section, name, before, after in found["touched"]
        ),
        Text(*said) if said else None,
    )


def _table(found: Sequence[Any] | None) -> Table | None:
    return None if found is None else Table(_fields(found[0]), tuple(map(_fields, found[1])))


def _fields(found: Mapping[str, str | list[str]]) -> Fields:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
