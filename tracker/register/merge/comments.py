"""Three versions of the comments around a statement come to one.

Ours stay as they stand. What theirs added or changed comes with them; where both changed the
same lines, they are a conflict like any other, and where both only added, both stay.
"""

from __future__ import annotations

from tracker.register.merge.lines import ended, hunks, split
from tracker.register.merge.sides import OURS, Side


def spoken(text: str) -> list[str]:
    """Give what comment lines say: without blank lines and indentation."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def above(base: str, ours: str, theirs: str, prefer: Side) -> str:
    """Merge whole lines of comments and blank lines."""
    if spoken(theirs) in (spoken(base), spoken(ours)):
        return ours
    if spoken(base) == spoken(ours):
        return theirs if "#" in theirs or "#" in ours else ours
    written: list[str] = []
    for hunk in hunks(split(base), split(ours), split(theirs)):
        old, mine, yours = (spoken("".join(part)) for part in hunk)
        if yours in (old, mine):
            lines = hunk.ours
        elif mine == old:
            lines = hunk.theirs
        elif not old:
            lines = ended(hunk.ours) + [
                line for line in hunk.theirs if line.strip() and line.strip() not in mine
            ]
        else:
            lines = hunk.ours if prefer == OURS else hunk.theirs
        written += ended(lines, written)
    return "".join(written)


def beside(base: str, ours: str, theirs: str, prefer: Side) -> str:
    """Merge the comment behind a value, on its line; the white space around it is ours."""
    old, mine, yours = base.strip(), ours.strip(), theirs.strip()
    if yours in {old, mine}:
        return ours
    if mine == old:
        return _with(ours, yours, theirs)
    if not old:
        return _with(ours, "  ".join(sorted([mine, yours])), theirs)
    return ours if prefer == OURS else _with(ours, yours, theirs)


def _with(ours: str, comment: str, theirs: str) -> str:
    """Put a comment in the place of ours, set off as ours is, or else as theirs."""
    ending = "\n" if ours.endswith("\n") else ""
    space = (ours if "#" in ours else theirs).partition("#")[0]
    return (space or "  ") + comment + ending if comment else ending
