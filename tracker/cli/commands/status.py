"""`tracker status`: the morning picture."""

from __future__ import annotations

from tracker.cli import printed
from tracker.cli.asking import FAIL_ON, exit_code, scope
from tracker.cli.desk import Desk
from tracker.cli.grammar import ROWS, Argument, Command
from tracker.store.picture import picture

_ROWS_SHOWN = 10
"""Rows of a part that the screen may need; a document for programs gets all."""

COMMAND = Command(
    "status",
    "The morning picture: what is late, what is next, what nobody has touched",
    arguments=(
        Argument(
            "names", "Agreements or parties, by id, alias or name; all without", many=True, optional=True
        ),
    ),
    options=(FAIL_ON,),
    formats=ROWS,
)


def run(desk: Desk, *, names: tuple[str, ...], fail_on: str | None) -> int:
    """Print the picture of the as-of day."""
    agreements, parties = scope(desk, names)
    most = None if desk.form in {"json", "csv"} else _ROWS_SHOWN
    shown = picture(
        desk.connection,
        desk.as_of,
        agreements=agreements,
        parties=parties,
        language=desk.language,
        most=most,
    )
    code = exit_code(desk, fail_on, shown.totals, shown.known_late)
    printed.picture(desk, shown)
    return code
