"""Why a clause of news is none to track: speech, opinion, background, travel, praise."""

from typing import NamedTuple

from tracker.extract.actors import Subject
from tracker.extract.agreed import exhorts, states
from tracker.extract.clauses import Clause
from tracker.extract.grammar import Grammar
from tracker.extract.quoted import COSTS, DOERS, MAY, NEWS_FUTURE, is_promised, is_speech
from tracker.extract.triggers import Trigger, under_terms
from tracker.extract.wording import Words

_GOALS = frozenset({"target", "objectif"})
_INCLUDES = frozenset(
    {"includes", "comprises", "involves", "entails", "comprend", "comprendra", "comporte", "inclut"}
)
_OF_ACTION = ("tion", "tions", "sion", "ment", "ments", "ing", "son", "age")
_COUNTED = frozenset({"two", "three", "four", "five", "deux", "trois", "quatre", "cinq"})
_MONEY = frozenset({"$", "€", "£"})
_NEAR = 7
_REMAIN = frozenset({"remain", "remains", "remained"})
_IF = frozenset({"si", "s'"})
_TOLD = frozenset({"would", "pledge"})
_ONLY_IF = frozenset({"if", "unless", "once", "should"})
_RETOLD = "told"
_TO_BE = frozenset({"be", "sera", "seront"})
_MUST = frozenset({"must", "devoir"})
_STATE = frozenset({"responsible", "responsable"})
_IS = frozenset({"is", "are", "est", "sont"})
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
_PARTIES = frozenset({"party", "collective", "pronoun"})
_TITLES = frozenset({"m", "mme", "mlle", "mr", "mrs", "ms"})
_TIMED = frozenset({"for", "in", "by", "at", "before", "during", "within"})
_INVITES = frozenset({"inviter", "urge", "instruct"})
_VISITS = frozenset({"visite", "visit", "visites", "verre", "diner", "dinner"})
_HOME = frozenset({"country", "government", "ministry", "organisation", "organization", "agency", "company"})
_SIDES = frozenset({"side", "sides", "party", "parties", "delegation"})
_AND = frozenset({"and", "et"})
_FIRST = 5
_SHORT = 3


class Setting(NamedTuple):
    """Where a sentence stands: its words ``[start, end)``, genre, direct speech (sorted spans), a list."""

    sentence: tuple[int, int]
    genre: str
    speech: list[tuple[int, int]]
    in_list: bool


def rejected_news(  # noqa: PLR0911  one line for each reason
    clause: Clause,
    subject: Subject,
    words: Words,
    setting: Setting,
    rules: Grammar,
) -> str:
    """Name the reason to leave a clause of news out, or give ``""``."""
    tokens = words.words
    trigger = clause.trigger
    terms = under_terms(words, *setting.sentence, rules)
    if trigger.rule == _RETOLD and (reason := _retold(clause, subject, tokens, setting.sentence[0], rules)):
        return reason
    if is_speech(words, trigger, setting.speech, rules):
        return "" if is_promised(clause, subject, tokens, rules) else "speech"
    joined = tokens[trigger.start - 1] in _AND
    said = trigger.start if joined else setting.sentence[0]
    if (
        not terms
        and not (trigger.rule in _TOLD and _reports(clause, subject, tokens, setting.sentence[0], rules))
        and (_thinks(tokens, said, trigger, rules) or states(clause, tokens))
        and not rules.speech_promises.holds(tokens, clause.start, clause.end)
    ):
        return "opinion"
    if _lists_things(clause, tokens):
        return "background"
    if trigger.rule == "provides" and next(rules.praise.at(tokens, trigger.end - 1, clause.end), None):
        return "praise"
    if trigger.rule in _GOALS and subject.sort not in {"collective", "pronoun"}:
        return "policy"
    if not terms and (reason := _attitude(clause, subject, tokens, rules)):
        return reason
    if subject.sort in {"organ", "thing"} and rules.outsiders.holds(
        tokens, clause.subject, min(trigger.start, clause.subject + _SHORT)
    ):
        return "third party"
    renews = trigger.rule in MAY and not _LIFE.isdisjoint(tokens[trigger.end : trigger.end + _SHORT])
    timed = trigger.rule == "expected" and tokens[trigger.end - 1] in _TIMED
    if terms or renews or timed or trigger.rule not in NEWS_FUTURE:
        return ""
    return _future(clause, subject, tokens, rules)


def _retold(clause: Clause, subject: Subject, tokens: list[str], start: int, rules: Grammar) -> str:
    """Name the reason to leave out a "would" that doesn't go on with what was agreed; "" where it does.

    "The Committee would meet every year" does, "If approved, it would" and "This would help" don't.
    """
    if tokens[start] in _ONLY_IF:
        return "possibility"
    verb = clause.trigger.end
    done = verb < clause.end and tokens[verb] in _TO_BE
    firm = next(rules.firm.at(tokens, verb + done, clause.end), None) is not None
    return "" if firm and (done or subject.sort in DOERS) else "no duty seen"


def _thinks(tokens: list[str], said: int, trigger: Trigger, rules: Grammar) -> bool:
    """Say whether a sentence from ``said`` to its verb gives an opinion; a "would" that was read is none."""
    found = rules.opinion.search(tokens, said, trigger.end)
    return any(trigger.rule != _RETOLD or each.end - each.start > 1 for each in found)


def _appeals(clause: Clause, tokens: list[str]) -> bool:
    """Say whether one person calls upon others: "He appealed to the governments"."""
    return clause.trigger.rule == "urge" and tokens[clause.subject : clause.trigger.start] in (
        ["he"],
        ["she"],
    )


def _attitude(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> str:
    """Name the reason to leave out how somebody is minded, or stands, and what ought to be."""
    if exhorts(clause, tokens) or _appeals(clause, tokens):
        return "opinion"
    if clause.trigger.rule in _INVITES and not _VISITS.isdisjoint(tokens[clause.trigger.end : clause.end]):
        return "travel"
    trigger = clause.trigger
    stands = trigger.rule in _STATE and tokens[trigger.start] in _IS
    return "background" if stands or _is_committed(tokens, trigger, rules, subject) else ""


def _future(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> str:  # noqa: PLR0911  one line for each reason
    """Name the reason to leave out what news says will, can or should be."""
    trigger = clause.trigger
    if trigger.rule == "conditionnel" and not _IF.isdisjoint(tokens[clause.start : trigger.start - 1]):
        return "possibility"
    doers = {"collective", "party", "organ"} if trigger.rule in _MUST else {"collective", "party"}
    verb = trigger.start if trigger.rule in {"futur", "conditionnel"} else trigger.end
    planned = trigger.rule == "devoir" and next(rules.firm.at(tokens, verb, clause.end), None)
    if trigger.rule == "must" and tokens[verb] == "be" and verb + 1 < clause.end:
        planned = next(rules.firm.at(tokens, verb + 1, clause.end), None)
    if trigger.rule in MAY and not planned and subject.sort not in doers:
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
    given = tokens[verb] not in COSTS and rules.money.holds(tokens, verb, clause.end)
    if given and (firm or doer or subject.sort in DOERS):
        return ""
    if doer and not trigger.relative:
        return "praise" if praise and not (firm and tokens[verb] not in _TO_BE) else ""
    if subject.sort == "thing" or trigger.relative or signed:
        return "praise" if praise or not firm else ""
    return "praise" if praise and not firm else ""


def _reports(clause: Clause, subject: Subject, tokens: list[str], start: int, rules: Grammar) -> bool:
    """Say whether "would" reports what was agreed, or what an agreement says, and no opinion."""
    begin = clause.start
    if tokens[clause.trigger.start - 1] in _SIDES or tokens[clause.trigger.start] in _BINDING:
        return True
    said = set(tokens[max(start, begin - 2) : begin])
    if not said.isdisjoint(_SAYS) and (subject.sort in DOERS or _home(clause, tokens)):
        return next(rules.firm.at(tokens, clause.trigger.end, clause.end), None) is not None
    if not said.isdisjoint(_BINDING):
        verb = clause.trigger.end
        firm = next(rules.firm.at(tokens, verb, clause.end), None) is not None
        return firm or next(rules.praise.at(tokens, verb, clause.end), None) is None
    return rules.instruments.holds(tokens, start, min(begin, start + _FIRST))


def _is_committed(tokens: list[str], trigger: Trigger, rules: Grammar, subject: Subject) -> bool:
    """Say whether somebody only "remains committed to" something, or others than the parties are."""
    before = trigger.start - 1
    while before > 0 and tokens[before] in rules.adverbs:
        before -= 1
    if tokens[trigger.start] != "committed":
        return False
    return tokens[before] in _REMAIN or (subject.sort not in _PARTIES and tokens[before] in _IS)


def _lists_things(clause: Clause, tokens: list[str]) -> bool:
    """Say whether a programme "includes" things, and neither sums nor steps: "workshops and concerts"."""
    trigger = clause.trigger
    if tokens[trigger.end - 1] not in _INCLUDES:
        return False
    told = tokens[trigger.end : min(clause.end, trigger.end + _NEAR)]
    return not any(
        word[0].isdigit() or word.endswith(_OF_ACTION) or word in _COUNTED or word in _MONEY for word in told
    )


def _home(clause: Clause, tokens: list[str]) -> bool:
    """Say whether the speaker's own side is the subject: "his country would"."""
    subject = tokens[clause.subject : clause.trigger.start]
    return bool(subject) and subject[0] in {"his", "her", "its", "their"} and not _HOME.isdisjoint(subject)


def _name(clause: Clause, tokens: list[str], rules: Grammar) -> int:
    """Give where the name of a state would begin a subject, behind its article."""
    return clause.subject + (tokens[clause.subject] in rules.articles)
