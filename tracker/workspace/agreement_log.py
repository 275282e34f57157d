"""An entry in an agreement's log, appended as every change of the register is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tracker.register.read import Reading
from tracker.register.text.edit import append_entry
from tracker.workspace.edits import Edited, Planned, edit
from tracker.workspace.recording import in_file


def append(path: Path, agreement: str, entry: Mapping[str, object], *, today: date, dry_run: bool) -> Edited:
    """Append to the log of an agreement; keys with the value None state nothing.

    `today` is written as the day of recording where it is later than the entry's own.
    """
    written = in_file(entry, today)

    def plan(reading: Reading) -> Planned:
        reading.required()
        file = reading.file_of(("agreements", agreement))
        return Planned(file, lambda text: append_entry(text, agreement, written))

    return edit(path, plan, dry_run=dry_run)
