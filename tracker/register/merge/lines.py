"""Line by line: what two or three versions of a text have in common, and where they differ.

The ordinary merge of three texts, for files that cannot be merged by meaning, and the markers
around what a person has to decide. Time stays bounded on large and hostile texts: lines that
occur once anchor the comparison, and only short stretches between them are searched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_SHORT = 250_000
"""The product of two stretches' lengths up to which they are compared line by line."""

Lines = list[str]


class Labels(NamedTuple):
    """What stands behind the markers of a conflict, and how long these are."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7


class Run(NamedTuple):
    """`length` lines that are the same, from `one` in the first text and `other` in the second."""

    one: int
    other: int
    length: int


class Hunk(NamedTuple):
    """A stretch of three versions, which all have, or which at least one has changed."""

    base: Lines
    ours: Lines
    theirs: Lines

    @property
    def settled(self) -> Lines | None:
        """What the three versions come to, or None where both sides changed it differently."""
        if self.theirs in (self.base, self.ours):
            return self.ours
        return self.theirs if self.ours == self.base else None


def split(text: str) -> Lines:
    """Split at line feeds only, which stay at the lines' ends; other separators are text."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def runs(one: Lines, other: Lines) -> list[Run]:
    """Find runs of lines that both texts have, in the order of both."""
    found: list[Run] = []
    stretches = [(0, len(one), 0, len(other))]
    while stretches:
        start, end, begin, stop = stretches.pop()
        first, other_first = start, begin
        while start < end and begin < stop and one[start] == other[begin]:
            start, begin = start + 1, begin + 1
        if start > first:
            found.append(Run(first, other_first, start - first))
        last = end
        while start < end and begin < stop and one[end - 1] == other[stop - 1]:
            end, stop = end - 1, stop - 1
        if last > end:
            found.append(Run(end, stop, last - end))
        if start == end or begin == stop:
            continue
        if anchors := _anchors(one[start:end], other[begin:stop]):
            edges = [(0, 0), *anchors, (end - start, stop - begin)]
            stretches += [(start + a, start + c, begin + b, begin + d) for (a, b), (c, d) in pairwise(edges)]
        elif (end - start) * (stop - begin) <= _SHORT:
            matcher = SequenceMatcher(None, one[start:end], other[begin:stop], autojunk=False)
            found += [Run(start + a, begin + b, n) for a, b, n in matcher.get_matching_blocks() if n]
    return sorted(found)


def _anchors(one: Lines, other: Lines) -> list[tuple[int, int]]:
    """Pair the lines that occur once in both, as many as stand in the same order."""
    counts, others = Counter(one), Counter(other)
    at = {line: number for number, line in enumerate(other) if others[line] == 1}
    pairs = [(n, at[line]) for n, line in enumerate(one) if counts[line] == 1 and line in at]
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, position) in enumerate(pairs):
        length = bisect_left(tails, position)
        tails[length : length + 1] = [position]
        ends[length : length + 1] = [number]
        before[number] = ends[length - 1] if length else -1
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def hunks(base: Lines, ours: Lines, theirs: Lines) -> list[Hunk]:
    """Cut three versions into stretches that all three have and stretches that were changed."""
    found: list[Hunk] = []
    b = o = t = 0
    for at_base, at_ours, at_theirs, length in [
        *_shared(base, ours, theirs),
        (len(base), len(ours), len(theirs), 0),
    ]:
        if (b, o, t) != (at_base, at_ours, at_theirs):
            found.append(Hunk(base[b:at_base], ours[o:at_ours], theirs[t:at_theirs]))
        b, o, t = at_base + length, at_ours + length, at_theirs + length
        if length:
            found.append(Hunk(base[at_base:b], ours[at_ours:o], theirs[at_theirs:t]))
    return found


def _shared(base: Lines, ours: Lines, theirs: Lines) -> list[tuple[int, int, int, int]]:
    """Find where runs of base and ours overlap with runs of base and theirs."""
    found = []
    one, other = runs(base, ours), runs(base, theirs)
    i = j = 0
    while i < len(one) and j < len(other):
        mine, yours = one[i], other[j]
        start = max(mine.one, yours.one)
        end, stop = mine.one + mine.length, yours.one + yours.length
        if start < min(end, stop):
            found.append(
                (
                    start,
                    mine.other + start - mine.one,
                    yours.other + start - yours.one,
                    min(end, stop) - start,
                )
            )
        i, j = (i + 1, j) if end < stop else (i, j + 1)
    return found


def merge_lines(base: str, ours: str, theirs: str, labels: Labels) -> tuple[str, int]:
    """Merge three texts as git does: the text, and the number of conflicts marked in it."""
    written: Lines = []
    conflicts = 0
    for hunk in hunks(split(base), split(ours), split(theirs)):
        settled = hunk.settled
        conflicts += settled is None
        written += marked(hunk.ours, hunk.theirs, labels) if settled is None else ended(settled, written)
    return "".join(written), conflicts


def refined(ours: str, theirs: str, labels: Labels, *, whole: bool) -> tuple[Lines, int]:
    """Mark where two versions differ, in as few lines as can be: the lines, and how many conflicts.

    With `whole`, one conflict spans all that lies between the first and the last difference.
    """
    one, other = split(ours), split(theirs)
    same = [
        run for run in runs(one, other) if not whole or run.one == 0 == run.other or _at_end(run, one, other)
    ]
    written: Lines = []
    conflicts = i = j = 0
    for run in [*same, Run(len(one), len(other), 0)]:
        if (i, j) != (run.one, run.other):
            written += marked(one[i : run.one], other[j : run.other], labels)
            conflicts += 1
        i, j = run.one + run.length, run.other + run.length
        written += one[run.one : i]
    return written, conflicts


def _at_end(run: Run, one: Lines, other: Lines) -> bool:
    return run.one + run.length == len(one) and run.other + run.length == len(other)


def marked(ours: Lines, theirs: Lines, labels: Labels) -> Lines:
    """Put both versions between markers, each line ended."""
    return [
        f"{'<' * labels.size} {labels.ours}\n",
        *ended(ours),
        f"{'=' * labels.size}\n",
        *ended(theirs),
        f"{'>' * labels.size} {labels.theirs}\n",
    ]


def ended(lines: Lines, before: Lines | None = None) -> Lines:
    """End the last line, or, where `before` is given, the last line of that, before more follows."""
    if before is not None:
        if lines and before and not before[-1].endswith("\n"):
            before[-1] += "\n"
        return lines
    return [*lines[:-1], lines[-1] + "\n"] if lines and not lines[-1].endswith("\n") else lines
