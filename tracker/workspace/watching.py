"""Which files and folders an answer rests on: if one changes, the text has to be read again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tracker.register.read import Reading
from tracker.register.segments import segments as split
from tracker.store.freshness import Seen, seen
from tracker.store.segments import lines

_WILD = "*?["


def watched(path: Path, reading: Reading) -> Iterator[Seen]:
    """Describe the files that were read, the register's own first, and the folders of its includes."""
    for file in reading.files:
        name = os.fspath(path if file.path == path else file.path)
        yield Seen(name, file.size, file.mtime_ns, file.ctime_ns, file.inode, "", file.read_ns)
    for folder in sorted(
        {folder for pattern in reading.include for folder in _folders(path.parent, pattern)}
    ):
        yield seen(folder, reading.files[0].read_ns)


def segments(path: Path, reading: Reading) -> Iterator[tuple[object, ...]]:
    """Split the files that were read, so that an edit of one is found later; by the same paths."""
    for file in reading.files:
        yield from lines(os.fspath(path if file.path == path else file.path), split(file.text))


def _folders(base: Path, pattern: str) -> Iterator[str]:
    """Name the folders in which a file that matches could appear; of a missing one the nearest above it."""
    parts = Path(pattern).parts[:-1]
    fixed = next((i for i, part in enumerate(parts) if any(sign in part for sign in _WILD)), len(parts))
    start = base.joinpath(*parts[:fixed])
    while not start.is_dir() and start != start.parent:
        start = start.parent
    yield os.fspath(start)
    if fixed < len(parts):
        for folder, names, _ in os.walk(start):
            names[:] = [name for name in names if not name.startswith(".")]
            yield from (os.fspath(Path(folder, name)) for name in names)
