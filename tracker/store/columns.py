"""From lines of the database to rows: the columns to ask for, and what is made of them."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Final

from tracker.core.rows import Row
from tracker.core.vocabulary import STATES
from tracker.store.questions import NOT_OVER, ON_DAY, RANKS

_TITLE_IN: Final = (
    "coalesce(json_extract({t}.titles, :language), json_extract({t}.titles, '$.\"\"'),"
    " json_extract({t}.titles, '$.en'), (SELECT value FROM json_each({t}.titles) LIMIT 1), {t}.title)"
)
_NEXT_DUE: Final = (
    "CASE WHEN o.recurs THEN coalesce((SELECT s.due FROM occurrence_spans AS s WHERE s.obligation = o.id"
    f" AND s.due >= :day AND {ON_DAY} AND {NOT_OVER} ORDER BY s.due LIMIT 1), '') ELSE '' END"
)
_SINCE: Final = (
    "coalesce((SELECT p.end FROM {spans} AS p WHERE p.obligation = s.obligation{own} AND p.start < s.start"
    " AND (p.state <> s.state OR p.scheduled <> s.scheduled) ORDER BY p.start DESC LIMIT 1),"
    " (SELECT p.start FROM {spans} AS p WHERE p.obligation = s.obligation{own} ORDER BY p.start LIMIT 1))"
)
"""The first day of the state, whatever else was recorded since."""
_OVERDUE: Final = f"s.state = {RANKS['overdue']}"
_COLUMNS: Final = (
    "o.ref AS ref, o.number AS number, o.agreement AS agreement, {title} AS title, o.kind AS kind,"
    " o.modality AS modality, o.bearers AS bearers, s.owner AS owner, s.scheduled AS scheduled, s.due AS due,"
    " s.due_text AS due_text, o.basis AS basis, s.state AS state, s.status AS status,"
    " s.informed AS informed, {missed} AS missed, s.last_on AS last_on, s.dispute AS dispute,"
    " {quote} AS quote, {since} AS since, o.after AS after, o.recurs AS recurs, {next_due} AS next_due"
)


def title_in(connection: sqlite3.Connection, language: str, table: str = "o") -> str:
    """Give the SQL for a title in a language (parameter :language); `table` is the alias of its table."""
    (stored,) = connection.execute("SELECT value FROM meta WHERE key = 'language'").fetchone()
    return _TITLE_IN.format(t=table) if language and language != stored else f"{table}.title"


COSTLY: Final = frozenset({"quote", "since", "next_due"})
"""Fields of a row that take as long to find as all others; who shows none of them can do without."""


def columns(title: str, *, occurrences: bool = False, spans: str = "", without: Collection[str] = ()) -> str:
    """Give the SQL of a row's columns, for tables `s` (spans) and `o` (obligations).

    With `occurrences`, for one of them: it has none that is next. `spans` is the table that `s` is,
    where that is not the usual one. `without` any of `COSTLY`, which are then ''.
    """
    spans = spans or ("occurrence_spans" if occurrences else "spans")
    own = "" if spans == "spans" else " AND p.scheduled = s.scheduled"
    return _COLUMNS.format(
        title=title,
        missed=_OVERDUE if occurrences else "s.missed",
        quote="''" if "quote" in without else "o.quote",
        since="''" if "since" in without else _SINCE.format(spans=spans, own=own),
        next_due="''" if occurrences or "next_due" in without else _NEXT_DUE,
    )


def as_rows(found: Iterable[tuple[Any, ...]], day: date) -> Iterator[Row]:
    """Make rows of lines with the columns of `columns`."""
    today = day.toordinal()
    parse = date.fromisoformat
    bearers_of: dict[str, tuple[str, ...]] = {}
    for line in found:
        (
            ref, number, agreement, title, kind, modality, bearers, owner, scheduled, due, due_text, basis,
            state, status, informed, missed, last_on, dispute, quote, since, after, recurs, next_due,
        ) = line  # fmt: skip
        if bearers not in bearers_of:
            bearers_of[bearers] = listed(bearers)
        days = parse(due).toordinal() - today if due else None
        waits_for = after if after != "effective" else ""
        yield Row(
            ref, number, agreement, title, kind, modality, bearers_of[bearers], owner, scheduled, due,
            due_text, basis, STATES[state], status, informed == 1, missed, days, last_on, dispute, quote,
            since, waits_for, recurs == 1, next_due,
        )  # fmt: skip


def listed(text: str) -> tuple[str, ...]:
    """Read a list of strings from JSON as it is stored; without that module where nothing is escaped."""
    if text == "[]":
        return ()
    if "\\" in text:
        import json

        return tuple(json.loads(text))
    return tuple(text[2:-2].split('","'))
