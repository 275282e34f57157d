"""The obligations behind a report, with their names in its language, asked of the projection."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import json
import sqlite3

from tracker.core.report import PARTNER, Part, Report
from tracker.core.rows import Filter, Row
from tracker.core.sheet import Sheet
from tracker.store.columns import title_in
from tracker.store.database import snapshot
from tracker.store.language import party_names
from tracker.store.queries import answer
from tracker.store.questions import asked
from tracker.store.report_scope import Scope


def sheet(connection: sqlite3.Connection, drawn: Report, most: int | None) -> Sheet:
    """List the obligations that a report is of, at most so many; a partner is not told whose they are."""
    with snapshot(connection):
        part = _obligations(connection, drawn, most)
        people = {row.owner for row in part.shown if row.owner}
        parties = {party for row in part.shown for party in (*row.bearers, row.dispute) if party}
        named = drawn._replace(
            agreement_titles={**drawn.agreement_titles, **_titles(connection, drawn, part)},
            party_names={**drawn.party_names, **party_names(connection, drawn.asked.language, parties)},
            people_names={**drawn.people_names, **_people(connection, drawn.asked.language, people)},
        )
    return Sheet(named, part)


def _obligations(connection: sqlite3.Connection, drawn: Report, most: int | None) -> Part[Row]:
    scope = Scope(connection, drawn.asked)
    question = asked(connection, Filter(owners=scope.owners))
    if scope.named:
        question.obligations.append(f"o.id IN ({scope.ids})")
        question.values.update(scope.values)
    found = answer(connection, question, scope.day, language=drawn.asked.language, limit=most)
    partner = drawn.asked.audience == PARTNER
    rows = tuple(row._replace(owner="") if partner else row for row in found)
    return Part(rows, sum(drawn.totals.values()))


def _titles(connection: sqlite3.Connection, drawn: Report, part: Part[Row]) -> dict[str, str]:
    wanted = {row.agreement for row in part.shown}
    sql = f"SELECT a.id, {title_in(connection, drawn.asked.language, 'a')} FROM agreements AS a"
    found = connection.execute(sql, {"language": f'$."{drawn.asked.language}"'})
    return {key: title for key, title in found if key in wanted}


def _people(connection: sqlite3.Connection, language: str, wanted: set[str]) -> dict[str, str]:
    found = connection.execute("SELECT id, names FROM people ORDER BY id")
    names = {key: json.loads(stored) for key, stored in found if key in wanted}
    return {key: name for key, by in names.items() if (name := by.get(language) or by.get(""))}
