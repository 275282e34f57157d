"""`tracker note`: an entry that changes no status."""

from __future__ import annotations

from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, TEXTS, Argument, Command, Option
from tracker.cli.recording import record
from tracker.core.errors import TrackerError

COMMAND = Command(
    "note",
    "Write something down about an obligation, without a change of its status",
    arguments=(
        Argument("ref", "A ref, a number, or any part of it that is unambiguous"),
        Argument("text", "What to remember"),
    ),
    options=(
        Option("--on", "The day that it holds from; default: the as-of day", metavar="DATE"),
        Option("--for", "The scheduled date that it is about", metavar="DATE"),
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
    return record(desk, ref, "", {**typed, "note": text}, close=False, dry_run=dry_run)
