"""`tracker brief`: what stands between us and a party, on one page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tracker.cli import period
from tracker.cli.desk import Desk
from tracker.cli.grammar import MARKDOWN, PLAIN, TABLE, Argument, Command, Option
from tracker.cli.report_forms import extra
from tracker.cli.saving import OUTPUT, save
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from tracker.views.report.page import Page

COMMAND = Command(
    "brief",
    "One page on a party, for a joint committee or a minister: kept, not kept, next",
    arguments=(Argument("party", "A party, by id, alias or name"),),
    options=(
        Option("--since", "Tell what happened after this day; default the last meeting", metavar="DATE"),
        OUTPUT,
    ),
    formats=(TABLE, PLAIN, MARKDOWN, "html", "docx"),
    epilog="Private entries are left out.",
    arabic=True,
)


def run(desk: Desk, *, party: str, since: str | None, output: str | None) -> int:
    """Print the brief of the as-of day, or put it in a file."""
    form = desk.form
    if form == "docx" and output is None:
        raise TrackerError("{format} is no text for a terminal; name a file with --output", format=form)
    start = _since(desk, since)
    from tracker.store import lookups
    from tracker.store.briefing import briefing
    from tracker.views import brief_sheet

    drawn = briefing(
        _connection(desk), desk.as_of, lookups.party(desk.connection, party), start, language=desk.language
    )
    period.tell_untitled(desk, drawn.report.untitled)
    content = _content(
        form, brief_sheet.page(drawn, desk.wording), drawn.report.as_of, 0 if output else desk.width
    )
    if output:
        save(desk, output, content)
    else:
        sys.stdout.write(content.decode())
    return 0


def _content(form: str, page: Page, day: str, columns: int) -> bytes:
    match form:
        case "docx":
            document: bytes = extra("as_docx").rendered(page, day)
            return document
        case "html":
            from tracker.views.report import as_html

            return as_html.rendered(page).encode()
        case "markdown":
            from tracker.views.report import as_markdown

            lines = as_markdown.rendered(page)
        case _:
            from tracker.views import brief_sheet
            from tracker.views.report import as_plain

            lines = brief_sheet.text(page, columns or as_plain.WIDTH)
    return "".join(f"{line}\n" for line in lines).encode()


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
