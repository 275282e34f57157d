"""Rows as a table of a terminal's width, with rich; text of the register is never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracker.core.rows import Row
from tracker.views.columns import Column
from tracker.views.measure import width
from tracker.views.styles import STATES, STYLES
from tracker.views.wording import Wording

_GAP: Final = 2
_READABLE: Final = 36
"""Columns with which a title is still read with ease."""

_NARROWEST: Final = 20
"""Columns that texts below each other need."""


def lines(
    picked: Sequence[Column],
    rows: Sequence[Row],
    cells: Sequence[Sequence[str]],
    wording: Wording,
    columns: int,
    *,
    color: bool,
) -> Iterator[str]:
    """Draw rows and their cells, a list a row, in so many columns: side by side, or stacked.

    0 columns means as many as are needed.
    """
    headings = [wording.text(column.heading) for column in picked]
    widths = [max(map(width, texts)) + _GAP for texts in zip(headings, *cells, strict=True)]
    title = next((i for i, column in enumerate(picked) if column.name == "title"), None)
    columns = columns or sum(widths)
    over = sum(widths) - _GAP - columns
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=STYLES["heading"])
    if over <= 0 or (title is not None and widths[title] - over >= _READABLE):
        for column, heading in zip(picked, headings, strict=True):
            table.add_column(
                Text(heading),
                justify="right" if column.right else "left",
                no_wrap=column.name != "title",
                overflow="fold",
            )
        for row, texts in zip(rows, cells, strict=True):
            table.add_row(*(_cell(column, text, row) for column, text in zip(picked, texts, strict=True)))
    else:
        beside = _beside(picked, widths, columns)
        below = [i for i in range(len(picked)) if i not in beside]
        below.sort(key=lambda i: picked[i].name != "title")
        for i in beside:
            table.add_column(Text(headings[i]), justify="right" if picked[i].right else "left", no_wrap=True)
        table.add_column(Text(" · ".join(headings[i] for i in below)), overflow="fold")
        for row, texts in zip(rows, cells, strict=True):
            table.add_row(
                *(_cell(picked[i], texts[i], row) for i in beside), _stack([texts[i] for i in below])
            )
    yield from _drawn(table, columns, color=color)


def _beside(picked: Sequence[Column], widths: Sequence[int], columns: int) -> list[int]:
    """Choose the columns that stay beside the stack: short ones, while it keeps room."""
    chosen: list[int] = []
    left = columns - _NARROWEST
    for i, column in enumerate(picked):
        if not column.wide and column.name != "ref" and widths[i] <= left:
            chosen.append(i)
            left -= widths[i]
    return chosen


def _cell(column: Column, text: str, row: Row) -> Text:
    return Text(text, style=STYLES[STATES[row.state]] if column.name == "state" else "")


def _stack(texts: Sequence[str]) -> Text:
    """Set the first text above the others."""
    others = " · ".join(text for text in texts[1:] if text)
    stacked = Text(texts[0])
    if others:
        stacked.append(f"\n{others}", style=STYLES["quiet"])
    return stacked


def _drawn(table: Table, columns: int, *, color: bool) -> Iterator[str]:
    console = Console(
        file=StringIO(),
        width=columns,
        force_terminal=True,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        yield line.rstrip()
