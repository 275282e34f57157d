"""An entry in an obligation's log: which one is meant, what to write, and what it changed."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from tracker.core.errors import TrackerError
from tracker.core.model import Entry, Obligation, Register
from tracker.core.recording import Wish, place_all
from tracker.core.timelines import Timeline, timelines
from tracker.register.disk.content import holds
from tracker.register.read import Reading
from tracker.register.text.change import same
from tracker.register.text.edit import append_entry, entries
from tracker.workspace.catching_up import Rewritten
from tracker.workspace.current import horizon
from tracker.workspace.edits import Edited, Planned, edit
from tracker.workspace.table_edit import appended


def append(
    path: Path,
    ref: str,
    wishes: Sequence[Wish],
    facts: Mapping[str, object],
    *,
    day: date,
    today: date,
    dry_run: bool,
    projection: sqlite3.Connection,
) -> Edited:
    """Append an entry for each wish to the log of an obligation, all of them or none.

    `facts` are the entries' other keys. `day` is the as-of day, by which an occurrence is open;
    `today` is written as the day of recording where it is later than the entry's own. Where the
    `projection` tells that nothing else has changed, only the obligation's own table is read.
    """

    def written(register: Register) -> list[dict[str, object]]:
        obligation = register.obligations[ref]
        timeline = _timeline(register, obligation, max(day, *(wish.on for wish in wishes)))
        entries = place_all(obligation, timeline, wishes, day)
        return [_written(entry, facts, today) for entry in entries]

    def plan(reading: Reading) -> Planned:
        file = reading.file_of(("obligations", *ref.split(".", 1)))
        first, *further = [
            partial(append_entry, ref=ref, entry=entry) for entry in written(reading.required())
        ]
        return Planned(file, first, further)

    def quickly() -> Edited | None:
        return appended(projection, ref, lambda register: written(register)[0]) if len(wishes) == 1 else None

    return edit(path, plan, dry_run=dry_run, quickly=quickly)


def standing(edited: Edited, ref: str) -> tuple[list[int], Rewritten | None]:
    """Find the positions (from 0) at which the entries that were appended stand in the log by now.

    None of them where somebody else has since put a version in the file that lacks one. The other is
    what the projection need not read again.
    """
    changes = (edited.change, *edited.further)
    positions = [int(change.path[-1]) for change in changes]
    now = time.time_ns()
    try:
        if holds(edited.path, edited.content[1]):
            return positions, edited.rewritten and edited.rewritten._replace(read_ns=now)
        found = entries(edited.path.read_bytes().decode(), ref)
    except (OSError, ValueError, TrackerError):
        return [], None
    by_now = []
    for position, change in zip(positions, changes, strict=True):
        equal = [n for n, entry in enumerate(found) if same(entry, change.value)]
        if not equal:
            return [], None
        by_now.append(min(equal, key=lambda number: abs(number - position)))
    return by_now, None


def _timeline(register: Register, obligation: Obligation, day: date) -> Timeline:
    return dict(timelines(register, horizon=horizon(day), only=[obligation.ref]))[obligation.ref]


def _written(entry: Entry, facts: Mapping[str, object], today: date) -> dict[str, object]:
    """Put an entry into the register's keys, those that state something."""
    written: dict[str, object] = {"on": entry.on}
    for key, period in (("for", entry.scheduled), ("due", entry.due)):
        if period is not None:
            written[key] = period.latest if period.is_day else period.text
    if entry.status:
        written["status"] = entry.status
    return in_file({**written, **facts}, today)


def in_file(entry: Mapping[str, object], today: date) -> dict[str, object]:
    """Give what an entry states as the register writes it, with the day of recording if that is later."""
    written: dict[str, object] = {}
    for key, value in entry.items():
        if isinstance(value, tuple):
            written[key] = value[0] if len(value) == 1 else list(value)
        elif value is not None:
            written[key] = value
    on = written["on"]
    if isinstance(on, date) and today > on:
        written["recorded"] = today
    return written
