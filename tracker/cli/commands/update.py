"""`tracker update`: append to an obligation's log what happened."""

from __future__ import annotations

from tracker.cli.asking import one_of
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, TEXTS, Argument, Command, Option
from tracker.cli.recording import record
from tracker.core.vocabulary import STATUSES

COMMAND = Command(
    "update",
    "Record what happened: done, in-progress, blocked, postponed, waived, cancelled, superseded, open",
    arguments=(
        Argument("ref", "A ref, a number, or any part of it that is unambiguous"),
        Argument("status", "What is so from that day on"),
    ),
    options=(
        Option("--on", "The day that it holds from; default: the as-of day", metavar="DATE"),
        Option(
            "--for", "The scheduled date that it is about; default: the earliest that is open", metavar="DATE"
        ),
        Option("--due", "With postponed: the new date", metavar="DATE"),
        Option("--note", "What to remember of it", metavar="TEXT"),
        Option("--evidence", "A file or link that shows it", MANY, "PATH"),
        Option("--owner", "Who looks after it from that day on", metavar="NAME"),
        Option("--dispute", "The party that disputes it; 'settled' when it no longer does", metavar="PARTY"),
        Option("--by", "Who says so", metavar="NAME"),
        Option("--agreed-with", "The party with which it was agreed", MANY, "PARTY"),
        Option("--close", "Close for good: a continuing obligation, or all dates of a recurring one", FLAG),
        Option("--private", "Leave the entry out of what partners see", FLAG),
        Option("--dry-run", "Show the change and make none", FLAG),
    ),
    formats=TEXTS,
)


def run(desk: Desk, *, ref: str, status: str, dry_run: bool, close: bool, **typed: object) -> int:
    """Append the entry and say what changed, what is still open and what is next."""
    from tracker.views.wording.typed import status_from

    (word,) = one_of([status_from(status) or status], STATUSES, desk.wording.say("status"))
    return record(desk, ref, word, typed, close=close, dry_run=dry_run)
