"""Dates that a text states, read to EDTF: never from the clock, always from the text.

Days and months without a year take the year that puts them nearest to the document's own date.
"11/12/2018" is 11 December in a French text, and in an English one too unless its second number
can only be a day: the organisations that write to each other in these texts put the day first.
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import compress
from typing import Final

from tracker.core.durations import month_length
from tracker.extract.date_forms import DATE, LAST_DAY, MONTHS, QUARTERS, may_open
from tracker.extract.dated import NO_DAY, Dated, day_of
from tracker.extract.normalise import Normalised
from tracker.extract.numbers import number
from tracker.extract.wording import Remembered, Words, split_words

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
_FEBRUARY = 2
_A_DAY = dt.timedelta(1)
_A_MONTH = dt.timedelta(31)
_PAIRS: Final = (
    (("ry", "rm", "r1"), "r2"),
    (("fy",), "fm2"),
    (("u1",), "um2"),
    (("u1",), "u2"),
    (("my1", "mm"), "mm2"),
    (("bm",), "bm2"),
)
"""The last part of the first of two dates, whichever is there, and the first part of the second."""
_NONE: Final = (0, 0, 0)
_AND: Final = frozenset({"and", "et", ",and", ",et"})
_THROUGH: Final = frozenset({"to", "au", "through"})
_LISTED = re.compile(r"[^,]+")
_BY_CASE: Final = frozenset({"may", "march", "mar"})
_CENTURY_NOW: Final = 2000
_BETWEEN = re.compile(r"\b(?:between|entre)(?: (?:the|le))? $")
_SHORT = 14


def find_dates(text: Normalised, words: Words | None = None) -> list[Dated]:
    """Find the dates of a text, a paragraph a line, in their order; a missing part is 0.

    ``words`` are those of the text, if they are known: a date begins with one of a few.
    """
    return [
        dated
        for match in _matches(text.folded, words or split_words(text.folded))
        if (found := _read(match, text)) is not None
        for dated in _apart(found, match, text.folded)
    ]


def _matches(folded: str, words: Words) -> Iterator[re.Match[str]]:
    end = 0
    for start in _openings(words):
        match = DATE.match(folded, start) if start >= end else None
        if match is not None:
            yield match
            end = match.end()


def _openings(words: Words) -> Iterator[int]:
    """Yield where a date may begin: behind an article with "the end of 2027" alone."""
    for place in compress(range(len(words.words)), map(_MAY_OPEN.__getitem__, words.words)):
        if words.words[place] in _END and place and words.words[place - 1] in _THE:
            yield words.starts[place - 1]
        yield words.starts[place]


_END: Final = frozenset({"end", "fin"})
_THE: Final = frozenset({"the", "la"})
_MAY_OPEN: Final = Remembered(may_open)


def _apart(dated: Dated, match: re.Match[str], folded: str) -> tuple[Dated, ...]:
    """Tell two days that "and" only lists from days in a row: "1 March and 1 August", "26 and 27 January"."""
    if match["r0"]:
        return _each(dated, match)
    if match["qa"]:
        return _quarters(dated, match)
    first, second = next((pair for pair in _PAIRS if match[pair[1]]), (("d",), "d"))
    if first == (second,) or not match[first[-1]] or dated.form == NO_DAY:
        return (dated,)
    end = next(match.end(group) for group in first if match[group])
    year, month, _ = dated.last
    begun = (dated.first[0] or year, dated.first[1] or month, dated.first[2])
    in_a_row = _A_DAY <= _on(dated.last) - _on(begun) <= (_A_DAY if begun[2] else _A_MONTH)
    joined = folded[end : match.start(second)].strip(", ").split(maxsplit=1)[0] not in _AND
    if in_a_row or joined or _BETWEEN.search(folded, max(0, match.start() - _SHORT), match.start()):
        return (dated,)
    return (
        Dated(match.start(), end, begun, _NONE, ""),
        Dated(match.start(second), match.end(), dated.last, _NONE, ""),
    )


def _each(dated: Dated, match: re.Match[str]) -> tuple[Dated, ...]:
    """Give the days of a list one by one, or from the first to the last: "5, 6 and 7 May"."""
    year, month, last = dated.last
    places = [part.span() for part in _LISTED.finditer(match.string, *match.span("r0"))][:-1]
    places += [match.span("r1"), (match.start("r2"), match.end())]
    days = [number(match.string[slice(*place)]) for place in places[:-1]] + [last]
    if match["rm"] or days == list(range(days[0], days[-1] + 1)):
        first = dated.first if match["rm"] else (year, month, days[0])
        return (dated._replace(first=first),)
    return tuple(
        Dated(*place, (year, month, day), _NONE, "") for place, day in zip(places, days, strict=True)
    )


def _quarters(dated: Dated, match: re.Match[str]) -> tuple[Dated, ...]:
    """Give two quarters apart, or the months of those in a row: "the first and the third quarter"."""
    first, last = _place(match["qa"]), _place(match["q"])
    if match["qto"] in _THROUGH or last == first + 1 or match["part"] not in {"quarter", "trimestre"}:
        return (dated,)
    year = dated.last[0]
    return (
        Dated(match.start(), match.end("qa"), (year, 0, 0), _NONE, f"{year}-{32 + first}"),
        Dated(match.start("q"), match.end(), (year, 0, 0), _NONE, f"{year}-{32 + last}"),
    )


def _on(parts: tuple[int, int, int]) -> dt.date:
    return day_of(parts[0] or _LEAP, *parts[1:])


def _read(match: re.Match[str], text: Normalised) -> Dated | None:
    part = match.groupdict("")
    for test, reader in _READERS:
        if part[test]:
            by_case = part[test] in _BY_CASE and test in {"mm", "um", "bm"}
            if by_case and not text.plain[match.start(test)].isupper():
                return None
            found = reader(part)
            if found is None or (test in {"yy", "y1"} and not _is_year(match, text)):
                return None
            backwards = found[1][0] > 0 < found[0][0] and found[1] < found[0] and not found[2]
            if backwards or not _possible(found[0]) or not _possible(found[1]):
                return Dated(match.start(), match.end(), _NONE, _NONE, NO_DAY)
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
    return MONTHS[name.rstrip(".")] if name else 0


def _year_in(words: str) -> int:
    """Read a year, also where letters were read for its digits: "2O27"."""
    return number(words.replace("o", "0").replace("l", "1") if words[:1] == "2" else words)


def _range(part: dict[str, str]) -> _Read:
    last = (_year_in(part["ry2"]), _month(part["rm2"]), number(part["r2"]))
    begun = (_month(part["rm"]) or last[1], number(part["r1"]))
    return (number(part["ry"]) or _year_before(begun, last), *begun), last, ""


def _year_before(begun: tuple[int, int], last: tuple[int, int, int]) -> int:
    """Give the year in which a stretch begins that ends on ``last``: "15 December to 15 January 2027"."""
    return last[0] - (last[0] > 0 and begun > last[1:])


def _day_month(part: dict[str, str]) -> _Read:
    year = _year_in(part["y"]) or (_CENTURY_NOW + int(part["sy"]) if part["sy"] else 0)
    month = _month(part["m"])
    if part["d"] in LAST_DAY:
        leaps = month == _FEBRUARY and not year
        return (year, month, 0 if leaps else month_length(year or _LEAP, month)), _NONE, ""
    return (year, month, number(part["d"])), _NONE, ""


def _full_range(part: dict[str, str]) -> _Read:
    begun = (int(part["fy"]), _month(part["fm"]), int(part["f1"]))
    return begun, (int(part["fy2"]), _month(part["fm2"]), int(part["f2"])), ""


def _bare_month(part: dict[str, str]) -> _Read:
    last = _month(part["bm2"])
    return (0, _month(part["bm"]), 0), (0, last, 0) if last else _NONE, ""


def _month_day(part: dict[str, str]) -> _Read:
    year, begun = _year_in(part["uy"]), (_month(part["um"]), number(part["u1"]))
    if not part["u2"]:
        return (year, *begun), _NONE, ""
    last = (year, _month(part["um2"]) or begun[0], number(part["u2"]))
    return (_year_before(begun, last), *begun), last, ""


def _month_year(part: dict[str, str]) -> _Read:
    year, begun = _year_in(part["my"]), (_month(part["mm"]), 0)
    if not part["mm2"]:
        return (year, *begun), _NONE, ""
    last = (year, _month(part["mm2"]), 0)
    return (_year_in(part["my1"]) or _year_before(begun, last), *begun), last, ""


def _iso(part: dict[str, str]) -> _Read:
    return (int(part["iy"]), int(part["im"]), int(part["id"] or 0)), _NONE, ""


def _numeric(part: dict[str, str]) -> _Read:
    return _by_numbers(int(part["n1"]), int(part["n2"]), int(part["ny"]))


def _short_numeric(part: dict[str, str]) -> _Read:
    return _by_numbers(int(part["s1"]), int(part["s2"]), _CENTURY_NOW + int(part["syy"]))


def _by_numbers(day: int, month: int, year: int) -> _Read:
    if month > 12 >= day:  # noqa: PLR2004  months of a year
        day, month = month, day
    return (year, month, day), _NONE, ""


def _quarter(part: dict[str, str]) -> _Read:
    year = int(part["qy"])
    count = int(part["qn"] or 0) or _place(part["q"])
    length = 6 if part["part"] in {"half", "semestre"} else 3
    begun = _place(part["qa"])
    count, begun = min(count, 12 // length), min(begun, 12 // length)
    if begun:
        return (year, length * begun - length + 1, 0), (year, length * count, 0), ""
    if length == 6:  # noqa: PLR2004  months of a half
        return (year, length * count - 5, 0), (year, length * count, 0), ""
    return (year, 0, 0), _NONE, f"{year}-{32 + count}"


def _place(words: str) -> int:
    return QUARTERS.get(words) or number(words)


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
    ("fy", _full_range),
    ("u1", _month_day),
    ("mm", _month_year),
    ("iy", _iso),
    ("ny", _numeric),
    ("syy", _short_numeric),
    ("qy", _quarter),
    ("y1", _years),
    ("yy", _year),
    ("bm", _bare_month),
)
