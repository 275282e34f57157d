"""The page in a real browser: filtered, sorted, read without script, printed, in all three languages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from tests import browser, real
from tests.browser import Browser
from tests.views import sheet_of_november as november
from tracker.core.report import Part
from tracker.core.vocabulary import LANGUAGES
from tracker.views.report.as_html import document
from tracker.views.wording import catalogue

A4 = (596, 842)
"""Points, rounded up to whole ones."""
SHOWN = "return Array.from(document.querySelectorAll('#rows tbody tr')).filter(r => !r.hidden).map(r => r.id)"
STATUS = "return document.querySelector('[role=status]').textContent"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page in each language, and one whose register is hostile."""
    folder = tmp_path_factory.mktemp("pages")
    for language in LANGUAGES:
        made = document(november.sheet(language), catalogue(language))
        (folder / f"{language}.html").write_text(made, encoding="utf-8")
    sheet = november.hostile_sheet("</td></script><script>window.hurt=1</script><img src=x onerror='hurt=1'>")
    (folder / "hostile.html").write_text(document(sheet, catalogue("en")), encoding="utf-8")
    rows = november.sheet().obligations.shown
    many = tuple(rows[n % len(rows)]._replace(ref=f"a.n{n}") for n in range(500))
    big = november.sheet()._replace(obligations=Part(many, 5000))
    (folder / "many.html").write_text(document(big, catalogue("en")), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Run a browser."""
    with browser.running(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def page(chromium: Browser) -> Browser:
    """Have a browser with a window of a desk's size, that runs scripts."""
    chromium.size(1100)
    chromium.prefer("light")
    chromium.scripts(allowed=True)
    chromium.complaints()
    return chromium


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_has_nothing_to_complain_of(page: Browser, pages: Path, language: str) -> None:
    page.open(pages / f"{language}.html")
    assert page.complaints() == []
    assert page.run("return document.compatMode") == "CSS1Compat"
    direction = page.run("return getComputedStyle(document.body).direction")
    assert direction == ("rtl" if language == "ar" else "ltr")
    total = len(november.sheet(language).obligations.shown)
    assert page.run(STATUS) == catalogue(language).say("Shown: {shown} of {total}", shown=total, total=total)


def test_words_filter_whatever_their_accents(page: Browser, pages: Path) -> None:
    page.open(pages / "fr.html")
    page.type("[name=words]", "REUNIONS semestrielles")
    assert page.run(SHOWN) == ["row-oim-oci.half-yearly-meetings"]
    total = len(november.sheet("fr").obligations.shown)
    assert page.run(STATUS) == f"Affichées\N{NO-BREAK SPACE}: 1 sur {total}"
    page.click("#filter button")
    assert page.run("return new Promise(done => setTimeout(() => done(0)))") == 0
    assert len(page.run(SHOWN)) == total


def test_states_and_agreements_filter(page: Browser, pages: Path) -> None:
    page.open(pages / "en.html")
    choose = "const s = document.querySelector(`[name=${arguments[0]}]`); s.value = arguments[1];"
    choose += " s.dispatchEvent(new Event('input', {bubbles: true}))"
    rows = november.sheet().obligations.shown
    page.run(choose, "agreement", "oim-oci")
    assert page.run(SHOWN) == [f"row-{row.ref}" for row in rows if row.agreement == "oim-oci"]
    page.run(choose, "state", "active")
    assert page.run(SHOWN) == [
        f"row-{row.ref}" for row in rows if row.agreement == "oim-oci" and row.state == "active"
    ]


def test_columns_sort_both_ways_and_what_has_no_date_stays_last(page: Browser, pages: Path) -> None:
    page.open(pages / "en.html")
    rows = {f"row-{row.ref}": row for row in november.sheet().obligations.shown}
    head = "#rows thead th:nth-child(4)"
    for way, backwards in (("ascending", False), ("descending", True)):
        page.click(f"{head} button")
        assert page.run(f"return document.querySelector('{head}').getAttribute('aria-sort')") == way
        due = [rows[name].due for name in page.run(SHOWN)]
        dated = [day for day in due if day]
        assert dated == sorted(dated, reverse=backwards)
        assert due == dated + [""] * (len(due) - len(dated))
    page.click("#rows thead th:nth-child(2) button")
    assert page.run(f"return document.querySelector('{head}').getAttribute('aria-sort')") is None
    titles = [rows[name].title.casefold() for name in page.run(SHOWN)]
    assert titles == sorted(titles)


def test_it_is_worked_by_keyboard(page: Browser, pages: Path) -> None:
    page.open(pages / "en.html")
    focus = "return document.activeElement.className || document.activeElement.name"
    page.press("\ue004")
    assert page.run(focus) == "skip"
    assert page.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.run("document.querySelector('[name=words]').focus()")
    page.press("\ue004")
    assert page.run(focus) == "state"
    page.run("document.querySelector('#rows thead button').focus()")
    page.press("\ue007")
    assert (
        page.run("return document.querySelector('#rows thead th').getAttribute('aria-sort')") == "ascending"
    )


@pytest.mark.parametrize("width", [1100, 390])
def test_a_screen_reader_hears_what_things_are(page: Browser, pages: Path, width: int) -> None:
    page.size(width)
    page.open(pages / "en.html")
    assert page.name("main")[0] == "main"
    assert page.name("nav") == ("navigation", "Contents")
    assert page.name("#filter") == ("search", "Filter of the obligations")
    assert page.name("[name=words]") == ("searchbox", "Search")
    assert page.name("[name=state]") == ("combobox", "State")
    assert page.name("#rows") == ("table", "All obligations, the most pressing first")
    assert page.name("#rows tbody tr")[0] == "row"
    assert page.name("#rows tbody th")[0] == "rowheader"
    assert page.name("#rows tbody td")[0] == "cell"
    assert page.name("#rows thead th")[0] == "columnheader"
    assert page.name("#rows thead button") == ("button", "state")
    assert page.name("#part-overdue")[1].startswith("Past due")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 768, 1100])
def test_nothing_is_wider_than_the_screen(page: Browser, pages: Path, language: str, width: int) -> None:
    page.size(width)
    page.open(pages / f"{language}.html")
    assert page.run("return document.documentElement.scrollWidth") <= width


def test_without_script_everything_is_there(page: Browser, pages: Path) -> None:
    made = (pages / "en.html").read_text(encoding="utf-8")
    plain = pages / "plain.html"
    plain.write_text(made[: made.index("<script>")] + made[made.index("</script>") :], encoding="utf-8")
    page.open(plain)
    assert page.run("return document.getElementById('filter').hidden")
    assert len(page.run(SHOWN)) == len(november.sheet().obligations.shown)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_seen_against_its_ground(page: Browser, pages: Path, scheme: str) -> None:
    page.prefer(scheme)
    page.open(pages / "en.html")
    script = """
      const canvas = document.createElement("canvas").getContext("2d");
      const light = (colour) => {
        canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = Array.from(canvas.getImageData(0, 0, 1, 1).data).map((v) => v / 255)
          .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = light(getComputedStyle(document.body).backgroundColor);
      return Array.from(document.querySelectorAll(".state, .quiet, a, p, td, th")).map((one) => {
        const ink = light(getComputedStyle(one).color);
        return [one.className, (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)];
      }).filter(([, contrast]) => contrast < 4.5)"""
    assert page.run(script) == []
    ground = page.run("return getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")


def test_a_link_leads_to_a_row_that_a_filter_hid(page: Browser, pages: Path) -> None:
    page.open(pages / "en.html")
    page.type("[name=words]", "nothing has these words")
    assert page.run(SHOWN) == []
    page.run(
        "location.hash = 'row-oim-oci.half-yearly-meetings'; return new Promise(f => setTimeout(f, 100))"
    )
    assert "row-oim-oci.half-yearly-meetings" in page.run(SHOWN)


def test_a_register_runs_nothing(page: Browser, pages: Path) -> None:
    page.open(pages / "hostile.html")
    assert page.run("return window.hurt") is None
    assert page.run("return document.images.length") == 0
    assert page.run("return document.scripts.length") == 1
    assert page.complaints() == []


def test_the_policy_would_stop_a_script_that_got_in(page: Browser, pages: Path) -> None:
    made = (pages / "en.html").read_text(encoding="utf-8")
    broken = pages / "broken.html"
    hurt = "<script>window.hurt=1</script><p onclick='hurt=1' id=bad style='color:red'>x</p><img src=https://example.org/>"
    broken.write_text(made.replace("</footer>", f"</footer>{hurt}"), encoding="utf-8")
    page.open(broken)
    page.click("#bad")
    assert page.run("return window.hurt") is None
    assert page.run("return getComputedStyle(document.getElementById('bad')).color") != "rgb(255, 0, 0)"
    assert sum("Content Security Policy" in said for said in page.complaints()) >= 3


def test_500_rows_are_filtered_at_once(page: Browser, pages: Path) -> None:
    page.open(pages / "many.html")
    script = """
      const words = document.querySelector("[name=words]"); words.value = "meetings";
      const begun = performance.now(); words.dispatchEvent(new Event("input", {bubbles: true}));
      return performance.now() - begun"""
    assert page.run(script) < 1000
    assert 0 < len(page.run(SHOWN)) < 500


def _texts(pdf: bytes) -> tuple[list[tuple[int, int]], list[str]]:
    """Give the size of each page in points, and its text."""
    library: Any = real.library("pypdfium2")
    read = library.PdfDocument(BytesIO(pdf))
    try:
        sizes = [tuple(map(ceil, page.get_size())) for page in read]
        return sizes, [page.get_textpage().get_text_range() for page in read]
    finally:
        read.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_on_a4(page: Browser, pages: Path, language: str) -> None:
    page.open(pages / f"{language}.html")
    sizes, texts = _texts(page.pdf())
    assert set(sizes) == {A4}
    assert 2 <= len(sizes) <= 12
    whole = "".join(texts)
    for row in november.sheet(language).obligations.shown:
        assert row.ref in whole.replace("\r\n", "").replace("\ufffe", "-").replace("\u0002", "-")
    words = catalogue(language)
    assert words.say("Show all") not in whole


def test_each_sheet_of_paper_has_the_headings_of_its_table(page: Browser, pages: Path) -> None:
    page.open(pages / "en.html")
    _, texts = _texts(page.pdf())
    first = next(n for n, text in enumerate(texts) if "All obligations" in text)
    assert all("who owes" in text for text in texts[first:] if "oim-oci." in text or "icesco" in text)


def test_what_a_filter_hides_is_not_printed(page: Browser, pages: Path) -> None:
    page.open(pages / "en.html")
    page.type("[name=words]", "half-yearly")
    _, texts = _texts(page.pdf())
    assert "icesco-oim.observer-status" not in "".join(texts)
