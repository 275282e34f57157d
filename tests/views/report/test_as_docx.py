"""The Word document, read back: headings, lists, tables, and directions."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import real
from tests.views import sheet_of_november as november
from tests.views.hostile import FEW, TEXTS
from tracker.core.report import Part
from tracker.core.vocabulary import LANGUAGES
from tracker.views import safe
from tracker.views.report import compose as report
from tracker.views.report.page import Table
from tracker.views.report.words import END, ISOLATE
from tracker.views.wording import catalogue

docx = real.library("docx")

from tracker.views.report.as_docx import document  # noqa: E402 - it needs python-docx

_MARKS = str.maketrans("", "", ISOLATE + END)


def made(language: str = "en") -> bytes:
    return document(november.sheet(language).report, catalogue(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_tables_are_real_ones(language: str) -> None:
    page = report.page(november.sheet(language).report, catalogue(language))
    read = docx.Document(BytesIO(made(language)))
    headings = [one.text for one in read.paragraphs if one.style.name == "Heading 1"]
    assert headings == [section.heading.translate(_MARKS) for section in page.sections]
    assert [one.text for one in read.paragraphs if one.style.name == "Title"] == [
        page.title.translate(_MARKS)
    ]
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    for found, table in zip(read.tables, tables, strict=True):
        lines = [table.headings, *(line.cells for line in table.lines)]
        assert [tuple(cell.text for cell in row.cells) for row in found.rows] == [
            tuple(cell.translate(_MARKS) for cell in line) for line in lines
        ]
    assert read.core_properties.language.startswith(language)


def test_all_words_of_the_page_are_in_it() -> None:
    drawn = november.sheet("fr").report._replace(due=Part(november.sheet("fr").report.due.shown, 70))
    page = report.page(drawn, catalogue("fr"))
    text = "\n".join(one.text for one in docx.Document(BytesIO(document(drawn, catalogue("fr")))).paragraphs)
    for section in page.sections:
        for block in section.blocks:
            for item in getattr(block, "items", ()):
                for words in (item.title, item.lead, item.quote, *item.facts):
                    assert words.translate(_MARKS) in text
            assert getattr(block, "rest", "") in text
    assert page.footer[-1].translate(_MARKS) in text


def test_arabic_runs_from_right_to_left_and_quotes_their_own_way() -> None:
    with ZipFile(BytesIO(made("ar"))) as archive:
        body = archive.read("word/document.xml").decode()
    read = docx.Document(BytesIO(made("ar")))
    assert body.count("<w:bidi/>") > len(read.paragraphs)
    assert "<w:bidiVisual/>" in body
    quotes = [run for one in read.paragraphs for run in one.runs if run.italic and "réunions" in run.text]
    assert quotes
    assert not any(run.font.rtl for run in quotes)
    assert read.paragraphs[1].runs[0].font.rtl


def test_english_has_no_direction_but_its_own() -> None:
    with ZipFile(BytesIO(made())) as archive:
        assert b"<w:bidi/>" not in archive.read("word/document.xml")


def test_it_is_on_a4() -> None:
    (section,) = docx.Document(BytesIO(made())).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_same_report_is_the_same_file() -> None:
    first = made("fr")
    november.sheet.cache_clear()
    assert made("fr") == first


@settings(FEW, max_examples=5)
@given(st.lists(TEXTS, min_size=4).map("".join), st.sampled_from(LANGUAGES))
def test_any_text_makes_a_document_that_is_read(text: str, language: str) -> None:
    read = docx.Document(BytesIO(document(november.hostile_sheet(text).report, catalogue(language))))
    shown = safe.line(text).translate(_MARKS).strip()
    assert shown in "\n".join(one.text for one in read.paragraphs)
