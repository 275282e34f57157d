"""Three versions of the text of a value come to one: tables by their keys, lists by what is in them."""

from __future__ import annotations

from typing import NamedTuple

from tracker.register.merge.comments import above, beside
from tracker.register.merge.log import Slot, plan
from tracker.register.merge.order import anchors, ordered
from tracker.register.merge.parts import UNIT, Part, Row, comments_merged, lines_of, opened, row, woven
from tracker.register.merge.sides import MISSING, OURS, THEIRS, Side, Three, flipped, same
from tracker.register.merge.values import how
from tracker.register.parse import parse


class Written(NamedTuple):
    """A value and how it is written."""

    text: str
    value: object


ABSENT = Written("", MISSING)
"""What is not stated."""


class UnreadableError(Exception):
    """A version cannot be merged by meaning."""


def value_of(text: str) -> object:
    """Read one value; UnreadableError where it is none."""
    values, problem = parse("it = " + text, "")
    if problem:
        raise UnreadableError
    return values["it"]


def merge_text(base: Written, ours: Written, theirs: Written, prefer: Side, indent: str) -> str:
    """Write the merged value, with `prefer`'s version of what is in conflict.

    `indent` is that of the line on which it begins.
    """
    if theirs.text in {base.text, ours.text}:
        return ours.text
    if base.text == ours.text:
        return theirs.text
    versions = base.value, ours.value, theirs.value
    manner = how(*versions, prefer)
    if manner not in {OURS, THEIRS}:
        return _merged(base, ours, theirs, prefer, indent)
    are_rows = ours.text[0] == theirs.text[0] and ours.text[0] in "[{"
    if are_rows and "#" in base.text + ours.text + theirs.text and how(*versions, flipped(prefer)) == manner:
        if manner == OURS:
            return _merged(base, ours, theirs, prefer, indent)
        return _merged(base, theirs, ours, flipped(prefer), indent)
    return ours.text if manner == OURS else theirs.text


def _merged(base: Written, ours: Written, theirs: Written, prefer: Side, indent: str) -> str:
    mine, yours = row(ours.text), row(theirs.text)
    is_alike = base.text[:1] == ours.text[0]
    old = row(base.text) if is_alike else mine._replace(head="", parts=[], foot="")
    if mine.said or yours.said:
        mine = opened(mine, indent)
    if isinstance(ours.value, list) and isinstance(theirs.value, list):
        before = base.value if isinstance(base.value, list) else []
        are_entries = all(isinstance(part, dict) for part in [*before, *ours.value, *theirs.value])
        layout = plan(before, ours.value, theirs.value, prefer, entries=are_entries)
        if are_entries and len(layout) > 1 and any(slot.ours < 0 for slot in layout):
            mine = opened(mine, indent)
        found = _elements(old, mine, yours, layout, prefer)
    else:
        found = _pairs(old, mine, yours, prefer, indent)
    return _put_together(old, mine, yours, found, prefer, indent)


class _Found(NamedTuple):
    """Parts that keep their place in ours, those to be put in at a position, comments left over."""

    kept: list[Part]
    new: list[tuple[int, Part]]
    lost: list[str]


def _put_together(old: Row, mine: Row, yours: Row, found: _Found, prefer: Side, indent: str) -> str:
    lost = [line for line in found.lost if line not in old.said]
    foot = above(*Three(old, mine, yours).each(lambda version: lines_of(version.comments)), prefer)
    foot += "".join(f"{indent}{UNIT}{line}\n" for line in lost)
    head = beside(old.head, mine.head, yours.head, prefer)
    result = mine._replace(head=head, parts=found.kept, foot=foot + mine.foot.rpartition("\n")[2])
    if found.kept and not mine.is_list:
        found.kept[0] = found.kept[0]._replace(lead=mine.parts[0].lead)
    return woven(result, found.new).written()


def _elements(old: Row, mine: Row, yours: Row, layout: list[Slot], prefer: Side) -> _Found:
    found = _Found([], [], [])
    for at, slot in enumerate(layout):
        if slot.ours < 0:
            found.new.append((at, yours.parts[slot.theirs]))
            continue
        part = mine.parts[slot.ours]
        if slot.theirs >= 0:
            other = yours.parts[slot.theirs]
            part = comments_merged(old.parts[slot.base] if slot.base >= 0 else None, part, other, prefer)
            part = part._replace(value=other.value if slot.side == THEIRS else part.value)
        found.kept.append(part)
    for version, taken in ((mine, {slot.ours for slot in layout}), (yours, {slot.theirs for slot in layout})):
        for number, part in enumerate(version.parts):
            found.lost.extend(() if number in taken else part.said)
    return found


def _pairs(old: Row, mine: Row, yours: Row, prefer: Side, indent: str) -> _Found:
    found = _Found([], [], [])
    olds, ours, theirs = ({part.keys: part for part in version.parts} for version in (old, mine, yours))
    at = 0
    for keys in ordered(list(ours), theirs, anchors(ours, list(theirs), ()), lambda *_: True):
        base, one, other = olds.get(keys), ours.get(keys), theirs.get(keys)
        if one and other:
            versions = Three(base, one, other).each(_written)
            text = merge_text(*versions, prefer, indent + UNIT)
            found.kept.append(comments_merged(base, one, other, prefer)._replace(value=text))
        elif one and _stays(base, one, OURS, prefer):
            found.kept.append(one)
        elif other and _stays(base, other, THEIRS, prefer):
            found.new.append((at, other))
        else:
            found.lost.extend(line for part in (one, other) if part for line in part.said)
            continue
        at += 1
    return found


def _written(part: Part | None) -> Written:
    return Written(part.value, value_of(part.value)) if part else ABSENT


def _stays(base: Part | None, one: Part, side: Side, prefer: Side) -> bool:
    """Tell whether a pair stays that one side has and the other has not, or no longer."""
    return base is None or (prefer == side and not same(value_of(base.value), value_of(one.value)))
