"""Changing the register: one way for every command that does.

Under the lock the text is read, changed in one file and read again as it would be; only then is
the file replaced, and the change noted for `undo`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tracker.core.errors import TrackerError
from tracker.core.model import Register
from tracker.register.disk import journal
from tracker.register.disk.files import FileRead
from tracker.register.disk.lock import RegisterLock
from tracker.register.disk.write import ChangedError, KeptError, replace_file
from tracker.register.read import Reading, read_register
from tracker.register.text.change import Change
from tracker.register.text.scan import Path as Steps

_ATTEMPTS = 3


class Planned(NamedTuple):
    """What is to be changed: in which file, and how its text, with its own line ends, becomes another."""

    file: FileRead
    edit: Callable[[str], Change]


class Edited(NamedTuple):
    """A change that was made, or would be: where, and the text before it.

    `text` is the file's, or a stretch of it that begins on line `first` (from 1); the change is one
    of that. `content` are the file's bytes before and after. `register` is as read with the
    change, or the part of it that the change has to do with.
    """

    path: Path
    name: str
    text: str
    first: int
    change: Change
    content: tuple[bytes, bytes]
    register: Register

    @property
    def line(self) -> int:
        """The line, from 1, on which the new text begins."""
        new = self.change.new
        lead = len(new) - len(new.lstrip())
        return self.change.text.count("\n", 0, self.change.start + lead) + self.first


def edit(
    path: Path,
    plan: Callable[[Reading], Planned],
    *,
    dry_run: bool = False,
    quickly: Callable[[], Edited | None] | None = None,
) -> Edited:
    """Change the register at `path` as planned, and note it for `undo`.

    RegisterError if the register has errors, or would have with the change; nothing is changed
    then. What somebody else changes meanwhile is read again, and the plan made anew. `quickly`
    may prepare the same change without reading the whole; None where that can't be.
    """
    if dry_run:
        return _prepared(path, plan)
    folder = path.parent
    with RegisterLock(folder):
        for attempt in range(_ATTEMPTS):
            edited = (quickly and quickly()) or _prepared(path, plan)
            # noted first: should this be killed in between, undo refuses instead of taking back another
            journal.remember(folder, _below(edited.path, folder), edited.change)
            try:
                replace_file(edited.path, *edited.content)
            except TrackerError as error:
                _forget(folder)
                again = isinstance(error, ChangedError) and not isinstance(error, KeptError)
                if not again or attempt + 1 == _ATTEMPTS:
                    raise
            else:
                break
    return edited


def take_back(path: Path, *, dry_run: bool = False) -> Edited:
    """Take back what a command wrote last; TrackerError if there is nothing, or it was changed since."""
    if dry_run:
        return _prepared(path, _undoing(path))
    with RegisterLock(path.parent):
        edited = _prepared(path, _undoing(path))
        replace_file(edited.path, *edited.content)
        _forget(path.parent)
    return edited


def leave(path: Path) -> Steps:
    """Give up taking back what a command wrote last, and say what it was; TrackerError if nothing."""
    with RegisterLock(path.parent):
        written = journal.last(path.parent)
        if written is None:
            raise TrackerError("there is nothing to take back: no command has changed this register here")
        journal.forget(path.parent)
    return written.path


def _forget(folder: Path) -> None:
    """Drop the note of the last change, if that can be; what stands in the text counts."""
    with suppress(TrackerError):
        journal.forget(folder)


def _undoing(path: Path) -> Callable[[Reading], Planned]:
    written = journal.last(path.parent)
    if written is None:
        raise TrackerError("there is nothing to take back: no command has changed this register here")

    def plan(reading: Reading) -> Planned:
        for file in reading.files:
            if _below(file.path, path.parent) == written.file:
                return Planned(file, lambda text: journal.undo(text, written))
        raise TrackerError("{file} no longer belongs to the register", file=written.file)

    return plan


def _prepared(path: Path, plan: Callable[[Reading], Planned]) -> Edited:
    before = read_register(path)
    before.required()
    planned = plan(before)
    content = planned.file.path.read_bytes()
    text = content.decode()
    change = planned.edit(text)
    new = change.text.encode()
    after = read_register(path, {planned.file.path: new})
    if after.register is None:
        first = next(problem for problem in after.problems if problem.is_error)
        raise TrackerError("that can't be written: {reason}", reason=first.text)
    return Edited(planned.file.path, planned.file.name, text, 1, change, (content, new), after.register)


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
