"""Turn a text as read into one that rules can match, and find the way back.

Rules match on :attr:`Normalised.plain` (case kept) and :attr:`Normalised.folded` (lower case, no
accents), which have the same length; what they find is given back in code points of the text as
read, so that a quote is always a verbatim passage.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

_SINGLE = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t\v", " "),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`\u00b4", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
    **dict.fromkeys("\u2028\u2029\x85\f", "\n"),
    "\u201e": "\u201c",
    "ľ": "l",
    "ρ": "p",
}
_EXPANDED = {
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "Æ": "Ae",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "…": "...",
    "\r\n": "\n",
    "\r": "\n",
}
_VARIABLE = re.compile(
    r"[-\r*œŒæÆﬀﬁﬂﬃﬄ…\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0300-\u036f]"
    r"(?:(?<=[^-\r*])|(?<=\r)\n?|(?<=\*)\*"
    r"|(?<=[a-zà-ÿ]-)\n[ ]{0,40}(?=[a-zà-ÿ]))"
)
_PLAIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = {
    "a": "àáâãäåāăą",
    "c": "çćč",
    "d": "ďđ",
    "e": "èéêëēėęě",
    "g": "ğ",
    "i": "ìíîïīį",
    "l": "ł",
    "n": "ñńň",
    "o": "òóôõöøōő",
    "r": "řŕ",
    "s": "śšş",
    "t": "ťţ",
    "u": "ùúûüūůű",
    "y": "ýÿ",
    "z": "źżž",
}
_FOLD = {
    **{letter.upper(): letter for letter in _PLAIN_LETTERS},
    **{mark: letter for letter, marks in _ACCENTED.items() for mark in marks},
    **{mark.upper(): letter for letter, marks in _ACCENTED.items() for mark in marks},
    "İ": "i",
}


_LONG = 2000
_NO_PRONOUN = ("WHO", "wwo")


class Normalised(NamedTuple):
    """A text made regular, with the map back to the text as read.

    ``breaks`` and ``shifts`` run in parallel: from ``breaks[i]`` on, a position in the
    normalised text lies ``shifts[i]`` further right in the text as read.
    """

    plain: str
    folded: str
    breaks: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span of the text as read for ``[start, end)``, not empty."""
        return self._back(start), self._back(end - 1) + 1

    def _back(self, position: int) -> int:
        return position + self.shifts[bisect_right(self.breaks, position) - 1]


def fold(text: str) -> str:
    """Drop case and accents, keeping the length; an organisation's name becomes no pronoun."""
    text = text.replace(*_NO_PRONOUN)
    return text.lower() if text.isascii() else _replaced(text, _FOLD)


def _replaced(text: str, signs: dict[str, str]) -> str:
    """Put other signs for some: quicker than ``str.translate``, which looks up each sign of the text.

    A long text is searched for each of the signs; a short one has fewer than there are.
    """
    for sign in signs.keys() & set(text) if len(text) < _LONG else filter(text.__contains__, signs):
        text = text.replace(sign, signs[sign])
    return text


def normalise(text: str) -> Normalised:
    """Undo ligatures, hyphenation, odd spaces and typographic variants."""
    single = _replaced(text, _SINGLE)
    pieces: list[str] = []
    breaks, shifts = [0], [0]
    length = position = 0
    for match in _VARIABLE.finditer(single):
        found = match.group()
        replacement = _EXPANDED.get(found, "")
        pieces += (single[position : match.start()], replacement)
        length += match.start() - position
        # Each letter of an expanded ligature comes from the one sign, and the rest moves by the difference.
        for offset in range(len(replacement)):
            breaks.append(length + offset)
            shifts.append(match.start() - length - offset)
        length += len(replacement)
        position = match.end()
        breaks.append(length)
        shifts.append(position - length)
    pieces.append(single[position:])
    plain = "".join(pieces)
    return Normalised(plain, fold(plain), tuple(breaks), tuple(shifts))


def with_blanks(text: Normalised, gaps: Iterable[tuple[int, int]]) -> Normalised:
    """Give a text with one blank for each of the ``gaps``, half-open spans in the order of the text."""
    plain: list[str] = []
    folded: list[str] = []
    breaks, shifts = [], []
    position = moved = known = 0
    for start, end in (*gaps, (len(text.plain), len(text.plain))):
        while known < len(text.breaks) and text.breaks[known] <= start:
            breaks.append(text.breaks[known] - moved)
            shifts.append(text.shifts[known] + moved)
            known += 1
        if end == start:
            break
        plain += (text.plain[position:start], " ")
        folded += (text.folded[position:start], " ")
        position, moved = end, moved + end - start - 1
        while known < len(text.breaks) and text.breaks[known] <= end:
            known += 1
        breaks.append(end - moved)
        shifts.append(text.shifts[known - 1] + moved)
    return Normalised(
        "".join((*plain, text.plain[position:])),
        "".join((*folded, text.folded[position:])),
        tuple(breaks),
        tuple(shifts),
    )
