"""The rules of one language, ready to be looked up."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from tracker.extract.normalise import fold
from tracker.extract.rules import read_rules, read_words
from tracker.extract.states import states_in
from tracker.extract.wording import Lexicon, split_words

_DOUBLED = ("mit", "set", "fer")
_DOUBLING = frozenset({"plan", "map", "get", "cut", "run", "put", "equip", "twin"})
Label = TypeVar("Label")
Rule = tuple[str, str]


class Grammar:
    """What the rules of a language say.

    Triggers carry (modality, name of the rule), kinds (kind, weight); the other lexicons only
    answer whether a phrase stands somewhere.
    """

    def __init__(self, language: str) -> None:  # noqa: PLR0915  one line for each table
        """Index the rule tables of ``en`` or ``fr``."""
        self.language = language
        rules = read_rules(language)
        self.triggers = _labelled(rules["triggers"], _rule)
        self.news = _labelled(rules["news"], _rule)
        self.operative = _labelled(rules["operative"], _rule)
        self.leads = _labelled(rules["leads"], _rule)
        self.plain_verbs = read_words(language, "plain_verbs")
        self.kinds = _labelled(_with_gerunds(rules["kinds"], self.plain_verbs), _weight)
        self.heads = _labelled(_with_gerunds(rules["heads"], self.plain_verbs), _weight)
        self.titles = _labelled(rules["titles"], _weight)
        self.not_acts = _plain(rules["not_acts"])
        self.not_clauses = _plain([*rules["not_clauses"], *rules["privileges"]])
        self.not_news = _plain(rules["not_clauses"])
        self.lead_stops = _plain(rules["lead_stops"])
        self.lead_aims = _plain(rules["lead_aims"])
        self.lead_back = _plain(rules["lead_back"])
        self.terms = _plain(rules["terms"])
        self.instruments = _plain(rules["instruments"])
        self.estimates = _plain(rules["estimates"])
        self.money = _plain(rules["money"])
        self.states = _plain([" ".join(split_words(fold(name)).words) for name in states_in(language)])
        self.in_force = _plain(rules["in_force"])
        self.outsiders = _plain(rules["outsiders"])
        self.effects = _plain(rules["effects"])
        self.praise = _plain(rules["praise_verbs"])
        self.firm = _plain(rules["firm_verbs"])
        self.travel = _plain(rules["travel"])
        self.tails = _plain(rules["tails"])
        self.person = _plain(rules["person"])
        self.opinion = _plain(rules["opinion"])
        self.speech_promises = _plain(rules["speech_promises"])
        self.best_effort, self.intent, self.permission = (
            _plain(rules[modality]) for modality in ("best_effort", "intent", "permission")
        )
        self.bodies = _plain(rules["bodies"])
        self.collective = _plain(rules["collective"])
        self.pronouns = _plain(rules["pronouns"])
        self.organs = _plain(rules["organs"])
        self.subordinators = read_words(language, "subordinators")
        self.coordinators = read_words(language, "coordinators")
        self.introductions = read_words(language, "introductions")
        self.conditions = read_words(language, "conditions")
        self.openings = self.conditions | self.introductions | self.subordinators
        self.relatives = read_words(language, "relatives")
        self.determiners = read_words(language, "determiners")
        self.articles = read_words(language, "articles")
        self.finite = read_words(language, "finite")
        self.reporting = read_words(language, "reporting")
        self.present = read_words(language, "present")
        self.verbs_and_nouns = read_words(language, "verbs_and_nouns")
        self.tasked = read_words(language, "tasked")
        self.adverbs = read_words(language, "adverbs")
        self.done = read_words(language, "done")
        self.describing = read_words(language, "describing")


def _labelled(rows: list[str], label: Callable[[str], Label]) -> Lexicon[Label]:
    parts = (row.split(": ", 1) for row in rows)
    return Lexicon((phrase, label(head)) for head, phrases in parts for phrase in phrases.split(" / "))


def _with_gerunds(rows: list[str], verbs: frozenset[str]) -> list[str]:
    """Let a phrase that begins with a verb begin with its gerund too: "sharing information"."""
    return [
        f"{head}: {' / '.join(_with_gerund(phrase, verbs) for phrase in phrases.split(' / '))}"
        for head, phrases in (row.split(": ", 1) for row in rows)
    ]


def _with_gerund(phrase: str, verbs: frozenset[str]) -> str:
    first, *rest = phrase.split(" ")
    forms = [gerund(word) for word in first.split("|") if word in verbs]
    return " ".join(["|".join(dict.fromkeys([*first.split("|"), *forms])), *rest])


def gerund(verb: str) -> str:
    """Give the form in "ing" of an English verb."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    doubled = verb.endswith(_DOUBLED) or verb in _DOUBLING
    return f"{verb}{verb[-1]}ing" if doubled else f"{verb}ing"


def _rule(head: str) -> Rule:
    modality, name = head.split(" ", 1)
    return modality, name.replace("_", " ")


def _weight(head: str) -> tuple[str, int]:
    kind, weight = head.split(" ", 1)
    return kind, int(weight)


def _plain(phrases: list[str]) -> Lexicon[str]:
    return Lexicon((phrase, phrase) for phrase in phrases)


@cache
def grammar(language: str) -> Grammar:
    """Give the grammar of ``en`` or ``fr``, built once."""
    return Grammar(language)
