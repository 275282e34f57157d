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
Piece = tuple[int, str]
"""Size, digest."""

GAP: Final = 1 << 20


def lines(path: str, segments: Iterable[Segment]) -> Iterator[tuple[object, ...]]:
    """Lines of `segments` for a file."""
    return ((path, number * GAP, *segment) for number, segment in enumerate(segments))


def pieces(connection: sqlite3.Connection, path: str) -> list[Piece]:
    """Give the sizes and digests of a file's segments, in order."""
    sql = "SELECT size, digest FROM segments WHERE path = ? ORDER BY position"
    return connection.execute(sql, (path,)).fetchall()


def positions(connection: sqlite3.Connection, path: str) -> list[int]:
    """Give the positions of a file's segments, in order."""
    sql = "SELECT position FROM segments WHERE path = ? ORDER BY position"
    return [position for (position,) in connection.execute(sql, (path,))]


def tables(connection: sqlite3.Connection, path: str, positions: Sequence[int]) -> list[str]:
    """Give the tables of the segments at some positions, which follow each other."""
    if not positions:
        return []
    sql = "SELECT tables FROM segments WHERE path = ? AND position BETWEEN ? AND ? ORDER BY position"
    return [found for (found,) in connection.execute(sql, (path, positions[0], positions[-1]))]


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
