"""An entry appended by reading one table: what the projection tells of the rest is still so.

The file's bytes are those that were read when the projection was brought up to date (by size,
number and times, else by its segments). So the obligation's segment can be changed by itself: the change is
verified there, its new table is read and linked as an edit by hand would be, and everything else
stays as right as it was. Where any of this can't be said, the whole is read instead.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from tracker.core.digests import as_text, stands
from tracker.core.errors import TrackerError
from tracker.core.model import Register
from tracker.register.disk.content import Spliced
from tracker.register.disk.files import read_bytes, shown
from tracker.register.segments import difference
from tracker.register.text.entries import append_entry
from tracker.store import segments as store
from tracker.store.freshness import is_settled, path_of
from tracker.workspace.catching_up import Rewritten, about, partly
from tracker.workspace.edits import Edited


def appended(
    projection: sqlite3.Connection,
    ref: str,
    entry: Callable[[Register], Mapping[str, object]],
) -> Edited | None:
    """Append the entry that `entry` makes to the log of an obligation, in the bytes of its file.

    None where the whole register has to be read, to do it or to tell what is wrong; TrackerError
    where the entry can't be made.
    """
    now = time.time_ns()
    place = store.holding(projection, ref)
    if place is None:
        return None
    name, position = place
    content = _unchanged(projection, name, now)
    if content is None or content != as_text(content):
        return None
    written = entry(about(projection, [ref]))
    known = store.pieces(projection, name)
    number = store.positions(projection, name).index(position)
    start = sum(size for size, _ in known[:number])
    end = start + known[number][0]
    text = content[start:end].decode()
    try:
        change = append_entry(text, ref, written)
    except TrackerError:
        return None
    piece = change.text.encode()
    found = difference(piece, [known[number]], lambda *_: store.tables(projection, name, [position]))
    if found is None or [*found.tables] != [ref] or not piece.endswith(b"\n"):
        return None
    part = partly(projection, found.tables)
    if part is None:
        return None
    new = Spliced(content, start, end, piece)
    first = content.count(b"\n", 0, start) + 1
    of_file = found._replace(first=number + found.first, last=number + found.last)
    rewritten = Rewritten(name, known, new, of_file, now)
    path = Path(path_of(name))
    return Edited(path, shown(path), text, first, change, (content, new), part.register, rewritten=rewritten)


def _unchanged(projection: sqlite3.Connection, name: str, now: int) -> bytes | None:
    """Read a file, if it is surely the one that the projection was built from."""
    sql = "SELECT size, mtime_ns, ctime_ns, inode FROM files WHERE path = ?"
    stored = list(projection.execute(sql, (name,)).fetchone() or ())
    try:
        content, info = read_bytes(Path(path_of(name)))
    except TrackerError:
        return None
    found = [info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino]
    if found == stored == [len(content), *found[1:]] and is_settled(info.st_mtime_ns, info.st_ctime_ns, now):
        return content
    return content if stands(BytesIO(content), store.pieces(projection, name)) else None
