"""Three versions of a log come to one: which entries are the same, which new, and in what order.

Entries have no names, so that they are told apart by what they say. An entry is one statement:
its fields are never mixed. A new one takes its place by its day; on the same day it keeps the
order that its own file gave it, since there the later entry wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tracker.register.merge.sides import MISSING, OURS, THEIRS, Side, canonical, chosen, same

_ALIKE = 0.5
_MOST_PAIRS = 10_000
_MOST_STEPS = 100_000


class Slot(NamedTuple):
    """One entry of the merged log: which side's version of it, and where each version has it.

    `ours` is the position in ours whose place it keeps, -1 for an entry that is put in.
    """

    side: Side
    base: int
    ours: int
    theirs: int


def plan(
    base: Sequence[object],
    ours: Sequence[object],
    theirs: Sequence[object],
    prefer: Side,
    *,
    entries: bool,
) -> list[Slot]:
    """Lay out the merged list: ours in its order, with theirs put in.

    With `entries`, elements are dated and may have been corrected; without, they are words.
    """
    in_ours, in_theirs = matched(base, ours, entries=entries), matched(base, theirs, entries=entries)
    from_ours = {position: number for number, position in in_ours.items()}
    both_added = twins(ours, theirs, from_ours, in_theirs)
    kept: list[Slot] = []
    new: list[Slot] = []
    for position, entry in enumerate(ours):
        number = from_ours.get(position, -1)
        other = in_theirs.get(number, -1) if number >= 0 else both_added.get(position, -1)
        side = _side(base, number, entry, theirs[other] if other >= 0 else MISSING, prefer)
        slot = Slot(side, number, position, other)
        if side == OURS or (other >= 0 and _day(theirs[other]) == _day(entry)):
            kept.append(slot)
        elif other >= 0:
            new.append(slot._replace(ours=-1))
    placed = {slot.theirs for slot in kept + new}
    gone = {position: number for number, position in in_theirs.items()}
    for position, entry in enumerate(theirs):
        number = gone.get(position, -1)
        answered = position in placed or in_ours.get(number, -1) >= 0
        if not answered and _side(base, number, MISSING, entry, prefer) == THEIRS:
            new.append(Slot(THEIRS, number, -1, position))
    return _in_order(kept, sorted(new, key=lambda slot: slot.theirs), ours, theirs)


def _side(base: Sequence[object], number: int, ours: object, theirs: object, prefer: Side) -> Side:
    return chosen(base[number] if number >= 0 else MISSING, ours, theirs, prefer)


def matched(base: Sequence[object], side: Sequence[object], *, entries: bool) -> dict[int, int]:
    """Say where each entry of the base stands in a side: unchanged anywhere, or corrected."""
    where: dict[str, list[int]] = defaultdict(list)
    for position in range(len(side) - 1, -1, -1):
        where[canonical(side[position])].append(position)
    found = {number: there.pop() for number, entry in enumerate(base) if (there := where[canonical(entry)])}
    if not entries:
        return found
    taken = set(found.values())
    free = [position for position in range(len(side)) if position not in taken]
    lost = [number for number in range(len(base)) if number not in found]
    if len(free) * len(lost) > _MOST_PAIRS:
        return found
    pairs = sorted(
        (-likeness, abs(number - position), number, position)
        for number in lost
        for position in free
        if (likeness := _likeness(base[number], side[position])) >= _ALIKE
    )
    for _, _, number, position in pairs:
        if number not in found and position not in taken:
            found[number] = position
            taken.add(position)
    return found


def _likeness(one: object, other: object) -> float:
    """Measure how much of two entries is the same: 0 to 1, a half for one field out of two."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return 0
    shared = sum(key in other and same(value, other[key]) for key, value in one.items())
    return shared / max(len(one), len(other), 1)


def twins(
    ours: Sequence[object], theirs: Sequence[object], from_ours: dict[int, int], in_theirs: dict[int, int]
) -> dict[int, int]:
    """Pair entries that both sides added, word for word: position in ours -> position in theirs."""
    known = set(in_theirs.values())
    where: dict[str, list[int]] = defaultdict(list)
    for position in range(len(theirs) - 1, -1, -1):
        if position not in known:
            where[canonical(theirs[position])].append(position)
    return {
        position: there.pop()
        for position, entry in enumerate(ours)
        if position not in from_ours and (there := where[canonical(entry)])
    }


def _day(entry: object) -> str:
    """Write the day of an entry so that days sort; '' for what has none."""
    return str(entry.get("on", "")) if isinstance(entry, dict) else ""


def _rank(entry: object) -> tuple[str, str]:
    """Say in which order new entries of the same day come: as they were written down, then by words."""
    recorded = str(entry.get("recorded", "")) if isinstance(entry, dict) else ""
    return recorded or _day(entry), canonical(entry)


def _in_order(
    kept: list[Slot], new: list[Slot], ours: Sequence[object], theirs: Sequence[object]
) -> list[Slot]:
    """Put new entries in by their days; where there are very many, by a stable sort."""

    def entry(slot: Slot) -> object:
        return ours[slot.ours] if slot.side == OURS else theirs[slot.theirs]

    if len(kept) * len(new) > _MOST_STEPS:
        return sorted(kept + new, key=lambda slot: _day(entry(slot)))
    days = [_day(entry(slot)) for slot in kept]
    for slot in new:
        day, rank = _day(entry(slot)), _rank(entry(slot))
        at = len(kept)
        while at and not _comes_before(kept[at - 1], days[at - 1], slot, day):
            at -= 1
        while at < len(kept) and days[at] == day and kept[at].theirs < 0 and _rank(entry(kept[at])) < rank:
            at += 1
        kept.insert(at, slot)
        days.insert(at, day)
    return kept


def _comes_before(other: Slot, other_day: str, slot: Slot, day: str) -> bool:
    """Tell whether a new entry has to follow another one, by its day or by its own file's order."""
    if day and other_day and other_day != day:
        return other_day < day
    return 0 <= other.theirs < slot.theirs
