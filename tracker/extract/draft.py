"""An extraction as a document for the register: TOML with what is unsure said in comments."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import tomli_w
from dateutil.relativedelta import relativedelta

from tracker.extract.normalise import fold, normalise
from tracker.extract.proposals import Extraction, Party, ProposedObligation

SURE: Final = 0.6
_KEY: Final = re.compile(r"[^\W_][\w-]*")
_WORD: Final = re.compile(r"\w+")
_KINDS: Final = (
    ("memorandum of understanding", "mou"),
    ("memorandum", "mou"),
    ("memorandum d'entente", "mou"),
    ("protocole d'accord", "mou"),
    ("letter of intent", "letter-of-intent"),
    ("lettre d'intention", "letter-of-intent"),
    ("action plan", "action-plan"),
    ("plan d'action", "action-plan"),
    ("protocol", "protocol"),
    ("declaration", "declaration"),
    ("communique", "communique"),
    ("convention", "convention"),
    ("treaty", "treaty"),
    ("traite", "treaty"),
    ("accord", "agreement"),
    ("agreement", "agreement"),
)
_ARTICLE: Final = re.compile(
    r"(?:article|art\.|section|clause|paragraph|chapitre|[IVX]+\b|\d)", re.IGNORECASE
)
_UNITS: Final = {
    "DAILY": ("day", 1, 0),
    "WEEKLY": ("week", 7, 0),
    "MONTHLY": ("month", 0, 1),
    "YEARLY": ("year", 0, 12),
}
_FULL_DAY = len("2000-01-01")
_TITLE_LENGTH = 72
_SLUG_WORDS = 5
_LONG_NAME = 24
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "or",
        "in",
        "on",
        "for",
        "by",
        "with",
        "shall",
        "will",
        "may",
        "be",
        "is",
        "are",
        "this",
        "that",
        "its",
        "their",
        "les",
        "le",
        "la",
        "l",
        "des",
        "de",
        "du",
        "d",
        "un",
        "une",
        "et",
        "ou",
        "en",
        "au",
        "aux",
        "dans",
        "pour",
        "par",
        "sur",
        "sera",
        "seront",
        "est",
        "sont",
        "ce",
        "cette",
        "present",
        "presente",
        "agreement",
        "accord",
        "parties",
        "party",
        "partie",
        "deux",
        "two",
        "both",
        "each",
        "chaque",
        "as",
        "at",
    ]
)

Table = dict[str, object]


def agreement_slug(extraction: Extraction) -> str:
    """Propose an id for the agreement: its parties and its year."""
    names = [
        _slug(party.name.split()[0] if len(party.name) > _LONG_NAME else party.name)
        for party in extraction.parties[:3]
    ]
    return "-".join([*filter(None, names), extraction.date[:4]]).strip("-") or "agreement"


def as_toml(extraction: Extraction, agreement_id: str | None = None) -> str:
    """Give a document that the register can include: the parties, the agreement and its obligations.

    Proposals that the register knows already are left out, with a line that counts them.
    """
    agreement = agreement_id or agreement_slug(extraction)
    pieces = [_head(extraction)]
    pieces += [
        tomli_w.dumps({"parties": dict([party_table(party)])})
        for party in extraction.parties
        if party.aliases
    ]
    pieces.append(tomli_w.dumps({"agreements": {agreement: _agreement(extraction)}}))
    for draft in drafts(extraction):
        comments = "".join(f"# {doubt}\n" for doubt in draft.doubts)
        pieces.append(comments + tomli_w.dumps({"obligations": {agreement: {draft.name: draft.table}}}))
    return "\n".join(piece.replace("\r", "") for piece in pieces)


def party_table(party: Party) -> tuple[str, Table]:
    """Give a party as the register would state it: the name to type (an acronym if it has one), its table."""
    names = [party.name, *party.aliases]
    key = next((name for name in names if _KEY.fullmatch(name)), "") or "-".join(_WORD.findall(party.name))
    longest = max(names, key=len)
    others = [name for name in names if name not in {key, longest}]
    return key, {"name": longest} | ({"aliases": others} if others else {})


class Draft(NamedTuple):
    """A proposal as the register would state it: its name there, its table, and what is unsure."""

    name: str
    table: Table
    doubts: tuple[str, ...]
    proposal: ProposedObligation


def drafts(extraction: Extraction, taken: Iterable[str] = ()) -> Iterator[Draft]:
    """Draft the proposals that the register does not know yet, under names that are not `taken`."""
    used = set(taken)
    for proposal in extraction.obligations:
        if not proposal.known:
            name = _name(proposal, used)
            table, notes = _obligation(proposal, extraction)
            yield Draft(name, table, (*_doubts(proposal), *notes), proposal)


def agreement_table(extraction: Extraction) -> Table:
    """Give the agreement as the register would state it."""
    return _agreement(extraction)


def _head(extraction: Extraction) -> str:
    known = sum(proposal.known for proposal in extraction.obligations)
    new = len(extraction.obligations) - known
    lines = [f"# {new} proposed obligations, read by rules: check each against its quote before it is kept."]
    if known:
        lines.append(f"# {known} more are in the register already.")
    return "\n".join(lines) + "\n"


def _agreement(extraction: Extraction) -> Table:
    title = fold(normalise(extraction.title).plain)
    kind = next(
        (name for words, name in _KINDS if words in title),
        "statement" if extraction.genre == "press" else "agreement",
    )
    table: Table = {
        "title": extraction.title or "?",
        "kind": kind,
        "text": "press" if extraction.genre == "press" else "signed",
        "parties": [party.name for party in extraction.parties],
    }
    for key, value in (
        ("date", extraction.date),
        ("effective", extraction.effective),
        ("expires", extraction.expires),
    ):
        if value:
            table[key] = _toml_date(value)
    if extraction.source:
        table["source"] = extraction.source
    return table


def _toml_date(edtf: str) -> dt.date | str:
    return dt.date.fromisoformat(edtf) if len(edtf) == _FULL_DAY and "/" not in edtf else edtf


def _obligation(proposal: ProposedObligation, extraction: Extraction) -> tuple[Table, list[str]]:
    table: Table = {"title": _title(proposal), "kind": proposal.kind, "modality": proposal.modality}
    if proposal.bearers and proposal.bearers != tuple(party.name for party in extraction.parties):
        table["bearers"] = list(proposal.bearers)
    if proposal.counterparty:
        table["counterparties"] = [proposal.counterparty]
    if _ARTICLE.match(proposal.clause):
        table["clause"] = proposal.clause
    times, notes = _times(proposal, extraction)
    table |= times
    table["quote"] = " ".join(proposal.quote.split())
    return table, notes


def _times(proposal: ProposedObligation, extraction: Extraction) -> tuple[Table, list[str]]:
    """Give the one time rule that the register takes, and what could not be said in it."""
    if proposal.recurrence:
        return _recurring(proposal, extraction)
    if proposal.due:
        table: Table = {"due": _toml_date(proposal.due)}
        if proposal.basis:
            table["basis"] = proposal.basis
        return table, []
    if proposal.within:
        return {"within": proposal.within, proposal.anchor[0]: proposal.anchor[1]}, []
    return {}, [f"time: {' '.join(proposal.due_text.split())}"] if proposal.due_text else []


def _recurring(proposal: ProposedObligation, extraction: Extraction) -> tuple[Table, list[str]]:
    parts = dict(part.split("=", 1) for part in proposal.recurrence.split(";"))
    unit, days, months = _UNITS[parts["FREQ"]]
    count = int(parts.get("INTERVAL", "1"))
    every = f"{count} {unit}{'s' if count > 1 else ''}"
    start = extraction.effective or extraction.date
    if len(start) != _FULL_DAY:
        return {}, [f"time: every {every}, from a day that the text does not give"]
    first = dt.date.fromisoformat(start) + relativedelta(days=days * count, months=months * count)
    table: Table = {"every": every, "first": first, "basis": f"effective + {every}"}
    if len(extraction.expires) == _FULL_DAY and proposal.kind != "validity":
        table["until"] = dt.date.fromisoformat(extraction.expires)
    return table, []


def _doubts(proposal: ProposedObligation) -> Iterator[str]:
    """Say what is unsure, with the runner-up."""
    if len(proposal.kinds) > 1:
        yield f"kind: {proposal.kinds[0]} or {proposal.kinds[1]}"
    if proposal.confidence < SURE:
        yield f"unsure ({proposal.confidence:.2f}): {', '.join(proposal.rules)}"


def _title(proposal: ProposedObligation) -> str:
    words = " ".join(proposal.quote.split())
    if len(words) <= _TITLE_LENGTH:
        return words
    return words[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", fold(normalise(text).plain)))


def _name(proposal: ProposedObligation, taken: set[str]) -> str:
    words = [
        word
        for word in _slug(proposal.quote).split("-")
        if word not in _SMALL and len(word) > 1 and not word.isdigit()
    ]
    base = name = "-".join(words[:_SLUG_WORDS]) or proposal.kind
    count = 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return name
