"""Whether a clause forbids: its verb is negated, nobody is its subject, or what was agreed is not to be."""

from typing import Final

from tracker.extract.asides import behind_aside
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense
from tracker.extract.patterns import Pattern

NO_TIMES: Final = (
    ["in", "no", "case"],
    ["in", "no", "event"],
    ["at", "no", "time"],
    ["under", "no", "circumstances"],
    ["on", "no", "account"],
    ["in", "no", "way"],
    ["in", "no", "manner"],
    ["by", "no", "means"],
)
THAT: Final = frozenset({"that", "que", "qu'"})
_NEGATIONS: Final = frozenset({"not", "neither", "nor", "never"})
_NOBODY: Final = frozenset({"neither", "no", "none", "nobody", "aucun", "aucune", "nul", "nulle", "ni"})
_NONE: Final = frozenset({"no", "neither"})
_ALSO: Final = frozenset(
    {
        "also",
        "likewise",
        "further",
        "furthermore",
        "moreover",
        "therefore",
        "thus",
        "however",
        "then",
        "thereafter",
    }
)
_NOT_AT_ALL: Final = frozenset(
    {"pas", "point", "plus", "jamais", "ni", "rien", "personne", "aucun", "aucune", "nul", "nulle"}
)
_THAN: Final = frozenset({"que", "qu'"})
_PERMITS: Final = ("peu", "pourr", "puiss")
_ONLY: Final = frozenset({"seulement", "uniquement", "simplement"})
_RELEASES: Final = Pattern(
    r"\b(?:not|never)(?: \w+ly| also| be)*"
    r"(?: obliged| required| obligated| bound| compelled| expected| have to| need to)\b"
    r"|\bneed not\b|\bno obligation\b|^(?:neither|no|none)\b.* be (?:obliged|required|obligated|bound)\b"
    r"|\bn(?:e|') ?(?:sera|seront|est|sont)(?: pas| plus| nullement)? "
    r"(?:tenue?s?|obligee?s?|contrainte?s?|astreinte?s?)\b|\bne doi(?:t|vent) pas necessairement\b",
    ("obliged", "required", "oblig", "bound", "compelled", "expected", "have to", "need", "tenu", "contraint",
     "astreint", "necessairement"),
)  # fmt: skip
_PREVENTS: Final = frozenset(
    {"prevented", "precluded", "prohibited", "barred", "empeche", "empechee", "empeches"}
)
_BOUNDS: Final = frozenset({"later", "earlier", "sooner", "longer", "less", "fewer", "more"})
_LIMITS: Final = frozenset({"exceed"})
_LIMITED: Final = ("exced", "depass")
_BEFORE_THAT: Final = THAT | {"a", "ce"}
_NOT: Final = frozenset({"ne", "n'"})
_BETWEEN: Final = frozenset(
    {"pas", "point", "plus", "jamais", "se", "s'", "le", "la", "les", "l'", "lui", "leur", "y", "en"}
)
"""What stands between "ne" and its verb."""
_TO: Final = frozenset({"to", "a", "de", "d'"})
_FAILS: Final = ("manqu", "omett", "hesit", "tard", "menag")
_NO_BAN: Final = _BOUNDS | {"only", "fail", "omit", "neglect", "merely", "just", "simply", "hesitate"}
"""What follows a "not" that forbids nothing: "not later than", "not fail to"."""
_OF_FRENCH: Final = frozenset({"futur", "pouvoir", "devoir", "présent", "conditionnel"})
_MODALS: Final = frozenset({"shall", "will", "would", "should", "must", "may"})
_NEAR: Final = 3
_FAR: Final = 7
_LONGEST_ASIDE: Final = 24


def is_released(words: list[str], clause: Clause) -> bool:
    """Say whether somebody is only told that he need not: "shall not be obliged to"."""
    said = words[clause.subject : min(clause.end, clause.trigger.end + _FAR)]
    return _RELEASES.search(" ".join(said)) is not None


def is_left_free(words: list[str], clause: Clause) -> bool:
    """Say whether what is not to be is that somebody is hindered: "shall not be prevented from"."""
    return not _PREVENTS.isdisjoint(words[clause.trigger.start : min(clause.end, clause.trigger.end + _FAR)])


def is_negated(words: list[str], clause: Clause) -> bool:
    """Say whether a clause says of what is not to be done, or that nobody is to do it."""
    trigger = clause.trigger
    near = words[trigger.start : trigger.end + _NEAR]
    if not _LIMITS.isdisjoint(near) or any(word.startswith(_LIMITED) for word in near):
        return False
    if trigger.end < clause.end and _of_what_is_told(words, trigger.end, clause.end):
        return True
    if _negates(words, trigger.end, clause.end):
        return True
    place = behind_aside(words, trigger.end, clause.end)
    if place < clause.end and words[place] in _NEGATIONS:
        return False  # "shall not only", "not later than"
    opening = words[clause.subject : trigger.start]
    before = range(max(clause.start, trigger.start - 2), trigger.start)
    return (
        not _NEGATIONS.isdisjoint(words[trigger.start : trigger.end])
        or opening[:3] in NO_TIMES
        or (trigger.modality == "obligation" and _not_to(words, trigger.end, clause.end))
        or (trigger.end <= clause.start and _not_to(words, clause.start, clause.end))
        or is_nobody(words, clause)
        or (trigger.rule in _OF_FRENCH and any(_ne(words, at, clause.end) for at in before))
    )


def is_nobody(words: list[str], clause: Clause, among: frozenset[str] = frozenset()) -> bool:
    """Say whether the subject is "neither Party", "no Party"; if given, only with one word of `among`."""
    subject = words[clause.subject : clause.trigger.start]
    return _nobody(subject) and (not among or not among.isdisjoint(subject))


def _nobody(subject: list[str]) -> bool:
    return bool(subject) and subject[0] in _NOBODY and _BOUNDS.isdisjoint(subject[1:2])


def _negates(words: list[str], place: int, stop: int) -> bool:
    """Say whether a verb that ends at ``place`` is negated: "shall not", "shall, in no case,"."""
    behind = behind_aside(words, place, stop, _LONGEST_ASIDE)
    while behind < stop and words[behind] in _ALSO:
        behind += 1
    if behind < stop and words[behind] in _NEGATIONS:
        return _NO_BAN.isdisjoint(words[behind + 1 : behind + 2])
    if behind + 2 < stop and words[behind + 1] in _NONE:
        return _BOUNDS.isdisjoint(words[behind + 2 : behind + 3])  # "shall levy no charges"
    begin = place + (words[place : place + 1] == [","])
    return words[begin : min(stop, begin + _NEAR)] in NO_TIMES


def _of_what_is_told(words: list[str], start: int, stop: int) -> bool:
    """Say whether what was agreed is that something is not to be: "undertakes that it shall not"."""
    while words[start - 1] not in THAT:
        if start >= stop - 1 or words[start] not in _BEFORE_THAT:
            return False
        start += 1
    if _nobody(words[start:stop]):
        return True
    for place in range(start, stop):
        if words[place] in _MODALS:
            return _negates(words, place + 1, stop)
        if words[place] in _NOT:
            return _ne(words, place, stop)
        if has_tense(words[place], "future"):
            return False
    return False


def _ne(words: list[str], place: int, stop: int) -> bool:
    """Say whether "ne" stands at a place and forbids: not so "ne manquera pas de"."""
    if words[place] not in _NOT:
        return False
    verb = next((at for at in range(place + 1, stop) if words[at] not in _BETWEEN), stop)
    only = not _ONLY.isdisjoint(words[verb : min(stop, verb + _NEAR)]) or _is_only(words, place, verb, stop)
    return not (only or (verb < stop and words[verb].startswith(_FAILS)))


def _is_only(words: list[str], place: int, verb: int, stop: int) -> bool:
    """Say whether "ne … que" lets something be done in one way: « ne sera versé qu'après »."""
    if verb >= stop or words[verb].startswith(_PERMITS) or not _NOT_AT_ALL.isdisjoint(words[place:stop]):
        return False
    return not _THAN.isdisjoint(words[verb + 1 : min(stop, verb + _FAR)])


def _not_to(words: list[str], start: int, stop: int) -> bool:
    """Say whether what is to be done is not to do it: "to not …", « à ne pas », « de n'y construire »."""
    start += start < stop and words[start] in _TO
    if start >= stop:
        return False
    return words[start] == "not" or _ne(words, start, stop)
