"""Rows as CSV (RFC 4180), for spreadsheets: field names as in JSON, and no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Final

from tracker.core.columnar import Coded, Columnar
from tracker.core.rows import Picture, Row
from tracker.views import safe
from tracker.views.reasons import reason
from tracker.views.wording import Wording

_FIELDS: Final = (
    *("ref", "number", "agreement", "title", "kind", "modality", "bearers", "owner"),
    *("scheduled", "due", "due_text", "basis", "state", "status", "informed", "missed", "days"),
    *("last_on", "dispute", "quote", "reason"),
)


_TOGETHER: Final = 200
"""Rows that are written at a time."""
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
    """Give a header and a line a row, without line ends: the fields named, or all, while they come."""
    shown = tuple(names) or _FIELDS
    yield (BOM if bom else "") + _lines([shown], delimiter)[0]
    for some in _pieces(listed):
        cells = (_cells(some, name, as_of, wording) for name in shown)
        yield from _lines(zip(*cells, strict=True), delimiter)


def picture(shown: Picture, wording: Wording) -> Iterator[str]:
    """Give the rows of the morning picture, the most pressing first; each of them once."""
    disputed = (dispute.row for dispute in shown.disputed)
    listed = (*shown.overdue, *shown.blocked, *shown.due_soon, *disputed, *shown.review_due)
    yield from rows({row.ref: row for row in listed}.values(), shown.as_of, wording)


def _pieces(listed: Iterable[Row]) -> Iterator[Columnar]:
    if isinstance(listed, Columnar):
        yield from listed.pieces(_TOGETHER)
        return
    rows = iter(listed)
    while some := tuple(islice(rows, _TOGETHER)):
        yield Columnar.of(some)


def _cells(rows: Columnar, name: str, as_of: str, wording: Wording) -> Iterable[str]:
    if name == "reason":
        return [safe.cell(reason(row, as_of, wording)) for row in rows]
    values = rows.fields[name]
    return values.each(_cell) if isinstance(values, Coded) else map(_cell, values)


def _cell(value: object) -> str:
    if isinstance(value, str):
        return safe.cell(value)
    if isinstance(value, tuple):
        return safe.cell(", ".join(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _lines(table: Iterable[Sequence[str]], delimiter: str) -> list[str]:
    """Write rows whose cells have no line end in them."""
    buffer = StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\n").writerows(table)
    return buffer.getvalue().split("\n")[:-1]
