"""How strongly a clause binds: the trigger's own modality, and what the words around it change."""

from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.asides import behind_aside
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar
from tracker.extract.negation import THAT, is_left_free, is_negated, is_nobody

_NEAR = 8
_CLOSE = 6
_ANYWHERE: Final = frozenset(
    ["as", "to", "dans", "autant", "wherever", "where", "whenever", "within", "insofar", "in"]
)
_RELATIVES: Final = frozenset({"que", "qu'", "qui", "which", "that", "who", "dont"})
_MAY: Final = frozenset({"may", "can", "might", "peut", "peuvent", "pourra", "pourront"})
_MODALS: Final = _MAY | {
    "shall",
    "will",
    "should",
    "must",
    "doit",
    "doivent",
    "devra",
    "devront",
    "sera",
    "seront",
}
_REFRAINS: Final = frozenset({"refrain", "abstain", "desist", "abstenir", "abstiendra", "abstiendront"})
_WOULD: Final = "conditionnel"
_FORBIDS: Final = "s'interdire"
_PARTY: Final = frozenset({"party", "parties", "partie"})
_PASSIVE: Final = frozenset({"be", "sera", "seront", "est", "sont", "etre"})
_ACTORS: Final = frozenset({"party", "collective", "organ"})
_TIMELESS: Final = frozenset({"validity", "amendment-termination"})


def refine(
    words: list[str], clause: Clause, subject: Subject, kind: str, rules: Grammar
) -> tuple[str, tuple[str, ...]]:
    """Give the modality of a clause and the names of the rules that changed it."""
    trigger = clause.trigger
    modality = trigger.modality
    near = min(clause.end, trigger.end + _CLOSE)
    if (modality in {"obligation", "permission"} or trigger.rule == _WOULD) and (
        _forbids(words, clause, subject, kind, rules)
        or (modality == "obligation" and (trigger.rule == _FORBIDS or _refrains(words, clause)))
    ):
        return ("permission", ("free to",)) if is_left_free(words, clause) else ("prohibition", ("not",))
    if modality != "obligation":
        return modality, ()
    allowed = words[trigger.end - 1] in THAT and _may(words, clause)
    if allowed or rules.permission.holds(words, trigger.start, near):
        return "permission", ("may" if allowed else "free to",)
    first = max(clause.start, trigger.start - 2)
    for found in rules.best_effort.search(words, first, clause.end):
        if found.start <= trigger.end + _NEAR or words[found.start] in _ANYWHERE:
            return "best-effort", ("effort",)
    aims = rules.intent.search(words, trigger.start, near)
    if any(_RELATIVES.isdisjoint(words[max(trigger.end, found.start - 2) : found.start]) for found in aims):
        return "intent", ("aim",)
    return modality, ()


def _forbids(words: list[str], clause: Clause, subject: Subject, kind: str, rules: Grammar) -> bool:
    """Say whether a verb is negated of which somebody is the subject, or that says what is not to be done."""
    somebody = subject.sort in _ACTORS or clause.trigger.modality == "permission"
    party = not _PARTY.isdisjoint(words[clause.subject : clause.trigger.start])
    done = somebody or party or is_nobody(words, clause) or _is_done(words, clause, rules)
    return done and kind not in _TIMELESS and is_negated(words, clause)


def _is_done(words: list[str], clause: Clause, rules: Grammar) -> bool:
    """Say whether something is done, or is not, to the subject: "data shall not be disclosed"."""
    near = words[clause.trigger.start : min(clause.end, clause.trigger.end + _NEAR)]
    if _PASSIVE.isdisjoint(near):
        return False
    if rules.language == "fr":
        return any(has_tense(word, "participle") for word in near)
    return any(word.endswith("ed") or word in rules.done for word in near)


def _may(words: list[str], clause: Clause) -> bool:
    """Say whether what is agreed is that somebody may: "it is understood that the Bank may …"."""
    told = next((word for word in words[clause.trigger.end : clause.end] if word in _MODALS), "")
    return told in _MAY


def _refrains(words: list[str], clause: Clause) -> bool:
    """Say whether what is promised is not to do something: "shall refrain from", "s'abstiendra de"."""
    trigger = clause.trigger
    place = behind_aside(words, trigger.end, clause.end)
    return not _REFRAINS.isdisjoint(
        (*words[trigger.start : trigger.end], *words[place : min(clause.end, place + 2)])
    )
