"""What news quotes: the words of somebody, of which few are promises, or those of a text, which are."""

from bisect import bisect_left, bisect_right
from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.clauses import Clause
from tracker.extract.grammar import Grammar
from tracker.extract.triggers import Trigger
from tracker.extract.wording import Words

COSTS: Final = frozenset({"need", "cost", "require", "coutera", "couteront", "necessitera", "necessiteront"})
MAY: Final = frozenset({"can", "may", "pouvoir", "should", "must", "devoir"})
NEWS_FUTURE: Final = frozenset(
    {
        "will",
        "shall",
        "can",
        "may",
        "should",
        "must",
        "futur",
        "futur proche",
        "conditionnel",
        "pouvoir",
        "devoir",
        "expected",
        "devrait",
    }
)
DOERS: Final = frozenset({"party", "collective", "organ", "pronoun"})
_TEXTS: Final = frozenset(
    {
        *(
            "statement",
            "communique",
            "declaration",
            "report",
            "document",
            "text",
            "agreement",
            "memorandum",
            "resolution",
        ),
        *("texte", "accord", "convention", "protocole", "communiques"),
    }
)
_AGREED: Final = frozenset({"agreed", "convenu", "decide", "decider", "reaffirm", "reaffirmer"})
_BOTH: Final = frozenset({"les", "the", "both"})
_READS: Final = frozenset({"reads", "read", "states", "lit", "stipule", "indique", "precise"})
_BESIDE: Final = 7
_YEAR: Final = 4


def is_speech(words: Words, trigger: Trigger, speech: list[tuple[int, int]], rules: Grammar) -> bool:
    """Say whether somebody is quoted: not a text, as in "…", the statement said."""
    position = words.starts[trigger.start]
    return _spoken(position, speech) and not _of_text(words, position, speech, rules)


def is_promised(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> bool:
    """Say whether somebody who is quoted promises something."""
    return (
        rules.speech_promises.holds(tokens, clause.start, clause.end)
        or (clause.trigger.rule in _AGREED and tokens[clause.subject] in _BOTH)
        or _gives(clause, subject, tokens, rules)
        or _will(clause, subject, tokens, rules)
    )


def _gives(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> bool:
    """Say whether somebody is quoted with a sum: "Our bank will provide $30 million"."""
    trigger = clause.trigger
    verb = trigger.start if trigger.rule == "futur" else trigger.end
    return (
        subject.sort in DOERS - {"pronoun"}
        and trigger.rule not in MAY | {"conditionnel"}
        and verb < clause.end
        and tokens[verb] not in COSTS
        and (
            trigger.rule not in NEWS_FUTURE or next(rules.firm.at(tokens, verb, clause.end), None) is not None
        )
        and rules.money.holds(tokens, trigger.start, clause.end)
    )


def _will(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> bool:
    """Say whether somebody is quoted with what a party by its name is to do, or what and when."""
    trigger = clause.trigger
    verb = trigger.start if trigger.rule == "futur" else trigger.end
    dated = any(len(word) == _YEAR and word.isdigit() for word in tokens[verb : clause.end])
    return (
        (
            subject.sort == "party"
            or dated
            or (subject.sort == "collective" and tokens[clause.subject] in _BOTH)
        )
        and trigger.rule in {"will", "shall", "futur"}
        and verb < clause.end
        and next(rules.firm.at(tokens, verb, clause.end), None) is not None
        and next(rules.praise.at(tokens, verb, clause.end), None) is None
    )


def _of_text(words: Words, position: int, speech: list[tuple[int, int]], rules: Grammar) -> bool:
    """Say whether what is quoted is a text and nobody's speech: "…", the statement said."""
    span = next((span for span in speech if span[0] <= position < span[1]), None)
    if span is None:
        return False
    first, end = bisect_left(words.starts, span[0]), bisect_left(words.starts, span[1])
    for near in (words.words[max(0, first - _BESIDE) : first], words.words[end : end + _BESIDE]):
        if not _TEXTS.isdisjoint(near) and any(word in rules.reporting or word in _READS for word in near):
            return True
    return False


def _spoken(position: int, speech: list[tuple[int, int]]) -> bool:
    index = bisect_right(speech, (position, position)) - 1
    return any(start <= position < end for start, end in speech[max(0, index) : index + 2])
