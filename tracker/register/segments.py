"""A file as a row of segments, each known by its digest, so that an edit is found without reading it all.

A segment is some hundred tables, from one header to another. Where a file has changed, the
segments before and behind the edit still have their digests; what lies between is split into its
tables, and each of those has a digest too. So it is known which obligations' text is another,
and known that everything else is the same to the byte, and therefore as right as it was.

That is all that is decided here: an edit is of that plain sort (the same tables in the same
order, and only those of single obligations with another text), or the file has to be read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from tracker.core.digests import SHORT, as_text, digest, short_digest
from tracker.core.errors import TrackerError
from tracker.register.disk.files import decode
from tracker.register.text.scan import Block, blocks

ABOUT: Final = 65_536
"""Code points after which a segment ends, at the next header."""

_OBLIGATION: Final = 3
"""Names in the header of an obligation."""
_HEADER: Final = re.compile(rb"[ \t]*\[")


Piece = tuple[int, str]
"""Size and digest of a segment."""


class Segment(NamedTuple):
    """A stretch of a file's text (with LF, without byte order mark) that begins with a header.

    `size` is in bytes, `digest` that of the bytes. `tables` has a line a table: its digest, a space, then
    the ref of the obligation that it states, and the whole of it; nothing for any other table.
    """

    size: int
    digest: str
    tables: str


class Difference(NamedTuple):
    """How a file differs from its segments: those from `first` up to `last` (exclusive) are replaced.

    `offset` is where that begins, in bytes of the text; `tables` has the new text of each
    obligation whose text is another, by its ref.
    """

    first: int
    last: int
    offset: int
    segments: list[Segment]
    tables: dict[str, str]


def segments(text: str) -> list[Segment]:
    """Split a file's text, which is TOML; a single one, without tables, where it can't be split."""
    try:
        return list(_joined(text, blocks(text)))
    except TrackerError:
        content = text.encode(errors="surrogatepass")
        return [Segment(len(content), digest(content), "")]
    finally:
        blocks.cache_clear()  # a large text's take as much memory as the text


def difference(
    content: bytes, known: Sequence[Piece], tables: Callable[[int, int], Sequence[str]]
) -> Difference | None:
    """Compare a file's bytes with the segments that it had; None where it has to be read whole.

    `known` are their sizes and digests; `tables` gives the tables of those from one to another
    (exclusive).
    """
    content = as_text(content)
    first, start = 0, 0
    view = memoryview(content)
    while first < len(known) and _is(view[start : start + known[first][0]], known[first]):
        start += known[first][0]
        first += 1
    last, end = len(known), len(content)
    while last > first and end - known[last - 1][0] >= start:
        if not _is(view[end - known[last - 1][0] : end], known[last - 1]):
            break
        last -= 1
        end -= known[last][0]
    if first and start < end and not _HEADER.match(content, start):
        first -= 1  # what was added belongs to the table above
        start -= known[first][0]
    try:
        text, problem = decode(content[start:end], "")
        found = blocks(text)
    except TrackerError:
        return None
    # a header may only follow a whole line, and what is before the first one would belong to another table
    cut = (first and found[0].end) or (end < len(content) and not text.endswith("\n"))
    if problem or cut or (last == first and text):
        return None
    made = list(_joined(text, found))
    changed = _tables(text, found, made, tables(first, last))
    return None if changed is None else Difference(first, last, start, made, changed)


def _is(content: memoryview, known: Piece) -> bool:
    return len(content) == known[0] and digest(content) == known[1]


def _joined(text: str, found: list[Block]) -> Iterator[Segment]:
    """Join tables to segments."""
    divided = {block.path[:_OBLIGATION] for block in found if len(block.path) > _OBLIGATION}
    lines: list[str] = []
    start = 0
    for block in found:
        if block.end == block.start:
            continue
        path = block.path
        is_whole = len(path) == _OBLIGATION and path[0] == "obligations" and path not in divided
        name = f"{path[1]}.{path[2]}" if is_whole and not block.is_array else ""
        of_table = short_digest(text[block.start : block.end].encode())
        lines.append(f"{of_table} {name}")
        if block.end - start >= ABOUT or block.end == len(text):
            content = text[start : block.end].encode()
            yield Segment(len(content), digest(content), "\n".join(lines) + "\n")
            start = block.end
            lines.clear()


def _tables(
    text: str, found: list[Block], made: list[Segment], known: Sequence[str]
) -> dict[str, str] | None:
    """Name the tables whose text is another, None where they are not the same ones."""
    before = [line for of_segment in known for line in of_segment.split("\n")[:-1]]
    after = [line for segment in made for line in segment.tables.split("\n")[:-1]]
    if len(before) != len(after):
        return None
    tables: dict[str, str] = {}
    standing = [block for block in found if block.end > block.start]
    for block, old, new in zip(standing, before, after, strict=True):
        if old == new:
            continue
        ref = new[2 * SHORT + 1 :]
        if not ref or ref != old[2 * SHORT + 1 :]:
            return None
        tables[ref] = text[block.start : block.end]
    return tables
