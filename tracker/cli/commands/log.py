"""`tracker log`: who changed what, and when, as git keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Command
from tracker.cli.output import write
from tracker.cli.printed import ONE

if TYPE_CHECKING:
    from tracker.core.logbook import Log

_SHORT = 10

COMMAND = Command(
    "log",
    "Who changed what, and when: the commits that touched an obligation, or the register",
    arguments=(Argument("ref", "A ref, a number, or any unambiguous part; all without", optional=True),),
)


def run(desk: Desk, *, ref: str | None) -> int:
    """Print the commits that changed something, the newest first."""
    from tracker.history.log import log
    from tracker.views import safe
    from tracker.workspace import revisions

    form = desk.format(ONE)
    found = log(revisions.history(desk.workspace.path))
    if ref is not None:
        found = found.of(_meant(desk, ref, found))
    _print(desk, form, found)
    for one in found.unreadable:
        desk.tell(
            "passed over {commit} of {day}: {reason}",
            commit=one.commit.id[:_SHORT],
            day=one.commit.day,
            reason=safe.line(desk.wording.text(one.text)),
        )
    if found.ends is not None:
        desk.tell(
            "the history in this clone begins with {commit} of {day}; "
            "git fetch --unshallow brings what is older",
            commit=found.ends.id[:_SHORT],
            day=found.ends.day,
        )
    return 0


def _meant(desk: Desk, typed: str, found: Log) -> str:
    """Find the obligation; one that is gone is known by the ref that it had."""
    gone = {change.name for touch in found.touches for change in touch.changes.obligations}
    from tracker.core.errors import TrackerError
    from tracker.core.names import resolve
    from tracker.store.lookups import StoredNames

    try:
        return resolve(typed, StoredNames(desk.connection))
    except TrackerError:
        if typed in gone:
            return typed
        raise


def _print(desk: Desk, form: str, found: Log) -> None:
    match form:
        case "json":
            from tracker.views.changes import as_json

            write(as_json.log(found, desk.wording))
        case "markdown":
            from tracker.views.changes import as_markdown

            write(as_markdown.log(found, desk.wording))
        case "table":
            from tracker.views import as_table
            from tracker.views.changes import page

            lines = page.log(found, desk.wording, desk.width)
            write(as_table.painted(lines, desk.colour))
        case _:
            from tracker.views import pieces
            from tracker.views.changes import page

            write(pieces.plain(page.log(found, desk.wording, 0)))
