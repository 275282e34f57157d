"""The morning picture: what is late, what is next, what nobody has touched, and whose it is.

Nothing here grows with what is not printed: totals are sums of daily changes, the rows stop where
enough are found, and the agreements are met in the order of their most pressing obligation.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final

from tracker.core.rows import AgreementLine, Filter, Picture, Row, Suspension
from tracker.core.vocabulary import STATES
from tracker.store.columns import language_path, listed, title_in
from tracker.store.database import snapshot
from tracker.store.marked import BLOCKED, DISPUTED, KNOWN_LATE, Marked
from tracker.store.next_date import next_date
from tracker.store.queries import answer, lines
from tracker.store.questions import (
    HEARD,
    NOT_OVER,
    ON_DAY,
    RANKS,
    RENEWS,
    Parameters,
    Question,
    asked,
    in_scope,
)
from tracker.store.tables import FOREVER
from tracker.store.turns import totals

_ENDING: Final = (
    "SELECT s.agreement FROM agreement_phases AS s WHERE s.last >= :day AND s.last < '9999-12-31'"
    f" AND s.look_from <= :day AND {ON_DAY} ORDER BY s.last, s.agreement"
)
_ALL: Final = f"SELECT s.agreement FROM agreement_phases AS s WHERE {ON_DAY} ORDER BY s.agreement"
_COUNT: Final = f"SELECT count(*) FROM agreement_phases AS s WHERE {ON_DAY}"
_SUSPENDED: Final = f"SELECT 1 FROM agreement_phases AS s WHERE s.suspended = 1 AND {ON_DAY} LIMIT 1"
_AGREEMENT: Final = (
    "o.agreement AS agreement, s.state AS state, s.due AS due, s.ref AS ref, s.scheduled AS scheduled"
)
_LINE: Final = (
    "SELECT a.id, {title}, a.kind, a.text, a.parties, a.date, a.effective, a.in_force,"
    f" {RENEWS},"
    " s.last, s.suspended, s.notice_by FROM agreements AS a JOIN agreement_phases AS s ON s.agreement = a.id"
    f" WHERE a.id = :agreement AND {ON_DAY}"
)
_COUNTS: Final = (
    "SELECT s.state, count(*), sum(s.missed), min(CASE WHEN s.due >= :day AND o.recurs = 0"
    f" AND {NOT_OVER} THEN s.due || o.ref END),"
    f" min(CASE s.state WHEN {RANKS['review-due']} THEN {HEARD} || ' ' || o.ref END)"
    " FROM obligations AS o CROSS JOIN spans AS s ON s.obligation = o.id"
    f" WHERE o.{{key}} AND {ON_DAY} GROUP BY s.state"
)
_NEXT: Final = (
    "SELECT min(s.due || o.ref) FROM obligations AS o CROSS JOIN occurrence_spans AS s ON s.obligation = o.id"
    f" WHERE o.{{key}} AND o.recurs AND s.due >= :day AND {ON_DAY} AND {NOT_OVER}"
)
_TITLE: Final = "SELECT {title} FROM obligations AS o WHERE o.ref = :ref"
_DAY: Final = len("2026-12-21")
_Named = tuple[Sequence[str], Sequence[str]]
"""Agreements and parties."""


def picture(
    connection: sqlite3.Connection,
    day: date,
    *,
    agreements: Sequence[str] = (),
    parties: Sequence[str] = (),
    language: str = "",
    most: int | None = None,
) -> Picture:
    """Draw the picture of a day: of everything, or of what belongs to any of the `agreements` and `parties`.

    Each list of rows, and that of agreements, holds at most `most`.
    """
    with snapshot(connection):
        return _picture(connection, day, _Scope(connection, agreements, parties), language, most)


def _picture(
    connection: sqlite3.Connection, day: date, scope: _Scope, language: str, most: int | None
) -> Picture:
    stored = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('title', 'known_at')"))
    counts, missed = scope.totals(day)
    overdue, due_soon, review_due = (
        tuple(answer(connection, scope.question(state), day, language=language, limit=most))
        for state in ("overdue", "due-soon", "review-due")
    )
    marked = Marked(connection, day, scope.named)
    agreements = tuple(
        line(connection, key, day, language, scope.named) for key in scope.agreements(day, most)
    )
    agreement_count = scope.agreement_count(day)
    known_late = marked.count(KNOWN_LATE) if overdue else 0
    coming = [(one.next_due, one.next_ref) for one in agreements if one.next_due]
    if agreement_count > len(agreements):
        coming.append(next_date(connection, day, scope.named))
    next_due, next_ref = min(filter(any, coming), default=("", ""))
    return Picture(
        title=stored["title"],
        as_of=day.isoformat(),
        known_at=stored["known_at"],
        totals=counts,
        missed=missed,
        agreements=agreements,
        overdue=overdue,
        due_soon=due_soon,
        review_due=review_due,
        agreement_count=agreement_count,
        known_late=known_late,
        blocked=marked.rows(BLOCKED, language, most),
        blocked_count=marked.count(BLOCKED),
        disputed=marked.disputes(language, most),
        disputed_count=marked.count(DISPUTED),
        next_due=next_due,
        next_ref=next_ref,
        next_title=_title(connection, next_ref, language) if next_ref else "",
        also_late=_further(marked, overdue, known_late, language, most),
        begins=_begins(connection) if not agreement_count else "",
        suspended=scope.suspended(day, language),
    )


def _begins(connection: sqlite3.Connection) -> str:
    """Give the day of the first agreement of all; '' where there is none."""
    (first,) = connection.execute("SELECT min(begins) FROM agreements").fetchone()
    return first or ""


def _further(
    marked: Marked, overdue: tuple[Row, ...], known: int, language: str, most: int | None
) -> tuple[Row, ...]:
    """Give those known to be late that the first of what is overdue, older ones, left no room for."""
    shown = {row.ref for row in overdue if row.informed}
    if len(shown) == known or len(shown) == most:
        return ()
    rows = marked.rows(KNOWN_LATE, language, most)
    return tuple(row for row in rows if row.ref not in shown)


def line(
    connection: sqlite3.Connection, agreement: str, day: date, language: str = "", named: _Named | None = None
) -> AgreementLine:
    """Draw up the line of an agreement that exists on the day.

    Of its obligations, those that belong to any of the agreements and parties `named`; all for None.
    """
    values: Parameters = {"agreement": agreement, "day": day.isoformat(), "language": language_path(language)}
    own = "agreement = :agreement"
    if named:
        own += f" AND o.id IN ({in_scope(connection, *named, values)})"
    title = title_in(connection, language, "a")
    found = connection.execute(_LINE.format(title=title), values).fetchone()
    key, title, kind, text, parties, stated, effective, in_force, renews, last, suspended, notice_by = found
    counts: dict[str, int] = {}
    overdue = 0
    silent_since = silent_ref = ""
    coming: str | None
    (coming,) = connection.execute(_NEXT.format(key=own), values).fetchone()
    for state, count, missed, due_and_ref, heard in connection.execute(_COUNTS.format(key=own), values):
        counts[STATES[state]] = count
        overdue += missed
        coming = min(filter(None, (coming, due_and_ref)), default=None)
        if STATES[state] == "review-due":
            silent_since, _, silent_ref = heard.partition(" ")
    pauses = bool(suspended) and in_force <= day.isoformat()
    if pauses:
        coming = None
    next_due, next_ref = (coming[:_DAY], coming[_DAY:]) if coming else ("", "")
    if day.isoformat() > last:
        state = "ended"
    else:
        state = "not-in-force" if suspended or day.isoformat() < in_force else "in-force"
    return AgreementLine(
        id=key,
        title=title,
        kind=kind,
        text=text,
        parties=listed(parties),
        state=state,
        date=stated,
        effective=effective,
        expires="" if last == FOREVER else last,
        renews=renews,
        notice_by=notice_by,
        totals=counts,
        missed=overdue,
        next_due=next_due,
        silent_since=silent_since or (silent_ref and effective),
        next_ref=next_ref,
        next_title=_title(connection, next_ref, language) if next_ref else "",
        silent_ref=silent_ref,
        suspended=pauses and day.isoformat() <= last,
    )


def _title(connection: sqlite3.Connection, ref: str, language: str) -> str:
    """Give the title of an obligation in a language."""
    values = {"ref": ref, "language": language_path(language)}
    (title,) = connection.execute(_TITLE.format(title=title_in(connection, language)), values).fetchone()
    return str(title)


class _Scope:
    """What a picture is of: everything, or what belongs to any of some agreements and parties."""

    def __init__(
        self, connection: sqlite3.Connection, agreements: Sequence[str], parties: Sequence[str]
    ) -> None:
        self.connection = connection
        self.named = (tuple(agreements), tuple(parties)) if agreements or parties else None

    def question(self, *states: str) -> Question:
        """Ask for what is in scope, in some states."""
        question = asked(self.connection, Filter(states=states))
        if self.named:
            scope = in_scope(self.connection, *self.named, question.values)
            question.obligations.append(f"o.id IN ({scope})")
        return question

    def totals(self, day: date) -> tuple[dict[str, int], int]:
        """Count obligations by state, and overdue occurrences."""
        if not self.named:
            counted = ((state, *counts) for (state, _), counts in totals(self.connection, day).items())
        else:
            values: Parameters = {"day": day.isoformat()}
            scope = f"id IN ({in_scope(self.connection, *self.named, values)})"
            found = self.connection.execute(_COUNTS.format(key=scope), values)
            counted = ((STATES[state], count, missed) for state, count, missed, *_ in found)
        counts: dict[str, int] = {}
        overdue = 0
        for state, count, missed in counted:
            counts[state] = counts.get(state, 0) + count
            overdue += missed
        return {state: counts[state] for state in STATES if state in counts}, overdue

    def agreements(self, day: date, most: int | None) -> Iterator[str]:
        """Yield those that exist: with something overdue, near their end, by what presses most, others."""
        values = {"day": day.isoformat()}
        within = self._within()
        seen: set[str] = set()
        for agreement, *_ in chain(
            self._pressing(day, "overdue"),
            self.connection.execute(_ENDING, values),
            self._pressing(day, *(state for state in STATES if state != "overdue")),
            self.connection.execute(_ALL, values),
        ):
            if len(seen) == most:
                return
            if agreement not in seen and (within is None or agreement in within):
                seen.add(agreement)
                yield agreement

    def agreement_count(self, day: date) -> int:
        """Count the agreements that exist."""
        values = {"day": day.isoformat()}
        within = self._within()
        if within is None:
            (count,) = self.connection.execute(_COUNT, values).fetchone()
            return int(count)
        return sum(agreement in within for (agreement,) in self.connection.execute(_ALL, values))

    def suspended(self, day: date, language: str) -> tuple[Suspension, ...]:
        """List those that are suspended."""
        if not self.connection.execute(_SUSPENDED, {"day": day.isoformat()}).fetchone():
            return ()
        from tracker.store.suspended import suspended

        values: Parameters = {}
        own = f" AND o.id IN ({in_scope(self.connection, *self.named, values)})" if self.named else ""
        found = suspended(
            self.connection, day, language, agreements=self._within(), within=own, values=values
        )
        return tuple(found)

    def _pressing(self, day: date, *states: str) -> Iterator[tuple[str, ...]]:
        """Yield the agreement of each obligation, the most pressing first."""
        return lines(self.connection, self.question(*states), day, _AGREEMENT)

    def _within(self) -> set[str] | None:
        """Name the agreements in scope; None for all."""
        if not self.named:
            return None
        values: Parameters = {}
        scope = in_scope(self.connection, *self.named, values)
        sql = f"SELECT DISTINCT agreement FROM obligations WHERE id IN ({scope})"
        found = self.connection.execute(sql, values)
        return {*self.named[0], *(agreement for (agreement,) in found)}
