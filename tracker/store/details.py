"""One obligation in full: its row, its rule, its occurrences and its log as they stand on a day."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from tracker.core.errors import TrackerError
from tracker.core.rows import Detail, LogLine, TimeRule
from tracker.core.vocabulary import CLOSING
from tracker.store.columns import as_rows, columns, language_path, listed, title_in
from tracker.store.database import snapshot
from tracker.store.picture import line
from tracker.store.questions import ON_DAY
from tracker.store.suspended import pauses

_GIVEN_UP: Final = ", ".join(repr(status) for status in sorted(CLOSING - {"done"}))
_ROW: Final = (
    "SELECT {columns} FROM obligations AS o CROSS JOIN spans AS s ON s.obligation = o.id"
    f" WHERE o.ref = :ref AND {ON_DAY}"
)
_OCCURRENCES: Final = (
    "SELECT {columns} FROM obligations AS o CROSS JOIN occurrence_spans AS s ON s.obligation = o.id"
    f" WHERE o.ref = :ref AND {ON_DAY} AND (max(s.scheduled, s.due) <= :until"
    " OR instr(:besides, s.scheduled))"
    " ORDER BY s.scheduled, s.due"
)
_REST: Final = (
    "SELECT o.id, o.agreement, o.due, o.every, o.rrule, o.first, o.until, o.within, o.after, o.before,"
    " o.clause, o.page, coalesce(d.file, ''), coalesce(d.url, ''), o.counterparties, o.replaces, o.tags,"
    " o.notes, o.review, o.lead FROM obligations AS o"
    " LEFT JOIN sources AS d ON d.agreement = o.agreement AND d.id = o.source WHERE o.ref = :ref"
)
_VOID: Final = (
    "SELECT s.scheduled, s.status FROM obligations AS o CROSS JOIN {table} AS s ON s.obligation = o.id"
    f" WHERE o.ref = :ref AND o.recurs = {{recurs}} AND s.status IN ({_GIVEN_UP}) AND {ON_DAY}"
)
_LOG: Final = (
    "SELECT position, on_day, status, scheduled, due, agreed_with, note, evidence, owner, dispute, by,"
    " recorded, private FROM entries WHERE obligation = ? AND on_day <= ? ORDER BY position"
)


def detail(
    connection: sqlite3.Connection,
    ref: str,
    day: date,
    language: str = "",
    *,
    until: date | None = None,
    besides: Collection[str] = (),
) -> Detail:
    """Give an obligation in full as it stands on a day; `language` is that of titles, '' for the register's.

    Of its log, the entries that hold by that day. Of its occurrences, those `until` a day, by default
    a year after, and those of the scheduled days `besides`, however far ahead. TrackerError where
    there is no such ref, or not yet on that day.
    """
    with snapshot(connection):
        last = until.isoformat() if until else f"{day.year + 1:04}{day.isoformat()[4:]}"
        return _detail(connection, ref, day, language, {"until": last, "besides": " ".join(besides)})


def _detail(
    connection: sqlite3.Connection, ref: str, day: date, language: str, dates: Mapping[str, str]
) -> Detail:
    values = {"ref": ref, "day": day.isoformat(), "language": language_path(language), **dates}
    rest = connection.execute(_REST, values).fetchone()
    if rest is None:
        raise TrackerError("no obligation is called {name!r}; 'tracker list' shows them all", name=ref)
    number, agreement, *time = rest[:10]
    clause, page, file, url, counterparties, replaces, tags, notes, review, lead = rest[10:]
    title = title_in(connection, language)
    found = connection.execute(_ROW.format(columns=columns(title)), values)
    row = next(as_rows(found, day), None)
    if row is None:
        (begins,) = connection.execute("SELECT begins FROM agreements WHERE id = ?", (agreement,)).fetchone()
        raise TrackerError(
            "there was no {ref} on {day}: its agreement is of {begins}",
            ref=ref,
            day=day.isoformat(),
            begins=begins,
        )
    (entry,) = connection.execute(
        f"SELECT s.entry FROM spans AS s WHERE s.obligation = :number AND {ON_DAY}",
        {"number": number, "day": day.isoformat()},
    ).fetchone()
    each = connection.execute(_OCCURRENCES.format(columns=columns(title, occurrences=True)), values)
    return Detail(
        row=row,
        agreement=line(connection, agreement, day, language),
        time=TimeRule(*time),
        clause=clause,
        page=page,
        source=file,
        source_url=url,
        counterparties=listed(counterparties),
        replaces=listed(replaces),
        tags=listed(tags),
        notes=notes,
        review=review,
        lead=lead,
        entry=entry,
        occurrences=tuple(as_rows(each, day)),
        log=tuple(log_line(found) for found in connection.execute(_LOG, (number, values["day"]))),
        pauses=pauses(connection, agreement, day),
        void=_void(connection, row.waits_for, day.isoformat()) if row.waits_for else {},
    )


def _void(connection: sqlite3.Connection, ref: str, day: str) -> dict[str, str]:
    """Find the dates of what is waited for that were closed without being done."""
    found: dict[str, str] = {}
    for recurs, table in ((0, "spans"), (1, "occurrence_spans")):
        sql = _VOID.format(table=table, recurs=recurs)
        found.update(connection.execute(sql, {"ref": ref, "day": day}).fetchall())
    return found


def log_line(found: tuple[Any, ...]) -> LogLine:
    """Make a log line of a line of `entries`."""
    (
        position,
        on,
        status,
        scheduled,
        due,
        agreed_with,
        note,
        evidence,
        owner,
        dispute,
        by,
        recorded,
        private,
    ) = found
    return LogLine(
        position=position,
        on=on,
        status=status,
        scheduled=scheduled,
        due=due,
        agreed_with=listed(agreed_with),
        note=note,
        evidence=listed(evidence),
        owner=owner,
        dispute=dispute,
        by=by,
        recorded=recorded,
        private=private == 1,
    )
