"""Rows as CSV (RFC 4180), for spreadsheets: field names as in JSON, and no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from tracker.core.rows import Picture, Row
from tracker.views import safe
from tracker.views.as_json import row_object
from tracker.views.wording import Wording

_FIELDS: Final = (
    *("ref", "number", "agreement", "title", "kind", "modality", "bearers", "owner"),
    *("scheduled", "due", "due_text", "basis", "state", "status", "informed", "missed", "days"),
    *("last_on", "dispute", "quote", "reason"),
)


BOM: Final = "\ufeff"
"""What tells Excel that a file is UTF-8."""


def rows(
    listed: Iterable[Row],
    as_of: str,
    wording: Wording,
    names: Sequence[str] = (),
    *,
    delimiter: str = ",",
    bom: bool = False,
) -> Iterator[str]:
    """Give a header and a line a row, while they come, without line ends: the fields named, or all."""
    line, shown = _writer(delimiter), tuple(names) or _FIELDS
    yield (BOM if bom else "") + line(shown)
    for row in listed:
        fields = row_object(row, as_of, wording)
        yield line(tuple(_cell(fields[name]) for name in shown))


def picture(shown: Picture, wording: Wording) -> Iterator[str]:
    """Give the rows of the morning picture, the most pressing first; each of them once."""
    disputed = (dispute.row for dispute in shown.disputed)
    listed = (*shown.overdue, *shown.blocked, *shown.due_soon, *disputed, *shown.review_due)
    yield from rows({row.ref: row for row in listed}.values(), shown.as_of, wording)


def _cell(value: object) -> str:
    if isinstance(value, str):
        return safe.cell(value)
    if isinstance(value, list):
        return safe.cell(", ".join(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _writer(delimiter: str) -> Callable[[tuple[str, ...]], str]:
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="")

    def line(cells: tuple[str, ...]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(cells)
        return buffer.getvalue()

    return line
