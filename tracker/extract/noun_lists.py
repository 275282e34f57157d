"""Promises listed as nouns: "the measures include the closure of the border and the freezing of …"."""

from typing import Final

from tracker.extract.grammar import Grammar
from tracker.extract.rules import read_words

DECISIONS: Final = "decisions"
ENUMERATES: Final = frozenset(
    {DECISIONS, "prevoir", "provides", "convenu", "convenir", "agreed", "agree", "decider", "decide"}
)
_JOINS: Final = frozenset({",", ";", "et", "and", "que", "well"})
_OF: Final = {
    "en": frozenset({"of", "for", "to"}),
    "fr": frozenset({"de", "d'", "du", "des", "a", "au", "aux"}),
}
_EXAMPLES: Final = frozenset({"notamment", "particulier", "including", "particular", "especially"})
_PARTS: Final = frozenset({",", ";", "«", "“"})
_QUALIFIED = 4


def first_noun(words: list[str], start: int, stop: int) -> int:
    """Give where the first noun begins behind what only leads to it: "mais aussi, « le gel …"."""
    leads_to = read_words("words", "leads_to")
    while start < stop and words[start] in leads_to:
        start += 1
    return start


def noun_items(words: list[str], start: int, stop: int, rules: Grammar) -> list[int]:
    """Give where further nouns of an action begin within words ``[start, stop)``, behind the first one."""
    start = first_noun(words, start - (words[start - 1] in rules.articles), stop)
    if not begins_with_action(words, start, stop, rules):
        return []
    end = next((at for at in range(start + 1, stop) if words[at] in _EXAMPLES), stop)
    return [
        place + 1
        for place in range(start + 1, end - 2)
        if words[place] in _JOINS and begins_with_action(words, place + 1, stop, rules)
    ]


def after_nouns(words: list[str], begin: int, trigger: int) -> int:
    """Give where a clause begins behind the nouns of a list, or ``begin`` if they are its subject."""
    for place in range(trigger - 1, begin, -1):
        if words[place] in _PARTS:
            return first_noun(words, place, trigger)
    return begin


def begins_with_action(words: list[str], start: int, stop: int, rules: Grammar) -> bool:
    """Say whether words begin with a noun of an action that has an object: "la création d'un fonds"."""
    start = first_noun(words, start, stop)
    if start + 2 >= stop or words[start] not in rules.articles or not _action(words[start + 1], rules):
        return False
    return not _OF[rules.language].isdisjoint(words[start + 2 : min(stop, start + 2 + _QUALIFIED)])


def _action(word: str, rules: Grammar) -> bool:
    return word in read_words(rules.language, "actions") or word.endswith(
        tuple(read_words(rules.language, "action_endings"))
    )
