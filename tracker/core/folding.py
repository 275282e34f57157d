"""Find a quotation in a text again, though white space and typography differ.

A passage that was copied from a PDF, a page or a keyboard has other spaces, line breaks, hyphens,
quotation marks, ligatures and compositions of accents than the text it came from. Both are folded
alike; case, accents and every word stay as they are. What is found is told in offsets of the text
as it was.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_SPACES: Final = "".join(
    map(chr, (*range(9, 14), *range(0x1C, 0x20), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029))
)
_WIDE_SPACES: Final = "\u202f\u205f\u3000"
_HYPHENS: Final = "\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DOUBLE: Final = "\xab\xbb\u201c\u201d\u201e\u201f\u2033\u2039\u203a\u301d\u301e\uff02"
_SINGLE: Final = "`\xb4\u02b9\u02bb\u02bc\u2018\u2019\u201a\u201b\u2032\uff07"
_NOTHING: Final = "\xad\u0640\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A)))
)
"""Signs without a width: soft hyphen, Arabic tatweel, joiners, directions, byte order mark."""

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _WIDE_SPACES, " "),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_SINGLE, "'"),
    }
)
_LONGER: Final = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ĳ": "ij", "Ĳ": "IJ", "…": "..."}
_FORMS: Final = "\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdfb\ufe70-\ufefc"
"""Ligatures of the Latin, Armenian and Arabic scripts, as PDF files have them."""

_GAP: Final = f"[ {_NOTHING}]"
_LETTER: Final = r"[^\W\d_]"
_TOKEN: Final = re.compile(
    rf'{_GAP}*+"{_GAP}*+'
    rf"|{_GAP}++(?=[;:!?])"
    rf"|{_GAP}{{2,}}+|[{_NOTHING}]"
    rf"|(?<=\w)-{_GAP}*+(?=\w)"
    rf"|[{''.join(_LONGER)}{_FORMS}]"
)
_HYPHENATED: Final = re.compile(rf"(?<={_LETTER})-{_GAP}*+(?={_LETTER})")
_BESIDE_ASCII: Final = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


class _Map(NamedTuple):
    """Where the pieces of a new text came from: its offsets, and start and end in the old one."""

    at: list[int]
    start: list[int]
    end: list[int]

    def began(self, offset: int) -> int:
        """Give the old offset of the sign at a new one."""
        piece = bisect_right(self.at, offset) - 1
        return self.start[piece] + (offset - self.at[piece] if self._is_copy(piece) else 0)

    def ended(self, offset: int) -> int:
        """Give the old offset after the sign before a new one."""
        piece = bisect_right(self.at, offset - 1) - 1
        return self.start[piece] + offset - self.at[piece] if self._is_copy(piece) else self.end[piece]

    def _is_copy(self, piece: int) -> bool:
        return self.at[piece + 1] - self.at[piece] == self.end[piece] - self.start[piece]


class Folded(NamedTuple):
    """A text made alike to others that differ in typography alone, and the way back to it."""

    text: str
    original: str
    maps: tuple[_Map, ...]

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Give where a quotation stands, as (start, end) in the text as it was; they don't overlap.

        `end` is exclusive; a quotation without a sign stands nowhere.
        """
        sought = _folded(quote).text.strip(" ")
        found = []
        start = self.text.find(sought) if sought else -1
        while start >= 0:
            found.append((start, start + len(sought)))
            start = self.text.find(sought, start + len(sought))
        return [self._bare(self._began(one), self._ended(other)) for one, other in found]

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """Leave out the white space that quotation marks took with them."""
        passage = self.original[start:end]
        return start + len(passage) - len(passage.lstrip()), end - len(passage) + len(passage.rstrip())

    def _began(self, offset: int) -> int:
        for way in self.maps:
            offset = way.began(offset)
        return offset

    def _ended(self, offset: int) -> int:
        for way in self.maps:
            offset = way.ended(offset)
        return offset


@lru_cache(8)
def fold(text: str) -> Folded:
    """Fold a text; the last few are kept, since several quotations come from one source.

    White space becomes one space, and none beside quotation marks and before : ; ! ?. Hyphens and
    dashes are one; between letters they vanish, since a line's end may or may not have put one
    there. Quotation marks are straight; ligatures are taken apart; accents are composed (NFC).
    """
    return _folded(text)


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Give where a quotation stands in a text, as (start, end) in code points, `end` exclusive."""
    return fold(text).find(quote)


def _folded(original: str) -> Folded:
    text = original
    maps: tuple[_Map, ...] = ()
    if not unicodedata.is_normalized("NFC", text):
        text, way = _replaced(text, _composed(text))
        maps = (way,)
    text = text.translate(_ALIKE)
    text, way = _replaced(text, _plain(text))
    return Folded(text, original, (way, *maps))


def _plain(text: str) -> Iterator[tuple[int, int, str]]:
    for token in _TOKEN.finditer(text):
        found = token[0]
        if '"' in found:
            new = '"'
        elif found[0] == "-":
            new = "" if _HYPHENATED.match(text, token.start()) else "-"
        elif found in _LONGER:
            new = _LONGER[found]
        elif found[0] == " " or found[0] in _NOTHING:
            new = (
                " "
                if " " in found and text[token.end() : token.end() + 1] not in {":", ";", "!", "?"}
                else ""
            )
        else:
            new = unicodedata.normalize("NFKC", found)
        yield *token.span(), new


def _composed(text: str) -> Iterator[tuple[int, int, str]]:
    """Find what composes differently, a letter with its marks at a time where that is the whole of it."""
    for match in _BESIDE_ASCII.finditer(text):
        start, end = match.span()
        if text[start].isascii() and not unicodedata.combining(text[start + 1]):
            start += 1
        run = text[start:end]
        whole = unicodedata.normalize("NFC", run)
        if whole == run:
            continue
        clusters = list(_clusters(run))
        news = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
        if "".join(news) != whole:
            yield start, end, whole
            continue
        for cluster, new in zip(clusters, news, strict=True):
            if cluster != new:
                yield start, start + len(cluster), new
            start += len(cluster)


def _clusters(run: str) -> Iterator[str]:
    start = 0
    for position, char in enumerate(run):
        if position and not unicodedata.combining(char):
            yield run[start:position]
            start = position
    yield run[start:]


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, _Map]:
    pieces: list[str] = []
    way = _Map([], [], [])
    done = length = 0

    def add(piece: str, start: int, end: int) -> None:
        nonlocal length
        pieces.append(piece)
        way.at.append(length)
        way.start.append(start)
        way.end.append(end)
        length += len(piece)

    for start, end, new in changes:
        if done < start:
            add(text[done:start], done, start)
        add(new, start, end)
        done = end
    add(text[done:], done, len(text))
    way.at.append(length)
    return "".join(pieces), way
