"""`tracker undo`: take back what a command wrote last."""

from __future__ import annotations

from tracker.cli.adding import DRY_RUN
from tracker.cli.desk import Desk
from tracker.cli.grammar import Command
from tracker.cli.printed import difference

COMMAND = Command(
    "undo",
    "Take back what a command wrote last, if it still stands there unchanged",
    options=(DRY_RUN,),
)


def run(desk: Desk, *, dry_run: bool) -> int:
    """Take the last change back and show it."""
    from tracker.workspace.edits import take_back

    edited = take_back(desk.workspace.path, dry_run=dry_run)
    difference(desk, edited.text, edited.change.text, edited.name)
    if not dry_run:
        desk.tell("taken back: {path}", path=".".join(map(str, edited.change.path)))
    return 0
