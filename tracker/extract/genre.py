"""Tell an agreement from news about one: the same "will" promises in the one and praises in the other."""

import re
from functools import cache
from typing import Final

from tracker.extract.outline import Block
from tracker.extract.rules import read_rules
from tracker.extract.wording import Lexicon, Words

AGREEMENT: Final = "agreement"
PRESS: Final = "press"

_MOST = 4
_MOST_SHALL = 12
_SAMPLE = 12_000
_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][\w' -]{2,40}(?:, [A-ZÀ-Þ]\w+)?,? (?:\(\w+\) ?[-–—] ?)?(?:le )?"
    r"(?:\d{1,2}(?:er)? [^\W\d]{3,9}\.?|[^\W\d]{3,9}\.? \d{1,2},?)(?: \d{4})?,?(?: ?[(/] ?[\w ]{2,30}[)/])?"
    r" ?[-–—:] ?(?=[A-ZÀ-Þ])"
)
_OF_DATELINE = 4
_ARTICLE = re.compile(r"(?:article|art\.|section|clause|chapitre|titre)\b", re.IGNORECASE)


@cache
def _signs() -> Lexicon[tuple[str, int, str]]:
    """Give the phrases that speak for a genre: its name, their weight and the phrase itself."""
    rows = (row.split(": ", 1) for row in read_rules("shared")["genre"])
    parts = ((*head.split(" "), phrase) for head, phrase in rows)
    return Lexicon((phrase, (genre, int(weight), phrase)) for genre, weight, phrase in parts)


def tell_genre(words: Words, blocks: list[Block], plain: str) -> str:
    """Give ``agreement`` or ``press``; no sign counts more than a few times."""
    counts: dict[tuple[str, int, str], int] = {}
    for found in _signs().search(words.words, 0, min(len(words.words), _SAMPLE)):
        counts[found.label] = counts.get(found.label, 0) + 1
    scores = {AGREEMENT: 0, PRESS: 0}
    for (genre, weight, phrase), count in counts.items():
        scores[genre] += weight * min(count, _MOST_SHALL if phrase == "shall" else _MOST)
    if _DATELINE.match(plain):
        scores[PRESS] += _OF_DATELINE
    articles = sum(block.heading and _ARTICLE.match(plain, block.start) is not None for block in blocks)
    scores[AGREEMENT] += 3 * min(articles, _MOST)
    scores[AGREEMENT] += min(sum(block.lead >= 0 for block in blocks), _MOST) // 2
    return AGREEMENT if scores[AGREEMENT] >= scores[PRESS] else PRESS
