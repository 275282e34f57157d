"""Why a clause with a deontic verb is none to track: status, scope, praise, travel, opinion, speech."""

from bisect import bisect_right
from typing import NamedTuple

from tracker.extract.actors import Subject
from tracker.extract.clauses import Clause
from tracker.extract.french import tenses
from tracker.extract.genre import PRESS
from tracker.extract.grammar import Grammar
from tracker.extract.presents import PASSIVE, PRESENT
from tracker.extract.rules import read_words
from tracker.extract.triggers import Trigger, under_terms
from tracker.extract.wording import Words

_NEWS_FUTURE = frozenset(
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
_AIMS = frozenset({"aim", "intend", "viser", "envisager"})
_MAY = frozenset({"can", "may", "pouvoir", "should", "must", "devoir"})
_SINCE = frozenset({"since", "depuis"})
_TOLD = frozenset({"would", "pledge"})
_TO_BE = frozenset({"be", "sera", "seront"})
_MUST = frozenset({"must", "devoir"})
_FOUND = frozenset({"agreed", "convenu"})
_THAT = frozenset({"that", "que", "qu'"})
_BE = frozenset({"is", "are", "was", "were", "remains", "remain", "est", "sont", "etait", "etaient", "reste"})
_MODAL = frozenset(
    {"shall", "will", "should", "would", "must", "may", "can", "could", "soit", "soient", "to"}
)
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
_STATE = frozenset({"responsible", "responsable"})
_IS = frozenset({"is", "are", "est", "sont"})
_IMPERSONAL = frozenset({"it", "il"})
_LIFE = frozenset(
    [
        "extended",
        "renewed",
        "amended",
        "terminated",
        "proroge",
        "prorogee",
        "renouvele",
        "renouvelee",
        "modifie",
        "modifiee",
    ]
)
_BINDING = frozenset(
    {"agreed", "pledged", "promised", "announced", "vowed", "decided", "committed", "undertook", "announcing"}
)
_SAYS = frozenset({"said", "says", "confirmed", "stated", "indicated", "added", "revealed", "explained"})
_ASKS = frozenset({"operative", "inviter", "urge"})
_PARTIES = frozenset({"party", "collective", "pronoun"})
_TITLES = frozenset({"m", "mme", "mlle", "mr", "mrs", "ms"})
_DOERS = frozenset({"party", "collective", "organ", "pronoun"})
_HOME = frozenset({"country", "government", "ministry", "organisation", "organization", "agency", "company"})
_SIDES = frozenset({"side", "sides", "party", "parties", "delegation"})
_FIRST = 5
_LEAST = 2
_SHORT = 3


class Setting(NamedTuple):
    """Where a sentence stands: genre, direct speech (sorted spans of the normalised text), heading."""

    genre: str
    speech: list[tuple[int, int]]
    in_list: bool


def rejected(  # noqa: PLR0911  one line for each reason
    clause: Clause,
    subject: Subject,
    words: Words,
    sentence: tuple[int, int],
    setting: Setting,
    rules: Grammar,
) -> str:
    """Name the reason to leave a clause out, or give ``""``."""
    tokens = words.words
    trigger = clause.trigger
    if clause.end - trigger.end < 1 and trigger.rule != PASSIVE and trigger.end - trigger.start < _LEAST:
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
    if trigger.rule == "expected" and next(rules.estimates.at(tokens, trigger.end, clause.end), None):
        return "estimate"
    background = rules.not_news if setting.genre == PRESS else rules.not_clauses
    if background.holds(tokens, clause.start, clause.end):
        return "background"
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
    return _news(clause, subject, words, sentence, setting, rules)


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


def _reports(clause: Clause, subject: Subject, tokens: list[str], start: int, rules: Grammar) -> bool:
    """Say whether "would" reports what was agreed, or what an agreement says, and no opinion."""
    begin = clause.start
    if tokens[clause.trigger.start - 1] in _SIDES or tokens[clause.trigger.start] in _BINDING:
        return True
    said = set(tokens[max(start, begin - 2) : begin])
    if not said.isdisjoint(_SAYS) and (subject.sort in _DOERS or _home(clause, tokens)):
        return next(rules.firm.at(tokens, clause.trigger.end, clause.end), None) is not None
    return not said.isdisjoint(_BINDING) or rules.instruments.holds(tokens, start, min(begin, start + _FIRST))


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


def _news(  # noqa: PLR0911  one line for each reason
    clause: Clause,
    subject: Subject,
    words: Words,
    sentence: tuple[int, int],
    setting: Setting,
    rules: Grammar,
) -> str:
    tokens = words.words
    trigger = clause.trigger
    terms = under_terms(words, *sentence, rules)
    if _spoken(words.starts[trigger.start], setting.speech):
        return "" if rules.speech_promises.holds(tokens, clause.start, clause.end) else "speech"
    if (
        not terms
        and not (trigger.rule in _TOLD and _reports(clause, subject, tokens, sentence[0], rules))
        and (rules.opinion.holds(tokens, sentence[0], trigger.end) or _states(clause, tokens))
        and not rules.speech_promises.holds(tokens, clause.start, clause.end)
    ):
        return "opinion"
    if not terms and trigger.rule in _STATE and tokens[trigger.start] in _IS:
        return "background"
    if not terms and subject.sort not in _PARTIES and _is_committed(tokens, trigger, rules):
        return "background"
    if terms or trigger.rule not in _NEWS_FUTURE:
        return ""
    if trigger.rule == "expected" and tokens[trigger.end - 1] in {"for", "in", "by", "at"}:
        return ""
    return _future(clause, subject, tokens, rules)


def _future(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> str:  # noqa: PLR0911  one line for each reason
    """Name the reason to leave out what news says will, can or should be."""
    trigger = clause.trigger
    life = bool(_LIFE & set(tokens[trigger.end : trigger.end + 3]))
    doers = {"collective", "party", "organ"} if trigger.rule in _MUST else {"collective", "party"}
    verb = trigger.start if trigger.rule in {"futur", "conditionnel"} else trigger.end
    planned = trigger.rule == "devoir" and next(rules.firm.at(tokens, verb, clause.end), None)
    if trigger.rule in _MAY and not life and not planned and subject.sort not in doers:
        return "possibility"
    if verb >= clause.end:
        return "nothing promised"
    if tokens[clause.subject] in _TITLES:
        return "travel"
    person = rules.person.holds(tokens, min(clause.start, clause.subject), trigger.start)
    if person and next(rules.travel.at(tokens, verb, clause.end), None):
        return "travel"
    praise = next(rules.praise.at(tokens, verb, clause.end), None) is not None
    firm = next(rules.firm.at(tokens, verb, clause.end), None) is not None
    signed = trigger.start - clause.subject <= _SHORT and rules.instruments.holds(
        tokens, trigger.start - 1, trigger.start
    )
    doer = (subject.sort == "organ" and not signed) or next(
        rules.states.at(tokens, _name(clause, tokens, rules), verb), None
    )
    if (firm or doer or subject.sort in _DOERS) and rules.money.holds(tokens, verb, clause.end):
        return ""
    if doer and not trigger.relative:
        return "praise" if praise and not (firm and tokens[verb] not in _TO_BE) else ""
    if subject.sort == "thing" or trigger.relative or signed:
        return "praise" if praise or not firm else ""
    return "praise" if praise and not firm else ""


def _is_committed(tokens: list[str], trigger: Trigger, rules: Grammar) -> bool:
    """Say whether somebody only "is committed to" something, which tells how they are."""
    before = trigger.start - 1
    while before > 0 and tokens[before] in rules.adverbs:
        before -= 1
    return tokens[trigger.start] == "committed" and tokens[before] in _IS


def _home(clause: Clause, tokens: list[str]) -> bool:
    """Say whether the speaker's own side is the subject: "his country would"."""
    subject = tokens[clause.subject : clause.trigger.start]
    return bool(subject) and subject[0] in {"his", "her", "its", "their"} and not _HOME.isdisjoint(subject)


def _states(clause: Clause, tokens: list[str]) -> bool:
    """Say whether what was agreed is how something is, and not what is to be done."""
    trigger = clause.trigger
    if trigger.rule not in _FOUND or tokens[trigger.end - 1] not in _THAT:
        return False
    told = tokens[trigger.end : clause.end]
    first = next((word for word in told if word in _BE or word in _MODAL or _to_come(word)), "")
    return first in _BE


def _to_come(word: str) -> bool:
    return any(form.tense in {"future", "conditional"} for form in tenses(word))


def _somebody(clause: Clause, tokens: list[str]) -> bool:
    """Say whether "il" can be a person or an office, as its verb is none of what a text does."""
    of_texts = read_words("fr_verbs", "constative") | read_words("fr_verbs", "telling")
    return tokens[clause.subject] in _HE and not any(
        form.infinitive in of_texts for form in tenses(tokens[clause.trigger.start])
    )


def _praises(clause: Clause, tokens: list[str], rules: Grammar) -> bool:
    """Say whether an aim is only to strengthen ties."""
    verb = clause.trigger.end
    return (
        verb < clause.end
        and next(rules.praise.at(tokens, verb, clause.end), None) is not None
        and not _BONDS.isdisjoint(tokens[verb : verb + _BOND])
    )


def _name(clause: Clause, tokens: list[str], rules: Grammar) -> int:
    """Give where the name of a state would begin a subject, behind its article."""
    return clause.subject + (tokens[clause.subject] in rules.articles)


def _spoken(position: int, speech: list[tuple[int, int]]) -> bool:
    index = bisect_right(speech, (position, position)) - 1
    return any(start <= position < end for start, end in speech[max(0, index) : index + 2])
