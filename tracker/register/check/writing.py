"""What is worth saying of a log entry at the moment that it is written; no document is read for it."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracker.core.errors import Text
from tracker.core.model import Register
from tracker.register.check import dates, log, names
from tracker.register.check.codes import KeyPath
from tracker.register.check.context import Check, Subject

ON_WRITING: Final[tuple[Check, ...]] = (
    dates.in_the_future,
    log.without_evidence,
    log.postponed_back,
    names.unknown_owner,
)


def check_agreement_entry(register: Register, path: KeyPath, today: date) -> list[Text]:
    """Say what is odd about one entry in the log of an agreement, by its key path."""
    agreement = str(path[1])
    alone = register._replace(agreements={agreement: register.agreements[agreement]}, obligations={})
    found = dates.in_the_future(Subject(alone, today))
    return [said for at, _, said in found if at[: len(path)] == path]


def check_entry(register: Register, path: KeyPath, today: date) -> list[Text]:
    """Say what is odd about one log entry, by its key path; a look at its obligation alone."""
    ref = f"{path[1]}.{path[2]}"
    alone = register._replace(obligations={ref: register.obligations[ref]})
    subject = Subject(alone, today)
    return [said for one in ON_WRITING for found, _, said in one(subject) if found[: len(path)] == path]
