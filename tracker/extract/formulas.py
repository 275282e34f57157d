"""Parties by the formula that gives each a term: "The Fund for Water, … (hereinafter "the Fund"), and …"."""

import re
from typing import Final

from tracker.extract.defined_terms import NO_ACTOR
from tracker.extract.names import COLLECTIVE, HEADS, SERIES, Naming
from tracker.extract.normalise import fold
from tracker.extract.patterns import Pattern

_DEFINES: Final = Pattern(
    r"(?:[,(]?\s?(?:(?:herein|here)(?:in)?after|ci-après|désormais)[^\"“«;\n]{0,60}|\((?:the )?)"
    r"[\"“«]\s?(?:the |le |la |les |l')?(?P<term>[^\"”»\n]{2,60}?)\s?[\"”»]\)?",
    ('"', "“", "«"),
    re.IGNORECASE,
)
_BEGINS: Final = Pattern(
    r"(?:^|\n|[:;]\s)|\b(?:between|among|entre|BETWEEN|ENTRE)\s"
    r"|\b(?:d'une part|of the one part|on the one hand),? "
)
_LEADS: Final = re.compile(
    r"(?:[\s,;:)\"”»]|\d[.)]|[-–•] "
    r"|(?:d'une part|d'autre part|of the (?:one|other) part|on the (?:one|other) (?:hand|part)"
    r"|and|et|between|entre)\b)*",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:the |le |la |les |l')", re.IGNORECASE)
_ENDS: Final = re.compile(
    r",\s|\(|\n\s*\n|\s(?:dont|représentée?s?|sise?s?|ayant|domiciliée?|having|whose|represented|acting|"
    r"with its|established|organi[sz]ed under|a |an |un |une )\b"
)
_JOINED: Final = re.compile(
    r".*(?:,|\n)\s*(?:and|et)\b:?\s*(?:\n\s*|(?=(?:the|le|la|les) |l'))", re.IGNORECASE | re.DOTALL
)
_FARTHEST: Final = 700
_LONGEST: Final = 120
_TWO: Final = 2


def formally_defined(head: str, naming: Naming) -> None:
    """Take each name that a formula gives a term, as it is written, if there are two of them or more."""
    found: list[tuple[str, str]] = []
    last = 0
    for match in _DEFINES.finditer(head):
        term = match["term"].strip()
        if not COLLECTIVE.match(fold(term)) and not NO_ACTOR.search(fold(term)):
            name = _name(head[max(last, match.start() - _FARTHEST) : match.start()], first=not found)
            found += [(name, term)] if name else []
        last = match.end()
    if len(found) >= _TWO:
        for name, term in found:
            naming.define(name, term)


def _name(before: str, *, first: bool) -> str:
    """Give the name that stands before a term, behind what only leads to it; "" for none."""
    if first:
        starts = [match.end() for match in _BEGINS.finditer(before)]
        before = next((before[at:] for at in reversed(starts) if _opens(before[at:])), "")
    joined = _JOINED.match(before)
    before = before[joined.end() if joined else 0 :]
    opened = _LEADS.match(before)
    rest = before[opened.end() if opened else 0 :]
    article = _ARTICLE.match(rest)
    rest = rest[article.end() if article else 0 :]
    ends = _ENDS.search(rest)
    while ends is not None and SERIES.match(rest, ends.start()):
        ends = _ENDS.search(rest, SERIES.match(rest, ends.start()).end())  # type: ignore[union-attr]
    name = " ".join(rest[: ends.start() if ends else None].split())
    is_name = name[:1].isupper() or HEADS.match(fold(name)) is not None
    return name[:1].upper() + name[1:] if is_name and len(name) <= _LONGEST else ""


def _opens(text: str) -> bool:
    """Say whether a name begins a text."""
    opened = _LEADS.match(text)
    rest = text[opened.end() if opened else 0 :]
    return bool(rest) and (rest[0].isupper() or _ARTICLE.match(rest) is not None)
