"""What of the disk is the register's own, so that nothing else is put there.

It is told by the projection, which has each file that was read, each source that is named, and where
an include looked for files: a new one there would be read as part of the register.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tracker.core.errors import Text
from tracker.store.freshness import path_of

_OF_FOLDERS: Final = "/"
"""What the forms of names end in that an include asks of folders alone."""


def refusal(connection: sqlite3.Connection, register: Path, db: str, typed: str) -> Text | None:
    """Say why a file that was `typed` is not to be written over or made; None where it may be.

    `connection` is the projection of the text as it stands now.
    """
    meant = _places(typed)
    own: list[str | Path] = [register, db, *_read(connection)]
    if not meant.isdisjoint(map(os.path.realpath, own)):
        return Text("{file} is the register's own; name another file with --output", {"file": typed})
    if not meant.isdisjoint(map(os.path.realpath, _sources(connection, register.parent))):
        return Text(
            "{file} is a source that the register names; name another file with --output", {"file": typed}
        )
    if any(_is_taken_in(connection, place) for place in meant):
        return Text(
            "{file} would be read as part of the register, by its include; name another file with --output",
            {"file": typed},
        )
    return None


def _places(typed: str) -> set[str]:
    """Give where a file comes to stand, and the link by which it was named."""
    folder, name = os.path.split(typed)
    return {os.path.realpath(typed), str(Path(os.path.realpath(folder), name))}


def _read(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the files that were read, and those that an include names and that weren't there."""
    for (key,) in connection.execute("""SELECT path FROM files WHERE names = '' OR names LIKE '{"":%'"""):
        yield path_of(key)


def _sources(connection: sqlite3.Connection, folder: Path) -> Iterator[Path]:
    for (file,) in connection.execute("SELECT DISTINCT file FROM sources WHERE file > ''"):
        yield folder / file


def _is_taken_in(connection: sqlite3.Connection, place: str) -> bool:
    """Whether an include looked in the folder of a place for files of such a name."""
    folder, name = os.path.split(place)
    for key, names in connection.execute("SELECT path, names FROM files WHERE names <> ''"):
        forms = [form for form in json.loads(names) if form and not form.endswith(_OF_FOLDERS)]
        if any(re.fullmatch(form, name) for form in forms) and os.path.realpath(path_of(key)) == folder:
            return True
    return False
