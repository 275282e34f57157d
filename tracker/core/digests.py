"""By what a content is known again: digests that no two different ones share, and quick to make.

A file of the register is known by those of its pieces, so that where it was changed is found too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

try:
    from _blake2 import blake2b  # what hashlib has it from; that would load OpenSSL, which is not needed
except ImportError:
    from hashlib import blake2b

SHORT = 12
"""Bytes of a short digest."""

_BOM = b"\xef\xbb\xbf"


def short_digest(content: bytes) -> str:
    """Digest the little that hardly anything is compared with: BLAKE2b of 96 bits."""
    return blake2b(content, digest_size=SHORT).hexdigest()


def digest(content: bytes | memoryview) -> str:
    """Digest a content: BLAKE2b of 256 bits, in half the time of SHA-256."""
    return blake2b(content, digest_size=32).hexdigest()


def as_text(content: bytes) -> bytes:
    """Give a file's bytes as its pieces count them: without byte order mark, lines ended by LF alone."""
    content = content.removeprefix(_BOM)
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content


def stands(file: BinaryIO, pieces: Iterable[tuple[int, str]]) -> bool:
    """Whether a file, read from where it is, holds these pieces and nothing else.

    A piece is its size in bytes of the text, and its digest. Stops at the first that is another.
    """
    begun = file.tell()
    known = list(pieces)
    piece = b""
    for size, of_piece in known:
        piece = file.read(size)
        if len(piece) < size or digest(piece) != of_piece:
            break
    else:
        return not file.read(1)
    if b"\r" not in piece and not piece.startswith(_BOM):
        return False
    file.seek(begun)
    content, start = memoryview(as_text(file.read())), 0
    for size, of_piece in known:
        if digest(content[start : start + size]) != of_piece:
            return False
        start += size
    return start == len(content)
