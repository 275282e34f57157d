"""When agreements are suspended, and how much stands still with those that are, or ended so."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from tracker.core.rows import Suspension
from tracker.store.columns import language_path, title_in
from tracker.store.questions import ON_DAY, UNCLOSED

_SUSPENDED: Final = (
    "SELECT s.agreement, {title}, coalesce((SELECT max(p.end) FROM agreement_phases AS p"
    " WHERE p.agreement = s.agreement AND NOT p.suspended AND p.end <= s.start), a.begins) AS since,"
    " (SELECT count(*) FROM obligations AS o CROSS JOIN spans AS r ON r.obligation = o.id"
    " WHERE o.agreement = s.agreement{within} AND r.start <= :day AND r.end > :day"
    f" AND r.status {UNCLOSED}"
    " AND (s.last >= :day OR (r.due BETWEEN '0' AND s.last AND o.modality <> 'permission'))),"
    " CASE WHEN s.last < :day THEN s.last ELSE '' END AS ended"
    " FROM agreement_phases AS s CROSS JOIN agreements AS a ON a.id = s.agreement"
    f" WHERE s.suspended = 1 AND {ON_DAY} ORDER BY since, s.agreement"
)

_PAUSES: Final = (
    "SELECT start, end FROM agreement_phases WHERE agreement = ? AND suspended AND start <= ? ORDER BY start"
)


def pauses(connection: sqlite3.Connection, agreement: str, day: date) -> tuple[tuple[str, str], ...]:
    """Read the days [start, end) on which an agreement was suspended, as known on a day; '' for no end yet.

    Phases that follow each other are one pause. One that was not resumed goes on beyond the last day.
    """
    known = day.isoformat()
    found: list[tuple[str, str]] = []
    for start, end in connection.execute(_PAUSES, (agreement, known)):
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple((start, "" if end > known else end) for start, end in found)


def suspended(
    connection: sqlite3.Connection,
    day: date,
    language: str = "",
    *,
    agreements: Collection[str] | None = None,
    within: str = "",
    values: Mapping[str, object] | None = None,
) -> Iterator[Suspension]:
    """Yield them, the longest suspended first: of all, or of some `agreements`.

    Where one has ended so, what fell due by its last day stands still as before; with nothing of
    that sort it is left out.
    `within` is SQL that more has to hold of the obligations `o` that are counted, with its `values`.
    """
    sql = _SUSPENDED.format(title=title_in(connection, language, "a"), within=within)
    bound = {**(values or {}), "day": day.isoformat(), "language": language_path(language)}
    for agreement, title, since, still, ended in connection.execute(sql, bound):
        if (still or not ended) and (agreements is None or agreement in agreements):
            yield Suspension(agreement, title, since, still, ended)
