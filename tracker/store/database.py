"""Open the projection's database, whatever stands at its path.

A rollback journal, SQLite's default, and not WAL: one file; read in a folder that cannot be
written and on a network share, where WAL's shared memory does not work; and a reader never needs
to write. Who serves the database by Datasette or copies it by Litestream may switch it to WAL:
the mode is left as it is found.

The database can always be built again, so that what is broken or of another version is replaced.
What is not ours is left alone.
"""

# ruff: noqa: PTH108, PTH110, PTH112, PTH120, PTH123 - pathlib takes longer to import than a command has for reading

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tracker.core.errors import TrackerError
from tracker.store.tables import APPLICATION, SCHEMA, TABLES

if TYPE_CHECKING:
    from pathlib import Path

WAIT: Final = 5.0
"""Seconds to wait for another process that writes."""
META: Final = frozenset(
    {
        *("title", "timezone", "language", "soon", "review", "us", "sender", "kinds", "allow_outside"),
        *("horizon", "known_at", "tool", "root"),
    }
)
"""The keys of what holds for the whole register."""

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_NAMES: Final = (".db", ".sqlite", ".sqlite3")
_BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SHUT: Final = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_UNWRITABLE: Final = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_BROKEN: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PASSING: Final = _BUSY | _SHUT | _UNWRITABLE | {sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT}

DAMAGE: Final = (sqlite3.DatabaseError, ValueError, LookupError, TypeError, RuntimeError)
"""What may be raised where a damaged database is read: its values are not what they are taken for."""


def open_projection(path: Path | str | None, *, wait: float = WAIT) -> sqlite3.Connection:
    """Open the database to read it; an empty one in memory where it would have to be built first.

    None means in memory. TrackerError for a folder, and for what is a database of something else.
    `wait` is how many seconds another process may hold it.
    """
    if path is None or not os.path.exists(path):
        return memory()
    try:
        connection = _connect(path, wait)
    except sqlite3.OperationalError:
        return memory()
    try:
        if _is_ours(connection, path) == SCHEMA:
            return connection
    except sqlite3.DatabaseError as error:
        if is_broken(error):
            _refuse_foreign(path)
    except TrackerError:
        connection.close()
        raise
    connection.close()
    return memory()


def claim(path: Path | str | None, *, reading: bool, wait: float = WAIT) -> sqlite3.Connection:
    """Open the database to write it, in a transaction that no other process can come between.

    An empty one in memory for None, and where the folder or the file cannot be written; where
    another process holds it, that too for a command that is `reading`, else TrackerError. A broken
    database is removed. Once it is claimed, another process may have brought it up to date.
    """
    if path is None:
        return memory()
    try:
        connection = _connect(path, wait)
    except sqlite3.OperationalError:
        if os.path.isdir(os.path.dirname(path) or "."):
            return memory()
        raise TrackerError(
            "the database {path} can't be made: there is no such folder", path=os.fspath(path)
        ) from None
    try:
        connection.execute("BEGIN IMMEDIATE")
        _is_ours(connection, path)
        # a first change makes the journal, for which the folder has to be writable
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    except sqlite3.DatabaseError as error:
        connection.close()
        if is_broken(error):
            discard(path)
            return claim(path, reading=reading, wait=wait)
        if _code(error) in _SHUT or (reading and _code(error) in _BUSY):
            return memory()
        raise trouble(error, path) from error
    except TrackerError:
        connection.close()
        raise
    return connection


def memory() -> sqlite3.Connection:
    """Open an empty database in memory."""
    return sqlite3.connect(":memory:", isolation_level=None)


def is_kept(connection: sqlite3.Connection) -> bool:
    """Say whether a database is in a file, and not in memory."""
    found = connection.execute("SELECT 1 FROM pragma_database_list WHERE file > ''").fetchone()
    return found is not None


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Ask several questions of the same state of the database, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def is_built(connection: sqlite3.Connection) -> bool:
    """Say whether a database holds a projection of this version."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return version == SCHEMA and has_settings(connection)


def has_settings(connection: sqlite3.Connection) -> bool:
    """Say whether all that holds for the whole register is there."""
    return {key for (key,) in connection.execute("SELECT key FROM meta")} >= META


def is_whole(path: Path | str) -> bool:
    """Say whether nothing of a database that was built is known to be damaged; looks through all of it."""
    connection = sqlite3.connect(path)
    try:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        for table in TABLES:
            connection.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - names of our own
        hanging = connection.execute("PRAGMA foreign_key_check").fetchone()
        return found == "ok" and hanging is None and has_settings(connection)
    except DAMAGE as error:
        return isinstance(error, sqlite3.Error) and is_passing(error)
    finally:
        connection.close()


def is_broken(error: sqlite3.Error) -> bool:
    """Say whether an error means that the database is damaged, which `discard` would help."""
    return _code(error) in _BROKEN


def is_passing(error: sqlite3.Error) -> bool:
    """Say whether an error comes from outside, so that building the database again would not help."""
    return _code(error) in _PASSING


def is_unwritable(error: sqlite3.Error) -> bool:
    """Say whether an error means that the disk is full or fails, so that memory has to do."""
    return _code(error) in _UNWRITABLE


def discard(path: Path | str) -> None:
    """Remove a broken database, to be built again; TrackerError if it isn't surely ours."""
    _refuse_foreign(path)
    for suffix in ("-journal", "-wal", "-shm", ""):
        try:
            os.unlink(f"{os.fspath(path)}{suffix}")
        except FileNotFoundError:
            continue
        except OSError as error:
            raise TrackerError(
                "the database {path} is damaged and can't be removed: {reason}",
                path=os.fspath(path),
                reason=error.strerror,
            ) from error


def trouble(error: sqlite3.Error, path: Path | str) -> TrackerError:
    """Say to a person what SQLite cannot do, and the way out."""
    if _code(error) in _BUSY:
        return TrackerError(
            "another program is writing to the database {path}; try again in a moment", path=os.fspath(path)
        )
    return TrackerError(
        "the database {path} can't be used: {reason}", path=os.fspath(path), reason=str(error)
    )


def _connect(path: Path | str, wait: float) -> sqlite3.Connection:
    if os.path.isdir(path):
        raise TrackerError("the database can't be {path}: that is a folder", path=os.fspath(path))
    return sqlite3.connect(path, timeout=wait, isolation_level=None)


def _is_ours(connection: sqlite3.Connection, path: Path | str) -> int:
    """Give the version of the tables, 0 for an empty database; TrackerError for something else's."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application or tables:
            raise _foreign(path)
        return 0
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _refuse_foreign(path: Path | str) -> None:
    """Raise TrackerError for a broken file unless its header, or its name, says that it is ours."""
    with open(path, "rb") as file:
        header = file.read(_HEADER)
    if header[: len(_MAGIC)] != _MAGIC:
        ours = os.fspath(path).endswith(_NAMES)
    else:
        ours = len(header) < _HEADER or header[68:72] == APPLICATION.to_bytes(4, "big")
    if not ours:
        raise _foreign(path)


def _foreign(path: Path | str) -> TrackerError:
    return TrackerError(
        "{path} is not a database of this program, and is left alone; name another with --db",
        path=os.fspath(path),
    )


def _code(error: sqlite3.Error) -> int:
    """Give the primary result code: the lowest byte."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
