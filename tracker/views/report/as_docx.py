"""A page in words as a Word document: real headings, lists and tables, from right to left in Arabic.

Needs python-docx (the extra 'office'). Word tells directions by properties of paragraphs, tables and
runs: a stretch between isolates becomes a run of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final, NamedTuple

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from tracker.core.report import Report
from tracker.views.report import compose
from tracker.views.report.markup import direction
from tracker.views.report.page import Block, Group, Item, Page, Paragraph, Table
from tracker.views.report.words import END, ISOLATE
from tracker.views.report.zipped import settled
from tracker.views.wording import Wording

_LANGUAGES: Final = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}
_QUIET: Final = RGBColor(0x57, 0x5E, 0x68)
_COLOURS: Final = {
    "overdue": RGBColor(0xB3, 0x26, 0x1E),
    "blocked": RGBColor(0x8A, 0x5A, 0x00),
    "due-soon": RGBColor(0x8A, 0x5A, 0x00),
}
_STRETCH: Final = re.compile(f"{ISOLATE}([^{ISOLATE}{END}]*){END}")
_NO_XML: Final = {0xFFFE: "\N{REPLACEMENT CHARACTER}", 0xFFFF: "\N{REPLACEMENT CHARACTER}"}
_FONT: Final = "Calibri"
_ARABIC_FONT: Final = "Arial"
_LONGEST_TITLE: Final = 255
"""Characters that a property of a document may have."""


class _Shape(NamedTuple):
    """The size of a style's letters and the distances of its paragraphs, in points; 0 and None for Word's."""

    size: float = 0
    before: float | None = None
    after: float | None = None


_SHAPES: Final = {
    "Normal": _Shape(10.5, None, 4),
    "Title": _Shape(),
    "Heading 1": _Shape(),
    "Heading 2": _Shape(),
    "List Bullet": _Shape(),
}
_SMALL: Final = {
    "Normal": _Shape(9.5, 0, 1),
    "Title": _Shape(15, 0, 3),
    "Heading 1": _Shape(11.5, 5, 0),
    "Heading 2": _Shape(10, 2, 0),
    "List Bullet": _Shape(9.5, 0, 0),
}
"""For a page that has to go on one sheet."""


def document(drawn: Report, wording: Wording) -> bytes:
    """Give a report as a document."""
    return rendered(compose.page(drawn, wording), drawn.as_of)


def rendered(page: Page, day: str) -> bytes:
    """Give a page as a document; its dates are those of a day (ISO)."""
    writer = _Writer(page)
    writer.write()
    out = BytesIO()
    writer.document.save(out)
    return settled(out.getvalue(), day)


class _Writer:
    """Writes a page into a new document."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.document = docx.Document()
        self._layout()

    def _layout(self) -> None:
        """Set paper, fonts and language."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(16 if self.page.sheet else 22)
        section.top_margin = section.bottom_margin = Mm(14 if self.page.sheet else 20)
        if self.page.right_to_left:
            grid = section._sectPr.find(qn("w:docGrid"))  # noqa: SLF001 - there is no public way
            grid.addprevious(OxmlElement("w:bidi"))
        for name, shape in (_SMALL if self.page.sheet else _SHAPES).items():
            style = self.document.styles[name]
            style.font.name = _FONT
            self._fonts(style.element.get_or_add_rPr())
            self._shaped(style, shape)
        properties = self.document.core_properties
        properties.title, properties.author = self._plain(self.page.title)[:_LONGEST_TITLE], "tracker"
        properties.language = _LANGUAGES[self.page.language]

    def _shaped(self, style: Any, shape: _Shape) -> None:  # noqa: ANN401 - a style of python-docx
        """Set sizes and distances; Arabic letters have a size of their own."""
        if shape.size:
            style.font.size = Pt(shape.size)
            properties = style.element.get_or_add_rPr()
            for old in properties.findall(qn("w:szCs")):
                properties.remove(old)
            size = OxmlElement("w:szCs")
            size.set(qn("w:val"), str(round(2 * shape.size)))
            properties.find(qn("w:sz")).addnext(size)
        if shape.before is not None:
            style.paragraph_format.space_before = Pt(shape.before)
        if shape.after is not None:
            style.paragraph_format.space_after = Pt(shape.after)
        if self.page.sheet:
            style.paragraph_format.line_spacing = 1.0

    def _fonts(self, properties: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Name the fonts for all scripts, instead of those of Word's theme, and the language."""
        fonts = properties.get_or_add_rFonts()
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name, font in (("ascii", _FONT), ("hAnsi", _FONT), ("eastAsia", _FONT), ("cs", _ARABIC_FONT)):
            fonts.set(qn(f"w:{name}"), font)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), _LANGUAGES["en" if self.page.right_to_left else self.page.language])
        language.set(qn("w:bidi"), _LANGUAGES["ar"])
        properties.append(language)

    def write(self) -> None:
        """Write all of it."""
        page = self.page
        self._paragraph("Title", page.title)
        self._paragraph("Normal", page.headline)
        for note in page.notes:
            self._paragraph("Normal", note, quiet=True)
        for section in page.sections:
            self._paragraph("Heading 1", section.heading)
            for block in section.blocks:
                self._block(block)
        for said in page.footer:
            self._paragraph("Normal", said, quiet=True)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(text=said, quiet=quiet):
                self._paragraph("Normal", said, quiet=quiet)
            case Group(heading=heading, items=items, rest=rest):
                if heading:
                    self._paragraph("Heading 2", heading)
                for item in items:
                    self._item(item)
                if rest:
                    self._paragraph("Normal", rest, quiet=True)
            case Table():
                self._table(block)

    def _item(self, item: Item) -> None:
        written = self._paragraph("List Bullet")
        if item.lead:
            self._runs(written, f"{item.lead} · ", bold=True, colour=_COLOURS.get(item.state))
        self._runs(written, item.title, bold=True)
        if item.facts:
            written.add_run().add_break()
            self._runs(written, " · ".join(item.facts), colour=_QUIET)
        if item.quote:
            written.add_run().add_break()
            self._runs(written, item.quote, italic=True)

    def _table(self, table: Table) -> None:
        made = self.document.add_table(rows=1, cols=len(table.headings))
        made.style = "Light Grid Accent 1"
        made.autofit = True
        if self.page.right_to_left:
            style = made._tblPr.find(qn("w:tblStyle"))  # noqa: SLF001 - there is no public way
            style.addnext(OxmlElement("w:bidiVisual"))
        repeated = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - the same
        self._cells(made.rows[0].cells, table.headings, table.numbers)
        for line in table.lines:
            self._cells(made.add_row().cells, line.cells, table.numbers)
        if table.rest:
            self._paragraph("Normal", table.rest, quiet=True)
        self._paragraph("Normal")

    def _cells(self, cells: Any, texts: tuple[str, ...], numbers: tuple[bool, ...]) -> None:  # noqa: ANN401 - python-docx
        for cell, said, number in zip(cells, texts, numbers, strict=True):
            paragraph = cell.paragraphs[0]
            self._directed(paragraph)
            if number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._runs(paragraph, said)

    def _paragraph(self, style: str, said: str = "", *, quiet: bool = False) -> DocxParagraph:
        paragraph = self.document.add_paragraph(style=style)
        self._directed(paragraph)
        self._runs(paragraph, said, colour=_QUIET if quiet else None)
        return paragraph

    def _directed(self, paragraph: DocxParagraph) -> None:
        if self.page.right_to_left:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - there is no public way
            properties.insert_element_before(
                OxmlElement("w:bidi"),
                "w:adjustRightInd",
                "w:snapToGrid",
                "w:spacing",
                "w:ind",
                "w:jc",
                "w:rPr",
            )

    def _runs(
        self,
        paragraph: DocxParagraph,
        said: str,
        *,
        bold: bool = False,
        italic: bool = False,
        colour: RGBColor | None = None,
    ) -> None:
        """Add a text as runs, each in one direction."""
        for text, right in self._stretches(said):
            run = paragraph.add_run(text)
            if right:
                run.font.rtl = True
                run.font.cs_bold = bold or None
                run.font.cs_italic = italic or None
            run.bold, run.italic = bold or None, italic or None
            if colour is not None:
                run.font.color.rgb = colour

    def _stretches(self, said: str) -> Iterator[tuple[str, bool]]:
        """Cut a text where its direction changes; True is from right to left."""
        shown = said.translate(_NO_XML)
        for place, part in enumerate(_STRETCH.split(shown)):
            text = self._plain(part)
            if text:
                yield text, direction(text) == "rtl" if place % 2 else self.page.right_to_left

    @staticmethod
    def _plain(text: str) -> str:
        return text.replace(ISOLATE, "").replace(END, "").translate(_NO_XML)
