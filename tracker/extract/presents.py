"""The treaty present, in which an agreement states as fact what it asks: "les Parties se réunissent"."""

from collections.abc import Collection, Iterator
from functools import cache
from itertools import compress
from typing import Final

from tracker.extract.french import has_tense, tenses, verb_forms
from tracker.extract.grammar import Grammar, Rule
from tracker.extract.rules import read_words
from tracker.extract.subordinates import governed
from tracker.extract.wording import Found, Lexicon, Words

NOUN_BEFORE: Final = read_words("words", "presents_noun_before")
ADVERBS: Final = read_words("words", "presents_adverbs")
# Words that may stand between a subject and its verb.
WEAK: Final = frozenset(["se", "s'", "ne", "n'", "y", "en", "lui", "leur", "l'", "le", "la", "les", "nous"])
_BEFORE_NOUN = NOUN_BEFORE - WEAK
_REFLEXIVE = frozenset({"se", "s'"})
JOINS: Final = frozenset({"et", "mais", "puis", ","})
_ARTICLES = frozenset({"le", "la", "les", "l'", "en"})
# What stands before an article that is a verb's object: "et les transmet", "il la soumet".
_BEFORE_OBJECT = [[word] for word in ("et", "mais", "puis", "il", "elle", "ils", "elles", "ne", "qui")]
# What follows "en" and a verb, which behind "en" is a noun else: "en assure l'entretien", "en cours".
_OBJECTS = [["le"], ["la"], ["les"], ["l'"]]
_BEHIND_DONE = [["de"], ["d'"], ["du"], ["des"], ["par"]]
_EVERY = frozenset({"tout", "toute", "chaque", "aucun", "aucune"})
_PLURAL = frozenset({"les", "ces", "des", "leurs", "ses"})
_PLURAL_PRONOUNS = frozenset({"ils", "elles"})
_BOTH = frozenset({"two", "both", "deux"})
_EN_BE = frozenset({"is", "are"})
_EN_AFTER = frozenset(
    ["by", "annually", "every", "yearly", "from", "within", "twice", "once", "upon", "jointly", "equally"]
)
_BEHIND_NOUN = (["and"], ["or"], ["of"], ["for"], [","], ["."])
_ENTERS = (["en"], ["dans"])
_LONGEST_ASIDE = 16
_LONGEST_AGENT = 13
_BY_ALL = frozenset({("d'", "un", "commun"), ("d'", "accord", "entre"), ("par", "accord", "entre")})
_TO = frozenset({"a", "au", "aux"})
_EN_ASIDES = frozenset(
    ["in", "with", "after", "on", "upon", "through", "under", "within", "together", "at", "for"]
)
_EN_MODALS = frozenset(["can", "could", "may", "might", "would", "to", "cannot", "not"])
_EN_AFTER_DONE = _EN_AFTER | {"at", "in", "on", "free", "through", "before", "after", "not"}
_EN_NOT_BEFORE = frozenset(
    ["to", "and", "or", ",", "our", "their", "its", "his", "her", "the", "a", "an", "of", "no", "such", "any"]
)
_COORDINATED_FROM = 3
PRESENT: Final = "présent"
PASSIVE: Final = "passif"
OF_THING: Final = "présent d'une chose"


def presents(
    words: Words, start: int, stop: int, rules: Grammar, names: Lexicon[int]
) -> Iterator[Found[Rule]]:
    """Yield the treaty presents of a sentence without another trigger: the first, and those joined to it."""
    tokens = words.words
    verbs = _verbs(rules)
    for position in compress(range(start, stop), map(verbs.__contains__, tokens[start:stop])):
        sort = _present_at(tokens, position, stop, rules)
        if not sort or position in words.accented or not governed(tokens, start, position, rules)[0]:
            continue
        if sort == PASSIVE and rules.language == "en" and tokens[position + 2] == "by":
            end = min(stop, position + _LONGEST_AGENT)
            end = next((at for at in range(position + 3, end) if tokens[at] in {"of", "in", "under"}), end)
            if not _actor_before(tokens, position + 3, end, rules, names):
                continue
        first = position
        while first > start and tokens[first - 1] in WEAK:
            first -= 1
        actor = _actor_before(tokens, start, first, rules, names)
        if sort == PRESENT and tokens[position - 1] in _REFLEXIVE:
            sort = PASSIVE
        elif sort == PRESENT and not actor:
            if not _normative(tokens, start, position, rules):
                continue
            sort = OF_THING
        yield Found(position, position + 1, ("obligation", sort))
        if actor and rules.language == "fr":
            yield from _joined(words, position, stop, rules)
        return


def _joined(words: Words, first: int, stop: int, rules: Grammar) -> Iterator[Found[Rule]]:
    """Yield what the same actor does besides: "examine les demandes et les transmet"."""
    tokens = words.words
    verbs = _verbs(rules)
    for position in range(first + _COORDINATED_FROM, stop):
        if tokens[position] not in verbs or position in words.accented:
            continue
        if _present_at(tokens, position, stop, rules) != PRESENT:
            continue
        before = position - 1
        while before > first and tokens[before] in WEAK:
            before -= 1
        pronoun = before < position - 1
        if tokens[before] in JOINS and (pronoun or tokens[before] != "," or tokens[position].endswith("ent")):
            yield Found(position, position + 1, ("obligation", PRESENT))


@cache
def _verbs(rules: Grammar) -> Collection[str]:
    """Give the words that can be a treaty present, or the "is" of a passive."""
    return verb_forms() if rules.language == "fr" else rules.present | _EN_BE


def _present_at(tokens: list[str], position: int, stop: int, rules: Grammar) -> str:
    word = tokens[position]
    if rules.language == "en":
        return _english(tokens, position, stop, rules)
    if word in {"est", "sont"} and tokens[position - 1] not in _REFLEXIVE:
        after = position + 1
        while after < stop and tokens[after] in ADVERBS:
            after += 1
        passive = (
            after < stop
            and has_tense(tokens[after], "participle")
            and (not _describes(tokens[after], rules) or _is_done(tokens, after + 1, stop))
        )
        return PASSIVE if passive else ""
    between = word == "entre" and tokens[position + 1 : position + 2] not in _ENTERS
    noun = not position or tokens[position - 1] in _BEFORE_NOUN
    if between or noun or after_auxiliary(tokens, position):
        return ""
    of_it = tokens[position - 1] == "en" and tokens[position + 1 : position + 2] in _OBJECTS
    if (
        tokens[position - 1] in _ARTICLES
        and not of_it
        and tokens[position - 2 : position - 1] not in _BEFORE_OBJECT
    ) or (tokens[position - 1] == "," and _apposed(tokens, position)):
        return ""
    for form in tenses(word):
        causes = (
            form.infinitive == "faire"
            and position + 1 < stop
            and has_tense(tokens[position + 1], "infinitive")
        )
        if form.tense == "present" and (causes or form.infinitive not in read_words("fr_verbs", "stative")):
            return PRESENT
    return ""


def _apposed(tokens: list[str], position: int) -> bool:
    """Say whether a participle stands behind its noun: "un comité, composé de cinq membres"."""
    return has_tense(tokens[position], "participle") and tokens[position + 1 : position + 2] in _BEHIND_DONE


def after_auxiliary(tokens: list[str], position: int) -> bool:
    """Say whether a form is a participle: "ont passé", "ont également décidé"."""
    before = position - 1
    while before > 0 and tokens[before] in ADVERBS:
        before -= 1
    return tokens[before] in read_words("words", "auxiliaries")


def _english(tokens: list[str], position: int, stop: int, rules: Grammar) -> str:
    if not position:
        return ""
    if tokens[position] in _EN_BE and position + 2 < stop:
        word = tokens[position + 1]
        after = tokens[position + 2]
        done = word in rules.done and after in _EN_AFTER_DONE
        done = done or (word.endswith("ed") and word not in rules.describing and after in _EN_AFTER)
        return PASSIVE if done else ""
    noun = tokens[position] in rules.verbs_and_nouns and tokens[position + 1 : position + 2] in _BEHIND_NOUN
    if noun or tokens[position] not in rules.present:
        return ""
    before = position - 1
    while before > 0 and (tokens[before] in rules.adverbs or tokens[before].endswith("er")):
        before -= 1
    apart = tokens[position - 1] in _EN_NOT_BEFORE and not _behind_aside(tokens, position)
    return "" if apart or tokens[before] in _EN_MODALS else PRESENT


def _behind_aside(tokens: list[str], position: int) -> bool:
    """Say whether the comma before a verb closes an aside: "The Secretariat, with the Parties, prepares"."""
    if tokens[position - 1] != "," or not tokens[position].endswith("s"):
        return False
    for place in range(position - 2, max(0, position - _LONGEST_ASIDE), -1):
        if tokens[place] in {".", ";", ":"}:
            return False
        if tokens[place] == ",":
            return tokens[place + 1] in _EN_ASIDES
    return False


def _is_done(tokens: list[str], place: int, stop: int) -> bool:
    """Say whether a participle is a step all the same: "définis d'un commun accord", "soumis … pour avis"."""
    if tuple(tokens[place : place + 3]) in _BY_ALL or tokens[place : place + 1] == ["conjointement"]:
        return True
    far = min(stop, place + _LONGEST_AGENT)
    return tokens[place - 1].startswith("soumis") and tokens[place] in _TO and "pour" in tokens[place:far]


def _describes(word: str, rules: Grammar) -> bool:
    return (
        word in rules.describing
        or word.rstrip("s") in rules.describing
        or word.rstrip("s").removesuffix("e") in rules.describing
    )


def _normative(tokens: list[str], start: int, position: int, rules: Grammar) -> bool:
    """Say whether a thing as subject is asked to be so: "toute publication mentionne …"."""
    if rules.language != "fr" or any(
        form.infinitive in read_words("fr_verbs", "constative") for form in tenses(tokens[position])
    ):
        return False
    return tokens[start] in _EVERY or (tokens[start] in _PLURAL and tokens[position].endswith("ent"))


def _actor_before(tokens: list[str], start: int, stop: int, rules: Grammar, names: Lexicon[int]) -> bool:
    return (
        names.holds(tokens, start, stop)
        or any(
            lexicon.holds(tokens, start, stop) for lexicon in (rules.collective, rules.organs, rules.states)
        )
        or rules.pronouns.holds(tokens, start, min(stop, start + 2))
        or (tokens[stop - 1] in _PLURAL_PRONOUNS and stop - 1 > start)
        or not _BOTH.isdisjoint(tokens[start:stop])
    )
