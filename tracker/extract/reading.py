"""Go through a document block by block and turn its clauses into proposals."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.carrying import carried_nouns
from tracker.extract.clauses import Clause, after_introduction, cut_clauses, without_end
from tracker.extract.filters import rejected
from tracker.extract.genre import PRESS
from tracker.extract.items import item_with_verb
from tracker.extract.keeping import Kept, Reading, merged
from tracker.extract.leads import (
    Lead,
    announces,
    inherits,
    lead_that_enacts,
    narrates,
    read_lead_in,
    stands_alone,
    tells,
    when,
)
from tracker.extract.left_out import Read, left_out, without_items
from tracker.extract.news import Setting
from tracker.extract.normalise import fold
from tracker.extract.outline import ARTICLE, PROMISES, Block
from tracker.extract.outside import acts, promised_before
from tracker.extract.presents import PRESENT
from tracker.extract.proposals import LeftOut, ProposedObligation
from tracker.extract.proposing import proposal_of
from tracker.extract.region import closes, recites
from tracker.extract.sentences import after_dateline, sentences
from tracker.extract.subjects import Subjects
from tracker.extract.tails import without_remarks, without_tail
from tracker.extract.titles import is_headline
from tracker.extract.triggers import Trigger, find_triggers
from tracker.extract.wording import split_words

_SCOPE_TITLES: Final = ("definition", "use of terms", "terminolog")
_AIM_TITLES: Final = (
    *("objectiv", "aim", "purpose", "principle", "goal", "vision"),
    *("objectif", "but", "principe", "finalit"),
)
_ACTORS: Final = frozenset({"party", "collective", "organ"})
_CELL: Final = "|"
_ROW = 2


def propose(text: str, reading: Reading) -> tuple[tuple[ProposedObligation, ...], tuple[LeftOut, ...]]:
    """Give the proposals of a document, and the sentences without any, in the order of its text."""
    reader = _Reader(reading)
    pieces = merged(reader.kept(), reading)
    proposals = tuple(proposal_of(text, reading, piece) for piece in pieces)
    sentences = [
        *reader.sentences,
        *without_items(reader.leads, reading.blocks, (row.block for row in pieces)),
    ]
    return proposals, tuple(left_out(text, reading, sorted(sentences), proposals))


class _Reader:
    """One pass over the blocks, with what a pronoun or a list item refers back to.

    `sentences` are those that were read, but for what leads into a list or stands before all that binds;
    `leads` are those that lead into a list and promise something.
    """

    def __init__(self, reading: Reading) -> None:
        self.sentences: list[Read] = []
        self.leads: list[Read] = []
        self._reading = reading
        self._leads: dict[int, Lead] = {}
        self._leading = {block.lead for block in reading.blocks if block.lead >= 0}
        for index in self._leading:
            enacting = lead_that_enacts(reading, self._begins(index))
            if enacting is not None and reading.blocks[index].end <= reading.region.start:
                self._leads[index] = enacting
        self._subjects = Subjects(reading)
        self._closed = False
        self._opened = False
        self._binds = False
        plain = reading.text.plain
        binding = (list(PROMISES.finditer(plain, *block[:2])) for block in reversed(reading.blocks))
        self._last = next((found[-1].start() for found in binding if found), 0)
        self._sentence = 0
        self._refused = ""
        self._before: Kept | None = None

    def kept(self) -> Iterator[Kept]:
        """Yield the clauses to track."""
        for piece in self._found():
            self._before, self._opened = piece, True
            yield piece

    def _found(self) -> Iterator[Kept]:
        reading = self._reading
        for index, block in enumerate(reading.blocks):
            if block.heading:
                self._closed = False
            if self._is_outside(index, block):
                continue
            spans = list(sentences(reading.text.plain, block.start, block.end))
            headed = reading.genre == PRESS and index not in self._leading and len(spans) == 1
            if headed and is_headline(reading.text.plain, reading.blocks, index):
                continue
            for position, (start, end) in enumerate(spans):
                if reading.genre == PRESS:
                    start = after_dateline(reading.text.plain, start, end)  # noqa: PLW2901  the sentence without it
                if self._opened and reading.genre != PRESS and self._ends(start, end):
                    self._closed = True
                if self._closed or end <= reading.region.start:
                    continue
                is_lead = index in self._leading and position == len(spans) - 1
                start = max(start, reading.region.start)  # noqa: PLW2901  the part of it that binds
                yield from self._read(index, block, start, end, position, is_lead=is_lead)

    def _is_outside(self, index: int, block: Block) -> bool:
        """Say whether a block binds nobody: a heading, a definition, or what stands before all that does."""
        reading = self._reading
        if block.heading and index not in self._leading and not acts(reading, block):
            return True
        if block.end <= reading.region.start:
            self.sentences += () if block.heading else promised_before(reading, index, block)
            return True
        return block.title.lower().split(" ", 2)[-1].startswith(_SCOPE_TITLES)

    def _read(
        self, index: int, block: Block, start: int, end: int, position: int, *, is_lead: bool
    ) -> Iterator[Kept]:
        """Read one sentence, and note why the first clause that it doesn't keep was refused."""
        self._sentence += 1
        self._refused = ""
        yield from self._clauses(index, block, start, end, position, is_lead=is_lead)
        binds = self._binds or block.marker.startswith("number") or ARTICLE.match(block.title) is not None
        self._binds = binds or self._opened or self._reading.region.start > 0
        if not is_lead and (self._binds or self._reading.genre == PRESS):
            self.sentences.append(Read(start, end, index, self._refused))

    def _ends(self, start: int, end: int) -> bool:
        """Say whether the signatures begin with a sentence: nothing that binds comes after it."""
        text = self._reading.text
        if start < self._last or PROMISES.search(text.plain, start, end):
            return False
        return closes(text.folded, start, end)

    def _clauses(
        self, index: int, block: Block, start: int, end: int, position: int, *, is_lead: bool
    ) -> Iterator[Kept]:
        reading = self._reading
        words, rules = reading.words, reading.rules
        first, stop = bisect_left(words.starts, start), bisect_left(words.starts, end)
        if first >= stop or (reading.genre != PRESS and recites(reading.text, start, end)):
            return
        triggers = find_triggers(words, first, stop, rules, reading.genre, reading.circle.actors)
        self._opened = self._opened or bool(triggers)
        lead = self._leads.get(block.lead) if position == 0 else None
        clauses = self._cut(first, stop, triggers)
        setting = Setting((first, stop), reading.genre, reading.speech, lead is not None)
        lead = None if lead is not None and stands_alone(lead, clauses, words.words, rules) else lead
        if lead is not None and (lead.drop or inherits(lead, clauses)):
            yield from self._inherited(index, first, stop, lead, is_lead=is_lead)
            return
        if lead is not None and not is_lead and self._opens_with_verb(lead, first, stop, clauses):
            yield from self._item(index, first, stop, lead)
            return
        if not is_lead:
            clauses = carried_nouns(self._before, index, words.words, (first, stop), clauses, rules)
        if is_lead:
            begins = self._begins(index)
            promises = bool(clauses)
            self._leads[index], clauses = read_lead_in(
                reading, self._subjects, clauses, (first, stop), lead, self._before, begins
            )
            if promises and self._leads[index].subject.sort in _ACTORS:
                self.leads.append(Read(start, end, index, ""))
        elif (
            not clauses and position == 0 and (block.marker or lead is not None or self._numbered(index))
        ) or (not clauses and words.words[first:stop].count(_CELL) >= _ROW):
            yield from self._item(index, first, stop, lead)
        elif not clauses and position > 0 and (before := self._going_on(index, first)) is not None:
            yield from self._item(index, first, stop, before)
        elif announces(words.words, first, stop, rules):
            return
        yield from self._to_track(index, clauses, setting, lead)

    def _to_track(
        self, index: int, clauses: list[Clause], setting: Setting, lead: Lead | None
    ) -> Iterator[Kept]:
        """Leave out the clauses of a sentence that promise nothing, and note why."""
        first = setting.sentence[0]
        for place, clause in enumerate(clauses):
            subject = self._subjects.read(clause, lead.subject if lead and not place else None)
            if reason := rejected(clause, subject, self._reading.words, setting, self._reading.rules):
                self._refused = self._refused or reason
            else:
                introduced = self._reading.genre != PRESS and place == 0 and first < clause.start
                opening = first if introduced else -1
                led = (first, clauses[0].start) if place and self._reading.genre != PRESS else (0, 0)
                yield Kept(clause, subject, index, lead is not None, self._sentence, opening, led)

    def _inherited(self, index: int, first: int, stop: int, lead: Lead, *, is_lead: bool) -> Iterator[Kept]:
        """Read an item that lives by the verb of its lead-in."""
        words, rules = self._reading.words.words, self._reading.rules
        if is_lead:
            self._leads[index] = lead
        elif tells(lead, self._reading, (first, stop)) or (
            self._reading.genre == PRESS and narrates(lead, words, (first, stop), rules)
        ):
            return
        elif not lead.drop and lead.trigger is not None and not self._spoken(lead.trigger):
            first, stop = without_remarks(words, first, stop)
            trigger = lead.trigger._replace(start=first, end=first)
            self._subjects.last = lead.subject
            item = Clause(first, without_end(words, first, stop, rules), first, trigger)
            if not rules.not_clauses.holds(words, item.start, item.end):
                subject = self._subjects.agent_in(item, lead.subject)
                yield Kept(item, subject, index, in_list=True, sentence=self._sentence, led=when(lead))

    def _item(self, index: int, first: int, stop: int, lead: Lead | None) -> Iterator[Kept]:
        """Read an item that begins with its verb, with who its lead-in or its heading names."""
        reading = self._reading
        words, rules, title = reading.words.words, reading.rules, reading.blocks[index].title
        aims = title.lower().lstrip("0123456789. ").startswith(_AIM_TITLES)
        if lead is None and (reading.genre == PRESS or aims):
            return
        row = words[first] == _CELL
        first += row
        clause = item_with_verb(words, first, stop, rules, led=lead is not None)
        if clause is None or rules.not_clauses.holds(words, clause.start, clause.end):
            return
        if lead is not None:
            subject = lead.subject
        else:
            heading = split_words(fold(title)).words
            named = reading.circle.named(heading, 0, len(heading))
            named = reading.circle.named(words, first, stop) if row else named
            subject = Subject("party", reading.circle.names_of(named) or reading.circle.everyone)
        self._subjects.last = subject
        led = when(lead) if lead is not None else (0, 0)
        yield Kept(clause, subject, index, in_list=True, sentence=self._sentence, led=led)

    def _opens_with_verb(self, lead: Lead, first: int, stop: int, clauses: list[Clause]) -> bool:
        """Say whether an item states with its first word what its lead-in's actor does: "a) Informent …"."""
        words, rules = self._reading.words.words, self._reading.rules
        if lead.trigger is not None or lead.drop or lead.subject.sort not in _ACTORS:
            return False
        told = first in self._reading.words.accented  # "invité les opérateurs": what was done
        bound = told or (clauses and clauses[0].trigger.rule not in {PRESENT, "operative"})
        item = None if bound else item_with_verb(words, first, stop, rules, led=True)
        return item is not None and item.trigger.rule == PRESENT

    def _begins(self, index: int) -> int:
        """Give the first word of the block after a lead-in, or -1 where the text ends."""
        words, found = self._reading.words, self._reading.blocks
        if index + 1 >= len(found):
            return -1
        place = bisect_left(words.starts, found[index + 1].start)
        return place if place < len(words.words) else -1

    def _numbered(self, index: int) -> bool:
        """Say whether a paragraph stands under a number alone, as the provisions of a letter do."""
        before = self._reading.blocks[index - 1] if index else None
        if before is None or not before.heading or self._reading.genre == PRESS:
            return False
        return self._reading.text.plain[before.start : before.end].strip("().").isdecimal()

    def _cut(self, first: int, stop: int, triggers: list[Trigger]) -> list[Clause]:
        reading = self._reading
        news = reading.genre == PRESS
        clauses = cut_clauses(reading.words, first, stop, triggers, reading.rules, relatives=news)
        if not news:
            return clauses
        return [without_tail(reading.words.words, self._quoted(clause), reading.rules) for clause in clauses]

    def _quoted(self, clause: Clause) -> Clause:
        """Let a clause within direct speech begin where the speech does."""
        words, rules = self._reading.words, self._reading.rules
        place = words.starts[clause.trigger.start]
        span = next((span for span in self._reading.speech if span[0] <= place < span[1]), None)
        if span is None or words.starts[clause.start] >= span[0]:
            return clause
        begin = after_introduction(
            words.words, bisect_left(words.starts, span[0]), clause.trigger.start, rules
        )
        return clause._replace(start=begin, subject=begin)

    def _going_on(self, index: int, first: int) -> Lead | None:
        """Give what a part behind a semicolon goes on with: "shall: collect data; publish them"."""
        before = self._before
        if before is None or before.block != index or self._reading.words.words[first - 1] != ";":
            return None
        if before.sentence != self._sentence - 1:
            return None
        return Lead(before.clause.trigger, before.subject, drop=False)

    def _spoken(self, trigger: Trigger) -> bool:
        place = self._reading.words.starts[trigger.start]
        return self._reading.genre == PRESS and any(
            start <= place < end for start, end in self._reading.speech
        )
