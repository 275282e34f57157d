"""Arrays and inline tables as rows of parts, each with its comments, to be put together anew.

What is not touched is written as it stood, byte for byte; commas alone follow the order.
"""

from __future__ import annotations

from typing import NamedTuple

from tracker.register.merge.comments import above, beside, spoken
from tracker.register.merge.sides import Side, Three
from tracker.register.text.tokens import parts

UNIT = "  "
"""By what the parts of a row are indented, where there is nothing to go by."""


class Part(NamedTuple):
    """An element of an array, or a pair of an inline table, with all the text that belongs to it.

    `lead` is what stands before it, from the end of the line or part before; `name` a pair's key
    up to its value; `gap` what stands between the value and the comma; `trail` the rest of the
    line behind the comma, with its end, if nothing else stands there.
    """

    keys: tuple[str, ...]
    lead: str
    name: str
    value: str
    gap: str
    trail: str

    @property
    def comments(self) -> str:
        """The comment lines above it."""
        return self.lead.rpartition("\n")[0]

    @property
    def said(self) -> list[str]:
        """The comments above, within and beside it, outside of its value."""
        return spoken(self.lead) + spoken(self.gap) + spoken(self.trail)


class Row(NamedTuple):
    """The text of an array or an inline table, taken apart.

    `head` is the rest of the line behind the opening bracket, if nothing else stands there;
    `foot` what stands before the closing one; `comma` says that the last part has one.
    """

    brackets: str
    head: str
    parts: list[Part]
    comma: bool
    foot: str

    @property
    def comments(self) -> str:
        """The comment lines before the closing bracket."""
        return self.foot.rpartition("\n")[0]

    @property
    def is_list(self) -> bool:
        """Whether each part has a line of its own, or lines."""
        return all(end.endswith("\n") for end in [self.head, *(part.trail for part in self.parts)])

    @property
    def said(self) -> list[str]:
        """All comments in it, outside of the parts' values."""
        return spoken(self.head) + [line for part in self.parts for line in part.said] + spoken(self.foot)

    def written(self) -> str:
        """Put it together again."""
        pieces = [self.brackets[0], self.head]
        for number, part in enumerate(self.parts, 1):
            comma = "," if number < len(self.parts) or self.comma else ""
            pieces += [part.lead, part.name, part.value, part.gap, comma, part.trail]
        return "".join([*pieces, self.foot, self.brackets[1]])


def row(text: str) -> Row:
    """Take an array or an inline table apart."""
    within = parts(text, 0)
    head, lead = _parted(text[1 : within.parts[0].start if within.parts else within.close])
    found: list[Part] = []
    comma = False
    for number, part in enumerate(within.parts, 1):
        comma = part.comma >= 0
        end = part.comma if comma else part.value_end
        following = within.parts[number].start if number < len(within.parts) else within.close
        trail, after = _parted(text[end + comma : following])
        name, value = text[part.start : part.value_start], text[part.value_start : part.value_end]
        found.append(Part(part.keys, lead, name, value, text[part.value_end : end], trail))
        lead = after
    return Row(text[0] + text[within.close], head, found, comma, lead)


def _parted(between: str) -> tuple[str, str]:
    """Part what stands between two parts at the end of the first one's line."""
    line, feed, rest = between.partition("\n")
    return (line + feed, rest) if feed else ("", between)


def opened(ours: Row, indent: str) -> Row:
    """Give each part a line of its own; `indent` is that of the line on which the row begins."""
    if ours.is_list:
        return ours
    found: list[Part] = []
    before = ours.head
    for part in ours.parts:
        lead = part.lead if before.endswith("\n") else indent + UNIT
        before = part.trail
        found.append(part._replace(lead=lead, trail=_line(part.trail)))
    foot = ours.foot if before.endswith("\n") else indent
    return ours._replace(
        head=_line(ours.head), parts=found, comma=ours.comma or ours.brackets == "[]", foot=foot
    )


def _line(end: str) -> str:
    return end if end.endswith("\n") else end.rstrip() + "\n"


def woven(ours: Row, new: list[tuple[int, Part]]) -> Row:
    """Put parts of theirs in, each at its position in what comes out, in the layout of ours."""
    if not new:
        return ours
    by_lines = ours.is_list
    space = " " if ours.brackets == "{}" else ""
    waiting, coming = ours.parts[::-1], new[::-1]
    near = ours.parts[0].lead if ours.parts else ours.foot + UNIT if by_lines else space
    found: list[Part] = []
    while waiting or coming:
        if not coming or coming[-1][0] > len(found):
            found.append(waiting.pop())
            continue
        part = coming.pop()[1]
        near = waiting[-1].lead if waiting and by_lines else near
        found.append(_laid_out(part, near) if by_lines else part._replace(lead=" ", trail=""))
    if not by_lines:
        found = [found[0]._replace(lead=near), *(part._replace(lead=part.lead or " ") for part in found[1:])]
    comma = ours.comma and (by_lines or bool(ours.parts))
    return ours._replace(parts=found, comma=comma, foot=ours.foot if ours.parts or by_lines else space)


def _laid_out(part: Part, near: str) -> Part:
    """Give a part of theirs a line of its own, indented as the part of ours next to it."""
    indent = near.rpartition("\n")[2]
    lines = "".join(indent + line + "\n" for line in spoken(part.comments))
    return part._replace(lead=lines + indent, trail=_line(part.trail))


def comments_merged(base: Part | None, ours: Part, theirs: Part, prefer: Side) -> Part:
    """Merge the comments above and beside a part that both sides have, on lines of their own."""
    indent = ours.lead.rpartition("\n")[2]
    old = base or Part((), "", "", "", "", "")
    lines = above(*Three(old, ours, theirs).each(lambda part: lines_of(part.comments)), prefer)
    trail = beside(old.trail, ours.trail, theirs.trail, prefer)
    kept = ours.lead if lines == lines_of(ours.comments) else lines + indent
    return ours._replace(lead=kept, trail=trail)


def lines_of(comments: str) -> str:
    """End what stands before a part's own line."""
    return comments + "\n" if comments else ""
