"""The segments of the files, as they were when the projection was built or brought up to date.

What is in them is `tracker.register.segments`' affair. Positions ascend with gaps between them, so
that a segment can become several.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

Segment = tuple[int, str, str]
"""Size, digest, tables."""

GAP: Final = 1 << 20


def lines(path: str, segments: Iterable[Segment]) -> Iterator[tuple[object, ...]]:
    """Lines of `segments` for a file."""
    return ((path, number * GAP, *segment) for number, segment in enumerate(segments))


def stored(connection: sqlite3.Connection, path: str) -> tuple[list[int], list[Segment]]:
    """Give the positions of a file's segments, and the segments, in order."""
    found = connection.execute(
        "SELECT position, size, digest, tables FROM segments WHERE path = ? ORDER BY position", (path,)
    ).fetchall()
    return [line[0] for line in found], [line[1:] for line in found]


def replace(
    connection: sqlite3.Connection,
    path: str,
    positions: Sequence[int],
    first: int,
    last: int,
    new: Sequence[Segment],
) -> bool:
    """Put others in the place of the segments from the `first` to the `last` (exclusive) of a file.

    `positions` are those of all of its segments. False where there is no room, and nothing is done.
    """
    if first == last:
        return not new
    start = positions[first]
    room = (positions[last] if last < len(positions) else positions[-1] + GAP) - start
    if len(new) > room:
        return False
    connection.executemany(
        "DELETE FROM segments WHERE path = ? AND position = ?",
        ((path, position) for position in positions[first:last]),
    )
    step = room // max(len(new), 1)
    connection.executemany(
        "INSERT INTO segments VALUES (?, ?, ?, ?, ?)",
        ((path, start + step * number, *segment) for number, segment in enumerate(new)),
    )
    return True


def holding(connection: sqlite3.Connection, ref: str) -> tuple[str, int] | None:
    """Find the file and the position of the segment that states an obligation by itself."""
    found: tuple[str, int] | None = connection.execute(
        "SELECT path, position FROM segments WHERE instr(tables, ' ' || ? || char(10))", (ref,)
    ).fetchone()
    return found
