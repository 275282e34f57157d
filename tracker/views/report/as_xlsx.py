"""A report as a workbook: a sheet with the counts, and one for each agreement, to filter and sort.

Dates are dates. Everything else is text, of which nothing is ever a formula, whatever it begins
with. Needs openpyxl (the extra 'office').
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tracker.core.rows import Row
from tracker.core.sheet import Sheet
from tracker.views import safe
from tracker.views.columns import COLUMNS
from tracker.views.reasons import reason, standing
from tracker.views.report import compose
from tracker.views.report.page import Table
from tracker.views.report.words import END, ISOLATE, party
from tracker.views.report.zipped import settled
from tracker.views.wording import Wording

_FIELDS: Final = (
    *("number", "ref", "title", "state", "due", "due_text", "days", "bearers", "modality", "kind", "owner"),
    *("scheduled", "basis", "missed", "last_on", "dispute", "quote"),
)
_DAYS: Final = frozenset({"due", "scheduled", "last_on"})
_NUMBERS: Final = frozenset({"days", "missed"})
_WIDTHS: Final = {"title": 44, "quote": 60, "ref": 30, "bearers": 20, "basis": 22, "state": 14, "why": 50}
_USUAL: Final = 13
_FILLS: Final = {
    "overdue": "F8D7D4",
    "blocked": "FBE7C2",
    "due-soon": "FBE7C2",
    "review-due": "E7DBF5",
    "done": "D5EEDD",
    "done-late": "D5EEDD",
    "upcoming": "DCE8F6",
    "active": "DCE8F6",
}
_LONGEST_NAME: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST: Final = 32_767
"""Signs of a cell (Excel's limit)."""
_HEAD: Final = PatternFill("solid", fgColor="E9ECF0")
_BOLD: Final = Font(bold=True)
_TOP: Final = Alignment(vertical="top", wrap_text=True)
_DATE: Final = "yyyy-mm-dd"
AnyCell = Cell | MergedCell
"""What openpyxl calls a cell; merged ones are none of ours."""
_MARKS: Final = str.maketrans("", "", ISOLATE + END)


def document(sheet: Sheet, wording: Wording) -> bytes:
    """Give the workbook of a report and of all the obligations behind it."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 - a new workbook has one
    taken: set[str] = set()
    first.title = _name(wording.say("By agreement"), taken)
    _counts(first, sheet, wording)
    by_agreement: dict[str, list[Row]] = {}
    for row in sheet.obligations.shown:
        by_agreement.setdefault(row.agreement, []).append(row)
    for agreement in sorted(by_agreement):
        page = book.create_sheet(_name(safe.line(agreement), taken))
        title = sheet.report.agreement_titles.get(agreement, agreement)
        _obligations(page, title, by_agreement[agreement], sheet, wording)
    for page in book.worksheets:
        page.sheet_view.rightToLeft = wording.right_to_left
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = "9"  # A4
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.properties.title = _said(sheet.report.title)
    book.properties.creator = "tracker"
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue(), sheet.report.as_of)


def _counts(page: Worksheet, sheet: Sheet, wording: Wording) -> None:
    """Write the headline and the table by agreement."""
    words = compose.page(sheet.report, wording)
    row = 1
    for said in (words.title, words.headline, *words.notes):
        _text(page.cell(row, 1), said).font = _BOLD if row == 1 else Font()
        row += 1
    row += 1
    tables = [block for part in words.sections for block in part.blocks if isinstance(block, Table)]
    for table in tables:
        _header(page, row, table.headings)
        lines = zip(sheet.report.agreements.shown, table.lines, strict=True)
        for place, (counted, line) in enumerate(lines, row + 1):
            _text(page.cell(place, 1), line.cells[0])
            numbers = (
                counted.done,
                counted.open,
                counted.overdue,
                counted.silent,
                counted.kept,
                counted.missed,
            )
            for column, number in enumerate(numbers, 2):
                page.cell(place, column, number)
            _day(page.cell(place, len(line.cells)), counted.next_due)
        last = f"{get_column_letter(len(table.headings))}{row + len(table.lines)}"
        page.auto_filter.ref = f"A{row}:{last}"
        page.freeze_panes = f"B{row + 1}"
    page.column_dimensions["A"].width = 60
    for letter in "BCDEFGH":
        page.column_dimensions[letter].width = _USUAL


def _obligations(page: Worksheet, title: str, rows: list[Row], sheet: Sheet, wording: Wording) -> None:
    """Write an agreement's obligations, a row each, under its title."""
    _text(page.cell(1, 1), title).font = _BOLD
    headings = {column.name: wording.text(column.heading) for column in COLUMNS}
    fields = [name for name in _FIELDS if name != "owner" or any(row.owner for row in rows)]
    _header(page, 2, (*(headings[name] for name in fields), wording.say("why")))
    for place, row in enumerate(rows, 3):
        for column, name in enumerate(fields, 1):
            _fill(page.cell(place, column), name, row, sheet, wording)
        _text(page.cell(place, len(fields) + 1), reason(row, sheet.report.as_of, wording))
    page.auto_filter.ref = f"A2:{get_column_letter(len(fields) + 1)}{len(rows) + 2}"
    page.freeze_panes = "D3"
    page.print_title_rows = "2:2"
    for column, name in enumerate((*fields, "why"), 1):
        page.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, _USUAL)


def _fill(cell: AnyCell, name: str, row: Row, sheet: Sheet, wording: Wording) -> None:
    """Write a field of a row."""
    report = sheet.report
    if name in _DAYS:
        _day(cell, getattr(row, name))
    elif name in _NUMBERS:
        cell.value = getattr(row, name) or (row.days if name == "days" else None)
        cell.alignment = Alignment(vertical="top")
    elif name == "state":
        _text(cell, standing(row, wording))
        if colour := _FILLS.get(row.state):
            cell.fill = PatternFill("solid", fgColor=colour)
    elif name == "bearers":
        _text(cell, wording.listed(tuple(party(key, report, wording) for key in row.bearers)))
    elif name == "owner":
        _text(cell, report.people_names.get(row.owner, row.owner))
    elif name in {"modality", "kind"}:
        _text(cell, getattr(wording, name)(getattr(row, name)))
    else:
        _text(cell, getattr(row, name))


def _header(page: Worksheet, row: int, headings: Iterable[str]) -> None:
    for column, heading in enumerate(headings, 1):
        cell = _text(page.cell(row, column), heading)
        cell.font, cell.fill = _BOLD, _HEAD


def _day(cell: AnyCell, iso: str) -> None:
    if iso:
        cell.value = date.fromisoformat(iso)
        cell.number_format = _DATE
    cell.alignment = Alignment(vertical="top")


def _text(cell: AnyCell, said: str) -> AnyCell:
    """Write a text as text: what begins like a formula is none, and says so when it is edited."""
    if shown := _said(said):
        cell.value = shown
        cell.data_type = "s"
        cell.quotePrefix = shown[:1] in "=+-@"
    cell.alignment = _TOP
    return cell


def _said(text: str) -> str:
    return safe.line(text.translate(_MARKS))[:_LONGEST]


def _name(wanted: str, taken: set[str]) -> str:
    """Choose the name of a sheet: what Excel allows, and none twice whatever its letter case."""
    base = _FORBIDDEN.sub("-", wanted).strip("'")[:_LONGEST_NAME] or "-"
    name, count = base, 1
    while name.casefold() in taken or name.casefold() == "history":
        count += 1
        ending = f" ({count})"
        name = base[: _LONGEST_NAME - len(ending)] + ending
    taken.add(name.casefold())
    return name
