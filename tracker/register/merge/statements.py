"""Three versions of a table's statements come to one: keys that one side changed, added or took out.

Works on text and values at once: each statement is written from the pieces of the versions, and
what it has to say is reckoned beside it by the rules for values, so that one checks the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tracker.register.format.fields import TIME_KEYS, TIME_RULES
from tracker.register.merge.comments import above, beside, spoken
from tracker.register.merge.order import anchors, ordered
from tracker.register.merge.rows import Written, merge_text, value_of
from tracker.register.merge.sides import MISSING, OURS, THEIRS, Side, Three, same
from tracker.register.merge.values import merged
from tracker.register.text.tokens import statements

Keys = tuple[str, ...]


class Item(NamedTuple):
    """A statement: the comment lines above it, `key = `, its value as text, the rest of its line."""

    lead: str
    name: str
    text: str
    trail: str
    value: object

    @property
    def raw(self) -> str:
        """All its lines."""
        return self.lead + self.name + self.text + self.trail


class Body(NamedTuple):
    """A merged table: its statements' text, and what they have to say by their keys."""

    text: str
    values: dict[Keys, object]


def items(body: str) -> dict[Keys, Item]:
    """Take a table's statements apart."""
    found: dict[Keys, Item] = {}
    before = 0
    for statement in statements(body, 0, len(body)):
        text = body[statement.value_start : statement.value_end]
        name, trail = body[statement.start : statement.value_start], body[statement.value_end : statement.end]
        found[statement.keys] = Item(body[before : statement.start], name, text, trail, value_of(text))
        before = statement.end
    return found


def merge_items(
    base: Mapping[Keys, Item], ours: Mapping[Keys, Item], theirs: Mapping[Keys, Item], prefer: Side
) -> Body:
    """Merge the statements of a table, with `prefer`'s version of what is in conflict."""
    pinned = TIME_KEYS if _clash(base, ours, theirs) else frozenset()
    text: list[str] = []
    values: dict[Keys, object] = {}
    for keys in ordered(list(ours), theirs, anchors(ours, list(theirs), ()), lambda *_: True):
        versions = base.get(keys), ours.get(keys), theirs.get(keys)
        if keys[0] in pinned:
            one = versions[1] if prefer == OURS else versions[2]
            written = (one.raw, one.value) if one else ("", MISSING)
        else:
            written = _statement(*versions, prefer)
        if written[0] and text and not text[-1].endswith("\n"):
            text[-1] += "\n"
        if written[0]:
            text.append(written[0])
        if written[1] is not MISSING:
            values[keys] = written[1]
    return Body("".join(text), values)


def _clash(*versions: Mapping[Keys, Item]) -> bool:
    """Tell whether both sides gave an obligation another time rule, and not the same one."""
    base, ours, theirs = ({rule for rule in TIME_RULES if (rule,) in version} for version in versions)
    return base != ours != theirs != base


def _statement(base: Item | None, ours: Item | None, theirs: Item | None, prefer: Side) -> tuple[str, object]:
    """Merge one statement: its text and its value; '' and MISSING for one that is gone."""
    if ours and theirs:
        if theirs.raw == ours.raw or (base and theirs.raw == base.raw):
            return ours.raw, ours.value
        return _both(base, ours, theirs, prefer)
    one = ours or theirs
    if one is None or base is None:
        return (one.raw, one.value) if one else ("", MISSING)
    stays = prefer == (OURS if ours else THEIRS)
    if not same(base.value, one.value):
        return (one.raw, one.value) if stays else ("", MISSING)
    said = [line for line in spoken(one.lead) if line not in spoken(base.lead)]
    if one.trail.strip() != base.trail.strip() and one.trail.strip():
        said.append(one.trail.strip())
    return "".join(line + "\n" for line in said), MISSING


def _both(base: Item | None, ours: Item, theirs: Item, prefer: Side) -> tuple[str, object]:
    if base and ours.raw == base.raw:
        return theirs.raw, theirs.value
    old = base or Item("", "", "", "", MISSING)
    lead = above(old.lead, ours.lead, theirs.lead, prefer)
    trail = beside(old.trail, ours.trail, theirs.trail, prefer)
    indent = ours.name[: len(ours.name) - len(ours.name.lstrip(" \t"))]
    versions = Three(old, ours, theirs).each(lambda item: Written(item.text, item.value))
    text = merge_text(*versions, prefer, indent)
    return lead + ours.name + text + trail, merged(old.value, ours.value, theirs.value, prefer)
