"""What is said of a document beside its proposals: what is missing, what it is about, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.desk import Desk

if TYPE_CHECKING:
    from tracker.core.model import Register
    from tracker.extract import Extraction, Home
    from tracker.workspace.proposing import Going


def tell_doubts(desk: Desk, found: Extraction, to: Going) -> None:
    """Say what was not found, and what does not fit, with what to do about it."""
    if not found.parties:
        desk.tell("the text doesn't say, or not clearly, who is party to it: name each with --party NAME")
    elif not found.obligations:
        names = ", ".join(party.name for party in found.parties)
        desk.tell("no clause was found by which {parties} promises something", parties=names)
    if to.home is None:
        if to.seems:
            desk.tell(
                "this may be about {agreement}, which the register has: if so, add --agreement {agreement}",
                agreement=to.seems,
            )
        return
    parties = [to.home.names.get(party.name, party.name) for party in found.parties]
    if parties and sorted(parties) != sorted(to.home.parties):
        desk.tell(
            "{agreement} is between {registered}, but the document between {parties}: check who owes what",
            agreement=to.agreement,
            registered=", ".join(to.home.parties),
            parties=", ".join(parties),
        )


def tell_registered(desk: Desk, register: Register, text: str, found: Extraction, to: Going) -> None:
    """Say what the register has of the agreement already, and what it has otherwise."""
    from tracker.extract import disappeared
    from tracker.workspace.recognising import changed_terms, extension, registered

    known = sum(proposal.known for proposal in found.obligations)
    if to.seems:
        desk.tell(
            "the document is about {agreement}, which the register has: only what is new is proposed; "
            "for another agreement add --agreement ID",
            agreement=to.agreement,
        )
    if known and known == len(found.obligations):
        desk.tell("all that it promises is in the register already: {count} of {count}", count=known)
    if known and (gone := disappeared(text, registered(register, to.agreement, found.source))):
        desk.tell("{count} registered quotes are not in this text: --compare names them", count=len(gone))
    terms = changed_terms(register, to.agreement, found) if found.obligations else {}
    longer = extension(register, to.agreement, found) if found.obligations else None
    if longer:
        desk.tell(
            "{agreement} is in force to {last} in the register, but the document says {stated}: if it amends "
            "that, record it with: tracker update {agreement} extended --ends {stated}",
            agreement=to.agreement,
            last=longer[0],
            stated=longer[1],
        )
    for key, (has, stated) in terms.items():
        if key == "expires" and longer:
            continue
        desk.tell(
            "{agreement} has {key} = {registered} in the register, but the document says {stated}: "
            "change it there if the document amends it",
            agreement=to.agreement,
            key=key,
            registered=has,
            stated=stated,
        )


def tell_unsourced(desk: Desk, source: str, document: str, home: Home | None) -> None:
    """Say that the quotes of a new agreement can't be checked, before it is taken without its source."""
    if source or home is not None:
        return
    if document == "-":
        desk.tell(
            "the document has no file, so check can't find the quotes in it; save it below the register's "
            "folder and accept it from there"
        )
        return
    desk.tell(
        "{document} lies outside the register's folder, so check can't find the quotes in it; --copy puts "
        "it into {folder}/",
        document=document,
        folder="sources",
    )
