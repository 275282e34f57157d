"""The register as it was: the history's texts, read as the register is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracker.core.errors import RegisterError, TrackerError
from tracker.history.form import Form
from tracker.history.git import NoPastError
from tracker.history.revisions import Past, Snapshot, past
from tracker.register.disk.paths import matching
from tracker.register.parse import parse
from tracker.register.read import Reading, read_texts
from tracker.register.text.scan import blocks

if TYPE_CHECKING:
    from tracker.core.model import Register

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def history(register: Path) -> Past:
    """Open the past of a register; TrackerError where it is in no git repository."""
    return past(register, Form(split=blocks, parse=parse, matching=matching))


def snapshot(of: Past, typed: str, day: Callable[[str], date], timezone: str) -> Snapshot:
    """Give the texts at a revision, or on a day as a person types it.

    An ISO date is always a day; anything else is a revision if git knows it, else a day that
    `day` reads. TrackerError where it is neither.
    """
    if is_day(typed):
        return of.on_day(day(typed), timezone)
    try:
        of.repository.commit(typed)
    except TrackerError:
        read = _read(typed, day)
        if read is None:
            raise
        return of.on_day(read, timezone)
    return of.at(typed)


def is_day(typed: str) -> bool:
    """Say whether what was typed is an ISO date, which is a day and never a revision."""
    return _DAY.fullmatch(typed) is not None


def known(register: Path, typed: str, day: Callable[[str], date], timezone: str) -> Snapshot | None:
    """Give the texts that were known at a revision, or on a day.

    None for a day of which there is no history: outside git, or before git kept the register.
    Then the entries' own `recorded` says what was known. TrackerError for what is neither a
    revision nor a day, and where this clone lacks what is asked for.
    """
    try:
        return snapshot(history(register), typed, day, timezone)
    except NoPastError:
        if _read(typed, day):
            return None
        raise


def begins(register: Path, timezone: str) -> date | None:
    """Give the day since which git has the register; None where it hasn't."""
    try:
        return history(register).begins(timezone)
    except NoPastError:
        return None


def reading(of: Snapshot) -> Reading:
    """Read a snapshot's texts, with all problems; their files are named as in the register's folder."""
    return read_texts(of.texts)


def register(of: Snapshot) -> Register:
    """Read a snapshot; RegisterError, with the commit before each place, if it has errors."""
    try:
        return reading(of).required()
    except RegisterError as error:
        at = of.commit.id[:10]
        raise RegisterError(
            tuple(problem._replace(file=f"{at}:{problem.file}") for problem in error.problems)
        ) from None


def _read(typed: str, day: Callable[[str], date]) -> date | None:
    try:
        return day(typed)
    except TrackerError:
        return None
