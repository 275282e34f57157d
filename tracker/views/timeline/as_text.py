"""A timeline in characters: as wide as the terminal, readable without colour.

The axis runs from left to right in every language, as a terminal does; marks of direction at the
beginning of each line, and behind its label, keep one in Arabic from being turned round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.core.timeline_picture import Axis, Bar, Mark, Strip, TimelinePicture, most_pressing
from tracker.views import safe
from tracker.views.measure import pad, width, wrap
from tracker.views.pieces import BLANK, Line, Piece, flowing
from tracker.views.styles import STATES as STYLE_OF
from tracker.views.timeline.words import aside, date_of, heading, shape
from tracker.views.wording import Wording

USUAL: Final = 78
"""Columns where there is no terminal."""

GLYPHS: Final = {
    "late": "X",
    "overdue": "!",
    "review-due": "?",
    "blocked": "■",
    "due-soon": "◆",
    "upcoming": "◇",
    "awaiting": "…",
    "active": "○",
    "not-in-force": "·",
    "lapsed": "-",
    "done-late": "◐",
    "done": "●",
    "waived": "w",
    "cancelled": "×",
    "superseded": "»",
}
"""What stands for a date, by its state; each is told from the others by its form alone."""

TODAY: Final = "┊"
NOTICE: Final = "▽"
_BAR, _PAUSE, _CROSSED = "━", "╌", "┿"
_BEGINS, _ENDS, _GOES_ON = "┣", "┫", "▶"
_DATES: Final = 12
_BESIDE: Final = 72
"""Columns from which labels have room beside the axis, and dates behind it."""
_LEFT_TO_RIGHT: Final = "\N{LEFT-TO-RIGHT MARK}"
_TICK: Final = 9
"""Columns that the name of a place on the axis needs."""


def lines(shown: TimelinePicture, wording: Wording, columns: int) -> Iterator[Line]:
    """Draw the picture in so many columns; 0 for where there is no terminal."""
    sheet = _Sheet(shown, wording, columns or USUAL)
    for line in sheet.lines():
        yield (Piece(_LEFT_TO_RIGHT), *line) if wording.right_to_left and line else line


class _Sheet:
    """The layout: labels, the axis beside or below them, and dates behind it."""

    def __init__(self, shown: TimelinePicture, wording: Wording, columns: int) -> None:
        self.shown, self.wording, self.columns = shown, wording, columns
        self.ends = _LEFT_TO_RIGHT if wording.right_to_left else ""
        self.beside = columns >= _BESIDE
        self.label = columns // 3 if self.beside else columns
        self.wide = max(columns - self.label - 1 - _DATES, 1) if self.beside else columns
        self.axis: Axis = shown.axis
        self.today = self._place(self.axis.at(shown.as_of)) if self.axis.holds(shown.as_of) else -1

    def lines(self) -> Iterator[Line]:
        for part in wrap(heading(self.shown, self.wording), self.columns):
            yield (Piece(part, "title"),)
        if not self.shown.bars:
            yield from self._nothing()
            return
        yield BLANK
        yield from self._ruler()
        for bar in self.shown.bars:
            yield from self._bar(bar)
        if self.shown.more:
            yield BLANK
            said = self.wording.count("and {n} more agreement", "and {n} more agreements", self.shown.more)
            for part in wrap(said, self.columns):
                yield (Piece(part, "quiet"),)
        yield BLANK
        yield from flowing(list(self._legend()), self.columns, "   ")

    def _nothing(self) -> Iterator[Line]:
        said = self.wording.say("Nothing is promised here yet; 'tracker add-agreement' makes a start.")
        for part in wrap(said, self.columns):
            yield (Piece(part),)

    def _place(self, at: float) -> int:
        return min(max(int(at * self.wide), 0), self.wide - 1)

    def _ruler(self) -> Iterator[Line]:
        ticks = self.axis.ticks(max(self.wide // _TICK, 1))
        names, rule = "", ["─"] * self.wide
        for tick in ticks:
            place = self._place(tick.at)
            rule[place] = "┬"
            if width(names) <= place and place + len(tick.name) <= self.wide + (_DATES if self.beside else 0):
                names = pad(names, place) + tick.name
        if self.today >= 0:
            rule[self.today] = "▼"
        margin = Piece(" " * (self.label + 1) if self.beside else "")
        yield (margin, Piece(names, "quiet"))
        yield (margin, Piece("".join(rule), "quiet"))

    def _bar(self, bar: Bar) -> Iterator[Line]:
        if not self.beside:
            yield BLANK
        yield from self._row(safe.line(bar.title), "title", self._life(bar), bar.last)
        for strip in bar.strips:
            yield from self._row(safe.line(strip.title), "", self._marks(strip), date_of(strip), indent=2)
        if parts := aside(bar, self.wording):
            yield from self._row(self.wording.listed(tuple(parts)), "quiet", self._empty(), "", indent=2)
        if self.beside and bar is not self.shown.bars[-1]:
            yield (Piece(" " * (self.label + 1)), *_joined(self._empty()))

    def _row(
        self, label: str, style: str, cells: Sequence[Piece], day: str, *, indent: int = 0
    ) -> Iterator[Line]:
        """Set a label beside its cells, or above them; a long one goes on below its beginning."""
        room = max(self.label - indent, 1)
        parts = [" " * indent + part for part in wrap(label, room)] or [""]
        if not self.beside:
            for part in parts:
                yield (Piece(part, style),)
            if any(cell.text not in {" ", TODAY} for cell in cells):
                yield tuple(_joined(cells))
            return
        for part in parts:
            behind = (Piece(f"  {day}", "quiet"),) if day else ()
            yield (Piece(pad(part, self.label + 1) + self.ends, style), *_joined(cells), *behind)
            cells, day = self._empty(), ""

    def _empty(self) -> list[Piece]:
        cells = [Piece(" ")] * self.wide
        if self.today >= 0:
            cells[self.today] = Piece(TODAY, "quiet")
        return cells

    def _life(self, bar: Bar) -> list[Piece]:
        """Draw the days on which an agreement is in force."""
        cells = self._empty()
        axis = self.axis
        if bar.start > self.shown.end or "" < bar.until < self.shown.start:
            return cells
        first = self._place(axis.begin(bar.start))
        last = self._place(axis.at(bar.until)) if bar.until and bar.until <= self.shown.end else self.wide - 1
        for place in range(first, last + 1):
            cells[place] = Piece(_CROSSED if place == self.today else _BAR)
        for start, end in bar.pauses:
            for place in range(self._place(axis.begin(start)), self._place(axis.begin(end)) + 1):
                if first <= place <= last and place != self.today:
                    cells[place] = Piece(_PAUSE)
        if axis.holds(bar.start):
            cells[first] = Piece(_BEGINS)
        if axis.holds(bar.until):
            cells[last] = Piece(_ENDS)
        else:
            cells[last] = Piece(_GOES_ON)
        if axis.holds(bar.notice_by):
            cells[self._place(axis.at(bar.notice_by))] = Piece(NOTICE, "soon")
        return cells

    def _marks(self, strip: Strip) -> list[Piece]:
        cells = self._empty()
        found: dict[int, list[Mark]] = {}
        for mark in strip.marks:
            found.setdefault(self._place(self.axis.at(mark.due)), []).append(mark)
        for place, marks in found.items():
            mark = most_pressing(marks)
            cells[place] = Piece(GLYPHS[mark.shape], STYLE_OF[mark.state])
        return cells

    def _legend(self) -> Iterator[str]:
        for name in self.shown.shapes:
            yield f"{GLYPHS[name]} {shape(name, self.wording)}"
        if self.today >= 0:
            yield f"{TODAY} {self.wording.say('today')}"
        yield f"{_BAR} {self.wording.say('agreement in force')}"
        if any(bar.pauses for bar in self.shown.bars):
            yield f"{_PAUSE} {self.wording.status('suspended')}"
        if any(self.axis.holds(bar.notice_by) for bar in self.shown.bars):
            yield f"{NOTICE} {self.wording.say('last day to give notice')}"


def _joined(cells: Sequence[Piece]) -> Iterator[Piece]:
    """Join cells of one style, one after the other."""
    text, style = "", ""
    for cell in cells:
        if cell.style != style and text:
            yield Piece(text, style)
            text = ""
        text, style = text + cell.text, cell.style
    yield Piece(text, style)
