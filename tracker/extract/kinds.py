"""What a clause is about, by the weight of its words and of the heading it stands under."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from tracker.extract.french import has_tense
from tracker.extract.government import NEAR, OBJECT, closeness, head_of
from tracker.extract.grammar import Grammar
from tracker.extract.normalise import fold
from tracker.extract.rules import read_words
from tracker.extract.wording import Found, Words, split_words

OTHER: Final = "other"
_LEAST = 3.2
_EXCEPTIONS: Final = frozenset({"unless", "except", "sauf", "moins", "hormis"})
_TALK: Final = "consultation"
_AFTER: Final = frozenset({"after", "following", "apres", "without", "sans"})
_ASIDE = 0.4
# How long something lasts and how it ends counts little where only its end is a date for something else.
_DISTANT: Final = {"validity": 0.4, "amendment-termination": 0.6}
_OF_ANOTHER = 0.25
_OBJECTS: Final = frozenset({"le", "la", "l'", "les", "y"})
_INSTRUMENTS: Final = read_words("words", "kinds_instruments")
_TITLE_ALONE = 0.6
_RUNNER_UP = 0.55
_PLAIN: Final = frozenset({"observer-status"})
_PLAIN_LEAST = 1.0
_PLAIN_FROM = 0.45


class Kinds(NamedTuple):
    """Kinds from the likeliest on, and how clear the first one is (0 to 1)."""

    names: tuple[str, ...]
    clarity: float


def find_kinds(
    words: Words, begin: int, start: int, stop: int, trigger: slice, title: str, rules: Grammar
) -> Kinds:
    """Score words ``[start, stop)`` of a clause from ``begin``; ``trigger`` is where the verb stands.

    The subject counts only where it is a thing ("the meetings shall …"): the caller leaves an
    actor's name out of the span.
    """
    best_at: dict[tuple[str, int], float] = {}
    shares = closeness(words, start, trigger, stop, rules)
    exception = next((at for at in range(trigger.stop, stop) if words.words[at] in _EXCEPTIONS), stop)
    of_text = _speaks_of_text(words.words, begin, trigger, stop, rules)
    for found in rules.kinds.search(words.words, start, stop):
        kind, weight = found.label
        share = shares[found.start - start]
        share = max(share, _PLAIN_LEAST) if kind in _PLAIN and share >= _PLAIN_FROM else share
        if kind in _DISTANT and not of_text:
            share *= _OF_ANOTHER
        elif kind in _DISTANT and share < NEAR:
            share *= _DISTANT[kind]
        aside = found.start > exception or (kind == _TALK and words.words[found.start - 1] in _AFTER)
        share *= _ASIDE if aside else 1.0
        best_at[kind, found.start] = max(best_at.get((kind, found.start), 0.0), weight * share)
    for found in _of_verb(words, start, stop, trigger, rules):
        kind, weight = found.label
        best_at[kind, found.start] = max(best_at.get((kind, found.start), 0.0), weight * OBJECT)
    scores = _fading(best_at)
    for kind, weight in _of_title(title, rules):
        scores[kind] = scores[kind] + weight if kind in scores else weight * _TITLE_ALONE
    ranked = sorted(scores.items(), key=lambda row: -row[1])
    if not ranked or ranked[0][1] < _LEAST:
        return Kinds((OTHER, *(kind for kind, _ in ranked[:1] if kind != OTHER)), 0.4)
    best = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    names = tuple(kind for kind, score in ranked[:3] if score >= _RUNNER_UP * best)
    return Kinds(names, min(1.0, 0.5 + (best - second) / (2 * best)))


def _speaks_of_text(words: list[str], begin: int, trigger: slice, stop: int, rules: Grammar) -> bool:
    """Say whether a clause speaks of the document, or shares its subject with the clause before."""
    if begin == trigger.start < trigger.stop and words[begin] not in rules.determiners:
        return True
    if not _INSTRUMENTS.isdisjoint(words[begin:stop]):
        return True
    return rules.language == "fr" and any(
        words[at] in _OBJECTS and has_tense(words[at + 1], "infinitive") for at in range(begin, stop - 1)
    )


def _of_verb(
    words: Words, start: int, stop: int, trigger: slice, rules: Grammar
) -> Iterator[Found[tuple[str, int]]]:
    """Yield what the verb itself speaks for: the trigger where it is one, or the word that it leads to."""
    tokens = words.words
    places = (
        {trigger.start, trigger.stop - 1, head_of(tokens, trigger.stop, stop, rules)}
        if tokens
        else set[int]()
    )
    for place in sorted(places):
        if start <= place < stop:
            yield from rules.heads.at(tokens, place, stop)


@lru_cache(maxsize=64)
def _of_title(title: str, rules: Grammar) -> tuple[tuple[str, int], ...]:
    """Give what a heading speaks for; the clauses of one article share it."""
    words = split_words(fold(title)).words
    best: dict[str, int] = {}
    for found in rules.titles.search(words, 0, len(words)):
        kind, weight = found.label
        best[kind] = max(best.get(kind, 0), weight)
    return tuple(best.items())


def _fading(best_at: dict[tuple[str, int], float]) -> dict[str, float]:
    """Add up what speaks for each kind, every further word counting half of the one before."""
    values: dict[str, list[float]] = {}
    for (kind, _), value in best_at.items():
        values.setdefault(kind, []).append(value)
    return {
        kind: sum(value / 2**place for place, value in enumerate(sorted(found, reverse=True)))
        for kind, found in values.items()
    }
