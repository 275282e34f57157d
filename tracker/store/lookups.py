"""What a typed name means: an obligation, an agreement, a party, a person."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from tracker.core.errors import TrackerError

_OWN: Final = "substr(folded, instr(folded, '.') + 1)"

AGREEMENT: Final = "agreement"
PARTY: Final = "party"

_OWNERS: Final = (
    "SELECT id FROM people UNION SELECT DISTINCT owner FROM spans WHERE owner > ''"
    " UNION SELECT DISTINCT owner FROM agreements WHERE owner > ''"
)

SHOWN: Final = 12
"""How many candidates an ambiguous name lists."""


class StoredNames:
    """The names of obligations, as `tracker.core.names.resolve` asks for them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the projection."""
        self._connection = connection

    def exact(self, name: str) -> bool:
        """Say whether a ref is spelled so."""
        return bool(self._refs("SELECT ref FROM obligations WHERE ref = ?", name))

    def by_number(self, number: str) -> Sequence[str]:
        """Give the refs with that number."""
        return self._refs("SELECT ref FROM obligations WHERE number = ? AND number > '' ORDER BY ref", number)

    def former(self, name: str) -> Sequence[str]:
        """Give the refs that had that name."""
        return self._refs(
            "SELECT ref FROM obligations WHERE id IN (SELECT obligation FROM former_refs WHERE former = ?)"
            " ORDER BY ref",
            name,
        )

    def alike(self, folded: str, limit: int) -> Sequence[str]:
        """Give the refs which fold to that, whole or after their first dot, in order."""
        after_dot = folded.partition(".")[2] or folded
        return self._refs(
            f"SELECT ref FROM obligations WHERE {_OWN} IN (?, ?) AND ({_OWN} = ? OR folded = ?)"
            " ORDER BY ref LIMIT ?",
            folded,
            after_dot,
            folded,
            folded,
            limit,
        )

    def containing(self, part: str, limit: int) -> Sequence[str]:
        """Give the refs that, folded, have that part anywhere, in order."""
        return self._refs(
            "SELECT ref FROM obligations WHERE instr(folded, ?) ORDER BY ref LIMIT ?", part, limit
        )

    def count(self, part: str) -> int:
        """Count the refs that have that part."""
        sql = "SELECT count(*) FROM obligations WHERE instr(folded, ?)"
        return int(self._connection.execute(sql, (part,)).fetchone()[0])

    def _refs(self, sql: str, *values: object) -> list[str]:
        return [ref for (ref,) in self._connection.execute(sql, values)]


def meant(connection: sqlite3.Connection, typed: str) -> tuple[str, str]:
    """Tell what a scope means: ('agreement', id) or ('party', id); TrackerError for nothing, or for several.

    An agreement's id or old id comes first, then a party's id, alias or name in any language, then
    a part of one of these that only one has.
    """
    for kind, find in (
        (AGREEMENT, _agreements),
        (PARTY, _parties),
        (AGREEMENT, _agreements_with),
        (PARTY, _parties_with),
    ):
        if found := find(connection, typed):
            return kind, _only(typed, found)
    near = _near(typed, [*_all_agreements(connection), *_all_parties(connection)])
    if near:
        raise TrackerError(
            "there is no agreement or party {name!r}; did you mean {near}?", name=typed, near=", ".join(near)
        )
    raise TrackerError("there is no agreement or party {name!r}", name=typed)


def agreement(connection: sqlite3.Connection, typed: str) -> str:
    """Give the id of the agreement that a name means; TrackerError for none, or for several."""
    if found := _agreements(connection, typed) or _agreements_with(connection, typed):
        return _only(typed, found)
    if near := _near(typed, _all_agreements(connection)):
        raise TrackerError(
            "there is no agreement {name!r}; did you mean {near}?", name=typed, near=", ".join(near)
        )
    raise TrackerError("there is no agreement {name!r}", name=typed)


def exact_agreement(connection: sqlite3.Connection, typed: str) -> str:
    """Give the id of the agreement that is or was called exactly so, '' for none, or for several."""
    found = _agreements(connection, typed)
    return found[0] if len(found) == 1 else ""


def party(connection: sqlite3.Connection, typed: str) -> str:
    """Give the id of the party that a name means, in any language; TrackerError for none, or for several."""
    if found := _parties(connection, typed) or _parties_with(connection, typed):
        return _only(typed, found)
    if near := _near(typed, _all_parties(connection)):
        raise TrackerError(
            "there is no party {name!r}; did you mean {near}?", name=typed, near=", ".join(near)
        )
    raise TrackerError("there is no party {name!r}", name=typed)


def owner(connection: sqlite3.Connection, typed: str) -> str:
    """Give who is meant by a name, of those who look after something; TrackerError for nobody, or several.

    A key comes first, then a name in any language, then a part of either that only one has.
    """
    from json import loads

    known = {key: {_fold(key)} for key in _column(connection, _OWNERS)}
    for key, names in connection.execute("SELECT id, names FROM people"):
        known.setdefault(key, {_fold(key)}).update(map(_fold, loads(names).values()))
    if typed in known:
        return typed
    name = _fold(typed)
    found = sorted(key for key, names in known.items() if name in names)
    found = found or sorted(key for key, names in known.items() if name and any(name in one for one in names))
    if found:
        return _only(typed, found)
    if near := _near(typed, sorted({one for names in known.values() for one in names})):
        raise TrackerError(
            "nobody called {name!r} looks after anything; did you mean {near}?",
            name=typed,
            near=", ".join(near),
        )
    raise TrackerError("nobody called {name!r} looks after anything", name=typed)


def handed_to(connection: sqlite3.Connection, typed: str) -> str:
    """Give the key of who is to look after something; whoever isn't like one of the people is kept as typed.

    TrackerError where it is nearly one of them, a part of a name or a slip, and nobody looks after
    anything under what was typed.
    """
    from json import loads

    people = {
        key: {_fold(key), *map(_fold, loads(names).values())}
        for key, names in connection.execute("SELECT id, names FROM people ORDER BY id")
    }
    name = _fold(typed)
    if typed in people:
        return typed
    if found := [key for key, names in people.items() if name in names]:
        return _only(typed, found)
    if typed in _column(connection, _OWNERS):
        return typed
    words = _words(name)
    spelled = {one: key for key, names in people.items() for one in names}
    near = [key for one, key in spelled.items() if words and words <= _words(one)]
    near += [spelled[one] for one in _near(typed, list(spelled))]
    if not near:
        return typed
    raise TrackerError(
        "nobody is called {name!r}; did you mean {near}? Somebody else needs a table [people.NAME] first",
        name=typed,
        near=", ".join(dict.fromkeys(near)),
    )


def _words(name: str) -> set[str]:
    return set(name.replace("-", " ").split())


def _agreements(connection: sqlite3.Connection, typed: str) -> list[str]:
    """Find an agreement by its id, else by an old one."""
    name = typed.strip()
    return _column(connection, "SELECT id FROM agreements WHERE id = ?", name) or _column(
        connection, "SELECT agreement FROM former_agreements WHERE former = ? ORDER BY agreement", name
    )


def _agreements_with(connection: sqlite3.Connection, typed: str) -> list[str]:
    """Find the agreements whose id has a part, letter case aside."""
    part = _fold(typed).replace(" ", "-")
    return (
        _column(connection, "SELECT id FROM agreements WHERE instr(lower(id), ?) ORDER BY id", part)
        if part
        else []
    )


def _parties(connection: sqlite3.Connection, typed: str) -> list[str]:
    """Find a party by its id, else by any of its names."""
    return _column(connection, "SELECT id FROM parties WHERE id = ?", typed.strip()) or _column(
        connection, "SELECT party FROM party_names WHERE folded = ? ORDER BY party", _fold(typed)
    )


def _parties_with(connection: sqlite3.Connection, typed: str) -> list[str]:
    """Find the parties that have a part in any of their names."""
    part = _fold(typed)
    sql = "SELECT DISTINCT party FROM party_names WHERE instr(folded, ?) ORDER BY party"
    return _column(connection, sql, part) if part else []


def _all_agreements(connection: sqlite3.Connection) -> list[str]:
    return _column(connection, "SELECT id FROM agreements")


def _all_parties(connection: sqlite3.Connection) -> list[str]:
    return _column(connection, "SELECT folded FROM party_names")


def _column(connection: sqlite3.Connection, sql: str, *values: object) -> list[str]:
    return [value for (value,) in connection.execute(sql, values)]


def _fold(typed: str) -> str:
    """Fold a name as those of parties are stored."""
    from tracker.core.names import fold

    return " ".join(fold(typed).split())


def _only(typed: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    raise TrackerError(
        "{name!r} may mean {candidates}; type more of it", name=typed, candidates=", ".join(found[:SHOWN])
    )


def _near(typed: str, names: list[str]) -> list[str]:
    """Find what was mistyped."""
    from difflib import get_close_matches

    return get_close_matches(_fold(typed), names, 3, 0.6)
