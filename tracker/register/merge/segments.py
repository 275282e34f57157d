"""A register's text as segments: each table with the comments that belong to it.

What stands above a header goes with that table; comments right behind a statement stay with the
one it ends. The first lines of a file, and what is left at its end, go with the file.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tracker.register.text.scan import Block, Path, blocks, header_of
from tracker.register.text.tokens import statements

END: Final[Path] = (-1,)
"""The key of what stands behind the last table."""

_BEHIND = re.compile(r"(?:[ \t]*#[^\n]*(?:\n|\Z))*")
_HEAD = re.compile(r"(?:[ \t]*\n)*(?:[ \t]*#[^\n]*\n)+(?=[ \t]*\n|\Z)")
_IDLE = re.compile(r"[ \t]*(?:#.*)?\n?")


class Segment(NamedTuple):
    """A table: the lines above its header, its header, its statements, and the comments behind them.

    `trail` is the rest of the header's line, behind the bracket.
    Elements of an array of tables have their position at the end of `key`, and hold all the
    tables below them, in `body`.
    """

    key: Path
    lead: str
    header: str
    trail: str
    body: str
    tail: str

    @property
    def own(self) -> str:
        """Its lines from the header on."""
        return self.header + self.trail + self.body + self.tail

    @property
    def raw(self) -> str:
        """All its lines."""
        return self.lead + self.own

    @property
    def is_element(self) -> bool:
        """Whether it is a table of an array."""
        return bool(self.key) and isinstance(self.key[-1], int) and self.key != END


class IrregularError(Exception):
    """The tables stand in a way that cannot be merged one by one."""


def segments(text: str) -> dict[Path, Segment]:
    """Take a text apart; put together again in this order, it is the same.

    TrackerError where it is not TOML, IrregularError for parts of an array's table elsewhere.
    """
    found: dict[Path, Segment] = {}
    lead = ""
    for block, last in _units(blocks(text)):
        bracket, body = header_of(text, block)[1:] if block.path else (block.start, block.start)
        end = _idle(text, header_of(text, last)[2] if last.path else body, block.end)
        rest = text[end : block.end]
        behind = (_BEHIND if block.path or end > body else _HEAD).match(rest)
        tail = behind[0] if behind and (behind.end() < len(rest) or block.end == len(text)) else ""
        if block.path in found:
            raise IrregularError
        header, trail = text[block.start : bracket], text[bracket:body]
        found[block.path] = Segment(block.path, lead, header, trail, text[body:end], tail)
        lead = rest[len(tail) :]
    found[END] = Segment(END, lead, "", "", "", "")
    return found


def _units(tiles: list[Block]) -> list[tuple[Block, Block]]:
    """Join the tables below an array's table to it: the whole, and the last table in it."""
    found: list[tuple[Block, Block]] = []
    for block in tiles:
        if found and found[-1][0].is_array and block.path[: len(found[-1][0].path)] == found[-1][0].path:
            found[-1] = (found[-1][0]._replace(end=block.end), block)
        elif any(isinstance(step, int) for step in block.path[: -1 if block.is_array else None]):
            raise IrregularError
        else:
            found.append((block, block))
    return found


def _idle(text: str, start: int, end: int) -> int:
    """Find where the comments and blank lines begin with which a table's `text[start:end]` ends."""
    if '"""' in text[start:end] or "'''" in text[start:end]:  # whose last line may look like a comment
        return max((statement.end for statement in statements(text, start, end)), default=start)
    position = end
    while position > start:
        line = max(text.rfind("\n", start, position - 1) + 1, start)
        if not _IDLE.fullmatch(text, line, position):
            break
        position = line
    return position
