"""Values as plain text, for a pipe: no escape codes, nothing cut, a row a line.

A command waits for what it imports, so each page is imported by the one that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.core.errors import Problem, Text
from tracker.core.rows import Detail, LogLine, Passage, Picture, Row
from tracker.views import safe
from tracker.views.columns import LIST, chosen
from tracker.views.measure import is_latin, width
from tracker.views.pieces import plain
from tracker.views.wording import Wording

if TYPE_CHECKING:
    from tracker.core.agreement_page import AgreementPage


def picture(shown: Picture, wording: Wording, columns: int = 0) -> Iterator[str]:
    """Give the first screen; wrapped and cut to so many columns, or not at all for 0."""
    from tracker.views import first_screen

    return plain(first_screen.lines(shown, wording, columns))


def rows(listed: Iterable[Row], wording: Wording, names: Sequence[str] = LIST) -> Iterator[str]:
    """Give headings and a line a row, in columns as wide as they need; nothing without rows."""
    columns = chosen(names)
    table = [[column.cell(row, wording) for column in columns] for row in listed]
    if not table:
        return
    headings = (wording.text(column.heading) for column in columns)
    aligned = [
        _aligned([heading, *cells], right=column.right)
        for heading, cells, column in zip(headings, zip(*table, strict=True), columns, strict=True)
    ]
    table.clear()
    for cells in zip(*aligned, strict=True):
        yield "  ".join(cells).rstrip()


def _aligned(cells: Sequence[str], *, right: bool) -> Iterator[str]:
    """Make the cells of a column equally wide."""
    widths = (len(cell) if cell.isascii() else width(cell) for cell in cells)
    counted = [*map(len, cells)] if is_latin("".join(cells)) else [*widths]
    wide = max(counted)
    if right:
        return (" " * (wide - count) + cell for cell, count in zip(cells, counted, strict=True))
    return (cell + " " * (wide - count) for cell, count in zip(cells, counted, strict=True))


def detail(
    shown: Detail, as_of: str, wording: Wording, passage: Passage | None = None, columns: int = 0
) -> Iterator[str]:
    """Give one obligation in full, with its quote in the passage of the source if that was found."""
    from tracker.views import full_page

    return plain(full_page.lines(shown, as_of, wording, columns, passage))


def agreement(shown: AgreementPage, wording: Wording, columns: int = 0) -> Iterator[str]:
    """Give an agreement in full, its obligations as rows."""
    from tracker.views import agreement_page

    yield from plain(agreement_page.lines(shown, wording, columns))
    for line in rows(shown.rows, wording, agreement_page.COLUMNS):
        yield f"  {line}"


def change(before: Detail, after: Detail, line: LogLine, wording: Wording, columns: int = 0) -> Iterator[str]:
    """Say what an entry changed, what is still open, and what is next."""
    from tracker.views import confirmation

    return plain(confirmation.lines(before, after, line, wording, columns))


def problems(found: Iterable[Problem], wording: Wording) -> Iterator[str]:
    """Give what is wrong with the register, as FILE:LINE:COL: CODE message."""
    for problem in found:
        yield f"{safe.line(problem.place)}: {problem.code} {message(problem.text, wording)}"


def message(text: Text, wording: Wording) -> str:
    """Put a message into words, on one line on which nothing acts."""
    return safe.line(wording.text(text))
