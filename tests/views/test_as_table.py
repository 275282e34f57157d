"""What a terminal shows: within its width, and in colour where it has it."""

from __future__ import annotations

import re

import pytest

from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.errors import Problem, Text
from tracker.core.vocabulary import STATES
from tracker.views import as_plain, as_table
from tracker.views import styles as looks
from tracker.views.columns import NAMES
from tracker.views.measure import width
from tracker.views.wording import catalogue

WORDS = catalogue("en")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", [60, 80, 120, 160])
def test_rows(columns: int) -> None:
    shown = as_table.rows(real.rows(), WORDS, columns, color=False)
    assert agrees(f"list.table.{columns}.txt", shown)


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 160])
@pytest.mark.parametrize(
    "names", [("ref", "state", "due", "bearers", "title"), ("ref", "quote", "days"), NAMES]
)
def test_no_line_is_wider_than_the_terminal(names: tuple[str, ...], columns: int) -> None:
    for language in ("en", "fr"):
        for line in as_table.rows(real.rows(language), catalogue(language), columns, names, color=False):
            assert width(line) <= columns


def test_without_a_width_a_table_is_as_wide_as_it_needs() -> None:
    lines = list(as_table.rows(real.rows(), WORDS, 0, NAMES, color=False))
    assert len(lines) == 1 + 22 + 1
    assert max(map(width, lines)) > 500


def test_no_rows() -> None:
    assert list(as_table.rows([], WORDS, 80, color=True)) == ["No obligation is like that."]


def test_a_legend_stands_only_where_a_mark_does() -> None:
    late = [real.rows()[7]]
    assert "reckoned" in list(as_table.rows(late, WORDS, 80, color=False))[-1]
    assert "reckoned" not in list(as_table.rows(late, WORDS, 80, ("ref", "title"), color=False))[-1]
    assert "reckoned" not in list(as_table.rows(real.rows()[:3], WORDS, 80, color=False))[-1]


def test_numbers_stand_to_the_right() -> None:
    lines = list(as_table.rows(real.rows()[7:9], WORDS, 80, ("days", "ref"), color=False))
    assert lines[1] == "-335  oim-oci.half-yearly-meetings"


def test_the_first_screen_in_colour() -> None:
    shown = list(as_table.picture(real.picture(), WORDS, 80, color=True))
    assert agrees("status.colour.txt", shown)
    assert [COLOUR.sub("", line).rstrip() for line in shown] == list(
        as_plain.picture(real.picture(), WORDS, 80)
    )


def test_without_colour_a_terminal_shows_what_a_pipe_gets() -> None:
    shown = as_table.detail(real.detail(), real.AS_OF, WORDS, 60, real.passage(), color=False)
    assert list(shown) == list(as_plain.detail(real.detail(), real.AS_OF, WORDS, real.passage(), 60))


def test_one_obligation_in_colour() -> None:
    shown = as_table.detail(
        real.detail_with_news("fr"), real.AS_OF, catalogue("fr"), 70, real.passage(), color=True
    )
    assert agrees("show.colour.txt", shown)


def test_a_change_in_colour() -> None:
    shown = real.detail_with_news()
    lines = list(as_table.change(real.detail(), shown, shown.log[:1], WORDS, 80, color=True))
    assert COLOUR.search(lines[0])
    assert "past due → done" in "".join(lines)


def test_a_diff_in_colour() -> None:
    shown = list(as_table.diff("a\n", "b\n", "commitments.toml", color=True))
    assert [COLOUR.sub("", line) for line in shown][2:] == ["@@ -1 +1 @@", "-a", "+b"]
    assert all(COLOUR.search(line) for line in shown)


def test_errors_and_warnings_differ_in_more_than_colour() -> None:
    found = [Problem("a.toml", 1, 2, code, Text("no date yet")) for code in ("E204", "W501")]
    error, warning = as_table.problems(found, WORDS, color=True)
    assert COLOUR.sub("", error) == "a.toml:1:2: E204 no date yet"
    assert error.replace("E204", "W501") != warning


def test_every_state_has_a_style_that_there_is() -> None:
    assert set(looks.STATES) == set(STATES)
    assert set(looks.STATES.values()) <= set(looks.STYLES)
