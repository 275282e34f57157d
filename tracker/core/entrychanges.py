"""What changed in a log: entries have no names, so they are matched by what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tracker.core.stated import Fields

ADDED: Final = "added"
CORRECTED: Final = "corrected"
TAKEN_BACK: Final = "taken-back"

_MOST: Final = 100_000
"""Pairs that are weighed against each other; beyond it nobody reads what was corrected."""


class EntryChange(NamedTuple):
    """An entry that was added, corrected or taken back: what it said, and what it says.

    `before` is empty for one that was added, `after` for one that was taken back. `fields` names
    those in which the two differ, for one that was corrected.
    """

    kind: str
    before: Fields
    after: Fields
    fields: tuple[str, ...]


def entry_changes(before: Sequence[Fields], after: Sequence[Fields]) -> tuple[EntryChange, ...]:
    """Compare two logs; the order of entries within one day is not compared.

    Equal entries are the same one. Of the rest, those of the same day, status and occurrence are
    corrected; then those that agree in more than half of what they say, the most alike first.
    """
    old, new = _unlike(before, after)
    pairs: dict[int, int] = {}
    for key in (_place, _wording):
        _pair(old, new, pairs, key)
    _weigh(old, new, pairs)
    taken = set(pairs.values())
    found = []
    for position, entry in enumerate(new):
        if position in pairs:
            was = old[pairs[position]]
            names = tuple(name for name in {**was, **entry} if was.get(name, "") != entry.get(name, ""))
            found.append(EntryChange(CORRECTED, was, entry, names))
        else:
            found.append(EntryChange(ADDED, {}, entry, ()))
    found += [
        EntryChange(TAKEN_BACK, was, {}, ()) for position, was in enumerate(old) if position not in taken
    ]
    return tuple(found)


def _unlike(before: Sequence[Fields], after: Sequence[Fields]) -> tuple[list[Fields], list[Fields]]:
    """Leave out the entries that both have, as often as both have them."""
    waiting: dict[object, int] = {}
    for entry in before:
        waiting[_whole(entry)] = waiting.get(_whole(entry), 0) + 1
    new = []
    for entry in after:
        if waiting.get(_whole(entry), 0):
            waiting[_whole(entry)] -= 1
        else:
            new.append(entry)
    old = []
    for entry in reversed(before):
        if waiting[_whole(entry)]:
            waiting[_whole(entry)] -= 1
            old.append(entry)
    return old[::-1], new


def _whole(entry: Fields) -> object:
    return frozenset(entry.items())


def _place(entry: Fields) -> object:
    """Give what an entry is about: its day, its occurrence and its status."""
    return entry.get("on"), entry.get("for"), entry.get("status")


def _wording(entry: Fields) -> object:
    """Give what an entry says in words and evidence, None where it says nothing."""
    said = entry.get("note"), entry.get("evidence")
    return said if any(said) else None


def _pair(
    old: Sequence[Fields], new: Sequence[Fields], pairs: dict[int, int], key: Callable[[Fields], object]
) -> None:
    """Pair what has the same key, in the order of the file."""
    taken = set(pairs.values())
    waiting: dict[object, list[int]] = {}
    for position, entry in enumerate(old):
        if position not in taken and key(entry):
            waiting.setdefault(key(entry), []).append(position)
    for position, entry in enumerate(new):
        if position not in pairs and waiting.get(key(entry)):
            pairs[position] = waiting[key(entry)].pop(0)


def _weigh(old: Sequence[Fields], new: Sequence[Fields], pairs: dict[int, int]) -> None:
    """Pair what is left by how much of it is the same."""
    taken = set(pairs.values())
    free_old = [position for position in range(len(old)) if position not in taken]
    free_new = [position for position in range(len(new)) if position not in pairs]
    if len(free_old) * len(free_new) > _MOST:
        return
    alike = sorted(
        (-shared, now, was)
        for now in free_new
        for was in free_old
        if (shared := len(old[was].items() & new[now].items())) * 2 > max(len(old[was]), len(new[now]))
    )
    for _, now, was in alike:
        if now not in pairs and was not in taken:
            pairs[now] = was
            taken.add(was)
