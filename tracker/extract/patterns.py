"""Patterns that cost nothing until needed: compiled at their first use, tried only where they can match."""

import re
from collections.abc import Iterator


class Pattern:
    """A regular expression that knows some words of which one stands in whatever it matches.

    Looking for a word is some fifty times as quick as trying a long pattern at each letter.
    """

    def __init__(self, pattern: str, words: tuple[str, ...] = ()) -> None:
        """Take the pattern; without ``words`` it is always tried."""
        self._pattern = pattern
        self._words = words
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches from left to right."""
        return self._ready().finditer(text) if self._possible(text) else iter(())

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Give the first match from ``start`` on, or None."""
        return self._ready().search(text, start) if self._possible(text) else None

    def _possible(self, text: str) -> bool:
        return not self._words or any(map(text.__contains__, self._words))

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._pattern)
        return self._compiled
