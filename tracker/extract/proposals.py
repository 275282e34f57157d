"""What reading a document gives: parties, dates and proposed obligations, as values."""

from collections.abc import Collection, Iterable
from typing import NamedTuple


class Party(NamedTuple):
    """Who signs: the name to use, and the other names that the document has for it."""

    name: str
    aliases: tuple[str, ...] = ()


def told(found: Iterable[Party], names: Collection[str]) -> tuple[Party, ...]:
    """Give the parties that a person names, as the document has them if it does; else those found."""
    if not names:
        return tuple(found)
    known = {name.casefold(): party for party in found for name in (party.name, *party.aliases)}
    return tuple(dict.fromkeys(known.get(name.casefold(), Party(name)) for name in names))


class FoundDate(NamedTuple):
    """A date that the text states, at ``[start, end)`` in code points, as EDTF."""

    text: str
    start: int
    end: int
    edtf: str


class ProposedObligation(NamedTuple):
    """A clause that promises, permits or forbids something, as the rules understand it.

    ``start`` and ``end`` are code points of the text as read, end exclusive; ``kinds`` begins with
    ``kind`` and goes on with the runners-up; ``due`` is EDTF and ``recurrence`` an RFC 5545 rule
    without DTSTART, both empty where the clause gives none; ``basis`` says what a reckoned ``due``
    was reckoned from. A rhythm that begins on a stated day has it as ``first`` (and as ``due``), one that
    ends on one as ``until``; days by their place in the calendar are a ``rule`` of RFC 5545; ``untold``
    are the words of a rhythm that neither says. ``heading`` is what to call it, "" where the quote
    says it best, ``introduction`` what stands before the quote and limits it. A span that stays
    relative is ``within`` ("6 months") of ``anchor``: ("after", "effective") or ("before", "expires").
    ``known`` marks a quote that the register has already.
    """

    quote: str
    start: int
    end: int
    kind: str
    kinds: tuple[str, ...]
    modality: str
    bearers: tuple[str, ...]
    counterparty: str
    due: str
    due_text: str
    recurrence: str
    basis: str
    clause: str
    rules: tuple[str, ...]
    confidence: float
    within: str = ""
    anchor: tuple[str, str] = ("", "")
    known: bool = False
    first: str = ""
    rule: str = ""
    until: str = ""
    untold: str = ""
    heading: str = ""
    introduction: str = ""


class LeftOut(NamedTuple):
    """A sentence from which nothing is proposed, at ``[start, end)`` in code points, and why.

    ``clause`` is the heading that it stands under.
    """

    quote: str
    start: int
    end: int
    clause: str
    reason: str


class Extraction(NamedTuple):
    """What one document promises; ``source`` and the days are empty where unknown.

    ``effective`` is the first and ``expires`` the last day in force, as ISO dates; ``renews`` is for
    how long it is then prolonged by itself, and ``notice`` how long before its end it is denounced.
    ``reckoned`` tells how the first day was reckoned, ``awaits`` on which event it waits where the
    text gives no day. ``left_out`` are the sentences of its binding part from which nothing is proposed.
    """

    source: str
    sha256: str
    language: str
    genre: str
    title: str
    parties: tuple[Party, ...]
    date: str
    effective: str
    expires: str
    dates: tuple[FoundDate, ...]
    obligations: tuple[ProposedObligation, ...]
    left_out: tuple[LeftOut, ...] = ()
    renews: str = ""
    notice: str = ""
    reckoned: str = ""
    awaits: str = ""
