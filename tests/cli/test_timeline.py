"""`tracker timeline`: in a terminal, in a pipe, as JSON and SVG."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_start import on_a_terminal


def test_a_pipe_gets_plain_text(folder: Path, run: Run) -> None:
    ran = run("timeline")
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 78
    for word in ("Half-yearly meetings", "2027", "┊ today", "! past due", "2025-12-21"):
        assert word in ran.out


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_a_terminal_gets_its_width(folder: Path, start: Run, columns: str) -> None:
    start("sync")
    shown = on_a_terminal("timeline", COLUMNS=columns, NO_COLOR="1", TERM="xterm")
    assert max(map(len, shown.splitlines())) <= int(columns)
    assert max(map(len, shown.splitlines())) > int(columns) * 0.9
    assert "\x1b[" in on_a_terminal("timeline", COLUMNS=columns, TERM="xterm-256color")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_language(folder: Path, run: Run, language: str) -> None:
    ran = run("timeline", "OIC", "--lang", language)
    assert ran.code == 0
    title = {"en": "Organisation of Islamic", "fr": "Organisation de la coop", "ar": "منظمة التعاون"}[
        language
    ]
    assert title in ran.out.splitlines()[0]


def test_json(folder: Path, run: Run) -> None:
    document = json.loads(
        run("timeline", "--format", "json", "--from", "2026-01-01", "--until", "2026-12-31").out
    )
    assert (document["from"], document["until"]) == ("2026-01-01", "2026-12-31")
    (plan,) = [one for one in document["agreements"] if one["id"] == "oim-oci"]
    (meetings,) = plan["obligations"]
    assert [(one["due"], one["state"]) for one in meetings["dates"]] == [
        ("2026-06-21", "overdue"),
        ("2026-12-21", "due-soon"),
    ]
    assert (plan["undated"], plan["elsewhere"]) == (5, 1)


def test_svg_into_a_file(folder: Path, run: Run) -> None:
    ran = run("timeline", "--format", "svg", "--output", "picture.svg")
    assert (ran.code, ran.out) == (0, "")
    assert folder.joinpath("picture.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_what_was_known(folder: Path, run: Run) -> None:
    ran = run("timeline", "--known-at", "2026-06-30", "--as-of", "2026-06-30")
    assert "30 June 2026, as known on 30 June 2026" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("UNESCO",), "there is no agreement or party 'UNESCO'"),
        (("--from", "2027-01-01", "--until", "2026-01-01"), "from 2027-01-01 until 2026-01-01 is no time"),
        (("--format", "csv"), "there is no format 'csv' here"),
        (("--output", "nowhere/x"), "nowhere/x can't be written"),
    ],
)
def test_what_it_refuses(folder: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("timeline", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
