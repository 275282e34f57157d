"""What a file is to hold: bytes, or the bytes that it has with a stretch of them replaced.

A register of 100,000 obligations is a file of 48 MB. Where one entry of it changes, the new
content is never put together in memory, and what stands in the file is compared piece by piece.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

_AT_ONCE: Final = 1 << 16


class Spliced(NamedTuple):
    """The bytes `old`, with those from `start` to `end` (exclusive) replaced by `new`."""

    old: bytes
    start: int
    end: int
    new: bytes


Content = bytes | Spliced


def parts(content: Content) -> tuple[memoryview, ...]:
    """Give the stretches of a content, in order."""
    if isinstance(content, bytes):
        return (memoryview(content),)
    old = memoryview(content.old)
    return old[: content.start], memoryview(content.new), old[content.end :]


def holds(path: Path, content: Content) -> bool:
    """Whether a file holds just this content; OSError if it can't be read."""
    with path.open("rb") as file:
        for part in parts(content):
            for start in range(0, len(part), _AT_ONCE):
                piece = part[start : start + _AT_ONCE]
                if file.read(len(piece)) != piece.tobytes():  # a view is compared ten times slower
                    return False
        return not file.read(1)


def mark(content: Content) -> str:
    """Give 16 hexadecimal digits by which our own content is told from another: its size and CRC-32."""
    found = size = 0
    for part in parts(content):
        found = crc32(part, found)
        size += len(part)
    return f"{size & 0xFFFF_FFFF:08x}{found:08x}"
