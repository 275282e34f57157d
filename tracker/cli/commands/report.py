"""`tracker report`: what changed, what needs a decision, what is late and what is next."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from tracker.cli import report_forms
from tracker.cli.asking import FAIL_ON, exit_code, length, one_of, scope
from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Command, Option
from tracker.cli.period import tell_untitled
from tracker.cli.saving import OUTPUT, save
from tracker.core.errors import TrackerError
from tracker.core.report import AUDIENCES, PARTNER, Asked, Report

if TYPE_CHECKING:
    import sqlite3

_DAYS = 7

COMMAND = Command(
    "report",
    "The weekly report: what changed, what needs a decision, what is late and what is next",
    arguments=(
        Argument(
            "names", "Agreements or parties, by id, alias or name; all without", many=True, optional=True
        ),
    ),
    options=(
        Option(
            "--since", "Tell what changed after this day; default seven days before --as-of", metavar="DATE"
        ),
        Option(
            "--horizon", "List what falls due so long ahead; default the register's 'soon'", metavar="LENGTH"
        ),
        Option("--owner", "Only what this person or post looks after", metavar="NAME"),
        Option(
            "--audience", "'partner' leaves out private entries, notes, people and evidence", metavar="WHO"
        ),
        FAIL_ON,
        OUTPUT,
    ),
    epilog="Formats: plain, markdown, json and csv; --lang en, fr or ar.",
)


def run(
    desk: Desk,
    *,
    names: tuple[str, ...],
    since: str | None,
    horizon: str | None,
    owner: str | None,
    audience: str | None,
    fail_on: str | None,
    output: str | None,
) -> int:
    """Print the report of the as-of day, or put it in a file."""
    form = desk.format(report_forms.FORMS)
    if form in report_forms.DOCUMENTS and output is None:
        raise TrackerError("{format} is no text for a terminal; name a file with --output", format=form)
    drawn = draw(desk, names, since, horizon, owner, audience, whole=form in report_forms.WHOLE)
    code = exit_code(desk, fail_on, drawn.totals)
    content = report_forms.content(form, drawn, desk.wording, 0 if output else desk.width)
    tell_untitled(desk, drawn.untitled)
    if output:
        save(desk, output, content)
    else:
        sys.stdout.write(content.decode())
    return code


def draw(
    desk: Desk,
    names: tuple[str, ...],
    since: str | None,
    horizon: str | None,
    owner: str | None,
    audience: str | None,
    *,
    whole: bool,
) -> Report:
    """Draw up a report as the options ask for it; `whole` lists all that there is."""
    from tracker.core.durations import shift
    from tracker.store import lookups, reporting
    from tracker.workspace.commit import commit

    if audience:
        one_of([audience], AUDIENCES, desk.wording.say("audience"))
    until = shift(desk.as_of, length(horizon or desk.settings.soon))
    start = _since(desk, since)
    agreements, parties = scope(desk, names)
    connection = _connection(desk, until, audience)
    asked = Asked(
        as_of=desk.as_of.isoformat(),
        since=start.isoformat(),
        until=until.isoformat(),
        agreements=agreements,
        parties=parties,
        owner=lookups.owner(desk.connection, owner) if owner else "",
        audience=audience or "",
        language=desk.language,
        most=None if whole else report_forms.SHOWN,
        commit=commit(desk.workspace.path),
    )
    return reporting.report(connection, asked)


def _connection(desk: Desk, until: date, audience: str | None) -> sqlite3.Connection:
    """Open the projection good through the horizon; for a partner without what is private."""
    from tracker.cli import period
    from tracker.store import reporting

    found = period.connection(desk, until)
    if audience == PARTNER and reporting.has_private(found):
        return desk.workspace.without_private(desk.known, max(desk.as_of, until))
    return found


def _since(desk: Desk, typed: str | None) -> date:
    """Read --since against the as-of day; TrackerError where it is after it."""
    from tracker.core.durations import Duration, shift
    from tracker.core.phrases import parse_day

    if typed is None:
        return shift(desk.as_of, Duration(0, _DAYS), -1)
    day = parse_day(typed, desk.as_of)
    if day > desk.as_of:
        raise TrackerError(
            "--since {since} is after {as_of}, the day of the report; give an earlier day",
            since=day.isoformat(),
            as_of=desk.as_of.isoformat(),
        )
    return day
