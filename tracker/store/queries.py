"""Ask the projection which obligations stand how on a day, in the order of a list.

This is what a command waits for in the morning, so it imports next to nothing, and walks the
index that has the obligations as a list shows them: by state, the most pressing first, then by
due date (those without one last), then by ref. It stops where enough are found: how many there
are is known from `turns`.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, Final, NamedTuple

from tracker.core.columnar import Columnar
from tracker.core.rows import Filter, Row
from tracker.core.vocabulary import STATES
from tracker.store.columns import (
    as_columnar,
    as_rows,
    columns,
    columns_together,
    language_path,
    listed,
    title_in,
)
from tracker.store.questions import ON_DAY, RANKS, Question, asked
from tracker.store.tables import FOREVER
from tracker.store.turns import totals

EVERYTHING: Final = Filter()
"""No filter."""

PRESSING: Final = "pressing"
SORTS: Final = {
    PRESSING: "state, due = '', due, ref, scheduled",
    "due": "due = '', due, ref, scheduled",
    "ref": "ref, scheduled",
    "title": "title, ref, scheduled",
    "agreement": "agreement, state, due = '', due, ref, scheduled",
    "kind": "kind, state, due = '', due, ref, scheduled",
    "owner": "owner = '', owner, state, due = '', due, ref, scheduled",
    "last_on": "last_on DESC, ref, scheduled",
}
"""What a list can be sorted by."""

_ORDERING: Final = ("state", "due", "ref", "scheduled")
"""The fields by which each of these orders decides at last, beside the one that it is called by."""

_ALL: Final = (
    "SELECT {columns} FROM spans AS s NOT INDEXED CROSS JOIN obligations AS o ON o.id = s.obligation"
    f" WHERE {ON_DAY}"
)

_TO_COME: Final = {"due-soon", "blocked", "upcoming"}

FEW: Final = 2_000
"""Up to how many obligations are fetched and sorted, rather than picked out of the ordered index."""


class Stored(NamedTuple):
    """What the register sets for all, as it is stored; lengths as written, days as ISO text.

    The answers hold for every day through `horizon` (inclusive). `known_at` is '' where everything
    known counts; `tool` is the version of the program that built the database.
    """

    title: str
    timezone: str
    language: str
    soon: str
    review: str
    us: tuple[str, ...]
    sender: str
    kinds: tuple[str, ...]
    allow_outside: bool
    horizon: str
    known_at: str
    tool: str


def settings(connection: sqlite3.Connection) -> Stored:
    """Read what the register sets for all."""
    found = dict(connection.execute("SELECT key, value FROM meta"))
    values = {field: found[field] for field in Stored._fields}
    lists = {key: listed(values[key]) for key in ("us", "kinds")}
    return Stored(**values | lists | {"allow_outside": bool(values["allow_outside"])})


def rows(
    connection: sqlite3.Connection,
    day: date,
    wanted: Filter = EVERYTHING,
    *,
    language: str = "",
    sort: str = PRESSING,
    limit: int | None = None,
    occurrences: bool = False,
    until: date | None = None,
) -> Iterator[Row]:
    """Yield the obligations that `wanted` lets through as they stand on a day, one after another.

    Titles are in `language` where the register has them, '' for its own. `sort` is one of `SORTS`.
    With `occurrences`, what recurs has a row for each occurrence that is due or scheduled `until`
    a day (inclusive).
    """
    question = asked(connection, wanted)
    return answer(
        connection,
        question,
        day,
        language=language,
        sort=sort,
        limit=limit,
        occurrences=occurrences,
        until=until,
    )


def answer(
    connection: sqlite3.Connection,
    question: Question,
    day: date,
    *,
    language: str = "",
    sort: str = PRESSING,
    limit: int | None = None,
    occurrences: bool = False,
    until: date | None = None,
) -> Iterator[Row]:
    """Yield the rows that a question asks for; the arguments are those of `rows`."""
    found = _found(connection, question, day, Row._fields, language, sort, limit, occurrences, until)
    return as_rows(found, day)


def columnar(
    connection: sqlite3.Connection,
    day: date,
    wanted: Filter,
    fields: Iterable[str],
    *,
    language: str = "",
    sort: str = PRESSING,
    limit: int | None = None,
    occurrences: bool = False,
    until: date | None = None,
) -> Columnar:
    """Give what `rows` yields at once, and these fields alone.

    All that there is is read as it is stored, and put in order here: to look each up in the order of
    the index takes four times as long.
    """
    question = asked(connection, wanted)
    names = dict.fromkeys((*fields, *_ORDERING, *({sort} & set(Row._fields))))
    everything = limit is None and not (occurrences or question.states) and question.is_counted
    if everything and sort == PRESSING:
        question.values.update(day=day.isoformat(), language=language_path(language))
        sql = _ALL.format(columns=columns_together(title_in(connection, language), names))
        found = as_columnar(connection.execute(sql, question.values), day, names, together=True)
        order = _pressing(found)
    else:
        read = _found(connection, question, day, names, language, sort, limit, occurrences, until)
        found, order = as_columnar(read, day, names), None
    return Columnar({name: found.fields[name] for name in fields}, order)


def _found(
    connection: sqlite3.Connection,
    question: Question,
    day: date,
    fields: Collection[str],
    language: str,
    sort: str,
    limit: int | None,
    occurrences: bool,
    until: date | None,
) -> Iterator[tuple[Any, ...]]:
    """Yield lines with the columns of these fields, those of the order among them."""
    question.values["language"] = language_path(language)
    title = title_in(connection, language)
    if not occurrences:
        return lines(connection, question, day, columns(title, fields=fields), sort, limit)
    question.values["until"] = until.isoformat() if until else FOREVER
    question.values.update(day=day.isoformat(), limit=-1 if limit is None else limit)
    return connection.execute(_of_occurrences(question, title, sort, fields), question.values)


def _pressing(found: Columnar) -> list[int]:
    """Give the places of rows in the order of the index, `PRESSING`; each has another ref."""
    keys = found.each(("state", "due"), lambda row: (RANKS[row.state], not row.due, row.due))
    groups: dict[Hashable, list[int]] = {key: [] for key in sorted(set(keys.values.values()))}
    group_of = [*keys.each(groups.__getitem__)]
    for place in sorted(range(len(found)), key=[*found.fields["ref"]].__getitem__):
        group_of[place].append(place)
    return [*chain.from_iterable(groups.values())]


def lines(
    connection: sqlite3.Connection,
    question: Question,
    day: date,
    wanted: str,
    sort: str = PRESSING,
    limit: int | None = None,
) -> Iterator[tuple[Any, ...]]:
    """Yield what a question asks for, with the columns `wanted`, by the way that looks at least.

    Conditions that leave few obligations, or few spans, are met first, and what is found is sorted;
    else the ordered index is walked until enough is found.
    """
    question.values.update(day=day.isoformat(), limit=-1 if limit is None else limit)
    if sort == PRESSING and not (question.few or _is_narrow(connection, question, limit)):
        return _in_order(connection, question, day, wanted, limit)
    return connection.execute(sorting(question, wanted, sort), question.values)


def _is_narrow(connection: sqlite3.Connection, question: Question, limit: int | None) -> bool:
    """Whether conditions on obligations leave so few that sorting them is no matter, or all are wanted.

    Those few then take the place of the conditions, which are not met a second time.
    """
    if not question.obligations or limit is None:
        return bool(question.obligations)
    sql = f"SELECT o.id FROM obligations AS o WHERE {_all(question.obligations)} LIMIT {FEW + 1}"
    found = [number for (number,) in connection.execute(sql, question.values)]
    if len(found) > FEW:
        return False
    question.obligations[:] = [f"o.id IN ({', '.join(map(str, found))})"]
    return True


def sorting(question: Question, wanted: str, sort: str) -> str:
    """Give the SQL that takes obligations, or few spans, one by one and sorts them (:day, :limit)."""
    conditions = [*question.obligations, *question.rows, *question.in_states]
    tables = "obligations AS o CROSS JOIN spans AS s ON s.obligation = o.id"
    if question.few:
        tables = f"spans AS s INDEXED BY {question.few} CROSS JOIN obligations AS o ON o.id = s.obligation"
    return (
        f"SELECT * FROM (SELECT {wanted} FROM {tables} WHERE {_all(conditions)})"
        f" ORDER BY {SORTS[sort]} LIMIT :limit"
    )


def _in_order(
    connection: sqlite3.Connection, question: Question, day: date, wanted: str, limit: int | None
) -> Iterator[tuple[Any, ...]]:
    """Walk the ordered index, state by state, the dated before those without a date."""
    counted = totals(connection, day)
    left = limit
    for state in STATES:
        if question.states and state not in question.states:
            continue
        for dated in (True, False):
            there, _ = counted.get((state, dated), (0, 0))
            most = there if question.is_counted else -1
            if left is not None and (most < 0 or left < most):
                most = left
            if not there or not most:
                continue
            question.values.update(state=RANKS[state], limit=most)
            for line in connection.execute(in_order(question, wanted, state, dated=dated), question.values):
                yield line
                if left is not None:
                    left -= 1


def in_order(question: Question, wanted: str, state: str, *, dated: bool) -> str:
    """Give the SQL that walks one state in order (parameters :state, :day, :limit).

    What is due soon, blocked or upcoming is not yet due, and what is overdue was: the walk begins,
    or ends, there.
    """
    if not dated:
        due = "s.due = ''"
    elif state in _TO_COME:
        due = "s.due >= :day"
    else:
        due = "s.due > '' AND s.due < :day" if state == "overdue" else "s.due > ''"
    conditions = [
        "s.state = :state",
        due,
        *question.rows,
        *(condition.replace("o.id", "s.obligation") for condition in question.obligations),
    ]
    return (
        f"SELECT {wanted} FROM spans AS s CROSS JOIN obligations AS o ON o.id = s.obligation"
        f" WHERE {_all(conditions)} ORDER BY s.due, s.ref LIMIT :limit"
    )


def _of_occurrences(question: Question, title: str, sort: str, fields: Collection[str]) -> str:
    """Give the SQL for what does not recur, and each occurrence of what does (parameter :until)."""
    conditions = [*question.obligations, *question.rows, *question.in_states]
    conditions.append("max(s.due, s.scheduled) <= :until")
    parts = " UNION ALL ".join(
        f"SELECT {columns(title, occurrences=True, spans=table, fields=fields)} FROM obligations AS o"
        f" CROSS JOIN {table} AS s ON s.obligation = o.id WHERE o.recurs = {recurs} AND {_all(conditions)}"
        for recurs, table in ((0, "spans"), (1, "occurrence_spans"))
    )
    return f"SELECT * FROM ({parts}) ORDER BY {SORTS[sort]} LIMIT :limit"


def _all(conditions: Iterable[str]) -> str:
    return " AND ".join(conditions)
