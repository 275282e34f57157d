"""Where in the register's text each thing stands: tables, and within one, keys and values.

A pass over the text finds the tables' headers and nothing else, fast enough to be done anew for
each command; only the one table that is asked about is looked into.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.register.text.tokens import (
    KEY_PATH,
    QUOTED_KEY,
    STATEMENT,
    key_names,
    not_toml,
    parts,
    statement_end,
    statements,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]
"""The way to a value: keys, and in arrays positions counted from 0."""

BOM = "\ufeff"

_HEADER = re.compile(rf"[ \t]*+(\[\[?)[ \t]*+({KEY_PATH})[ \t]*+(\]\]?)[ \t]*+(?:#[^\n]*+)?(?:\r?\n|\Z)")
_LINE = re.compile(r"\n[ \t]*+\[")
_SURE = re.compile(rf"(?!true\b|false\b|inf\b|nan\b)[A-Za-z_]|(?:{QUOTED_KEY})[ \t]*+\.")
_IS_HEADER = re.compile(r"[ \t]*+\[")


class Block(NamedTuple):
    """A table's header with all that follows up to the next one, as offsets into the text.

    Blocks tile the text: `start` is the beginning of the header's line, `end` the next block's
    start. `line` (from 1) is the header's. A table of an array (`is_array`, written `[[…]]`) has
    its position at the end of its path. What stands before all headers has the path ().
    """

    path: Path
    start: int
    end: int
    line: int
    is_array: bool


class Place(NamedTuple):
    """A place in the text: `line` and `column` (code points) from 1, `end` exclusive."""

    line: int
    column: int
    start: int
    end: int


class Index(NamedTuple):
    """The blocks of a text, and for each path its block's number, or else the first one's below it."""

    blocks: list[Block]
    at: dict[Path, int]


class Spot(NamedTuple):
    """How far a path could be followed, and where that led.

    `matched` counts the parts that were found; `start` and `end` are the key's, or the header's,
    or the element's. Where a value stands there, `value` is its (start, end), else None: a
    header, or the first `names` names of a longer dotted key. `holder` is the offset of the
    innermost bracket around it, -1 for none; `block` is the one that it stands in.
    """

    matched: int
    start: int
    end: int
    value: tuple[int, int] | None
    holder: int
    names: int
    block: Block


@lru_cache(maxsize=1)
def blocks(text: str) -> list[Block]:
    """Split a text at its tables' headers, in its order.

    Those of the last text are kept, for a large one is read in pieces and then known by its segments.
    Strings, comments and arrays never pass for headers. TrackerError where the text is seen not
    to be TOML; most mistakes go by unnoticed and are for the parser.
    """
    found: list[Block] = []
    last: dict[Path, int] = {}
    path: Path = ()
    start, line, is_array = 0, 1, False
    for header in _headers(text):
        end = header.start()
        found.append(Block(path, start, end, line, is_array))
        line += text.count("\n", start, end)
        brackets, names, closing = header.groups()
        if len(brackets) != len(closing):
            raise not_toml(text, end)
        path, start, is_array = key_names(names), end, len(brackets) > 1
        if is_array or last:
            path = _resolve(path, last, is_array)
    found.append(Block(path, start, len(text), line, is_array))
    return found


def _headers(text: str) -> Iterator[re.Match[str]]:
    """Find the headers, by leaps where what looks like one can only be one.

    That is so up to the next string that may go over several lines, as long as it does not look
    like a value in an array of several lines, which "[1]" and "['a']" do.
    """
    position = int(text.startswith(BOM))
    while position < len(text):
        if header := _HEADER.match(text, position):
            yield header
            position = header.end()
        stop = min(_next(text, '"""', position), _next(text, "'''", position))
        for found in _LINE.finditer(text, max(position - 1, 0), stop):
            if header := _HEADER.match(text, found.start() + 1):
                if header.end() > stop or not _SURE.match(header[2]):
                    stop = found.start()
                    break
                yield header
                position = header.end()
        if stop == len(text):
            return
        position = _next_header(text, position, stop)


def _next(text: str, marks: str, position: int) -> int:
    found = text.find(marks, position)
    return len(text) if found < 0 else found


@cache
def _statements() -> re.Pattern[str]:
    """Compile what few registers need, which takes as long as all the rest of this module."""
    return re.compile(rf"(?:(?![ \t]*+\[){STATEMENT}){{1,200}}")


def _next_header(text: str, position: int, stop: int) -> int:
    """Go statement by statement to the first header behind `stop`, before which there is none."""
    some = _statements()
    while position < len(text):
        if plain := some.match(text, position):
            position = plain.end()
        elif not _IS_HEADER.match(text, position):
            position = statement_end(text, position)
        elif position > stop:
            break
        else:
            raise not_toml(text, position)
    return position


def _resolve(keys: Path, last: dict[Path, int], is_array: bool) -> Path:
    """Insert the positions of the arrays that a header speaks of, and count a new element."""
    path: Path = ()
    for key in keys[:-1]:
        path += (key,)
        if path in last:
            path += (last[path],)
    path += keys[-1:]
    if is_array:
        last[path] = last.get(path, -1) + 1
    return (*path, last[path]) if path in last else path


def index(text: str, of: list[Block] | None = None) -> Index:
    """Make the index that speeds up many look-ups in one text."""
    tiles = blocks(text) if of is None else of
    at: dict[Path, int] = {}
    for number, block in enumerate(tiles):
        at.setdefault(block.path, number)
    for number, block in enumerate(tiles):
        path = block.path[:-1]
        while path not in at:  # () always is
            at[path] = number
            path = path[:-1]
    return Index(tiles, at)


def locate(text: str, path: Path, known: Index | None = None) -> Place:
    """Find where the thing at `path` is written: its key, header or element.

    Where it is not written, its nearest parent that is. TrackerError where the text is not TOML.
    """
    spot = find(text, path, known or index(text))
    line_start = text.rfind("\n", 0, spot.start) + 1
    line = spot.block.line + text.count("\n", spot.block.start, spot.start)
    bom = line_start == 0 and text.startswith(BOM)
    return Place(line, max(spot.start - line_start - bom, 0) + 1, spot.start, spot.end)


def find(text: str, path: Path, known: Index) -> Spot:
    """Follow `path` as far as the text goes."""
    best = Spot(0, 0, 0, None, -1, 0, known.blocks[0])
    numbers = [known.at.get(path[:length]) for length in range(len(path) + 1)]
    for length in range(len(path), -1, -1):
        number = numbers[length]
        if best.matched == len(path) or number is None:
            continue
        block = known.blocks[number]
        if block.path == path[:length]:
            start, end, body = header_of(text, block)
            best = _deeper(best, Spot(length, start, end, None, -1, 0, block))
            best = _deeper(best, _within(text, block, body, path))
    for length in range(len(path), best.matched, -1):
        if (number := numbers[length]) is not None:
            start, end, _ = header_of(text, known.blocks[number])
            return Spot(length, start, end, None, -1, 0, known.blocks[number])
    return best


def _deeper(one: Spot, other: Spot) -> Spot:
    return other if other.matched > one.matched else one


def header_of(text: str, block: Block) -> tuple[int, int, int]:
    """Find a block's header from bracket to bracket, and where the line after it begins."""
    header = _HEADER.match(text, block.start) if block.path else None
    if not header:
        return block.start, block.start, block.start + text.startswith(BOM, block.start)
    return header.start(1), header.end(3), header.end()


def _within(text: str, block: Block, body: int, path: Path) -> Spot:
    """Look for `path` among the statements of a block whose own path it begins with."""
    best = Spot(0, 0, 0, None, -1, 0, block)
    done = len(block.path)
    for statement in statements(text, body, block.end):
        shared = _shared(statement.keys, path[done:])
        if not shared or done + shared <= best.matched:
            continue
        whole = shared == len(statement.keys)
        value = (statement.value_start, statement.value_end) if whole else None
        best = Spot(done + shared, statement.key_start, statement.key_end, value, -1, shared, block)
        if whole:
            best = _inside(text, best, path)
        if best.matched == len(path):
            break
    return best


def _shared(keys: tuple[str, ...], path: Path) -> int:
    count = 0
    for key, step in zip(keys, path, strict=False):
        if key != step:
            break
        count += 1
    return count


def _inside(text: str, spot: Spot, path: Path) -> Spot:
    """Go on into arrays and inline tables, a bracket at a time."""
    while spot.matched < len(path) and spot.value and text[spot.value[0]] in "[{":
        holder, best = spot.value[0], spot
        for number, part in enumerate(parts(text, holder).parts):
            if not part.keys:
                if number == path[spot.matched]:
                    value = (part.value_start, part.value_end)
                    best = Spot(spot.matched + 1, *value, value, holder, 0, spot.block)
                continue
            shared = _shared(part.keys, path[spot.matched :])
            if shared and spot.matched + shared > best.matched:
                value = (part.value_start, part.value_end)
                whole = value if shared == len(part.keys) else None
                depth = spot.matched + shared
                best = Spot(depth, part.start, part.key_end, whole, holder, shared, spot.block)
        if best is spot:
            break
        spot = best
    return spot
