"""Who a clause is about: its own subject, its lead-in's, or whom a pronoun goes back to."""

from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar
from tracker.extract.keeping import PASSIVES, Reading
from tracker.extract.presents import WEAK
from tracker.extract.rules import read_words

_NO_SUBJECT: Final = WEAK | {"also", "further", "il", "y"}
_OF_TEXT: Final = frozenset({"prevoir", "provides", "couvrir", "covers"})
_POSSESSIVES: Final = frozenset({"ses", "son", "sa", "leurs", "leur", "its", "their"})
_ONE: Final = frozenset({"it", "il", "elle", "celui-ci", "celle-ci"})
_INSTRUCTS: Final = frozenset({"instruct", "instruire"})
_ORGAN_WORDS = 7
_NEAR = 4


class Subjects:
    """Reads the subjects of a document from first to last, as pronouns go back."""

    def __init__(self, reading: Reading) -> None:
        """Begin with nobody spoken of yet."""
        self._reading = reading
        self.last = Subject("thing", reading.circle.everyone)
        self._made: Subject | None = None

    def read(self, clause: Clause, led: Subject | None) -> Subject:
        """Read the subject of a clause; ``led`` is its lead-in's, for an item of a list."""
        made = self._created(clause)
        subject = self._read(clause, led)
        self._made = made or (self._made if subject.sort == "pronoun" else None)
        return subject

    def _read(self, clause: Clause, led: Subject | None) -> Subject:
        reading = self._reading
        words = reading.words
        everyone = reading.circle.everyone
        place = clause.trigger.start
        subject = reading.circle.subject(reading.text, words, clause.subject, place)
        before = words.words[clause.subject : place]
        empty = not any(word[0].isalpha() and word not in _NO_SUBJECT for word in before)
        if empty and led is not None:
            subject = led
        elif subject.sort == "thing" and words.words[clause.subject] in _POSSESSIVES:
            return Subject("thing", self.last.bearers or everyone)
        elif self._made is not None and set(before[:1]) & _ONE:
            subject = self._made
        elif subject.sort == "pronoun" or (empty and clause.subject > 0 and clause.start == clause.subject):
            subject = self.last
        if clause.trigger.rule == "instituer" or (empty and clause.trigger.rule in _OF_TEXT):
            return Subject("thing", everyone)
        after = words.words[clause.trigger.end : clause.trigger.end + 2]
        passive = bool(PASSIVES & {*after, words.words[place]})
        if passive or subject.sort == "thing":
            agent = reading.circle.agent(reading.text, words, clause.trigger.end, clause.end)
            if agent:
                return Subject(subject.sort, agent)
        if clause.trigger.rule in _INSTRUCTS:
            told = reading.circle.subject(reading.text, words, place + 1, clause.trigger.end - 1)
            return told if told.sort in {"party", "organ"} and told.bearers else subject
        if subject.sort == "thing" or (subject.sort == "organ" and self._undergoes(clause)):
            subject = Subject("thing", everyone)
        self.last = subject
        return subject

    def _created(self, clause: Clause) -> Subject | None:
        """Give the organ that a clause sets up: what follows speaks of it as "it"."""
        reading = self._reading
        words = reading.words
        trigger = clause.trigger
        creates = read_words("words", "creates")
        near = words.words[trigger.start : min(clause.end, trigger.end + _NEAR)]
        if not creates & set(near):
            return None
        passive = bool(PASSIVES & set(near)) and trigger.rule != "instituer"
        start, stop = (
            (clause.subject, trigger.start)
            if passive and trigger.start > clause.subject
            else (trigger.end, min(clause.end, trigger.end + _ORGAN_WORDS))
        )
        return reading.circle.organ_in(reading.text, words, start, stop)

    def _undergoes(self, clause: Clause) -> bool:
        """Say whether the subject is who something is done to: "the Director shall be appointed"."""
        words, rules = self._reading.words.words, self._reading.rules
        place = clause.trigger.end
        if rules.language == "en":
            while place < clause.end and words[place] in rules.adverbs:
                place += 1
            done = words[place + 1 : place + 2]
            return words[place : place + 1] == ["be"] and done != [] and _done(done[0], rules)
        if words[clause.trigger.start] not in PASSIVES:
            return False
        return (
            place < clause.end and has_tense(words[place], "participle") and words[place] not in rules.tasked
        )


def _done(word: str, rules: Grammar) -> bool:
    return word not in rules.tasked and (word.endswith("ed") or word in rules.done)
