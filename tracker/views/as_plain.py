"""Values as plain text, for a pipe: no escape codes, nothing cut, a row a line.

A command waits for what it imports, so each page is imported by the one that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from tracker.core.columnar import Coded, Columnar, Field
from tracker.core.errors import Problem, Text
from tracker.core.rows import Detail, LogLine, Passage, Picture, Row
from tracker.views import safe
from tracker.views.columns import LIST, chosen
from tracker.views.measure import pad, pad_left, width, widths
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
    whole = Columnar.of(listed)
    if not whole:
        return
    columns = chosen(names)
    headings: list[str] = []
    table: list[Iterable[str]] = []
    for place, column in enumerate(columns, 1):
        heading, cells = wording.text(column.heading), column.cells(whole, wording)
        filled = place < len(columns) or column.right  # else it would be cut off again
        shown = _aligned(heading, cells, right=column.right) if filled else (heading, cells)
        headings.append(shown[0])
        table.append(shown[1])
    yield "  ".join(headings).rstrip()
    yield from whole.arranged(map(str.rstrip, map("  ".join, zip(*table, strict=True))))


def _aligned(heading: str, cells: Field, *, right: bool) -> tuple[str, Iterable[str]]:
    """Make a heading and the cells of its column equally wide."""
    fill = pad_left if right else pad
    if isinstance(cells, Coded):
        different = {*cells.values.values()}
        wide = max(map(width, (heading, *different)))
        filled = {cell: fill(cell, wide) for cell in different}
        return fill(heading, wide), cells.each(filled.__getitem__)
    counted = widths(cells)
    wide = max(width(heading), *counted)
    if counted != [*map(len, cells)]:
        return fill(heading, wide), map(fill, cells, repeat(wide))
    return fill(heading, wide), map(str.rjust if right else str.ljust, cells, repeat(wide))


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


def change(
    before: Detail,
    after: Detail,
    recorded: Sequence[LogLine],
    wording: Wording,
    columns: int = 0,
    now: Detail | None = None,
) -> Iterator[str]:
    """Say what entries changed, what is still open, and what is next."""
    from tracker.views import confirmation

    return plain(confirmation.lines(before, after, recorded, wording, columns, now))


def problems(found: Iterable[Problem], wording: Wording) -> Iterator[str]:
    """Give what is wrong with the register, as FILE:LINE:COL: CODE message."""
    for problem in found:
        yield f"{safe.line(problem.place)}: {problem.code} {message(problem.text, wording)}"


def message(text: Text, wording: Wording) -> str:
    """Put a message into words, on one line on which nothing acts."""
    return safe.line(wording.text(text))
