"""`tracker note`: an entry that changes no status."""

from __future__ import annotations

from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, TEXTS, Argument, Command, Option
from tracker.cli.recording import AgreementError, record
from tracker.core.errors import TrackerError

COMMAND = Command(
    "note",
    "Write something down about an obligation, or an agreement, without a change of its status",
    arguments=(
        Argument("ref", "A ref, a number, or any part of it that is unambiguous; or an agreement's id"),
        Argument("text", "What to remember"),
    ),
    options=(
        Option("--on", "The day that it holds from; default: the as-of day", metavar="DATE"),
        Option("--for", "The scheduled date that it is about, once for each of several", MANY, "DATE"),
        Option("--evidence", "A file or link that shows it", MANY, "PATH"),
        Option("--dispute", "The party that disputes it; 'settled' when it no longer does", metavar="PARTY"),
        Option("--owner", "Who looks after it from that day on", metavar="NAME"),
        Option("--by", "Who says so", metavar="NAME"),
        Option("--private", "Leave the entry out of what partners see", FLAG),
        Option("--dry-run", "Show the change and make none", FLAG),
    ),
    formats=TEXTS,
)


def run(desk: Desk, *, ref: str, text: str, dry_run: bool, **typed: object) -> int:
    """Append the entry and say where it stands."""
    if not text.strip():
        raise TrackerError("a note without words says nothing; write what to remember")
    typed["note"] = text
    try:
        return record(desk, ref, "", typed, close=False, dry_run=dry_run)
    except AgreementError as meant:
        from tracker.cli.agreement_recording import record_of_agreement

        return record_of_agreement(desk, meant.agreement, "", typed, dry_run=dry_run)
