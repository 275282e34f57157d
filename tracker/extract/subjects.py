"""Who a clause is about: its own subject, its lead-in's, or whom a pronoun goes back to."""

from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.agents import agent_of
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar
from tracker.extract.keeping import PASSIVES, TELLS, Reading
from tracker.extract.negation import NO_TIMES, THAT
from tracker.extract.organs import organ_in
from tracker.extract.presents import WEAK
from tracker.extract.rules import read_words
from tracker.extract.subject_core import JOINTLY
from tracker.extract.subject_words import subject_in
from tracker.extract.tasked import falls_on, task_of, told

_NO_SUBJECT: Final = WEAK | {"also", "further", "il", "y", "and", "et"}
_OF_TEXT: Final = frozenset({"prevoir", "provides", "couvrir", "covers"})
_POSSESSIVES: Final = frozenset({"ses", "son", "sa", "leurs", "leur", "its", "their"})
_INDEFINITE: Final = frozenset({"a", "an", "un", "une"})
_WE: Final = frozenset({"we", "nous"})
_ONE: Final = frozenset({"it", "il", "elle", "celui-ci", "celle-ci"})
_LATTER: Final = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
_TAKES_PLACE: Final = frozenset(
    {("aura", "lieu"), ("auront", "lieu"), ("take", "place"), ("be", "held"), ("sera", "tenue")}
)
_FAR: Final = 40
_FALLS_ON: Final = frozenset({"incomber", "responsible", "charge"})
_AGREED: Final = frozenset({"agree", "agreed", "decide", "understood", "convenir", "convenu", "decider"})
_LONGEST_TOLD = 12
_OTHER: Final = frozenset({"other", "autre"})
_ANY: Final = frozenset({"party", "parties", "partie", "either", "each", "chaque", "une", "one"})
_PAIR: Final = 2
_FEW: Final = 4
_STOPS: Final = frozenset({".", ";", ":", "!", "?"})
_SOMEBODY: Final = frozenset({"party", "collective", "organ"})
_IN_FORCE: Final = frozenset({"force", "vigueur", "effect", "effet"})
_ORGAN_WORDS = 7
_NEAR = 4


class Subjects:
    """Reads the subjects of a document from first to last, as pronouns go back."""

    def __init__(self, reading: Reading) -> None:
        """Begin with nobody spoken of yet."""
        self._reading = reading
        self.last = Subject("thing", reading.circle.everyone)
        self._made: Subject | None = None
        self._actor: Subject | None = None

    def read(self, clause: Clause, led: Subject | None) -> Subject:
        """Read the subject of a clause; ``led`` is its lead-in's, for an item of a list."""
        made = self._created(clause)
        subject = self._read(clause, led)
        words = self._reading.words
        if made is None and subject.sort == "organ" and words.words[clause.subject] in _INDEFINITE:
            made = organ_in(
                self._reading.circle,
                self._reading.text,
                words,
                clause.subject,
                min(clause.trigger.start, clause.subject + _NEAR),
            )
        self._made = made
        return subject

    def agent_in(self, item: Clause, led: Subject) -> Subject:
        """Give who does what an item goes on with: "is delivered: (a) in Spain, by the Fund"."""
        if led.sort != "thing":
            return led
        reading = self._reading
        agent = agent_of(reading.circle, reading.text, reading.words, item.start, item.end)
        return Subject("thing", agent) if agent else led

    def _read(self, clause: Clause, led: Subject | None) -> Subject:
        reading = self._reading
        words = reading.words
        everyone = reading.circle.everyone
        before = words.words[clause.subject : clause.trigger.start]
        empty = not any(word[0].isalpha() and word not in _NO_SUBJECT for word in before)
        subject = self._before(clause, led, empty=empty)
        other = task_of(self._reading, clause) or self._agreed_of(clause)
        if other is not None:
            return other
        if subject.sort == "thing" and not empty and words.words[clause.subject] in _POSSESSIVES:
            return Subject("thing", self.last.bearers or everyone)
        impersonal = words.words[clause.trigger.start] in {"il", "it"}
        if words.words[clause.trigger.start] in _WE:
            asked = told(self._reading, clause) if clause.trigger.rule in TELLS else None
            return asked or Subject("collective", everyone)
        if clause.trigger.rule == "instituer" or impersonal or (empty and clause.trigger.rule in _OF_TEXT):
            return Subject("thing", everyone)
        subject = self._inverted(clause) or subject
        behind = self._behind(clause, subject)
        if behind is not None:
            return behind
        if subject.sort == "thing" or (subject.sort == "organ" and self._undergoes(clause)):
            subject = Subject("thing", everyone)
        subject = self._with_others(clause, subject)
        self.last = subject
        if subject.sort in {"organ", "party"}:
            self._actor = subject
        elif subject.sort == "collective" or reading.rules.instruments.holds(
            words.words, clause.subject, clause.trigger.start
        ):
            self._actor = None
        return subject

    def _before(self, clause: Clause, led: Subject | None, *, empty: bool) -> Subject:
        """Read what stands before the verb, or who it goes back to."""
        words = self._reading.words
        place = clause.trigger.start
        subject = subject_in(self._reading.circle, self._reading.text, words, clause.subject, place)
        if empty and led is not None:
            return led
        if subject.sort == "collective" and (other := self._other(clause)) is not None:
            return other
        if self._made is not None and words.words[clause.subject] in _ONE and place > clause.subject:
            return self._made
        if subject.sort == "pronoun":
            return self._pronoun(clause)
        if empty and clause.subject > 0 and clause.start == clause.subject:
            return self.last
        return subject

    def _pronoun(self, clause: Clause) -> Subject:
        """Give whom "it", "they" or "celui-ci" goes back to."""
        word = self._reading.words.words[clause.subject]
        if self._of_force(clause) or (word not in _LATTER and self._happens(clause)):
            return Subject("thing", self._reading.circle.everyone)
        if word in _LATTER:
            return self._latter(clause) or self.last
        if (who := self._who_said_so(clause)) is not None:
            return who
        if self.last.sort == "thing" and word in _ONE:
            # what acts is not the thing last spoken of, but who acted before: "It shall report …"
            return self.last if self._actor is None or self._undergoes(clause) else self._actor
        return self.last

    def _latter(self, clause: Clause) -> Subject | None:
        """Give who was named last: "… is sent to the Council. The latter informs …"."""
        reading, words = self._reading, self._reading.words
        start = max(0, clause.subject - _FAR)
        organs = reading.rules.organs.search(words.words, start, clause.subject)
        named = [found.start for found in organs if reading.text.plain[words.starts[found.start]].isupper()]
        named += [found.start for found in reading.circle.names.search(words.words, start, clause.subject)]
        place = max(named, default=clause.subject)
        if place == clause.subject or reading.rules.instruments.holds(words.words, place, clause.subject):
            return None
        found = subject_in(reading.circle, reading.text, words, place, clause.subject - 1)
        return found if found.bearers else None

    def _who_said_so(self, clause: Clause) -> Subject | None:
        """Give who told what a clause holds: "Kenya promised that it would pay"."""
        reading, words = self._reading, self._reading.words.words
        that = clause.subject - 1
        if that <= 0 or words[that] not in THAT:
            return None
        near = range(that - 1, max(-1, that - _FAR), -1)
        begin = next((at + 1 for at in near if words[at] in _STOPS), max(0, that - _FAR))
        found = subject_in(reading.circle, reading.text, reading.words, begin, that - 1)
        return found if found.sort in _SOMEBODY and found.bearers else None

    def _other(self, clause: Clause) -> Subject | None:
        """Give who "the other Party" is where the sentence names one of two: "Kenya pays and the other …"."""
        circle, words = self._reading.circle, self._reading.words.words
        said = words[clause.subject : clause.trigger.start]
        if len(circle.everyone) != _PAIR or len(said) > _FEW or _OTHER.isdisjoint(said):
            return None
        near = range(clause.subject - 1, max(-1, clause.subject - _FAR), -1)
        begin = next((at + 1 for at in near if words[at] in _STOPS), max(0, clause.subject - _FAR))
        named = circle.names_of(circle.named(words, begin, clause.subject))
        if len(named) != 1 or not _ANY.isdisjoint(words[begin : clause.subject]):
            return None
        return Subject("party", tuple(name for name in circle.everyone if name not in named))

    def _happens(self, clause: Clause) -> bool:
        """Say whether something takes place: then "it" is a meeting, and nobody."""
        words, place = self._reading.words.words, clause.trigger.start
        near = words[place : clause.trigger.end + 2]
        return any(tuple(near[at : at + 2]) in _TAKES_PLACE for at in range(len(near))) or (
            words[place - 1] in {"se", "s'"} and near[0].startswith(("tiend", "derouler"))
        )

    def _behind(self, clause: Clause, subject: Subject) -> Subject | None:
        """Give who stands behind the verb: an agent, whose task it is, or who is told to do it."""
        reading, trigger = self._reading, clause.trigger
        words = reading.words.words
        if self._of_force(clause):
            return None
        passive = bool(PASSIVES & {*words[trigger.end : trigger.end + 2], words[trigger.start]})
        if passive or subject.sort == "thing":
            begin = trigger.end - (words[trigger.end - 1] == "charge")
            agent = agent_of(reading.circle, reading.text, reading.words, begin, clause.end)
            if agent:
                return Subject(subject.sort, agent)
            if trigger.rule in _FALLS_ON and (subject.sort == "thing" or words[trigger.end - 1] == "of"):
                return falls_on(self._reading, clause)
        return told(self._reading, clause) if trigger.rule in TELLS else None

    def _with_others(self, clause: Clause, subject: Subject) -> Subject:
        """Add with whom it is to be done: "A shall, jointly with B, convene"."""
        reading, words = self._reading, self._reading.words.words
        place = clause.trigger.end + (words[clause.trigger.end : clause.trigger.end + 1] == [","])
        if subject.sort != "party" or words[place : place + 2] not in JOINTLY:
            return subject
        end = next((at for at in range(place, clause.end) if words[at] == ","), place)
        named = reading.circle.names_of(reading.circle.named(words, place + 2, end))
        return Subject("party", tuple(dict.fromkeys((*subject.bearers, *named))))

    def _inverted(self, clause: Clause) -> Subject | None:
        """Give the subject behind its verb: "In no case shall the Bank disclose"."""
        reading, words = self._reading, self._reading.words
        opening, place = words.words[clause.subject : clause.trigger.start], clause.trigger.end
        if opening[:3] not in NO_TIMES:
            return None
        near = range(place + 1, min(clause.end, place + _LONGEST_TOLD))
        verb = next((at for at in near if words.words[at] in reading.rules.plain_verbs), place)
        found = subject_in(reading.circle, reading.text, words, place, verb) if verb > place else None
        return found if found is not None and found.bearers else None

    def _agreed_of(self, clause: Clause) -> Subject | None:
        """Give of whom it was agreed: "The Parties agree that the Bank shall pay"."""
        reading, words = self._reading, self._reading.words
        place = clause.trigger.end
        if clause.trigger.rule not in _AGREED or words.words[place - 1] not in {"that", "que", "qu'"}:
            return None
        near = range(place + 1, min(clause.end, place + _LONGEST_TOLD))
        verb = next((at for at in near if self._is_to_come(words.words[at])), place)
        found = subject_in(reading.circle, reading.text, words, place, verb) if verb > place else None
        return found if found is not None and found.sort == "party" else None

    def _is_to_come(self, word: str) -> bool:
        if self._reading.rules.language == "fr":
            return has_tense(word, "future")
        return word in {"shall", "will", "should", "must", "may"} or word in self._reading.rules.present

    def _of_force(self, clause: Clause) -> bool:
        """Say whether a clause is about when the text itself is in force."""
        trigger = clause.trigger
        near = self._reading.words.words[trigger.end : trigger.end + _NEAR]
        return trigger.rule in _IN_FORCE or bool(_IN_FORCE & set(near))

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
        return organ_in(reading.circle, reading.text, words, start, stop)

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
