"""A large text read in pieces, so that what the parser made of one is let go before the next.

What a parser gives of a register of 100,000 obligations takes 600 MB, twelve times its text. So it
is parsed by pieces of some hundred tables, but only where that cannot come to anything else: every
table stands in one place with all that belongs to it, is one that a register has, and nothing is
wrong. Otherwise the text is parsed whole, to be understood or to be told what is wrong with it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from tracker.core.errors import TrackerError
from tracker.register.format.shape import Shaped, shape
from tracker.register.parse import parse
from tracker.register.text.scan import Path, blocks

LARGE: Final = 1_000_000
"""Code points from which on a text is cut, into pieces of about as many."""

_DEPTH: Final = {"settings": 1, "parties": 2, "people": 2, "agreements": 2, "obligations": 3}
"""How many names lead to a table that stands by itself."""


def shaped(text: str, file: int, kinds: tuple[str, ...]) -> Shaped | None:
    """Check and read the `file`-th file in pieces, as `shape` does of all that is parsed; else None."""
    ends = cuts(text) if len(text) > LARGE else []
    if len(ends) <= 2:  # noqa: PLR2004 - one piece is the whole
        return None
    found: Shaped | None = None
    for start, end in pairwise(ends):
        raw, problem = parse(text[start:end], "")
        if problem:
            return None
        piece = shape(raw, file, kinds)
        if any(finding.code.startswith("E") for finding in piece.findings):
            return None
        if found is None:
            found = piece
            kinds = (*kinds, *piece.settings.kinds)
        else:
            found.parties.update(piece.parties)
            found.people.update(piece.people)
            found.agreements.update(piece.agreements)
            found.obligations.update(piece.obligations)
            found.findings.extend(piece.findings)
    return found and found._replace(obligations=_by_agreement(found.obligations))


def cuts(text: str) -> list[int]:
    """Say where a text can be cut: its beginning, where a table begins anew, its end; nowhere if it can't."""
    try:
        tables = blocks(text)
    except TrackerError:
        return []
    raw, problem = parse(text[: tables[0].end], "")
    if problem or raw.keys() - {"include"}:
        return []
    found, seen, last = [0], set[Path](), Path()
    for table in tables[1:]:
        depth = _DEPTH.get(str(table.path[0]), 0)
        root = table.path[:depth]
        if not depth or len(root) < depth:
            return []
        if root == last:
            continue
        is_settings = root == ("settings",)
        if root in seen or (is_settings and len(found) > 1):
            return []
        seen.add(root)
        last = root
        if table.start - found[-1] >= LARGE and not is_settings:
            found.append(table.start)
    return [*found, len(text)]


def _by_agreement(obligations: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Bring obligations together under the agreement that came first, as a parser does."""
    order: dict[str, int] = {}
    for draft in obligations.values():
        order.setdefault(draft["agreement"], len(order))
    return dict(sorted(obligations.items(), key=lambda item: order[item[1]["agreement"]]))
