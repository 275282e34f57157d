"""The subject proper among what introduces it and what is put aside within it."""

from itertools import compress
from typing import Final

from tracker.extract.grammar import Grammar
from tracker.extract.normalise import Normalised
from tracker.extract.rules import read_words
from tracker.extract.wording import Words

_DASHES: Final = frozenset({"-", "–", "—"})
_BEFORE_ASIDE: Final = frozenset(
    {
        *("in", "with", "through", "after", "upon", "at", "on", "by", "within", "following", "subject", "if"),
        *("en", "avec", "par", "dans", "sur", "apres", "via", "sous", "lors", "si", "conformement", "selon"),
        *("as", "where", "when", "including", "acting", "agissant", "notamment", "lorsque", "de", "d'"),
        *("created", "established", "composed", "consisting", "represented", "appointed", "constituted"),
        *("cree", "creee", "compose", "composee", "represente", "representee", "institue", "instituee"),
    }
)
_GOVERNS: Final = (
    _BEFORE_ASIDE | read_words("words", "clauses_of") | {"under", "between", "entre", "that", "que"}
)
_JOINS: Final = frozenset({"and", "et"})
_AFTER_ASIDE: Final = frozenset({",", ")"}) | _DASHES
_EACH: Final = frozenset({"each", "either", "neither", "any", "all", "both", "none"})
_NEITHER: Final = frozenset({"neither", "ni"})
_TASKS: Final = read_words("words", "subject_tasks")
_OF: Final = frozenset({"of", "de", "du", "des", "d'"})
JOINTLY: Final = (
    *(["jointly", "with"], ["together", "with"], ["in", "conjunction"], ["ensemble", "avec"]),
    *(["conjointement", "avec"], ["en", "commun"]),
)
_NO: Final = (["no"], ["not"])
_LATER: Final = (["later"], ["earlier"], ["sooner"], ["less"], ["more"], ["before"], ["until"])
_EVERY: Final = (["each"], ["every"], ["chaque"])
_PERIODS: Final = frozenset(
    {"day", "week", "month", "quarter", "semester", "year", "jour", "semaine", "mois", "trimestre", "annee"}
)
_ADVERBS: Final = frozenset({"also", "then", "further", "now", "later", "egalement", "aussi", "ensuite"})
_LABEL: Final = ":"
_COMMA: Final = ","
_OPENS_ASIDE: Final = _DASHES | {_COMMA, "("}


def core_of(text: Normalised, words: Words, start: int, stop: int, rules: Grammar) -> tuple[int, int]:
    """Give words ``[start, stop)`` without an introduction and without ", in agreement with B, " behind."""
    tokens = words.words
    if _LABEL in tokens[start:stop]:
        start = next((at + 1 for at in range(stop - 2, start, -1) if tokens[at] == _LABEL), start)
    while stop > start + 1 and tokens[stop - 1] in _ADVERBS:
        stop -= 1
    bounds = tokens[start : start + 1] in _NO and tokens[start + 1 : start + 2] in _LATER
    bounds = bounds or (
        tokens[start : start + 1] in _EVERY and not _PERIODS.isdisjoint(tokens[start + 1 : start + 3])
    )
    if start < stop and (tokens[start] in rules.openings or bounds):
        start = _after_introduction(text, words, start, stop, rules)
    start = _named_behind(tokens, start, stop, rules)
    opens = map(_OPENS_ASIDE.__contains__, tokens[start + 1 : max(start + 1, stop - 1)])
    for place in compress(range(start + 1, stop - 1), opens):
        if tokens[place] == _COMMA and tokens[place + 1 : place + 3] in JOINTLY:
            return start, stop
        put_aside = tokens[place] in _DASHES or tokens[place] == "("
        put_aside = put_aside or (tokens[place] == _COMMA and tokens[place + 1] in _BEFORE_ASIDE)
        if put_aside and not _goes_on(text, words, place, stop):
            return start, place
    return start, stop


def _named_behind(tokens: list[str], start: int, stop: int, rules: Grammar) -> int:
    """Give where a subject begins behind what only leads to it: "each of", "neither", "the functions of"."""
    if tokens[start + 1 : start + 2] == [_COMMA] and _is_adverb(tokens, start, stop, rules):
        start += 2
    if start + 1 < stop and tokens[start] in _NEITHER and tokens[start + 1] in rules.articles:
        start += 1  # "neither the Council nor the Bank"
    if start + 1 < stop and tokens[start] in _EACH and tokens[start + 1] == "of":
        start += 2
    if start + 3 < stop and tokens[start + 1] in _TASKS and tokens[start + 2] in _OF:
        start += 3  # "the functions of the Secretariat" are its own to carry out
    return start


def _is_adverb(tokens: list[str], start: int, stop: int, rules: Grammar) -> bool:
    """Say whether one word before a comma only leads to the subject: "Similarly, the Bank shall"."""
    behind = tokens[start + 2 : stop]
    return behind[:1] != [] and behind[0] in rules.articles and _COMMA not in behind


def _goes_on(text: Normalised, words: Words, place: int, stop: int) -> bool:
    """Say whether a further name is joined behind an aside: "A, including its boards, and B"."""
    return any(
        words.words[at] in _JOINS and text.plain[words.starts[at + 1]].isupper()
        for at in range(place + 1, stop - 1)
        if words.words[at - 1] in _AFTER_ASIDE
    )


def _after_introduction(text: Normalised, words: Words, start: int, stop: int, rules: Grammar) -> int:
    tokens = words.words
    for place in range(stop - 2, start, -1):
        named = text.plain[words.starts[place + 1]].isupper()
        if tokens[place] == _COMMA and (tokens[place + 1] in rules.determiners or named):
            return place + 1
        alone = tokens[place] in rules.determiners and tokens[place - 1] not in _GOVERNS
        if alone and named and not text.plain[words.starts[place]].isupper():
            return place
    return start
