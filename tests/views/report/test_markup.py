"""HTML that text can't get out of."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tests.views.hostile import FEW, TEXTS
from tracker.views.report.markup import Markup, direction, element, joined, text
from tracker.views.report.words import END, ISOLATE


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.values: list[str | None] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.data += data


def _read(markup: str) -> _Read:
    reader = _Read()
    reader.feed(markup)
    reader.close()
    return reader


def test_an_element_has_its_attributes_and_content() -> None:
    made = element("a", "R&D ", element("b", "<x>"), href='"&', class_="c", aria_live="polite", hidden=True)
    assert made == ('<a href="&quot;&amp;" class="c" aria-live="polite" hidden>R&amp;D <b>&lt;x&gt;</b></a>')


def test_what_is_none_is_left_out() -> None:
    assert element("p", None, "", "a", lang=None, hidden=False) == "<p>a</p>"


def test_an_empty_element_has_no_end() -> None:
    assert element("br") == "<br>"
    assert joined(["<", Markup("<br>")]) == "&lt;<br>"


def test_a_stretch_in_another_direction_is_told() -> None:
    assert text(f"a {ISOLATE}سلام{END}.") == 'a <bdi dir="rtl">سلام</bdi>.'
    assert text(f"{ISOLATE}(2026) x{END}") == '<bdi dir="ltr">(2026) x</bdi>'


def test_stretches_are_always_closed() -> None:
    assert text(f"{END}a{ISOLATE}b{ISOLATE}c{END}") == ('a<bdi dir="ltr">b<bdi dir="ltr">c</bdi></bdi>')


def test_a_direction_is_that_of_the_first_letter() -> None:
    assert [direction(said) for said in ("«é", "12 ש", "…س a", "1 2")] == ["ltr", "rtl", "rtl", "ltr"]


@FEW
@given(TEXTS, TEXTS)
def test_no_text_is_markup(said: str, value: str) -> None:
    found = _read(element("p", said, element("i", said), title=value))
    assert [tag for tag in found.tags if not tag.endswith("bdi")] == ["p", "i", "/i", "/p"]
    kept = value.translate({ord(ISOLATE): None, ord(END): None})
    assert [found.values[0]] == [kept]


@FEW
@given(st.text())
def test_a_text_is_read_back_as_it_was(said: str) -> None:
    kept = said.translate({ord(ISOLATE): None, ord(END): None, 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})
    assert _read(text(said)).data.replace("\r", "") == kept.replace("\r", "")
