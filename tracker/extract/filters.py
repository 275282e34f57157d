"""Why a clause with a deontic verb is none to track: status, scope, effects, third parties."""

from tracker.extract.actors import Subject
from tracker.extract.agreed import held
from tracker.extract.clauses import Clause
from tracker.extract.french import tenses
from tracker.extract.genre import PRESS
from tracker.extract.grammar import Grammar
from tracker.extract.negation import is_released
from tracker.extract.news import Setting, rejected_news
from tracker.extract.presents import PASSIVE, PRESENT
from tracker.extract.rules import read_words
from tracker.extract.wording import Words

_AIMS = frozenset({"aim", "intend", "viser", "envisager"})
_SINCE = frozenset({"since", "depuis"})
_BONDS = frozenset(
    [
        "ties",
        "relations",
        "friendship",
        "partnership",
        "liens",
        "amitie",
        "fraternite",
        "partenariat",
        "rapports",
    ]
)
_BOND = 7
_HE = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})
_IMPERSONAL = frozenset({"it", "il"})
_ASKS = frozenset({"operative", "inviter", "urge"})
_REQUIRED = "required"
_COVERS = frozenset({"couvrir", "covers"})
_ALREADY = frozenset(
    {"deja", "already", "existant", "existante", "existing", "actuel", "actuelle", "current"}
)
_NOBODY = frozenset({"neither", "no", "none", "nobody"})
_LEAST = 2
_SHORT = 3


def rejected(  # noqa: PLR0911  one line for each reason
    clause: Clause,
    subject: Subject,
    words: Words,
    setting: Setting,
    rules: Grammar,
) -> str:
    """Name the reason to leave a clause out, or give ``""``."""
    tokens = words.words
    trigger = clause.trigger
    empty = clause.end - trigger.end < 1 and trigger.rule != PASSIVE and trigger.end - trigger.start < _LEAST
    nothing = empty or is_released(tokens, clause)
    if nothing or (trigger.rule == _REQUIRED and tokens[clause.subject] in _NOBODY):
        return "nothing promised"
    nobody = subject.sort == "thing" and not _somebody(clause, tokens)
    if trigger.rule == PRESENT and (nobody or not _SINCE.isdisjoint(tokens[trigger.end : clause.end])):
        return "no actor" if nobody else "background"
    if _is_status(clause, tokens, rules):
        return "" if rules.in_force.holds(tokens, trigger.end, clause.end) else "status"
    if trigger.rule in _ASKS and rules.outsiders.holds(
        tokens, trigger.start, min(clause.end, trigger.end + _SHORT)
    ):
        return "third party"
    hoped = trigger.rule == "expected" or (trigger.rule == "intend" and tokens[trigger.start] == "it")
    if hoped and next(rules.estimates.at(tokens, trigger.end, clause.end), None):
        return "estimate"
    background = rules.not_news if setting.genre == PRESS else rules.not_clauses
    covered = trigger.rule in _COVERS and not _ALREADY.isdisjoint(tokens[clause.start : trigger.end + _LEAST])
    known = "background" if covered or background.holds(tokens, clause.start, clause.end) else ""
    if reason := held(clause, tokens, rules) or known:
        return reason
    if (
        trigger.rule in _AIMS
        and subject.sort == "thing"
        and tokens[trigger.start] not in _IMPERSONAL
        and (setting.genre != PRESS or not _of_agreement(clause, tokens, rules))
    ):
        return "no actor"
    if trigger.rule in _AIMS and subject.sort == "thing" and _praises(clause, tokens, rules):
        return "praise"
    if setting.genre != PRESS:
        verb = trigger.start if trigger.rule == "futur" else min(trigger.end, len(tokens) - 1)
        effect = subject.sort == "thing" and next(rules.effects.at(tokens, verb, clause.end), None)
        return "effect" if effect else ""
    return rejected_news(clause, subject, words, setting, rules)


def _is_status(clause: Clause, tokens: list[str], rules: Grammar) -> bool:
    """Say whether what follows the verb tells what something is: its status, its scope, its privileges."""
    trigger = clause.trigger
    whole = rules.language == "en" or trigger.rule in {"pouvoir", "devoir"}
    applies = trigger.rule == "may" and tokens[trigger.end : trigger.end + 1] == ["apply"]
    if whole and not applies and trigger.end < clause.end and _begins(rules, tokens, trigger.end, clause.end):
        return True
    verb = max(clause.start, _with_particle(tokens, trigger.start))
    return rules.language == "fr" and _begins(rules, tokens, verb, clause.end)


def _begins(rules: Grammar, tokens: list[str], place: int, end: int) -> bool:
    return next(rules.not_acts.at(tokens, place, end), None) is not None


def _of_agreement(clause: Clause, tokens: list[str], rules: Grammar) -> bool:
    """Say whether a subject is what was signed, or a pronoun that can stand for it."""
    alone = clause.trigger.start - clause.subject <= _LEAST
    return rules.instruments.holds(tokens, clause.subject, clause.trigger.start) or (
        alone and rules.pronouns.holds(tokens, clause.subject, clause.trigger.start)
    )


def _with_particle(tokens: list[str], start: int) -> int:
    while start > 0 and tokens[start - 1] in {"se", "s'", "ne", "n'", "y", "en"}:
        start -= 1
    return start


def _somebody(clause: Clause, tokens: list[str]) -> bool:
    """Say whether "il" can be a person or an office, as its verb is none of what a text does."""
    return tokens[clause.subject] in _HE and not any(
        form.infinitive in read_words("fr_verbs", table)
        for form in tenses(tokens[clause.trigger.start])
        for table in ("constative", "telling")
    )


def _praises(clause: Clause, tokens: list[str], rules: Grammar) -> bool:
    """Say whether an aim is only to strengthen ties."""
    verb = clause.trigger.end
    return (
        verb < clause.end
        and next(rules.praise.at(tokens, verb, clause.end), None) is not None
        and not _BONDS.isdisjoint(tokens[verb : verb + _BOND])
    )
