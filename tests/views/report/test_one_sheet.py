"""A brief goes on one side of A4, however much there is to tell: printed by Chromium, and as a document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from tests import browser, real
from tests.browser import Browser
from tests.core.test_brief import row
from tests.views.test_brief import drawn
from tracker.core.vocabulary import LANGUAGES
from tracker.views.brief_sheet import page
from tracker.views.report import as_html
from tracker.views.report.page import Page
from tracker.views.wording import catalogue

TITLES = {
    "short": "Report",
    "long": "Organise, with the partners concerned, a training workshop for officials of the member States",
    "endless": "Organise a training workshop for officials " * 12,
    "ar": "تنظيم حلقة تدريبية لموظفي الدول الأعضاء بالتعاون مع الشركاء المعنيين في المنطقة وخارجها",
}
EM = 0.55
"""How wide a letter is on average, in its size: more than any of the fonts that Word has for them."""
LEADING = 1.22
"""How high a line is, in the size of its letters."""


def full(language: str, title: str, count: int = 30) -> Page:
    """Have a brief with as much on it as one may have."""
    rows = [
        row(f"{state}{n}", state, *bearers, due=due, dispute=dispute)._replace(title=f"{TITLES[title]} {n}")
        for state, due, dispute in (
            ("overdue", "2026-06-21", "OIM"),
            ("upcoming", "2027-01-01", ""),
            ("active", "", ""),
            ("review-due", "", ""),
        )
        for bearers in (("OIM",), ("OCI",), ("OIM", "OCI"))
        for n in range(count)
    ]
    return page(drawn(*rows), catalogue(language))


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Run a browser."""
    with browser.running(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_printed_on_one_sheet(chromium: Browser, tmp_path: Path, language: str, title: str) -> None:
    library: Any = real.library("pypdfium2")
    for count in (2, 30):
        file = tmp_path / f"{count}.html"
        file.write_text(as_html.rendered(full(language, title, count)), encoding="utf-8")
        chromium.open(file)
        read = library.PdfDocument(BytesIO(chromium.pdf()))
        sheets = len(read)
        read.close()
        assert sheets == 1, count


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_as_a_document_it_takes_one_sheet(language: str, title: str) -> None:
    as_docx: Any = real.library("tracker.views.report.as_docx")
    for count in (2, 30):
        assert 0.4 < _share(as_docx.rendered(full(language, title, count), "2026-11-21")) <= 1, count


def test_a_page_that_is_no_sheet_is_printed_large() -> None:
    as_docx: Any = real.library("tracker.views.report.as_docx")
    made = full("en", "long")
    small, large = (_share(as_docx.rendered(one, "2026-11-21")) for one in (made, made._replace(sheet=False)))
    assert large > 1 > small
    assert 'class="sheet"' in as_html.rendered(made)
    assert 'class="sheet"' not in as_html.rendered(made._replace(sheet=False))


def _share(content: bytes) -> float:
    """Say how much of its first page a document takes, reckoned from its styles."""
    library: Any = real.library("docx")
    document = library.Document(BytesIO(content))
    (section,) = document.sections
    width = section.page_width.pt - section.left_margin.pt - section.right_margin.pt
    height = section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt
    normal = document.styles["Normal"]
    taken = 0.0
    for paragraph in document.paragraphs:
        style, shape = paragraph.style, paragraph.style.paragraph_format
        size: float = (style.font.size or normal.font.size).pt
        lines = sum(max(1, ceil(len(line) * EM * size / width)) for line in paragraph.text.split("\n"))
        spacing = shape.line_spacing or 1.15
        taken += lines * size * LEADING * spacing
        taken += sum(distance.pt for distance in (shape.space_before, shape.space_after) if distance)
    return float(taken / height)
