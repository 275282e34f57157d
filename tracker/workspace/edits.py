"""Changing the register: one way for every command that does.

Under the lock the text is read, changed in one file and read again as it would be; only then is
the file replaced, and the change noted for `undo`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.errors import TrackerError
from tracker.core.model import Register
from tracker.register.disk import journal
from tracker.register.disk.content import Content
from tracker.register.disk.files import FileRead
from tracker.register.disk.lock import RegisterLock
from tracker.register.disk.write import ChangedError, KeptError, replace_file
from tracker.register.read import Reading, read_register
from tracker.register.text.change import Change
from tracker.register.text.scan import Path as Steps

if TYPE_CHECKING:
    from tracker.workspace.catching_up import Rewritten

_ATTEMPTS = 3


class Planned(NamedTuple):
    """What is to be changed: in which file, and how its text, with its own line ends, becomes another.

    What `further` changes is written with it, at once, and taken back with it.
    """

    file: FileRead
    edit: Callable[[str], Change]
    further: Sequence[Callable[[str], Change]] = ()


class Edited(NamedTuple):
    """A change that was made, or would be: where, and the text before it.

    `text` is the file's, or a stretch of it that begins on line `first` (from 1); the change is one
    of that. `content` is the file's before and after. `register` is as read with the change, or the
    part of it that the change has to do with. Each of `further` changes the text that the one
    before it made. `rewritten` tells the projection what it need not read again.
    """

    path: Path
    name: str
    text: str
    first: int
    change: Change
    content: tuple[bytes, Content]
    register: Register
    further: tuple[Change, ...] = ()
    rewritten: Rewritten | None = None

    @property
    def line(self) -> int:
        """The line, from 1, on which the new text begins."""
        return next(self.lines)[1]

    @property
    def lines(self) -> Iterator[tuple[Steps, int]]:
        """What was changed, and the line, from 1, on which its new text begins in the end."""
        changes = (self.change, *self.further)
        for number, change in enumerate(changes):
            start = change.start + len(change.new) - len(change.new.lstrip())
            for later in changes[number + 1 :]:
                start += len(later.new) - len(later.old) if later.start <= start else 0
            yield change.path, self.text_after.count("\n", 0, start) + self.first

    @property
    def text_after(self) -> str:
        """The text with all changes."""
        return (self.further or (self.change,))[-1].text


def edit(
    path: Path,
    plan: Callable[[Reading], Planned],
    *,
    dry_run: bool = False,
    quickly: Callable[[], Edited | None] | None = None,
    group: str = "",
) -> Edited:
    """Change the register at `path` as planned, and note it for `undo`.

    What is planned together, and what is written under one `group`, is taken back together.
    RegisterError if the register has errors, or would have with the change; nothing is changed then.
    What somebody else changes meanwhile is read again, and the plan made anew. `quickly` may prepare
    the same change without reading the whole; None where that can't be.
    """
    if dry_run:
        return _prepared(path, plan)
    folder = path.parent
    with RegisterLock(folder):
        for attempt in range(_ATTEMPTS):
            edited = (quickly and quickly()) or _prepared(path, plan)
            # noted first: should this be killed in between, undo refuses instead of taking back another
            changes = (edited.change, *edited.further)
            together = group or (journal.new_group() if edited.further else "")
            journal.remember(folder, _below(edited.path, folder), *changes, group=together)
            try:
                replace_file(edited.path, *edited.content)
            except TrackerError as error:
                _forget(folder, len(changes))
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
        _forget(path.parent, 1 + len(edited.further))
    return edited


def leave(path: Path) -> tuple[str, list[Steps]]:
    """Give up taking back what a command wrote last; say in which file and what. TrackerError if nothing."""
    with RegisterLock(path.parent):
        written = _last(path.parent)
        journal.forget(path.parent, len(written))
    return written[-1].file, [one.path for one in written]


def _forget(folder: Path, count: int) -> None:
    """Drop the note of the last changes, if that can be; what stands in the text counts."""
    with suppress(TrackerError):
        journal.forget(folder, count)


def _last(folder: Path) -> list[journal.Written]:
    written = journal.last_together(folder)
    if not written and journal.has_begun(folder):
        raise TrackerError(
            "there is nothing more to take back: what commands changed here is taken back, or left"
        )
    if not written:
        raise TrackerError("there is nothing to take back: no command has changed this register here")
    return written


def _undoing(path: Path) -> Callable[[Reading], Planned]:
    written = _last(path.parent)

    def plan(reading: Reading) -> Planned:
        for file in reading.files:
            if _below(file.path, path.parent) == written[-1].file:
                first, *further = [partial(_undone, one=one) for one in reversed(written)]
                return Planned(file, first, further)
        raise TrackerError("{file} no longer belongs to the register", file=written[-1].file)

    return plan


def _undone(text: str, one: journal.Written) -> Change:
    return journal.undo(text, one)


def _prepared(path: Path, plan: Callable[[Reading], Planned]) -> Edited:
    before = read_register(path)
    before.required()
    planned = plan(before)
    content = planned.file.path.read_bytes()
    text = content.decode()
    change = planned.edit(text)
    further: list[Change] = []
    for more in planned.further:
        further.append(more((further or [change])[-1].text))
    new = (further or [change])[-1].text.encode()
    after = read_register(path, {planned.file.path: new})
    if after.register is None:
        first = next(problem for problem in after.problems if problem.is_error)
        raise TrackerError("that can't be written: {reason}", reason=first.text)
    file = planned.file
    return Edited(file.path, file.name, text, 1, change, (content, new), after.register, tuple(further))


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
