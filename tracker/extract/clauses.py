"""Cut a sentence into the clauses that each promise one thing."""

from typing import NamedTuple

from tracker.extract.grammar import Grammar
from tracker.extract.triggers import Trigger
from tracker.extract.wording import Words

_LONGEST_SUBJECT = 30
_SHORT_OBJECT = 1
_COMMA = ","


class Clause(NamedTuple):
    """Words ``[start, end)`` around a trigger; the subject stands in ``[subject, trigger.start)``."""

    start: int
    end: int
    subject: int
    trigger: Trigger


def cut_clauses(
    words: Words, start: int, stop: int, triggers: list[Trigger], rules: Grammar, *, relatives: bool
) -> list[Clause]:
    """Give the clauses of a sentence at words ``[start, stop)``.

    A further trigger opens a clause of its own only where it is coordinated with the one before;
    with ``relatives`` (news) also where a relative clause carries it.
    """
    opened: list[tuple[int, int, Trigger]] = []
    for trigger in triggers:
        if trigger.relative and relatives:
            opened.append((_relative_start(words.words, start, trigger.start, rules), trigger.start, trigger))
            continue
        if not trigger.main:
            continue
        if not opened:
            begin = _after_introduction(words.words, start, trigger.start, rules)
            opened.append((begin, begin, trigger))
            continue
        begin = _coordinated(words.words, opened[-1][2], trigger, rules)
        if begin >= 0:
            opened.append((begin, begin, trigger))
    clauses = []
    for index, (begin, subject, trigger) in enumerate(opened):
        end = opened[index + 1][0] if index + 1 < len(opened) else stop
        clauses.append(Clause(begin, _trim(words.words, begin, end, rules), subject, trigger))
    return clauses


def _relative_start(words: list[str], start: int, position: int, rules: Grammar) -> int:
    for place in range(position - 1, start - 1, -1):
        if words[place] in rules.relatives:
            return place
    return start


def _after_introduction(words: list[str], start: int, trigger: int, rules: Grammar) -> int:
    """Skip "In order to promote it, ", but not a condition: that belongs to the promise."""
    while start < trigger and not words[start][0].isalnum():
        start += 1
    if start >= trigger or words[start] not in rules.introductions or words[start] in rules.conditions:
        return start
    commas = [place for place in range(start, trigger) if words[place] == _COMMA]
    for place in commas:
        if place + 1 < trigger and words[place + 1] in rules.determiners:
            return place + 1
    return commas[-1] + 1 if commas and commas[-1] + 1 < trigger else start


def _coordinated(words: list[str], before: Trigger, trigger: Trigger, rules: Grammar) -> int:
    """Give where the clause of a coordinated trigger begins, or -1."""
    for place in range(trigger.start - 1, max(before.end, trigger.start - _LONGEST_SUBJECT) - 1, -1):
        word = words[place]
        if word in rules.coordinators or word in {_COMMA, ";"}:
            if place - before.end < _SHORT_OBJECT:
                return -1
            region = words[place + 1 : trigger.start]
            if _subject_region(region, rules):
                return place + 1
            if word == _COMMA:
                return -1
    return -1


def _subject_region(region: list[str], rules: Grammar) -> bool:
    """Say whether the words before a trigger are none, or a subject."""
    while region and region[0] in rules.introductions | rules.coordinators | {"que", "qu'", "that", _COMMA}:
        region = region[1:]
    if not region:
        return True
    if all(word in {"se", "s'", "ne", "n'", "also", "further", "il", "\"", "«", "“", "y", "en"} for word in region):
        return True
    return region[0] in rules.determiners and not any(word in rules.subordinators for word in region)


def _trim(words: list[str], start: int, end: int, rules: Grammar) -> int:
    """Leave out what joins a clause to the next one and the full stop."""
    closing = rules.coordinators | {"or", "ou", "and", "et"} | set(".,;:!?-–—")
    while end > start + 1 and words[end - 1] in closing:
        end -= 1
    return end
