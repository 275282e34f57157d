"""Which files and folders an answer rests on: if one changes, the text has to be read again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tracker.register.disk.looking import Look
from tracker.register.read import Reading
from tracker.register.segments import segments as split
from tracker.store.freshness import MISSING, Seen, asked, key
from tracker.store.segments import lines


def watched(path: Path, reading: Reading) -> Iterator[Seen]:
    """Describe the files that were read, the register's own first, and where others could come to be."""
    files: set[str] = set()
    for file in reading.files:
        name = _key(path if file.path == path else file.path)
        files.add(name)
        yield Seen(name, file.size, file.mtime_ns, file.ctime_ns, file.inode, "", file.read_ns)
    places: dict[str, list[Look]] = {}
    for look in reading.looked:
        places.setdefault(_key(Path(look.path)), []).append(look)
    for name, looks in places.items():
        if name in files:
            continue
        names = asked({look.asked: look.answer for look in looks})
        status, read_ns = looks[0].status, looks[0].read_ns
        if status is None:
            yield Seen(name, MISSING, 0, 0, 0, names, read_ns)
        else:
            times = status.st_mtime_ns, status.st_ctime_ns
            yield Seen(name, status.st_size, *times, status.st_ino, names, read_ns)


def segments(path: Path, reading: Reading) -> Iterator[tuple[object, ...]]:
    """Split the files that were read, so that an edit of one is found later; by the same paths."""
    for file in reading.files:
        yield from lines(_key(path if file.path == path else file.path), split(file.text))


def _key(path: Path) -> str:
    return key(os.fspath(path))
