"""A quote where it stands in its source, with some words around it."""

from __future__ import annotations

from pathlib import Path

from tracker.core.errors import TrackerError
from tracker.core.rows import Detail, Passage

_AROUND = 240


def passage(folder: Path, shown: Detail) -> Passage | None:
    """Find the quote of an obligation in its source; None where it is not there, or can't be read."""
    if not shown.row.quote or not shown.source:
        return None
    from tracker.core.folding import find_quote
    from tracker.register.files import decode, read_bytes

    try:
        content, _ = read_bytes(folder / shown.source)
    except TrackerError:
        return None
    text, problem = decode(content, shown.source)
    if problem is not None:
        return None
    found = find_quote(text, shown.row.quote)
    if not found:
        return None
    start, end = found[0]
    return Passage(
        _before(text[max(0, start - _AROUND) : start], whole=start <= _AROUND),
        text[start:end],
        _after(text[end : end + _AROUND], whole=end + _AROUND >= len(text)),
        text.count("\n", 0, start) + 1,
    )


def _before(text: str, *, whole: bool) -> str:
    """Begin with the paragraph, else with a whole word."""
    _, paragraph, rest = text.rpartition("\n\n")
    if paragraph:
        return rest
    return text if whole else "… " + text.partition(" ")[2]


def _after(text: str, *, whole: bool) -> str:
    """End with the paragraph, else with a whole word."""
    rest, paragraph, _ = text.partition("\n\n")
    if paragraph:
        return rest
    return text if whole else text.rpartition(" ")[0] + " …"
