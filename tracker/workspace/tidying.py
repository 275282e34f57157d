"""What is safe to put right in the register's files: order of entries, spacing, dates as dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tracker.core.errors import Text
from tracker.register.disk.files import FileRead
from tracker.register.read import Reading, read_register
from tracker.register.text.change import Change
from tracker.register.tidy import tidy
from tracker.workspace.edits import Edited, Planned, edit


class Tidying(NamedTuple):
    """A file that was put in order, or would be, and what was done."""

    edited: Edited
    done: tuple[Text, ...]


def tidied(path: Path, *, dry_run: bool = False) -> Iterator[Tidying]:
    """Put each file of the register at `path` in order, one after the other; none that is in order.

    RegisterError, with nothing changed, if the register has errors.
    """
    reading = read_register(path)
    reading.required()
    for file in reading.files:
        done = tidy(file.path.read_bytes().decode()).done
        if done:
            yield Tidying(edit(path, _plan(file), dry_run=dry_run), done)


def _plan(file: FileRead) -> Callable[[Reading], Planned]:
    return lambda _: Planned(file, lambda text: _whole(text, tidy(text).text))


def _whole(before: str, after: str) -> Change:
    """Make a change of a whole text, with what is the same before and behind left out of it."""
    start = _alike(before, after)
    same = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - same], after[start : len(after) - same]
    return Change(after, (), None, False, start, old, new, (), 0, len(after))


def _alike(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
