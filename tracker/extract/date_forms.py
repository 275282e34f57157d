"""The forms in which people write dates, in English and French, as one pattern with named parts."""

import re
from typing import Final

from tracker.extract.numbers import ORDINAL, ORDINALS, SPELLED_YEAR
from tracker.extract.rules import read_rules

_ROWS: Final = [row.split() for row in read_rules("words")["months"]]
MONTHS: Final = {name: place for place, row in enumerate(_ROWS, 1) for name in row}
_NAMES: Final = [name for row in _ROWS for name in row[:2]]
_SHORT: Final = [name for row in _ROWS for name in row[2:]]


def _any_of(names: list[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


# The point behind a short name is the name's where the date goes on, and else ends the sentence.
_MONTH = (
    rf"(?:(?:{_any_of(_NAMES)})\b|(?:{_any_of(_SHORT)})\b(?:\.(?= ?(?:\d|to\b|and\b|au\b|et\b|[-–—/,])))?)"
)
_DAY = rf"(?:\d{{1,2}}(?: ?(?:st|nd|rd|th|er|e)\b)?|{ORDINAL})(?: (?:day|jour))?"
LAST_DAY: Final = ("last day", "dernier jour")
_YEAR = r"(?:(?:1[89]|20)\d\d)(?![\ds])"
# Behind a month a year may have a footnote's mark glued to it, or letters that were read for digits.
_MARKED_YEAR = r"(?:(?:1[89]|20)\d\d(?:(?![\ds])|(?=[1-9]\b))|2[0o][\dol]{2}(?!\w))"
_ANY_YEAR = rf"(?:{_MARKED_YEAR}|{SPELLED_YEAR})"
_SHORT_YEAR = r"'?(?P<sy>\d\d)(?=\s*(?:[.;,)\n]|$))(?![.,]\d)"
_TO = r",? ?(?:-|–|—|/|\bto\b|\band\b|\bau\b|\ba\b|\bet\b|\bthrough\b|\buntil\b|\bjusqu'au\b) ?(?:the |le )?"
QUARTERS: Final = {
    "first": 1,
    "premier": 1,
    "second": 2,
    "deuxieme": 2,
    "third": 3,
    "troisieme": 3,
    "fourth": 4,
    "quatrieme": 4,
    "last": 4,
    "dernier": 4,
}
_PARTS: Final = ("late", "early", "mid", "end", "fin", "debut", "mi")
_OPENINGS: Final = frozenset({*MONTHS, *QUARTERS, *_PARTS, "q", "t"})


def may_open(word: str) -> bool:
    """Say whether a date may begin with a word: a number, "May-June", the "q" of "Q3"; an article is none."""
    return word[0].isdecimal() or word.partition("-")[0] in _OPENINGS or word.startswith(ORDINALS)


_PLACE = (
    r"(?:first|second|third|fourth|last|premier|deuxieme|troisieme|quatrieme|dernier|1er|"
    r"[1-4](?:st|nd|rd|th|e|eme)?)"
)
# A month without a day or a year is one only behind such a word.
_LEADS = "|".join(
    rf"(?<=\b{word})"
    for word in (
        *("by ", "in ", "of ", "before ", "until ", "each ", "every ", "late ", "early ", "mid-", "end-"),
        *("chaque ", "en ", "d'ici ", "fin ", "fin d'", "avant ", "mois de ", "mois d'"),
    )
)
DATE: Final = re.compile(
    rf"(?<![\w.,/-])(?!the (?!end)|la (?!fin))(?:"
    rf"(?P<r0>(?:{_DAY}, ){{1,12}})?(?P<r1>{_DAY})(?: (?:of )?(?P<rm>{_MONTH})(?:,? (?P<ry>{_YEAR}))?)?{_TO}"
    rf"(?P<r2>{_DAY}) (?:of )?(?P<rm2>{_MONTH})(?:,? (?:of )?(?P<ry2>{_MARKED_YEAR}))?"
    rf"|(?P<d>{_DAY}|{'|'.join(LAST_DAY)})"
    rf"(?:(?: of(?: the month of)?| de| du mois de)?[ /-]| (?:du mois )?d')(?P<m>{_MONTH})"
    rf"(?:(?:(?:,| of| in the year| de l'an)? |[/-])(?:(?P<y>{_ANY_YEAR})|{_SHORT_YEAR}))?"
    rf"|(?=[a-z])(?:(?P<fm>{_MONTH}) (?P<f1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<fy>{_YEAR}){_TO}"
    rf"(?P<fm2>{_MONTH}) (?P<f2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<fy2>{_YEAR})"
    rf"|(?P<um>{_MONTH}) (?P<u1>\d{{1,2}})(?:st|nd|rd|th)?(?:{_TO}(?:(?P<um2>{_MONTH}) "
    rf")?(?P<u2>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"(?:,? (?P<uy>{_MARKED_YEAR})|(?![\d:]|\.\d|(?:st|nd|rd|th)? ?{_MONTH}))"
    rf"|(?P<mm>{_MONTH})(?:(?:,? (?P<my1>{_YEAR}))?{_TO}(?P<mm2>{_MONTH}))?"
    rf",? (?:of |de )?(?P<my>{_MARKED_YEAR}))"
    rf"|(?P<iy>(?:1[89]|20)\d\d)-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>0[1-9]|[12]\d|3[01]))?(?![\d/-])"
    rf"|(?P<n1>\d{{1,2}})(?P<sep>[/.-])(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<s1>\d\d)(?P<ssep>[/.])(?P<s2>\d\d)(?P=ssep)(?P<syy>[2-4]\d)(?![\d/]|\.\d)"
    rf"|(?:(?:(?P<qa>{_PLACE})(?: (?:quarter|trimestre))?,? (?P<qto>and|et|or|ou|to|au|through) "
    rf"(?:the |le |du |au )?)?(?P<q>{_PLACE}) (?P<part>quarter|trimestre|half|semestre)s?|"
    rf"\b[qt](?P<qn>[1-4]))"
    rf"(?: of| de| de l'annee)? ?(?P<qy>{_YEAR})"
    rf"|(?P<y1>(?:1[89]|20)\d\d) ?(?:-|–|—|/|\bto\b|\ba\b|\bet\b|\band\b|\buntil\b) ?(?P<y2>(?:19|"
    rf"20)\d\d|\d\d)(?![\d/-])"
    rf"|(?:(?:late|early|mid|end|fin|debut|mi|end of|the end of|la fin de)[- ])?(?P<yy>{_YEAR})"
    rf"|(?:{_LEADS})(?P<bm>{_any_of(_NAMES)})\b"
    rf"(?: (?:and|et) (?P<bm2>{_any_of(_NAMES)})\b)?(?![ -]?\d|\.\d)"
    rf")"
)
