"""How many columns of a terminal a text takes, and how it is made to fit them.

Characters of East Asia take two columns, combining ones none. Latin text needs no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

_COMBINING_BEGIN: Final = "\u0300"
_SOFT_HYPHEN: Final = "\u00ad"
"""Takes a column among Latin letters alone."""
_TOGETHER: Final = 1_000
"""How many texts are looked at together, so that a rare character concerns no more of them."""
ELLIPSIS: Final = "…"


def width(text: str) -> int:
    """Count the columns that a text of one line takes."""
    if text.isascii() or max(text) < _COMBINING_BEGIN:
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(char) in "WF" else 1
        for char in text
    )


def widths(texts: Sequence[str]) -> list[int]:
    """Count the columns that each of many texts takes, as `width` does."""
    counted: list[int] = []
    for start in range(0, len(texts), _TOGETHER):
        some = texts[start : start + _TOGETHER]
        counted += map(len if _is_narrow("".join(some)) else width, some)
    return counted


def _is_narrow(text: str) -> bool:
    """Say at once of a long text whether each of its characters takes one column."""
    while True:
        try:
            text.encode("latin-1")
        except UnicodeEncodeError as error:
            other = text[error.start]
            if _SOFT_HYPHEN in text or width(other) != 1:
                return False
            text = text.replace(other, " ")
        else:
            return True


def pad(text: str, columns: int) -> str:
    """Fill a text up with spaces to so many columns; a longer one stays as it is."""
    return text + " " * (columns - width(text))


def pad_left(text: str, columns: int) -> str:
    """Fill a text up in front, as numbers are set."""
    return " " * (columns - width(text)) + text


def cut(text: str, columns: int) -> str:
    """Shorten a text to so many columns, its end told by an ellipsis; 0 columns means no limit."""
    if not columns or width(text) <= columns:
        return text
    kept = text[: columns - 1]
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def cut_within(text: str, columns: int) -> str:
    """Shorten a text to so many columns in its middle, so that names that begin alike stay apart."""
    if width(text) <= columns:
        return text
    end = max((columns - 1) // 2, 1)
    while width(text[-end:]) > columns // 2 and end > 1:
        end -= 1
    return cut(text, columns - width(text[-end:])) + text[-end:]


def wrap(text: str, columns: int) -> Iterator[str]:
    """Break a text at its spaces into lines of so many columns; 0 columns means one line.

    A word that is longer than a line is broken, at a dot or a dash where it has one.
    """
    if not columns:
        yield text
        return
    current = ""
    for word in text.split(" "):
        longer = f"{current} {word}" if current else word
        if width(longer) <= columns:
            current = longer
            continue
        if current:
            yield current
        current = word
        while width(current) > columns:
            end = _break(current, columns)
            yield current[:end]
            current = current[end:]
    if current:
        yield current


def _break(word: str, columns: int) -> int:
    """Find where to break a word that is too long: after a dot, slash or dash, else where it must."""
    end = min(columns, len(word))
    while end > 1 and width(word[:end]) > columns:
        end -= 1
    nice = max(word.rfind(mark, 0, end) for mark in "./-_")
    return nice + 1 if nice > end // 3 else end
