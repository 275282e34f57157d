"""A report as CSV, for a spreadsheet: a line for each row that it lists, and in which part."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import SEEK_END, StringIO
from typing import Final

from tracker.core.report import AgreementEvent, Event, Report
from tracker.core.rows import Row
from tracker.views import safe
from tracker.views.as_csv import BOM
from tracker.views.as_json import row_object
from tracker.views.wording import Wording

_FIELDS: Final = (
    *("ref", "number", "agreement", "title", "kind", "modality", "bearers", "owner", "scheduled", "due"),
    *("due_text", "basis", "state", "status", "informed", "missed", "days", "last_on", "dispute", "quote"),
    "reason",
)
_EVENT: Final = ("on", "recorded", "moved_from", "moved_to", "slippage")


def text(drawn: Report, wording: Wording, *, delimiter: str = ",", bom: bool = False) -> Iterator[str]:
    """Give a header and a line a row, without line ends; `part` and `group` say where it stands."""
    buffer = StringIO(BOM if bom else "")
    buffer.seek(0, SEEK_END)
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="")
    for cells in (("part", "group", *_EVENT, *_FIELDS), *_lines(drawn, wording)):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _lines(drawn: Report, wording: Wording) -> Iterator[tuple[str, ...]]:
    decided = drawn.decisions
    parts = (
        *(("changed", name, part.shown) for name, part in drawn.changed._asdict().items()),
        ("decisions", "blocked", decided.blocked.shown),
        ("decisions", "disputed", decided.disputed.shown),
        ("decisions", "unagreed", decided.unagreed.shown),
        ("decisions", "unowned", decided.unowned.shown),
        ("decisions", "unproved", decided.unproved.shown),
        ("overdue", "late", drawn.late.shown),
        ("overdue", "unheard", drawn.unheard.shown),
        ("due_soon", "", drawn.due.shown),
        ("review_due", "", drawn.silent_rows.shown),
    )
    for part, group, shown in parts:
        for one in shown:
            yield (part, group, *_cells(one, drawn, wording))


def _cells(one: Row | Event | AgreementEvent, drawn: Report, wording: Wording) -> Iterator[str]:
    if isinstance(one, AgreementEvent):
        known = {"agreement": one.agreement, "title": one.title, "state": one.what}
        yield from (one.on, one.recorded, one.ended_before, one.ends, "")
        yield from (safe.cell(known.get(name, "")) for name in _FIELDS)
        return
    row = one.occurrence or one.row if isinstance(one, Event) else one
    entry = one.entry if isinstance(one, Event) else None
    if isinstance(one, Event) and entry:
        slippage = "" if one.slippage is None else str(one.slippage)
        yield from (entry.on, entry.recorded, safe.cell(one.moved_from), safe.cell(entry.due), slippage)
    else:
        yield from ("",) * len(_EVENT)
    fields = row_object(row, drawn.as_of, wording)
    yield from (_cell(fields[name]) for name in _FIELDS)


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return safe.cell(value) if isinstance(value, str) else "" if value is None else str(value)
