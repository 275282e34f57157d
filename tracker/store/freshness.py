"""Is what was read still what stands in the files? Told by size, number and times, else by content.

A file that was changed within two seconds before it was read might change again without its
times moving (they may be that coarse), so its content is compared until it has been seen
unchanged later than that.
"""

# ruff: noqa: PTH116, PTH123, PTH208 - pathlib takes longer to import than a command has for reading

from __future__ import annotations

import os
import sqlite3
import stat
from typing import Final, NamedTuple

_OWN: Final = (".db", ".db-journal", ".db-wal", ".db-shm")

COARSE_NS: Final = 2_000_000_000
"""How far apart two changes may be that leave the same time: FAT counts in two seconds."""


class Seen(NamedTuple):
    """A file, or a folder whose names were listed, as it was when it was read; times in ns since 1970."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    digest: str
    read_ns: int


def seen(path: str, content: bytes | None, read_ns: int) -> Seen:
    """Describe a file by the `content` that was read, or a folder (None) by the names in it.

    `read_ns` is the time just before it was read. OSError if it is gone.
    """
    from tracker.core.digests import digest

    now = os.stat(path)
    found = _digest(path) if content is None else digest(content)
    return Seen(path, now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, found, read_ns)


def changed(connection: sqlite3.Connection, root: str, now_ns: int) -> list[str]:
    """Name the files and folders that are not as they were read; none means unchanged.

    `root` is the register's first file: it is the answer if the database was built from another,
    or from none. `now_ns` is the present time in nanoseconds since 1970.
    """
    try:
        stored = connection.execute("SELECT value FROM meta WHERE key = 'root'").fetchone()
        known = connection.execute(
            "SELECT path, size, mtime_ns, ctime_ns, inode, digest, read_ns FROM files"
        ).fetchall()
    except sqlite3.OperationalError:
        return [root]
    if stored is None or stored[0] != root:
        return [root]
    look = os.stat
    differing: list[str] = []
    settled: list[Seen] = []
    for path, size, mtime_ns, ctime_ns, inode, content, read_ns in known:
        try:
            now = look(path)
            if (
                now.st_size == size
                and now.st_mtime_ns == mtime_ns
                and now.st_ctime_ns == ctime_ns
                and now.st_ino == inode
                and max(mtime_ns, ctime_ns) < read_ns - COARSE_NS
            ):
                continue
            is_longer = now.st_size != size and stat.S_ISREG(now.st_mode)
            if is_longer or _digest(path) != content:
                differing.append(path)
                continue
        except OSError:
            differing.append(path)
            continue
        settled.append(Seen(path, now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, content, now_ns))
    if settled and not differing:
        _settle(connection, settled)
    return differing


def _settle(connection: sqlite3.Connection, settled: list[Seen]) -> None:
    """Note that files were compared by content, if the database can be written just now."""
    waits = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", settled)
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(waits)}")


def _digest(path: str) -> str:
    """Digest what stands in a file, or the names in a folder but those that the program makes."""
    from tracker.core.digests import digest  # where nothing is compared it is not needed

    if not stat.S_ISDIR(os.stat(path).st_mode):
        with open(path, "rb") as file:
            return digest(file.read())
    names = (name for name in os.listdir(path) if not name.startswith(".") and not name.endswith(_OWN))
    return digest("\0".join(sorted(names)).encode(errors="surrogateescape"))
