"""`tracker diff`: what changed between two revisions of the register, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.desk import Desk
from tracker.cli.grammar import ONE, Argument, Command
from tracker.cli.output import write

if TYPE_CHECKING:
    from tracker.core.changes import Changes
    from tracker.core.logbook import Commit

COMMAND = Command(
    "diff",
    "What changed in the register: between a revision, or a day, and now, or between two",
    arguments=(
        Argument("before", "A git revision, or a day: HEAD~3, v2, 2026-11-14; HEAD without", optional=True),
        Argument("after", "The later one; without, the file as it is now", optional=True),
    ),
    formats=ONE,
)


def run(desk: Desk, *, before: str | None, after: str | None) -> int:
    """Print what changed, by field."""
    from tracker.core.changes import changes
    from tracker.workspace import revisions

    form = desk.form
    past = revisions.history(desk.workspace.path)
    zone = desk.settings.timezone
    old = revisions.snapshot(past, before or "HEAD", desk.day, zone)
    new = revisions.snapshot(past, after, desk.day, zone) if after else None
    now = revisions.register(new) if new else desk.workspace.read().required()
    _print(desk, form, changes(revisions.register(old), now), old.commit, new.commit if new else None)
    return 0


def _print(desk: Desk, form: str, found: Changes, before: Commit, after: Commit | None) -> None:
    match form:
        case "json":
            from tracker.views.changes import as_json

            write(as_json.changes(found, before, after, desk.wording))
        case "markdown":
            from tracker.views.changes import as_markdown

            write(as_markdown.changes(found, desk.wording))
        case "table":
            from tracker.views import as_table
            from tracker.views.changes import page

            lines = page.changes(found, desk.wording, desk.width)
            write(as_table.painted(lines, desk.colour))
        case _:
            from tracker.views import pieces
            from tracker.views.changes import page

            write(pieces.plain(page.changes(found, desk.wording, 0)))
