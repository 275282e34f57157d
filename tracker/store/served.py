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

_SHOWN: Final = (
    "r.ref, r.title, (SELECT state FROM states WHERE id = r.state) AS state, r.due,"
    " CAST(julianday(nullif(r.due, '')) - julianday(:day) AS INTEGER) AS days, r.missed, r.bearers, r.owner,"
    " r.agreement, r.kind, r.modality, r.number, r.scheduled, r.due_text, r.basis, r.status, r.informed,"
    " r.last_on, r.dispute, r.next_due, r.since, r.quote"
)
_DAY: Final = (
    "asked(day) AS (SELECT day FROM"
    " (SELECT CASE WHEN coalesce(:typed, '') = '' THEN {today} ELSE date(:typed) END AS day)"
    " WHERE day <= (SELECT value FROM meta WHERE key = 'horizon'))"
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
    " UNION SELECT obligation FROM former_refs WHERE former = trim(:ref)) ORDER BY s.ref, s.start"
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
    """Ask for rows on a day that may be typed, with the names of their states."""
    given = {"day": "(SELECT day FROM asked)", "limit": "-1", "language": f"'$.\"{language}\"'"}
    whole = re.sub(
        r":(day|limit|language)\b",
        lambda found: given[found[1]],
        f"SELECT {_SHOWN} FROM ({sql}) AS r",
    )
    before = [_DAY.format(today=today).replace(":typed", ":day"), *([_CIRCLE] if more else [])]
    return Canned(f"WITH {', '.join(before)} {whole}", (*more, "day"))
