"""From a clause that is kept to what is proposed: kind, modality, time, confidence."""

import re
from typing import Final

from tracker.extract.genre import PRESS
from tracker.extract.headings import heading
from tracker.extract.items import IMPERATIVE
from tracker.extract.keeping import Kept, Reading, kinds_of
from tracker.extract.kinds import Kinds
from tracker.extract.modality import refine
from tracker.extract.plans import responsible
from tracker.extract.presents import OF_THING, PASSIVE, PRESENT
from tracker.extract.proposals import ProposedObligation
from tracker.extract.rules import read_words
from tracker.extract.timing import NO_TIME, Timing, find_timing

_YEAR: Final = re.compile(r"\d{4}")
_SHARES: Final = {
    PRESENT: 0.8,
    PASSIVE: 0.65,
    OF_THING: 0.6,
    "areas": 0.7,
    "covers": 0.65,
    "couvrir": 0.65,
    IMPERATIVE: 0.75,
}
_IN_CASE: Final = ["en", "cas"]
_FRAMES: Final = read_words("words", "introductions_that_frame")
_LIMITS: Final = read_words("words", "introductions_that_limit")
_AGREED: Final = frozenset(
    {
        *("agreed", "pledge", "undertake", "commit", "decide", "instruct", "urge", "announce", "would"),
        *("convenu", "convenir", "decider", "s'engager", "promettre", "instruire", "annoncer", "inviter"),
    }
)
_LIST_SHARE = 0.9
_RELATIVE_SHARE = 0.8
_NEWS_SHARE = 0.8


def proposal_of(text: str, reading: Reading, piece: Kept) -> ProposedObligation:
    """Say of a clause of a text what it is about, who owes it, when, and how sure that is."""
    clause, words = piece.clause, reading.words
    first, last = words.starts[clause.start], words.ends[clause.end - 1]
    start, end = reading.text.origin(first, last)
    kinds = kinds_of(piece, reading)
    told = reading.genre == PRESS and clause.trigger.rule in _AGREED  # before it stands when that was
    since = words.starts[clause.trigger.start] if told else first
    timing = find_timing(reading.text, since, last, kinds.names[0], reading.calendar)
    if piece.opening >= 0 and timing._replace(due_text="", recurrence="") == NO_TIME:
        opening = words.starts[piece.opening]
        whole = find_timing(reading.text, opening, last, kinds.names[0], reading.calendar)
        dated = whole.due_text != timing.due_text and _YEAR.search(whole.due_text)
        if dated or whole._replace(due_text="") != timing._replace(due_text=""):
            timing = whole
            start, _ = reading.text.origin(opening, last)
        elif not timing.due_text:
            timing = whole
    if timing._replace(due_text="") == NO_TIME and piece.led[1] > piece.led[0]:
        timing = _led(piece, reading, kinds.names[0]) or timing
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
        bearers=responsible(reading, piece, first, last) or piece.subject.bearers or reading.circle.everyone,
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
        heading=heading(text, reading, piece, modality),
        introduction=_introduction(text, reading, piece, start),
    )


def _introduction(text: str, reading: Reading, piece: Kept, start: int) -> str:
    """Give what introduces a clause that its quote leaves out, if that says when or on what condition."""
    words, clause = reading.words, piece.clause
    said = words.words[piece.opening : clause.start] if piece.opening >= 0 else []
    if not said or (said[0] not in _LIMITS and said[:2] != _IN_CASE) or not _FRAMES.isdisjoint(said):
        return ""
    first, stop = reading.text.origin(words.starts[piece.opening], words.ends[clause.start - 1])
    return " ".join(text[first:stop].split()).rstrip(" ,") if stop <= start else ""


def _led(piece: Kept, reading: Reading, kind: str) -> Timing | None:
    """Give when the lead-in of a clause says that it is due; its words are the basis of a date."""
    starts, ends = reading.words.starts, reading.words.ends
    first, last = starts[piece.led[0]], ends[piece.led[1] - 1]
    found = find_timing(reading.text, first, last, kind, reading.calendar)
    if found._replace(due_text="") == NO_TIME:
        return None
    return found._replace(basis=found.basis or f"“{found.due_text}”") if found.due else found


def _counterparty(piece: Kept, reading: Reading) -> str:
    """Give the one other party that the clause names."""
    named = reading.circle.named(reading.words.words, piece.clause.trigger.end, piece.clause.end)
    others = [name for name in reading.circle.names_of(named) if name not in piece.subject.bearers]
    return others[0] if len(others) == 1 else ""


def _confidence(piece: Kept, reading: Reading, kinds: Kinds) -> float:
    value = 0.95 * _SHARES.get(piece.clause.trigger.rule, 1.0) * (0.75 + 0.25 * kinds.clarity)
    value *= _NEWS_SHARE if reading.genre == PRESS else 1.0
    value *= _LIST_SHARE if piece.in_list else 1.0
    value *= _RELATIVE_SHARE if piece.clause.trigger.relative else 1.0
    return round(value, 2)
