"""Tell French from English by their small words."""

import re
from collections import Counter
from typing import Final

from tracker.core.errors import TrackerError

LANGUAGES: Final = ("en", "fr")

_SMALL_WORDS: Final = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "for",
            "is",
            "that",
            "with",
            "on",
            "by",
            "as",
            "be",
            "are",
            "this",
            "will",
            "shall",
            "it",
            "which",
            "from",
            "its",
            "at",
            "has",
            "their",
            "an",
            "have",
            "was",
            "or",
            "been",
            "not",
            "may",
            "other",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "des",
            "du",
            "et",
            "en",
            "un",
            "une",
            "pour",
            "que",
            "qui",
            "dans",
            "par",
            "au",
            "aux",
            "est",
            "sur",
            "ce",
            "cette",
            "ces",
            "sont",
            "avec",
            "ont",
            "son",
            "leur",
            "ses",
            "sera",
            "il",
            "elle",
            "ne",
            "pas",
            "ou",
            "plus",
            "entre",
        ]
    ),
}
_WORD = re.compile(r"[a-z]+[^\W\d_]*|[^\W\d_]+")
_SAMPLE = 60_000
_SHARE = 0.12
_FEW = 4


def detect_language(text: str) -> str:
    """Give ``en`` or ``fr``; raise where a text is neither."""
    pieces = text[:_SAMPLE].lower().split()
    times = Counter(pieces)
    glued = {piece for piece in times if not piece.isalpha()}
    apart = Counter(_WORD.findall(" ".join(filter(glued.__contains__, pieces))))
    words = sum(times.values()) - sum(map(times.__getitem__, glued)) + sum(apart.values())
    counts = {name: sum(times[word] + apart[word] for word in small) for name, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    if words and counts[best] >= max(_SHARE * words, min(_FEW, words // _FEW)):
        return best
    raise TrackerError(
        "the language was not recognised: supported are {languages}; if it is one of them, say which "
        "with --lang",
        languages=", ".join(LANGUAGES),
    )
