"""In what order the things of two versions stand: ours as they are, theirs put in where they belong."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TypeVar

K = TypeVar("K")


def anchors(ours: Container[K], theirs: Sequence[K], first: K) -> dict[K, K]:
    """Say for each key that only theirs have which of our keys it follows there; `first` for none."""
    found: dict[K, K] = {}
    anchor = first
    for key in theirs:
        if key in ours:
            anchor = key
        else:
            found[key] = anchor
    return found


def ordered(
    ours: Sequence[K], theirs: Container[K], new: dict[K, K], skips: Callable[[K, K, K], bool]
) -> list[K]:
    """Lay out our keys, and each `new` one behind its anchor, which is ours or new itself.

    What ours alone has behind an anchor stays next to it where `skips(key, anchor, new key)`; a
    new key that does not even skip its anchor comes right behind it. An anchor that is neither
    stands for the beginning.
    """
    behind: dict[K, list[K]] = {}
    for key, anchor in new.items():
        behind.setdefault(anchor, []).append(key)
    known = {*ours, *new}
    found = [key for anchor in behind if anchor not in known for key in _family(anchor, behind)[1:]]
    waiting: list[tuple[K, K]] = []
    for key in ours:
        while waiting and (key in theirs or not skips(key, *waiting[0])):
            found += _family(waiting.pop(0)[1], behind)
        found.append(key)
        for other in behind.get(key, ()):
            if skips(key, key, other):
                waiting.append((key, other))
            else:
                found += _family(other, behind)
    return found + [member for _, key in waiting for member in _family(key, behind)]


def _family(key: K, behind: dict[K, list[K]]) -> list[K]:
    """Give a new key with those that are anchored at it."""
    found: list[K] = []
    stack = [key]
    while stack:
        found.append(stack.pop())
        stack += reversed(behind.get(found[-1], ()))
    return found
