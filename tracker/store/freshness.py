"""Is what was read still what stands in the files? Told by size, number and times, else by content.

The content of a file is told by its segments, as far as the first that is another.

A file that was changed just before it was read might change again without its times moving: they
are as coarse as the kernel's clock (10 ms), or as its file system's (2 s). So its content is compared
until it has been seen unchanged later than that.
"""

# ruff: noqa: PTH123 - pathlib takes longer to import than a command has for reading

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

Looked = Callable[[str, str], str]
"""Says what is to be seen at a path now, by what was asked of it when it was read."""

MISSING: Final = -1
"""The size of what was looked for and not there."""
COARSE_NS: Final = 2_000_000_000
"""How far apart two changes may be that leave the same time: FAT counts in two seconds."""
_FINE_NS: Final = 20_000_000
"""The same where times are kept to the nanosecond, but taken from a clock that ticks every 10 ms."""
_MILLISECOND: Final = 1_000_000
_BYTES: Final = ".//"
"""What no path begins with that was put in order."""


class Seen(NamedTuple):
    """A file, or a place that was looked at for files, as it was when it was read; times in ns since 1970.

    `path` is its key. `names` is '' for a file that was read, else what was `asked` of a place, with
    the answers.
    """

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    names: str
    read_ns: int


def asked(answers: Mapping[str, str]) -> str:
    """Write down what was asked of a place, and what the answers were."""
    import json

    return json.dumps(answers)


def key(path: str) -> str:
    """Write a path as the tables have it, which is text: one that is not UTF-8 by its bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return _BYTES + os.fsencode(path).hex()
    return path


def path_of(key: str) -> str:
    """Give the path that the tables have as `key`."""
    return os.fsdecode(bytes.fromhex(key[len(_BYTES) :])) if key.startswith(_BYTES) else key


def changed(connection: sqlite3.Connection, root: str, now_ns: int, looked: Looked) -> list[str]:
    """Give the keys of files and folders that are not as they were read; none means unchanged.

    `root` is that of the register's first file: it is the answer if the database was built from
    another, or from none. `now_ns` is the present time in nanoseconds since 1970. Where a folder is another,
    `looked` says whether what counts of it is.
    """
    try:
        stored = connection.execute("SELECT value FROM meta WHERE key = 'root'").fetchone()
        known = connection.execute(
            "SELECT path, size, mtime_ns, ctime_ns, inode, names, read_ns,"
            " max(mtime_ns, ctime_ns) < read_ns - ? FROM files",
            (COARSE_NS,),
        ).fetchall()
    except sqlite3.OperationalError:
        return [root]
    if stored is None or stored[0] != root or not known:
        return [root]
    look = os.stat
    differing: list[str] = []
    settled: list[Seen] = []
    for path, size, mtime_ns, ctime_ns, inode, names, read_ns, rests in known:
        try:
            now = look(path_of(path))
            if (
                now.st_size == size
                and now.st_mtime_ns == mtime_ns
                and now.st_ctime_ns == ctime_ns
                and now.st_ino == inode
                and (rests or is_settled(mtime_ns, ctime_ns, read_ns))
            ):
                continue
            if not _is_same(connection, path, now, size, names, looked):
                differing.append(path)
                continue
        except OSError:
            if size != MISSING:
                differing.append(path)
            continue
        settled.append(Seen(path, now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, names, now_ns))
    if settled and not differing:
        _settle(connection, settled)
    return differing


def is_settled(mtime_ns: int, ctime_ns: int, read_ns: int) -> bool:
    """Whether what was read at a time can't have changed since without the file's times moving."""
    apart = _FINE_NS if ctime_ns % _MILLISECOND else COARSE_NS
    return max(mtime_ns, ctime_ns) < read_ns - apart


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


def _is_same(
    connection: sqlite3.Connection, path: str, now: os.stat_result, size: int, names: str, looked: Looked
) -> bool:
    """Compare what stands in a file, or is to be seen in a folder, with what stood there."""
    if names:
        import json

        try:
            answers = json.loads(names).items()
        except (ValueError, AttributeError):  # not what was written there
            return False
        place = path_of(path)
        return all(looked(place, asked) == answer for asked, answer in answers)
    if now.st_size != size or stat.S_ISDIR(now.st_mode):
        return False
    from tracker.core.digests import stands  # where nothing is compared it is not needed
    from tracker.store.segments import pieces

    with open(path_of(path), "rb") as file:
        return stands(file, pieces(connection, path))
