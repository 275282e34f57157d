"""From what was typed of a report to the report: whose promises, which days, for whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from tracker.cli.asking import length, one_of, scope
from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Option
from tracker.core.errors import TrackerError
from tracker.core.report import AUDIENCES, PARTNER, Asked, Report

if TYPE_CHECKING:
    import sqlite3

_DAYS: Final = 7

NAMES: Final = Argument(
    "names", "Agreements or parties, by id, alias or name; all without", many=True, optional=True
)
OPTIONS: Final = (
    Option("--since", "Tell what changed after this day; default seven days before --as-of", metavar="DATE"),
    Option("--horizon", "List what falls due so long ahead; default the register's 'soon'", metavar="LENGTH"),
    Option("--owner", "Only what this person or post looks after", metavar="NAME"),
    Option("--audience", "'partner' leaves out private entries, notes, people and evidence", metavar="WHO"),
)


class Order(NamedTuple):
    """A report as it was typed."""

    names: tuple[str, ...] = ()
    since: str | None = None
    horizon: str | None = None
    owner: str | None = None
    audience: str | None = None


class Source(NamedTuple):
    """What a report is drawn from: the projection that is right for its reader, and what is asked."""

    connection: sqlite3.Connection
    asked: Asked

    def report(self) -> Report:
        """Draw it up."""
        from tracker.store import reporting

        return reporting.report(self.connection, self.asked)


def source(desk: Desk, order: Order, most: int | None) -> Source:
    """Read an order; `most` is how many of each list are shown, None for all."""
    from tracker.core.durations import shift
    from tracker.store import lookups
    from tracker.workspace.commit import commit

    if order.audience:
        one_of([order.audience], AUDIENCES, desk.wording.say("audience"))
    until = shift(desk.as_of, length(order.horizon or desk.settings.soon))
    start = _since(desk, order.since)
    agreements, parties = scope(desk, order.names)
    connection = _connection(desk, until, order.audience)
    asked = Asked(
        as_of=desk.as_of.isoformat(),
        since=start.isoformat(),
        until=until.isoformat(),
        agreements=agreements,
        parties=parties,
        owner=lookups.owner(desk.connection, order.owner) if order.owner else "",
        audience=order.audience or "",
        language=desk.language,
        most=most,
        commit=commit(desk.workspace.path),
    )
    return Source(connection, asked)


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
