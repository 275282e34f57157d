"""Words that look like a deontic verb, and are a noun, an infinitive or a participle in their place."""

from tracker.extract.grammar import Rule
from tracker.extract.presents import NOUN_BEFORE, after_auxiliary
from tracker.extract.rules import read_words
from tracker.extract.wording import Found

_OPENS_ASIDE = frozenset(["for", "on", "in", "too", "also", "however", "meanwhile", "at"])
_LONGEST_SUBJECT = 9
_EARLIER = frozenset({"earlier", "already", "previously", "also", "deja", "auparavant", "egalement", "aussi"})
_PLAIN = frozenset(
    ["commit", "agree", "pledge", "promise", "decide", "resolve", "undertake", "strive", "seek"]
)
_LEAST_JOINED = 3


def only_describes(words: list[str], found: Found[Rule], following: str) -> bool:
    """Say whether the word is a noun or a participle here and no verb."""
    before = words[max(0, found.start - 1)]
    return (
        _is_infinitive(words, found.start)
        or (found.label[1] == "oeuvrer" and before in NOUN_BEFORE)
        or (
            found.label[1] == "objet" and words[found.start] == "fait" and after_auxiliary(words, found.start)
        )
        or _had(words, found.start)
        or (before in {"no", "aucun"} and found.label[1] in {"agreed", "convenu"})
        or (found.label[1] == "charger" and before in {"en", "la", "sa", "leur", "a"})
        or (
            found.label[1] == "agreed"
            and words[found.start] == "agreed"
            and _qualifies(words, found, following)
        )
    )


def _is_infinitive(words: list[str], position: int) -> bool:
    """Say whether "agree to" only goes on with an infinitive: "to draft and agree to a text"."""
    if words[position] not in _PLAIN or position < _LEAST_JOINED:
        return False
    if words[position - 1] == "to":
        return True
    return words[position - 1] in {"and", "or"} and words[position - 3] == "to"


def _had(words: list[str], position: int) -> bool:
    """Say whether something was so before: "had earlier promised to"."""
    before = position - 1
    while before > 0 and words[before] in _EARLIER:
        before -= 1
    return before >= 0 and words[before] in {"had", "avait", "avaient"}


def _qualifies(words: list[str], found: Found[Rule], following: str) -> bool:
    """Say whether "agreed" only describes: "as agreed to", "activities mutually agreed upon"."""
    if words[found.end - 1] != "that" and following in read_words("words", "after_described"):
        return True
    before = found.start - 1
    while before > 0 and words[before] in {"mutually", "jointly", "otherwise", "also", "previously"}:
        before -= 1
    if before > 0 and words[before] == "," and _closes_aside(words, before):
        return False
    if before > 0 and words[before] == "and" and words[found.end - 1] in {"to", "that"}:
        return False
    return before < 0 or words[before] in read_words("words", "describes_agreed")


def _closes_aside(words: list[str], comma: int) -> bool:
    """Say whether a comma closes an aside between a subject and its verb: "Angola, for its part, agreed"."""
    before = range(comma - 1, max(0, comma - _LONGEST_SUBJECT), -1)
    opening = next((at for at in before if words[at] == ","), 0)
    return opening > 0 and words[opening + 1] in _OPENS_ASIDE
