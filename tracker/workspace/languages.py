"""In which language each agreement's text is, told from what the register quotes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tracker.core.errors import TrackerError
from tracker.core.rows import Row

_ARABIC: Final = re.compile("[\u0620-\u064a]")


def languages(rows: Iterable[Row]) -> dict[str, str]:
    """Tell the language of the quotes of each agreement; those that can't be told are left out."""
    from tracker.extract.language import detect_language

    quotes: dict[str, list[str]] = {}
    for row in rows:
        quotes.setdefault(row.agreement, []).append(row.quote)
    found = {}
    for agreement, texts in quotes.items():
        text = " ".join(texts)
        if len(_ARABIC.findall(text)) > len(text) // 2:
            found[agreement] = "ar"
            continue
        try:
            found[agreement] = detect_language(text)
        except TrackerError:
            continue
    return found
