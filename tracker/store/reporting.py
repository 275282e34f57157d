"""A report, asked of the projection: everything that is known of a day and the days before it.

Lists hold the first ones and a count; what grows with the register is counted off indexes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from tracker.core.report import PARTNER, Asked, Changed, Decisions, Event, Footer, Report
from tracker.core.report_audience import for_partner
from tracker.core.rows import Row
from tracker.store import report_rows as listing
from tracker.store.database import snapshot
from tracker.store.language import agreement_titles, party_names, people_names, untitled
from tracker.store.queries import settings
from tracker.store.report_agreements import Agreements
from tracker.store.report_news import news, unagreed, unproved
from tracker.store.report_scope import Scope


def report(connection: sqlite3.Connection, asked: Asked) -> Report:
    """Draw up the report of a day, over the whole register or what is asked for."""
    with snapshot(connection):
        drawn = _report(connection, asked)
        if asked.audience == PARTNER:
            drawn = for_partner(drawn)
        return _named(connection, drawn)


def has_private(connection: sqlite3.Connection) -> bool:
    """Say whether the register has entries that a partner may not see."""
    sql = "SELECT EXISTS (SELECT 1 FROM {} WHERE private)"
    return any(connection.execute(sql.format(t)).fetchone()[0] for t in ("entries", "agreement_entries"))


def _report(connection: sqlite3.Connection, asked: Asked) -> Report:
    stored = settings(connection)
    scope = Scope(connection, asked)
    agreements = Agreements(scope)
    totals, missed = listing.counted(scope)
    sources, in_force = agreements.sources()
    late = listing.late(scope)
    unheard = listing.unheard(scope, totals.get("overdue", 0), late.total)
    due, whose = listing.due(scope)
    silent = agreements.silent(totals.get("review-due", 0))
    pressing = [row.agreement for row in (*late.shown, *unheard.shown)]
    pressing += [one.agreement for one in silent.shown]
    return Report(
        asked=asked,
        title=stored.title,
        known_at=stored.known_at,
        us=stored.us,
        in_force=in_force,
        totals=totals,
        missed=missed,
        changed=_changed(scope, agreements),
        decisions=Decisions(
            blocked=listing.blocked(scope),
            disputed=listing.disputed(scope),
            unagreed=unagreed(scope),
            ending=agreements.ending(),
            unowned=listing.unowned(scope),
            unproved=unproved(scope),
            open_count=sum(totals.get(state, 0) for state in listing.OPEN),
        ),
        late=late,
        unheard=unheard,
        due=due,
        due_obligations=whose,
        silent=silent,
        silent_rows=listing.silent(scope, totals.get("review-due", 0)),
        agreements=agreements.counts(pressing),
        suspended=agreements.suspended(),
        footer=Footer(stored.title, sources, asked.commit, stored.tool),
    )


def _changed(scope: Scope, agreements: Agreements) -> Changed:
    return Changed(
        **news(scope),
        newly_overdue=listing.turned(scope, listing.OVERDUE),
        newly_due_soon=listing.turned(scope, listing.DUE_SOON),
        added=listing.added(scope),
        agreements=agreements.events(),
    )


def _named(connection: sqlite3.Connection, drawn: Report) -> Report:
    """Add the names of parties and people in the language, and what has no title in it."""
    rows = list(_rows(drawn))
    parties = {party for row in rows for party in row.bearers}
    parties |= {party for line in drawn.agreements.shown for party in line.parties}
    parties |= {row.dispute for row in rows} | set(drawn.asked.parties)
    events = [event for part in drawn.changed for event in part.shown if isinstance(event, Event)]
    entries = [event.entry for event in (*events, *drawn.decisions.unagreed.shown) if event.entry]
    parties |= {party for entry in entries for party in (*entry.agreed_with, entry.dispute)}
    people = {row.owner for row in rows} | {event.before for event in events} | {drawn.asked.owner}
    people |= {entry.owner for entry in entries}
    language = drawn.asked.language
    return drawn._replace(
        agreement_titles=agreement_titles(connection, language, {row.agreement for row in rows}),
        party_names=party_names(connection, language, parties),
        people_names=people_names(connection, language, people),
        untitled=_untitled(connection, drawn, rows),
    )


def _rows(drawn: Report) -> Iterator[Row]:
    """Give every row that the report shows."""
    listed = (drawn.late, drawn.unheard, drawn.due, drawn.silent_rows)
    decided = drawn.decisions
    parts = (decided.blocked, decided.disputed, decided.unagreed, decided.unowned, decided.unproved)
    for part in (*drawn.changed, *parts, *listed):
        for one in part.shown:
            if isinstance(one, Event):
                yield one.row
            elif isinstance(one, Row):
                yield one


def _untitled(connection: sqlite3.Connection, drawn: Report, rows: Iterable[Row]) -> tuple[str, ...]:
    """Name what is shown under a title of another language."""
    agreements = {line.agreement for line in drawn.agreements.shown}
    agreements |= {one.agreement for one in drawn.silent.shown}
    agreements |= {one.agreement for one in drawn.decisions.ending.shown}
    agreements |= {one.agreement for one in drawn.suspended.shown}
    agreements |= set(drawn.agreement_titles)
    agreements |= {event.agreement for event in drawn.changed.agreements.shown}
    return untitled(connection, drawn.asked.language, {row.ref for row in rows}, agreements)
