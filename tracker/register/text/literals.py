"""Python values as TOML, written so that nothing in them acts where the file is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from unicodedata import category

from tracker.core.errors import TrackerError

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[ !#-\[\]-~\u00a0-\u00ac\u00ae-\u02ff]*")
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_JOINERS = "\u200c\u200d"
_LAST_SHORT = 0xFFFF


def literal(value: object, *, pad: str = " ", equals: str = " = ") -> str:
    """Write a value on one line: text, number, truth, date, time, list or mapping.

    `pad` stands inside the braces of an inline table, `equals` between its keys and values.
    TrackerError for text that is no Unicode, TypeError for any other kind of value.
    """
    match value:
        case str():
            return basic_string(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            pairs = ", ".join(
                f"{key(name)}{equals}{literal(part, pad=pad, equals=equals)}" for name, part in value.items()
            )
            return f"{{{pad}{pairs}{pad}}}" if pairs else "{}"
        case list() | tuple():
            return "[" + ", ".join(literal(part, pad=pad, equals=equals) for part in value) + "]"
    raise TypeError(type(value).__name__)


def key(name: str) -> str:
    """Write a key: bare where TOML allows it, else quoted."""
    return name if _BARE.fullmatch(name) else basic_string(name)


def basic_string(text: str) -> str:
    """Write text between quotation marks, with escapes for all that is not seen or could act.

    Control and format characters (bidirectional overrides, zero widths, tags) and line
    separators are escaped; the joiners of Arabic and Indic scripts stay as they are.
    """
    if _PLAIN.fullmatch(text):
        return f'"{text}"'
    return '"' + "".join(map(_shown, text)) + '"'


def _shown(char: str) -> str:
    if short := _SHORT.get(char):
        return short
    kind = category(char)
    if kind == "Cs":
        code = f"U+{ord(char):04X}"
        raise TrackerError("the text contains half a character ({code}): type it again", code=code)
    if kind in {"Cc", "Cf", "Zl", "Zp"} and char not in _JOINERS:
        number = ord(char)
        return f"\\u{number:04X}" if number <= _LAST_SHORT else f"\\U{number:08X}"
    return char
