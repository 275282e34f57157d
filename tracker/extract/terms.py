"""An agreement's own terms: its first and last day, how it renews itself, what notice ends it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tracker.extract.dated import settle as settle_dates
from tracker.extract.dates import find_dates
from tracker.extract.force import Calendar
from tracker.extract.instruments import is_of_this
from tracker.extract.lengths import UNIT, written
from tracker.extract.numbers import CARDINAL, number
from tracker.extract.patterns import Pattern
from tracker.extract.proposals import ProposedObligation
from tracker.extract.rhythms import FULL_DAY, begun, on_one_line, rhythm
from tracker.extract.timing import find_timing

_SPAN: Final = (
    rf"(?P<n>{CARDINAL})[ -]?(?:\(\s?\w+\s?\) )?(?:(?:calendar|full|clear|whole) )?(?P<unit>{UNIT})\b"
)
_ENDS: Final = re.compile(
    r"\b(?:until|till|through|up to|jusqu'(?:au|a|en)|expir\w+|prendra fin|prend fin|ends? on|lapses? on|"
    r"terminates? on|au plus tard|s'acheve(?:ra)?|se termine(?:ra)?|arriv\w+ a (?:son )?(?:echeance|terme)|"
    r"cess\w+ (?:de produire|d'avoir|d'etre)|ceases? to (?:be|have|apply))\b"
)
_FROM: Final = re.compile(
    r"\b(?:from|as of|as from|with effect from|beginning|starting|a compter d[ue]|a partir d[ue])(?: the)? $"
)
_NOTICES: Final = (
    Pattern(rf"{_SPAN}'?s?'? (?:\w+ ){{0,3}}notice\b", ("notice",)),
    Pattern(rf"\bnotice (?:\w+ ){{0,2}}of (?:\w+ ){{0,4}}{_SPAN}", ("notice",)),
    Pattern(
        rf"\b(?:notice|notif\w+|inform\w*)\b[^.;]{{0,90}}?\b{_SPAN} (?:in advance|before|prior)",
        ("in advance", "before", "prior"),
    ),
    Pattern(
        rf"\bpreavis (?:\w+ ){{0,2}}(?:d'au moins |d'|de |est de )(?:\w+ )?{_SPAN}",
        ("preavis",),
    ),
    Pattern(
        rf"\b(?:notif\w+|denon\w+|avis)\b[^.;]{{0,90}}?\b{_SPAN} (?:avant|a l'avance|au prealable)",
        ("avant", "a l'avance", "au prealable"),
    ),
)
_TERMINATES: Final = re.compile(r"\bshall (?:terminate|expire|end|lapse|cease) (?:\w+ ){0,6}?on\b")
_SUBJECT_ENDS: Final = re.compile(
    r"\b(?:shall|will|is|are|remains?|expires?|ends?|runs?|lasts?|rest\w+|demeur\w+|expir\w+|prend\w*|est|sont|sera|seront)\b"
)
_ITSELF: Final = re.compile(r"\b(?:automatic\w*|tacit\w*|tacite\w*|automatique\w*)\b")
_SAME: Final = re.compile(
    r"\b(?:same|like|equal|identical|similar|equivalent) (?:period|term|duration)|"
    r"\b(?:meme|egale|identique)s? (?:duree|periode)|(?:duree|periode)s? (?:egale|identique|equivalente)s?\b"
)
_ENDING_KINDS: Final = frozenset({"validity", "amendment-termination"})
_DAY: Final = dt.timedelta(1)


class Terms(NamedTuple):
    """The first and the last day in force as ISO dates, and spans as the register writes them."""

    effective: str = ""
    expires: str = ""
    renews: str = ""
    notice: str = ""


def settle(
    proposals: Iterable[ProposedObligation], calendar: Calendar
) -> tuple[tuple[ProposedObligation, ...], Terms]:
    """Say when each proposal begins or ends, now that all are known, and what they say of the agreement."""
    lasting = tuple(_lasting(proposal, calendar) for proposal in proposals)
    ends = [(proposal, last) for proposal in lasting for last in _last_days(proposal, calendar)]
    stated = [calendar.force] if calendar.awaits else [calendar.force, *map(_beginning, lasting)]
    effective = next((day for day in stated if day and day not in {last for _, last in ends}), "")
    settled = tuple(begun(proposal, effective or calendar.own) for proposal in lasting)
    ends = [(proposal, last) for proposal, last in ends if last >= effective]
    if not ends:
        return settled, Terms(effective, notice=_notice(settled))
    proposal, expires = ends[0]
    return settled, Terms(effective, expires, _renews(settled, proposal), _notice(settled))


def _lasting(proposal: ProposedObligation, calendar: Calendar) -> ProposedObligation:
    """Let how long an agreement lasts be due at its end, where the clause also says when it begins."""
    if proposal.kind != "validity" or proposal.basis or not proposal.due:
        return proposal
    words, stated = on_one_line(proposal.quote), on_one_line(proposal.due_text)
    place = words.folded.find(stated.folded)
    first, _, last = proposal.due.partition("/")
    if len(last) == FULL_DAY:
        return proposal._replace(due=last)
    if len(first) != FULL_DAY or place < 0 or _ENDS.search(words.folded[:place]):
        return proposal
    for date in settle_dates(find_dates(words), ""):
        ends = date.start > place and _ENDS.search(words.folded, place + len(stated.folded), date.start)
        if ends and len(date.edtf) == FULL_DAY:
            return proposal._replace(due=date.edtf, due_text=words.plain[date.start : date.end])
    reckoning = Calendar([], calendar.own, first)
    for part in (words.plain[place + len(stated.plain) :], words.plain[:place]):
        rest = on_one_line(part)
        found = find_timing(rest, 0, len(rest.plain), "validity", reckoning)
        if found.basis:
            return proposal._replace(due=found.due, due_text=found.due_text, basis=found.basis)
    return proposal


def _beginning(proposal: ProposedObligation) -> str:
    """Give the day from which a clause says, or reckons, how long the agreement lasts."""
    if proposal.kind != "validity":
        return ""
    first = proposal.basis.partition(" ")[0]
    if len(first) == FULL_DAY:
        return first
    words = on_one_line(proposal.quote)
    for date in settle_dates(find_dates(words), ""):
        first = date.edtf.partition("/")[0]
        if len(first) == FULL_DAY and _FROM.search(words.folded[: date.start]):
            return first
    return ""


def _last_days(proposal: ProposedObligation, calendar: Calendar) -> Iterator[str]:
    """Give the last day in force: the day that the text states, or the day before a reckoned anniversary."""
    if proposal.kind not in _ENDING_KINDS or len(proposal.due) != FULL_DAY or proposal.due == calendar.force:
        return
    words, stated = on_one_line(proposal.quote).folded, on_one_line(proposal.due_text).folded
    if proposal.kind != "validity" and not _TERMINATES.search(words):
        return
    before = words[: words.find(stated)] if stated in words else words
    if not (is_of_this(_SUBJECT_ENDS.split(before)[0]) or is_of_this(before)):
        return
    if proposal.basis:
        yield (dt.date.fromisoformat(proposal.due) - _DAY).isoformat()
    elif _ENDS.search(words) or any(date.last[0] for date in find_dates(on_one_line(proposal.due_text))):
        yield proposal.due


def _renews(proposals: Iterable[ProposedObligation], lasting: ProposedObligation) -> str:
    """Say for how long the agreement is prolonged by itself."""
    for proposal in proposals:
        words = on_one_line(proposal.quote).folded
        if proposal.kind not in _ENDING_KINDS or not _ITSELF.search(words):
            continue
        if proposal.recurrence:
            return rhythm(proposal.recurrence).every
        span = lasting.basis.partition(" + ")[2]
        if span and _SAME.search(words):
            count, _, unit = span.partition(" ")
            return f"{count} {unit if count != '1' else unit.removesuffix('s')}"
    return ""


def _notice(proposals: Iterable[ProposedObligation]) -> str:
    """Say how long before its end the agreement is to be given notice of."""
    for proposal in proposals:
        if proposal.kind in _ENDING_KINDS:
            words = on_one_line(proposal.quote).folded
            for pattern in _NOTICES:
                match = pattern.search(words)
                if match and number(match["n"]):
                    return written(match["n"], match["unit"])
    return ""
