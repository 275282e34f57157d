"""HTML whose text can't be markup: an element escapes all that it is given, unless an element made it.

Plain functions rather than templates: here nothing has to be marked as to be escaped, and what is not
is a type of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final
from unicodedata import bidirectional

from tracker.views.report.words import END, ISOLATE

_VOID: Final = frozenset({"meta", "link", "br", "hr", "input"})
_NO_XML: Final = {0xFFFE: "\N{REPLACEMENT CHARACTER}", 0xFFFF: "\N{REPLACEMENT CHARACTER}"}


class Markup(str):
    """HTML that was put together here, and is no text any more."""

    __slots__ = ()


def element(name: str, /, *content: str | None, **attributes: str | bool | None) -> Markup:
    """Make an element: text is escaped, `None` and `False` left out, `True` an attribute without a value.

    `class_` and `for_` lose their underscore, another one becomes a dash: `aria_live`.
    """
    opened = "".join((name, *_attributes(attributes)))
    if name in _VOID:
        return Markup(f"<{opened}>")
    return Markup(f"<{opened}>{joined(content)}</{name}>")


def joined(parts: Iterable[str | None]) -> Markup:
    """Put texts and elements one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else text(part) for part in parts if part))


def text(said: str) -> Markup:
    """Escape a text; its stretches in another direction become `bdi` elements, all of them closed."""
    shown = escape(said.translate(_NO_XML))
    if ISOLATE not in shown and END not in shown:
        return Markup(shown)
    depth, parts = 0, []
    for place, sign in enumerate(shown):
        if sign == ISOLATE:
            depth += 1
            parts.append(f'<bdi dir="{direction(shown[place:])}">')
        elif sign == END:
            parts.append("</bdi>" if depth else "")
            depth = max(depth - 1, 0)
        else:
            parts.append(sign)
    return Markup("".join(parts) + "</bdi>" * depth)


def direction(said: str) -> str:
    """Give the direction of a text, by its first letter that has one (Unicode Standard Annex #9, P2)."""
    for sign in said:
        if (kind := bidirectional(sign)) in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def _attributes(given: dict[str, str | bool | None]) -> Iterator[str]:
    for name, value in given.items():
        if value is None or value is False:
            continue
        named = name.rstrip("_").replace("_", "-")
        yield f" {named}" if value is True else f' {named}="{_value(str(value))}"'


def _value(said: str) -> str:
    """Escape the value of an attribute; there are no elements in it, so directions are left out."""
    return escape(said.translate({**_NO_XML, ord(ISOLATE): None, ord(END): None}), quote=True)
