"""Which agreement of the register a document is about, where nobody has said so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from tracker.core.dates import Period
from tracker.core.durations import FOREVER, parse_duration
from tracker.core.life import stated_end
from tracker.core.model import Agreement, Register
from tracker.core.names import fold
from tracker.extract import Extraction, disappeared

_HALF: Final = 0.5
_NEARLY_ALL: Final = 0.8


class Recognised(NamedTuple):
    """An agreement of the register that a document is about, or only seems to be; '' for none."""

    agreement: str = ""
    sure: bool = False


def registered(register: Register, agreement: str, file: str = "") -> list[tuple[str, str]]:
    """Give (ref, quote) of what the register has of an agreement.

    Where a `file` is one of the agreement's sources, only what was taken from it counts.
    """
    sources = register.agreements[agreement].sources.values()
    ids = {source.id for source in sources if file and source.file == file}
    return [
        (found.ref, found.quote)
        for found in register.obligations.values()
        if found.quote and found.agreement == agreement and (not ids or found.source in ids)
    ]


def names_of_parties(register: Register, extraction: Extraction) -> dict[str, str]:
    """Lead from the document's names of parties to the register's."""
    known = {
        fold(name): party.id
        for party in register.parties.values()
        for name in (party.id, *party.aliases, *party.name.values())
    }
    found = {}
    for party in extraction.parties:
        meant = [known[fold(name)] for name in (party.name, *party.aliases) if fold(name) in known]
        found[party.name] = meant[0] if meant else party.name
    return found


def recognised(register: Register, extraction: Extraction, text: str) -> Recognised:
    """Recognise a document by its file, else by its parties with its day or its registered quotes.

    Two documents of one day between the same parties are one agreement only where the second still has
    half of what is quoted from the first under the same title, or nearly all of it.
    """
    candidates = list(_candidates(register, extraction))
    quotes = {agreement.id: registered(register, agreement.id) for agreement in candidates}
    gone = {ref for ref, _ in disappeared(text, chain.from_iterable(quotes.values()))}
    best, most = Recognised(), (False, False, 0.0)
    for agreement in candidates:
        refs = [ref for ref, _ in quotes[agreement.id]]
        kept = sum(ref not in gone for ref in refs) / len(refs) if refs else 0.0
        is_source = _is_source(agreement, extraction)
        same_day = extraction.date != "" and day_of(agreement.date) == extraction.date
        likeness = (is_source, same_day, kept)
        if likeness > most and (is_source or same_day or kept >= _HALF):
            enough = _HALF if _has_title(agreement, extraction) else _NEARLY_ALL
            best, most = Recognised(agreement.id, is_source or (same_day and kept >= enough)), likeness
    return best


def _candidates(register: Register, extraction: Extraction) -> Iterator[Agreement]:
    """Yield the agreements that have the document as a source, or the parties that it has."""
    parties = {fold(name) for name in names_of_parties(register, extraction).values()}
    for agreement in register.agreements.values():
        same_parties = bool(parties) and parties == {fold(name) for name in agreement.parties}
        if same_parties or _is_source(agreement, extraction):
            yield agreement


def _has_title(agreement: Agreement, extraction: Extraction) -> bool:
    return fold(extraction.title) in {fold(title) for title in agreement.title.values()}


def _is_source(agreement: Agreement, extraction: Extraction) -> bool:
    files = {source.file for source in agreement.sources.values()}
    return extraction.source != "" and extraction.source in files


def day_of(period: Period | None) -> str:
    """Give a period that is one day as an ISO date, '' for any other."""
    return period.earliest.isoformat() if period and period.earliest == period.latest else ""


def changed_terms(
    register: Register, agreement: str, extraction: Extraction
) -> Mapping[str, tuple[str, str]]:
    """Give the terms that a document states otherwise than the register: what this has, what that says."""
    has = register.agreements[agreement]
    found = {}
    for key in ("effective", "expires"):
        period, stated = getattr(has, key), getattr(extraction, key)
        if key == "expires" and stated in _ends(has):
            continue
        if stated and stated != (day := day_of(period)) and (day or period is None):
            found[key] = (day or "-", stated)
    for key in ("renews", "notice"):
        length, stated = getattr(has, key), getattr(extraction, key)
        if stated and extraction.expires and parse_duration(stated) != length:
            found[key] = (str(length or "-"), stated)
    return found


def extension(register: Register, agreement: str, extraction: Extraction) -> tuple[str, str] | None:
    """Give the last day in force by the log and the later one that a document states, if it does."""
    has = register.agreements[agreement]
    last, stated = stated_end(has).last, extraction.expires
    if last == FOREVER or not stated or stated in _ends(has) or stated <= last.isoformat():
        return None
    return last.isoformat(), stated


def _ends(agreement: Agreement) -> set[str]:
    """Give each last day that the register has of an agreement: the one signed, and those of its log."""
    logged = {entry.ends.isoformat() for entry in agreement.log if entry.ends}
    return {day_of(agreement.expires), stated_end(agreement).last.isoformat(), *logged}
