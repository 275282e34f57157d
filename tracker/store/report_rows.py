"""What a report lists of obligations and dates: late, due, newly so, blocked, disputed, unowned."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

from typing import Final

from tracker.core.report import Event, Part
from tracker.core.rows import Filter, Row
from tracker.core.vocabulary import STATES
from tracker.store.queries import answer
from tracker.store.questions import COMING, ON_DAY, RANKS, asked
from tracker.store.report_scope import ROWS, Key, Scope
from tracker.store.turns import totals

OVERDUE, DUE_SOON = RANKS["overdue"], RANKS["due-soon"]
OPEN: Final = ("overdue", "review-due", "blocked", "due-soon", "upcoming", "awaiting")
"""States in which somebody has to look after an obligation."""

_IDLE: Final = f"s.state NOT IN ({RANKS['not-in-force']}, {RANKS['lapsed']})"
_KEY: Final = f"SELECT s.due, s.ref, s.obligation, s.scheduled, '{ROWS}' FROM spans AS s"


def counted(scope: Scope) -> tuple[dict[str, int], int]:
    """Count obligations by state, and overdue dates."""
    counts: dict[str, int] = {}
    missed = 0
    if scope.narrowed:
        sql = (
            f"SELECT s.state, count(*), sum(s.missed) FROM spans AS s WHERE {ON_DAY}{scope.within()}"
            " GROUP BY s.state"
        )
        found = [(STATES[state], count, overdue) for state, count, overdue in scope.fetch(sql)]
    else:
        found = [(state, *count) for (state, _), count in totals(scope.connection, scope.day).items()]
    for state, count, overdue in found:
        counts[state] = counts.get(state, 0) + count
        missed += overdue
    return {state: counts[state] for state in STATES if state in counts}, missed


def late(scope: Scope) -> Part[Row]:
    """List what is overdue and known to be, oldest first."""
    where = f"s.informed = 1 AND s.state = {OVERDUE} AND {ON_DAY}{scope.within()}"
    index = "INDEXED BY spans_informed"
    ((count,),) = scope.fetch(f"SELECT count(*) FROM spans AS s {index} WHERE {where}")
    return Part(_first(scope, where, index), count)


def unheard(scope: Scope, overdue: int, known: int) -> Part[Row]:
    """List what is overdue without a word, oldest first; `overdue` counts all, `known` the others."""
    where = f"s.state = {OVERDUE} AND s.due > '' AND s.informed = 0 AND {ON_DAY}{scope.within()}"
    return Part(_first(scope, where), overdue - known)


def _first(scope: Scope, where: str, index: str = "") -> tuple[Row, ...]:
    """Read the first rows that fulfil conditions, off an index that has them by due date and ref."""
    sql = f"{_KEY} {index} WHERE {where} ORDER BY s.due, s.ref LIMIT :limit"
    most = -1 if scope.asked.most is None else scope.asked.most
    return scope.rows(Key(*key) for key in scope.fetch(sql, limit=most))


def silent(scope: Scope, count: int) -> Part[Row]:
    """List what there is no news of, in the order of a list; `count` is how many there are."""
    question = asked(scope.connection, Filter(states=("review-due",), owners=scope.owners))
    if scope.named:
        question.obligations.append(f"o.id IN ({scope.ids})")
        question.values.update(scope.values)
    rows = answer(
        scope.connection, question, scope.day, language=scope.asked.language, limit=scope.asked.most
    )
    return Part(tuple(rows), count)


def due(scope: Scope) -> tuple[Part[Row], int]:
    """List the dates that fall due from as-of through the horizon, soonest first; count whose they are."""
    found = scope.found(f"{COMING} AND s.due >= :day AND s.due <= :until", "", "coming")
    return scope.dates(found), len({key.obligation for key in found})


def turned(scope: Scope, state: int) -> Part[Event]:
    """List what came to be in a state in the period: dates of what recurs, else obligations."""
    part = scope.dated(
        f"s.state IN ({OVERDUE}, {DUE_SOON}) AND s.state = {state} AND s.start > :since AND s.start <= :day"
        " AND NOT EXISTS (SELECT 1 FROM {table} AS b WHERE b.obligation = s.obligation"
        " AND b.start <= :since AND b.end > :since AND b.state = s.state AND b.scheduled = s.scheduled)",
        "turned",
    )
    return Part(tuple(Event(row) for row in part.shown), part.total)


def added(scope: Scope) -> Part[Event]:
    """List the obligations of agreements whose date lies in the period."""
    sql = (
        f"SELECT s.due, s.ref, s.obligation, s.scheduled, '{ROWS}' FROM agreements AS a"
        " CROSS JOIN obligations AS o ON o.agreement = a.id CROSS JOIN spans AS s ON s.obligation = o.id"
        f" WHERE a.begins > :since AND a.begins <= :day AND {ON_DAY}{scope.within()}"
        " ORDER BY a.begins, s.ref"
    )
    part = scope.part([Key(*key) for key in scope.fetch(sql)])
    return Part(tuple(Event(row) for row in part.shown), part.total)


def blocked(scope: Scope) -> Part[Row]:
    """List what is blocked, overdue or not."""
    return scope.dated(f"s.status = 'blocked' AND {_IDLE}", "blocked")


def disputed(scope: Scope) -> Part[Row]:
    """List the obligations of which a party says something else."""
    return _part(scope, f"s.dispute > '' AND {_IDLE} AND {ON_DAY}{scope.within()}")


def unowned(scope: Scope) -> Part[Row]:
    """List the open obligations that nobody looks after, nor their agreement; none if too many."""
    if scope.asked.owner:
        return Part()
    ranks = ", ".join(str(RANKS[state]) for state in OPEN)
    where = f"s.owner = '' AND s.state IN ({ranks}) AND {ON_DAY}{scope.within()}"
    ((count,),) = scope.fetch(f"SELECT count(*) FROM spans AS s WHERE {where}")
    if scope.asked.most is not None and count > scope.asked.most:
        return Part((), count)
    found = scope.fetch(f"{_KEY} WHERE {where} ORDER BY s.state, s.due = '', s.due, s.ref")
    return scope.part([Key(*key) for key in found])


def _part(scope: Scope, where: str) -> Part[Row]:
    """List obligations that fulfil conditions, by due date."""
    found = scope.fetch(f"{_KEY} WHERE {where} ORDER BY s.due = '', s.due, s.ref")
    return scope.part([Key(*key) for key in found])
