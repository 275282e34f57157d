"""`tracker log`: who changed what, and when, as git keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.desk import Desk
from tracker.cli.grammar import ONE, Argument, Command
from tracker.cli.output import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.changes import Change
    from tracker.core.logbook import Log
    from tracker.core.names import Names

_SHORT = 10

COMMAND = Command(
    "log",
    "Who changed what, and when: the commits that touched an obligation, an agreement, or the register",
    arguments=(
        Argument(
            "ref",
            "A ref, a number, or any unambiguous part; or an agreement's id; all without",
            optional=True,
        ),
    ),
    formats=ONE,
)


def run(desk: Desk, *, ref: str | None) -> int:
    """Print the commits that changed something, the newest first."""
    from tracker.history.log import log
    from tracker.views import safe
    from tracker.workspace import revisions

    form = desk.form
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
    """Find the agreement of exactly that id, or the obligation, of those that there are or else were.

    Of one that had another name, the last one.
    """
    from tracker.core.errors import TrackerError
    from tracker.core.names import Joined, Listed, NobodyError, resolve

    if agreement := _agreement(desk, typed):
        return agreement
    there = _names(desk)
    touched = [change for touch in found.touches for change in touch.changes.obligations]
    past = {change.name for change in touched} | {change.formerly for change in touched if change.formerly}
    name = typed.strip()
    if name not in past or there.exact(name):
        try:
            return resolve(typed, there)
        except TrackerError:
            try:
                name = resolve(typed, Joined(there, Listed((ref, "", ()) for ref in past)))
            except NobodyError:
                raise TrackerError(
                    "no obligation is or was called {name!r}; 'tracker log' alone tells of all", name=name
                ) from None
    return name if there.exact(name) else _last_name(name, touched)


def _agreement(desk: Desk, typed: str) -> str:
    """Give the id of the agreement that is called so, '' for none, or where the file can't be read."""
    from tracker.core.errors import RegisterError
    from tracker.store.lookups import exact_agreement

    try:
        return exact_agreement(desk.connection, typed.strip())
    except RegisterError:
        return ""


def _last_name(name: str, touched: Sequence[Change]) -> str:
    """Follow an obligation to what it was called last; the changes are the newest first."""
    for change in reversed(touched):
        if change.formerly == name:
            name = change.name
    return name


def _names(desk: Desk) -> Names:
    """Give the names of now; those of the last commit where the file can't be read, as in a conflict."""
    from tracker.core.errors import RegisterError
    from tracker.core.names import Listed
    from tracker.store.lookups import StoredNames
    from tracker.workspace import revisions

    try:
        return StoredNames(desk.connection)
    except RegisterError:
        committed = revisions.reading(revisions.history(desk.workspace.path).at("HEAD")).register
        stated = committed.obligations.values() if committed else ()
        return Listed((one.ref, one.number, one.formerly) for one in stated)


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
