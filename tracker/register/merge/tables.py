"""Three versions of one table, header, statements and comments, come to one."""

from __future__ import annotations

from typing import NamedTuple

from tracker.register.merge.arrays import Version, value_of
from tracker.register.merge.comments import above, beside, spoken
from tracker.register.merge.segments import Segment
from tracker.register.merge.sides import MISSING, OURS, THEIRS, Side, Three, chosen, same
from tracker.register.merge.statements import Item, Keys, items, merge_items
from tracker.register.text.scan import Path

LOG: Keys = ("log",)


class Table(NamedTuple):
    """A merged table: its text, and what it has to say: `values`, or those of `part` as it stands.

    With neither, the table is gone, and only comments are left of it. `whole` says that a conflict
    in it is not to be broken up: the two sides speak of two things.
    """

    text: str
    values: dict[Keys, object] | None = None
    part: Segment | None = None
    whole: bool = False


GONE = Table("")


def contested(base: Version, ours: Version, theirs: Version) -> set[Path]:
    """Find what one side took out, and the other changed or added to: each such table and all below it."""
    found: set[Path] = set()
    for side, other in ((ours, theirs), (theirs, ours)):
        removed = {key for key in base if key in side and key not in other}
        families: dict[Path, list[Path]] = {}
        for key in side if removed else ():
            above = (key[:length] for length in range(min(len(key), 2), len(key) + 1))
            if root := next((prefix for prefix in above if prefix in removed), None):
                families.setdefault(root, []).append(key)
        for family in families.values():
            if not all(key in base and _is_untouched(base[key], side[key]) for key in family):
                found.update(family)
    return found


def merge_table(base: Segment | None, ours: Segment | None, theirs: Segment | None, prefer: Side) -> Table:
    """Merge a table that is not contested, with `prefer`'s version of what is in conflict in it."""
    if ours and theirs:
        return _both(base, ours, theirs, prefer)
    one = ours or theirs
    if one is None:
        return GONE
    if base is None:
        return as_it_is(one)
    known = spoken(base.lead)
    return Table("".join(line + "\n" for line in spoken(one.lead) if line not in known))


def as_it_is(part: Segment) -> Table:
    """Take a version's table unchanged."""
    return Table(part.raw, part=part)


def _is_untouched(base: Segment, one: Segment) -> bool:
    """Tell whether a table says what it said, comments in it included; the layout may differ."""
    if base.own == one.own:
        return True
    if "".join(base.own.split()) != "".join(one.own.split()):
        return False
    return same(_values(base), _values(one))


def _values(part: Segment) -> object:
    if part.is_element:
        return value_of(part)
    return {".".join(map(repr, keys)): item.value for keys, item in items(part.body).items()}


def _both(base: Segment | None, ours: Segment, theirs: Segment, prefer: Side) -> Table:
    if theirs.raw == ours.raw or (base and theirs.raw == base.raw):
        return as_it_is(ours)
    if base and ours.raw == base.raw:
        return as_it_is(theirs)
    preferred = ours if prefer == OURS else theirs
    if ours.is_element:
        versions = value_of(base) if base else MISSING, value_of(ours), value_of(theirs)
        if chosen(*versions, OURS) != chosen(*versions, THEIRS):
            return as_it_is(preferred)._replace(whole=True)
    old, mine, yours = ({} if part is None else items(part.body) for part in (base, ours, theirs))
    if base is None and not _is_one_thing(mine, yours):
        return as_it_is(preferred)._replace(whole=True)
    body = merge_items(old, mine, yours, prefer)
    parts = Three(base or Segment((), "", "", "", "", ""), ours, theirs)
    lead = above(*parts.each(lambda part: part.lead), prefer)
    header = theirs.header if base and ours.header == base.header else ours.header
    trail = beside(*parts.each(lambda part: part.trail), prefer)
    tail = above(*parts.each(lambda part: part.tail), prefer)
    text = lead + header
    for piece in (trail, body.text, tail):
        text += "\n" if piece and text and not text.endswith("\n") and piece is not trail else ""
        text += piece
    return Table(text, body.values)


def _is_one_thing(ours: dict[Keys, Item], theirs: dict[Keys, Item]) -> bool:
    """Tell whether tables that both sides added differ at most by their logs."""
    mine, yours = (
        {keys: item.value for keys, item in version.items() if keys != LOG} for version in (ours, theirs)
    )
    return mine.keys() == yours.keys() and all(same(value, yours[keys]) for keys, value in mine.items())
