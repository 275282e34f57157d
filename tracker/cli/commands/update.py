"""`tracker update`: append to an obligation's log what happened."""

from __future__ import annotations

from tracker.cli.asking import one_of
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, TEXTS, Argument, Command, Option
from tracker.cli.recording import record
from tracker.core.errors import TrackerError
from tracker.core.vocabulary import STATUSES

COMMAND = Command(
    "update",
    "Record what happened: done, in-progress, blocked, postponed, waived, cancelled, superseded, open; "
    "of an agreement: extended, terminated, suspended, resumed",
    arguments=(
        Argument("ref", "A ref, a number, or any part of it that is unambiguous; or an agreement's id"),
        Argument("status", "What is so from that day on"),
    ),
    options=(
        Option("--on", "The day that it holds from; default: the as-of day", metavar="DATE"),
        Option(
            "--for",
            "The scheduled date that it is about, once for each of several, or overdue for all that are; "
            "default: the earliest open one",
            MANY,
            "DATE",
        ),
        Option("--due", "With postponed: the new date", metavar="DATE"),
        Option("--ends", "Of an agreement, extended or terminated: its last day", metavar="DATE"),
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
    from tracker.views.wording.typed import agreement_status_from, status_from

    if of_agreement := agreement_status_from(status):
        return _of_agreement(desk, ref, of_agreement, typed, dry_run=dry_run, close=close)
    if typed.pop("ends"):
        raise TrackerError("--ends is an agreement's last day; it goes with extended or terminated")
    (word,) = one_of([status_from(status) or status], STATUSES, desk.wording.say("status"))
    return record(desk, ref, word, typed, close=close, dry_run=dry_run)


def _of_agreement(
    desk: Desk, name: str, status: str, typed: dict[str, object], *, dry_run: bool, close: bool
) -> int:
    """Record what became of an agreement; TrackerError where the name is not that of one."""
    from tracker.cli.agreement_recording import record_of_agreement
    from tracker.store.lookups import exact_agreement

    agreement = exact_agreement(desk.connection, name)
    if not agreement:
        raise TrackerError(
            "{status} is said of an agreement, and {name!r} is none; 'tracker status' names them",
            status=status,
            name=name,
        )
    return record_of_agreement(desk, agreement, status, {**typed, "close": close}, dry_run=dry_run)
