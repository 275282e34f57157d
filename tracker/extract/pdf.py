"""A PDF's text: its pages in order, and where their columns are narrow, whole paragraphs.

Lines of some 45 characters break a clause where no rule for text can tell; on the page it can be
told: a line that left no room for the first word of the next one was only wrapped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_LINE: Final = re.compile(r"[^\r\n]+")
_HYPHENS: Final = str.maketrans({"\ufffe": "-", "\x02": "-"})
_ENDS: Final = (".", ":", ";", "!", "?")
_OPENS_ITEM: Final = re.compile(
    r"[-–—•·▪●◦*§]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)°]\s|\d{1,3}(?:\.\d{1,3})+|(?i:article|section|annex)"
)
_LEADERS: Final = re.compile(r"\.{4}|(?:\. ){4}|…{2}")
_NARROW: Final = 65
"""Characters: lines that are longer are put together well enough without their places on the page."""
_LEAST_FULL: Final = 3
"""Lines that have to reach a column's edge before it is one."""
_MOST_SEEN: Final = 60
_OUTSIDE: Final = 100_000.0
_FARTHEST: Final = 500.0
_ZONE: Final = 12.0
_INDENT: Final = 4.0
_PITCH: Final = 1.8
"""In heights of a line: how far a column is looked at, an indent reaches, and the next line lies below."""
_BAND: Final = 24.0


class Line(NamedTuple):
    """A line of a page: its text, where it stands in points from below, and how wide its first word is."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    word: float


def page_text(page: Any) -> str:  # noqa: ANN401  pypdfium2 has no types
    """Give the text of a page as pypdfium2 opened it."""
    textpage = page.get_textpage()
    text: str = textpage.get_text_bounded()
    if text != textpage.get_text_range() or len(text) != textpage.count_chars():
        return text.replace("\r\n", "\n").translate(_HYPHENS)
    return joined([_line(textpage, match) for match in _LINE.finditer(text)])


def _line(textpage: Any, match: re.Match[str]) -> Line:  # noqa: ANN401
    """Measure a line by its first and last signs."""
    text = match.group()
    begin = match.start() + len(text) - len(text.lstrip())
    end = match.start() + len(text.rstrip()) - 1
    if end < begin:
        return Line(text, 0.0, 0.0, 0.0, 0.0, 0.0)
    word = begin + len(text.split(None, 1)[0]) - 1
    left, bottom, _, top = textpage.get_charbox(begin, loose=True)
    right, wide = (textpage.get_charbox(at, loose=True)[2] for at in (end, word))
    if not all(abs(value) < _OUTSIDE for value in (left, bottom, right, top, wide)):
        return Line(text, 0.0, 0.0, 0.0, 0.0, 0.0)
    return Line(text, left, right, bottom, top - bottom, wide - left)


def joined(lines: list[Line]) -> str:
    """Give the text of lines, those that were only wrapped in a narrow column put together."""
    columns = _Columns(lines)
    pieces: list[str] = []
    for index, line in enumerate(lines):
        pieces.append(line.text.translate(_HYPHENS))
        if index + 1 < len(lines):
            pieces.append(_between(line, lines[index + 1], columns))
    return "".join(pieces)


def _between(above: Line, below: Line, columns: _Columns) -> str:
    """Say what stands between two lines: a line end, or what joins them."""
    if len(above.text) > _NARROW or not _follows(above, below) or _begins_anew(above, below):
        return "\n"
    edge = columns.edge(above)
    if edge is None or above.right + below.word + above.height / 4 < edge:
        return "\n"
    if above.text.endswith(("-", "\ufffe", "\x02")):
        return "\n" if below.text.lstrip()[:1].islower() else ""
    return " "


def _follows(above: Line, below: Line) -> bool:
    """Say whether a line stands right below another, or at the head of the next column."""
    if not above.height or abs(above.height - below.height) > above.height / 10:
        return False
    if below.bottom > above.bottom:
        return below.left > above.right
    indented = below.left - above.left
    hangs = _OPENS_ITEM.match(above.text.lstrip()) is not None
    near = -_INDENT * above.height <= indented <= (_INDENT if hangs else 0.3) * above.height
    return near and above.bottom - below.bottom <= _PITCH * above.height


def _begins_anew(above: Line, below: Line) -> bool:
    text = above.text.rstrip()
    return (
        text.endswith(_ENDS)
        or _OPENS_ITEM.match(below.text.lstrip()) is not None
        or _LEADERS.search(text) is not None
        or text.isupper() != below.text.isupper()
    )


class _Columns:
    """The lines of a page by how high they stand, to find the edge of the column that one is in."""

    def __init__(self, lines: list[Line]) -> None:
        self._bands: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            band = self._bands[int(line.bottom // _BAND)]
            if line.height and len(band) < _MOST_SEEN:
                band.append(line)

    def edge(self, line: Line) -> float | None:
        """Give the right edge of a line's column; None where too few lines near it reach one."""
        near = list(self._near(line))
        limit = min((other.left for other in near if other.left >= line.right), default=float("inf"))
        rights = [
            other.right
            for other in near
            if other.right <= limit and abs(other.left - line.left) <= _INDENT * line.height
        ]
        edge = max(rights, default=0.0)
        full = sum(right >= edge - (edge - line.left) / 8 for right in rights)
        return edge if full >= _LEAST_FULL else None

    def _near(self, line: Line) -> Iterator[Line]:
        reach = min(_ZONE * line.height, _FARTHEST)
        for band in range(int((line.bottom - reach) // _BAND), int((line.bottom + reach) // _BAND) + 1):
            yield from self._bands.get(band, ())
