"""Why a clause of news is none to track: speech, opinion, background, travel, praise."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tracker.extract.actors import Subject
from tracker.extract.clauses import Clause
from tracker.extract.french import tenses
from tracker.extract.grammar import Grammar
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
_MAY = frozenset({"can", "may", "pouvoir", "should", "must", "devoir"})
_COSTS = frozenset({"need", "cost", "require", "coutera", "couteront", "necessitera", "necessiteront"})
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
_TO_BE = frozenset({"be", "sera", "seront"})
_MUST = frozenset({"must", "devoir"})
_FOUND = frozenset({"agreed", "convenu"})
_THAT = frozenset({"that", "que", "qu'"})
_BE = frozenset(
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
_DID = frozenset({"provided", "constituted", "represented", "offered", "served", "reflected", "showed", "existed"})
_MODAL = frozenset(
    {"shall", "will", "should", "would", "must", "may", "can", "could", "soit", "soient", "to"}
)
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
_DOERS = frozenset({"party", "collective", "organ", "pronoun"})
_HOME = frozenset({"country", "government", "ministry", "organisation", "organization", "agency", "company"})
_SIDES = frozenset({"side", "sides", "party", "parties", "delegation"})
_TEXTS = frozenset(
    {
        *(
            "statement",
            "communique",
            "declaration",
            "document",
            "text",
            "agreement",
            "memorandum",
            "resolution",
        ),
        *("texte", "accord", "convention", "protocole", "communiques"),
    }
)
_READS = frozenset({"reads", "read", "states", "lit", "stipule", "indique", "precise"})
_SIGNS = frozenset({'"', "“", "”", "«", "»", "greatly"})
_OUGHT = (["we"], ["we", "all"], ["this"], ["that"], ["it"])
_BEFOREHAND = frozenset({"previously", "earlier", "already", "deja", "auparavant", "precedemment"})
_HELD = frozenset({"agreed", "agree", "convenu", "decide", "decider", "undertake", "s'engager"})
_YEAR = 4
_BESIDE = 7
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
    if _spoken(words.starts[trigger.start], setting.speech) and not _of_text(words, trigger, setting, rules):
        kept = (
            rules.speech_promises.holds(tokens, clause.start, clause.end)
            or _gives(clause, subject, tokens, rules)
            or _will(clause, subject, tokens, rules)
        )
        return "" if kept else "speech"
    if (
        not terms
        and not (trigger.rule in _TOLD and _reports(clause, subject, tokens, setting.sentence[0], rules))
        and (rules.opinion.holds(tokens, setting.sentence[0], trigger.end) or _states(clause, tokens))
        and not rules.speech_promises.holds(tokens, clause.start, clause.end)
    ):
        return "opinion"
    if _lists_things(clause, tokens):
        return "background"
    if trigger.rule == "provides" and next(rules.praise.at(tokens, trigger.end - 1, clause.end), None):
        return "praise"
    if not terms and _exhorts(clause, tokens):
        return "opinion"
    if trigger.rule in _GOALS and subject.sort not in {"collective", "pronoun"}:
        return "policy"
    if not terms and trigger.rule in _STATE and tokens[trigger.start] in _IS:
        return "background"
    if not terms and _is_committed(tokens, trigger, rules, subject):
        return "background"
    if subject.sort in {"organ", "thing"} and rules.outsiders.holds(
        tokens, clause.subject, min(trigger.start, clause.subject + _SHORT)
    ):
        return "third party"
    renews = trigger.rule in _MAY and not _LIFE.isdisjoint(tokens[trigger.end : trigger.end + _SHORT])
    if terms or renews or trigger.rule not in _NEWS_FUTURE:
        return ""
    if trigger.rule == "expected" and tokens[trigger.end - 1] in {"for", "in", "by", "at"}:
        return ""
    return _future(clause, subject, tokens, rules)


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
    if trigger.rule in _MAY and not planned and subject.sort not in doers:
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
    given = tokens[verb] not in _COSTS and rules.money.holds(tokens, verb, clause.end)
    if given and (firm or doer or subject.sort in _DOERS):
        return ""
    if doer and not trigger.relative:
        return "praise" if praise and not (firm and tokens[verb] not in _TO_BE) else ""
    if subject.sort == "thing" or trigger.relative or signed:
        return "praise" if praise or not firm else ""
    return "praise" if praise and not firm else ""


def _gives(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> bool:
    """Say whether somebody is quoted with a sum: "Our bank will provide $30 million"."""
    trigger = clause.trigger
    verb = trigger.start if trigger.rule == "futur" else trigger.end
    return (
        subject.sort in _DOERS - {"pronoun"}
        and trigger.rule not in _MAY | {"conditionnel"}
        and verb < clause.end
        and tokens[verb] not in _COSTS
        and (
            trigger.rule not in _NEWS_FUTURE
            or next(rules.firm.at(tokens, verb, clause.end), None) is not None
        )
        and rules.money.holds(tokens, trigger.start, clause.end)
    )


def _will(clause: Clause, subject: Subject, tokens: list[str], rules: Grammar) -> bool:
    """Say whether somebody is quoted with what a party by its name is to do, or what and when."""
    trigger = clause.trigger
    verb = trigger.start if trigger.rule == "futur" else trigger.end
    dated = any(len(word) == _YEAR and word.isdigit() for word in tokens[verb : clause.end])
    return (
        (subject.sort == "party" or dated)
        and trigger.rule in {"will", "shall", "futur"}
        and verb < clause.end
        and next(rules.firm.at(tokens, verb, clause.end), None) is not None
        and next(rules.praise.at(tokens, verb, clause.end), None) is None
    )


def _reports(clause: Clause, subject: Subject, tokens: list[str], start: int, rules: Grammar) -> bool:
    """Say whether "would" reports what was agreed, or what an agreement says, and no opinion."""
    begin = clause.start
    if tokens[clause.trigger.start - 1] in _SIDES or tokens[clause.trigger.start] in _BINDING:
        return True
    said = set(tokens[max(start, begin - 2) : begin])
    if not said.isdisjoint(_SAYS) and (subject.sort in _DOERS or _home(clause, tokens)):
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


def held(clause: Clause, tokens: list[str], rules: Grammar) -> str:
    """Name the reason to leave out what was not agreed, was agreed before, or is only praised."""
    trigger = clause.trigger
    if trigger.rule not in _HELD:
        return ""
    before = tokens[max(clause.start, trigger.start - 2) : trigger.start]
    if "not" in before:
        return "nothing promised"
    if not _BEFOREHAND.isdisjoint([*before, *tokens[trigger.start : trigger.end]]):
        return "background"
    if tokens[trigger.end - 1] not in _THAT:
        return ""
    verb = next((at + 1 for at in range(trigger.end, clause.end) if tokens[at] in {"will", "would"}), 0)
    while verb and verb < clause.end and (tokens[verb] in _SIGNS or tokens[verb] in rules.adverbs):
        verb += 1
    praised = verb and verb < clause.end and next(rules.praise.at(tokens, verb, clause.end), None)
    return "praise" if praised and not next(rules.firm.at(tokens, verb, clause.end), None) else ""


def _exhorts(clause: Clause, tokens: list[str]) -> bool:
    """Say whether somebody says what all or what something ought to do: "We must take action"."""
    subject = tokens[clause.subject : clause.trigger.start]
    return clause.trigger.rule in {"must", "should"} and subject in _OUGHT


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


def _states(clause: Clause, tokens: list[str]) -> bool:
    """Say whether what was agreed is how something is, and not what is to be done."""
    trigger = clause.trigger
    if trigger.rule not in _FOUND or tokens[trigger.end - 1] not in _THAT:
        return False
    told = tokens[trigger.end : clause.end]
    first = next((word for word in told if word in _BE | _DID or word in _MODAL or _to_come(word)), "")
    return first in _BE | _DID


def _to_come(word: str) -> bool:
    return any(form.tense in {"future", "conditional"} for form in tenses(word))


def _name(clause: Clause, tokens: list[str], rules: Grammar) -> int:
    """Give where the name of a state would begin a subject, behind its article."""
    return clause.subject + (tokens[clause.subject] in rules.articles)


def _of_text(words: Words, trigger: Trigger, setting: Setting, rules: Grammar) -> bool:
    """Say whether what is quoted is a text and nobody's speech: "…", the statement said."""
    position = words.starts[trigger.start]
    span = next((span for span in setting.speech if span[0] <= position < span[1]), None)
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
