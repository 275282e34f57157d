"""The projection brought up to date with an edit, without reading the register again.

Only the common edit is taken up: one or a few obligations have another text, and everything else
is the same to the byte, which the segments' digests prove. The new text is parsed, checked and
linked by the very code that reads a whole register, against parties, people and agreements as
the projection has them. Whatever could touch more than these obligations and those that wait
for them (another number, other parties, an old name, a reference, anything wrong at all) is not
judged here: then the whole is read, and finds what there is to say.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tracker.core.errors import TrackerError
from tracker.core.model import EFFECTIVE, After, Agreement, Obligation, Party, Person, Register, Settings
from tracker.core.timelines import timelines
from tracker.register.disk.content import Content, parts
from tracker.register.disk.files import read_bytes
from tracker.register.format.shape import Shaped, shape
from tracker.register.links import Links
from tracker.register.parse import parse
from tracker.register.partynames import alike
from tracker.register.segments import Difference, Piece, difference
from tracker.store import loading, projection
from tracker.store import segments as store
from tracker.store.freshness import Seen, path_of


class Part(NamedTuple):
    """A part of the register: what is needed to work out the `touched` obligations anew."""

    register: Register
    touched: list[str]


class Rewritten(NamedTuple):
    """What this process has made of a file: its content, and how that differs from what it was.

    `before` are the segments that it had. `read_ns` (ns since 1970) is a time at which it was surely so,
    or a time before it was written.
    """

    path: str
    before: list[Piece]
    content: Content
    difference: Difference
    read_ns: int


def catch_up(
    connection: sqlite3.Connection, differing: Iterable[str], rewritten: Rewritten | None = None
) -> bool:
    """Bring the projection up to date with the files that differ; False where the whole has to be read.

    They are given by their keys. What was `rewritten` just now is not read again. Ends the transaction
    that was begun if it is True, and has changed nothing if not.
    """
    seen: list[Seen] = []
    changes: list[tuple[str, list[int], Difference]] = []
    tables: dict[str, str] = {}
    for path in differing:
        known = store.pieces(connection, path)
        positions = store.positions(connection, path)
        found = _known(rewritten, path, known) or _read(connection, path, known, positions)
        if found is None:
            return False
        seen.append(found[0])
        changes.append((path, positions, found[1]))
        tables.update(found[1].tables)
    part = partly(connection, tables)
    if part is None:
        return False
    for path, positions, new in changes:
        if not store.replace(connection, path, positions, new.first, new.last, new.segments):
            return False
    (stored,) = connection.execute("SELECT value FROM meta WHERE key = 'horizon'").fetchone()
    projection.refresh(
        connection,
        part.register,
        timelines(part.register, horizon=date.fromisoformat(stored), only=part.touched),
        obligations=part.touched,
        files=seen,
    )
    return True


def _known(rewritten: Rewritten | None, path: str, known: list[Piece]) -> tuple[Seen, Difference] | None:
    """Take what was written as what stands in the file, which the next command will compare."""
    if rewritten is None or (rewritten.path, rewritten.before) != (path, known):
        return None
    try:
        now = os.stat(path_of(path))  # noqa: PTH116 - the same call as the one that will compare
    except OSError:
        return None
    if now.st_size != sum(map(len, parts(rewritten.content))):
        return None
    times = now.st_mtime_ns, now.st_ctime_ns
    return Seen(path, now.st_size, *times, now.st_ino, "", rewritten.read_ns), rewritten.difference


def _read(
    connection: sqlite3.Connection, path: str, known: list[Piece], positions: list[int]
) -> tuple[Seen, Difference] | None:
    """Read a file, and compare it with its segments."""

    def tables(first: int, last: int) -> list[str]:
        return store.tables(connection, path, positions[first:last])

    began = time.time_ns()
    try:
        content, info = read_bytes(Path(path_of(path)))
    except TrackerError:
        return None
    found = difference(content, known, tables) if known else None
    if found is None:
        return None
    times = info.st_mtime_ns, info.st_ctime_ns
    return Seen(path, info.st_size, *times, info.st_ino, "", began), found


def partly(connection: sqlite3.Connection, tables: Mapping[str, str]) -> Part | None:
    """Read the new text of obligations that the projection has; None where the whole has to be read."""
    settings = loading.settings(connection)
    shaped = _shaped(tables, settings)
    before = loading.obligations(connection, tables)
    if shaped is None or before.keys() != tables.keys():
        return None
    changed = _linked(connection, shaped, before, settings)
    if changed is None:
        return None
    waiting = [ref for ref in loading.waiting(connection, tables) if ref not in tables]
    return Part(about(connection, waiting, changed), [*tables, *waiting])


def about(
    connection: sqlite3.Connection,
    refs: Iterable[str],
    changed: Mapping[str, Obligation] = MappingProxyType({}),
) -> Register:
    """Give the part of the register that the spans of some obligations depend on.

    Those `refs` as the projection has them, and those that `changed`; no parties.
    """
    obligations = {**changed, **loading.obligations(connection, refs)}
    while awaited := {_awaited(one.time) for one in obligations.values()} - obligations.keys() - {""}:
        obligations |= loading.obligations(connection, awaited)
    replacing = [ref for ref in loading.replacing(connection, obligations) if ref not in obligations]
    obligations |= loading.obligations(connection, replacing)
    return Register(
        settings=loading.settings(connection),
        parties={},
        people=loading.people(connection),
        agreements=loading.agreements(connection, {one.agreement for one in obligations.values()}),
        obligations=obligations,
    )


def _shaped(tables: Mapping[str, str], settings: Settings) -> dict[str, dict[str, Any]] | None:
    """Parse and check obligations' tables, each of which stands by itself."""
    raw: dict[str, dict[str, Any]] = {}
    for text in tables.values():
        read, problem = parse(text, "")
        if problem:
            return None
        for agreement, obligations in read["obligations"].items():
            raw.setdefault(agreement, {}).update(obligations)
    shaped = shape({"obligations": raw}, kinds=settings.kinds)
    return None if shaped.findings else shaped.obligations


def _linked(
    connection: sqlite3.Connection,
    drafts: dict[str, dict[str, Any]],
    before: Mapping[str, Obligation],
    settings: Settings,
) -> dict[str, Obligation] | None:
    """Resolve what changed obligations name, as long as they have to do with the same as before."""
    same: dict[str, dict[str, Any]] = {}
    for ref, draft in drafts.items():
        old = before[ref]
        awaited = _awaited(draft.get("time"))
        if (
            draft.get("number", "") != old.number
            or set(draft.get("formerly", ())) != set(old.formerly)
            or draft.get("replaces", ()) != old.replaces
            or awaited != _awaited(old.time)
        ):
            return None
        # refs that are stated as they were resolved need not be looked for again
        refs = ("replaces", "time") if awaited else ("replaces",)
        same[ref] = {key: draft.pop(key) for key in refs if key in draft}
    agreements = loading.agreements(connection, {old.agreement for old in before.values()})
    parties = loading.parties(connection, {alike(name) for name in _named(drafts, agreements)})
    if _respelled(drafts, parties):
        return None
    people = loading.people(connection)
    linked = Links([_stated(drafts, agreements, parties, people, settings)], [""], _nowhere)
    if linked.findings:
        return None
    register = linked.register()
    if register.parties.keys() != parties.keys():
        return None
    for ref, made in register.obligations.items():
        if {*made.bearers, *made.counterparties} != {*before[ref].bearers, *before[ref].counterparties}:
            return None
    return {ref: made._replace(**same[ref]) for ref, made in register.obligations.items()}


def _awaited(time: object) -> str:
    """Name the obligation that a time rule waits for, '' where it is none."""
    return time.after if isinstance(time, After) and time.after != EFFECTIVE else ""


def _named(drafts: Mapping[str, Mapping[str, Any]], agreements: Mapping[str, Agreement]) -> Iterable[str]:
    """Yield every name that may be a party's."""
    for agreement in agreements.values():
        yield from agreement.parties
    for draft in drafts.values():
        yield from draft.get("bearers", ())
        yield from draft.get("counterparties", ())
        for entry in draft.get("log", ()):
            yield entry.dispute
            yield from entry.agreed_with


def _respelled(drafts: Mapping[str, Mapping[str, Any]], parties: Mapping[str, Party]) -> bool:
    """Say whether a party that isn't declared is spelled otherwise: the register's first spelling counts."""
    ids = {
        alike(id_): id_
        for id_, party in parties.items()
        if not (party.aliases or party.members) and {*party.name.values()} <= {id_}
    }
    return any(
        ids.get(alike(name), name) != name
        for draft in drafts.values()
        for name in (*draft.get("bearers", ()), *draft.get("counterparties", ()))
    )


def _stated(
    drafts: dict[str, dict[str, Any]],
    agreements: Mapping[str, Agreement],
    parties: Mapping[str, Party],
    people: Mapping[str, Person],
    settings: Settings,
) -> Shaped:
    """Put what is known beside what changed, as if one file stated it."""
    return Shaped(
        include=(),
        settings=settings._replace(us=()),
        parties={id_: _draft(party._replace(members=())) for id_, party in parties.items()},
        people={id_: _draft(person) for id_, person in people.items()},
        agreements={id_: _draft(agreement) for id_, agreement in agreements.items()},
        obligations=drafts,
        findings=[],
    )


def _draft(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the model's
    return dict(value._asdict())


def _nowhere(*_: object) -> str:
    return ""
