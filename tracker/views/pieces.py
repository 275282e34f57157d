"""A page as lines of styled pieces: plain text joins them, a terminal colours them.

One layout serves both, so that a pipe and a terminal say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracker.views.measure import cut, pad, width, wrap
from tracker.views.wording import Wording


class Piece(NamedTuple):
    """A stretch of one line; `style` is a name of `as_table.STYLES`, '' for none."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]
"""One line of a page; none of its pieces has a line end."""

BLANK: Line = ()


def plain(lines: Iterable[Line]) -> Iterator[str]:
    """Give lines as text, without spaces at their ends."""
    for line in lines:
        yield "".join(piece.text for piece in line).rstrip()


def fitted(line: Line, columns: int) -> Line:
    """Cut a line to so many columns; 0 cuts nothing."""
    if not columns:
        return line
    kept: list[Piece] = []
    left = columns
    for piece in line:
        taken = width(piece.text)
        if taken > left:
            kept.append(piece._replace(text=cut(piece.text, left) if left else ""))
            break
        kept.append(piece)
        left -= taken
    return tuple(kept)


def flowing(parts: Sequence[str], columns: int, between: str) -> list[Line]:
    """Set parts one after the other, on a new line where one doesn't fit; 0 columns: one line."""
    if not columns:
        return [(Piece(between.join(parts)),)]
    lines: list[str] = []
    for part in parts:
        if lines and width(lines[-1]) + width(between) + width(part) <= columns:
            lines[-1] += between + part
        else:
            lines.extend(wrap(part, columns))
    return [(Piece(line),) for line in lines]


def labelled(blocks: Sequence[tuple[str, Sequence[str]]], columns: int) -> Iterator[Line]:
    """Lay out texts behind labels of one width: each label once, each text on lines of its own."""
    margin = max(width(name) for name, _ in blocks) + 2
    for name, texts in blocks:
        shown = name
        for text in texts:
            for (piece,) in flowing([text], columns and columns - margin, ""):
                yield (Piece(pad(shown, margin), "quiet"), piece)
                shown = ""


def more(said: str, command: str, wording: Wording) -> Line:
    """Say that there is more, and what lists it; the command is never cut."""
    label = wording.say("{label}: {value}", label=said, value="")
    return (Piece(label, "quiet"), Piece(command, "command"))
