"""What is kept of a document, what it is about, and which clauses of a sentence are one promise."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tracker.extract.actors import Circle, Subject
from tracker.extract.clauses import Clause
from tracker.extract.force import Calendar
from tracker.extract.grammar import Grammar
from tracker.extract.kinds import OTHER, Kinds, find_kinds
from tracker.extract.normalise import Normalised
from tracker.extract.outline import Block
from tracker.extract.region import Region
from tracker.extract.wording import Words

PASSIVES: Final = frozenset({"be", "been", "is", "are", "sera", "seront", "est", "sont", "etre"})
_REFLEXIVE: Final = frozenset({"se", "s'"})
# Words that end a trigger and only lead to the verb: "decide to", "se proposent de", "shall".
_LEADS_TO: Final = frozenset({"to", "de", "d'", "a", "that", "que", "qu'", ":"})
_SEES_TO: Final = "veiller"
TELLS: Final = frozenset({"instruct", "instruire", "operative", "urge", "inviter", "charger"})
_TO: Final = frozenset({"to", "with", "a", "de", "d'"})
_LONGEST_TOLD: Final = 12
_FRAGMENT = 3
_HANDED_DOWN: Final = 0.4
"""How clear a kind is that an item only has from its lead-in: "shall inform each other: (a) about …"."""


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


class Kept(NamedTuple):
    """A clause to track, with its subject, and the block and the sentence that it stands in.

    ``opening`` is the first word of what introduces it, where something does: "By May, A shall …".
    ``led`` are words elsewhere that may say when, those of a lead-in: "By May, A shall: (a) …".
    """

    clause: Clause
    subject: Subject
    block: int
    in_list: bool
    sentence: int
    opening: int = -1
    led: tuple[int, int] = (0, 0)


def kinds_of(piece: Kept, reading: Reading) -> Kinds:
    """Say what a clause is about."""
    clause, block = piece.clause, reading.blocks[piece.block]
    words = reading.words.words
    actor = piece.subject.sort in {"party", "collective", "organ", "pronoun"}
    start = clause.trigger.start if actor and not _created(words, clause) else clause.start
    trigger = slice(clause.trigger.start, clause.trigger.end)
    if (
        clause.trigger.rule != _SEES_TO
        and start == trigger.start
        and trigger.stop > start + 1
        and words[trigger.stop - 1] in _LEADS_TO
    ):
        start = trigger.stop
    if clause.trigger.rule in TELLS:
        trigger = slice(trigger.start, _told_to(words, trigger.stop, clause.end))
    while actor and start == clause.trigger.start and start > clause.start and words[start - 1] in _REFLEXIVE:
        start -= 1
    found = find_kinds(reading.words, clause.start, start, clause.end, trigger, block.title, reading.rules)
    if found.names[0] != OTHER or not piece.in_list or piece.led[1] <= piece.led[0]:
        return found
    first, stop = piece.led
    led = find_kinds(reading.words, first, first, stop, slice(first, first), block.title, reading.rules)
    return Kinds((led.names[0], OTHER), _HANDED_DOWN) if led.names[0] != OTHER else found


def _told_to(words: list[str], start: int, stop: int) -> int:
    """Give where what somebody is told to do begins: "requests the Secretariat to …"."""
    near = range(start, min(stop, start + _LONGEST_TOLD))
    return next((at + 1 for at in near if words[at] in _TO), start)


def _created(words: list[str], clause: Clause) -> bool:
    """Say whether the subject is what is to be made ("a Joint Committee shall be established")."""
    return bool(PASSIVES & set(words[clause.trigger.start : clause.trigger.end + 2]))


def merged(kept: Iterator[Kept], reading: Reading) -> list[Kept]:
    """Join "shall enter into force … and shall remain in force …" of one sentence."""
    found: list[Kept] = []
    for piece in kept:
        before = found[-1] if found else None
        if before and before.sentence == piece.sentence and _continues(before, piece, reading):
            found[-1] = before._replace(clause=before.clause._replace(end=piece.clause.end))
        elif before and _fragment(before, piece, reading):
            found[-1] = piece._replace(
                clause=piece.clause._replace(start=before.clause.start, subject=before.clause.subject)
            )
        else:
            found.append(piece)
    return found


def _goes_on(piece: Kept, kind: str) -> bool:
    """Say whether a clause only goes on with how long something is in force: who may end it is another."""
    return kind == "validity" or (
        kind == "amendment-termination" and piece.clause.trigger.modality != "permission"
    )


def _continues(before: Kept, piece: Kept, reading: Reading) -> bool:
    """Say whether a clause only goes on with the one before it in its sentence."""
    if piece.clause.trigger.relative or _ratifies(before, piece, reading):
        return True
    alone = piece.clause.subject == piece.clause.trigger.start
    return (
        (piece.subject.sort == "pronoun" or alone)
        and kinds_of(before, reading).names[0] == "validity"
        and _goes_on(piece, kinds_of(piece, reading).names[0])
    )


def _ratifies(before: Kept, piece: Kept, reading: Reading) -> bool:
    """Say whether a clause only goes on with a ratification: "and the instruments shall be exchanged"."""
    words = reading.words.words
    return all(
        any(word.startswith("ratifi") for word in words[clause.start : clause.end])
        for clause in (before.clause, piece.clause)
    )


def _fragment(before: Kept, piece: Kept, reading: Reading) -> bool:
    """Say whether a clause is too short to stand alone: "soutiendront des activités, mettront …"."""
    short = (
        before.clause.end - before.clause.trigger.start <= _FRAGMENT
        and before.clause.trigger.rule == piece.clause.trigger.rule
    )
    joined = before.sentence == piece.sentence and piece.clause.subject == piece.clause.trigger.start
    return short and joined and kinds_of(before, reading).names[0] == OTHER
