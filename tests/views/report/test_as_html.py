"""The page: what it needs, whom it serves, and that a register's text is never more than text."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from tests.views import sheet_of_november as november
from tests.views.hostile import FEW, TEXTS
from tracker.core.report import Part
from tracker.core.vocabulary import LANGUAGES
from tracker.views.report import as_html
from tracker.views.report import compose as report
from tracker.views.report.as_html import document, rendered
from tracker.views.wording import catalogue

VOID = {"meta", "link", "br", "hr", "input", "path", "line", "rect"}


class Page(HTMLParser):
    """A page as a browser reads it: its elements in order, and whether each is closed where it should."""

    def __init__(self, document: str) -> None:
        """Read a document."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), "an attribute is given twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(language: str = "en", audience: str = "") -> str:
    return document(november.sheet(language, audience), catalogue(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_whole_and_says_its_language(language: str) -> None:
    read = Page(page(language))
    assert not read.open
    (whole,) = read.all("html")
    assert whole == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    assert len(read.all("h1")) == len(read.all("main")) == len(read.all("nav")) == 1


def test_nothing_comes_from_elsewhere() -> None:
    read = Page(page())
    for _, attributes in read.elements:
        assert not {"src", "style", "srcset", "action", "background"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "@import" not in page()
    assert "url(" not in page()


def test_the_policy_names_what_may_run_by_its_digest() -> None:
    made = page()
    policy = next(one["content"] for one in Page(made).all("meta") if "http-equiv" in one)
    assert policy is not None
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_links_lead_somewhere_and_ids_are_one_each() -> None:
    read = Page(page())
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in read.all("a"):
        assert (link["href"] or "")[1:] in ids
    for _, attributes in read.elements:
        if named := attributes.get("aria-labelledby"):
            assert named in ids


def test_tables_say_what_their_cells_are() -> None:
    read = Page(page())
    assert {head.get("scope") for head in read.all("th")} == {"col", "row"}
    assert any(attributes.get("aria-live") == "polite" for _, attributes in read.elements)
    for control in (*read.all("input"), *read.all("select")):
        assert control["name"]


def test_headings_go_down_one_by_one() -> None:
    levels = [int(tag[1]) for tag, _ in Page(page()).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_filter_is_hidden_until_the_script_shows_it() -> None:
    (form,) = Page(page()).all("form")
    assert "hidden" in form


def test_each_obligation_has_its_quote_whole_in_its_own_direction() -> None:
    made = page("ar")
    quote = next(row.quote for row in november.sheet("ar").obligations.shown if len(row.quote) > 200)
    assert " ".join(quote.split()) in made
    quotes = Page(made).all("blockquote")
    assert {(one.get("lang"), one["dir"]) for one in quotes} == {("fr", "ltr")}


def test_a_partner_is_not_told_who_looks_after_what() -> None:
    assert "rabat" in page().casefold()
    assert "Mission" not in page(audience="partner")
    assert "looked after" not in page(audience="partner")


def test_what_is_not_listed_is_counted() -> None:
    sheet = november.sheet()
    shown = Part(sheet.obligations.shown[:3], 5000)
    made = document(sheet._replace(obligations=shown), catalogue("en"))
    assert "and 4,997 more" in made


def test_5000_late_obligations_are_a_page_of_bounded_size() -> None:
    rows = november.sheet().obligations.shown
    some = tuple(rows[n % len(rows)]._replace(ref=f"a.n{n}") for n in range(as_html.MOST))
    sheet = november.sheet()._replace(report=november.many(5000), obligations=Part(some, 5000))
    assert len(document(sheet, catalogue("en")).encode()) < 1_000_000


def test_without_an_obligation_there_is_no_table_and_no_script() -> None:
    sheet = november.sheet()
    empty = sheet.report._replace(totals={}, agreements=Part())
    made = document(sheet._replace(report=empty, obligations=Part(), timeline=None), catalogue("en"))
    assert "<script" not in made
    assert "script-src" not in made
    assert "<svg" not in made
    assert 'id="rows"' not in made


def test_a_page_in_words_alone_is_a_page_too() -> None:
    made = rendered(report.page(november.sheet("fr").report, catalogue("fr")))
    read = Page(made)
    assert not read.open
    assert not read.all("script")
    assert not read.all("svg")
    assert [one["href"] for one in read.all("a")][1] == "#part-changed"


def test_the_same_sheet_is_the_same_page() -> None:
    november.sheet.cache_clear()
    first = page()
    november.sheet.cache_clear()
    assert page() == first


@FEW
@given(TEXTS)
def test_no_text_of_a_register_is_markup(text: str) -> None:
    made = document(november.hostile_sheet(text), catalogue("en"))
    plain = document(november.hostile_sheet("x"), catalogue("en"))
    read, same = Page(made), Page(plain)
    assert not read.open
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in same.elements} | {"bdi", "strong"}
    assert len(read.all("script")) == len(read.all("style")) == 1
    names, usual = ({name for _, one in found.elements for name in one} for found in (read, same))
    assert names <= usual
