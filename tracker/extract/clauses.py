"""Cut a sentence into the clauses that each promise one thing."""

from typing import NamedTuple

from tracker.extract.coordinated import NO_SUBJECT, coordinated
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar
from tracker.extract.infinitives import forbidden, infinitives, purposes
from tracker.extract.noun_lists import (
    DECISIONS,
    ENUMERATES,
    begins_with_action,
    first_noun,
    noun_items,
)
from tracker.extract.rules import read_words
from tracker.extract.subordinates import WHICH, under_which
from tracker.extract.triggers import REPORTED, Trigger
from tracker.extract.wording import Words

_LABEL = 5
_SHORTEST = 5
_BEHIND_DONE = (["par"], ["en"], ["le"], ["a"], ["au"], ["pour"], ["dans"])
_COMMA = ","
_VAGUE = frozenset({"any", "such", "all", "tout", "toute", "tous", "toutes"})
_CLOSING = frozenset({"or", "ou", "and", "et", "avec", "with", "afin", *".,;:!?-–—"})
_JOINING = (["tandis", "que"], ["provided", "that"], ["en", "vue"], ["in", "order"])
_ENDING = frozenset({"or", "ou", *".,;:!?«“"})
_DECIDED = "decided"
_RELATIVE_RULES = frozenset(
    {
        "will",
        "shall",
        "expected",
        "futur",
        "conditionnel",
        "devrait",
        "prevu",
        "futur proche",
        "s'engager",
        "convenir",
        "undertake",
        "agree",
    }
)
_WITH_RELATIVE = frozenset({"establishing", "prevoir", "provides", "couvrir", "covers"})
_THAT = frozenset({"that", "que", "qu'"})
_AGREED = frozenset({"convenu", "agreed", "decider", "decide"})
_COMPLETED = _AGREED | {"convenir", "agree", "understood"}
_INFINITIVES = frozenset(
    {
        *("s'engager", "convenir", "convenu", "decider", "agree", "agreed", "undertake", "commit", "pledge"),
        *("viser", "prevoir", "il s'agit", "aim"),
        *("decide", "promettre", "instruct", "instruire", "operative", "charger", "reaffirm", "reaffirmer"),
    }
)
_FIRST_ONLY = frozenset({"a mener", "prevu", "covers", "couvrir"})
_NOMINAL = frozenset({"establishing", "prevoyant"})
_OF = read_words("words", "clauses_of")
_BEFORE_NOUN = frozenset([",", "pour", "dans", "lors", "avec", "que", "vers"])


class Clause(NamedTuple):
    """Words ``[start, end)`` around a trigger; the subject stands in ``[subject, trigger.start)``."""

    start: int
    end: int
    subject: int
    trigger: Trigger


def cut_clauses(  # noqa: C901, PLR0912  one branch for each way a clause begins
    words: Words, start: int, stop: int, triggers: list[Trigger], rules: Grammar, *, relatives: bool
) -> list[Clause]:
    """Give the clauses of a sentence at words ``[start, stop)``.

    A further trigger opens a clause of its own only where it is coordinated with the one before;
    with ``relatives`` (news) also where a relative clause carries it.
    """
    opened: list[tuple[int, int, Trigger]] = []
    for before, trigger in zip((None, *triggers), triggers, strict=False):
        if before is not None and _completes(words.words, before, trigger, rules):
            continue
        if trigger.relative and relatives and trigger.rule in _RELATIVE_RULES:
            if opened and opened[-1][2].rule in _WITH_RELATIVE:
                continue
            opened.append((_relative_start(words.words, start, trigger.start, rules), trigger.start, trigger))
            continue
        passive = trigger.rule == _DECIDED
        if (
            trigger.relative
            and words.words[trigger.end : trigger.end + 1] == [":"]
            and trigger.end + 1 < stop
        ):
            begin = trigger.end + 1
            opened.append((begin, begin, trigger._replace(start=begin, end=begin, relative=False)))
            continue
        if not trigger.main or (passive and not begins_with_action(words.words, start, trigger.start, rules)):
            continue
        if not opened and trigger.rule != DECISIONS:
            begin = after_introduction(words.words, start, trigger.start, rules)
            opened.append((_own_start(words.words, begin, trigger, rules), begin, trigger))
            continue
        if trigger.rule == DECISIONS:
            begin = first_noun(words.words, trigger.end, stop)
            if begins_with_action(words.words, begin, stop, rules):
                opened.append((begin, begin, trigger._replace(start=begin, end=begin)))
            continue
        if trigger.rule in _NOMINAL:
            begin = trigger.start - (words.words[trigger.start - 1] in rules.determiners)
            opened.append((begin, begin, trigger))
            continue
        if trigger.rule == "prevu" and opened[-1][2].rule == "viser":
            begin = _own_start(words.words, opened[-1][2].end, trigger, rules)
            opened.append((begin, begin, trigger))
            continue
        begin = -1 if trigger.rule in _FIRST_ONLY else coordinated(words.words, opened[-1][2], trigger, rules)
        if begin >= 0:
            begin += words.words[begin] in {"que", "qu'"}
            opened.append((begin, begin, trigger))
    if opened and relatives and opened[-1][2].rule in _AGREED:
        opened += purposes(words.words, opened[-1][2], stop)
    for _, _, trigger in [row for row in opened if row[2].rule in _INFINITIVES][-1:]:
        opened += infinitives(words.words, trigger, stop)
        opened.sort(key=lambda row: row[0])
    if opened:
        opened += forbidden(words.words, opened[-1][2], stop)
    opened = [
        row for at, row in enumerate(opened) for row in _noun_items(words.words, opened, at, stop, rules)
    ]
    clauses = []
    for index, (begin, subject, trigger) in enumerate(opened):
        end = opened[index + 1][0] if index + 1 < len(opened) else stop
        if end <= begin:
            continue  # two that open at one word are one
        clauses.append(Clause(begin, _trim(words.words, begin, end, rules), subject, trigger))
    return clauses


def _completes(words: list[str], before: Trigger, trigger: Trigger, rules: Grammar) -> bool:
    """Say whether a verb is that of what was agreed: "agreed that A and B will be …"."""
    between = words[before.end : trigger.start]
    return (
        before.rule in _COMPLETED
        and words[before.end - 1] in _THAT
        and not trigger.relative
        and rules.finite.isdisjoint(between)
        and _THAT.isdisjoint(between)
    )


def _noun_items(
    words: list[str], opened: list[tuple[int, int, Trigger]], at: int, stop: int, rules: Grammar
) -> list[tuple[int, int, Trigger]]:
    """Give a clause and those of its further nouns: "provides for the sending of … and the supply of …"."""
    row = opened[at]
    if row[2].rule not in ENUMERATES:
        return [row]
    end = opened[at + 1][0] if at + 1 < len(opened) else stop
    found = noun_items(words, row[2].end, end, rules)
    return [row, *((place, place, row[2]._replace(start=place, end=place)) for place in found)]


def _own_start(words: list[str], begin: int, trigger: Trigger, rules: Grammar) -> int:
    """Leave out what else the subject did: "noted the theme, and pledged to support it"."""
    if trigger.rule in _NOMINAL:
        return trigger.start
    place = trigger.start - 1
    if trigger.rule == "prevu":
        while place > begin and words[place] not in _BEFORE_NOUN:
            place -= 1
        return place + 1 if place > begin else begin
    while place > begin and words[place] in NO_SUBJECT:
        place -= 1
    return place + 1 if place > begin + 2 and words[place] in rules.coordinators else begin


def _relative_start(words: list[str], start: int, position: int, rules: Grammar) -> int:
    for place in range(position - 1, start - 1, -1):
        if words[place] in rules.relatives:
            return place
    return start


def after_introduction(words: list[str], start: int, trigger: int, rules: Grammar) -> int:
    """Skip "In order to promote it, ", but not a condition: that belongs to the promise."""
    while start < trigger and not words[start][0].isalnum():
        start += 1
    label = next((at for at in range(start + 1, min(trigger - 1, start + _LABEL)) if words[at] == ":"), 0)
    start = label + 1 if label else start
    if words[trigger] == REPORTED:
        said = (
            next((at for at in range(trigger - 1, start, -1) if words[at] in rules.reporting), start - 1) + 1
        )
        return said + (words[said] == "that")
    under = 0
    if not WHICH.isdisjoint(words[start:trigger]):
        under = next((at + 1 for at in range(trigger - 1, start + 1, -1) if under_which(words, at)), 0)
    start = under or start
    complement = [place for place in range(start, trigger) if words[place] in {"that", "que", "qu'"}]
    if complement and any(
        word in rules.reporting for word in words[max(start, complement[-1] - 3) : complement[-1]]
    ):
        start = complement[-1] + 1
    condition = words[start : start + 1] + words[start + 1 : start + 2]
    if (
        start >= trigger
        or condition[0] in rules.conditions
        or condition in (["s'", "il"], ["s'", "ils"])
        or not _introduces(words, start, rules)
    ):
        return start
    commas = [place for place in range(start, trigger) if words[place] == _COMMA]
    named = [place + 1 for place in commas if place + 1 < trigger and words[place + 1] in rules.determiners]
    while len(named) > 1 and words[named[0]] in _VAGUE:
        del named[0]  # "After obtaining, where needed, any data that it may need, the Bank shall"
    if named:
        return named[0]
    if commas and commas[-1] + 1 < trigger:
        return commas[-1] + 1
    return _last_actor(words, start, trigger, rules)


def _last_actor(words: list[str], start: int, trigger: int, rules: Grammar) -> int:
    """Find the subject after an introduction without a comma: "In respect of this the Institute shall"."""
    for place in range(trigger - 1, start, -1):
        if words[place] in rules.determiners and words[place - 1] not in _OF:
            while words[place - 1] in rules.determiners and place - 1 > start:
                place -= 1  # noqa: PLW2901  "the two countries"
            near = min(trigger, place + 4)
            if rules.collective.holds(words, place, near) or rules.organs.holds(words, place, near):
                return place
    return start


def _introduces(words: list[str], start: int, rules: Grammar) -> bool:
    word = words[start + 1] if words[start] == "s'" else words[start]
    if word in rules.introductions:
        return True
    if rules.language == "fr":
        return len(word) > _SHORTEST and (word.endswith("ant") or _signed(words, start, word))
    return len(word) > _SHORTEST and word.endswith(("ing", "ed"))


def _signed(words: list[str], start: int, word: str) -> bool:
    """Say whether a participle opens an introduction: "Signé par le maire, l'accord …"."""
    return words[start + 1 : start + 2] in _BEHIND_DONE and has_tense(word, "participle")


def _trim(words: list[str], start: int, end: int, rules: Grammar) -> int:
    """Leave out what joins a clause to the next one and the full stop."""
    while end > start + 1 and (
        words[end - 1] in _CLOSING
        or words[end - 1] == "("
        or (words[end - 1] == ")" and "(" not in words[start:end])
        or words[end - 1] in rules.coordinators
        or words[end - 2 : end] in _JOINING
        or words[end - 1 : end + 1] == ["provided", "that"]
    ):
        end -= 1
    return end


def without_end(words: list[str], start: int, stop: int, rules: Grammar) -> int:
    """Give where an item ends without its full stop and the "and" before the next one."""
    while stop > start + 1 and (words[stop - 1] in _ENDING or words[stop - 1] in rules.coordinators):
        stop -= 1
    return stop
