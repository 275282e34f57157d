"""When a proposal falls due, as the register states it: one time rule, and what could not be said in it."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from tracker.core.durations import parse_duration, shift
from tracker.core.errors import Text
from tracker.extract.normalise import fold
from tracker.extract.numbers import CARDINAL
from tracker.extract.proposals import Extraction, ProposedObligation
from tracker.extract.recurrence import find_recurrence
from tracker.extract.rhythms import FULL_DAY, is_sound, rhythm

Table = dict[str, object]
# "every month for two years": how long a rhythm goes on, where nothing says from when.
_LASTING: Final = re.compile(
    rf"\b(?:for|during|pendant|durant) (?:the |a |les |une )?(?:first |premier\w* |period of |periode de )?"
    rf"{CARDINAL} ?(?:\(\w+\) )?(?:years|months|weeks|ans|annees|mois|semaines)\b"
)
_QUARTERS: Final = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}


class Home(NamedTuple):
    """The agreement of the register that a document's promises go to.

    `names` leads from the document's names of parties to the register's, `parties` are the agreement's.
    The days are ISO dates, empty where there is none. `source` is the document's name among the
    agreement's sources, empty where it is the agreement's own source.
    """

    parties: tuple[str, ...]
    names: Mapping[str, str]
    effective: str
    expires: str
    source: str
    is_new_source: bool


def as_date(edtf: str) -> dt.date | str:
    """Give a full date as TOML has it, and a less precise one as text, a quarter as people write it."""
    if len(edtf) == FULL_DAY and "/" not in edtf:
        return dt.date.fromisoformat(edtf)
    year, _, part = edtf.partition("-")
    return f"{year}-{_QUARTERS[part]}" if part in _QUARTERS else edtf


def schedule(
    proposal: ProposedObligation, extraction: Extraction, home: Home | None = None
) -> tuple[Table, list[Text]]:
    """Give the one time rule that the register takes, and what could not be said in it.

    What is reckoned from the document's days says so by those days where the agreement's are others.
    """
    if proposal.kind == "validity" and proposal.due:
        return _validity(proposal, extraction, home)
    if proposal.recurrence and is_sound(proposal.recurrence):
        return _recurring(proposal, extraction, home)
    if proposal.due:
        table: Table = {"due": as_date(proposal.due)}
        if proposal.basis:
            table["basis"] = proposal.basis
        return table, _further(proposal, extraction)
    if proposal.within:
        unknown = extraction.awaits and home is None and proposal.anchor == ("after", "effective")
        if not unknown:  # else the register would reckon from the signature
            return _within(proposal, extraction, home), []
    return {}, _told(proposal)


def _told(proposal: ProposedObligation) -> list[Text]:
    words = " ".join(proposal.due_text.split())
    return [Text("time: {words}", {"words": words})] if words else []


def _further(proposal: ProposedObligation, extraction: Extraction) -> list[Text]:
    """Tell the later days of a clause that states several: the register has one due date of a promise."""
    stated = [
        " ".join(date.text.split())
        for date in extraction.dates
        if proposal.start <= date.start
        and date.end <= proposal.end
        and proposal.due < date.edtf
        and not (proposal.basis and " ".join(date.text.split()) in proposal.due_text)
    ]
    return [Text("time: also {words}", {"words": ", ".join(stated)})] if stated else []


def _start(extraction: Extraction, home: Home | None) -> tuple[str, str]:
    """Give the first day to reckon from, and how a basis calls it; empty while it awaits an event."""
    start = extraction.effective or ("" if extraction.awaits else extraction.date)
    if home is None:
        return start, "effective"
    if len(start) != FULL_DAY:
        start = home.effective
    return start, "effective" if start == home.effective else start


def _validity(
    proposal: ProposedObligation, extraction: Extraction, home: Home | None
) -> tuple[Table, list[Text]]:
    """Let the end be what is prepared for; the beginning is the agreement's, and nobody's promise."""
    if proposal.due == extraction.effective:
        return {}, []
    table: Table = {"due": as_date(proposal.due)}
    if proposal.basis:
        start, called = _start(extraction, home)
        basis = proposal.basis
        if basis.startswith(f"{start} + "):
            basis = basis.replace(start, called, 1)
        if extraction.expires and len(proposal.due) == FULL_DAY and extraction.expires < proposal.due:
            table["due"] = as_date(extraction.expires)
            basis += " - 1 day"
        table["basis"] = basis
    return table, []


def _recurring(
    proposal: ProposedObligation, extraction: Extraction, home: Home | None
) -> tuple[Table, list[Text]]:
    every, step = rhythm(proposal.recurrence)
    if proposal.kind == "validity":  # it renews itself from a last day that the text does not give
        return {}, [Text("time: renewed for {length}", {"length": every})]
    table: Table = {"rrule": proposal.rule} if proposal.rule else {"every": every}
    stated = len(proposal.due)
    is_told = proposal.due in {"", proposal.first[:stated], proposal.until[:stated]}
    notes = [] if is_told and not _says_more(proposal) else _told(proposal)
    if proposal.untold:
        words = proposal.untold
        if not proposal.first:
            return {}, [Text("time: every {length}, {words}", {"length": every, "words": words})]
        notes = [Text("time: also {words}", {"words": words})]
    if not proposal.until and (lasting := _LASTING.search(fold(proposal.quote))):
        words = " ".join(proposal.quote[slice(*lasting.span())].split())
        notes = [*notes, Text("time: {words}", {"words": words})]
    if proposal.first:
        table["first"] = as_date(proposal.first)
        if proposal.basis:
            table["basis"] = proposal.basis
    else:
        start, called = _start(extraction, home)
        if len(start) != FULL_DAY:
            said = Text("time: every {length}, from a day that the text does not give", {"length": every})
            return {}, [said]
        table["first"] = dt.date.fromisoformat(start) + step
        table["basis"] = f"{called} + {every}"
    until = proposal.until or extraction.expires
    if len(until) == FULL_DAY and (home is None or until != home.expires) and until >= str(table["first"]):
        table["until"] = as_date(until)
    return table, notes


def _says_more(proposal: ProposedObligation) -> bool:
    """Say whether the words of a clause about time are more than its rhythm, and no date came of them."""
    is_open = not (proposal.due or proposal.first or proposal.until)
    return is_open and not find_recurrence(fold(proposal.due_text))[0]


def _within(proposal: ProposedObligation, extraction: Extraction, home: Home | None) -> Table:
    """Keep a span from the agreement's own days, and reckon one from the document's where they differ."""
    where, anchor = proposal.anchor
    start, called = _start(extraction, home)
    last = extraction.expires if home else ""
    if anchor == "effective" and called == start:
        return _reckoned(start, proposal.within, 1)
    if anchor == "expires" and len(last) == FULL_DAY and home and last != home.expires:
        return _reckoned(last, proposal.within, -1)
    return {"within": proposal.within, where: anchor}


def _reckoned(day: str, span: str, sign: int) -> Table:
    due = shift(dt.date.fromisoformat(day), parse_duration(span), sign)
    return {"due": due, "basis": f"{day} {'+' if sign > 0 else '-'} {span}"}
