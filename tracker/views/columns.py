"""The columns that a list can show: one table for headings, cells, widths and sorting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

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

    What is `wide` stands below the title in a narrow terminal.
    """

    name: str
    heading: Text
    cell: Callable[[Row, Wording], str]
    key: Callable[[Row], tuple[object, ...]]
    wide: bool = False
    right: bool = False

    def is_missing(self, row: Row) -> bool:
        """Whether a row has nothing to sort by here."""
        first = self.key(row)[0]
        return first is True or first == _LAST


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
    Column("ref", Text("obligation"), lambda r, _: safe.line(r.ref), lambda r: (r.ref,)),
    Column("number", Text("number"), lambda r, _: safe.line(r.number), lambda r: (not r.number, r.number)),
    Column("agreement", Text("agreement"), lambda r, _: safe.line(r.agreement), lambda r: (r.agreement,)),
    Column(
        "title", Text("title"), lambda r, _: safe.line(r.title), lambda r: (r.title.casefold(),), wide=True
    ),
    Column("kind", Text("kind"), lambda r, w: safe.line(w.kind(r.kind)), lambda r: (r.kind,), wide=True),
    Column(
        "modality",
        Text("how binding"),
        lambda r, w: w.modality(r.modality),
        lambda r: (MODALITIES.index(r.modality),),
    ),
    Column(
        "bearers",
        Text("who owes"),
        lambda r, w: safe.line(w.listed(r.bearers)),
        lambda r: r.bearers,
        wide=True,
    ),
    Column(
        "owner", Text("looked after by"), lambda r, _: safe.line(r.owner), lambda r: _day(r.owner), wide=True
    ),
    Column("scheduled", Text("date"), lambda r, _: r.scheduled, lambda r: _day(r.scheduled)),
    Column("due", Text("due"), lambda r, _: due(r), lambda r: _day(r.due)),
    Column("due_text", Text("due as stated"), lambda r, _: safe.line(r.due_text), lambda r: _day(r.due)),
    Column(
        "basis", Text("reckoned from"), lambda r, _: safe.line(r.basis), lambda r: _day(r.basis), wide=True
    ),
    Column("state", Text("state"), standing, lambda r: (STATES.index(r.state), not r.informed)),
    Column("status", Text("last stated"), lambda r, w: w.status(r.status), lambda r: (r.status,)),
    Column(
        "informed",
        Text("known late"),
        lambda r, w: w.say("yes") if r.informed else "",
        lambda r: (not r.informed,),
    ),
    Column("missed", Text("missed"), lambda r, _: str(r.missed or ""), lambda r: (-r.missed,), right=True),
    Column(
        "days",
        Text("days"),
        lambda r, _: "" if r.days is None else str(r.days),
        lambda r: (r.days is None, r.days or 0),
        right=True,
    ),
    Column("last_on", Text("last news"), lambda r, _: r.last_on or NONE, lambda r: (r.last_on,)),
    Column("dispute", Text("disputed by"), lambda r, _: safe.line(r.dispute), lambda r: _day(r.dispute)),
    Column("quote", Text("quote"), lambda r, _: safe.line(r.quote), lambda r: (r.quote,), wide=True),
    Column(
        "waits_for", Text("counted from"), lambda r, _: safe.line(r.waits_for), lambda r: _day(r.waits_for)
    ),
    Column("next_due", Text("next due"), lambda r, _: r.next_due or NONE, lambda r: _day(r.next_due)),
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


def in_order(rows: Iterable[Row], names: Sequence[str]) -> list[Row]:
    """Sort rows by columns, the first named first; '-due' the other way round, what has none last."""
    ordered = list(rows)
    for name in reversed(names):
        column = _find(name.removeprefix("-"))
        ordered.sort(key=column.key, reverse=name.startswith("-"))
        if name.startswith("-"):
            ordered.sort(key=column.is_missing)
    return ordered


def _find(name: str) -> Column:
    heading = name.replace("-", " ").replace("_", " ")
    for column in COLUMNS:
        if column.name == name:
            return column
    for column in COLUMNS:
        if str(column.heading) == heading:  # as it is read on the screen
            return column
    raise TrackerError("there is no column {name!r}; there are {names}", name=name, names=", ".join(NAMES))
