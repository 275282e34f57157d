"""What a merge itself changed: not what one side or the other had stated already."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.entrychanges import CORRECTED, TAKEN_BACK, entry_changes
from tracker.core.stated import Fields, Table


def merged_from(parents: Sequence[Table | None], now: Table | None) -> Table | None:
    """Give what to compare a merged table with: the first parent's, but for what another one has.

    A field or an entry that stands in any parent as it does now is no change of the merge; nor is
    an entry gone that one of the parents lacks. None where no parent has the table.
    """
    tables = [table for table in parents if table is not None]
    if len(parents) == 1 or not tables or now is None:
        return next(iter(tables), None)
    first = tables[0]
    fields = {}
    for name in (*now.fields, *(name for name in first.fields if name not in now.fields)):
        value = now.fields.get(name, "")
        known = any(table.fields.get(name, "") == value for table in tables)
        if stated := value if known else first.fields.get(name, ""):
            fields[name] = stated
    return Table(fields, _entries(tables, now))


def _entries(tables: Sequence[Table], now: Table) -> tuple[Fields, ...]:
    known = [entry for entry in now.log if any(entry in table.log for table in tables)]
    first, *others = tables
    for change in entry_changes(first.log, now.log):
        if (change.kind == CORRECTED and change.after not in known) or (
            change.kind == TAKEN_BACK and all(change.before in table.log for table in others)
        ):
            known.append(change.before)
    return tuple(known)
