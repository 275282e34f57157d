"""A brief, asked of the projection: the party's report, all its obligations, and the last meeting."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Final

from tracker.core.brief import Brief, brief
from tracker.core.durations import Duration, shift
from tracker.core.report import PARTNER, Asked
from tracker.core.rows import Filter
from tracker.store.queries import rows
from tracker.store.questions import Parameters, in_scope
from tracker.store.reporting import report

_YEAR: Final = Duration(12, 0)


def last_meeting(connection: sqlite3.Connection, day: date, party: str) -> date | None:
    """Find the day of the last joint meeting with a party that is recorded as held, None for none."""
    values: Parameters = {"day": day.isoformat()}
    scope = in_scope(connection, (), (party,), values)
    sql = (
        "SELECT max(e.on_day) FROM entries AS e JOIN obligations AS o ON o.id = e.obligation"
        f" WHERE e.status = 'done' AND o.kind = 'joint-meeting' AND e.on_day <= :day AND o.id IN ({scope})"
    )
    (found,) = connection.execute(sql, values).fetchone()
    return date.fromisoformat(found) if found else None


def briefing(
    connection: sqlite3.Connection, day: date, party: str, since: date | None = None, *, language: str
) -> Brief:
    """Draw up the brief of a day for a meeting with a party, as a partner may see it.

    It tells what happened after `since`, where None after the last meeting, else in a year.
    """
    met = last_meeting(connection, day, party) if since is None else None
    asked = Asked(
        as_of=day.isoformat(),
        since=(since or met or shift(day, _YEAR, -1)).isoformat(),
        until=shift(day, _YEAR).isoformat(),
        parties=(party,),
        audience=PARTNER,
        language=language,
    )
    listed = rows(connection, day, Filter(parties=(party,)), language=language)
    return brief(report(connection, asked), listed, party, meeting=met is not None)
