"""What a reader of values raises, and how it cites what it found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from tracker.core.errors import Text
from tracker.register.check.codes import KeyPath

_LONGEST: Final = 60
_MANY: Final = 1000
_TYPES: Final[dict[type, Text]] = {
    str: Text("a text"),
    bool: Text("true or false"),
    int: Text("a whole number"),
    float: Text("a number"),
    list: Text("a list"),
}


class Wrong(Exception):  # noqa: N818 - it never leaves the reader; errors are TrackerError
    """A value that can't be read; `below` leads from the value to the part that is wrong."""

    def __init__(self, code: str, text: Text, below: KeyPath = ()) -> None:
        """Take a code of `codes.CODES` and what to say."""
        super().__init__(code)
        self.code = code
        self.text = text
        self.below = below


def brief(text: str) -> str:
    """Cut a text to what a message can cite, without signs that act in a terminal."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def type_of(value: object) -> Text:
    """Name the type of a value in the words of messages."""
    if isinstance(value, datetime):
        return Text("a date with a time")
    if isinstance(value, date):
        return Text("a date")
    if isinstance(value, time):
        return Text("a time")
    return _TYPES.get(type(value), Text("a table"))


_ALIKE: Final = 0.6


class Guesses:
    """Guesses what was meant, the first few times: a register that is all wrong needs other help."""

    def __init__(self, most: int = 20) -> None:
        """Take how many guesses to make."""
        self._left = most

    def nearest(self, word: str, known: Iterable[str], alike: float = _ALIKE) -> str:
        """Give the known word that a mistyped one most resembles, '' for none; 1 is quite `alike`."""
        self._left -= 1
        return nearest(word, known, alike) if self._left >= 0 else ""


def nearest(word: str, known: Iterable[str], alike: float = _ALIKE) -> str:
    """Give the known word that a mistyped one most resembles, '' for none."""
    from difflib import get_close_matches

    known = sorted(known)
    if len(known) > _MANY:
        known = [name for name in known if name[:2] == word[:2] or name[-2:] == word[-2:]][:_MANY]
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(word[:_LONGEST].casefold(), folded, 1, alike)
    return folded[close[0]] if close else ""
