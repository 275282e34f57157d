"""Dates that a text states, read to EDTF: never from the clock, always from the text.

Days and months without a year take the year that puts them nearest to the document's own date.
"11/12/2018" is 11 December in a French text, and in an English one too unless its second number
can only be a day: the organisations that write to each other in these texts put the day first.
"""

import datetime as dt
import re
from typing import Final

from tracker.extract.dated import Dated, day_of
from tracker.extract.normalise import Normalised
from tracker.extract.numbers import ORDINAL, ORDINALS, SPELLED_YEAR, number
from tracker.extract.rules import read_rules

_MONTHS: Final = {
    name: place for place, row in enumerate(read_rules("words")["months"], 1) for name in row.split()
}
_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = rf"(?:\d{{1,2}}(?: ?(?:st|nd|rd|th|er|e)\b)?|{ORDINAL})(?: day)?"
_YEAR = r"(?:(?:1[89]|20)\d\d)(?![\ds])"
_ANY_YEAR = rf"(?:{_YEAR}|{SPELLED_YEAR})"
_TO = r" ?(?:-|–|—|/|\bto\b|\band\b|\bau\b|\bet\b|\bthrough\b|\buntil\b|\bjusqu'au\b) ?(?:the |le )?"
_QUARTERS: Final = {
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
_PARTS: Final = ("late", "early", "mid", "end", "fin", "debut", "mi", "the", "la")
# What a date begins with, by two letters: a quick no for most words.
_OPENS = "|".join(sorted({word[:2] for word in (*_MONTHS, *ORDINALS, *_QUARTERS, *_PARTS)}))
_DATE = re.compile(
    rf"(?<![\w.,/-])(?=\d|q\d|{_OPENS})(?:"
    rf"(?P<r1>{_DAY})(?: (?:of )?(?P<rm>{_MONTH})(?:,? (?P<ry>{_YEAR}))?)?{_TO}(?P<r2>{_DAY}) (?:of "
    rf")?(?P<rm2>{_MONTH})"
    rf"(?:,? (?:of )?(?P<ry2>{_YEAR}))?"
    rf"|(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH})(?:(?:,| of| in the year| de l'an)? (?P<y>{_ANY_YEAR}))?"
    rf"|(?P<um>{_MONTH}) (?P<u1>\d{{1,2}})(?:st|nd|rd|th)?(?:{_TO}(?:(?P<um2>{_MONTH}) "
    rf")?(?P<u2>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"(?:,? (?P<uy>{_YEAR})|(?![\d:.]|(?:st|nd|rd|th)? ?{_MONTH}))"
    rf"|(?P<mm>{_MONTH})(?:{_TO}(?P<mm2>{_MONTH}))?,? (?:of |de )?(?P<my>{_YEAR})"
    rf"|(?P<iy>(?:1[89]|20)\d\d)-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>0[1-9]|[12]\d|3[01]))?(?![\d/-])"
    rf"|(?P<n1>\d{{1,2}})(?P<sep>[/.-])(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>(?:19|20)\d\d)(?!\d)"
    rf"|(?:(?P<q>first|second|third|fourth|last|premier|deuxieme|troisieme|quatrieme|dernier|1er|[1-4](?:st|nd|rd|th|e|eme)?)"
    rf" (?P<part>quarter|trimestre|half|semestre)|\bq(?P<qn>[1-4]))(?: of| de| de l'annee)? ?(?P<qy>{_YEAR})"
    rf"|(?P<y1>(?:1[89]|20)\d\d) ?(?:-|–|—|/|\bto\b|\ba\b|\bet\b|\band\b|\buntil\b) ?(?P<y2>(?:19|"
    rf"20)\d\d|\d\d)(?![\d/-])"
    rf"|(?:(?:late|early|mid|end|fin|debut|mi|end of|the end of|la fin de)[- ])?(?P<yy>{_YEAR})"
    rf")"
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:\bagenda|\bvision|\bhorizon|\bno\.?|\bn°|\bresolution|[$€£]|\bhfl|\beuros?|\busd|\bcfa|\bpage|"
    r"\bp\.|\biso|\d) ?$"
)
_NOT_YEAR_AFTER = re.compile(
    r" ?(?:agenda\b|%|€|\$|euros?\b|dollars?\b|usd\b|km\b|participants\b|personnes\b|people\b|"
    r"migrants\b|m2\b|francs?\b)"
    r"|[.,]\d|/\d{2,}|\d"
)
_CENTURY = 100
_LEAP = 2000
_A_DAY = dt.timedelta(1)
_A_MONTH = dt.timedelta(31)
_PAIRS: Final = ((("ry", "rm", "r1"), "r2"), (("u1",), "um2"), (("u1",), "u2"), (("mm",), "mm2"))
"""The last part of the first of two dates, whichever is there, and the first part of the second."""
_NONE: Final = (0, 0, 0)
_AND: Final = frozenset({"and", "et"})
_BETWEEN = re.compile(r"\b(?:between|entre)(?: (?:the|le))? $")
_SHORT = 14


def find_dates(text: Normalised) -> list[Dated]:
    """Find the dates of a text, a paragraph a line, in their order; a missing part is 0."""
    return [
        dated
        for match in _DATE.finditer(text.folded)
        if (found := _read(match, text)) is not None
        for dated in _apart(found, match, text.folded)
    ]


def _apart(dated: Dated, match: re.Match[str], folded: str) -> tuple[Dated, ...]:
    """Tell two days that "and" only lists from days in a row: "1 March and 1 August", "26 and 27 January"."""
    first, second = next((pair for pair in _PAIRS if match[pair[1]]), (("d",), "d"))
    if first == (second,):
        return (dated,)
    end = next(match.end(group) for group in first if match[group])
    year, month, _ = dated.last
    begun = (dated.first[0] or year, dated.first[1] or month, dated.first[2])
    in_a_row = _A_DAY <= _on(dated.last) - _on(begun) <= (_A_DAY if begun[2] else _A_MONTH)
    joined = folded[end : match.start(second)].split(maxsplit=1)[0] not in _AND
    if in_a_row or joined or _BETWEEN.search(folded, max(0, match.start() - _SHORT), match.start()):
        return (dated,)
    return (
        Dated(match.start(), end, begun, _NONE, ""),
        Dated(match.start(second), match.end(), dated.last, _NONE, ""),
    )


def _on(parts: tuple[int, int, int]) -> dt.date:
    return day_of(parts[0] or _LEAP, *parts[1:])


def _read(match: re.Match[str], text: Normalised) -> Dated | None:
    part = match.groupdict("")
    for test, reader in _READERS:
        if part[test]:
            found = reader(part)
            if found is None or not _possible(found[0]) or not _possible(found[1]):
                return None
            if test in {"yy", "y1"} and not _is_year(match, text):
                return None
            if (
                test in {"mm", "um"}
                and not text.plain[match.start(test)].isupper()
                and part[test] in {"may", "march", "mar"}
            ):
                return None
            return Dated(match.start(), match.end(), *found)
    return None


def _possible(parts: tuple[int, int, int]) -> bool:
    year, month, day = parts
    if not month:
        return True
    try:
        dt.date(year or 2000, month, day or 1)
    except ValueError:
        return False
    return True


def _is_year(match: re.Match[str], text: Normalised) -> bool:
    before = text.folded[max(0, match.start() - 14) : match.start()]
    after = text.folded[match.end() : match.end() + 14]
    return not _NOT_YEAR_BEFORE.search(before) and not _NOT_YEAR_AFTER.match(after)


_Read = tuple[tuple[int, int, int], tuple[int, int, int], str] | None


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".")] if name else 0


def _range(part: dict[str, str]) -> _Read:
    last = (number(part["ry2"]), _month(part["rm2"]), number(part["r2"]))
    begun = (_month(part["rm"]) or last[1], number(part["r1"]))
    return (number(part["ry"]) or _year_before(begun, last), *begun), last, ""


def _year_before(begun: tuple[int, int], last: tuple[int, int, int]) -> int:
    """Give the year in which a stretch begins that ends on ``last``: "15 December to 15 January 2027"."""
    return last[0] - (last[0] > 0 and begun > last[1:])


def _day_month(part: dict[str, str]) -> _Read:
    return (number(part["y"]), _month(part["m"]), number(part["d"])), _NONE, ""


def _month_day(part: dict[str, str]) -> _Read:
    year, begun = number(part["uy"]), (_month(part["um"]), number(part["u1"]))
    if not part["u2"]:
        return (year, *begun), _NONE, ""
    last = (year, _month(part["um2"]) or begun[0], number(part["u2"]))
    return (_year_before(begun, last), *begun), last, ""


def _month_year(part: dict[str, str]) -> _Read:
    year, begun = number(part["my"]), (_month(part["mm"]), 0)
    if not part["mm2"]:
        return (year, *begun), _NONE, ""
    last = (year, _month(part["mm2"]), 0)
    return (_year_before(begun, last), *begun), last, ""


def _iso(part: dict[str, str]) -> _Read:
    return (int(part["iy"]), int(part["im"]), int(part["id"] or 0)), _NONE, ""


def _numeric(part: dict[str, str]) -> _Read:
    day, month = int(part["n1"]), int(part["n2"])
    if month > 12 >= day:  # noqa: PLR2004  months of a year
        day, month = month, day
    return (int(part["ny"]), month, day), _NONE, ""


def _quarter(part: dict[str, str]) -> _Read:
    year = int(part["qy"])
    count = int(part["qn"] or 0) or _QUARTERS.get(part["q"]) or number(part["q"])
    if part["part"] in {"half", "semestre"}:
        count = min(count, 2)
        return (year, 6 * count - 5, 0), (year, 6 * count, 0), ""
    return (year, 0, 0), _NONE, f"{year}-{32 + count}"


def _years(part: dict[str, str]) -> _Read:
    first = int(part["y1"])
    last = int(part["y2"])
    last = last if last > _CENTURY else first // _CENTURY * _CENTURY + last
    return ((first, 0, 0), (last, 0, 0), "") if first < last <= first + _CENTURY else None


def _year(part: dict[str, str]) -> _Read:
    return (int(part["yy"]), 0, 0), _NONE, ""


_READERS: Final = (
    ("r2", _range),
    ("d", _day_month),
    ("u1", _month_day),
    ("mm", _month_year),
    ("iy", _iso),
    ("ny", _numeric),
    ("qy", _quarter),
    ("y1", _years),
    ("yy", _year),
)
