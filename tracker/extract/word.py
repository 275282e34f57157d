"""A Word document's text, as it reads once all its changes are accepted.

Whatever holds words is read: insertions, content controls, text boxes, footnotes. What is deleted,
moved away or hidden is not.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from tracker.extract.breaks import is_note_mark, one_clause
from tracker.extract.tables import Cell, Row, paragraphs_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_GONE: Final = frozenset({f"{_W}del", f"{_W}moveFrom"})
_CHANGED: Final = _GONE | {f"{_W}ins", f"{_W}moveTo"}
_PARAGRAPH: Final = f"{_W}p"
_TABLE: Final = f"{_W}tbl"
_BOX: Final = f"{_W}txbxContent"
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_PAGE_BREAKS: Final = frozenset({"page", "column"})
_UNSEEN: Final = frozenset({f"{_W}pPr", f"{_W}rPr", f"{_W}delText", f"{_W}instrText", f"{_W}sdtPr"})
_NOTES: Final = {f"{_W}footnoteReference": "footnotes", f"{_W}endnoteReference": "endnotes"}
_LIST_STYLES: Final = "List"
_OPEN_ENDS: Final = (":", ";", ",")
_OFF: Final = frozenset({"0", "false", "off"})


class WordText(NamedTuple):
    """The text of a Word document, and whether changes were tracked in it."""

    text: str
    changed: bool


def word_text(document: Any) -> WordText:  # noqa: ANN401  python-docx has no types
    """Give the text of a document as python-docx opened it."""
    reader = _Reader(document)
    text = "\n".join(part for one in reader.blocks(document.element.body) for part in (one, ""))
    return WordText(text, reader.changed)


class _Reader:
    """Walks through a document's elements, and keeps the notes that are still to be given."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  as above
        self._styles = {style.style_id: str(style.name) for style in document.styles}
        self._notes = {kind: _notes_of(document, kind) for kind in set(_NOTES.values())}
        self._waiting: list[Any] = []
        self._boxes: list[Any] = []
        self._begun = ""
        self.changed = False

    def blocks(self, container: Any, *, notes: bool = True) -> Iterator[str]:  # noqa: ANN401
        """Yield the paragraphs in the order of the page, notes and text boxes behind theirs.

        Notes wait where they would come between a list and what leads into it, or without `notes`.
        """
        before = ""
        for element in self._flat(container, {_PARAGRAPH, _TABLE}):
            if element.tag == _TABLE:
                yield from paragraphs_of([self._row(row) for row in self._flat(element, {f"{_W}tr"})])
                before = ""
                continue
            listed = self._is_listed(element)
            if notes and not (listed or before.endswith(_OPEN_ENDS)):
                yield from self._given_notes()
            text = self._begun + self._line(element)
            self._begun = text if _mark_is_gone(element) else ""
            if not self._begun:
                yield f"- {text}" if listed and text.strip() else text
                before = text.strip() or before
                yield from self._given_boxes()
        if self._begun:
            text, self._begun = self._begun, ""
            yield text
        yield from self._given_boxes()
        if notes:
            yield from self._given_notes()

    def _given_boxes(self) -> Iterator[str]:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _given_notes(self) -> Iterator[str]:
        notes, self._waiting = self._waiting, []
        for note in notes:
            yield from self.blocks(note)

    def _flat(self, container: Any, wanted: set[str]) -> Iterator[Any]:  # noqa: ANN401
        """Yield the wanted elements, in whatever holds them: content controls, changes, custom tags."""
        waiting = [iter(container)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
                continue
            self.changed = self.changed or element.tag in _CHANGED
            if element.tag in wanted:
                yield element
            elif element.tag == _ALTERNATE:
                waiting.append(iter(element[:1]))
            elif element.tag not in _GONE and element.tag not in _UNSEEN and not _is_contents(element):
                waiting.append(iter(element))

    def _line(self, paragraph: Any) -> str:  # noqa: ANN401
        pieces: list[str] = []
        wanted = {f"{_W}r", _MATH_TEXT}
        for run in self._flat(paragraph, wanted):
            if run.tag == _MATH_TEXT:
                pieces.append(run.text or "")
                continue
            text = "".join(self._signs(run))
            raised = _stated(run, "vertAlign") == "superscript"
            if not _is_hidden(run) and not (raised and is_note_mark(text, "".join(pieces[-2:]))):
                pieces.append(text)
        self.changed = self.changed or _mark_is_changed(paragraph)
        lines = "".join(pieces).split("\n")
        return one_clause(lines) if len(lines) > 1 else lines[0]

    def _signs(self, run: Any) -> Iterator[str]:  # noqa: ANN401
        for part in self._flat(run, {f"{_W}t", _BOX, *_SIGNS, *_NOTES}):
            if part.tag == f"{_W}t":
                yield part.text or ""
            elif part.tag == _BOX:
                self._boxes.append(part)
            elif part.tag in _NOTES:
                note = self._notes[_NOTES[part.tag]].get(part.get(f"{_W}id"))
                self._waiting += [] if note is None else [note]
            else:
                yield " " if part.get(f"{_W}type") in _PAGE_BREAKS else _SIGNS[part.tag]

    def _row(self, row: Any) -> Row:  # noqa: ANN401
        properties = row.find(f"{_W}trPr")
        if properties is not None and properties.find(f"{_W}del") is not None:
            self.changed = True
            return Row(())
        heads = properties is not None and properties.find(f"{_W}tblHeader") is not None
        cells: list[Cell] = []
        column = 0
        for cell in self._flat(row, {f"{_W}tc"}):
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            carried = merged is not None and merged.get(f"{_W}val") != "restart"
            cells.append(Cell(tuple(self.blocks(cell, notes=False)), column, carried))
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            width = "1" if span is None else span.get(f"{_W}val", "1")
            column += int(width) if width.isdecimal() else 1
        return Row(tuple(cells), heads)

    def _is_listed(self, paragraph: Any) -> bool:  # noqa: ANN401
        number = paragraph.find(f"{_W}pPr/{_W}numPr")
        if number is not None:
            named = number.find(f"{_W}numId")
            return named is None or named.get(f"{_W}val") != "0"
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = "" if style is None else self._styles.get(style.get(f"{_W}val"), "")
        return name.startswith(_LIST_STYLES)


def _notes_of(document: Any, kind: str) -> dict[str, Any]:  # noqa: ANN401
    """Give the notes at the foot or the end by their number; separators are none."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            notes = parse_xml(relation.target_part.blob)
            return {note.get(f"{_W}id"): note for note in notes if note.get(f"{_W}type") is None}
    return {}


def _is_contents(element: Any) -> bool:  # noqa: ANN401
    """Say whether an element is the table of contents, which only names what follows."""
    gallery = element.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")
    return gallery is not None and str(gallery.get(f"{_W}val")).startswith("Table of Contents")


def _stated(run: Any, name: str) -> str | None:  # noqa: ANN401
    """Give what a run's properties say of themselves; None where they don't have it."""
    found = run.find(f"{_W}rPr/{_W}{name}")
    return None if found is None else str(found.get(f"{_W}val", ""))


def _is_hidden(run: Any) -> bool:  # noqa: ANN401
    hidden = _stated(run, "vanish")
    return hidden is not None and hidden not in _OFF


def _mark_is_gone(paragraph: Any) -> bool:  # noqa: ANN401
    """Say whether the end of a paragraph was deleted, so that the next one goes on with it."""
    mark = paragraph.find(f"{_W}pPr/{_W}rPr")
    return mark is not None and any(part.tag in _GONE for part in mark)


def _mark_is_changed(paragraph: Any) -> bool:  # noqa: ANN401
    mark = paragraph.find(f"{_W}pPr/{_W}rPr")
    return mark is not None and any(part.tag in _CHANGED for part in mark)
