"""How close a word stands to the verb of its clause: governed by it, by its object, or only added to it.

A careful reader tells what a clause is about by the verb and its object ("communicate the files of the
trainees to the agency"), and gives little weight to what hangs on further words.
"""

from functools import cache
from typing import Final

from tracker.extract.french import has_tense, tenses
from tracker.extract.grammar import Grammar
from tracker.extract.rules import read_words
from tracker.extract.wording import Words

OBJECT: Final = 1.2
NEAR: Final = 0.7
_JOINED: Final = 0.8
_OF_OBJECT: Final = 0.85
_LEAST_OF: Final = 0.5
_ADDED: Final = 0.5
_ASIDE: Final = 0.3
_OF: Final = read_words("words", "closeness_of")
_TURNS: Final = read_words("words", "closeness_turns")
_INDIRECT: Final = frozenset({"a", "au", "aux"})
_OF_VERBS: Final = frozenset({"with", "in", "on", "upon", "for", "into", "over", "avec", "sur", "en"})
_COOPERATE: Final = ("cooper", "collabor")
_VERBS_WITH_A: Final = ("proced", "particip", "contribu", "veill", "recour", "assist", "pourvo", "concour")
_PURPOSES: Final = frozenset({"order", "so", "as", "view"})
_NO_VERB_AFTER: Final = frozenset({"the", "a", "an", "of", "in", "their", "its", "for", "on", "any", "at"})
_LONGEST_ADVERBIAL: Final = 16
_JOINS: Final = frozenset({"and", "et", "or", "ou"})
_INFINITIVE: Final = {"en": frozenset({"to"}), "fr": frozenset({"a", "de", "d'"})}
_BE: Final = frozenset(
    {"be", "been", "is", "are", "subject", "open", "etre", "ne", "se", "s'", "y", "en", ","}
)
_RIGHTS: Final = read_words("words", "closeness_rights")
_AUXILIARIES: Final = read_words("words", "auxiliaries")
_EFFORTS: Final = (
    "committing",
    "committed",
    "efforc",
    "engag",
    "continu",
    "cherch",
    "visent",
    "vise",
    "commenc",
    "emploi",
)
_FURTHER: Final = 0.9
_ARTICLES: Final = frozenset(
    {"a", "an", "the", "any", "its", "their", "un", "une", "le", "la", "les", "l'", "des"}
)
_BEFORE_AGENT: Final = frozenset({"by", "par"})
_BEFORE_FURTHER: Final = _JOINS | {","}
_CHANGING: Final = _TURNS | _OF | _ARTICLES | {","}
_NO_NAME_AFTER: Final = frozenset({"and", "or", "et", "ou", ",", "tout", "tous", "all", "both", "each"})


@cache
def _prepositions(language: str) -> frozenset[str]:
    return read_words(language, "closeness_prepositions")


@cache
def _adverbial(language: str) -> frozenset[str]:
    """Give the words that may open an adverbial between "shall" and its verb."""
    return _prepositions(language) | _TURNS | _INFINITIVE[language]


@cache
def _changing(language: str) -> frozenset[str]:
    """Give the words at which a verb's hold can change."""
    return _CHANGING | _INFINITIVE[language] | _prepositions(language)


def closeness(words: Words, start: int, trigger: slice, stop: int, last: int, rules: Grammar) -> list[float]:
    """Give the weight of each word of ``[start, stop)`` up to ``last``, exclusive.

    ``trigger`` is where the verb stands.
    """
    tokens = words.words
    before, behind = max(start, trigger.start), max(start, trigger.stop)
    subject = _introduced(tokens, start, before, rules)
    shares = [_ASIDE] * (subject - start)
    shares += _run(tokens, subject, before, last, rules, subject=True)
    shares += [OBJECT] * (behind - before)
    return shares + _run(tokens, behind, stop, last, rules, subject=False)


def head_of(tokens: list[str], start: int, stop: int, rules: Grammar) -> int:
    """Give where the verb stands behind "be" and adverbs."""
    leads = start + 1 < stop and tokens[start] in _INFINITIVE[rules.language]
    start += leads and tokens[start + 1] not in _ARTICLES
    while start < stop and (tokens[start] in rules.adverbs or tokens[start] in _BE):
        start += 1
    if start < stop and tokens[start] in _adverbial(rules.language):
        near = range(start + 1, min(stop, start + _LONGEST_ADVERBIAL))
        return next((at for at in near if _is_infinitive(tokens, at, rules)), start)
    return start


def _is_infinitive(tokens: list[str], place: int, rules: Grammar) -> bool:
    if rules.language == "fr":
        return has_tense(tokens[place], "infinitive") and tokens[place - 1] not in _INFINITIVE["fr"]
    purpose = tokens[place - 1] == "to" and tokens[place - 2] in _PURPOSES
    return tokens[place] in rules.plain_verbs and tokens[place - 1] not in _NO_VERB_AFTER and not purpose


def _introduced(tokens: list[str], start: int, verb: int, rules: Grammar) -> int:
    """Give where the main clause begins behind "If …, " and "On the proposal of …, "."""
    if start >= verb or tokens[start] not in rules.openings:
        return start
    return next((at + 1 for at in range(verb - 2, start, -1) if tokens[at] == ","), start)


def _run(
    tokens: list[str], start: int, stop: int, last: int, rules: Grammar, *, subject: bool
) -> list[float]:
    end = min(stop, last)
    if start >= end:
        return []
    return _Reach(tokens, start, head_of(tokens, start, stop, rules), rules, subject=subject).weights(end)


class _Reach:
    """Goes from word to word and says how far the verb's hold still reaches."""

    def __init__(self, tokens: list[str], start: int, head: int, rules: Grammar, *, subject: bool) -> None:
        self._tokens, self._rules = tokens, rules
        self._prepositions = _prepositions(rules.language)
        self._infinitive = _INFINITIVE[rules.language]
        self._changing = _changing(rules.language)
        self._start, self._head = start, head
        self._lifted = (_ADDED, _ASIDE) if subject else (_ADDED,)
        of_verb = not subject and head > start and tokens[start] in _OF
        self._share, self._kept = _ADDED if of_verb else OBJECT, 0.0

    def weights(self, stop: int) -> list[float]:
        """Give the weight of each word up to ``stop``; most words leave it as it was."""
        start, shares, before = self._start, [], ""
        following = [*self._tokens[start + 1 : stop + 1], ""]
        for place, word, behind in zip(range(start, stop), self._tokens[start:stop], following, strict=False):
            if (
                word in self._changing
                or before in _BEFORE_FURTHER
                or behind in _BEFORE_AGENT
                or place == self._head
            ):
                self._reach(place, word, before, behind)
            shares.append(self._share)
            before = word
        return shares

    def _reach(self, place: int, word: str, before: str, behind: str) -> None:
        if place == self._head:
            self._share, self._kept = OBJECT, 0.0
        if word == "," and self._kept:
            self._share, self._kept = self._kept, 0.0
        elif (word in self._infinitive or word in _OF) and _leads_on(before):
            self._share = OBJECT
        elif word in self._infinitive and before in _JOINS:
            self._share, self._kept = _JOINED, 0.0
        elif not self._turns(word, before, behind, place):
            self._lift(word, before, place)

    def _turns(self, word: str, before: str, behind: str, place: int) -> bool:
        """Say whether a word leads away from the verb, and take the weight of what follows."""
        if word in _TURNS or (behind in _BEFORE_AGENT and self._describes(word, before, place)):
            self._kept = self._share if before == "," else 0.0
            self._share = _ASIDE
        elif word in _OF:
            self._share = _within(self._share) if place > self._head else self._share
        elif word in self._prepositions and not (place <= self._head + 1 and _completes(before, word)):
            self._kept = self._share if before == "," and self._share > _ADDED else self._kept
            self._share = min(self._share, _ADDED)
        else:
            return False
        return True

    def _describes(self, word: str, before: str, place: int) -> bool:
        """Say whether a participle only describes the noun before it: "students nominated by …"."""
        if place <= self._head:
            return False
        if self._rules.language == "en":
            return word.endswith("ed") and before not in _BE and before not in _JOINS
        return before not in _AUXILIARIES and before not in _JOINS and has_tense(word, "participle")

    def _lift(self, word: str, before: str, place: int) -> None:
        """Take the weight of a further object or of a further verb."""
        if (
            self._share in self._lifted
            and word in _ARTICLES
            and _after_noun(self._tokens, place, self._rules)
        ):
            self._share = 1.0
        elif (before in _JOINS or before == ",") and self._share > _JOINED and _is_verb(word, self._rules):
            self._share = _JOINED


def _within(share: float) -> float:
    """Give the weight of what "of" joins to a noun of that weight."""
    if share > _OF_OBJECT:
        return _OF_OBJECT
    return max(share * _FURTHER, min(share, _LEAST_OF))


def _leads_on(word: str) -> bool:
    return word in _RIGHTS or word.startswith(_EFFORTS)


def _completes(verb: str, preposition: str) -> bool:
    """Say whether a preposition belongs to the verb: "report on", "procéder à"."""
    if preposition in _INDIRECT:
        return verb.startswith(_VERBS_WITH_A)
    return preposition in _OF_VERBS or verb.startswith(_COOPERATE)


def _is_verb(word: str, rules: Grammar) -> bool:
    return word in rules.plain_verbs if rules.language == "en" else bool(tenses(word))


def _after_noun(tokens: list[str], place: int, rules: Grammar) -> bool:
    """Say whether an article opens a further object: "present to the Council a summary"."""
    before = tokens[place - 1]
    return before[0].isalpha() and not (
        before in _NO_NAME_AFTER
        or before in _OF
        or before in _prepositions(rules.language)
        or before in rules.determiners
        or before.endswith("ing")
    )
