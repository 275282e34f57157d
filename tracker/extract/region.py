"""Which part of an agreement binds: after its recitals, before its signatures."""

import re
from typing import Final, NamedTuple

from tracker.extract.genre import AGREEMENT
from tracker.extract.normalise import Normalised
from tracker.extract.outline import Block
from tracker.extract.patterns import Pattern

_ENACTS: Final = Pattern(
    r"\b(?=[acdehios])(?:(?:have|has|do|hereby|having|is|are)(?: (?:hereby|therefore|mutually|jointly|"
    r"also|today|now|accordingly|been))*"
    r" (?:agreed?|reached|decided?|concluded?|come|resolved?|accepted|declare|adopted)\b[^.;]{0,160}?"
    r"(?:as follows|the following|as hereunder|\bthat\s?:|:)"
    r"|\bhave (?:agreed|reached (?:this|the) (?:following )?(?:agreement|"
    r"understanding))\b[^.;]{0,80}(?=[,:;]|\n)"
    r"|\bhave (?:entered into|concluded|adopted|drawn up|made) the following\b[^.;]{0,80}(?=[,:;]|\n)"
    r"|\bhave reached this (?:agreement|understanding)\b[^;]{0,500}?\.(?=\s)"
    r"|\bagree(?:s|d)? as follows|\b(?:sont|ont|est|a|ayant)(?: (?:mutuellement|ainsi|donc|tous|"
    r"egalement))* (?:convenu|arrete|decide|adopte|resolu)[es]*\b[^.;]{0,120}?"
    r"(?:ce qui suit|comme suit|suivante?s?|:)"
    r"|\b(?:conviennent|decident|declarent|arretent|convient)\b[^.;]{0,60}?(?:ce qui suit|comme suit|"
    r"suivante?s?|:\s*\n)"
    r"|\b(?:declare|express|state|affirm)s? (?:their|its|our) (?:[a-z]+ )?(?:intention|intent|"
    r"determination|commitment|willingness)\b[^.;]{0,200}?"
    r"(?:following|as follows|below|hereunder)\b[^.;:]{0,40}:"
    r"|\bil (?:a ete|est) (?:convenu|arrete|decide)[^.;]{0,60}?(?:ce qui suit|:))"
)
_RECITAL: Final = re.compile(
    r"[\"“«]?(?:and |et )?(?:recalling|recognizing|recognising|desiring|desirous|wishing|considering|"
    r"convinced|noting|whereas|mindful|aware|conscious|having regard|"
    r"bearing in mind|reaffirming|affirming|acknowledging|taking into account|emphasizing|emphasising|"
    r"believing|determined|inspired|guided|in view of|"
    r"pursuant to|welcoming|appreciating|understanding|seeking|animated|realizing|"
    r"rappelant|considerant|reconnaissant|desireux|desireuses?|souhaitant|convaincus?|convaincues?|conscients?|conscientes?|vu|notant|soucieux|soucieuses|"
    r"reaffirmant|tenant compte|ayant|animes|attendu|soulignant|persuades|determines|guides|inspires|"
    r"prenant)\b"
)
_CLOSES: Final = Pattern(
    r"(?:in witness (?:whereof|thereof)|in faith whereof|done (?:at|in|on|this)\b|signed (?:at|in|on|"
    r"by|this|for|and)\b|en foi de quoi|en temoin de quoi|fait (?:a|au|en|le)\b|signe[es]* (?:a|au|en|"
    r"le|par)\b|"
    r"for (?:and on behalf|the (?:government|republic|kingdom|university|united nations|[a-z]+ (?:of|"
    r"nations)))[^.]{0,80}(?::|\(sd|\(s\.|$)|pour (?:le gouvernement|la republique|"
    r"l'organisation)[^.]{0,80}(?::|\(s\.|$))"
)
_LEAST = 200
_SOON = 4
_OPENING = 40
_ONE: Final = re.compile(r"(?:^|\s)1[.)]*\s*$")
_MARK = 6


class Region(NamedTuple):
    """Where the operative part begins, in the normalised text."""

    start: int


def operative_region(folded: str, found: list[Block], genre: str) -> Region:
    """Find where the promises begin: behind the enacting words, or at the first article after recitals."""
    if genre != AGREEMENT:
        return Region(0)
    articles = [
        block
        for block in found
        if block.heading and folded.startswith(("article", "art", "section", "clause", "i\n"), block.start)
    ]
    limit = articles[0].start if articles else len(folded) // 2
    for match in _ENACTS.finditer(folded, 0, limit):
        begun = any(block.marker.startswith("number") and block.end < match.start() for block in found[1:])
        if not begun and (match.end() > _LEAST or is_recital(folded[: match.start()].lstrip())):
            return Region(match.end())
    recitals = [
        index for index, block in enumerate(found) if is_recital(folded[block.start : block.start + _OPENING])
    ]
    if articles and any(found[index].end <= limit for index in recitals):
        return Region(limit)
    if not articles and recitals:
        for block in found[recitals[-1] + 1 : recitals[-1] + _SOON]:
            first = _ONE.search(folded, max(0, block.start - _MARK), block.start)
            if block.marker.startswith("number") and first:
                return Region(block.start)
    return Region(0)


def is_recital(folded: str) -> bool:
    """Say whether a sentence only gives the reasons for an agreement."""
    return _RECITAL.match(folded) is not None


def recites(text: Normalised, start: int, end: int) -> bool:
    """Say whether a sentence is a recital that stands outside the preamble."""
    return text.plain[end - 1] in ";," and is_recital(text.folded[start:end])


def closes(folded: str, start: int, end: int) -> bool:
    """Say whether the signatures begin with the sentence at ``[start, end)``."""
    return _CLOSES.match(folded, start, end) is not None
