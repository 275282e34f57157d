"""The timeline in characters: to the letter, as wide as it may be, nothing in it that acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.dates_of_november import picture
from tests.views.golden import agrees
from tests.views.hostile import FEW, TEXTS, acts
from tracker.core.timeline_picture import TimelinePicture
from tracker.core.vocabulary import STATES
from tracker.views.measure import width
from tracker.views.pieces import plain
from tracker.views.timeline.as_text import GLYPHS, NOTICE, TODAY, USUAL, lines
from tracker.views.wording import catalogue

EN = catalogue("en")


def hostile(text: str) -> TimelinePicture:
    shown = picture()
    bars = tuple(
        bar._replace(title=text, strips=tuple(strip._replace(title=text) for strip in bar.strips))
        for bar in shown.bars
    )
    return shown._replace(title=text, about=(text,), bars=bars)


@pytest.mark.parametrize(
    ("language", "columns"), [("en", 0), ("en", 60), ("en", 120), ("fr", 80), ("ar", 80)]
)
def test_the_picture_to_the_letter(language: str, columns: int) -> None:
    shown = picture("fr" if language == "fr" else "en")
    assert agrees(f"timeline.{language}.{columns}.txt", plain(lines(shown, catalogue(language), columns)))


def test_what_is_read_without_colour() -> None:
    assert set(GLYPHS) == {"late", *STATES}
    assert len({*GLYPHS.values(), TODAY, NOTICE}) == len(GLYPHS) + 2


@FEW
@given(st.integers(12, 240), TEXTS)
def test_it_is_never_wider_than_the_terminal(columns: int, text: str) -> None:
    for line in plain(lines(hostile(text), EN, columns)):
        assert width(line) <= columns
        assert not acts(line)


def test_a_pipe_gets_what_mail_takes() -> None:
    assert max(width(line) for line in plain(lines(picture(), EN, 0))) <= USUAL == 78


@pytest.mark.parametrize("columns", [60, 78, 120])
def test_every_state_is_seen_and_explained(columns: int) -> None:
    text = "\n".join(plain(lines(picture(), EN, columns)))
    drawn, legend = text.rsplit("\n\n", 1)
    for glyph in {*GLYPHS.values()}:
        assert f"{glyph} " in legend
        assert glyph in drawn


def test_of_two_in_one_place_the_one_that_presses_is_seen() -> None:
    text = list(plain(lines(picture(), EN, 78)))
    (line,) = [line for line in text if "Two on a day" in line]
    assert "!" in line
    assert GLYPHS["done"] not in line


def test_an_axis_without_today() -> None:
    shown = picture()._replace(start="2027-01-01", end="2027-03-31")
    text = "\n".join(plain(lines(shown, EN, 78)))
    assert TODAY not in text
    assert "▼" not in text


def test_nothing_is_said_of_an_empty_register() -> None:
    text = list(plain(lines(picture()._replace(bars=(), more=0), EN, 40)))
    assert text[0] == "Partnerships desk, 21 November 2026"
    assert "Nothing is promised here yet" in text[1]
    assert all(width(line) <= 40 for line in text)


def test_a_picture_of_what_was_known() -> None:
    shown = picture()._replace(known_at="2026-06-30", title="")
    first = next(plain(lines(shown, EN, 78)))
    assert first == "21 November 2026, as known on 30 June 2026"


def test_an_arabic_line_keeps_its_direction() -> None:
    for line in plain(lines(picture(), catalogue("ar"), 78)):
        assert not line or line.startswith("\u200e")
