"""A database that turns out to be damaged while a command reads it: it is built again, once."""

from __future__ import annotations

import sqlite3
from typing import Final

from tracker.cli.desk import Desk
from tracker.cli.grammar import Call
from tracker.cli.output import BrokenOffError
from tracker.core.errors import TrackerError
from tracker.store import database

_AGAIN: Final = frozenset(
    {"status", "list", "show", "sync", "report", "brief", "calendar", "timeline", "check", "diff", "log"}
)
"""Commands that can be run twice with one outcome, unless they send something."""


def discarded(error: Exception, call: Call, desk: Desk) -> bool:
    """Remove the damaged database, so that the command can be run again; False if that is no help.

    TrackerError, with the way out, where the command can't be run again.
    """
    path = desk.opened
    if not path:
        return False
    if isinstance(error, BrokenOffError):
        database.discard(path)
        raise TrackerError(
            "the answer is not whole: the database {db} was damaged; type it again, and it is built anew",
            db=path,
        ) from error
    if isinstance(error, sqlite3.Error) and database.is_passing(error):
        return False
    if call.command in _AGAIN and not call.values.get("send"):
        database.discard(path)
        return True
    if isinstance(error, sqlite3.Error) or not database.is_whole(path):
        raise unusable(path, error) from error
    return False


def unusable(path: str, error: Exception) -> TrackerError:
    """Say why a database can't be used, and the way out."""
    if isinstance(error, sqlite3.Error) and database.is_passing(error):
        return database.trouble(error, path)
    return TrackerError(
        "the database {db} can't be used: {reason}; it may be deleted, and is then built anew",
        db=path,
        reason=str(error),
    )
