"""Tables of arrays, which have no names, get keys by which three versions of them can be told apart.

A log can be written as `[[obligations.a.b.log]]` too: its entries are then tables, and are the
same, corrected or new by what they say, as in a log between brackets.
"""

from __future__ import annotations

from itertools import pairwise

from tracker.register.merge.log import matched, plan, twins
from tracker.register.merge.rows import UnreadableError
from tracker.register.merge.segments import Segment
from tracker.register.merge.sides import THEIRS, Three
from tracker.register.parse import parse
from tracker.register.text.scan import Path

Version = dict[Path, Segment]


def named(versions: Three[Version]) -> tuple[Three[Version], dict[Path, Path]]:
    """Give elements that are the same the same key in each version.

    Also say for elements that only theirs have which one they belong behind, by their day.
    """
    names = Three[dict[Path, Path]]({}, {}, {})
    behind: dict[Path, Path] = {}
    for path in dict.fromkeys(key[:-1] for version in versions for key in _elements(version)):
        keys = versions.each(lambda version: [key for key in _elements(version) if key[:-1] == path])  # noqa: B023
        values = Three(
            [value_of(versions.base[key]) for key in keys.base],
            [value_of(versions.ours[key]) for key in keys.ours],
            [value_of(versions.theirs[key]) for key in keys.theirs],
        )
        mine, yours = _names(path, values)
        names.ours.update(zip(keys.ours, mine, strict=True))
        names.theirs.update(zip(keys.theirs, yours, strict=True))
        if keys.ours:
            layout = plan(*values, THEIRS, entries=True)
            order = [mine[slot.ours] if slot.ours >= 0 else yours[slot.theirs] for slot in layout]
            before = list(versions.ours)[list(versions.ours).index(keys.ours[0]) - 1]
            behind |= {key: last for last, key in pairwise([names.ours.get(before, before), *order])}
    ours = {names.ours.get(key, key): part for key, part in versions.ours.items()}
    theirs = {names.theirs.get(key, key): part for key, part in versions.theirs.items()}
    return Three(versions.base, ours, theirs), behind


def _elements(version: Version) -> list[Path]:
    return [key for key, part in version.items() if part.is_element]


def _names(path: Path, values: Three[list[object]]) -> tuple[list[Path], list[Path]]:
    """Name the elements of both sides: as in the base, alike where both added them, else by themselves."""
    in_ours = matched(values.base, values.ours, entries=True)
    in_theirs = matched(values.base, values.theirs, entries=True)
    from_ours = {position: number for number, position in in_ours.items()}
    from_theirs = {position: number for number, position in in_theirs.items()}
    both = {t: o for o, t in twins(values.ours, values.theirs, from_ours, in_theirs).items()}
    mine = [(*path, from_ours.get(position, -2 - 2 * position)) for position in range(len(values.ours))]
    yours = [
        mine[both[position]] if position in both else (*path, from_theirs.get(position, -3 - 2 * position))
        for position in range(len(values.theirs))
    ]
    return mine, yours


def value_of(part: Segment) -> object:
    """Read an element of an array, with the tables below it."""
    tree, problem = parse(part.own, "")
    if problem:
        raise UnreadableError
    found: object = tree
    for step in part.key[:-1]:
        found = found[step] if isinstance(found, dict) else None
    return found[0] if isinstance(found, list) else None
