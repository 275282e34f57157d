"""What was agreed to be so, was agreed before, or ought to be: none of it is a promise."""

from typing import Final

from tracker.extract.clauses import Clause
from tracker.extract.french import tenses
from tracker.extract.grammar import Grammar

_FOUND: Final = frozenset({"agreed", "convenu"})
_THAT: Final = frozenset({"that", "que", "qu'"})
_BE: Final = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "remains",
        "remain",
        "est",
        "sont",
        "etait",
        "etaient",
        "reste",
        "had",
        "avait",
    }
)
_DID: Final = frozenset(
    {"provided", "constituted", "represented", "offered", "served", "reflected", "showed", "existed"}
)
_MODAL: Final = frozenset(
    {"shall", "will", "should", "would", "must", "may", "can", "could", "soit", "soient", "to"}
)
_ALLOWED: Final = frozenset({"able", "free", "entitled", "allowed", "permitted", "to"})
_SIGNS: Final = frozenset({'"', "“", "”", "«", "»", "greatly"})
_FAR: Final = 8
_YEAR: Final = 4
_OUGHT: Final = (["we"], ["we", "all"], ["this"], ["that"], ["it"])
_BEFOREHAND: Final = frozenset({"previously", "earlier", "already", "deja", "auparavant", "precedemment"})
_NOT: Final = frozenset({"not", "ne", "n'"})
_ASSUMES: Final = frozenset({"commit", "pledge", "intend", "promettre"})
_HELD: Final = frozenset({"agreed", "agree", "convenu", "decide", "decider", "undertake", "s'engager"})


def held(clause: Clause, tokens: list[str], rules: Grammar) -> str:
    """Name the reason to leave out what was not agreed, was agreed before, or is only praised."""
    trigger = clause.trigger
    before = tokens[max(clause.start, trigger.start - 2) : trigger.start]
    if trigger.rule in _HELD | _ASSUMES and not _NOT.isdisjoint(before):
        return "nothing promised"
    if trigger.rule not in _HELD:
        return ""
    said = tokens[max(clause.start, trigger.start - _FAR) : trigger.start]
    if "had" in said and any(len(word) == _YEAR and word.isdigit() for word in said[said.index("had") :]):
        return "background"
    if not _BEFOREHAND.isdisjoint([*before, *tokens[trigger.start : trigger.end]]):
        return "background"
    if tokens[trigger.end - 1] not in _THAT:
        return ""
    verb = next((at + 1 for at in range(trigger.end, clause.end) if tokens[at] in {"will", "would"}), 0)
    while verb and verb < clause.end and (tokens[verb] in _SIGNS or tokens[verb] in rules.adverbs):
        verb += 1
    praised = verb and verb < clause.end and next(rules.praise.at(tokens, verb, clause.end), None)
    return "praise" if praised and not next(rules.firm.at(tokens, verb, clause.end), None) else ""


def states(clause: Clause, tokens: list[str]) -> bool:
    """Say whether what was agreed is how something is, and not what is to be done."""
    trigger = clause.trigger
    if trigger.rule not in _FOUND or tokens[trigger.end - 1] not in _THAT:
        return False
    told = (at for at in range(trigger.end, clause.end) if _is_finite(tokens[at]))
    first = next(told, -1)
    allowed = first >= 0 and not _ALLOWED.isdisjoint(tokens[first + 1 : first + 2])
    return first >= 0 and tokens[first] in _BE | _DID and not allowed


def _is_finite(word: str) -> bool:
    return word in _BE | _DID or word in _MODAL or _to_come(word)


def _to_come(word: str) -> bool:
    return any(form.tense in {"future", "conditional"} for form in tenses(word))


def exhorts(clause: Clause, tokens: list[str]) -> bool:
    """Say whether somebody says what all or what something ought to do: "We must take action"."""
    subject = tokens[clause.subject : clause.trigger.start]
    return clause.trigger.rule in {"must", "should"} and subject in _OUGHT
