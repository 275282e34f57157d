"""Further infinitives of one promise: "agreed to set up …, to exchange … and to hold …"."""

from tracker.extract.french import has_tense
from tracker.extract.rules import read_words
from tracker.extract.triggers import Trigger

_SHORT_OBJECT = 1
_IN_ORDER = frozenset(
    {
        ("afin", "d'"),
        ("afin", "de"),
        ("en", "vue", "d'"),
        ("en", "vue", "de"),
        ("in", "order", "to"),
        ("with", "a", "view", "to"),
    }
)
_PRODUCES = read_words("words", "clauses_produces")
_BEFORE_VERB = frozenset(["to", "de", "d'", "a"])
_BEFORE_INFINITIVE = frozenset(
    {"ne", "n'", "pas", "plus", "jamais", "se", "s'", "le", "la", "les", "l'", "lui", "leur", "y", "en"}
)
_MODAL = frozenset({"shall", "will", "must", "futur", "devoir", "pouvoir", "may"})
_STATES = frozenset({"be", "have"})
_TOLD = 12
_NOT_VERBS = frozenset(["the", "a", "an", "its", "their", "this", "that", "all", "any", "such", "each"])
_NAMES_OBJECT = read_words("words", "after_noun")
_SAME = {"d'": "de"}
_LISTS = frozenset({"et", "and", ",", ";"})
_AS_WELL = (["ainsi", "que"], ["well", "as"])


def purposes(words: list[str], trigger: Trigger, stop: int) -> list[tuple[int, int, Trigger]]:
    """Open a clause for what an agreed step is to bring about: "afin d'élaborer un plan"."""
    for place in range(trigger.end + 3, stop - 2):
        if tuple(words[place : place + 2]) in _IN_ORDER or tuple(words[place : place + 3]) in _IN_ORDER:
            begin = place + (2 if tuple(words[place : place + 2]) in _IN_ORDER else 3)
            if words[begin : begin + 1] and words[begin] in _PRODUCES:
                opened = trigger._replace(start=begin - 1, end=begin - 1)
                return [(begin - 1, begin - 1, opened)]
    return []


def infinitives(words: list[str], trigger: Trigger, stop: int) -> list[tuple[int, int, Trigger]]:
    """Open clauses for "s'engagent à échanger … et à former …", where the preposition is repeated."""
    found = []
    begin = trigger.end
    if words[begin - 1] not in _BEFORE_VERB:
        begin = next(
            (at + 1 for at in range(begin, min(stop - 1, begin + _TOLD)) if _verb_at(words, at)), begin
        )
    if words[begin - 1] == "to" and not _verb(words, begin):
        return []
    last = words[begin - 1]
    closed = 0
    for place in range(begin + 2, stop - 3):
        to = place + 1 + (words[place + 1] == "not")
        if (
            _joins(words, place)
            and _SAME.get(words[to], words[to]) == _SAME.get(last, last)
            and place - begin > _SHORT_OBJECT
        ):
            if not _verb_at(words, to):
                continue
            opened = trigger._replace(start=place + 1, end=to + 1)
            found.append((place + 1, place + 1, opened))
            begin = to + 1
            closed = len(found) if words[place] != "," else closed
    if not found:
        return (_bare_verbs if words[begin - 1] == "to" else _bare_infinitives)(words, trigger, begin, stop)
    # Behind a comma alone an infinitive is a purpose: only a list that "and" closes has commas within.
    return found[:closed]


def _bare_verbs(words: list[str], trigger: Trigger, begin: int, stop: int) -> list[tuple[int, int, Trigger]]:
    """Open clauses for "agreed to hold meetings, promote trade and train officers": three verbs or more."""
    found: list[int] = []
    for place in range(begin + 2, stop - 2):
        if words[place] == "to" and not found and words[place + 1] in read_words("en", "plain_verbs"):
            return []  # "to raise capital to build roads, connect ports and …": these are its purposes
        if words[place] not in {",", "and"} or (words[place] == "," and words[place + 1] == "and"):
            continue
        verb = place + 1 + (words[place + 1] in read_words("en", "adverbs"))
        if _acts(words, verb):
            found.append(place + 1)
            if words[place] == "and":
                return _opened(found, trigger)
    return []


def _bare_infinitives(
    words: list[str], trigger: Trigger, begin: int, stop: int
) -> list[tuple[int, int, Trigger]]:
    """Open clauses for "s'engage à faciliter l'accès, apporter son appui, fournir du matériel"."""
    if begin >= stop or not has_tense(words[begin], "infinitive"):
        return []
    found = [
        place + 1
        for place in range(begin + 2, stop - 2)
        if words[place] in {",", "et"} and has_tense(words[place + 1], "infinitive")
    ]
    return _opened(found, trigger)


def _opened(verbs: list[int], trigger: Trigger) -> list[tuple[int, int, Trigger]]:
    """Open a clause at each further verb: one alone may be a word that only looks like a verb."""
    return [(at, at, trigger._replace(start=at, end=at + 1)) for at in verbs] if len(verbs) > 1 else []


def _acts(words: list[str], place: int) -> bool:
    """Say whether a word is a verb here, and no noun of a list: "hold meetings, exchange visits"."""
    if words[place] not in read_words("en", "plain_verbs"):
        return False
    behind = words[place + 1 : place + 2]
    noun = words[place] in read_words("en", "verbs_and_nouns") and not _NAMES_OBJECT.isdisjoint(behind)
    return bool(behind) and behind[0][0].isalpha() and not noun and behind[0] not in {"of", "and", "or", "in"}


def forbidden(words: list[str], trigger: Trigger, stop: int) -> list[tuple[int, int, Trigger]]:
    """Open a clause for what a modal verb forbids besides: "shall repair it and not close it"."""
    if trigger.rule not in _MODAL:
        return []
    for place in range(trigger.end + 2, stop - 2):
        if words[place] not in {"and", "et"}:
            continue
        begin = place + 1
        english = words[begin] == "not" and words[begin + 1] in read_words("en", "plain_verbs") - _STATES
        if english or (words[begin] == "ne" and _verb_at(["de", *words[begin:stop]], 0)):
            return [(begin, begin, trigger._replace(start=begin, end=begin))]
    return []


def _joins(words: list[str], place: int) -> bool:
    return words[place] in _LISTS or words[place - 1 : place + 1] in _AS_WELL


def _verb(words: list[str], place: int) -> bool:
    """Say whether "to" has an infinitive behind it, and no gerund or noun: "committed to working on"."""
    return any(word in read_words("en", "plain_verbs") for word in words[place : place + 2])


def _verb_at(words: list[str], place: int) -> bool:
    """Say whether "to", "de" or "à" stands at a word with an infinitive behind it."""
    if words[place] == "to":
        return words[place + 1] not in _NOT_VERBS
    if words[place] not in _BEFORE_VERB:
        return False
    verb = next((word for word in words[place + 1 :] if word not in _BEFORE_INFINITIVE), "")
    return has_tense(verb, "infinitive")
