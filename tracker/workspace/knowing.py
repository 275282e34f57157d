"""What was known: the register's text at a revision or on a day, or its entries recorded by then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tracker.register.read import Reading
from tracker.workspace import revisions


class Known(NamedTuple):
    """What was known on a day.

    `reading` is the register's text of that day or revision, to be taken as it stands; None where
    there is no history of it: then what is stated now counts, but entries recorded after the day.
    `begins` is the day since which there is one, where that is after the day asked for.
    """

    day: date
    reading: Reading | None = None
    begins: date | None = None


def known(register: Path, typed: str, day: Callable[[str], date], timezone: str) -> Known:
    """Find what was known at a revision, or on a day as `day` reads it.

    TrackerError for what is neither, RegisterError for a text of then that has errors, with the
    commit before each place.
    """
    found = revisions.known(register, typed, day, timezone)
    if found is None:
        on = day(typed)
        begins = revisions.begins(register, timezone)
        return Known(on, begins=begins if begins and begins > on else None)
    reading = revisions.reading(found)
    if reading.register is None:
        revisions.register(found)  # raises, and names the commit
    at = found.commit.day
    return Known(day(typed) if revisions.is_day(typed) or not at else date.fromisoformat(at), reading)
