"""The obligations behind a report, with their names in its language, asked of the projection."""

from __future__ import annotations

import sqlite3

from tracker.core.report import PARTNER, Part, Report
from tracker.core.rows import Filter, Row
from tracker.core.sheet import Sheet
from tracker.store.database import snapshot
from tracker.store.language import agreement_titles, party_names, people_names
from tracker.store.queries import answer
from tracker.store.questions import asked
from tracker.store.report_scope import Scope


def sheet(connection: sqlite3.Connection, drawn: Report, most: int | None) -> Sheet:
    """List the obligations that a report is of, at most so many; a partner is not told whose they are."""
    with snapshot(connection):
        part = _obligations(connection, drawn, most)
        language = drawn.asked.language
        agreements = {row.agreement for row in part.shown}
        people = {row.owner for row in part.shown if row.owner}
        parties = {party for row in part.shown for party in (*row.bearers, row.dispute) if party}
        named = drawn._replace(
            agreement_titles={
                **drawn.agreement_titles,
                **agreement_titles(connection, language, agreements),
            },
            party_names={**drawn.party_names, **party_names(connection, language, parties)},
            people_names={**drawn.people_names, **people_names(connection, language, people)},
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
