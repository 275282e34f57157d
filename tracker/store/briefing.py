"""A brief, asked of the projection: the party's report, its obligations and agreements, the last meeting."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tracker.core.brief import Brief, Kept, Term, brief
from tracker.core.durations import Duration, shift
from tracker.core.errors import TrackerError
from tracker.core.report import PARTNER, Asked
from tracker.core.rows import Filter
from tracker.store.lookups import SHOWN
from tracker.store.queries import rows, settings
from tracker.store.questions import ON_DAY, RENEWS, Parameters, in_scope
from tracker.store.reporting import report
from tracker.store.tables import FOREVER

_YEAR: Final = Duration(12, 0)
_CIRCLE: Final = (
    "SELECT party FROM memberships WHERE member = ?1 UNION SELECT member FROM memberships WHERE party = ?1"
)

_NAMED: Final = (
    "(e.scheduled = s.scheduled OR (e.scheduled = '' AND EXISTS (SELECT 1 FROM occurrence_spans AS p"
    " WHERE p.obligation = s.obligation AND p.scheduled = s.scheduled AND p.start = e.on_day"
    " AND p.status = 'done')))"
)
"""Of an entry `e` and the span `s` of an occurrence: the entry is of that one."""


def last_meeting(connection: sqlite3.Connection, day: date, party: str) -> date | None:
    """Find the day of the last joint meeting with a party that counts as held, None for none."""
    held = (on for _, kind, _, on in _done(connection, day, party) if kind == "joint-meeting")
    last = max(held, default="")
    return date.fromisoformat(last) if last else None


def briefing(
    connection: sqlite3.Connection, day: date, party: str, since: date | None = None, *, language: str
) -> Brief:
    """Draw up the brief of a day for a meeting with a party, as a partner may see it.

    It tells what happened after `since`; where None from the last meeting on, which is told too, else
    in a year.
    TrackerError where the party is ourselves.
    """
    _ask_of_a_partner(connection, party)
    met = last_meeting(connection, day, party) if since is None else None
    begins = since or met or shift(day, _YEAR, -1)
    asked = Asked(
        as_of=day.isoformat(),
        since=begins.isoformat(),
        until=shift(day, _YEAR).isoformat(),
        parties=(party,),
        audience=PARTNER,
        language=language,
    )
    listed = tuple(rows(connection, day, Filter(parties=(party,)), language=language))
    of = {row.ref: row for row in listed}
    first = (met or begins + timedelta(1)).isoformat()
    kept = [(on, ref, scheduled) for ref, _, scheduled, on in _done(connection, day, party) if on >= first]
    return brief(
        report(connection, asked),
        listed,
        party,
        kept=(Kept(of[ref], on, scheduled) for on, ref, scheduled in sorted(kept)),
        meeting=met is not None,
        terms=_terms(connection, day),
        circle=_column(connection, _CIRCLE, party),
    )


def _done(connection: sqlite3.Connection, day: date, party: str) -> Iterator[tuple[str, str, str, str]]:
    """Tell what is between us and a party and counts as done: ref, kind, scheduled date, day of doing.

    What does not recur has '' for a date. What was reopened, or closed otherwise since, was not kept.
    """
    values: Parameters = {"day": day.isoformat()}
    scope = in_scope(connection, (), (party,), values)
    parts = " UNION ALL ".join(
        f"SELECT o.ref AS ref, o.kind, {scheduled} AS scheduled, max(e.on_day) FROM obligations AS o"
        f" CROSS JOIN entries AS e ON e.obligation = o.id CROSS JOIN {table} AS s ON s.obligation = o.id"
        f" WHERE o.id IN ({scope}) AND o.recurs = {recurs} AND e.status = 'done' AND e.on_day <= :day"
        f" AND s.status = 'done' AND {ON_DAY} AND {named} GROUP BY o.id, 3"
        for recurs, table, scheduled, named in (
            (0, "spans", "''", "TRUE"),
            (1, "occurrence_spans", "s.scheduled", _NAMED),
        )
    )
    yield from connection.execute(parts, values)


def _ask_of_a_partner(connection: sqlite3.Connection, party: str) -> None:
    us = settings(connection).us
    if party not in us:
        return
    signed = "SELECT party FROM agreement_parties UNION SELECT party FROM obligation_parties ORDER BY party"
    partners = [name for name in _column(connection, signed) if name not in us]
    if not partners:
        raise TrackerError("a brief is about a partner, and {party} is ourselves", party=party)
    raise TrackerError(
        "a brief is about a partner, and {party} is ourselves; the partners: {partners}",
        party=party,
        partners=", ".join([*partners[:SHOWN], *("…" for _ in partners[SHOWN : SHOWN + 1])]),
    )


def _terms(connection: sqlite3.Connection, day: date) -> dict[str, Term]:
    """Say when each agreement is in force; one that was terminated doesn't renew itself any more."""
    sql = (
        f"SELECT a.id, a.in_force, s.last, s.suspended, {RENEWS} > ''"
        f" FROM agreements AS a JOIN agreement_phases AS s ON s.agreement = a.id WHERE {ON_DAY}"
    )
    return {
        agreement: Term(begins, "" if last == FOREVER else last, renews == 1, suspended == 1)
        for agreement, begins, last, suspended, renews in connection.execute(sql, {"day": day.isoformat()})
    }


def _column(connection: sqlite3.Connection, sql: str, *values: str) -> list[str]:
    return [value for (value,) in connection.execute(sql, values)]
