"""`tracker show`: one obligation, with all that stands behind it."""

from __future__ import annotations

from tracker.cli import printed
from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Command

COMMAND = Command(
    "show",
    "One obligation: its clause, its dates, its log, and why it has its state",
    arguments=(Argument("ref", "A ref, a number, or any part of it that is unambiguous"),),
)


def run(desk: Desk, *, ref: str) -> int:
    """Print one obligation as it stands on the as-of day."""
    from tracker.core.names import resolve
    from tracker.store.details import detail
    from tracker.store.lookups import StoredNames
    from tracker.workspace.passages import passage

    found = resolve(ref, StoredNames(desk.connection))
    shown = detail(desk.connection, found, desk.as_of, desk.language)
    allowed = desk.settings.allow_outside
    printed.detail(desk, shown, passage(desk.workspace.path.parent, shown, allow_outside=allowed))
    return 0
