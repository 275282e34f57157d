r"""What came from a file is shown, and never acts on the terminal or the page that shows it.

Escape sequences begin with a control character; bidirectional overrides and isolates reorder
what stands beside them (Unicode TR 36, Trojan Source); invisible characters make two names look
the same. They are written as their escapes, `\x1b`, `\u202e`. What Arabic and Persian need
stays: the joiner, the non-joiner, and the marks of direction, which only concern the characters
next to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_RANGES: Final = (
    *((0x00, 0x1F), (0x7F, 0x9F)),  # controls
    *((0x180E, 0x180E), (0x200B, 0x200B), (0x2060, 0x2064), (0xFEFF, 0xFEFF)),  # of no width
    *((0x2028, 0x2029), (0x202A, 0x202E), (0x2066, 0x206F)),  # line ends, overrides, isolates
    *((0xFFF9, 0xFFFB), (0x1D173, 0x1D17A), (0x1BCA0, 0x1BCA3), (0x13430, 0x1343F)),  # layout controls
    *((0xD800, 0xDFFF), (0xE0000, 0xE0FFF)),  # half characters, tags
)
_SPACES: Final = "\t\n\r\x0b\x0c\x85\u2028\u2029"


class _Escapes(dict[int, str]):
    """A table for `str.translate`, filled in as it is asked, for the characters it meets."""

    def __init__(self, *, json: bool = False) -> None:
        self._json = json
        if not json:
            self.update((ord(space), " ") for space in _SPACES)

    def __missing__(self, code: int) -> str:
        shown = chr(code)
        if any(first <= code <= last for first, last in _RANGES):
            shown = _for_json(code) if self._json else ascii(shown)[1:-1]
        self[code] = shown
        return shown


def _for_json(code: int) -> str:
    units = chr(code).encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


_LATIN: Final = bytes(code for code in range(256) if chr(code).isprintable())
_TOGETHER: Final = 1_000
"""How many texts are looked at together."""
_SHOWN: Final = _Escapes()
_JSON: Final = _Escapes(json=True)


def line(text: str) -> str:
    """Give a text as one line on which nothing acts; line ends and tabs become spaces."""
    return text if text.isprintable() else text.translate(_SHOWN)


def texts(given: Sequence[str]) -> Sequence[str]:
    """Give each text as `line` does; where none has anything that acts, as is usual, themselves."""
    starts = range(0, len(given), _TOGETHER)
    quiet = all(_is_quiet("".join(given[start : start + _TOGETHER])) for start in starts)
    return given if quiet else [*map(line, given)]


def _is_quiet(text: str) -> bool:
    """Say of a long text whether all of it is printable; of a Latin one in a third of the time."""
    try:
        return not text.encode("latin-1").translate(None, _LATIN)
    except UnicodeEncodeError:
        return text.isprintable()


def lines(text: str) -> list[str]:
    """Give a text of several lines as lines on which nothing acts; none for an empty text."""
    return [line(part.rstrip()) for part in text.splitlines()]


_FORMULA: Final = frozenset("=+-@＝＋－＠")
_STARTS: Final = frozenset("\t\r\n")


def json(document: str) -> str:
    """Escape in a JSON document what would act on a terminal; the values stay the same."""
    return document if document.isprintable() else "\n".join(map(_json_line, document.split("\n")))


def _json_line(text: str) -> str:
    return text if text.isprintable() else text.translate(_JSON)


_BULLETS: Final = frozenset("-+=")
_NUMBERED: Final = frozenset(".)")
_MARKUP: Final = str.maketrans(
    {mark: f"\\{mark}" for mark in "\\`*_[]|~$#"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)


def markdown(text: str) -> str:
    """Give a text as one line of Markdown that is that text: no emphasis, link, list, cell or HTML."""
    return markup(line(text).strip())


def markup(text: str) -> str:
    """Escape what would be markup in one line of Markdown on which nothing acts any more."""
    shown = text.translate(_MARKUP)
    rest = shown.lstrip("0123456789")
    if rest[:1] in (_NUMBERED if rest != shown else _BULLETS):
        return f"{shown[: len(shown) - len(rest)]}\\{rest}"
    return shown


def cell(text: str) -> str:
    """Give a text as a spreadsheet's cell that is no formula (OWASP: CSV injection)."""
    return f"'{line(text)}" if text.lstrip()[:1] in _FORMULA or text[:1] in _STARTS else line(text)
