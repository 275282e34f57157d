"""The days of a calendar, asked of the projection: dates of promises, ends of agreements."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from tracker.core.calendar_days import END, NOTICE, OCCURRENCE, CalendarDay, CalendarDays, concerning
from tracker.core.rows import Filter, Row
from tracker.store.columns import language_path, listed, title_in
from tracker.store.database import snapshot
from tracker.store.language import party_names, untitled
from tracker.store.queries import answer
from tracker.store.questions import ON_DAY, RENEWS, Parameters, asked, in_scope
from tracker.store.tables import FOREVER

_ABOUT: Final = (
    "SELECT o.id, {title}, o.clause, coalesce(d.url, ''), o.after,"
    " EXISTS (SELECT 1 FROM agreement_phases AS s"
    f" WHERE s.agreement = o.agreement AND s.suspended = 1 AND {ON_DAY})"
    " FROM obligations AS o"
    " JOIN agreements AS a ON a.id = o.agreement"
    " LEFT JOIN sources AS d ON d.agreement = o.agreement AND d.id = o.source WHERE o.ref = :ref"
)
_LOG: Final = (
    "SELECT e.status, e.scheduled FROM entries AS e JOIN obligations AS o ON o.id = e.obligation"
    " WHERE o.ref = ? AND e.on_day <= ? AND e.status > ''"
)
_CHANGES: Final = "SELECT count(*) FROM agreement_entries WHERE agreement = ? AND on_day <= ? AND status > ''"
_CLOSED_ON: Final = (
    "SELECT coalesce(max(CASE WHEN status <> :status THEN end END), min(start)) FROM {table}"
    " WHERE obligation = :number AND scheduled = :scheduled AND start <= :day"
    " AND (end <= :day OR status = :status)"
)
_FORMER: Final = {
    "obligations": "SELECT f.obligation, f.former FROM former_refs AS f"
    " WHERE f.former NOT IN (SELECT ref FROM obligations) ORDER BY f.former DESC",
    "agreements": "SELECT f.agreement, f.former FROM former_agreements AS f"
    " WHERE f.former NOT IN (SELECT id FROM agreements) ORDER BY f.former DESC",
}
_ENDS: Final = (
    "SELECT a.id, {title}, a.kind, a.parties,"
    f" {RENEWS}, s.last, s.notice_by, coalesce(d.url, '')"
    " FROM agreements AS a JOIN agreement_phases AS s ON s.agreement = a.id"
    " LEFT JOIN sources AS d ON d.agreement = a.id AND d.id = ''"
    f" WHERE s.last < '{FOREVER}' AND {ON_DAY} ORDER BY s.last, a.id"
)


def calendar_days(
    connection: sqlite3.Connection,
    day: date,
    start: date,
    end: date,
    *,
    agreements: Sequence[str] = (),
    parties: Sequence[str] = (),
    language: str = "",
) -> CalendarDays:
    """List the days from `start` through `end` (inclusive) as they stand on a day, in order.

    Of everything, or of what belongs to any of the `agreements` and `parties`.
    """
    with snapshot(connection):
        stored = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('title', 'language')"))
        of = _Scope(connection, day, start, end, agreements, parties, language or stored["language"])
        days = sorted((*of.dates(), *of.ends()), key=lambda one: (one.day, one.ref, one.what, one.key))
        refs = {one.ref for one in days if one.row}
        named = {party for one in days for party in (*one.parties, *(one.row.bearers if one.row else ()))}
        shown = {one.row.agreement if one.row else one.ref for one in days}
        return CalendarDays(
            title=stored["title"],
            about=of.about(),
            as_of=day.isoformat(),
            start=start.isoformat(),
            end=end.isoformat(),
            days=tuple(days),
            names=party_names(connection, of.language, named),
            untitled=untitled(connection, of.language, refs, shown),
        )


class _Scope:
    """Whose days, and which."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        day: date,
        start: date,
        end: date,
        agreements: Sequence[str],
        parties: Sequence[str],
        language: str,
    ) -> None:
        self.connection = connection
        self.day = day
        self.start, self.end = start.isoformat(), end.isoformat()
        self.agreements, self.parties = tuple(agreements), tuple(parties)
        self.language = language
        self._title = title_in(connection, language, "a")

    def about(self) -> tuple[str, ...]:
        """Name in the language what was asked for."""
        values = {"language": language_path(self.language)}
        sql = f"SELECT {self._title} FROM agreements AS a WHERE a.id = :id"
        titles = [self.connection.execute(sql, values | {"id": key}).fetchone()[0] for key in self.agreements]
        names = party_names(self.connection, self.language, self.parties)
        return (*titles, *(names.get(party, party) for party in self.parties))

    def dates(self) -> Iterator[CalendarDay]:
        """Yield the dates of promises that fall due in the time asked for."""
        question = asked(self.connection, Filter(due_after=self.start, due_before=self.end))
        if self.agreements or self.parties:
            scope = in_scope(self.connection, self.agreements, self.parties, question.values)
            question.obligations.append(f"o.id IN ({scope})")
        about: dict[str, _Promise] = {}
        named = self.first_names("obligations")
        rows = answer(self.connection, question, self.day, language=self.language, occurrences=True)
        for row in list(rows):
            if row.ref not in about:
                about[row.ref] = _Promise(self, row, named)
            yield about[row.ref].on(row)

    def ends(self) -> Iterator[CalendarDay]:
        """Yield the last days of agreements, and those to give notice."""
        within = self._within()
        values = {"day": self.day.isoformat(), "language": language_path(self.language)}
        found = self.connection.execute(_ENDS.format(title=self._title), values).fetchall()
        named = self.first_names("agreements")
        for agreement, title, kind, parties, renews, last, notice_by, url in found:
            if within is not None and agreement not in within:
                continue
            key = named.get(agreement, agreement)
            for what, day in ((NOTICE, notice_by), (END, last)):
                if self.start <= day <= self.end:
                    yield CalendarDay(
                        key=f"{what} {key}",
                        what=what,
                        day=day,
                        sequence=self.changes(agreement),
                        ref=agreement,
                        title=title,
                        agreement=title,
                        parties=listed(parties),
                        kind=kind,
                        renews=renews,
                        url=url,
                    )

    def first_names(self, table: str) -> dict[object, str]:
        """Give the old names that stand for those renamed, which are events' names for good.

        An old name that two have had, or that another has now, stands for neither.
        """
        found = self.connection.execute(_FORMER[table]).fetchall()
        borne = Counter(former for _, former in found)
        return {key: former for key, former in found if borne[former] == 1}

    def changes(self, agreement: str) -> int:
        """Count what was stated of an agreement."""
        values = (agreement, self.day.isoformat())
        return int(self.connection.execute(_CHANGES, values).fetchone()[0])

    def log(self, ref: str) -> list[tuple[str, str]]:
        """Read what was stated of an obligation, and for which dates."""
        return self.connection.execute(_LOG, (ref, self.day.isoformat())).fetchall()

    def _within(self) -> set[str] | None:
        """Name the agreements in scope; None for all."""
        if not (self.agreements or self.parties):
            return None
        values: Parameters = {}
        scope = in_scope(self.connection, (), self.parties, values)
        sql = f"SELECT DISTINCT agreement FROM obligations WHERE id IN ({scope})"
        found = self.connection.execute(sql, values)
        signed = self.connection.execute("SELECT agreement, party FROM agreement_parties")
        return {
            *self.agreements,
            *(agreement for (agreement,) in found),
            *(agreement for agreement, party in signed if party in self.parties),
        }


class _Promise:
    """What all the dates of an obligation have in common."""

    def __init__(self, scope: _Scope, row: Row, named: Mapping[object, str]) -> None:
        self._scope = scope
        values = {"ref": row.ref, "day": scope.day.isoformat(), "language": language_path(scope.language)}
        sql = _ABOUT.format(title=title_in(scope.connection, scope.language, "a"))
        found = scope.connection.execute(sql, values).fetchone()
        self._number, self._agreement, self._clause, self._url, after, suspended = found
        self._suspended = suspended == 1
        self._key = named.get(self._number, row.ref)
        self._log = scope.log(row.ref)
        self._trigger = scope.log(after) if after not in {"", "effective"} else []
        self._changes = scope.changes(row.agreement)

    def on(self, row: Row) -> CalendarDay:
        """Make the day of one of its dates."""
        stated = concerning(self._log, row.scheduled, recurs=row.recurs)
        stated += concerning(self._trigger, row.scheduled, recurs=row.recurs)
        return CalendarDay(
            key=f"{OCCURRENCE} {self._key} {row.scheduled}" if row.recurs else f"{OCCURRENCE} {self._key}",
            what=OCCURRENCE,
            day=row.due,
            sequence=stated + self._changes,
            ref=row.ref,
            title=row.title,
            agreement=self._agreement,
            parties=(),
            kind=row.kind,
            clause=self._clause,
            url=self._url,
            closed_on=self._closed_on(row) if row.status == "done" else "",
            row=row,
            suspended=self._suspended,
        )

    def _closed_on(self, row: Row) -> str:
        """Find the day from which on the status holds that it has."""
        values = {
            "number": self._number,
            "scheduled": row.scheduled,
            "status": row.status,
            "day": self._scope.day.isoformat(),
        }
        sql = _CLOSED_ON.format(table="occurrence_spans" if row.recurs else "spans")
        return str(self._scope.connection.execute(sql, values).fetchone()[0])
