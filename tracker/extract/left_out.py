"""What was read and not proposed: no promise of a document is to be missed without a trace.

A person who goes through the proposals looks at these sentences too: there are few of them in an
agreement, where nearly every sentence of its articles binds somebody.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tracker.extract.keeping import Reading
from tracker.extract.outline import PROMISES, Block
from tracker.extract.proposals import LeftOut, ProposedObligation

_LEAST: Final = 3
"""Words and signs of a sentence that can say something: "Kenya pays."; of an item of a list any can."""
_PART: Final = 3
"""Words of a part of a sentence that can be a promise of its own."""
_UNSEEN: Final = "no duty seen"


class Read(NamedTuple):
    """A sentence that was read, at ``[start, end)`` of the normalised text.

    ``reason`` says why the first of its clauses was left out, empty where it seemed to have none.
    """

    start: int
    end: int
    block: int
    reason: str


def without_items(leads: list[Read], blocks: Sequence[Block], kept: Iterable[int]) -> list[Read]:
    """Give the lead-ins of whose lists nothing was kept; ``kept`` are the blocks of what was."""
    found = set()
    for place in kept:
        at = place
        while at >= 0 and at not in found:
            found.add(at)
            at = blocks[at].lead
    return [lead for lead in leads if lead.block not in found]


def left_out(
    text: str, reading: Reading, sentences: Iterable[Read], proposals: Iterable[ProposedObligation]
) -> Iterator[LeftOut]:
    """Yield the sentences that no proposal is taken from, in the order of the text.

    Of one from which something is taken, these are the parts beside it that speak of a duty.
    """
    taken = sorted((proposal.start, proposal.end) for proposal in proposals)
    place = 0
    for sentence in sentences:
        start, end = reading.text.origin(sentence.start, sentence.end)
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        title = reading.blocks[sentence.block].title
        if place < len(taken) and taken[place][0] < end:
            for begin, stop in _beside(text, taken[place:], start, end):
                yield LeftOut(text[begin:stop], begin, stop, title, _UNSEEN)
        elif not _is_short(sentence, reading):
            yield LeftOut(text[start:end], start, end, title, sentence.reason or _UNSEEN)


def _beside(text: str, taken: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence beside its proposals in which somebody is to do something."""
    begin = start
    for first, last in (*taken, (end, end)):
        stop = min(first, end)
        piece = text[begin:stop].strip(" \t\n,;.")
        if len(piece.split()) >= _PART and PROMISES.search(piece):
            at = text.index(piece, begin)
            yield at, at + len(piece)
        begin = max(begin, last)
        if first >= end:
            return


def _is_short(sentence: Read, reading: Reading) -> bool:
    starts = reading.words.starts
    count = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
    return count < (1 if reading.blocks[sentence.block].lead >= 0 else _LEAST)
