"""What the last commands wrote, so that `undo` can take it back.

It lies beside the register and not in it, for it is of this machine alone: what a colleague or
git did is not undone here. Taking back means that the text is put back to the letter where the
tables around the change are as it left them, and otherwise that the entry is taken out of its
log, if it still states what was written.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path as File
from typing import Any, NamedTuple

from tracker.core.errors import TrackerError
from tracker.register.disk.lock import FOLDER, not_written
from tracker.register.text.change import Change, dotted, parsed, same
from tracker.register.text.entries import entries, remove_entry
from tracker.register.text.literals import literal
from tracker.register.text.scan import Block, Index, Path, index

MOST = 100
"""So many changes are remembered."""

_NAME = "undo.json"
_TYPES = (str, tuple, bool, str, str, str, tuple, int, int, str, str)


class Written(NamedTuple):
    """A change that a command wrote.

    `file` is the changed file, relative to the register's folder; `path`, `is_new`, `old`, `new`
    and `home` are the change's. `offset` counts from the beginning of home to the change, `size`
    and `digest` are of the text that was verified, and `stated` is the new value as TOML. What one
    command wrote in several changes has one `group`, and is taken back together.
    """

    file: str
    path: Path
    is_new: bool
    stated: str
    old: str
    new: str
    home: Path
    offset: int
    size: int
    digest: str
    group: str = ""


def remember(folder: File, file: str, *changes: Change, group: str = "") -> None:
    """Note changes that are about to be written; the caller holds the register's lock.

    Noted first, since after a crash `undo` then finds that it does not stand there, and takes
    back nothing; noted afterwards, it would take back the change before it. Where the writing
    fails, `forget` it.
    """
    _save(folder, _kept([*_load(folder), *(_written(file, change, group) for change in changes)]))


def new_group() -> str:
    """Name a group that no other has."""
    return os.urandom(8).hex()


def _written(file: str, change: Change, group: str) -> Written:
    verified = change.text[change.first : change.last]
    stated = "" if change.value is None else literal(change.value)
    offset = change.start - change.first
    size, digest = len(verified), _digest(verified)
    return Written(
        file,
        change.path,
        change.is_new,
        stated,
        change.old,
        change.new,
        change.home,
        offset,
        size,
        digest,
        group,
    )


def _kept(rows: list[Written]) -> list[Written]:
    """Leave out the oldest, but never a part of a group, nor the last one."""
    first = max(0, len(rows) - MOST)
    if first and rows[first].group and rows[first].group == rows[first - 1].group:
        group = rows[first].group
        while first < len(rows) and rows[first].group == group:
            first += 1
    return rows[first:] if first < len(rows) else _together(rows)


def has_begun(folder: File) -> bool:
    """Say whether a command has changed the register in this folder, whatever became of that."""
    return (folder / FOLDER / _NAME).is_file()


def last(folder: File) -> Written | None:
    """Give the last change that a command wrote and that was not taken back, if there is one."""
    written = _load(folder)
    return written[-1] if written else None


def last_together(folder: File) -> list[Written]:
    """Give what the last command wrote in one file and nobody took back, in the order of writing."""
    return _together(_load(folder))


def _together(rows: list[Written]) -> list[Written]:
    """Give the last rows that are of one group and one file: one row, where it has no group."""
    first = len(rows)
    while first and (first == len(rows) or _alike(rows[first - 1], rows[-1])):
        first -= 1
    return rows[first:]


def _alike(one: Written, other: Written) -> bool:
    return bool(one.group) and (one.group, one.file) == (other.group, other.file)


def forget(folder: File, count: int = 1) -> None:
    """Drop the last changes, now that they are taken back; the caller holds the register's lock."""
    rows = _load(folder)
    _save(folder, rows[: max(0, len(rows) - count)])


def undo(text: str, written: Written, known: Index | None = None) -> Change:
    """Take a change back in its file's text; TrackerError if it does not stand there as written."""
    known = known or index(text)
    number = known.at.get(written.home)
    if number is not None and (change := _put_back(text, written, known.blocks[number])):
        return change
    if written.is_new and written.path[-2:-1] == ("log",):
        ref = ".".join(map(str, written.path[1:-2]))
        stated = parsed(f"entry = {written.stated}")["entry"]
        equal = [n for n, entry in enumerate(entries(text, ref, known)) if same(entry, stated)]
        if len(equal) == 1 or written.path[-1] in equal:
            position = equal[0] if len(equal) == 1 else int(written.path[-1])
            return remove_entry(text, ref, position, known)
    raise TrackerError(
        "what was last written, {path}, was changed since: nothing was taken back; "
        "to leave it as it is and go on to the one before: tracker undo --skip",
        path=dotted(written.path),
    )


def _put_back(text: str, written: Written, block: Block) -> Change | None:
    """Undo the change to the letter, if all that was verified with it stands as it was written."""
    first = block.start
    behind, start = first + written.size, first + written.offset
    there = text[start : start + len(written.new)] == written.new and start >= first
    if block.path != written.home or not there or _digest(text[first:behind]) != written.digest:
        return None
    whole = text[:start] + written.old + text[start + len(written.new) :]
    last = behind + len(written.old) - len(written.new)
    return Change(whole, written.path, None, False, start, written.new, written.old, block.path, first, last)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _load(folder: File) -> list[Written]:
    """Read the journal; one that is damaged, or that no command of ours wrote, counts as empty."""
    try:
        return [_read(row) for row in json.loads((folder / FOLDER / _NAME).read_bytes())]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []


def _read(row: dict[str, Any]) -> Written:
    written = Written(**{**row, "path": tuple(row["path"]), "home": tuple(row["home"])})
    steps = (*written.path, *written.home)
    if tuple(map(type, written)) != _TYPES or not all(isinstance(step, str | int) for step in steps):
        raise TypeError
    if File(written.file).is_absolute() or ".." in File(written.file).parts:
        raise ValueError(written.file)  # it leads out of the register's folder
    return written


def _save(folder: File, rows: list[Written]) -> None:
    target = folder / FOLDER / _NAME
    temporary = target.with_suffix(".part")
    try:
        temporary.write_text(json.dumps([row._asdict() for row in rows], ensure_ascii=True, indent=1))
        temporary.replace(target)
    except OSError as error:
        raise not_written(target, error) from error
