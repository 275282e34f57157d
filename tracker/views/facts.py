"""The lines of a page about one thing: facts with their labels in a margin, headings, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.views.measure import pad, width, wrap
from tracker.views.pieces import BLANK, Line, Piece


def facts(told: Sequence[tuple[str, str, str]], columns: int) -> Iterator[Line]:
    """Set facts (label, value, style) below each other; 0 columns wraps nothing."""
    margin = max(width(label) for label, _, _ in told) + 2
    for label, value, style in told:
        shown = label
        for text in wrap(value, columns and max(columns - margin, margin)):
            yield (Piece(pad(shown, margin), "quiet"), Piece(text, style))
            shown = ""


def heading(said: str) -> Iterator[Line]:
    """Set a heading, with a blank line before it."""
    yield BLANK
    yield (Piece(said, "heading"),)


def wrapped(
    text: str, columns: int, style: str, indent: str = "", further: str | None = None
) -> Iterator[Line]:
    """Wrap a text behind an indent; `further` is that of the lines after the first, if another."""
    for line in wrap(text, columns and columns - width(indent)):
        yield (Piece(indent), Piece(line, style))
        indent = indent if further is None else further
