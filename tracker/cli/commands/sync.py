"""`tracker sync`: bring the projection up to date with the text."""

from __future__ import annotations

from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, Command, Option
from tracker.core.errors import TrackerError

COMMAND = Command(
    "sync",
    "Bring the database up to date with the text; other commands do it by themselves",
    options=(Option("--rebuild", "Build it again from nothing", FLAG),),
)


def run(desk: Desk, *, rebuild: bool) -> int:
    """Bring it up to date, and say where it is and what it holds; TrackerError where it can't be written."""
    from tracker.store.database import is_kept
    from tracker.store.turns import totals

    workspace = desk.workspace
    connection = workspace.rebuild() if rebuild else workspace.projection(desk.as_of)
    if not is_kept(connection):
        raise TrackerError(
            "the database {db} can't be written: look at the rights to it and to its folder, whether the disk"
            " is full, and whether another program holds it; or name another with --db PATH",
            db=workspace.db,
        )
    count = sum(number for number, _ in totals(connection, desk.as_of).values())
    desk.tell_count(
        "{db} is up to date: {n} obligation on {day}",
        "{db} is up to date: {n} obligations on {day}",
        count,
        db=workspace.db,
        day=desk.as_of,
    )
    return 0
