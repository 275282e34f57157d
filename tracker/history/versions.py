"""One content of one file, cut into the tables that it states.

Of two thousand versions each differs from another in a few lines. So a version is cut anew only
where it differs from one that was cut before; tables elsewhere are the very same texts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.history.form import Form, plain

Key = tuple[str, ...]
"""A section and the name of a thing in it: ('obligations', 'oim-oci', 'expiry'), ('settings',)."""

DEPTH: Final = {"obligations": 3, "agreements": 2, "parties": 2, "people": 2}
"""How many names stand for one thing in a section; 1 in others."""

_CHUNK: Final = 1 << 14


class UnreadableError(Exception):
    """A version that is no register: `text` says why."""

    def __init__(self, text: Text) -> None:
        """Take the reason."""
        super().__init__(str(text))
        self.text = text


Block = tuple[Key, str]
"""What a block belongs to, and its text."""


class Version(NamedTuple):
    """A content as blocks, which tile it, and the offset in bytes at which each starts.

    `near` is the version with whose help it was cut, None for one that was cut whole: `blocks`
    are those of `near`, but that `middle` stands in the place of `near.blocks[first:beyond]`.
    """

    content: bytes
    blocks: list[Block]
    starts: list[int]
    near: Version | None = None
    first: int = 0
    beyond: int = 0
    middle: Sequence[Block] = ()


def cut(content: bytes, form: Form, near: Version | None = None) -> Version:
    """Cut a content into blocks, with the help of a similar version; UnreadableError if it can't be."""
    content = plain(content)
    try:
        if near is not None and (version := _cut_again(content, form, near)) is not None:
            return version
        return Version(content, *_cut(content, form, 0))
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02x}"
        raise UnreadableError(Text("byte {byte} is not UTF-8", {"byte": byte})) from None
    except TrackerError as error:
        raise UnreadableError(error.text) from None


def _cut(content: bytes, form: Form, start: int) -> tuple[list[Block], list[int]]:
    text = content.decode()
    found, starts = [], []
    for block in form.split(text):
        part = text[block.start : block.end]
        found.append((_key(block.path), part))
        starts.append(start)
        start += len(part) if part.isascii() else len(part.encode())
    return found, starts


def _cut_again(content: bytes, form: Form, near: Version) -> Version | None:
    """Cut what differs, None where that alone doesn't tell.

    A block's beginning is outside any string and bracket, whatever follows it; so what is cut
    from one such place to another, without anything left open, is cut as in the whole.
    """
    before, after = _shared(near.content, content)
    first = max(bisect_left(near.starts, before) - 1, 0)
    beyond = bisect_right(near.starts, len(near.content) - after)
    moved = len(content) - len(near.content)
    end = near.starts[beyond] + moved if beyond < len(near.starts) else len(content)
    try:
        middle, starts = _cut(content[near.starts[first] : end], form, near.starts[first])
    except (TrackerError, UnicodeDecodeError):
        return None
    if first:
        if middle[0][1]:  # the header that it began with is gone
            return None
        del middle[0], starts[0]
    return Version(
        content,
        near.blocks[:first] + middle + near.blocks[beyond:],
        near.starts[:first] + starts + [start + moved for start in near.starts[beyond:]],
        near._replace(near=None),
        first,
        beyond,
        middle,
    )


def _shared(one: bytes, other: bytes) -> tuple[int, int]:
    """Count the bytes that two contents begin with in common, and of the rest those they end with."""
    most, size, length = min(len(one), len(other)), len(one), len(other)
    before = _longest(most, lambda start, end: one[start:end] == other[start:end])
    after = _longest(
        most - before,
        lambda start, end: one[size - end : size - start] == other[length - end : length - start],
    )
    return before, after


def _longest(most: int, alike: Callable[[int, int], bool]) -> int:
    """Find how far two are alike, up to `most`, where each stretch can be compared at once."""
    low, step = 0, _CHUNK
    while step:
        if low + step <= most and alike(low, low + step):
            low += step
        else:
            step //= 2
    return low


def _key(path: tuple[str | int, ...]) -> Key:
    """Give the thing that a header belongs to; a shorter key where several may stand below it."""
    names = tuple(name for name in path if isinstance(name, str))
    return names[: DEPTH.get(names[0], 1)] if names else ()
