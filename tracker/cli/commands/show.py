"""`tracker show`: one obligation, or one agreement, with all that stands behind it."""

from __future__ import annotations

from tracker.cli import printed
from tracker.cli.desk import Desk
from tracker.cli.grammar import ONE, Argument, Command

COMMAND = Command(
    "show",
    "One obligation: its clause, its dates, its log, and why it has its state; or one agreement",
    arguments=(
        Argument("ref", "A ref, a number, or any part of it that is unambiguous; or an agreement's id"),
    ),
    formats=ONE,
)


def run(desk: Desk, *, ref: str) -> int:
    """Print one obligation, or the agreement of exactly that id, as it stands on the as-of day."""
    from tracker.store.lookups import StoredNames, exact_agreement

    if agreement := exact_agreement(desk.connection, ref):
        from tracker.store.agreements_page import agreement_page

        printed.agreement(desk, agreement_page(desk.connection, agreement, desk.as_of, desk.language))
        return 0
    from tracker.core.names import resolve
    from tracker.store.details import detail
    from tracker.workspace.passages import passage

    found = resolve(ref, StoredNames(desk.connection))
    shown = detail(desk.connection, found, desk.as_of, desk.language)
    allowed = desk.settings.allow_outside
    printed.detail(desk, shown, passage(desk.workspace.path.parent, shown, allow_outside=allowed))
    return 0
