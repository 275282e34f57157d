"""`tracker brief`: what stands between us and a party, on one page."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

from tracker.cli import period
from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Command, Option
from tracker.cli.saving import OUTPUT, save
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

_FORMS: Final = {"table": "report_plain", "plain": "report_plain", "markdown": "report_markdown"}
"""Which module of `tracker.views` renders a page in a form, as lines."""

COMMAND = Command(
    "brief",
    "One page on a party, for a joint committee or a minister: kept, not kept, next",
    arguments=(Argument("party", "A party, by id, alias or name"),),
    options=(
        Option("--since", "Tell what happened after this day; default the last meeting", metavar="DATE"),
        OUTPUT,
    ),
    epilog="Private entries are left out. Formats: plain, markdown; --lang en, fr or ar.",
)


def run(desk: Desk, *, party: str, since: str | None, output: str | None) -> int:
    """Print the brief of the as-of day, or put it in a file."""
    form = desk.format(tuple(_FORMS))
    start = _since(desk, since)
    from tracker.store import lookups
    from tracker.store.briefing import briefing
    from tracker.views import brief as view

    drawn = briefing(
        _connection(desk), desk.as_of, lookups.party(desk.connection, party), start, language=desk.language
    )
    period.tell_untitled(desk, drawn.report.untitled)
    page = view.page(drawn, desk.wording)
    lines = import_module(f"tracker.views.{_FORMS[form]}").rendered(page)
    content = "".join(f"{line}\n" for line in lines)
    if output:
        save(desk, output, content.encode())
    else:
        sys.stdout.write(content)
    return 0


def _since(desk: Desk, typed: str | None) -> date | None:
    if typed is None:
        return None
    day = desk.day(typed)
    if day > desk.as_of:
        raise TrackerError(
            "--since {since} is after {as_of}, the day of the brief; give an earlier day",
            since=day.isoformat(),
            as_of=desk.as_of.isoformat(),
        )
    return day


def _connection(desk: Desk) -> sqlite3.Connection:
    """Open the projection as if no private entry had been written."""
    from tracker.store.reporting import has_private

    if not has_private(desk.connection):
        return desk.connection
    return desk.workspace.without_private(desk.known, desk.as_of)
