"""A report as plain text: wrapped to a width, nothing cut, no escape codes; read on a phone too.

There are no columns: they fall apart in a mail program's proportional letters and on a narrow
screen. In Arabic a line that would not show its direction says it with a mark (U+200F).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tracker.core.report import Report
from tracker.views.measure import width, wrap
from tracker.views.report import compose
from tracker.views.report.page import Block, Group, Item, Page, Paragraph, Table
from tracker.views.report.words import END, ISOLATE
from tracker.views.wording import Wording

WIDTH: Final = 78
"""Columns of a pipe: what mail and paper take."""

_BETWEEN: Final = len(" · ")
_MARK: Final = "\u200f"
_STRONG: Final = re.compile(r"[^\W\d_]")
_ISOLATED: Final = re.compile(f"{ISOLATE}[^{END}]*{END}?")


def text(drawn: Report, wording: Wording, columns: int = WIDTH) -> Iterator[str]:
    """Give a report as lines of at most so many columns."""
    return rendered(compose.page(drawn, wording), columns)


def rendered(page: Page, columns: int = WIDTH) -> Iterator[str]:
    """Give a page as lines of at most so many columns."""
    for line in _lines(page, columns):
        yield _directed(line) if page.right_to_left else line


def _lines(page: Page, columns: int) -> Iterator[str]:
    if page.quiet:
        yield from _wrapped(" ".join((page.headline, *page.notes)), columns)
        return
    yield from _headed(page.title, "=", columns)
    yield ""
    for paragraph in (page.headline, *page.notes):
        yield from _wrapped(paragraph, columns)
    for section in page.sections:
        yield ""
        yield ""
        yield from _headed(section.heading, "-", columns)
        for block in section.blocks:
            yield from _block(block, columns)
    if page.footer:
        yield ""
        yield ""
        yield "--"
        for paragraph in page.footer:
            yield from _wrapped(paragraph, columns)


def _headed(heading: str, rule: str, columns: int) -> Iterator[str]:
    lines = list(_wrapped(heading, columns))
    yield from lines
    yield rule * max(map(width, lines))


def _block(block: Block, columns: int) -> Iterator[str]:
    match block:
        case Paragraph(text=said):
            yield ""
            yield from _wrapped(said, columns)
        case Group(heading=heading, items=items, rest=rest):
            if heading:
                yield ""
                yield from _wrapped(heading, columns)
            for item in items:
                yield ""
                yield from _item(item, columns)
            yield from _rest(rest, columns)
        case Table(lines=lines, rest=rest):
            for line in lines:
                title, *facts = line.facts
                yield ""
                yield from _item(Item(title, facts=tuple(facts)), columns)
            yield from _rest(rest, columns)


def _rest(rest: str, columns: int) -> Iterator[str]:
    if rest:
        yield ""
        yield from _wrapped(rest, columns, "  ")


def _item(item: Item, columns: int) -> Iterator[str]:
    first = f"{item.lead} · {item.title}" if item.lead else item.title
    for number, line in enumerate(_wrapped(first, columns - 2)):
        yield f"  {line}" if number else f"- {line}"
    yield from _flowing(item.facts, columns)
    if item.quote:
        yield from _wrapped(item.quote, columns, "  ")


def _flowing(facts: Sequence[str], columns: int) -> Iterator[str]:
    """Set facts one after the other, on a new line where one doesn't fit."""
    line, taken = "", 0
    for fact in facts:
        long = sum(map(_columns, fact.split(" "))) + fact.count(" ")
        if line and taken + _BETWEEN + long + 2 <= columns:
            line, taken = f"{line} · {fact}", taken + _BETWEEN + long
            continue
        if line:
            yield from _wrapped(line, columns, "  ")
        line, taken = fact, long
    if line:
        yield from _wrapped(line, columns, "  ")


def _wrapped(said: str, columns: int, indent: str = "") -> Iterator[str]:
    """Break a text into lines, each of which closes the isolates that it opens."""
    open_ = 0
    for line in _broken(said, columns - len(indent)):
        begun = ISOLATE * open_ + line
        open_ = max(begun.count(ISOLATE) - begun.count(END), 0)
        yield indent + begun + END * open_


def _broken(said: str, columns: int) -> Iterator[str]:
    """Break a text as `wrap` does, each word measured once."""
    line, taken = "", 0
    for word in said.split(" "):
        long = _columns(word)
        if line and taken + 1 + long <= columns:
            line, taken = f"{line} {word}", taken + 1 + long
            continue
        if line:
            yield line
        line, taken = word, long
        if long > columns:
            *whole, line = wrap(word, columns)
            taken = width(line)
            yield from whole
    if line:
        yield line


@lru_cache(4096)
def _columns(word: str) -> int:
    return width(word)


def _directed(line: str) -> str:
    """Put a mark before an Arabic line that begins to show no direction of its own, or another."""
    first = _STRONG.search(_ISOLATED.sub("", line))
    if not line.strip() or (first and "\u0590" <= first[0] <= "\u08ff"):
        return line
    return _MARK + line
