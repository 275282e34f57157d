"""Build the projection from a register, or bring it up to date with what changed in one.

`rebuild` starts from nothing; `refresh` leaves the very same lines as `rebuild` would, having
touched only the obligations and agreements that it is given. Each is one transaction: a process
that is killed leaves what was there before.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import chain
from typing import Final

from tracker.core.life import life
from tracker.core.model import Agreement, Register
from tracker.core.timelines import Timeline
from tracker.core.vocabulary import STATES
from tracker.store import fill
from tracker.store.fill_spans import SpanLines
from tracker.store.freshness import Seen
from tracker.store.indexes import INDEXES, SEARCH, WORDS
from tracker.store.inserting import INSERTIONS
from tracker.store.schema import statements
from tracker.store.tables import APPLICATION, SCHEMA
from tracker.store.turns import Turns, by_day, by_month, count, none

_AT_ONCE: Final = 1_000
_CACHE_KIB: Final = 65_536
_HANGING: Final = ("obligation_parties", "former_refs", "entries", "spans", "occurrence_spans")
_OF_AGREEMENTS: Final = (
    *("agreement_phases", "agreement_entries", "agreement_parties", "former_agreements", "sources"),
)
_INDEX_WORDS: Final = f"INSERT INTO search (rowid, words) SELECT o.id, {WORDS} FROM obligations AS o"
_FORGET_WORDS: Final = (
    f"INSERT INTO search (search, rowid, words) SELECT 'delete', o.id, {WORDS} FROM obligations AS o"
    " WHERE o.id = ?"
)


def rebuild(
    connection: sqlite3.Connection,
    register: Register,
    timelines: Iterable[tuple[str, Timeline]],
    files: Iterable[Seen],
    *,
    horizon: date,
    known_at: date | None = None,
    tool: str = "",
    segments: Iterable[tuple[object, ...]] = (),
) -> None:
    """Drop whatever the database holds and build it from a register.

    `timelines` has one item for each obligation, in any order, worked out through `horizon`
    (inclusive); with `known_at`, as was known at that day. The first of `files` is the register's
    own. `tool` is the program's version, `segments` are lines of that table.
    """
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    with _transaction(connection):
        _drop(connection)
        for sql in statements():
            connection.execute(sql)
        _add(connection, "states", enumerate(STATES))
        _add(connection, "meta", fill.settings(register.settings))
        _add(connection, "meta", _made(horizon, known_at, tool))
        root, *others = files
        _add(connection, "meta", (("root", root.path),))
        _add(connection, "files", (root, *others))
        _add(connection, "segments", segments)
        _add_parties(connection, register)
        _add_agreements(connection, register, register.agreements.values(), horizon, known_at)
        numbers = {ref: number for number, ref in enumerate(register.obligations, 1)}
        turns = none()
        _add_obligations(connection, register, numbers, timelines, horizon, known_at, turns)
        days = by_day(turns)
        INSERTIONS["turns"].add_many(connection, days)
        INSERTIONS["month_turns"].add_many(connection, by_month(days))
        for sql in INDEXES.values():
            connection.execute(sql)
        connection.execute(SEARCH)
        connection.execute(_INDEX_WORDS)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def refresh(
    connection: sqlite3.Connection,
    register: Register,
    timelines: Iterable[tuple[str, Timeline]],
    *,
    obligations: Collection[str],
    agreements: Collection[str] = (),
    parties: bool = False,
    files: Iterable[Seen] = (),
    gone: Iterable[str] = (),
) -> None:
    """Replace the lines of the `obligations` and `agreements` named, and leave all others.

    Those that the register no longer has are taken out. `timelines` has one item for each
    obligation named that it has, worked out through the horizon that the database was built for.
    With `parties`, parties and people are replaced too. Nothing else of `register` is looked at,
    so that it may be a part of the whole, but its settings have to be those that are stored.
    `files` were read again, the paths `gone` no longer count.
    """
    horizon = date.fromisoformat(_stored(connection, "horizon"))
    with _transaction(connection):
        for path in gone:
            connection.execute("DELETE FROM files WHERE path = ?", (path,))
        _add(connection, "files", files)
        if parties:
            for table in ("memberships", "party_names", "parties", "people"):
                connection.execute(f"DELETE FROM {table}")
            _add_parties(connection, register)
        for key in agreements:
            _remove_agreement(connection, key)
        present = (register.agreements[key] for key in agreements if key in register.agreements)
        _add_agreements(connection, register, present, horizon, None)
        turns = none()
        numbers = _remove_obligations(connection, obligations, turns)
        (highest,) = connection.execute("SELECT coalesce(max(id), 0) FROM obligations").fetchone()
        new = (ref for ref in obligations if ref in register.obligations and ref not in numbers)
        numbers.update((ref, max(highest, *numbers.values(), 0) + n) for n, ref in enumerate([*new], 1))
        _add_obligations(connection, register, numbers, timelines, horizon, None, turns)
        for ref in obligations:
            if ref in register.obligations:
                connection.execute(f"{_INDEX_WORDS} WHERE o.id = ?", (numbers[ref],))
        _turn(connection, turns)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing; goes on with a transaction that was begun, and ends it."""
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")
    collecting = gc.isenabled()
    gc.disable()  # nothing here is circular, and to look for it takes a sixth of the time
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        if collecting:
            gc.enable()


def _drop(connection: sqlite3.Connection) -> None:
    """Drop all tables, the virtual ones first since others are parts of them."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    for virtual in (" AND sql LIKE 'CREATE VIRTUAL%'", ""):
        for (name,) in connection.execute(names + virtual).fetchall():
            quoted = name.replace('"', '""')
            connection.execute(f'DROP TABLE "{quoted}"')


def _add(connection: sqlite3.Connection, table: str, lines: Iterable[tuple[object, ...]]) -> None:
    INSERTIONS[table].add(connection, lines)


def _made(horizon: date, known_at: date | None, tool: str) -> Iterator[tuple[str, str]]:
    yield "horizon", horizon.isoformat()
    yield "known_at", known_at.isoformat() if known_at else ""
    yield "tool", tool


def _stored(connection: sqlite3.Connection, key: str) -> str:
    (value,) = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(value)


def _add_parties(connection: sqlite3.Connection, register: Register) -> None:
    language = register.settings.language
    for party in register.parties.values():
        _add(connection, "parties", (fill.party(party, language),))
        _add(connection, "party_names", fill.party_names(party))
    _add(connection, "memberships", fill.memberships(register.parties))
    _add(connection, "people", (fill.person(person, language) for person in register.people.values()))


def _add_agreements(
    connection: sqlite3.Connection,
    register: Register,
    agreements: Iterable[Agreement],
    horizon: date,
    known_at: date | None,
) -> None:
    settings, agreements = register.settings, [*agreements]

    def phases(agreement: Agreement) -> Iterable[fill.Line]:
        return fill.phases(agreement, life(agreement, horizon=horizon, known_at=known_at), settings.soon)

    _add(connection, "agreements", (fill.agreement(one, settings.language) for one in agreements))
    for table, lines in (
        ("agreement_parties", map(fill.agreement_parties, agreements)),
        ("former_agreements", map(fill.former_agreements, agreements)),
        ("sources", map(fill.sources, agreements)),
        ("agreement_entries", (fill.agreement_entries(one, known_at) for one in agreements)),
        ("agreement_phases", map(phases, agreements)),
    ):
        _add(connection, table, chain.from_iterable(lines))


def _add_obligations(
    connection: sqlite3.Connection,
    register: Register,
    numbers: Mapping[str, int],
    timelines: Iterable[tuple[str, Timeline]],
    horizon: date,
    known_at: date | None,
    turns: Turns,
) -> None:
    """Add obligations with all that hangs on them, a thousand at once."""
    language = register.settings.language
    batch = _Batch(connection)
    for ref, timeline in timelines:
        obligation = register.obligations[ref]
        number = numbers[ref]
        batch.obligations.append(
            fill.obligation(number, obligation, language, recurs=fill.recurs(obligation, timeline))
        )
        batch.obligation_parties.extend(fill.obligation_parties(number, obligation))
        if obligation.formerly:
            batch.former_refs.extend(fill.former_refs(number, obligation))
        if obligation.log:
            batch.entries.extend(fill.entries(number, obligation, known_at))
        batch.spans.take(number, ref, timeline, horizon)
        if len(batch.obligations) == _AT_ONCE:
            batch.flush(turns)
    batch.flush(turns)


class _Batch:
    """Lines that wait to be inserted together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.obligations: list[fill.Line] = []
        self.obligation_parties: list[fill.Line] = []
        self.former_refs: list[fill.Line] = []
        self.entries: list[fill.Line] = []
        self.spans = SpanLines()

    def flush(self, turns: Turns) -> None:
        """Insert what waits, and count what its spans change."""
        for table in ("obligations", "obligation_parties", "former_refs", "entries"):
            lines = getattr(self, table)
            INSERTIONS[table].add_many(self.connection, lines)
            lines.clear()
        self.spans.add(self.connection, turns)


def _remove_agreement(connection: sqlite3.Connection, key: str) -> None:
    for table in _OF_AGREEMENTS:
        connection.execute(f"DELETE FROM {table} WHERE agreement = ?", (key,))
    connection.execute("DELETE FROM agreements WHERE id = ?", (key,))


def _remove_obligations(connection: sqlite3.Connection, refs: Iterable[str], turns: Turns) -> dict[str, int]:
    """Take obligations out, and give the numbers that they had."""
    numbers: dict[str, int] = {}
    for ref in refs:
        found = connection.execute("SELECT id FROM obligations WHERE ref = ?", (ref,)).fetchone()
        if found is None:
            continue
        numbers[ref] = found[0]
        connection.execute(_FORGET_WORDS, found)
        sql = "SELECT start, end, state, due, missed FROM spans WHERE obligation = ?"
        count(connection.execute(sql, found), -1, turns)
        for table in _HANGING:
            connection.execute(f"DELETE FROM {table} WHERE obligation = ?", found)
        connection.execute("DELETE FROM obligations WHERE id = ?", found)
    return numbers


def _turn(connection: sqlite3.Connection, turns: Turns) -> None:
    """Add changes to those that are stored, and keep none that says nothing."""
    days = by_day(turns)
    for table, key, changes in (("turns", "day", days), ("month_turns", "month", by_month(days))):
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?) ON CONFLICT ({key}, state, dated) DO UPDATE"
            " SET obligations = obligations + excluded.obligations, missed = missed + excluded.missed",
            changes,
        )
        connection.executemany(
            f"DELETE FROM {table} WHERE {key} = ? AND state = ? AND dated = ?"
            " AND obligations = 0 AND missed = 0",
            (change[:3] for change in changes),
        )
