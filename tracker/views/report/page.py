"""A report in words: a page of headed parts, which plain text, Markdown, HTML, mail and Word render.

All text of a page is finished: in the language, on one line each, with nothing in it that acts.
Stretches that run against the page's direction stand between U+2068 and U+2069 (first strong
isolate, pop directional isolate), which only this program can have put there: what comes from a
register has lost its own. A renderer escapes the text for its form and adds nothing to it.
"""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """One thing of a list: what it is, and facts about it in order of weight.

    `lead` is what the eye looks for first ('335 days'), '' for none. `quote` is the clause in
    short, in its own language and with its quotation marks. `ref` and `state` name the obligation
    and its state in the register's words, `agreement` its agreement, for links and colours.
    """

    title: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    quote: str = ""
    ref: str = ""
    agreement: str = ""
    state: str = ""


class Group(NamedTuple):
    """Items under a heading, which may be ''; `rest` says how many more there are, or ''."""

    name: str
    heading: str
    items: tuple[Item, ...]
    rest: str = ""


class Line(NamedTuple):
    """A line of a table: its cells, and the same in words for where there is no room for a table."""

    cells: tuple[str, ...]
    facts: tuple[str, ...]
    agreement: str = ""


class Table(NamedTuple):
    """A table: headings, which of the columns hold numbers, lines, and how many more there are."""

    headings: tuple[str, ...]
    numbers: tuple[bool, ...]
    lines: tuple[Line, ...]
    rest: str = ""


class Paragraph(NamedTuple):
    """A paragraph; `quiet` is what explains rather than tells."""

    text: str
    quiet: bool = False


Block = Group | Table | Paragraph


class Section(NamedTuple):
    """A part of the page; `name` is its key in the JSON document."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


class Page(NamedTuple):
    """A page: its title, one sentence that sums it up, and its parts.

    `notes` say what it is of, where that is not everything known of the whole register. A quiet
    page is its headline alone. One that is a `sheet` has to go on one side of A4: it is printed
    small, its lists close together.
    """

    language: str
    right_to_left: bool
    title: str
    headline: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    quiet: bool = False
    sheet: bool = False
