"""The main text of a web page, by the standard parser: what a reader sees of it, and no more."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby
from typing import Final, NamedTuple

from tracker.extract.breaks import is_note_mark, one_clause
from tracker.extract.rules import read_words
from tracker.extract.tables import Cell, Row, paragraphs_of

_SKIPPED: Final = read_words("webpage", "skipped")
_STRUCK: Final = frozenset({"del", "s", "strike"})
_VOID: Final = read_words("webpage", "void")
_BLOCKS: Final = read_words("webpage", "blocks")
_SECTIONS: Final = frozenset({"nav", "header", "footer", "aside", "form"})
_ITEM: Final = "- "
_MAIN: Final = frozenset({"main", "article"})
_CELLS: Final = frozenset({"td", "th"})
_CLOSED_BY: Final = {
    "li": frozenset({"ul", "ol"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "td": frozenset({"table"}),
    "th": frozenset({"table"}),
    "tr": frozenset({"table"}),
}
"""Elements that may be left open: one of the same sort closes them, unless one of these lies between."""
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LINE_END: Final = "\v"
_MOST_SPANNED: Final = 1000
_MOST_COLUMNS: Final = 100
_DEEPEST: Final = 4
_ENOUGH = 300
_Attributes = list[tuple[str, str | None]]


class PageText(NamedTuple):
    """The text of a page, and whether words in it were struck out."""

    text: str
    struck: bool


class _Table:
    """The rows of a table that is being read."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.cell: list[str] | None = None
        self._cells: list[Cell] | None = None
        self._heads = True
        self._spans: dict[int, int] = {}
        self._span = (1, 1)
        self._column = 0

    def begin_row(self) -> None:
        self.end_row()
        self._cells, self._heads = [], True

    def begin_cell(self, *, heads: bool, rows: int, columns: int) -> None:
        self.end_cell()
        if self._cells is None:
            self.begin_row()
        self.cell, self._span = [], (rows, columns)
        self._heads = self._heads and heads

    def end_cell(self) -> None:
        if self.cell is None or self._cells is None:
            return
        self._carry(self._cells)
        (rows, columns), column = self._span, self._column
        text = _tidy("".join(self.cell))
        self._cells.append(Cell(tuple(filter(None, text.split("\n\n"))), column))
        if rows > 1 and column < _MOST_COLUMNS:
            self._spans[column] = rows
        self._column, self.cell = column + columns, None

    def _carry(self, cells: list[Cell]) -> None:
        """Step over the columns that a cell of a row above reaches into."""
        while self._spans.get(self._column, 0) > 0:
            cells.append(Cell((), self._column, carried=True))
            self._column += 1

    def end_row(self) -> None:
        self.end_cell()
        if self._cells is not None:
            self._carry(self._cells)
            self.rows.append(Row(tuple(self._cells), self._heads and bool(self._cells)))
            self._spans = {column: rows - 1 for column, rows in self._spans.items() if rows > 1}
        self._cells, self._column = None, 0


class _Page(HTMLParser):
    """Collect the text of a page, and apart from it that of its main part."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.whole: list[str] = []
        self.main: list[str] = []
        self.struck = False
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._unseen = self._main = 0
        self._tables: list[_Table] = []
        self._raised: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "br":
            self._add(_LINE_END)
        if tag in _BLOCKS or tag in _SECTIONS:
            self._close_before(tag)
        if tag in _BLOCKS and (tag == "li" or self._target()[-1:] != [_ITEM]):
            self._add("\n" if tag == "li" else "\n\n")
        if tag in _VOID:
            return
        self._main += tag in _MAIN
        unseen = tag in _SKIPPED or tag in _STRUCK or _is_hidden(attrs)
        self._open.append((tag, unseen))
        self._count[tag] += 1
        self._unseen += unseen
        self._begin(tag, dict(attrs))

    def _begin(self, tag: str, attrs: dict[str, str | None]) -> None:
        if self._unseen:
            self.struck = self.struck or tag in _STRUCK
        elif tag == "li":
            self._add(_ITEM)
        elif tag == "sup":
            self._raised = self._raised or []
        elif tag == "table" and len(self._tables) < _DEEPEST:
            self._tables.append(_Table())
        elif not self._tables or self._count["table"] > _DEEPEST:
            return
        elif tag == "tr":
            self._tables[-1].begin_row()
        elif tag in _CELLS:
            rows, columns = (_number(attrs.get(name)) for name in ("rowspan", "colspan"))
            self._tables[-1].begin_cell(heads=tag == "th", rows=rows, columns=columns)

    def _close_before(self, tag: str) -> None:
        """Close what a block ends without saying so: a paragraph, and an item or a cell before the next."""
        if any(self._count[skipped] for skipped in _SKIPPED):
            return
        if self._count["p"]:
            self.handle_endtag("p")
        same = _CELLS if tag in _CELLS else {tag}
        if tag not in _CLOSED_BY or not any(self._count[one] for one in same):
            return
        for name, _ in reversed(self._open):
            if name in same:
                self.handle_endtag(name)
                return
            if name in _CLOSED_BY[tag]:
                return

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and not self._count[tag]:
            self._add("\n\n")
        if tag in _MAIN:
            self._main = max(0, self._main - 1)
        while self._count[tag]:
            name, unseen = self._open.pop()
            self._count[name] -= 1
            self._unseen -= unseen
            if not unseen and not self._unseen:
                self._end(name)
            if name == tag:
                break

    def _end(self, tag: str) -> None:
        if tag == "sup" and self._raised is not None:
            raised, self._raised = "".join(self._raised), None
            before = "".join(self._target()[-2:])
            self._add("" if is_note_mark(raised, before) else raised)
        elif self._tables and self._count["table"] <= _DEEPEST:
            self._end_in_table(tag)
        if tag in _BLOCKS:
            self._add("\n")

    def _end_in_table(self, tag: str) -> None:
        if tag == "tr":
            self._tables[-1].end_row()
        elif tag in _CELLS:
            self._tables[-1].end_cell()
        elif tag == "table" and self._count[tag] < len(self._tables):
            self._end_table()

    def _end_table(self) -> None:
        table = self._tables.pop()
        table.end_row()
        self._add("\n\n" + "\n\n".join(paragraphs_of(table.rows)) + "\n\n")

    def handle_data(self, data: str) -> None:
        preformatted = self._count["pre"] > 0
        self._add(re.sub(r"[^\S\n]+" if preformatted else r"\s+", " ", data))

    def close(self) -> None:
        super().close()
        while self._tables:
            self._end_table()

    def _target(self) -> list[str]:
        cells = (table.cell for table in reversed(self._tables) if table.cell is not None)
        return next(cells, self.whole)

    def _add(self, text: str) -> None:
        if self._unseen or not text:
            return
        if self._raised is not None:
            self._raised.append(text)
            return
        target = self._target()
        target.append(text)
        if target is self.whole and self._main:
            self.main.append(text)


def main_text(markup: str) -> PageText:
    """Give the text of ``main`` or ``article`` where there is enough of it, else of the page."""
    page = _Page()
    page.feed(markup)
    page.close()
    main = _tidy("".join(page.main))
    text = main if len(main) >= _ENOUGH else _tidy("".join(page.whole))
    return PageText(text + "\n" if text else "", page.struck)


def _is_hidden(attrs: _Attributes) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDDEN.search(value or "") is not None)
        for name, value in attrs
    )


def _number(typed: str | None) -> int:
    return min(int(typed), _MOST_SPANNED) if typed and typed.isdecimal() and typed.isascii() else 1


def _tidy(text: str) -> str:
    """Give paragraphs with one empty line between them; two line ends set by hand begin another."""
    found: list[str] = []
    for line in text.split("\n"):
        for group in _groups(line) if _LINE_END in line else (line.strip(),):
            if group or found[-1:] != [""]:
                found.append(group)
    return "\n".join(found).strip()


def _groups(line: str) -> Iterator[str]:
    parts = [part.strip() for part in line.strip(" \v").split(_LINE_END)]
    for filled, group in groupby(parts, key=bool):
        yield one_clause(group) if filled else ""
