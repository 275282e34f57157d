"""Which side's version of a thing holds: the one rule that every part of a merge goes by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Side = Literal["ours", "theirs"]

OURS: Final = "ours"
THEIRS: Final = "theirs"


class Missing:
    """The value of what is not stated."""


MISSING: Final = Missing()


class Three(NamedTuple, Generic[T]):
    """Three versions of a thing: the one that both sides began with, and each side's."""

    base: T
    ours: T
    theirs: T

    def each(self, change: Callable[[T], U]) -> Three[U]:
        """Make the same of all three."""
        return Three(change(self.base), change(self.ours), change(self.theirs))


def canonical(value: object) -> str:
    """Write a value so that two are the same exactly if their texts are, whatever their order of keys."""
    if isinstance(value, dict):
        return "{" + ",".join([f"{key!r}:{canonical(value[key])}" for key in sorted(value)]) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return f"{type(value).__name__}:{value!r}"


def same(one: object, other: object) -> bool:
    """Tell whether two values are equal in kind too: 1, 1.0 and true are three."""
    if one is other or type(one) is not type(other):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or repr(one) == repr(other)


def chosen(base: object, ours: object, theirs: object, prefer: Side) -> Side:
    """Say which side's version holds; `prefer` where both changed it, each in its way."""
    if same(ours, theirs) or same(base, theirs):
        return OURS
    return THEIRS if same(base, ours) else prefer


def flipped(side: Side) -> Side:
    """Name the other side."""
    return THEIRS if side == OURS else OURS
