"""What stands outside the paragraphs that bind: lines that only look like headings, and early promises."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tracker.extract.genre import PRESS
from tracker.extract.keeping import Reading
from tracker.extract.left_out import Read
from tracker.extract.outline import ARTICLE, Block
from tracker.extract.sentences import sentences
from tracker.extract.triggers import find_triggers

_PROMISE: Final = frozenset({"shall", "must", "undertake", "s'engager", "devoir"})
_OPENING = 3
_SHORTEST = 4


def acts(reading: Reading, block: Block) -> bool:
    """Say whether what looks like a heading begins with a party: "Kenya to publish the lists each year"."""
    words, plain = reading.words, reading.text.plain
    first, stop = _within(reading, block.start, block.end)
    line = plain[block.start : block.end]
    if reading.genre == PRESS or stop - first < _SHORTEST or line.isupper() or line[-1] == ":":
        return False
    named = reading.circle.named(words.words, first, min(stop, first + _OPENING))
    return bool(named) and ARTICLE.match(plain, block.start) is None


def promised_before(reading: Reading, index: int, block: Block) -> Iterator[Read]:
    """Yield the sentences of a block before the enacting words that promise something all the same."""
    for start, end in sentences(reading.text.plain, block.start, block.end):
        span = _within(reading, start, end)
        triggers = find_triggers(reading.words, *span, reading.rules, reading.genre, reading.circle.actors)
        if any(trigger.rule in _PROMISE and trigger.main for trigger in triggers):
            yield Read(start, end, index, "background")


def _within(reading: Reading, start: int, end: int) -> tuple[int, int]:
    starts = reading.words.starts
    return bisect_left(starts, start), bisect_left(starts, end)
