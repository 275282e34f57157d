"""The document's own date: when an agreement was signed, what the dateline of news says."""

import re
from collections.abc import Iterator
from typing import Final

from tracker.extract.dated import Dated, Stated, settle, within
from tracker.extract.instruments import INSTRUMENT, is_dated
from tracker.extract.normalise import Normalised
from tracker.extract.outline import PROMISES
from tracker.extract.region import is_recital

_SIGNS: Final = (
    r"(?:done|signed|made|executed|concluded|adopted|agreed|entered into|dated?|fait|signe[es]*|conclue?s?|"
    r"adoptee?s?|datee?s?)\b"
)
_OPENS: Final = re.compile(
    r"\W*(?:(?:ainsi|thus|and|et|place and|lieu et) )?"
    rf"(?:{_SIGNS}|signature\b|in (?:witness|faith)|en (?:foi|temoin))"
)
_UNTIL: Final = re.compile(r"(?:jusqu'a?u? ?|avant le |until |before |by )(?:the )?$")
_THIS: Final = re.compile(
    rf"\W*(?:this|the present|le present|la presente|cette|cet|ce) (?P<between>[^.;]{{0,80}}?)"
    rf"\b(?!dates?\b){_SIGNS}"
)
_LASTS: Final = re.compile(
    r"\b(?:for|pour) (?:a|an|the|une?|la)? ?(?:\w+ )?(?:period|term|duration|duree|periode)\b"
    r"|\buntil\b|\bjusqu|\b(?:from|as of|a compter|a partir)\b"
)
"""Of what a text is concluded for: the day behind it is none of its signature."""
_LABEL: Final = re.compile(
    r"\b(?:dated?|signed|signature|done|fait|signe)(?: (?:on|at|le|a|of|de))*(?: [\w'-]+)?"
    r"\s*[:,]?\s*(?:on |the |le )?$"
)
_ADOPTED = re.compile(r"\b(?:adopted|concluded|of|du|signed|adopte[es]*|dated|le|on) (?:this |the )?$")
_NUMBERED: Final = re.compile(r"\W*(?:\d{1,3}[.)]|article|\(?[a-z]\)) ")
_HELD: Final = re.compile(
    r"\b(?:was|were|has been|est|s'est|a ete|ont ete) (?:held|convened|tenue?s?|reunie?s?)\b|\bmet\b"
)
_ANOTHER: Final = re.compile(
    r"\b(?:the|an|of|to|in|by|under|with|its|their|la|le|les|au|du|de|a|par|leur) $|\b[ld]'$"
)
_ANNEX: Final = re.compile(r"\n\W*(?:annex|appendi|schedule|attachment|enclosure|piece jointe)")
_FOR: Final = re.compile(r"(?:^|\n)\W*(?:for(?! the purposes?)|pour)\b[^.;\n]{0,80}(?:\n|$)")
_CAPITAL: Final = re.compile(r"[\W_]*(?:[^\W\d_a-z]|$)")
_LINKS: Final = frozenset(
    {
        "le",
        "on",
        "the",
        "at",
        "in",
        "of",
        "a",
        "for",
        "and",
        "pour",
        "et",
        "du",
        "de",
        "la",
        "les",
        "this",
        "day",
    }
)
_WORD: Final = re.compile(r"[^\s,.;:()/'-]+")
_SENTENCE: Final = re.compile(r"[.;] (?=\S)")
_LONGEST: Final = 400
_HEAD: Final = 700
_BEFORE: Final = 20
_TOGETHER: Final = 600
_MOST_WORDS: Final = 24
_FEW_WORDS: Final = 6
_ABOVE: Final = 300
_FULL_DAY: Final = len("2000-01-01")


def own_date(dates: list[Dated], text: Normalised, genre: str) -> str:
    """Give the document's date as EDTF, or ``""``: signed for an agreement, the dateline of news.

    Of the days on which an agreement was signed in several places it is the last.
    """
    stated = settle(dates, "")
    if genre == "agreement":
        return _signed(stated, text)
    days = [date for date in stated if len(date.edtf) == _FULL_DAY] or [
        _last_day(date) for date in stated if _is_day(_last_day(date))
    ]
    head = [date for date in days if date.start < _HEAD]
    alone = [date for date in days if _alone(text.plain, date)]
    days = [date for date in days if not is_dated(text.folded[max(0, date.start - _LONGEST) : date.start])]
    for found in (head, alone, days):
        if found:
            return found[0].edtf
    return ""


def _last_day(date: Stated) -> Stated:
    return date._replace(edtf=date.edtf.rsplit("/", maxsplit=1)[-1])


def _is_day(date: Stated) -> bool:
    return len(date.edtf) == _FULL_DAY


def _signed(stated: list[Stated], text: Normalised) -> str:
    """Give the last day of the signatures, which stand together; else the day that the title names."""
    days = [_last_day(date) for date in stated if _is_day(_last_day(date))]
    alone = {date.start for date in stated if _is_day(date)}  # nobody signs from one day to another
    told = [date for date in days if _signs(text, date) or (date.start in alone and _by_whom(text, date))]
    placed = [date for date in days if date.start in alone and _closes(text, days, date)]
    if told or placed:
        return max(_together(text, sorted({*told, *placed}), (told or placed)[-1]))
    head = (date for date in days if date.start < _HEAD and _names(text, date))
    return next((date.edtf for date in head), "")


def _together(text: Normalised, signed: list[Stated], last: Stated) -> Iterator[str]:
    """Yield the days that stand near one of the signatures: those of each party."""
    place = signed.index(last)
    for found in (signed[place::-1], signed[place:]):
        near = last
        for date in found:
            between = sorted((date.start, near.start))
            if between[1] - between[0] > _TOGETHER or _ANNEX.search(text.folded, *between):
                break
            yield date.edtf
            near = date


def _line(text: Normalised, date: Stated) -> tuple[int, int]:
    end = text.folded.find("\n", date.end)
    return text.folded.rfind("\n", 0, date.start) + 1, end if end >= 0 else len(text.folded)


def _signs(text: Normalised, date: Stated) -> bool:
    """Say whether the sentence of a date states the signature of this text: "Done at Cairo on …"."""
    begin, _ = _line(text, date)
    before = text.folded[max(begin, date.start - _LONGEST) : date.start]
    sentence = _SENTENCE.split(before)[-1]
    if _UNTIL.search(sentence):
        return False
    if _OPENS.match(sentence):
        return True
    this = _THIS.match(sentence)
    if this is None or _LASTS.search(sentence, this.end()):
        return False
    named = INSTRUMENT.search(this["between"])
    return named is None or INSTRUMENT.search(this["between"], named.end()) is None


def _by_whom(text: Normalised, date: Stated) -> bool:
    """Say whether a date stands by the word "Date:", or below for whom somebody signs."""
    begin, end = _line(text, date)
    before = text.folded[max(begin, date.start - _LONGEST) : date.start]
    if end - begin > _LONGEST or is_recital(before) or PROMISES.search(before):
        return False
    if _names_another(before) or _NUMBERED.match(before):
        return False
    above = text.folded[max(0, begin - _ABOVE) : date.start]
    return _LABEL.search(before) is not None or (_FOR.search(above) is not None and _is_short(before))


def _is_short(words: str) -> bool:
    return len(words.split()) <= _FEW_WORDS


def _closes(text: Normalised, days: list[Stated], date: Stated) -> bool:
    """Say whether a line holds nothing but names, places and days, as the signatures do."""
    begin, end = _line(text, date)
    if end - begin > _LONGEST or is_recital(text.folded[begin:end]):
        return False
    rest = _without(text.plain, days, begin, end)
    if not rest or len(rest) > _MOST_WORDS or _names_another(text.folded[begin : date.start]):
        return False
    placed = text.plain[begin : date.start].rstrip().endswith(",") or rest[-1] in {"le", "on", "the"}
    return placed and all(_CAPITAL.match(word) or word.lower() in _LINKS for word in rest)


def _without(plain: str, days: list[Stated], begin: int, end: int) -> list[str]:
    """Give the words of a line but for its dates."""
    words, at = [], begin
    for date in within(days, begin, end):
        words += _WORD.findall(plain, at, date.start)
        at = date.end
    return words + _WORD.findall(plain, at, end)


def _names(text: Normalised, date: Stated) -> bool:
    """Say whether a date near the head is this text's: "Convention du 8 mars 1971"."""
    begin, end = _line(text, date)
    before = text.folded[begin : date.start]
    if is_recital(text.folded[begin:end].lstrip()) or PROMISES.search(before):
        return False
    if _NUMBERED.match(before) and not _HELD.search(before):
        return False
    named = _ADOPTED.search(before[-_BEFORE:]) is not None or _alone(text.plain, date)
    return named and not _names_another(before)


def _names_another(before: str) -> bool:
    """Say whether a line comes to its date by a text that it names: "as foreseen in the Agreement of"."""
    found = list(INSTRUMENT.finditer(before))
    return bool(found) and _ANOTHER.search(before[: found[-1].start()]) is not None


def _alone(plain: str, date: Stated) -> bool:
    start = plain.rfind("\n", 0, date.start) + 1
    end = plain.find("\n", date.end)
    return plain[start : date.start].strip() == plain[date.end : end if end >= 0 else None].strip() == ""
