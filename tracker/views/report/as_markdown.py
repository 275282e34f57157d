"""A report as Markdown, for a wiki, an issue or a page; text of the register is never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.core.report import Report
from tracker.views import safe
from tracker.views.report import compose
from tracker.views.report.page import Block, Group, Item, Page, Paragraph, Table
from tracker.views.wording import Wording


def text(drawn: Report, wording: Wording) -> Iterator[str]:
    """Give a report as lines of Markdown."""
    return rendered(compose.page(drawn, wording))


def rendered(page: Page) -> Iterator[str]:
    """Give a page as lines of Markdown."""
    if page.quiet:
        yield safe.markup(" ".join((page.headline, *page.notes)))
        return
    yield f"# {safe.markup(page.title)}"
    for paragraph in (page.headline, *page.notes):
        yield ""
        yield safe.markup(paragraph)
    for section in page.sections:
        yield ""
        yield f"## {safe.markup(section.heading)}"
        for block in section.blocks:
            yield ""
            yield from _block(block)
    if page.footer:
        yield ""
        yield "---"
    for paragraph in page.footer:
        yield ""
        yield safe.markup(paragraph)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=said):
            yield safe.markup(said)
        case Group(heading=heading, items=items, rest=rest):
            if heading:
                yield f"### {safe.markup(heading)}"
                yield ""
            for item in items:
                yield from _item(item)
            yield from _rest(rest)
        case Table(headings=headings, numbers=numbers, lines=lines, rest=rest):
            yield _cells(headings)
            yield "|" + "|".join(" ---: " if number else " --- " for number in numbers) + "|"
            for line in lines:
                yield _cells(line.cells)
            yield from _rest(rest)


def _item(item: Item) -> Iterator[str]:
    lead = f"{safe.markup(item.lead)} · " if item.lead else ""
    facts = " · ".join(map(safe.markup, item.facts))
    *others, last = filter(None, (f"{lead}**{safe.markup(item.title)}**", facts, safe.markup(item.quote)))
    for number, line in enumerate((*(f"{one}  " for one in others), last)):
        yield f"{'  ' if number else '- '}{line}"


def _rest(rest: str) -> Iterator[str]:
    if rest:
        yield ""
        yield safe.markup(rest)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(safe.markup, cells))} |"
