"""A quote in the passage of the source that it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.views import safe
from tracker.views.measure import wrap
from tracker.views.pieces import Line, Piece


def in_context(before: str, quote: str, after: str, columns: int) -> Iterator[Line]:
    """Wrap a passage with its quote between marks, so that it shows without colour too; 0: one line."""
    before, quote, after = (_folded(part) for part in (before, quote, after))
    before, after = before.lstrip(), after.rstrip()
    marks = next(pair for pair in ("«»", "“”", "[]") if pair[0] not in before + quote + after or pair == "[]")
    text = f"{before}{marks[0]}{quote}{marks[1]}{after}"
    start = len(before)
    end = start + len(quote) + 2
    position = 0
    for line in wrap(text, columns and columns - 2):
        at = text.index(line, position)
        position = at + len(line)
        first, last = max(start - at, 0), max(end - at, 0)
        yield (
            Piece("  " + line[:first], "quiet"),
            Piece(line[first:last], "quote"),
            Piece(line[max(last, first) :], "quiet"),
        )


def _folded(text: str) -> str:
    """Make any white space one space; at the ends too, since the parts of a passage adjoin."""
    words = " ".join(safe.line(text).split(" "))
    while "  " in words:
        words = words.replace("  ", " ")
    return words
