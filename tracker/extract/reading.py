"""Go through a document block by block and turn its clauses into proposals."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from tracker.extract.actors import Circle, Subject
from tracker.extract.clauses import Clause, cut_clauses
from tracker.extract.filters import Setting, rejected
from tracker.extract.french import has_tense
from tracker.extract.genre import PRESS
from tracker.extract.grammar import Grammar, Rule
from tracker.extract.kinds import OTHER, Kinds, find_kinds
from tracker.extract.layout import Block
from tracker.extract.modality import refine
from tracker.extract.normalise import Normalised
from tracker.extract.presents import OF_THING, PASSIVE, PRESENT, WEAK
from tracker.extract.proposals import ProposedObligation
from tracker.extract.region import Region, closes, is_recital
from tracker.extract.sentences import after_dateline, sentences
from tracker.extract.timing import Calendar, find_timing
from tracker.extract.triggers import Trigger, find_triggers
from tracker.extract.wording import Words

_SCOPE_TITLES: Final = ("definition", "use of terms", "terminolog")
_SHARES: Final = {
    PRESENT: 0.8,
    PASSIVE: 0.65,
    OF_THING: 0.6,
    "areas": 0.7,
    "covers": 0.65,
    "couvrir": 0.65,
}
_PASSIVE: Final = frozenset({"be", "been", "is", "are", "sera", "seront", "est", "sont", "etre"})
_FRAGMENT = 3
_NO_SUBJECT: Final = WEAK | {"also", "further", "il", "y"}
_OF_TEXT: Final = frozenset({"prevoir", "provides", "couvrir", "covers"})
_POSSESSIVES: Final = frozenset({"ses", "son", "sa", "leurs", "leur", "its", "their"})
_LIST_SHARE = 0.9
_RELATIVE_SHARE = 0.8
_NEWS_SHARE = 0.8


class Reading(NamedTuple):
    """What is known of the document before its clauses are read."""

    text: Normalised
    words: Words
    blocks: list[Block]
    rules: Grammar
    genre: str
    circle: Circle
    calendar: Calendar
    region: Region
    speech: list[tuple[int, int]]


class _Lead(NamedTuple):
    """What list items inherit: no ``trigger`` where each has its own verb, ``drop`` if none counts."""

    trigger: Trigger | None
    subject: Subject
    drop: bool


class _Kept(NamedTuple):
    clause: Clause
    subject: Subject
    block: int
    in_list: bool
    sentence: int


def propose(text: str, reading: Reading) -> tuple[ProposedObligation, ...]:
    """Give the proposals of a document in the order of its text."""
    kept = _Reader(reading).kept()
    return tuple(_proposal(text, reading, piece) for piece in _merged(kept, reading))


class _Reader:
    """One pass over the blocks, with what a pronoun or a list item refers back to."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._leads: dict[int, _Lead] = {}
        self._leading = {block.lead for block in reading.blocks if block.lead >= 0}
        self._last = Subject("thing", reading.circle.everyone)
        self._closed = False
        self._sentence = 0

    def kept(self) -> Iterator[_Kept]:
        """Yield the clauses to track."""
        reading = self._reading
        for index, block in enumerate(reading.blocks):
            if block.heading:
                self._closed = False
            if (block.heading and index not in self._leading) or block.end <= reading.region.start:
                continue
            if block.title.lower().split(" ", 2)[-1].startswith(_SCOPE_TITLES):
                continue
            spans = list(sentences(reading.text.plain, block.start, block.end))
            for position, (start, end) in enumerate(spans):
                if reading.genre == PRESS:
                    start = after_dateline(reading.text.plain, start, end)  # noqa: PLW2901  the sentence without it
                if reading.genre != PRESS and closes(reading.text.folded, start, end):
                    self._closed = True
                if self._closed or end <= reading.region.start:
                    continue
                self._sentence += 1
                is_lead = index in self._leading and position == len(spans) - 1
                yield from self._clauses(
                    index, block, max(start, reading.region.start), end, position, is_lead=is_lead
                )

    def _clauses(
        self, index: int, block: Block, start: int, end: int, position: int, *, is_lead: bool
    ) -> Iterator[_Kept]:
        reading = self._reading
        words, rules = reading.words, reading.rules
        first, stop = bisect_left(words.starts, start), bisect_left(words.starts, end)
        if first >= stop or (reading.genre != PRESS and _reason(reading.text, start, end)):
            return
        triggers = find_triggers(words, first, stop, rules, reading.genre, reading.circle.names)
        lead = self._leads.get(block.lead) if position == 0 else None
        clauses = cut_clauses(words, first, stop, triggers, rules, relatives=reading.genre == PRESS)
        setting = Setting(reading.genre, reading.speech, lead is not None)
        if lead is not None and (lead.drop or self._inherits(lead, clauses)):
            if is_lead:
                self._leads[index] = lead
            elif not lead.drop and lead.trigger is not None and not self._spoken(lead.trigger):
                trigger = lead.trigger._replace(start=first, end=first)
                self._last = lead.subject
                item = Clause(first, _without_full_stop(words.words, first, stop, rules), first, trigger)
                if not rules.not_clauses.holds(words.words, item.start, item.end):
                    yield _Kept(item, lead.subject, index, in_list=True, sentence=self._sentence)
            return
        if is_lead:
            clauses = self._lead_in(index, first, stop, clauses, lead)
        for clause in clauses:
            subject = self._subject(clause, lead)
            if not rejected(clause, subject, words, (first, stop), setting, rules):
                yield _Kept(clause, subject, index, in_list=lead is not None, sentence=self._sentence)

    def _spoken(self, trigger: Trigger) -> bool:
        place = self._reading.words.starts[trigger.start]
        return self._reading.genre == PRESS and any(
            start <= place < end for start, end in self._reading.speech
        )

    def _inherits(self, lead: _Lead, clauses: list[Clause]) -> bool:
        """Say whether an item lives by its lead-in's verb rather than by one of its own with a subject."""
        if lead.trigger is None:
            return False
        return not clauses or clauses[0].trigger.rule in {PRESENT, PASSIVE, OF_THING}

    def _lead_in(
        self, index: int, first: int, stop: int, clauses: list[Clause], lead: _Lead | None
    ) -> list[Clause]:
        """Note what a lead-in hands down, and give those of its clauses that stand by themselves."""
        words, rules = self._reading.words, self._reading.rules
        if rules.lead_stops.holds(words.words, max(first, stop - 9), stop):
            self._leads[index] = _Lead(None, self._last, drop=True)
            return clauses
        if clauses:
            last = clauses[-1]
            subject = self._subject(last, lead)
            status = rejected(
                last,
                subject,
                words,
                (first, stop),
                Setting(self._reading.genre, self._reading.speech, in_list=True),
                rules,
            )
            self._leads[index] = _Lead(
                last.trigger, subject, drop=status in {"status", "background", "speech"}
            )
            return clauses[:-1]
        found: Rule | None = next((item.label for item in rules.leads.search(words.words, first, stop)), None)
        subject = self._reading.circle.subject(self._reading.text, words, first, stop)
        if subject.sort == "thing":
            subject = Subject("thing", self._reading.circle.everyone)
        trigger = Trigger(first, first, found[0], found[1], main=True, relative=False) if found else None
        self._leads[index] = _Lead(trigger, subject, drop=False)
        return []

    def _subject(self, clause: Clause, lead: _Lead | None) -> Subject:
        """Read the subject of a clause; a pronoun or an empty one goes back to the last."""
        reading = self._reading
        words = reading.words
        everyone = reading.circle.everyone
        place = clause.trigger.start
        subject = reading.circle.subject(reading.text, words, clause.subject, place)
        empty = not any(
            word[0].isalpha() and word not in _NO_SUBJECT for word in words.words[clause.subject : place]
        )
        if empty and lead is not None:
            subject = lead.subject
        elif subject.sort == "thing" and words.words[clause.subject] in _POSSESSIVES:
            return Subject("thing", self._last.bearers or everyone)
        elif subject.sort == "pronoun" or (empty and clause.subject > 0 and clause.start == clause.subject):
            subject = self._last
        after = words.words[clause.trigger.end : clause.trigger.end + 2]
        if clause.trigger.rule == "instituer" or (empty and clause.trigger.rule in _OF_TEXT):
            return Subject("thing", everyone)
        passive = bool(_PASSIVE & {*after, words.words[place]})
        if passive or subject.sort == "thing":
            agent = reading.circle.agent(reading.text, words, clause.trigger.end, clause.end)
            if agent:
                return Subject(subject.sort, agent)
        if subject.sort == "organ" and self._undergoes(clause):
            return Subject("thing", everyone)
        if subject.sort == "thing":
            subject = Subject("thing", everyone)
        self._last = subject
        return subject

    def _undergoes(self, clause: Clause) -> bool:
        """Say whether the subject is who something is done to: "the Director shall be appointed"."""
        words, rules = self._reading.words.words, self._reading.rules
        place = clause.trigger.end
        if rules.language == "en":
            while place < clause.end and words[place] in rules.adverbs:
                place += 1
            done = words[place + 1 : place + 2]
            return words[place : place + 1] == ["be"] and done != [] and _done(done[0], rules)
        if words[clause.trigger.start] not in _PASSIVE:
            return False
        return (
            place < clause.end and has_tense(words[place], "participle") and words[place] not in rules.tasked
        )


def _done(word: str, rules: Grammar) -> bool:
    return word not in rules.tasked and (word.endswith("ed") or word in rules.done)


def _reason(text: Normalised, start: int, end: int) -> bool:
    """Say whether a sentence is a recital that stands outside the preamble."""
    return is_recital(text.folded[start:end]) and text.plain[end - 1] in ";,"


def _without_full_stop(words: list[str], start: int, stop: int, rules: Grammar) -> int:
    closing = rules.coordinators | {"or", "ou"} | set(".,;:!?")
    while stop > start + 1 and words[stop - 1] in closing:
        stop -= 1
    return stop


def _kinds(piece: _Kept, reading: Reading) -> Kinds:
    clause, block = piece.clause, reading.blocks[piece.block]
    actor = piece.subject.sort in {"party", "collective", "organ", "pronoun"}
    start = clause.trigger.start if actor and not _created(reading.words.words, clause) else clause.start
    return find_kinds(reading.words, start, clause.end, clause.trigger.end, block.title, reading.rules)


def _created(words: list[str], clause: Clause) -> bool:
    """Say whether the subject is what is to be made ("a Joint Committee shall be established")."""
    return bool(_PASSIVE & set(words[clause.trigger.start : clause.trigger.end + 2]))


def _merged(kept: Iterator[_Kept], reading: Reading) -> list[_Kept]:
    """Join "shall enter into force … and shall remain in force …" of one sentence."""
    found: list[_Kept] = []
    for piece in kept:
        before = found[-1] if found else None
        if (
            before
            and before.sentence == piece.sentence
            and _kinds(before, reading).names[0] == "validity"
            and _kinds(piece, reading).names[0] in {"validity", "amendment-termination"}
            and (piece.subject.sort == "pronoun" or piece.clause.subject == piece.clause.trigger.start)
        ) or (before and piece.clause.trigger.relative and before.sentence == piece.sentence):
            found[-1] = before._replace(clause=before.clause._replace(end=piece.clause.end))
        elif before and _fragment(before, piece, reading):
            found[-1] = piece._replace(
                clause=piece.clause._replace(start=before.clause.start, subject=before.clause.subject)
            )
        else:
            found.append(piece)
    return found


def _fragment(before: _Kept, piece: _Kept, reading: Reading) -> bool:
    """Say whether a clause is too short to stand alone: "soutiendront des activités, mettront …"."""
    short = (
        before.clause.end - before.clause.trigger.start <= _FRAGMENT
        and before.clause.trigger.rule == piece.clause.trigger.rule
    )
    joined = before.sentence == piece.sentence and piece.clause.subject == piece.clause.trigger.start
    return short and joined and _kinds(before, reading).names[0] == OTHER


def _proposal(text: str, reading: Reading, piece: _Kept) -> ProposedObligation:
    clause, words = piece.clause, reading.words
    first, last = words.starts[clause.start], words.ends[clause.end - 1]
    start, end = reading.text.origin(first, last)
    kinds = _kinds(piece, reading)
    timing = find_timing(reading.text, first, last, kinds.names[0], reading.calendar)
    modality, refined = refine(words.words, clause, piece.subject, kinds.names[0], reading.rules)
    rules = [clause.trigger.rule, *refined]
    rules += ["list"] if piece.in_list else []
    rules += ["relative"] if clause.trigger.relative else []
    return ProposedObligation(
        quote=text[start:end],
        start=start,
        end=end,
        kind=kinds.names[0],
        kinds=kinds.names,
        modality=modality,
        bearers=piece.subject.bearers or reading.circle.everyone,
        counterparty=_counterparty(piece, reading),
        due=timing.due,
        due_text=timing.due_text,
        recurrence=timing.recurrence,
        basis=timing.basis,
        clause=reading.blocks[piece.block].title,
        rules=tuple(rules),
        confidence=_confidence(piece, reading, kinds),
        within=timing.within,
        anchor=timing.anchor,
    )


def _counterparty(piece: _Kept, reading: Reading) -> str:
    """Give the one other party that the clause names."""
    named = reading.circle.named(reading.words.words, piece.clause.trigger.end, piece.clause.end)
    others = [name for name in reading.circle.names_of(named) if name not in piece.subject.bearers]
    return others[0] if len(others) == 1 else ""


def _confidence(piece: _Kept, reading: Reading, kinds: Kinds) -> float:
    value = 0.95 * _SHARES.get(piece.clause.trigger.rule, 1.0) * (0.75 + 0.25 * kinds.clarity)
    value *= _NEWS_SHARE if reading.genre == PRESS else 1.0
    value *= _LIST_SHARE if piece.in_list else 1.0
    value *= _RELATIVE_SHARE if piece.clause.trigger.relative else 1.0
    return round(value, 2)
