"""The rules of one language, ready to be looked up."""

from functools import cache
from types import ModuleType
from typing import Final

from tracker.extract.rules import en, fr
from tracker.extract.wording import Lexicon

_MODULES: Final[dict[str, ModuleType]] = {"en": en, "fr": fr}

Rule = tuple[str, str]


class Grammar:
    """What the rules of a language say; lexicons carry (modality, name) or (kind, weight)."""

    def __init__(self, language: str) -> None:
        """Index the rule tables of ``en`` or ``fr``."""
        rules = _MODULES[language]
        self.language = language
        self.triggers: Lexicon[Rule] = Lexicon((row[0], (row[1], row[2])) for row in rules.TRIGGERS)
        self.news: Lexicon[Rule] = Lexicon((row[0], (row[1], row[2])) for row in rules.NEWS)
        self.operative: Lexicon[Rule] = Lexicon((row[0], (row[1], row[2])) for row in rules.OPERATIVE)
        self.leads: Lexicon[Rule] = Lexicon((row[0], (row[1], row[2])) for row in rules.LEADS)
        self.kinds: Lexicon[tuple[str, int]] = _scored(rules.KINDS)
        self.titles: Lexicon[tuple[str, int]] = _scored(rules.TITLES)
        self.not_acts = _plain(rules.NOT_ACTS)
        self.not_clauses = _plain(rules.NOT_CLAUSES)
        self.lead_stops = _plain(rules.LEAD_STOPS)
        self.instruments = _plain(rules.INSTRUMENTS)
        self.praise = _plain(rules.PRAISE_VERBS)
        self.firm = _plain(rules.FIRM_VERBS)
        self.travel = _plain(rules.TRAVEL)
        self.person = _plain(rules.PERSON)
        self.opinion = _plain(rules.OPINION)
        self.speech_promises = _plain(rules.SPEECH_PROMISES)
        self.best_effort = _plain(rules.BEST_EFFORT)
        self.intent = _plain(rules.INTENT)
        self.permission = _plain(rules.PERMISSION)
        self.collective = _plain(rules.COLLECTIVE)
        self.pronouns = _plain(rules.PRONOUNS)
        self.organs = _plain(rules.ORGANS)
        self.subordinators: frozenset[str] = rules.SUBORDINATORS
        self.coordinators: frozenset[str] = rules.COORDINATORS
        self.introductions: frozenset[str] = rules.INTRODUCTIONS
        self.conditions: frozenset[str] = rules.CONDITIONS
        self.relatives: frozenset[str] = rules.RELATIVES
        self.determiners: frozenset[str] = rules.DETERMINERS
        self.finite: frozenset[str] = rules.FINITE
        self.reporting: frozenset[str] = rules.REPORTING
        self.present: frozenset[str] = getattr(rules, "PRESENT", frozenset())
        self.describing: frozenset[str] = getattr(rules, "DESCRIBING", frozenset())


def _scored(rows: tuple[tuple[str, int, str], ...]) -> Lexicon[tuple[str, int]]:
    return Lexicon((phrase, (kind, weight)) for kind, weight, phrases in rows for phrase in phrases.split(" / "))


def _plain(phrases: tuple[str, ...]) -> Lexicon[str]:
    return Lexicon((phrase, phrase) for phrase in phrases)


@cache
def grammar(language: str) -> Grammar:
    """Give the grammar of ``en`` or ``fr``, built once."""
    return Grammar(language)
