"""What a report tells from the log: the entries of the period, and those that lack evidence."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final, NamedTuple

from tracker.core.report import MANY, Event, Part
from tracker.core.report_changes import DONE, KINDS, POSTPONED, Happening, happenings
from tracker.core.rows import LogLine, Row
from tracker.store.details import log_line
from tracker.store.questions import ON_DAY, RANKS
from tracker.store.report_scope import DATES, ROWS, Key, Scope

_ENTRY: Final = (
    "e.position, e.on_day, e.status, e.scheduled, e.due, e.agreed_with, e.note, e.evidence, e.owner,"
    " e.dispute, e.by, e.recorded, e.private"
)
_PROVED: Final = (
    "SELECT 1 FROM entries AS p WHERE p.obligation = e.obligation AND p.evidence <> '[]'"
    " AND p.on_day <= :day AND (p.on_day, p.position) > (e.on_day, e.position)"
    " AND (p.scheduled = '' OR p.scheduled = e.scheduled OR o.recurs = 0)"
)


class _Told(NamedTuple):
    """Something that an entry tells, and of which obligation."""

    ref: str
    obligation: int
    happening: Happening
    proof: tuple[str, ...]


def news(scope: Scope) -> dict[str, Part[Event]]:
    """Tell what the entries of the period say: by the fields of `Changed` that they are told in."""
    touched = (
        "SELECT obligation FROM entries WHERE on_day > :since AND on_day <= :day UNION"
        " SELECT obligation FROM entries WHERE recorded > '' AND recorded > :since AND recorded <= :day"
        " AND on_day <= :day"
    )
    told: dict[str, list[_Told]] = {kind: [] for kind in KINDS}
    for one in _told(scope, touched, scope.asked.since):
        told[one.happening.kind].append(one)
    return {kind: _part(scope, found) for kind, found in told.items()}


def _told(scope: Scope, obligations: str, since: str) -> Iterable[_Told]:
    """Tell what happened to some obligations; `obligations` is the SQL that selects their numbers."""
    sql = (
        f"SELECT o.id, o.ref, iif(o.owner > '', o.owner, a.owner), o.due, o.recurs, s.scheduled, {_ENTRY}"
        " FROM obligations AS o CROSS JOIN agreements AS a ON a.id = o.agreement"
        " CROSS JOIN spans AS s ON s.obligation = o.id CROSS JOIN entries AS e ON e.obligation = o.id"
        f" WHERE o.id IN ({obligations}) AND {ON_DAY} AND e.on_day <= :day{scope.within()}"
        " ORDER BY o.id, e.on_day, e.position"
    )
    for (number, ref, owner, due, recurs, scheduled), lines in groupby(scope.fetch(sql), lambda one: one[:6]):
        log = [log_line(line[6:]) for line in lines]
        before = due or scheduled
        for one in happenings(log, since, scope.asked.as_of, owner=owner, due=before, recurs=recurs == 1):
            yield _Told(ref, number, one, _proof(log, one.entry, recurs=recurs == 1))


def _proof(log: list[LogLine], entry: LogLine, *, recurs: bool) -> tuple[str, ...]:
    """Give the evidence that a later entry has for one: what `_PROVED` looks for."""
    for later in log[log.index(entry) + 1 :]:
        if later.evidence and (not recurs or later.scheduled in {"", entry.scheduled}):
            return later.evidence
    return ()


def _part(scope: Scope, told: Iterable[_Told]) -> Part[Event]:
    """Read the rows of the first ones, by the day and the ref."""
    ordered = sorted(told, key=lambda one: (one.happening.entry.on, one.ref, one.happening.entry.position))
    return Part(
        tuple(_event(scope, one) for one in ordered[: scope.asked.most]),
        len(ordered),
    )


def _event(scope: Scope, told: _Told) -> Event:
    row = scope.row(Key("", told.ref, told.obligation, "", ROWS))
    entry = told.happening.entry
    occurrence = scope.occurrence(told.obligation, entry.scheduled) if row.recurs else None
    moved, days, before = told.happening[2:]
    return Event(row, entry, moved, days, before, occurrence, told.proof)


def unagreed(scope: Scope) -> Part[Event]:
    """List the postponements that hold on the day and have no evidence."""
    moved = "s.status = 'postponed'"
    found = _unproved(
        scope, POSTPONED, f"{moved} AND s.entry = e.position", f"{moved} AND e.due IN (s.due, s.due_text)"
    )
    first = [(key.obligation, position) for key, position in found[: scope.asked.most]]
    numbers = ", ".join(str(number) for number, _ in first)
    told = {
        (one.obligation, one.happening.entry.position): one
        for one in _told(scope, numbers, "")
        if one.happening.kind == POSTPONED
    }
    return Part(tuple(_event(scope, told[each]) for each in first), len(found))


def unproved(scope: Scope) -> Part[Row]:
    """List what is recorded as done, without evidence then or later: dates of what recurs.

    None of them, and more than `MANY`, where there are so many and not all are asked for.
    """
    done = f"s.state IN ({RANKS['done']}, {RANKS['done-late']})"
    limit = -1 if scope.asked.most is None else MANY + 1
    found = _unproved(scope, DONE, f"{done} AND s.entry = e.position", done, limit)
    keys = list(dict.fromkeys(key for key, _ in found))
    if scope.asked.most is not None and len(keys) > MANY:
        return Part((), len(keys))
    return scope.part(keys)


def _unproved(scope: Scope, status: str, row: str, occurrence: str, limit: int = -1) -> list[tuple[Key, int]]:
    """Find the entries with a status and without evidence that still decide, as spans and positions.

    `row` and `occurrence` are what holds of an obligation's span, and of that of an occurrence.
    At most `limit` are looked for, in no order; -1 looks for all.
    """
    named = "(e.scheduled = s.scheduled OR (e.scheduled = '' AND s.start = e.on_day))"
    parts = " UNION ALL SELECT * FROM ".join(
        "(SELECT e.on_day AS day, o.ref AS ref, e.position AS position, s.due, o.id,"
        " s.scheduled AS scheduled,"
        f" '{table}' FROM entries AS e CROSS JOIN obligations AS o ON o.id = e.obligation CROSS JOIN {table}"
        " AS s ON s.obligation = o.id WHERE e.status IN ('done', 'postponed') AND e.evidence = '[]'"
        f" AND e.status = '{status}' AND e.on_day <= :day AND o.recurs = {recurs} AND {ON_DAY} AND {holds}"
        f" AND NOT EXISTS ({_PROVED}){scope.within()} LIMIT :limit)"
        for recurs, table, holds in ((0, ROWS, row), (1, DATES, f"{occurrence} AND {named}"))
    )
    sql = f"SELECT * FROM (SELECT * FROM {parts}) ORDER BY day, ref, position, scheduled"
    found = scope.fetch(sql, limit=limit)
    return [
        (Key(due, ref, number, scheduled, table), position)
        for _, ref, position, due, number, scheduled, table in found
    ]
