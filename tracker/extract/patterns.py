"""Patterns that cost nothing until needed: compiled at their first use, tried only where they can match."""

import re
from collections.abc import Iterator


class Pattern:
    """A regular expression that knows some words of which one stands in whatever it matches.

    Looking for a word is some fifty times as quick as trying a long pattern at each letter. The
    methods are those of ``re.Pattern``; a ``span`` is where to look, as there.
    """

    def __init__(self, pattern: str, words: tuple[str, ...] = (), flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take the pattern; without ``words`` it is always tried."""
        self._pattern = pattern
        self.words = words
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Yield the matches from left to right."""
        if self.words and not any(map(text.__contains__, self.words)):
            return iter(())
        return (self._compiled or self._ready()).finditer(text, *span)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """Give the first match, or None."""
        if self.words and not any(map(text.__contains__, self.words)):
            return None
        return (self._compiled or self._ready()).search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """Give the match at the beginning, or None."""
        return self._ready().match(text, *span) if self._possible(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match of the whole text, or None."""
        return self._ready().fullmatch(text) if self._possible(text) else None

    def sub(self, other: str, text: str) -> str:
        """Put something else for each match."""
        return self._ready().sub(other, text) if self._possible(text) else text

    def split(self, text: str) -> list[str]:
        """Cut a text at the matches."""
        return self._ready().split(text) if self._possible(text) else [text]

    def _possible(self, text: str) -> bool:
        return not self.words or any(map(text.__contains__, self.words))

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, self._flags)
        return self._compiled
