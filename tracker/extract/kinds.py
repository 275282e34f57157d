"""What a clause is about, by the weight of its words and of the heading it stands under."""

from functools import lru_cache
from typing import Final, NamedTuple

from tracker.extract.grammar import Grammar
from tracker.extract.normalise import fold
from tracker.extract.wording import Words, split_words

OTHER: Final = "other"
# The verb and what it governs first count most; the tail of purposes and means least.
_SHARES: Final = ((2, 1.4), (5, 1.0), (10, 0.8), (24, 0.5))
_TAIL = 0.3
_LEAST = 3.5
_EXCEPTIONS: Final = frozenset({"unless", "except", "sauf", "moins", "hormis"})
_TALK: Final = "consultation"
_AFTER: Final = frozenset({"after", "following", "apres", "without", "sans"})
_ASIDE = 0.4
_RUNNER_UP = 0.55
_PLAIN: Final = frozenset({"observer-status"})


class Kinds(NamedTuple):
    """Kinds from the likeliest on, and how clear the first one is (0 to 1)."""

    names: tuple[str, ...]
    clarity: float


def find_kinds(words: Words, start: int, stop: int, verb: int, title: str, rules: Grammar) -> Kinds:
    """Score words ``[start, stop)``; ``verb`` is where the trigger ends.

    The subject counts only where it is a thing ("the meetings shall …"): the caller leaves an
    actor's name out of the span.
    """
    best_at: dict[tuple[str, int], float] = {}
    exception = next((at for at in range(verb, stop) if words.words[at] in _EXCEPTIONS), stop)
    for found in rules.kinds.search(words.words, start, stop):
        kind, weight = found.label
        distance = found.start - verb if found.start >= verb - 1 else found.start - start
        share = 1.0 if kind in _PLAIN else _share(distance)
        aside = found.start > exception or (kind == _TALK and words.words[found.start - 1] in _AFTER)
        share *= _ASIDE if aside else 1.0
        best_at[kind, found.start] = max(best_at.get((kind, found.start), 0.0), weight * share)
    scores = _fading(best_at)
    for kind, weight in _of_title(title, rules):
        scores[kind] = scores.get(kind, 0) + weight
    ranked = sorted(scores.items(), key=lambda row: -row[1])
    if not ranked or ranked[0][1] < _LEAST:
        return Kinds((OTHER, *(kind for kind, _ in ranked[:1])), 0.4)
    best = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    names = tuple(kind for kind, score in ranked[:3] if score >= _RUNNER_UP * best)
    return Kinds(names, min(1.0, 0.5 + (best - second) / (2 * best)))


@lru_cache(maxsize=64)
def _of_title(title: str, rules: Grammar) -> tuple[tuple[str, int], ...]:
    """Give what a heading speaks for; the clauses of one article share it."""
    words = split_words(fold(title)).words
    return tuple(found.label for found in rules.titles.search(words, 0, len(words)))


def _fading(best_at: dict[tuple[str, int], float]) -> dict[str, float]:
    """Add up what speaks for each kind, every further word counting half of the one before."""
    values: dict[str, list[float]] = {}
    for (kind, _), value in best_at.items():
        values.setdefault(kind, []).append(value)
    return {
        kind: sum(value / 2**place for place, value in enumerate(sorted(found, reverse=True)))
        for kind, found in values.items()
    }


def _share(distance: int) -> float:
    return next((share for limit, share in _SHARES if distance < limit), _TAIL)
