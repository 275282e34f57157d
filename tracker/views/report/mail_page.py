"""A page in words as the HTML of a message: what mail programs keep of it.

They drop style sheets, scripts and much of CSS, so that each element carries its own few styles, and
there is nothing to load. A table of many columns is unreadable on a phone: its lines are told in words.
Isolates become spans with a direction, since not every program knows `bdi`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.views.report.markup import Markup, direction, element, joined
from tracker.views.report.page import Block, Group, Item, Page, Paragraph, Section, Table

_BODY: Final = (
    "margin:0;padding:16px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:1.45;"
    "color:#1b1f24;background:#ffffff"
)
_H1: Final = "font-size:20px;line-height:1.25;margin:0 0 8px"
_H2: Final = "font-size:17px;margin:24px 0 4px;padding-bottom:4px;border-bottom:1px solid #d5d9df"
_H3: Final = "font-size:15px;margin:14px 0 2px"
_LIST: Final = "margin:0;padding:0;list-style:none"
_ITEM: Final = "margin:0 0 9px"
_QUIET: Final = "color:#575e68;font-size:13px"
_COLOURS: Final = {
    "overdue": "#b3261e",
    "blocked": "#8a5a00",
    "due-soon": "#8a5a00",
    "review-due": "#6a3fa0",
    "done": "#1a7340",
    "done-late": "#1a7340",
}


def html(page: Page) -> str:
    """Give the HTML document of a message."""
    way = _direction(page)
    side = "right" if page.right_to_left else "left"
    body = element(
        "body",
        element("div", *_content(page), dir=way, style=f"max-width:640px;margin:0 auto;text-align:{side}"),
        dir=way,
        style=_BODY,
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", page.title),
    )
    whole = element("html", head, "\n", body, lang=page.language, dir=way)
    spans = whole.replace("<bdi ", "<span ").replace("</bdi>", "</span>")
    return f"<!DOCTYPE html>\n{spans}\n"


def _direction(page: Page) -> str:
    """Say in which direction a page is read."""
    return "rtl" if page.right_to_left else "ltr"


def _content(page: Page) -> Iterator[str]:
    yield element("h1", page.title, style=_H1)
    yield element("p", page.headline, style="margin:0 0 6px;font-size:16px")
    for note in page.notes:
        yield element("p", note, style=f"margin:0 0 6px;{_QUIET}")
    for section in page.sections:
        yield from _section(section, _direction(page))
    if page.footer:
        yield element("hr", style="border:0;border-top:1px solid #d5d9df;margin:24px 0 8px")
    for said in page.footer:
        yield element("p", said, style=f"margin:0;{_QUIET}")


def _section(section: Section, page: str) -> Iterator[str]:
    yield "\n"
    yield element("h2", section.heading, style=_H2)
    for block in section.blocks:
        yield "\n"
        yield from _block(block, page)


def _block(block: Block, page: str) -> Iterator[Markup]:
    match block:
        case Paragraph(text=said, quiet=quiet):
            yield element("p", said, style=f"margin:6px 0;{_QUIET}" if quiet else "margin:6px 0")
        case Group(heading=heading, items=items, rest=rest):
            if heading:
                yield element("h3", heading, style=_H3)
            yield from _list(items, rest, page)
        case Table(lines=lines, rest=rest):
            yield from _list(tuple(Item(line.facts[0], facts=line.facts[1:]) for line in lines), rest, page)


def _list(items: tuple[Item, ...], rest: str, page: str) -> Iterator[Markup]:
    yield element("ul", *(joined(("\n", _item(item, page))) for item in items), style=_LIST)
    if rest:
        yield element("p", rest, style=f"margin:6px 0;{_QUIET}")


def _item(item: Item, page: str) -> Markup:
    colour = _COLOURS.get(item.state)
    lead = element("b", item.lead, style=f"color:{colour}" if colour else None)
    parts: list[str] = [lead, " · "] if item.lead else []
    parts.append(element("b", item.title))
    if item.facts:
        parts += [element("br"), element("small", " · ".join(item.facts))]
    if item.quote:
        quoted = element("i", item.quote)
        own = direction(item.quote)
        parts.append(element("br") if own == page else Markup())
        parts.append(quoted if own == page else element("div", quoted, dir=own, style="text-align:start"))
    return element("li", *parts, style=_ITEM)
