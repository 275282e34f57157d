"""Sentences of a block, and which stretches of a text are somebody's speech."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tracker.extract.patterns import Pattern

_END = re.compile(r"[.!?;][.!?;]*[\"”»')\]*]{0,3}")
_BEFORE = re.compile(r"[^\s(\[\"“«']{1,20}$")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "no",
        "nos",
        "art",
        "arts",
        "para",
        "paras",
        "p",
        "pp",
        "vol",
        "st",
        "e.g",
        "i.e",
        "cf",
        "sr",
        "jr",
        "inc",
        "ltd",
        "co",
        "sd",
        "s",
        "ir",
        "col",
        "gen",
        "lt",
        "hon",
        "h.e",
        "s.e",
        "s.m",
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "me",
        "u.s",
        "u.n",
        "u.k",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "janv",
        "févr",
        "juil",
        "déc",
        "ch",
        "al",
        "ed",
        "eds",
        "ext",
        "tel",
        "tél",
        "fig",
        "dept",
        "approx",
        "incl",
        "env",
        "sect",
        "subsec",
        "vs",
        "rev",
        "excl",
        "n",
        "nº",
        "r.o.c.k",
        "op",
    ]
)
_FUNCTION_WORDS = (
    "The|Each|Both|Either|Every|This|These|Those|Any|All|Certain|Such|It|If|In|On|For|To|At|By|As|No|"
    "They|Its|When|Where|Upon|After|Before|With|Without|From|And|"
    "Le|La|Les|Chaque|Chacun|Il|Elle|Ils|Elles|Un|Une|En|Au|Aux|Ce|Cette|Ces|Des|Pour|Si|Dans|Toute|Tout"
)
_SEAM = re.compile(r"[A-ZÀ-Þ](?<=[a-zà-ÿ]{3}.)")
_GLUED = re.compile(rf"(?:{_FUNCTION_WORDS})\b|L'[a-zà-ÿA-ZÀ-Þ]")
_OPENS = re.compile(rf"\s+(?:{_FUNCTION_WORDS}|We|Our|He|She|Both|Through|During|Under)\b")
_STATES = frozenset({"u.s", "u.k", "u.n"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTES = re.compile(r"[“«\"”»]")
_PAIRS = {"“": "”", "«": "»", '"': '"'}
_SPEECH_WORDS = 5
_LONGEST = 5000
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my|nous|notre|nos|je|mon)\b", re.IGNORECASE)


_DATELINE = Pattern(
    r"(?:[A-ZÀ-Þ][^.:;\n]{2,60}\d(?:er|st|nd|rd|th)?(?: [a-zûé]+)?(?:,? \d{4})?(?: ?\([A-Z][\w .-]{1,24}\))?"
    r"|[A-ZÀ-Þ][\w'-]*(?:[ /,]+[A-ZÀ-Þ][\w'-]*){0,3}(?: ?\([A-Z][\w .-]{1,24}\))?)"
    r"(?: ?[-–—]{1,2} | ?(?:[–—]|--)(?=[A-ZÀ-Þ]))(?=[\"«“]?[A-ZÀ-Þ])"
    r"|[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?, (?:le )?\d{1,2}(?:er)? [a-zéû]+ \d{4}[.:] "
    r"|[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?, (?:le )?\d{1,2}(?:er)? [a-zéû]+\.?(?: \d{4})?"
    r" ?\([A-Z][\w .-]{1,24}\)[.,]?(?: ?[-–—]+)? (?=[\"«“]?[A-ZÀ-Þ])"
    r"|[A-ZÀ-Þ][^:;\n]{2,70}\b(?:19|20)\d{2}\)?: (?=[A-ZÀ-Þ])"
    r"|\([A-Z][\w .-]{1,24}\) ?[-–—]+ (?=[\"«“]?[A-ZÀ-Þ])"
)

# "(2) The Parties shall …" within a paragraph: the number is none of its words.
_MARKER = re.compile(r"\((?:\d{1,2}|[a-z])\) +(?=[A-ZÀ-Þ])")


def after_dateline(plain: str, start: int, end: int) -> int:
    """Give where a sentence of news begins behind "Jakarta, 12 September 2021 - "."""
    match = _DATELINE.match(plain, start, end)
    return match.end() if match else start


def sentences(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans of sentences in ``[start, end)``, without their numbers and white space."""
    begin = start
    for cut in sorted({*_stops(plain, start, end), *_seams(plain, start, end)}):
        if cut > begin:
            yield from _trimmed(plain, begin, cut)
            begin = cut
    yield from _trimmed(plain, begin, end)


def _trimmed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        # No sentence is so long: what has no full stop is cut, so that time stays linear.
        cut = max(plain.rfind(" ", start, start + _LONGEST), start + 1)
        yield from _trimmed(plain, start, cut)
        start = cut
    piece = plain[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    if marker := _MARKER.match(plain, begin, end):
        begin = marker.end()
    stop = start + len(piece.rstrip())
    if stop > begin:
        yield begin, stop


def _seams(plain: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence is glued to the one before: "of the projectThe Parties"."""
    if not _has_seams(plain):
        return
    for match in _SEAM.finditer(plain, start, end):
        if _GLUED.match(plain, match.start(), end):
            yield match.start()


@lru_cache(maxsize=1)
def _has_seams(plain: str) -> bool:
    return _SEAM.search(plain) is not None


def _stops(plain: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(plain, start, end):
        if match.end() >= end:
            return
        if match.group()[0] == ";" or match.group()[0] != "." or _full_stop(plain, match, start, end):
            yield match.end()


def _full_stop(plain: str, match: re.Match[str], start: int, end: int) -> bool:
    before = _BEFORE.search(plain, max(start, match.start() - 20), match.start())
    word = before.group() if before else ""
    following = plain[match.end() : min(end, match.end() + 3)]
    if following[0].isspace():
        first = following.strip()[:1]
        if first.islower():
            return False
        if word.lower() in _ABBREVIATIONS:
            return word.lower() in _STATES and _OPENS.match(plain, match.end()) is not None
        return not (len(word) == 1 and word.isupper() and first.isupper())
    if _YEAR.fullmatch(word):
        return following[0].isupper() and following[1:2].isalpha()
    # A full stop that lost its blank: "activities.The review", not "U.S.A", "www.icesco.org" or "3.5".
    glued = following[0].isupper() and len(following) > 1 and (following[1].islower() or following[1] in " '")
    return glued and len(word) > 1 and word[-1].isalpha() and word[-1].islower() and "." not in word


def speech(plain: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find the direct speech in some blocks: quoted whole sentences, not quoted words or titles.

    A quotation left open runs to the end of its block, as the press does when speech goes on.
    """
    return [found for start, end in spans for found in _speech_in(plain, start, end)]


def _speech_in(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not any(map(plain[start:end].__contains__, _PAIRS)):
        return
    opened, closing = -1, ""
    for match in _QUOTES.finditer(plain, start, end):
        sign = match.group()
        if opened < 0:
            if sign in _PAIRS:
                opened, closing = match.end(), _PAIRS[sign]
        elif sign == closing or (sign in '”"' and closing in '”"'):
            if _is_speech(plain[opened : match.start()]):
                yield opened, match.start()
            opened = -1
    if opened >= 0 and _is_speech(plain[opened:end]):
        yield opened, end


def _is_speech(text: str) -> bool:
    text = text.strip()
    if len(text.split()) < _SPEECH_WORDS:
        return False
    return text[0].isupper() or _FIRST_PERSON.search(text) is not None
