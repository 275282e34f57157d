"""`tracker sync`: bring the projection up to date with the text."""

from __future__ import annotations

from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, Command, Option

COMMAND = Command(
    "sync",
    "Bring the database up to date with the text; other commands do it by themselves",
    options=(Option("--rebuild", "Build it again from nothing", FLAG),),
)


def run(desk: Desk, *, rebuild: bool) -> int:
    """Bring it up to date, and say where it is and what it holds."""
    from tracker.store.turns import totals

    workspace = desk.workspace
    connection = workspace.rebuild() if rebuild else workspace.projection(desk.as_of)
    count = sum(number for number, _ in totals(connection, desk.as_of).values())
    desk.tell(
        "{db} is up to date: {count} obligations on {day}", db=workspace.db, count=count, day=desk.as_of
    )
    return 0
