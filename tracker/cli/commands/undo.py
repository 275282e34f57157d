"""`tracker undo`: take back what a command wrote last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from tracker.cli.adding import DRY_RUN
from tracker.cli.desk import Desk
from tracker.cli.grammar import DIFFERENCE, FLAG, Command, Option
from tracker.cli.output import confirming
from tracker.cli.printed import difference
from tracker.core.errors import TrackerError
from tracker.register.text.scan import Path

if TYPE_CHECKING:
    from pathlib import Path as File

    from tracker.workspace.edits import Edited

COMMAND = Command(
    "undo",
    "Take back what a command wrote last, if it still stands there unchanged",
    options=(
        DRY_RUN,
        Option("--skip", "Leave it as it is, and let the next undo take back the one before", FLAG),
    ),
    formats=DIFFERENCE,
)

_SOURCE: Final = re.compile(r'^\s*(?:source|file)\s*=\s*"(sources/[^"\\\n]+)"', re.MULTILINE)


def run(desk: Desk, *, dry_run: bool, skip: bool) -> int:
    """Take the last change back and show it."""
    from tracker.workspace.edits import leave, take_back

    if skip:
        desk.tell("left as it is: {path}", path=_said(*leave(desk.workspace.path)))
        return 0
    edited = take_back(desk.workspace.path, dry_run=dry_run)
    path = _said(edited.name, (change.path for change in (*reversed(edited.further), edited.change)))
    if dry_run:
        difference(desk, edited.text, edited.text_after, edited.name)
        return 0
    with confirming(partial(_unshown, path)):
        difference(desk, edited.text, edited.text_after, edited.name)
    desk.tell("taken back: {path}", path=path)
    for name in _left(edited, desk.workspace.path.parent):
        desk.tell("{file} stays; delete it if nobody needs it", file=name)
    return 0


def _left(edited: Edited, folder: File) -> Iterator[str]:
    """Name the documents in sources/, where --copy puts them, that are no source any more."""
    taken = "".join(change.old for change in (edited.change, *edited.further))
    for name in dict.fromkeys(_SOURCE.findall(taken)):
        if f'"{name}"' not in edited.text_after and (folder / name).is_file():
            yield name


def _unshown(path: str, error: OSError) -> TrackerError:
    """Say that it is taken back, so that nobody takes back one more."""
    return TrackerError(
        "taken back: {path}; but the change can't be shown: {reason}",
        path=path,
        reason=error.strerror or str(error),
    )


def _said(file: str, paths: Iterable[Path]) -> str:
    """Name what was changed as people do: its ref, its agreement's id, or the file that was put in order."""
    return ", ".join(dict.fromkeys(_name(path) or file for path in paths))


def _name(path: Path) -> str:
    return ".".join(str(step) for step in path[1:] if step != "log" and not isinstance(step, int))
