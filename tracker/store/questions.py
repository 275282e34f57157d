"""Filters in SQL: conditions with named parameters, the values always apart from the text."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from tracker.core.rows import Filter
from tracker.core.vocabulary import CLOSING, STATES

Parameters = dict[str, object]

RANKS: Final = {state: rank for rank, state in enumerate(STATES)}
"""States as they are stored, in the order of a list."""

ON_DAY: Final = "s.start <= :day AND s.end > :day"
HEARD: Final = (
    "coalesce((SELECT max(e.on_day) FROM entries AS e WHERE e.obligation = s.obligation"
    " AND e.on_day <= :day AND (e.status > '' OR e.evidence NOT IN ('', '[]'))), '')"
)
"""The day of the last entry that is news: with a status or evidence; '' where there is none."""
"""Of a span `s`: the day lies in it."""

RENEWS: Final = "CASE WHEN s.terminated THEN '' ELSE a.renews END"
"""Of an agreement `a` in a phase `s`: the length by which it renews itself, '' once it is terminated."""

UNCLOSED: Final = f"NOT IN ({', '.join(repr(status) for status in sorted(CLOSING))})"
"""Of a status: it closes nothing."""
NOT_OVER: Final = f"s.status {UNCLOSED} AND s.state <> {RANKS['lapsed']}"
"""Of a span `s`: what is due then is still to come."""

_COMING: Final = [RANKS[state] for state in ("blocked", "due-soon", "upcoming")]
COMING: Final = f"s.state IN {(*_COMING,)} AND s.state BETWEEN {_COMING[0]} AND {_COMING[-1]}"
"""Of a span `s`: it is not yet due. The second half is to the letter what the index of these has for a
condition, since SQLite would put a list of three together anew for each line."""

KNOWN_LATE: Final = f"(s.state <> {RANKS['overdue']} OR s.informed = 1)"
"""Of a span `s`: if it is overdue, an entry says that it isn't done."""

STATED_BLOCKED: Final = "s.status = 'blocked'"
"""Of a span `s`: it was stated so. To the letter what the indexes of these have for a condition."""


class Question(NamedTuple):
    """A filter in SQL: states, conditions on a row, and on obligations alone, with their values.

    `few` names an index that has hardly any spans beside those that are asked for, '' for none.
    """

    states: tuple[str, ...]
    rows: list[str]
    obligations: list[str]
    values: Parameters
    few: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether `turns` tells how many rows it has."""
        return not self.obligations and self.rows == [ON_DAY]

    @property
    def in_states(self) -> list[str]:
        """The condition on the state, if there is one."""
        ranks = ", ".join(str(RANKS[state]) for state in self.states)
        return [f"s.state IN ({ranks})"] if ranks else []


def asked(connection: sqlite3.Connection, wanted: Filter) -> Question:
    """Put a filter into SQL."""
    blocked = wanted.statuses == ("blocked",)
    question = Question(wanted.states, [ON_DAY], [], {}, "spans_blocked" if blocked else "")
    values = question.values
    if blocked:
        question.rows.append(STATED_BLOCKED)
    elif wanted.statuses:
        question.rows.append(f"s.status {_one_of(wanted.statuses, values)}")
    if wanted.late:
        question.rows.append(KNOWN_LATE)
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
    _ask_of_obligations(connection, wanted, question)
    return question


def _ask_of_obligations(connection: sqlite3.Connection, wanted: Filter, question: Question) -> None:
    """Add what is asked of obligations, however they stand."""
    values = question.values
    if wanted.agreements:
        question.obligations.append(f"o.agreement {_one_of(wanted.agreements, values)}")
    if wanted.parties:
        question.obligations.append(f"o.id IN ({_of_parties(connection, wanted.parties, values)})")
    if wanted.search:
        values["search"] = _expression(wanted.search)
        found = "o.id IN (SELECT rowid FROM search WHERE search MATCH :search)"
        question.obligations.append(found if values["search"] else "FALSE")


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
    return concerning(_one_of(circle, values))


def concerning(parties: str) -> str:
    """Give the SQL that selects what parties have signed, bear or are owed, these as SQL: IN (…)."""
    return (
        "SELECT id FROM obligations WHERE agreement IN"
        f" (SELECT agreement FROM agreement_parties WHERE party {parties})"
        f" UNION SELECT obligation FROM obligation_parties WHERE party {parties}"
    )


def _expression(search: str) -> str:
    """Give what to match: all the words, the last of them by its beginning; '' where there are none."""
    words = [word.replace('"', '""') for word in search.split() if any(map(str.isalnum, word))]
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""
