"""One text, taken apart as far as somebody asked where things stand in it.

A register that is all wrong asks thousands of times, so that what was taken apart for one answer
is kept for the next.
"""

from __future__ import annotations

from typing import NamedTuple

from tracker.core.errors import TrackerError
from tracker.register.check.codes import KeyPath
from tracker.register.text import scan, tokens


class _Child(NamedTuple):
    """Something within a table or an array: where it begins, and where its value does, -1 for none."""

    start: int
    value: int


_Children = dict[KeyPath, _Child]


class Chart:
    """Finds key paths in a text; what stands below a header or a bracket is kept by its offset."""

    def __init__(self, text: str) -> None:
        """Take a text with LF alone, which a parser has taken for TOML."""
        self._text = text
        self._below: dict[int, _Children] = {}
        try:
            self._index = scan.index(text)
        except TrackerError:
            self._index = scan.Index([scan.Block((), 0, len(text), 1, False)], {})

    def find(self, path: KeyPath) -> tuple[int, int]:
        """Give line and column of the longest beginning of a path that is written."""
        for length in range(len(path), 0, -1):
            try:
                found = self._exactly(path[:length])
            except TrackerError:  # it looks like TOML to the parser and not here
                continue
            if found is not None:
                block, offset = found
                line = block.line + self._text.count("\n", block.start, offset)
                return line, offset - self._text.rfind("\n", 0, offset)
        return 1, 1

    def _exactly(self, path: KeyPath) -> tuple[scan.Block, int] | None:
        for length in range(len(path), -1, -1):
            number = self._index.at.get(path[:length])
            if number is None:
                continue
            block = self._index.blocks[number]
            start, _, body = scan.header_of(self._text, block)
            if length == len(path):
                return block, start
            if block.path == path[:length]:
                offset = self._follow(self._of_block(block, body), path[length:])
                if offset >= 0:
                    return block, offset
        return None

    def _follow(self, children: _Children, path: KeyPath) -> int:
        """Give the offset to which a path leads, -1 for nowhere."""
        while True:
            for length in range(len(path), 0, -1):
                child = children.get(path[:length])
                if child is not None:
                    break
            else:
                return -1
            if length == len(path):
                return child.start
            if child.value < 0 or self._text[child.value] not in "[{":
                return -1
            children, path = self._of_bracket(child.value), path[length:]

    def _of_block(self, block: scan.Block, body: int) -> _Children:
        children = self._below.get(block.start)
        if children is None:
            children = self._below[block.start] = {}
            for statement in tokens.statements(self._text, body, block.end):
                _add(children, statement.keys, statement.key_start, statement.value_start)
        return children

    def _of_bracket(self, start: int) -> _Children:
        children = self._below.get(start)
        if children is None:
            children = self._below[start] = {}
            for number, part in enumerate(tokens.parts(self._text, start).parts):
                _add(children, part.keys or (number,), part.start, part.value_start)
        return children


def _add(children: _Children, keys: KeyPath, start: int, value: int) -> None:
    """Add a key; of a dotted one also what stands before each dot."""
    for length in range(1, len(keys)):
        children.setdefault(keys[:length], _Child(start, -1))
    children.setdefault(keys, _Child(start, value))
