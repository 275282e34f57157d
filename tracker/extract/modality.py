"""How strongly a clause binds: the trigger's own modality, and what the words around it change."""

from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.asides import behind_aside
from tracker.extract.clauses import Clause
from tracker.extract.grammar import Grammar

_NEAR = 8
_CLOSE = 6
_ANYWHERE: Final = frozenset(
    ["as", "to", "dans", "autant", "wherever", "where", "whenever", "within", "insofar", "in"]
)
_NEGATIONS: Final = frozenset({"not", "neither", "nor", "never"})
_NOBODY: Final = frozenset({"neither", "no", "none"})
_BOUNDS: Final = frozenset({"later", "earlier", "sooner", "longer", "less", "fewer", "more"})
NO_TIMES: Final = (
    ["in", "no", "case"],
    ["in", "no", "event"],
    ["at", "no", "time"],
    ["under", "no", "circumstances"],
    ["on", "no", "account"],
)
_THAT: Final = frozenset({"that", "que", "qu'"})
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
_LIMITS: Final = frozenset({"exceed"})
_LIMITED: Final = ("exced", "depass")
_NOT_TO: Final = (["ne", "pas"], ["ne", "jamais"], ["ne", "plus"])
_TO: Final = frozenset({"to", "a", "de", "d'"})
_NO_BAN: Final = _BOUNDS | {"only", "fail", "omit", "neglect"}
"""What follows a "not" that forbids nothing: "not later than", "not fail to"."""
_OF_FRENCH: Final = frozenset({"futur", "pouvoir", "devoir", "présent"})
_REFRAINS: Final = frozenset({"refrain", "abstain", "desist", "abstenir", "abstiendra", "abstiendront"})
_FORBIDS: Final = "s'interdire"
_PARTY: Final = frozenset({"party", "parties"})
_ACTORS: Final = frozenset({"party", "collective", "organ"})
_TIMELESS: Final = frozenset({"validity", "amendment-termination"})


def refine(
    words: list[str], clause: Clause, subject: Subject, kind: str, rules: Grammar
) -> tuple[str, tuple[str, ...]]:
    """Give the modality of a clause and the names of the rules that changed it."""
    trigger = clause.trigger
    modality = trigger.modality
    near = min(clause.end, trigger.end + _CLOSE)
    if modality in {"obligation", "permission"} and (
        _forbids(words, clause, subject, kind)
        or (modality == "obligation" and (trigger.rule == _FORBIDS or _refrains(words, clause)))
    ):
        return "prohibition", ("not",)
    if modality != "obligation":
        return modality, ()
    allowed = words[trigger.end - 1] in _THAT and _may(words, clause)
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


def _forbids(words: list[str], clause: Clause, subject: Subject, kind: str) -> bool:
    """Say whether a verb is negated, of which somebody is the subject, or which else would permit."""
    somebody = subject.sort in _ACTORS or clause.trigger.modality == "permission"
    return (somebody or _nobody(words, clause, _PARTY)) and kind not in _TIMELESS and _negated(words, clause)


def _may(words: list[str], clause: Clause) -> bool:
    """Say whether what is agreed is that somebody may: "it is understood that the Bank may …"."""
    told = next((word for word in words[clause.trigger.end : clause.end] if word in _MODALS), "")
    return told in _MAY


def _refrains(words: list[str], clause: Clause) -> bool:
    """Say whether what is promised is not to do something: "shall refrain from", "s'abstiendra de"."""
    trigger = clause.trigger
    return not _REFRAINS.isdisjoint(words[trigger.start : min(clause.end, trigger.end + 2)])


def _negated(words: list[str], clause: Clause) -> bool:
    trigger = clause.trigger
    near = words[trigger.start : trigger.end + 3]
    if not _LIMITS.isdisjoint(near) or any(word.startswith(_LIMITED) for word in near):
        return False
    place = behind_aside(words, trigger.end, clause.end)
    if place < clause.end and words[place] in _NEGATIONS:
        return _NO_BAN.isdisjoint(words[place + 1 : place + 2])
    opening = words[clause.subject : trigger.start]
    before = words[max(clause.start, trigger.start - 2) : trigger.start]
    return (
        not _NEGATIONS.isdisjoint(words[trigger.start : trigger.end])
        or opening[:3] in NO_TIMES
        or words[trigger.end : min(clause.end, trigger.end + 3)] in NO_TIMES
        or (trigger.modality == "obligation" and _not_to(words, trigger.end, clause.end))
        or (trigger.end <= clause.start and _not_to(words, clause.start, clause.end))
        or _nobody(words, clause)
        or (trigger.rule in _OF_FRENCH and not {"ne", "n'"}.isdisjoint(before))
    )


def _not_to(words: list[str], start: int, stop: int) -> bool:
    """Say whether what is to be done is not to do it: "to not …", « à ne pas », « de n'y construire »."""
    start += start < stop and words[start] in _TO
    return words[start : start + 2] in _NOT_TO or words[start : min(stop, start + 1)] in (["n'"], ["not"])


def _nobody(words: list[str], clause: Clause, among: frozenset[str] = frozenset()) -> bool:
    """Say whether the subject is "neither Party", "no Party"; if given, only with one word of `among`."""
    subject = words[clause.subject : clause.trigger.start]
    nobody = subject[:1] and subject[0] in _NOBODY and _BOUNDS.isdisjoint(subject[1:2])
    return bool(nobody) and (not among or not among.isdisjoint(subject))
