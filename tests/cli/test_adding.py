"""`tracker add` and `tracker add-agreement`: help says what can be typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.core import vocabulary
from tracker.register.format.fields import AGREEMENT, OBLIGATION


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("add", vocabulary.KINDS),
        *(("add", field.choices) for field in OBLIGATION.fields if field.choices),
        *(("add-agreement", field.choices) for field in AGREEMENT.fields if field.choices),
    ],
)
def test_help_names_the_words_that_an_option_takes(run: Run, command: str, words: tuple[str, ...]) -> None:
    told = "".join(run(command, "--help").out.split())  # a word may be broken at its dash
    assert f"Takes:{','.join(words)}." in told


def test_a_title_by_language_is_a_table_of_the_file(run: Run, folder: Path) -> None:
    title = '{ fr = "Rapport « annuel »", en = "Annual report" }'
    assert run("add", "oim-oci.annual", "--title", title).code == 0
    assert f"= {title}\n" in folder.joinpath("commitments.toml").read_text(encoding="utf-8")
    assert "Annual report" in run("show", "oim-oci.annual", "--lang", "en").out
    added = run("add-agreement", "x", "--title", title, "--parties", "A,B", "--date", "2026-01-01")
    assert added.code == 0
    assert "Rapport « annuel »" in run("show", "x", "--lang", "fr").out


@pytest.mark.parametrize(
    "title", ['{ fr = "x"', "{x}", "{ fr = 1 }", '{}\nowner = "x"', "{ fr = { x = 'y' } }"]
)
def test_other_braces_are_no_title(run: Run, folder: Path, title: str) -> None:
    before = folder.joinpath("commitments.toml").read_bytes()
    ran = run("add", "oim-oci.annual", "--title", title)
    assert ran.code == 2
    assert 'is no title by language; write \'{ en = "Annual report"' in ran.err
    assert folder.joinpath("commitments.toml").read_bytes() == before
