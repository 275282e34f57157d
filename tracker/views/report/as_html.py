"""A report as one HTML file that needs nothing from elsewhere: to read, to search in, to print.

Its policy (CSP) allows no script and no style but its own, named by their digests, and no address at
all, so that even a mistake in escaping could not act. Everything is readable without the script, which
filters and sorts.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from tracker.core.sheet import Sheet
from tracker.views import safe
from tracker.views.report import compose
from tracker.views.report.html_obligations import numbers, obligations
from tracker.views.report.html_sections import Sections, anchor
from tracker.views.report.markup import Markup, element
from tracker.views.report.page import Page
from tracker.views.timeline import as_svg
from tracker.views.wording import Wording, catalogue

MOST: Final = 500
"""Obligations in the table of a page; a browser filters so many as fast as one types."""
_PARTS: Final = Path(__file__).parent


def document(sheet: Sheet, wording: Wording) -> str:
    """Give the page of a report, with its obligations, their counts and the timeline."""
    page = compose.page(sheet.report, wording)
    rows = obligations(sheet, wording)
    listed = [safe.line(row.ref) for row in sheet.obligations.shown]
    sections = Sections(sheet.languages, listed)
    parts = [
        ("numbers", wording.say("Obligations by state"), numbers(sheet.report, wording)),
        *((anchor("part", one.name), one.heading, sections.section(one)) for one in page.sections),
        ("timeline", wording.say("Timeline"), _timeline(sheet, wording)),
        ("obligations", wording.say("All obligations"), rows),
    ]
    return _whole(page, [part for part in parts if part[2]], scripted=bool(rows))


def rendered(page: Page) -> str:
    """Give a page in words as a file of its own, without what a report has beside its words."""
    sections = Sections({})
    parts = [(anchor("part", one.name), one.heading, sections.section(one)) for one in page.sections]
    return _whole(page, parts, scripted=False)


def _whole(page: Page, parts: list[tuple[str, str, Markup]], *, scripted: bool) -> str:
    say = catalogue(page.language).say
    main = element("main", *(part for _, _, part in parts), id="main")
    contents = [element("li", element("a", heading, href=f"#{name}")) for name, heading, _ in parts]
    several = len(contents) > 1
    body = element(
        "body",
        element("a", say("Skip to the content"), href="#main", class_="skip"),
        element("header", element("h1", page.title), *_opening(page)),
        element("nav", element("ul", *contents), aria_label=say("Contents")) if several else None,
        main,
        element("footer", *(element("p", said) for said in page.footer)) if page.footer else None,
        element("script", Markup(_part("page.js"))) if scripted else None,
    )
    direction = "rtl" if page.right_to_left else "ltr"
    form = "sheet" if page.sheet else None
    head = _head(page, scripted=scripted)
    whole = element("html", head, "\n", body, lang=page.language, dir=direction, class_=form)
    return f"<!DOCTYPE html>\n{whole}\n"


def _opening(page: Page) -> Iterator[Markup]:
    yield element("p", page.headline, class_="headline")
    for note in page.notes:
        yield element("p", note, class_="quiet")


def _head(page: Page, *, scripted: bool) -> Markup:
    policy = f"default-src 'none'; style-src {_digest(_style())}"
    if scripted:
        policy += f"; script-src {_digest(_part('page.js'))}"
    policy += "; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", page.title),
        element("style", Markup(_style())),
    )


def _timeline(sheet: Sheet, wording: Wording) -> Markup:
    if sheet.timeline is None or not sheet.timeline.bars:
        return Markup()
    picture = Markup(as_svg.svg(sheet.timeline, wording, styled=False))
    return element(
        "section",
        element("h2", wording.say("Timeline"), id="timeline-heading"),
        element(
            "div", picture, class_="picture", role="region", aria_labelledby="timeline-heading", tabindex="0"
        ),
        id="timeline",
        aria_labelledby="timeline-heading",
    )


@cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    return f"{_part('page.css')}\n{as_svg.STYLE}\n"


def _digest(content: str) -> str:
    """Give the source expression of an inline element's content (CSP level 2)."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
