"""What a change would do to the register's text, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from tracker.views import safe
from tracker.views.pieces import Line, Piece

_CONTEXT: Final = 3


def lines(before: str, after: str, name: str) -> Iterator[Line]:
    """Give the diff of a file's text, a line a line; nothing where the texts are the same.

    What both texts have at their beginnings and ends is set aside first, so that one line added
    to a long register is found at once.
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if old == new:
        return
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    start, kept = max(head - _CONTEXT, 0), max(tail - _CONTEXT, 0)
    old, new = old[start : len(old) - kept], new[start : len(new) - kept]
    yield (Piece(f"--- {safe.line(name)}", "title"),)
    yield (Piece(f"+++ {safe.line(name)}", "title"),)
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        was, now = _range(start, first[1], last[2]), _range(start, first[3], last[4])
        yield (Piece(f"@@ -{was} +{now} @@", "quiet"),)
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from _marked(" ", "", old[i1:i2])
                continue
            yield from _marked("-", "late", old[i1:i2])
            yield from _marked("+", "good", new[j1:j2])


def _same(one: list[str], other: list[str]) -> int:
    """Count the lines that two texts have in common at their beginnings."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _range(offset: int, start: int, end: int) -> str:
    """Write a range of lines as POSIX diff does: an empty one stands after the line it names."""
    length = end - start
    first = offset + start + (1 if length else 0)
    return str(first) if length == 1 else f"{first},{length}"


def _marked(mark: str, style: str, lines: list[str]) -> Iterator[Line]:
    for line in lines:
        shown = "\t".join(safe.line(part) for part in line.rstrip("\r\n").split("\t"))
        yield (Piece(mark + shown, style),)
        if not line.endswith(("\n", "\r")):
            yield (Piece("\\ No newline at end of file", "quiet"),)
