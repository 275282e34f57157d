"""From lines of the database to rows: the columns to ask for, and what is made of them."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, Final

from tracker.core.columnar import Coded, Columnar, Field
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
_COLUMNS: Final = {
    "ref": "o.ref",
    "number": "o.number",
    "agreement": "o.agreement",
    "title": "{title}",
    "kind": "o.kind",
    "modality": "o.modality",
    "bearers": "o.bearers",
    "owner": "s.owner",
    "scheduled": "s.scheduled",
    "due": "s.due",
    "due_text": "s.due_text",
    "basis": "o.basis",
    "state": "s.state",
    "status": "s.status",
    "informed": "s.informed",
    "missed": "{missed}",
    "last_on": "s.last_on",
    "dispute": "s.dispute",
    "quote": "o.quote",
    "since": "{since}",
    "after": "o.after",
    "recurs": "o.recurs",
    "next_due": "{next_due}",
}
_NAMED: Final = {name: f"{sql} AS {name}" for name, sql in _COLUMNS.items()}
_MADE_OF: Final = {"days": "due", "waits_for": "after"}
"""Fields of a row that are made of the column of another name."""
_UNLIKE: Final = frozenset({"ref", "number", "title", "quote"})
"""Fields in which hardly two rows are alike."""
_ALIKE: Final = ("state", "informed", "scheduled", "due", "due_text", "basis", "after")
"""Columns that say when something is due and how it stands: in a list they are shown together."""
_PIECE: Final = 200
"""How many lines are read at a time; with so many as no cache holds it takes a third longer."""


def title_in(connection: sqlite3.Connection, language: str, table: str = "o") -> str:
    """Give the SQL for a title in a language (parameter :language); `table` is the alias of its table."""
    (stored,) = connection.execute("SELECT value FROM meta WHERE key = 'language'").fetchone()
    return _TITLE_IN.format(t=table) if language and language != stored else f"{table}.title"


def language_path(language: str) -> str:
    """Give the path of a language among words by language, as `title_in` takes it: JSON's in SQLite."""
    return f'$."{language}"'


def columns(
    title: str, *, occurrences: bool = False, spans: str = "", fields: Collection[str] = Row._fields
) -> str:
    """Give the SQL of the columns of a row's fields, for tables `s` (spans) and `o` (obligations).

    With `occurrences`, for one of them: it has none that is next. `spans` is the table that `s` is,
    where that is not the usual one.
    """
    spans = spans or ("occurrence_spans" if occurrences else "spans")
    own = "" if spans == "spans" else " AND p.scheduled = s.scheduled"
    names = _COLUMNS if fields is Row._fields else _stored(fields)
    return ", ".join(_NAMED[name] for name in names).format(
        title=title,
        missed=_OVERDUE if occurrences else "s.missed",
        since=_SINCE.format(spans=spans, own=own),
        next_due="''" if occurrences else _NEXT_DUE,
    )


def columns_together(title: str, fields: Collection[str]) -> str:
    """Give the SQL of the columns of these fields, those that are `_ALIKE` as one, for `as_columnar`.

    To hand a value over takes longer than to find it.
    """
    apart, together = _split(fields)
    alike = ", ".join(_COLUMNS[name] for name in together)
    return ", ".join([columns(title, fields=apart), *([f"json_array({alike})"] if together else [])])


def as_rows(found: Iterable[tuple[Any, ...]], day: date) -> Iterator[Row]:
    """Make rows of lines with the columns of all fields, one by one as they come."""
    made = _makers(day)
    days_to, waits_for = made["days"], made["waits_for"]
    bearers_of: dict[str, tuple[str, ...]] = {}
    for line in found:
        (
            ref, number, agreement, title, kind, modality, bearers, owner, scheduled, due, due_text, basis,
            state, status, informed, missed, last_on, dispute, quote, since, after, recurs, next_due,
        ) = line  # fmt: skip
        if bearers not in bearers_of:
            bearers_of[bearers] = listed(bearers)
        yield Row(
            ref, number, agreement, title, kind, modality, bearers_of[bearers], owner, scheduled, due,
            due_text, basis, STATES[state], status, informed == 1, missed, days_to(due), last_on, dispute,
            quote, since, waits_for(after), recurs == 1, next_due,
        )  # fmt: skip


def as_columnar(
    found: Iterable[tuple[Any, ...]],
    day: date,
    fields: Collection[str] = Row._fields,
    *,
    together: bool = False,
) -> Columnar:
    """Gather lines with the columns of these fields; `together` if they are those of `columns_together`."""
    apart, alike = _split(fields) if together else (_stored(fields), [])
    names = [*apart, _ALIKE[0]] if alike else apart
    codes: dict[str, list[Any]] = {name: [] for name in names}
    seen: dict[str, dict[Any, Any]] = {name: {} for name in names}
    lines = iter(found)
    while piece := tuple(islice(lines, _PIECE)):
        for name, values in zip(names, zip(*piece, strict=True), strict=True):
            # of values that are alike one object is kept
            codes[name] += values if name in _UNLIKE else map(seen[name].setdefault, values, values)
    stood_for = {name: seen[name] for name in apart}
    if alike:
        lists = {code: _read(code) for code in seen[names[-1]]}
        for place, name in enumerate(alike):
            codes[name] = codes[names[-1]]
            stood_for[name] = {code: values[place] for code, values in lists.items()}
    made = _makers(day)
    gathered: dict[str, Field] = {}
    for field in fields:
        name = _MADE_OF.get(field, field)
        gathered[field] = codes[name] if name in _UNLIKE else Coded(codes[name], stood_for[name])
        if field in made:
            gathered[field] = Coded(codes[name], stood_for[name]).each(made[field])
    return Columnar(gathered)


def _makers(day: date) -> dict[str, Callable[[Any], Any]]:
    """Say how fields are made of what is stored; others are as they are stored."""
    today = day.toordinal()
    parse = date.fromisoformat
    return {
        "bearers": listed,
        "state": STATES.__getitem__,
        "informed": bool,
        "recurs": bool,
        "days": lambda due: parse(due).toordinal() - today if due else None,
        "waits_for": lambda after: after if after != "effective" else "",
    }


def _stored(fields: Collection[str]) -> list[str]:
    """Name the columns that fields are made of, in the order in which they are asked for."""
    wanted = {_MADE_OF.get(field, field) for field in fields}
    return [name for name in _COLUMNS if name in wanted]


def _split(fields: Collection[str]) -> tuple[list[str], list[str]]:
    """Name the columns that fields are made of: those by themselves, and those handed over together."""
    names = _stored(fields)
    return [name for name in names if name not in _ALIKE], [name for name in names if name in _ALIKE]


def _read(text: str) -> list[Any]:
    """Read a list of whole numbers and strings from JSON as SQLite writes it."""
    if "\\" in text:
        import json

        return list(json.loads(text))
    values: list[Any] = []
    for place, part in enumerate(text[1:-1].split('"')):
        values += [part] if place % 2 else [int(number) for number in part.split(",") if number]
    return values


def listed(text: str) -> tuple[str, ...]:
    """Read a list of strings from JSON as it is stored; without that module where nothing is escaped."""
    if text == "[]":
        return ()
    if "\\" in text:
        import json

        return tuple(json.loads(text))
    return tuple(text[2:-2].split('","'))
