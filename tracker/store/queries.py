"""Ask the projection which obligations stand how on a day, in the order of a list.

This is what a command waits for in the morning, so it imports next to nothing, and walks the
index that has the obligations as a list shows them: by state, the most pressing first, then by
due date (those without one last), then by ref. It stops where enough are found: how many there
are is known from `turns`.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from tracker.core.rows import Filter, Row
from tracker.core.vocabulary import CLOSING, STATES
from tracker.store.tables import FOREVER

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

FEW: Final = 2_000
"""Up to how many obligations are fetched and sorted, rather than picked out of the ordered index."""

_RANKS: Final = {state: rank for rank, state in enumerate(STATES)}
_ON_DAY: Final = "s.start <= :day AND s.end > :day"
_UNCLOSED: Final = f"NOT IN ({', '.join(repr(status) for status in sorted(CLOSING))})"
NOT_OVER: Final = f"s.status {_UNCLOSED} AND s.state <> {_RANKS['lapsed']}"
"""Of a span `s`: what is due then is still to come."""

_TITLE: Final = "o.title"
_TITLE_IN: Final = (
    "coalesce(json_extract({t}.titles, :language), json_extract({t}.titles, '$.\"\"'),"
    " json_extract({t}.titles, '$.en'), (SELECT value FROM json_each({t}.titles) LIMIT 1), {t}.title)"
)
_NEXT_DUE: Final = (
    "CASE WHEN o.recurs THEN coalesce((SELECT n.due FROM occurrence_spans AS n WHERE n.obligation = o.id"
    " AND n.due >= :day AND n.start <= :day AND n.end > :day"
    f" AND n.status {_UNCLOSED} AND n.state <> {_RANKS['lapsed']} ORDER BY n.due LIMIT 1), '') ELSE '' END"
)
_COLUMNS: Final = (
    "o.ref AS ref, o.number, o.agreement AS agreement, {title} AS title, o.kind AS kind, o.modality,"
    " o.bearers, s.owner AS owner, s.scheduled AS scheduled, s.due AS due, s.due_text, o.basis,"
    " s.state AS state, s.status, s.informed, s.missed, s.last_on AS last_on, s.dispute, o.quote, s.start,"
    " o.after, o.recurs, {next_due}"
)

Parameters = dict[str, object]


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
    horizon: str
    known_at: str
    tool: str


class Question(NamedTuple):
    """A filter in SQL: states, conditions on a row, and on obligations alone, with their values."""

    states: tuple[str, ...]
    rows: list[str]
    obligations: list[str]
    values: Parameters

    @property
    def is_counted(self) -> bool:
        """Whether `turns` tells how many rows it has."""
        return not self.obligations and self.rows == [_ON_DAY]


def settings(connection: sqlite3.Connection) -> Stored:
    """Read what the register sets for all."""
    found = dict(connection.execute("SELECT key, value FROM meta"))
    values = {field: found[field] for field in Stored._fields}
    return Stored(**values | {"us": listed(values["us"]), "kinds": listed(values["kinds"])})


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
    question.values["language"] = f'$."{language}"'
    title = title_in(connection, language)
    if not occurrences:
        return as_rows(lines(connection, question, day, columns(title), sort, limit), day)
    question.values["until"] = until.isoformat() if until else FOREVER
    question.values.update(day=day.isoformat(), limit=-1 if limit is None else limit)
    return as_rows(connection.execute(_of_occurrences(question, title, sort), question.values), day)


def lines(
    connection: sqlite3.Connection,
    question: Question,
    day: date,
    wanted: str,
    sort: str = PRESSING,
    limit: int | None = None,
) -> Iterator[tuple[Any, ...]]:
    """Yield what a question asks for, with the columns `wanted`, by the way that looks at least.

    Conditions that leave few obligations are met first, and what is found is sorted; else the
    ordered index is walked until enough is found.
    """
    question.values.update(day=day.isoformat(), limit=-1 if limit is None else limit)
    if sort == PRESSING and not _is_narrow(connection, question, limit):
        return _in_order(connection, question, day, wanted, limit)
    return connection.execute(_sorted(question, wanted, sort), question.values)


Totals = dict[tuple[str, bool], tuple[int, int]]
"""By (state, whether it has a due date): obligations, and their overdue occurrences."""


def totals(connection: sqlite3.Connection, day: date) -> Totals:
    """Count what stands how on a day."""
    text = day.isoformat()
    found = connection.execute(
        "SELECT state, dated, sum(obligations), sum(missed) FROM ("
        "SELECT state, dated, obligations, missed FROM month_turns WHERE month < :month UNION ALL "
        "SELECT state, dated, obligations, missed FROM turns WHERE day > :month AND day <= :day"
        ") GROUP BY state, dated",
        {"month": text[:7], "day": text},
    )
    return {
        (STATES[state], bool(dated)): (obligations, missed)
        for state, dated, obligations, missed in found
        if obligations
    }


def title_in(connection: sqlite3.Connection, language: str, table: str = "o") -> str:
    """Give the SQL for a title in a language (parameter :language); `table` is the alias of its table."""
    if language:
        stored = connection.execute("SELECT value FROM meta WHERE key = 'language'").fetchone()
        if stored is None or stored[0] != language:
            return _TITLE_IN.format(t=table)
    return f"{table}.title"


def columns(title: str, *, next_due: bool = True) -> str:
    """Give the SQL of a row's columns, for tables `s` (spans) and `o` (obligations)."""
    return _COLUMNS.format(title=title, next_due=_NEXT_DUE if next_due else "''")


def as_rows(found: Iterable[tuple[Any, ...]], day: date) -> Iterator[Row]:
    """Make rows of lines with the columns of `columns`."""
    today = day.toordinal()
    parse = date.fromisoformat
    bearers_of: dict[str, tuple[str, ...]] = {}
    awaiting = _RANKS["awaiting"]
    for line in found:
        (
            ref, number, agreement, title, kind, modality, bearers, owner, scheduled, due, due_text, basis,
            state, status, informed, missed, last_on, dispute, quote, since, after, recurs, next_due,
        ) = line  # fmt: skip
        if bearers not in bearers_of:
            bearers_of[bearers] = listed(bearers)
        yield Row(
            ref, number, agreement, title, kind, modality, bearers_of[bearers], owner, scheduled, due, due_text,
            basis, STATES[state], status, informed == 1, missed, parse(due).toordinal() - today if due else None,
            last_on, dispute, quote, since, after if state == awaiting and after != "effective" else "",
            recurs == 1, next_due,
        )  # fmt: skip


def listed(text: str) -> tuple[str, ...]:
    """Read a list of strings from JSON as it is stored; without that module where nothing is escaped."""
    if text == "[]":
        return ()
    if "\\" in text:
        import json

        return tuple(json.loads(text))
    return tuple(text[2:-2].split('","'))


def asked(connection: sqlite3.Connection, wanted: Filter) -> Question:
    """Put a filter into SQL."""
    question = Question(wanted.states, [_ON_DAY], [], {})
    values = question.values
    for column, given in (
        ("o.kind", wanted.kinds),
        ("o.modality", wanted.modalities),
        ("s.owner", wanted.owners),
    ):
        if given:
            question.rows.append(f"{column} {_one_of(given, values)}")
    if wanted.due_after:
        question.rows.append("s.due >= :due_after")
        values["due_after"] = wanted.due_after
    if wanted.due_before:
        question.rows.append("s.due > '' AND s.due <= :due_before")
        values["due_before"] = wanted.due_before
    if wanted.agreements:
        question.obligations.append(f"o.agreement {_one_of(wanted.agreements, values)}")
    if wanted.parties:
        question.obligations.append(f"o.id IN ({_of_parties(connection, wanted.parties, values)})")
    if wanted.search:
        question.obligations.append("o.id IN (SELECT rowid FROM search WHERE search MATCH :search)")
        values["search"] = _expression(wanted.search)
    return question


def in_scope(
    connection: sqlite3.Connection, agreements: Iterable[str], parties: Iterable[str], values: Parameters
) -> str:
    """Give the SQL that selects the ids of what belongs to any of these agreements or parties."""
    within = f"SELECT id FROM obligations WHERE agreement {_one_of(agreements, values)}"
    return f"{within} UNION {_of_parties(connection, parties, values)}"


def _one_of(given: Iterable[object], values: Parameters) -> str:
    """Give the SQL for one of the values, which become parameters."""
    names = []
    for value in given:
        name = f"v{len(values)}"
        values[name] = value
        names.append(f":{name}")
    return f"IN ({', '.join(names)})"


def _of_parties(connection: sqlite3.Connection, parties: Iterable[str], values: Parameters) -> str:
    """Give the SQL that selects what parties have signed, bear or are owed, their groups included."""
    circle = dict.fromkeys(parties)
    for party in list(circle):
        groups = connection.execute("SELECT party FROM memberships WHERE member = ?", (party,))
        circle.update((group, None) for (group,) in groups)
    named = _one_of(circle, values)
    return (
        "SELECT id FROM obligations WHERE agreement IN"
        f" (SELECT agreement FROM agreement_parties WHERE party {named})"
        f" UNION SELECT obligation FROM obligation_parties WHERE party {named}"
    )


def _expression(search: str) -> str:
    """Give what to match: all the words, the last of them by its beginning (a NUL: nothing matches)."""
    words = [word.replace('"', '""') for word in search.split() if any(map(str.isalnum, word))]
    return " ".join(f'"{word}"' for word in words) + "*" if words else '"\0"'


def _is_narrow(connection: sqlite3.Connection, question: Question, limit: int | None) -> bool:
    """Whether conditions on obligations leave so few that sorting them is no matter, or all are wanted."""
    if not question.obligations:
        return False
    if limit is None:
        return True
    sql = f"SELECT 1 FROM obligations AS o WHERE {_all(question.obligations)} LIMIT {FEW + 1}"
    return len(connection.execute(sql, question.values).fetchall()) <= FEW


def _sorted(question: Question, wanted: str, sort: str) -> str:
    """Give the SQL that takes the obligations one by one, and sorts what it finds."""
    conditions = [*question.obligations, *question.rows, *_states(question)]
    return (
        f"SELECT * FROM (SELECT {wanted} FROM obligations AS o"
        f" CROSS JOIN spans AS s ON s.obligation = o.id WHERE {_all(conditions)})"
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
            question.values.update(state=_RANKS[state], limit=most)
            for line in connection.execute(in_order(question, wanted, dated=dated), question.values):
                yield line
                if left is not None:
                    left -= 1


def in_order(question: Question, wanted: str, *, dated: bool) -> str:
    """Give the SQL that walks one state in order (parameters :state, :day, :limit)."""
    conditions = [
        "s.state = :state",
        "s.due > ''" if dated else "s.due = ''",
        *question.rows,
        *(condition.replace("o.id", "s.obligation") for condition in question.obligations),
    ]
    return (
        f"SELECT {wanted} FROM spans AS s CROSS JOIN obligations AS o ON o.id = s.obligation"
        f" WHERE {_all(conditions)} ORDER BY s.due, s.ref LIMIT :limit"
    )


def _of_occurrences(question: Question, title: str, sort: str) -> str:
    """Give the SQL for what does not recur, and each occurrence of what does (parameter :until)."""
    conditions = [*question.obligations, *question.rows, *_states(question)]
    conditions.append("max(s.due, s.scheduled) <= :until")
    parts = " UNION ALL ".join(
        f"SELECT {columns(title, next_due=False)} FROM obligations AS o CROSS JOIN {table} AS s"
        f" ON s.obligation = o.id WHERE o.recurs = {recurs} AND {_all(conditions)}"
        for recurs, table in ((0, "spans"), (1, "occurrence_spans"))
    )
    return f"SELECT * FROM ({parts}) ORDER BY {SORTS[sort]} LIMIT :limit"


def _states(question: Question) -> list[str]:
    """Give the condition on the states, if there is one."""
    if not question.states:
        return []
    ranks = ", ".join(str(_RANKS[state]) for state in question.states)
    return [f"s.state IN ({ranks})"]


def _all(conditions: Iterable[str]) -> str:
    return " AND ".join(conditions)
