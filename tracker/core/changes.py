"""What changed between two states of the register, in the register's words: by field, not by line.

Things are matched by name, then by former names, then by what they say; log entries have no name
and are matched by what they say. Everything comes in a stable order, that of the later register,
with what is gone at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from tracker.core.dates import parse_period
from tracker.core.entrychanges import EntryChange, entry_changes
from tracker.core.errors import TrackerError
from tracker.core.model import Register
from tracker.core.renames import renames, titles
from tracker.core.stated import SECTIONS, Fields, Table, Tables, Value, from_register

ADDED: Final = "added"
REMOVED: Final = "removed"
RENAMED: Final = "renamed"
CHANGED: Final = "changed"

MOVING: Final = ("due", "first", "until", "date", "effective", "expires")
"""Fields of which it is said by how many days they moved."""


class FieldChange(NamedTuple):
    """A field that says something else; '' where it was or is not stated.

    `days` is by how many days a date's last day moved (negative: earlier), None for other fields.
    """

    name: str
    before: Value
    after: Value
    days: int | None = None


class Change(NamedTuple):
    """One thing that was added, removed, renamed or changed; what is renamed may be changed too.

    `name` is what it is called now, or was called last; `formerly` the former name of what was
    renamed, else ''. `title` holds its titles by language, as `model.Title` does.
    """

    kind: str
    name: str
    formerly: str
    title: Mapping[str, str]
    fields: tuple[FieldChange, ...]
    entries: tuple[EntryChange, ...]


class Changes(NamedTuple):
    """What changed in each part of the register; the settings are one thing, or nothing."""

    settings: tuple[Change, ...] = ()
    parties: tuple[Change, ...] = ()
    people: tuple[Change, ...] = ()
    agreements: tuple[Change, ...] = ()
    obligations: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any(self)

    def only(self, names: Iterable[str]) -> Changes:
        """Keep what concerns the obligations of these refs, and the agreements of these ids."""
        wanted = set(names)

        def of(part: tuple[Change, ...]) -> tuple[Change, ...]:
            return tuple(one for one in part if one.name in wanted or one.formerly in wanted)

        return Changes(agreements=of(self.agreements), obligations=of(self.obligations))


def changes(before: Register, after: Register) -> Changes:
    """Compare two registers."""
    return compare(from_register(before), from_register(after))


def compare(before: Tables, after: Tables) -> Changes:
    """Compare what two registers state; a section that is missing is empty."""
    found: dict[str, tuple[Change, ...]] = {}
    moved: dict[str, str] = {}
    for section in SECTIONS:
        old, new = before.get(section, {}), after.get(section, {})
        renamed = renames(section, old, new, moved)
        if section == "agreements":
            moved = {was: now for now, was in renamed.items()}
        found[section] = tuple(_compared(section, old, new, renamed))
    return Changes(**found)


def _compared(
    section: str, before: Mapping[str, Table], after: Mapping[str, Table], renamed: Mapping[str, str]
) -> Iterable[Change]:
    for name, table in after.items():
        was = renamed.get(name, name)
        old = before.get(was)
        fields = _fields(old.fields if old else {}, table.fields)
        entries = entry_changes(old.log if old else (), table.log)
        kind = ADDED if old is None else RENAMED if was != name else CHANGED
        if section == "settings":
            kind = CHANGED
        if kind != CHANGED or fields or entries:
            formerly = was if was != name else ""
            yield Change(kind, name, formerly, titles(table), fields, entries)
    gone = before.keys() - after.keys() - set(renamed.values())
    for name, table in before.items():
        if name in gone:
            fields, entries = _fields(table.fields, {}), entry_changes(table.log, ())
            yield Change(REMOVED, name, "", titles(table), fields, entries)


def _fields(before: Fields, after: Fields) -> tuple[FieldChange, ...]:
    names = [*after, *(name for name in before if name not in after)]
    return tuple(
        FieldChange(name, old, new, _days(name, old, new))
        for name in names
        if _several(old := before.get(name, "")) != _several(new := after.get(name, ""))
    )


def _several(value: Value) -> tuple[str, ...]:
    """Give a value as a list; a list of one says the same as the one."""
    return value if isinstance(value, tuple) else (value,) if value else ()


def _days(name: str, before: Value, after: Value) -> int | None:
    if name not in MOVING or not (before and after and isinstance(before, str) and isinstance(after, str)):
        return None
    try:
        return (parse_period(after).latest - parse_period(before).latest).days
    except TrackerError:  # a revision of long ago may state what is refused now
        return None
