"""A quote where it stands in its source, with some words around it."""

from __future__ import annotations

from pathlib import Path

from tracker.core.rows import Detail, Passage
from tracker.register import quotes

_AROUND = 220
"""Code points on either side."""


def passage(folder: Path, shown: Detail, *, allow_outside: bool) -> Passage | None:
    """Find the quote of an obligation in its source; None where it is not there, or can't be read."""
    if not shown.row.quote or not shown.source:
        return None
    source = quotes.Sources(folder, allow_outside=allow_outside).read(shown.source)
    return quotes.passage(source.text, shown.row.quote, _AROUND)
