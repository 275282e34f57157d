"""Three versions of a value come to one: the rules of a merge, without any text.

A value that one side changed is taken. Where both changed it, tables merge by their keys, logs
by their entries and lists of words by their members; anything else is a conflict, and the caller
says whose version it wants to see. The text is written twice, once with each side's version, so
that nothing is decided and nothing lost.
"""

from __future__ import annotations

from typing import Literal

from tracker.register.merge.log import plan
from tracker.register.merge.sides import MISSING, OURS, THEIRS, Missing, Side, canonical, chosen

How = Literal["ours", "theirs", "keys", "entries", "members"]


def how(base: object, ours: object, theirs: object, prefer: Side) -> How:
    """Say how three versions merge: one side's as it is, or part by part."""
    if chosen(base, ours, theirs, OURS) == chosen(base, ours, theirs, THEIRS):
        return chosen(base, ours, theirs, OURS)
    if isinstance(ours, dict) and isinstance(theirs, dict) and isinstance(base, dict | Missing):
        return "keys"
    if isinstance(ours, list) and isinstance(theirs, list) and isinstance(base, list | Missing):
        old = [] if isinstance(base, Missing) else base
        if all(isinstance(part, dict) for part in [*old, *ours, *theirs]):
            return "entries"
        if _are_members(old, ours, theirs):
            return "members"
    return prefer


def _are_members(base: list[object], ours: list[object], theirs: list[object]) -> bool:
    """Tell whether three lists are sets of words, in which no side replaced what the other did."""
    names = [[canonical(part) for part in version] for version in (base, ours, theirs)]
    if any(isinstance(part, dict | list) for part in [*base, *ours, *theirs]):
        return False
    if any(len(set(version)) < len(version) for version in names):
        return False
    old, mine, yours = map(set, names)
    return not (old - mine - yours) or mine - old == yours - old


def merged(base: object, ours: object, theirs: object, prefer: Side) -> object:
    """Merge three versions of a value, each perhaps MISSING."""
    manner = how(base, ours, theirs, prefer)
    if manner == "keys" and isinstance(ours, dict) and isinstance(theirs, dict):
        old = base if isinstance(base, dict) else {}
        found = {
            key: merged(old.get(key, MISSING), ours.get(key, MISSING), theirs.get(key, MISSING), prefer)
            for key in [*ours, *(key for key in theirs if key not in ours)]
        }
        return {key: value for key, value in found.items() if value is not MISSING}
    if manner in {"entries", "members"} and isinstance(ours, list) and isinstance(theirs, list):
        before = base if isinstance(base, list) else []
        layout = plan(before, ours, theirs, prefer, entries=manner == "entries")
        return [ours[slot.ours] if slot.side == OURS else theirs[slot.theirs] for slot in layout]
    return ours if manner == OURS else theirs
