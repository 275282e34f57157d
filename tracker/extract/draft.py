"""An extraction as a document for the register: TOML with what is unsure said in comments."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

import tomli_w

from tracker.core.errors import Text
from tracker.core.vocabulary import OBLIGATION
from tracker.extract.genre import AGREEMENT
from tracker.extract.kinds import OTHER
from tracker.extract.naming import Names, agreement_kind, agreement_slug, obligation_name, party_key, title
from tracker.extract.normalise import fold
from tracker.extract.proposals import Extraction, Party, ProposedObligation
from tracker.extract.reasons import reason_of
from tracker.extract.scheduling import Home, Table, as_date, schedule
from tracker.extract.tables import before_columns

SURE: Final = 0.6
_VALIDITY: Final = "validity"
_ENDS: Final = {
    "en": "The agreement ends: decide what follows",
    "fr": "Fin de l'accord : décider de la suite",
}
_NO_BREAK: Final = "\u00a0\u202f"
Say = Callable[[Text], str]
"""Puts a text into words; ``str`` does so in English."""
_EACH: Final = re.compile(
    r"(?:each|every|chaque|chacune?) (?:\w+ ){0,2}?(?:part|state|member|side|countr|government|institution|"
    r"organi|universit|signat|etat|pays|membre|cote|gouvernement)"
)
"""How a clause begins that several owe apart: one entry for all has one log for all."""
_ARTICLE: Final = re.compile(
    r"(?:article|art\.|section|clause|paragraph|chapitre|[IVX]+\b|\d)", re.IGNORECASE
)


def as_toml(
    extraction: Extraction,
    agreement_id: str | None = None,
    home: Home | None = None,
    taken: Iterable[str] = (),
    say: Say = str,
) -> str:
    """Give a document that the register can include: the parties, the agreement and its obligations.

    Proposals that the register knows already are left out, with a line that counts them. Where the
    register has the agreement, `home` is what is known of it there: only what is new is written.
    Sentences from which nothing is proposed follow as comments. `say` puts comments into words.
    """
    agreement = agreement_id or agreement_slug(extraction)
    pieces = [_head(extraction, say)]
    if home is None:
        pieces += [
            tomli_w.dumps({"parties": dict([party_table(party)])})
            for party in extraction.parties
            if party.aliases
        ]
        pieces.append(tomli_w.dumps({"agreements": {agreement: agreement_table(extraction, say)}}))
    elif home.is_new_source:
        source = {home.source: source_table(extraction)}
        pieces.append(tomli_w.dumps({"agreements": {agreement: {"sources": source}}}))
    for draft in drafts(extraction, taken, home, say):
        comments = "".join(f"{_comment(say(doubt))}\n" for doubt in draft.doubts)
        pieces.append(comments + tomli_w.dumps({"obligations": {agreement: {draft.name: draft.table}}}))
    pieces += _tail(extraction, say)
    return "\n".join(piece.replace("\r", "") for piece in pieces)


def party_table(party: Party) -> tuple[str, Table]:
    """Give a party as the register would state it: the name to type (an acronym if it has one), its table."""
    key = party_key(party)
    names = [party.name, *party.aliases]
    longest = max(names, key=len)
    others = [name for name in names if name not in {key, longest}]
    return key, {"name": longest} | ({"aliases": others} if others else {})


class Draft(NamedTuple):
    """A proposal as the register would state it: its name there, its table, and what is unsure."""

    name: str
    table: Table
    doubts: tuple[Text, ...]
    proposal: ProposedObligation


def drafts(
    extraction: Extraction, taken: Iterable[str] = (), home: Home | None = None, say: Say = str
) -> Iterator[Draft]:
    """Draft the proposals that the register does not know yet, under names that are not `taken`.

    `say` puts notes into words.
    """
    names = Names(taken)
    for proposal in extraction.obligations:
        if not proposal.known:
            name = obligation_name(_short(proposal, extraction), names)
            table, notes = _obligation(proposal, extraction, home, say)
            yield Draft(name, table, (*_doubts(proposal), *notes), proposal)


def drafts_of_left_out(extraction: Extraction, taken: Iterable[str] = ()) -> Iterator[Draft]:
    """Draft the sentences from which nothing is proposed, for a person who finds that they bind somebody."""
    names = Names(taken)
    for quote, start, end, clause, reason in extraction.left_out:
        proposal = ProposedObligation(
            quote=quote,
            start=start,
            end=end,
            kind=OTHER,
            kinds=(OTHER,),
            modality=OBLIGATION,
            bearers=(),
            counterparty="",
            due="",
            due_text="",
            recurrence="",
            basis="",
            clause=clause,
            rules=(),
            confidence=0.0,
        )
        table, _ = _obligation(proposal, extraction, None, str)
        doubt = Text("left out: {reason}", {"reason": reason_of(reason)})
        yield Draft(obligation_name(proposal, names), table, (doubt,), proposal)


def agreement_table(extraction: Extraction, say: Say = str) -> Table:
    """Give the agreement as the register would state it; `say` puts notes into words."""
    table: Table = {
        "title": extraction.title or "?",
        "kind": agreement_kind(extraction),
        "text": "press" if extraction.genre == "press" else "signed",
        "parties": [party.name for party in extraction.parties],
    }
    for key in ("date", "effective", "expires"):
        if value := getattr(extraction, key):
            table[key] = as_date(value)
    for key in ("renews", "notice"):
        if extraction.expires and (
            value := getattr(extraction, key)
        ):  # the register has them of an end alone
            table[key] = value
    if notes := "; ".join(map(say, _unknown_days(extraction))):
        table["notes"] = notes
    if extraction.source:
        table["source"] = extraction.source
    return table


def _unknown_days(extraction: Extraction) -> Iterator[Text]:
    """Say what the text leaves open of the agreement's days, and how its first day was reckoned."""
    if not extraction.date and extraction.genre == AGREEMENT:
        yield Text("date: the text does not say when it was signed", {})
    if extraction.reckoned and extraction.effective:
        yield Text("effective: {words}", {"words": extraction.reckoned})
    if extraction.awaits and not extraction.effective:
        yield Text("effective: {words}", {"words": extraction.awaits})


def source_table(extraction: Extraction) -> Table:
    """Give the document as a further source of an agreement."""
    date = as_date(extraction.date) if extraction.date else None
    return {"file": extraction.source} | ({"date": date} if date else {})


def _head(extraction: Extraction, say: Say) -> str:
    known = sum(proposal.known for proposal in extraction.obligations)
    count = len(extraction.obligations) - known
    new = Text(
        "{count} proposed obligations, read by rules: check each against its quote before it is kept.",
        {"count": count},
    )
    lines = [_comment(say(new))]
    if known:
        lines.append(_comment(say(Text("{count} more are in the register already.", {"count": known}))))
    return "\n".join(lines) + "\n"


def _tail(extraction: Extraction, say: Say) -> Iterator[str]:
    """Say what else was read, each sentence on a line of its own."""
    if extraction.left_out:
        told = Text(
            "Sentences from which nothing is proposed ({count}): does one of them bind somebody?",
            {"count": len(extraction.left_out)},
        )
        lines = [_comment(say(told))]
        for sentence in extraction.left_out:
            quote = " ".join(sentence.quote.split())
            clause = f"{sentence.clause}, " if _ARTICLE.match(sentence.clause) else ""
            lines.append(_comment(f"({clause}{say(reason_of(sentence.reason))}) {quote}"))
        yield "\n".join(lines) + "\n"


def _comment(words: str) -> str:
    """Write a comment, without the signs that none may have in TOML."""
    return "# " + "".join(sign for sign in words if sign.isprintable() or sign in _NO_BREAK)


def _short(proposal: ProposedObligation, extraction: Extraction) -> ProposedObligation:
    """Give a proposal with what names it alone in its quote and its heading.

    That the agreement ends is called by what it asks for, which no clause says of itself.
    """
    heading = before_columns(proposal.heading)
    ends = extraction.expires and schedule(proposal, extraction)[0].get("due") == as_date(extraction.expires)
    if proposal.kind == _VALIDITY and ends:
        heading = _ENDS.get(extraction.language, heading)
    return proposal._replace(quote=before_columns(proposal.quote), heading=heading)


def _obligation(
    proposal: ProposedObligation, extraction: Extraction, home: Home | None, say: Say
) -> tuple[Table, list[Text]]:
    names = home.names if home else {}
    table: Table = {
        "title": title(_short(proposal, extraction)),
        "kind": proposal.kind,
        "modality": proposal.modality,
    }
    bearers = [names.get(name, name) for name in proposal.bearers]
    parties = home.parties if home else tuple(party.name for party in extraction.parties)
    if bearers and sorted(bearers) != sorted(parties):
        table["bearers"] = bearers
    if proposal.counterparty:
        table["counterparties"] = [names.get(proposal.counterparty, proposal.counterparty)]
    if _ARTICLE.match(proposal.clause):
        table["clause"] = proposal.clause
    times, notes = schedule(proposal, extraction, home)
    if proposal.introduction and (not proposal.due_text or proposal.due_text not in proposal.introduction):
        notes.append(Text("{note}", {"note": proposal.introduction}))
    table |= times
    if home and home.source:
        table["source"] = home.source
    if notes:
        table["notes"] = "; ".join(map(say, notes))
    table["quote"] = " ".join(proposal.quote.split())
    return table, notes


def _doubts(proposal: ProposedObligation) -> Iterator[Text]:
    """Say what is unsure, with the runner-up."""
    if len(proposal.kinds) > 1:
        first, second, *_ = proposal.kinds
        yield Text("kind: {kind} or {other}", {"kind": first, "other": second})
    if len(proposal.bearers) > 1 and _EACH.match(fold(proposal.quote)):
        yield Text("each owes it: an entry a party lets you record them apart", {})
    if proposal.confidence < SURE:
        values = {"confidence": f"{proposal.confidence:.2f}", "rules": ", ".join(proposal.rules)}
        yield Text("unsure ({confidence}): {rules}", values)
