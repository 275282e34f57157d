"""The timeline as SVG: well-formed whatever the titles, told without colour and without eyes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from tests.views.dates_of_november import picture
from tests.views.golden import agrees
from tests.views.hostile import FEW, TEXTS
from tests.views.timeline.test_as_text import hostile
from tracker.core.vocabulary import STATES
from tracker.views.timeline.as_svg import SHAPES, STYLE, WIDTH, svg
from tracker.views.wording import catalogue

EN = catalogue("en")
NS = "{http://www.w3.org/2000/svg}"


def read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - it is our own


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_picture_to_the_letter(language: str) -> None:
    shown = picture("fr" if language == "fr" else "en")
    assert agrees(f"timeline.{language}.svg", svg(shown, catalogue(language), styled=False).splitlines())


def test_each_shape_is_its_own() -> None:
    assert set(SHAPES) == {"late", *STATES}
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_every_mark_is_told() -> None:
    root = read(svg(picture(), EN))
    marks = [one for one in root.iter(f"{NS}g") if (one.get("class") or "").startswith("tl-")]
    titles = [one.findtext(f"{NS}title") for one in marks]
    assert all(titles)
    assert "In every state: 15 October 2027, late" in titles
    assert any("30 November 2026 (moved from 21 June 2026), due soon" in (title or "") for title in titles)
    assert root.get("role") == "img"
    assert root.findtext(f"{NS}title") == "Partnerships desk, 21 November 2026"
    assert "1 December 2024" in (root.findtext(f"{NS}desc") or "")


def test_it_brings_its_style_or_leaves_it_to_the_page() -> None:
    assert STYLE in svg(picture(), EN)
    assert "<style" not in svg(picture(), EN, styled=False)
    assert "script" not in svg(picture(), EN)
    assert "href" not in svg(picture(), EN)


def test_arabic_is_mirrored() -> None:
    def today(language: str) -> float:
        (line,) = [
            one for one in read(svg(picture(), catalogue(language))).iter() if one.get("class") == "tl-today"
        ]
        return float(line.get("x1") or 0)

    assert today("ar") == pytest.approx(WIDTH - today("en"))
    assert read(svg(picture(), catalogue("ar"))).get("direction") == "rtl"


def test_an_axis_without_today_and_nothing_on_it() -> None:
    shown = picture()._replace(start="2027-01-01", end="2027-03-31", bars=(), more=0)
    assert "tl-today" not in svg(shown, EN, styled=False)


@FEW
@given(TEXTS)
def test_hostile_texts_stay_texts(text: str) -> None:
    plain, odd = read(svg(picture(), EN)), read(svg(hostile(text), EN))
    assert {one.tag for one in odd.iter()} == {one.tag for one in plain.iter()}
    assert not any(name.startswith("on") for one in odd.iter() for name in one.attrib)


def test_numbers_that_xml_has_no_place_for() -> None:
    assert "A\N{REPLACEMENT CHARACTER}B" in "".join(read(svg(hostile("A\uffffB"), EN)).itertext())
