"""The columns that a list can show: one table for headings, cells, widths and sorting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from tracker.core.columnar import Coded, Columnar, Field
from tracker.core.errors import Text, TrackerError
from tracker.core.rows import Row
from tracker.core.vocabulary import MODALITIES, STATES
from tracker.views import safe
from tracker.views.reasons import reckoned, standing
from tracker.views.wording import Wording

NONE: Final = "–"
RECKONED: Final = "*"
"""What marks a date that the office reckoned and the text doesn't state."""

_LAST: Final = "~"
"""Sorts after every date and ref."""


class Column(NamedTuple):
    """A column: what `--columns` and `--sort` call it, what it shows, what it sorts by.

    `fields` are those of a row that decide both. What is `verbatim` shows the field of its name as
    it stands in the register. What is `wide` stands below the title in a narrow terminal.
    """

    name: str
    heading: Text
    fields: tuple[str, ...]
    cell: Callable[[Row, Wording], str]
    key: Callable[[Row], tuple[object, ...]]
    wide: bool = False
    right: bool = False
    verbatim: bool = False

    def is_missing(self, row: Row) -> bool:
        """Whether a row has nothing to sort by here."""
        return _lacks(self.key(row))

    def cells(self, rows: Columnar, wording: Wording) -> Field:
        """Give the cells of all rows as they were read, each as `cell` has it."""
        shown = rows.fields[self.name]
        if self.verbatim and not isinstance(shown, Coded):
            return safe.texts(shown)
        return rows.each(self.fields, lambda row: self.cell(row, wording))


def _verbatim(
    name: str, heading: Text, key: Callable[[Row], tuple[object, ...]], *more: str, wide: bool = False
) -> Column:
    def cell(row: Row, _: Wording) -> str:
        return safe.line(getattr(row, name))

    return Column(name, heading, (name, *more), cell, key, wide, verbatim=True)


def _lacks(key: tuple[object, ...]) -> bool:
    return key[0] is True or key[0] == _LAST


def _day(day: str) -> tuple[object, ...]:
    return (day or _LAST,)


def due(row: Row) -> str:
    """Write a due date as it was stated, marked if it was reckoned; a dash for none."""
    shown = row.due_text or row.due
    return f"{safe.line(shown)}{RECKONED if reckoned(row) else ''}" if shown else NONE


def days(row: Row, wording: Wording) -> str:
    """Say how far a due date is away: '153 days late', 'in 30 days', 'today'."""
    if row.days is None:
        return ""
    if row.days < 0:
        if row.state == "overdue":
            return wording.count("{n} day late", "{n} days late", -row.days)
        return wording.count("{n} day ago", "{n} days ago", -row.days)
    return wording.count("in {n} day", "in {n} days", row.days) if row.days else wording.say("today")


COLUMNS: Final = (
    _verbatim("ref", Text("obligation"), lambda r: (r.ref,)),
    _verbatim("number", Text("number"), lambda r: (not r.number, r.number)),
    _verbatim("agreement", Text("agreement"), lambda r: (r.agreement,)),
    _verbatim("title", Text("title"), lambda r: (r.title.casefold(),), wide=True),
    Column(
        "kind",
        Text("kind"),
        ("kind",),
        lambda r, w: safe.line(w.kind(r.kind)),
        lambda r: (r.kind,),
        wide=True,
    ),
    Column(
        "modality",
        Text("how binding"),
        ("modality",),
        lambda r, w: w.modality(r.modality),
        lambda r: (MODALITIES.index(r.modality),),
    ),
    Column(
        "bearers",
        Text("who owes"),
        ("bearers",),
        lambda r, w: safe.line(w.listed(r.bearers)),
        lambda r: r.bearers,
        wide=True,
    ),
    _verbatim("owner", Text("looked after by"), lambda r: _day(r.owner), wide=True),
    Column("scheduled", Text("date"), ("scheduled",), lambda r, _: r.scheduled, lambda r: _day(r.scheduled)),
    Column(
        "due",
        Text("due"),
        ("due", "due_text", "basis", "scheduled", "waits_for"),
        lambda r, _: due(r),
        lambda r: _day(r.due),
    ),
    _verbatim("due_text", Text("due as stated"), lambda r: _day(r.due), "due"),
    _verbatim("basis", Text("reckoned from"), lambda r: _day(r.basis), wide=True),
    Column(
        "state",
        Text("state"),
        ("state", "informed"),
        standing,
        lambda r: (STATES.index(r.state), not r.informed),
    ),
    Column(
        "status", Text("last stated"), ("status",), lambda r, w: w.status(r.status), lambda r: (r.status,)
    ),
    Column(
        "informed",
        Text("known late"),
        ("informed",),
        lambda r, w: w.say("yes") if r.informed else "",
        lambda r: (not r.informed,),
    ),
    Column(
        "missed",
        Text("missed"),
        ("missed",),
        lambda r, _: str(r.missed or ""),
        lambda r: (-r.missed,),
        right=True,
    ),
    Column(
        "days",
        Text("days"),
        ("days",),
        lambda r, _: "" if r.days is None else str(r.days),
        lambda r: (r.days is None, r.days or 0),
        right=True,
    ),
    Column(
        "last_on", Text("last news"), ("last_on",), lambda r, _: r.last_on or NONE, lambda r: (r.last_on,)
    ),
    _verbatim("dispute", Text("disputed by"), lambda r: _day(r.dispute)),
    _verbatim("quote", Text("quote"), lambda r: (r.quote,), wide=True),
    _verbatim("waits_for", Text("counted from"), lambda r: _day(r.waits_for)),
    Column(
        "next_due",
        Text("next due"),
        ("next_due",),
        lambda r, _: r.next_due or NONE,
        lambda r: _day(r.next_due),
    ),
)
"""Every column, in the order in which an error names them."""

NAMES: Final = tuple(column.name for column in COLUMNS)
"""What `--columns` and `--sort` take; `--sort` also with a '-' in front, for the other way round."""

LIST: Final = ("ref", "state", "due", "bearers", "title")
"""The columns of `list`."""

OCCURRENCES: Final = ("ref", "scheduled", "state", "due", "bearers", "title")
"""The columns of `list --occurrences`."""


def chosen(names: Iterable[str]) -> tuple[Column, ...]:
    """Give the columns of these names, in this order; TrackerError for a name that none has."""
    return tuple(_find(name) for name in names)


def needed(names: Iterable[str]) -> dict[str, None]:
    """Give the fields that these columns show or sort by, each once; '-due' is named as 'due'."""
    columns = chosen(name.removeprefix("-") for name in names)
    return dict.fromkeys(field for column in columns for field in column.fields)


def in_order(rows: Columnar, names: Sequence[str]) -> Columnar:
    """Sort rows by columns, the first named first; '-due' the other way round, what has none last."""
    places = rows.places()
    for name in reversed(names):
        column = _find(name.removeprefix("-"))
        keys = [*rows.each(column.fields, column.key)]
        places.sort(key=keys.__getitem__, reverse=name.startswith("-"))
        if name.startswith("-"):
            missing = [*map(_lacks, keys)]
            places.sort(key=missing.__getitem__)
    return Columnar(rows.fields, places)


def _find(name: str) -> Column:
    heading = name.replace("-", " ").replace("_", " ")
    for column in COLUMNS:
        if column.name == name:
            return column
    for column in COLUMNS:
        if str(column.heading) == heading:  # as it is read on the screen
            return column
    raise TrackerError("there is no column {name!r}; there are {names}", name=name, names=", ".join(NAMES))
