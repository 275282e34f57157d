"""Where a further clause of one sentence begins: behind "and", a comma, or what says when."""

from typing import Final

from tracker.extract.grammar import Grammar
from tracker.extract.rules import read_words
from tracker.extract.triggers import Trigger

_LONGEST_SUBJECT: Final = 30
NO_SUBJECT: Final = frozenset(["se", "s'", "ne", "n'", "also", "further", "il", '"', "«", "“", "y", "en"])
_SHORT_OBJECT: Final = 1
_SHORT_NAME: Final = 3
_LONGEST_NAME: Final = 5
_LONGEST_THING: Final = 9
_LONGEST_TIME: Final = 12
_MADE: Final = frozenset({"be", "sera", "seront"})
_COMMA: Final = ","
_PROVISO: Final = ["provided", "that"]
_LED_BY: Final = frozenset({"que", "qu'", "that", _COMMA})
_OF: Final = read_words("words", "clauses_of")


def coordinated(words: list[str], before: Trigger, trigger: Trigger, rules: Grammar) -> int:
    """Give where the clause of a coordinated trigger begins, or -1."""
    for place in range(trigger.start - 1, max(before.end, trigger.start - _LONGEST_SUBJECT) - 1, -1):
        word = words[place]
        if word == "(" and _subject_region(words[place + 1 : trigger.start], rules):
            return place + 1
        if word == _COMMA and not set(words[place - 4 : place]).isdisjoint(
            {"particular", "addition", "turn"}
        ):
            continue
        if word in rules.coordinators or word in {_COMMA, ";"}:
            if place - before.end < _SHORT_OBJECT:
                return -1
            if words[place + 1 : place + 4] == ["etant", "entendu", "que"]:
                return place + 4
            region = words[place + 1 : trigger.start]
            if word not in rules.coordinators:
                return _behind_comma(words, place, before, trigger, rules)
            if _subject_region(_after_time(region, rules), rules):
                return _with_further_name(words, place, before.end, rules)
    return -1


def _behind_comma(words: list[str], place: int, before: Trigger, trigger: Trigger, rules: Grammar) -> int:
    """Give where a clause begins behind a comma or a semicolon, or -1."""
    region = words[place + 1 : trigger.start]
    if region[:2] == _PROVISO:
        return place + 1 + len(_PROVISO)
    if _further_passive(words, region, trigger, before, rules):
        return place + 1
    opens = _behind_time(words, place, before.end, rules)
    if opens > 0 and _subject_region(region, rules):
        return opens
    same = trigger.rule == before.rule or rules.language == "fr"
    return place + 1 if _bare(region) and same and trigger.modality != "permission" else -1


def _after_time(region: list[str], rules: Grammar) -> list[str]:
    """Leave out what opens a further clause: "and, within 30 days, the Bank shall"."""
    opening = region[1:] if region[:1] == [_COMMA] else region
    if not opening or opening[0] not in rules.introductions or not any(map(str.isdigit, opening)):
        return region
    if _COMMA in opening:
        return opening[opening.index(_COMMA) + 1 :]
    subject = (
        at for at in range(2, len(opening)) if opening[at] in rules.determiners and opening[at - 1] not in _OF
    )
    return opening[next(subject, 0) :]


def _further_passive(
    words: list[str], region: list[str], trigger: Trigger, before: Trigger, rules: Grammar
) -> bool:
    """Say whether a further thing is to be made: "houses will be built, a fund will be created and …"."""
    made = {words[trigger.start], *words[trigger.end : trigger.end + 1]}
    was = {words[before.start], *words[before.end : before.end + 1]}
    if trigger.rule != before.rule or _MADE.isdisjoint(made) or _MADE.isdisjoint(was):
        return False
    held = rules.finite | rules.subordinators | rules.relatives | rules.introductions
    return 0 < len(region) <= _LONGEST_THING and held.isdisjoint(region)


def _behind_time(words: list[str], comma: int, least: int, rules: Grammar) -> int:
    """Give where a clause begins whose introduction a comma ends: "and, within 30 days, …"; -1 for none."""
    for at in range(comma - 2, max(least, comma - _LONGEST_TIME), -1):
        if words[at] == _COMMA:
            opens = words[at - 1] in rules.coordinators and words[at + 1] in rules.introductions
            return at + 1 if opens else -1
    return -1


def _with_further_name(words: list[str], place: int, least: int, rules: Grammar) -> int:
    """Give where a clause begins whose subject are two: "shall pay, and A and the Bank shall report"."""
    for at in range(place - 1, max(least, place - _LONGEST_NAME), -1):
        if words[at] in rules.coordinators and words[at - 1] == _COMMA:
            return at + 1
        if not (words[at][0].isalpha() and words[at] not in _OF):
            break
    return place + 1


def _subject_region(region: list[str], rules: Grammar) -> bool:
    """Say whether the words before a trigger are none, or a subject."""
    while region and any(region[0] in words for words in (_LED_BY, rules.introductions, rules.coordinators)):
        region = region[1:]
    if _bare(region):
        return True
    if len(region) <= _SHORT_NAME and not set(region) & (_OF | rules.subordinators) and region[0].isalpha():
        return True
    return region[0] in rules.determiners and not any(word in rules.subordinators for word in region)


def _bare(region: list[str]) -> bool:
    return all(word in NO_SUBJECT for word in region)
