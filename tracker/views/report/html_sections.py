"""The parts of a page in words as HTML: headings, lists of obligations, tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tracker.views.report.markup import Markup, direction, element, joined
from tracker.views.report.page import Block, Group, Item, Paragraph, Section, Table


class Sections:
    """Writes the sections of a page; what the page lists elsewhere is linked to."""

    def __init__(self, languages: Mapping[str, str], listed: Collection[str] = ()) -> None:
        """Take the languages of quotes by agreement, and the refs that have a row of their own."""
        self._languages = languages
        self._listed = frozenset(listed)

    def section(self, section: Section) -> Markup:
        """Write a section, with its heading as its name."""
        name = anchor("part", section.name)
        heading = element("h2", section.heading, id=f"{name}-heading")
        blocks = [self._block(block) for block in section.blocks]
        return element("section", heading, *blocks, id=name, aria_labelledby=f"{name}-heading")

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(text=said, quiet=quiet):
                return element("p", said, class_="quiet" if quiet else None)
            case Group():
                return joined(self._group(block))
            case Table():
                return joined(_table(block))

    def _group(self, group: Group) -> Iterator[Markup]:
        if group.heading:
            yield element("h3", group.heading)
        yield element("ul", *map(self._item, group.items), class_="items")
        if group.rest:
            yield element("p", group.rest, class_="rest")

    def _item(self, item: Item) -> Markup:
        title = element("strong", item.title)
        if item.ref in self._listed:
            title = element("a", title, href=f"#{anchor('row', item.ref)}")
        lead = element("span", item.lead, class_=state_class(item.state)) if item.lead else None
        first = element("p", lead, " · " if lead else None, title, class_="title")
        facts = element("p", " · ".join(item.facts), class_="facts")
        return element("li", first, facts, self._quote(item))

    def _quote(self, item: Item) -> Markup | None:
        language = self._languages.get(item.agreement)
        return quote(item.quote, language) if item.quote else None


def quote(said: str, language: str | None) -> Markup:
    """Write a quote, with its language where that is known and its own direction."""
    return element("blockquote", element("p", said), lang=language, dir=direction(said))


def anchor(kind: str, name: str) -> str:
    """Give the id of something on the page; spaces, which an id can't have, become dashes."""
    return "-".join((kind, *name.split()))


def state_class(state: str) -> str | None:
    """Give the class by which a state is coloured."""
    return f"state {state}" if state else None


def _table(table: Table) -> Iterator[Markup]:
    heads = [
        element("th", said, scope="col", role="columnheader", class_="number" if number else None)
        for said, number in zip(table.headings, table.numbers, strict=True)
    ]
    rows = [_row(line.cells, table) for line in table.lines]
    yield element(
        "table",
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *rows, role="rowgroup"),
        role="table",
        class_="counts",
    )
    if table.rest:
        yield element("p", table.rest, class_="rest")


def _row(cells: tuple[str, ...], table: Table) -> Markup:
    """Write a line; each cell repeats its heading for screens on which they stand below each other."""
    first, *others = cells
    written = [element("th", first, scope="row", role="rowheader")]
    for said, heading, number in zip(others, table.headings[1:], table.numbers[1:], strict=True):
        kind = "number" if number else None
        written.append(element("td", said, role="cell", data_heading=heading, class_=kind))
    return element("tr", *written, role="row")
