"""The workbook, read back with a library of another maker (calamine)."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given

from tests import real
from tests.views import sheet_of_november as november
from tests.views.hostile import FEW, TEXTS
from tracker.core.report import Part
from tracker.core.vocabulary import LANGUAGES
from tracker.views import safe
from tracker.views.wording import catalogue

openpyxl = real.library("openpyxl")
calamine = real.library("python_calamine")

from tracker.views.report.as_xlsx import document  # noqa: E402 - it needs openpyxl


def cells(made: bytes) -> dict[str, list[list[Any]]]:
    """Read a workbook's values, sheet by sheet."""
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(made))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def made(language: str = "en", audience: str = "") -> bytes:
    return document(november.sheet(language, audience), catalogue(language))


def test_there_is_a_sheet_for_the_counts_and_one_for_each_agreement() -> None:
    sheet = november.sheet()
    assert list(cells(made())) == [
        "By agreement",
        *sorted({row.agreement for row in sheet.obligations.shown}),
    ]


def test_counts_are_numbers_and_dates_are_dates() -> None:
    lines = cells(made())["By agreement"]
    start = next(n for n, line in enumerate(lines) if line[0] == "agreement") + 1
    for line, counted in zip(lines[start:], november.sheet().report.agreements.shown, strict=False):
        assert line[0] == counted.title
        assert line[1:7] == [
            *(counted.done, counted.open, counted.overdue, counted.silent, counted.kept, counted.missed)
        ]
        assert line[7] == (date.fromisoformat(counted.next_due) if counted.next_due else "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_obligation_has_a_row(language: str) -> None:
    sheet = november.sheet(language)
    read = cells(made(language))
    for row in sheet.obligations.shown:
        page = read[row.agreement]
        assert page[0][0] == sheet.report.agreement_titles[row.agreement]
        (line,) = (line for line in page[2:] if line[1] == row.ref)
        assert line[2] == row.title
        assert line[4] == (date.fromisoformat(row.due) if row.due else "")
        assert line[6] == ("" if row.days is None else row.days)
        assert row.quote in line


def test_a_sheet_has_filters_a_fixed_heading_and_colours() -> None:
    book = openpyxl.load_workbook(BytesIO(made("ar")))
    for page in book.worksheets[1:]:
        assert page.auto_filter.ref == f"A2:{page.cell(2, page.max_column).coordinate[:-1]}{page.max_row}"
        assert page.freeze_panes == "D3"
        assert page.sheet_view.rightToLeft
    page = book["oim-oci"]
    fills = {
        page.cell(row, 4).value: page.cell(row, 4).fill.fgColor.rgb for row in range(3, page.max_row + 1)
    }
    assert len(set(fills.values())) > 1
    dated = [cell for line in page.iter_rows(min_row=3) for cell in line if cell.is_date]
    assert dated
    assert {cell.number_format for cell in dated} == {"yyyy-mm-dd"}


def test_a_partner_sees_no_owner() -> None:
    assert "البعثة في الرباط" in str(cells(made("ar")))
    assert "Mission in Rabat" in str(cells(made()))
    assert "Mission in Rabat" not in str(cells(made(audience="partner")))
    assert "looked after by" not in str(cells(made(audience="partner")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=cmd|" /C calc"!A0', "\t=1"])
def test_what_begins_like_a_formula_is_none(text: str) -> None:
    book = openpyxl.load_workbook(BytesIO(document(november.hostile_sheet(text), catalogue("en"))))
    found = [cell for page in book.worksheets for line in page.iter_rows() for cell in line if cell.value]
    assert any(str(cell.value).strip() == text.strip() for cell in found)
    assert {cell.data_type for cell in found} <= {"s", "n", "d"}
    assert all(cell.quotePrefix for cell in found if str(cell.value)[0] in "=+-@" and cell.data_type == "s")


@FEW
@given(TEXTS)
def test_any_text_makes_a_workbook_that_is_read(text: str) -> None:
    read = cells(document(november.hostile_sheet(text), catalogue("en")))
    values = [cell for page in read.values() for line in page for cell in line]
    assert safe.line(text) in values or not safe.line(text).strip()


def test_names_of_sheets_are_those_that_excel_allows() -> None:
    rows = november.sheet().obligations.shown
    names = ["a" * 40, "A" * 40, "a" * 41, "history", "x/y:z", "'", "By agreement"]
    some = tuple(row._replace(agreement=name) for row, name in zip(rows, names, strict=False))
    read = list(cells(document(november.sheet()._replace(obligations=Part(some, 7)), catalogue("en"))))
    assert len({name.casefold() for name in read}) == len(names) + 1
    assert all(0 < len(name) <= 31 for name in read)
    assert not any(set(name) & set("[]:*?/\\") for name in read)
    assert "history" not in read


def test_a_register_without_a_promise_is_a_workbook_too() -> None:
    sheet = november.sheet()
    empty = sheet._replace(
        report=sheet.report._replace(totals={}, agreements=Part(), title=""), obligations=Part()
    )
    assert list(cells(document(empty, catalogue("fr")))) == ["Par accord"]


def test_the_same_sheet_is_the_same_file() -> None:
    first = made()
    november.sheet.cache_clear()
    assert made() == first
