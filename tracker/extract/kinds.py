"""What a clause is about, by the weight of its words and of the heading it stands under."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import Final, NamedTuple

from tracker.extract.closeness import NEAR, OBJECT, closeness, head_of
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar
from tracker.extract.normalise import fold
from tracker.extract.rules import read_words
from tracker.extract.wording import Words, split_words

OTHER: Final = "other"
_LEAST = 3.2
# When a text is in force hardly anything else speaks of.
_LEASTS: Final = {"validity": 2.0}
_EXCEPTIONS: Final = frozenset({"unless", "except", "sauf", "moins", "hormis"})
_TALK: Final = "consultation"
_AFTER: Final = frozenset({"after", "following", "apres", "without", "sans"})
_ASIDE = 0.4
# How long something lasts and how it ends counts little where only its end is a date for something else.
_DISTANT: Final = {"validity": 0.4, "amendment-termination": 0.6}
_OF_ANOTHER = 0.25
# What follows from the end of the document counts as its end: "If denounced, the Parties decide …".
_ENDING: Final = "amendment-termination"
_CASE = 0.75
_IN_CASE: Final = frozenset({"en"})
_OBJECTS: Final = frozenset({"le", "la", "l'", "les", "y"})
_INSTRUMENTS: Final = read_words("words", "kinds_instruments")
_TITLE_ALONE = 0.6
_RUNNER_UP = 0.55
_PLAIN: Final = frozenset({"observer-status"})
_PLAIN_LEAST = 1.0
_PLAIN_FROM = 0.45
# Outside an agreement's articles, what several do together or what opens a new undertaking is a programme.
_PROGRAMME: Final = "joint-programme"
_ARTICLE: Final = re.compile(r"\W*(?:article|art\.|section|clause|titre|chapitre|\d|[ivx]+\b)", re.IGNORECASE)
_VENTURE = 4.8
_TOGETHER: Final = read_words("words", "kinds_together")
# Who is taught is no teaching where something else is done with him: "the experts shall be approved".
_PERSONS: Final = read_words("words", "kinds_persons")
_TAUGHT: Final = "capacity-building"
_OF_PERSONS = 0.35
# Verbs that only lead to another: "continue to support".
_GOES_ON: Final = ("continu", "seek", "cherch")


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
    news = "shall" not in words.words[begin:stop] and not _heads_article(title)
    verbs = _verbs(words, start, stop, trigger, rules)
    best_at: dict[tuple[str, int], float] = {}
    for kind, place, value in (
        *_of_words(words, begin, start, stop, trigger, rules),
        *_of_verb(words, verbs, stop, rules),
        *_of_case(words, begin, trigger.start, rules),
        *(_of_venture(words, verbs, rules) if news else ()),
    ):
        best_at[kind, place] = max(best_at.get((kind, place), 0.0), value)
    scores = _fading(best_at)
    spoken = set(scores)
    for kind, weight in _of_title(title, rules):
        scores[kind] = scores[kind] + weight if kind in scores else weight * _TITLE_ALONE
    ranked = sorted(scores.items(), key=lambda row: -row[1])
    if not ranked or ranked[0][1] < _least(ranked[0][0], spoken):
        if news and not _TOGETHER.isdisjoint(words.words[begin : trigger.start]):
            return Kinds((_PROGRAMME, OTHER), 0.4)
        return Kinds((OTHER, *(kind for kind, _ in ranked[:1] if kind != OTHER)), 0.4)
    best = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    names = tuple(kind for kind, score in ranked[:3] if score >= _RUNNER_UP * best)
    return Kinds(names, min(1.0, 0.5 + (best - second) / (2 * best)))


def _least(kind: str, spoken: set[str]) -> float:
    """Give what must speak for a kind: less where words of the clause and no heading alone do."""
    return _LEASTS.get(kind, _LEAST) if kind in spoken else _LEAST


def _of_words(
    words: Words, begin: int, start: int, stop: int, trigger: slice, rules: Grammar
) -> Iterator[tuple[str, int, float]]:
    """Yield the kinds that words speak for, where, and by how much as they stand to the verb."""
    phrases = list(rules.kinds.search(words.words, start, stop))
    if not phrases:
        return
    shares = closeness(words, start, trigger, stop, phrases[-1].start + 1, rules)
    excepts = map(_EXCEPTIONS.__contains__, words.words[trigger.stop : stop])
    exception = next(compress(range(trigger.stop, stop), excepts), stop)
    of_text = _speaks_of_text(words.words, begin, trigger, stop, rules)
    for found in phrases:
        kind, weight = found.label
        share = shares[found.start - start]
        share = max(share, _PLAIN_LEAST) if kind in _PLAIN and share >= _PLAIN_FROM else share
        if kind in _DISTANT and not of_text:
            share *= _OF_ANOTHER
        elif kind in _DISTANT and share < NEAR:
            share *= _DISTANT[kind]
        governed = share >= OBJECT and found.start >= trigger.start
        if kind == _TAUGHT and not governed and words.words[found.end - 1] in _PERSONS:
            share *= _OF_PERSONS
        aside = found.start > exception or (kind == _TALK and words.words[found.start - 1] in _AFTER)
        yield kind, found.start, weight * share * (_ASIDE if aside else 1.0)


def _speaks_of_text(words: list[str], begin: int, trigger: slice, stop: int, rules: Grammar) -> bool:
    """Say whether a clause speaks of the document, or shares its subject with the clause before."""
    if begin == trigger.start < trigger.stop and words[begin] not in rules.determiners:
        return True
    if not _INSTRUMENTS.isdisjoint(words[begin:stop]):
        return True
    return rules.language == "fr" and any(
        words[at] in _OBJECTS and has_tense(words[at + 1], "infinitive") for at in range(begin, stop - 1)
    )


def _of_verb(words: Words, verbs: list[int], stop: int, rules: Grammar) -> Iterator[tuple[str, int, float]]:
    """Yield what the verb itself speaks for: the trigger where it is one, or the word that it leads to."""
    for place in verbs:
        for found in rules.heads.at(words.words, place, stop):
            kind, weight = found.label
            yield kind, place, weight * OBJECT


def _of_case(words: Words, begin: int, stop: int, rules: Grammar) -> Iterator[tuple[str, int, float]]:
    """Yield the end or the change of the document where a clause says what follows from it."""
    if begin >= stop or not (words.words[begin] in rules.openings or words.words[begin] in _IN_CASE):
        return
    end = next((at for at in range(stop - 1, begin, -1) if words.words[at] == ","), stop)
    for found in rules.kinds.search(words.words, begin, end):
        kind, weight = found.label
        if kind == _ENDING:
            yield kind, found.start, weight * _CASE
            return


def _of_venture(words: Words, verbs: list[int], rules: Grammar) -> Iterator[tuple[str, int, float]]:
    """Yield a programme where the verb opens or widens an undertaking."""
    for place in verbs:
        if words.words[place].startswith(_ventures(rules.language)):
            yield _PROGRAMME, place, _VENTURE


def _verbs(words: Words, start: int, stop: int, trigger: slice, rules: Grammar) -> list[int]:
    """Give where the verb of a clause may stand."""
    if not words.words:
        return []
    head = head_of(words.words, trigger.stop, stop, rules)
    led = head + 2 if head + 2 < stop and words.words[head].startswith(_GOES_ON) else head
    return [place for place in sorted({trigger.start, trigger.stop - 1, head, led}) if start <= place < stop]


@cache
def _ventures(language: str) -> tuple[str, ...]:
    """Give how the verbs begin that open or widen an undertaking."""
    return tuple(read_words(language, "kinds_ventures"))


@lru_cache(maxsize=64)
def _heads_article(title: str) -> bool:
    """Say whether a heading is that of an article."""
    return _ARTICLE.match(title) is not None


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
        if len(found) > 1
        else found[0]
        for kind, found in values.items()
    }
