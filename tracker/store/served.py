"""The projection as it is served to many readers: its tables described, and questions with a name.

The SQL of these questions is that of a list (`queries`), with what a list knows beforehand put into
it: no state is found out here a second time.
"""

# ruff: noqa: S608 - SQL is made of constants and of the words of a closed list; what is typed is bound

from __future__ import annotations

import re
import sqlite3
from typing import Final

from tracker.core.served import Canned, Described
from tracker.store.columns import columns, title_in
from tracker.store.queries import PRESSING, in_order, sorting
from tracker.store.questions import ON_DAY, RANKS, Question, concerning
from tracker.store.tables import TABLES

LOCAL_DAY: Final = "date('now', 'localtime')"
"""Today as SQLite has it, in the time zone of the process (`TZ`)."""

_LABELS: Final = {
    "agreements": "title",
    "obligations": "ref",
    "parties": "name",
    "people": "name",
    "states": "state",
}
_WORDS: Final = {"obligations": "search"}
_INNER: Final = frozenset({"files", "segments", "turns", "month_turns", "party_names"})

_SHOWN: Final = {
    "ref": "r.ref",
    "title": "r.title",
    "state": "(SELECT state FROM states WHERE id = r.state)",
    "due": "r.due",
    "days": "CAST(julianday(nullif(r.due, '')) - julianday(:day) AS INTEGER)",
    **{
        name: f"r.{name}"
        for name in (
            *("missed", "bearers", "owner", "agreement", "kind", "modality", "number", "scheduled"),
            *("due_text", "basis", "status", "informed", "last_on", "dispute", "next_due", "since", "quote"),
        )
    },
}
"""The columns of an answer."""
_DAY: Final = (
    "asked(typed, day) AS (SELECT typed, CASE WHEN day <= (SELECT value FROM meta WHERE key = 'horizon')"
    " THEN day END FROM (SELECT typed, CASE WHEN typed = '' THEN {today}"
    " WHEN typed = date(typed, '+0 days') THEN typed END AS day"
    " FROM (SELECT trim(coalesce(:day, '')) AS typed)))"
)
"""The day that is asked about, NULL where none is or where it is too far ahead."""
_WRONG: Final = (
    "wrong(said) AS (SELECT CASE WHEN day IS NULL THEN CASE WHEN typed = date(typed, '+0 days')"
    " THEN 'too far ahead: ' || typed ELSE 'not a day: ' || typed || '; write it as 2026-06-30' END{more}"
    " END FROM asked)"
)
"""What is wrong with what was typed, NULL for nothing: an answer without rows would pass for a good one."""
_NOBODY: Final = (
    " WHEN (SELECT word FROM typed) > '' AND NOT EXISTS (SELECT * FROM named)"
    " THEN 'no such party: ' || (SELECT word FROM typed)"
)
_CIRCLE: Final = (
    "typed(word) AS (SELECT trim(:party)), named(party) AS (SELECT id FROM parties, typed WHERE id = word"
    " UNION SELECT party FROM party_names, typed WHERE folded = lower(word)"
    " AND word NOT IN (SELECT id FROM parties)"
    " UNION SELECT id FROM parties, typed WHERE word NOT IN (SELECT id FROM parties) AND"
    " (word IN (SELECT value FROM json_each(aliases)) OR word IN (SELECT value FROM json_each(names)))),"
    " circle(party) AS (SELECT party FROM named"
    " UNION SELECT m.party FROM memberships AS m, named AS n WHERE m.member = n.party)"
)
_TIMELINE: Final = (
    "SELECT s.ref, s.start, s.end, (SELECT state FROM states WHERE id = s.state) AS state, s.scheduled,"
    " s.due, s.due_text, s.status, s.informed, s.missed, s.last_on, s.dispute, s.owner, s.entry"
    " FROM spans AS s WHERE s.obligation IN (SELECT id FROM obligations WHERE ref = trim(:ref)"
    " UNION SELECT obligation FROM former_refs WHERE former = trim(:ref))"
    " UNION ALL SELECT NULL, NULL, NULL, 'no such obligation: ' || trim(:ref),"
    " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE trim(:ref) > ''"
    " AND NOT EXISTS (SELECT * FROM obligations WHERE ref = trim(:ref))"
    " AND NOT EXISTS (SELECT * FROM former_refs WHERE former = trim(:ref)) ORDER BY s.ref, s.start"
)
_DATED: Final = (True,)
_ANY: Final = (True, False)


def described() -> dict[str, Described]:
    """Describe the tables, as they are made."""
    return {
        name: Described(
            table.doc,
            {column: told.doc for column, told in table.columns.items()},
            _LABELS.get(name, ""),
            _WORDS.get(name, ""),
            name in _INNER,
        )
        for name, table in TABLES.items()
    }


def canned(connection: sqlite3.Connection, language: str, today: str = LOCAL_DAY) -> dict[str, Canned]:
    """Give the questions that have a name; titles are in `language`, `today` is SQL for the day it is."""
    wanted = columns(title_in(connection, language))
    party = Question((), [ON_DAY], [f"o.id IN ({concerning('IN (SELECT party FROM circle)')})"], {})
    asked = {
        "overdue": (_in_state("overdue", wanted, _DATED), ()),
        "due_soon": (_in_state("due-soon", wanted, _DATED), ()),
        "review_due": (_in_state("review-due", wanted, _ANY), ()),
        "by_party": (sorting(party, wanted, PRESSING), ("party",)),
    }
    found = {name: _rows(sql, more, language, today) for name, (sql, more) in asked.items()}
    return found | {"timeline": Canned(_TIMELINE, ("ref",))}


def _in_state(state: str, wanted: str, dated: tuple[bool, ...]) -> str:
    """Walk what is in a state in order: first what has a due date, then what has none."""
    question = Question((state,), [ON_DAY], [], {})
    parts = [in_order(question, wanted, state, dated=one) for one in dated]
    sql = " UNION ALL ".join(f"SELECT * FROM ({part})" for part in parts)
    return sql.replace(":state", str(RANKS[state]))


def _rows(sql: str, more: tuple[str, ...], language: str, today: str) -> Canned:
    """Ask for rows on a day that may be typed, with the names of their states.

    Where what is typed is wrong there is one row, whose state says what.
    """
    given = {"day": "(SELECT day FROM asked)", "limit": "-1", "language": f"'$.\"{language}\"'"}
    whole = re.sub(
        r":(day|limit|language)\b",
        lambda found: given[found[1]],
        f"SELECT {', '.join(f'{what} AS {name}' for name, what in _SHOWN.items())} FROM ({sql}) AS r",
    )
    wrong = _WRONG.format(more=_NOBODY if more else "")
    before = [_DAY.format(today=today), *([_CIRCLE] if more else []), wrong]
    told = ", ".join("said" if name == "state" else "NULL" for name in _SHOWN)
    refused = f"SELECT {told} FROM wrong WHERE said IS NOT NULL"
    return Canned(f"WITH {', '.join(before)} {whole} UNION ALL {refused}", (*more, "day"))
