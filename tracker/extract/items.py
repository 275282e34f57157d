"""Items that begin with their verb: "(a) Exchange information on …", "– organiser des colloques"."""

from typing import Final

from tracker.extract.asides import behind_aside
from tracker.extract.clauses import Clause, without_end
from tracker.extract.french import has_tense, tenses
from tracker.extract.grammar import Grammar
from tracker.extract.presents import PRESENT
from tracker.extract.rules import read_words
from tracker.extract.triggers import Trigger

IMPERATIVE: Final = "imperative"
_BEFORE: Final = frozenset({"to", "de", "d'", "a"})
_JOINS: Final = frozenset({"and", "et"})
_SHORTEST = 3
_ADVERBS: Final = frozenset(
    {
        "jointly",
        "further",
        "actively",
        "regularly",
        "also",
        "mutually",
        "not",
        "se",
        "s'",
        "ne",
        "pas",
        "y",
        "en",
    }
)


def item_with_verb(words: list[str], start: int, stop: int, rules: Grammar, *, led: bool) -> Clause | None:
    """Read a list item at words ``[start, stop)`` that begins with its verb and has no subject.

    ``led`` says that it belongs to a lead-in with an actor: then a treaty present is its verb too.
    """
    if stop - start < _SHORTEST:
        return None
    start += led and words[start] in _JOINS
    place = behind_aside(words, start, stop) if led else start
    start += words[start] == ","
    opens = place
    while place < stop and (words[place] in _ADVERBS or (led and place == opens and words[place] in _BEFORE)):
        place += 1
    if stop - place < _SHORTEST:
        return None
    rule = ""
    if rules.language == "en" and words[place] in rules.plain_verbs:
        rule = IMPERATIVE if not _noun(words, place, rules) else ""
    elif (led and rules.language == "en" and _gerund(words[place], rules)) or (
        rules.language == "fr" and has_tense(words[place], "infinitive")
    ):
        rule = IMPERATIVE
    elif led and place == opens and _present(words[place], rules):
        rule = PRESENT
    if not rule:
        return None
    trigger = Trigger(start, place + 1, "obligation", rule, main=True, relative=False)
    return Clause(start, without_end(words, start, stop, rules), start, trigger)


def _noun(words: list[str], place: int, rules: Grammar) -> bool:
    """Say whether "exchange", "support" or "plan" is a noun here."""
    following = words[place + 1]
    if following == "of" or not (following[0].isalpha() or following.isdigit()):
        return True
    return words[place] in rules.verbs_and_nouns and following in read_words("words", "after_noun")


def _gerund(word: str, rules: Grammar) -> bool:
    """Say whether a word is the gerund of a verb in the table: "sharing", "setting", "organizing"."""
    stem = word.removesuffix("ing")
    if stem == word or len(stem) <= 1:
        return False
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return not rules.plain_verbs.isdisjoint((stem, stem + "e", doubled))


def _present(word: str, rules: Grammar) -> bool:
    if rules.language == "en":
        return word in rules.present and word.endswith("s")
    stative = read_words("fr_verbs", "stative")
    return any(form.tense == "present" and form.infinitive not in stative for form in tenses(word))
