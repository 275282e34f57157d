"""Values for a terminal: its width, and colour where it has it. Rich is imported from here on alone.

Colours are the terminal's own sixteen, so that they suit a light and a dark one, and none says
what the words don't say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.color import ColorSystem
from rich.style import Style

from tracker.core.agreement_page import AgreementPage
from tracker.core.errors import Problem
from tracker.core.rows import Detail, LogLine, Passage, Picture, Row
from tracker.views import agreement_page, as_diff, as_plain, confirmation, first_screen, full_page, grid, safe
from tracker.views.columns import LIST, chosen
from tracker.views.measure import wrap
from tracker.views.pieces import Line
from tracker.views.reasons import reckoned
from tracker.views.styles import STYLES
from tracker.views.wording import Wording


def picture(shown: Picture, wording: Wording, columns: int, *, color: bool) -> Iterator[str]:
    """Give the first screen for so many columns."""
    return painted(first_screen.lines(shown, wording, columns), color)


def detail(
    shown: Detail,
    as_of: str,
    wording: Wording,
    columns: int,
    passage: Passage | None = None,
    *,
    color: bool,
) -> Iterator[str]:
    """Give one obligation in full for so many columns."""
    return painted(full_page.lines(shown, as_of, wording, columns, passage), color)


def agreement(shown: AgreementPage, wording: Wording, columns: int, *, color: bool) -> Iterator[str]:
    """Give an agreement in full for so many columns, its obligations as a table."""
    yield from painted(agreement_page.lines(shown, wording, columns), color)
    if shown.rows:
        yield from rows(shown.rows, wording, columns, agreement_page.COLUMNS, color=color)


def change(
    before: Detail,
    after: Detail,
    recorded: Sequence[LogLine],
    wording: Wording,
    columns: int,
    now: Detail | None = None,
    *,
    color: bool,
) -> Iterator[str]:
    """Say what entries changed."""
    return painted(confirmation.lines(before, after, recorded, wording, columns, now), color)


def diff(before: str, after: str, name: str, *, color: bool) -> Iterator[str]:
    """Give the diff of a file's text."""
    return painted(as_diff.lines(before, after, name), color)


def problems(found: Iterable[Problem], wording: Wording, *, color: bool) -> Iterator[str]:
    """Give what is wrong with the register; as plain text, with the place and code coloured."""
    for problem in found:
        place = f"{safe.line(problem.place)}: "
        style = STYLES["late" if problem.is_error else "soon"]
        yield (
            _paint(place, STYLES["title"], color)
            + _paint(problem.code, style, color)
            + f" {as_plain.message(problem.text, wording)}"
        )


def rows(
    listed: Iterable[Row], wording: Wording, columns: int, names: Sequence[str] = LIST, *, color: bool
) -> Iterator[str]:
    """Give a table of rows in so many columns; what is too long is wrapped.

    Where there is no room for them side by side, the ref and the texts stand below the title.
    """
    shown = list(listed)
    if not shown:
        yield wording.say("No obligation is like that.")
        return
    picked = chosen(names)
    cells = [[column.cell(row, wording) for column in picked] for row in shown]
    yield from grid.lines(picked, shown, cells, wording, columns, color=color)
    if any(reckoned(row) for row in shown) and "due" in names:
        legend = wording.say("* reckoned by us, not stated in the text")
        yield from (_paint(line, STYLES["quiet"], color) for line in wrap(legend, columns))


def painted(lines: Iterable[Line], color: bool) -> Iterator[str]:
    """Give the lines of a page in its styles' colours, or without."""
    for line in lines:
        yield "".join(_paint(piece.text, STYLES[piece.style], color) for piece in line).rstrip()


def _paint(text: str, style: Style, color: bool) -> str:
    return style.render(text, color_system=ColorSystem.STANDARD) if color and text.strip() else text
