"""`tracker brief`: one page on a party."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.real import library

MEETINGS = "oim-oci.half-yearly-meetings"


def test_since_the_last_meeting(folder: Path, run: Run) -> None:
    assert "Since 21 November 2025:" in run("brief", "OIC").out
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18")
    ran = run("brief", "OIC")
    assert (ran.code, ran.err) == (0, "")
    assert "Since the last meeting, on 18 December 2025: 1 promise kept" in ran.out
    assert "Since 1 December 2025: 1 promise kept" in run("brief", "OIC", "--since", "2025-12-01").out
    assert (
        "Since the last meeting, on 18 December 2025" in run("brief", "OIC", "--known-at", "2026-11-21").out
    )


def test_a_promise_is_not_kept_and_open_at_once(folder: Path, run: Run) -> None:
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18", "--evidence", "a.pdf")
    said = run("brief", "OIC").out
    assert "- 18 December 2025 · Half-yearly meetings of the joint follow-up mechanism\n" in said
    assert "  for the date of 21 December 2025\n" in said
    run("update", MEETINGS, "open", "--for", "2025-12-21", "--note", "x")
    said = run("brief", "OIC").out
    assert "Since 21 November 2025: nothing recorded as kept, 1 past its date" in said
    assert "Kept" not in said
    assert "1 promise kept" in run("brief", "OIC", "--as-of", "2026-11-20").out


def test_private_entries_are_left_out(folder: Path, run: Run) -> None:
    before = run("brief", "OIC").out
    assert run("note", MEETINGS, "They would rather not", "--dispute", "OCI", "--private").code == 0
    assert run("brief", "OIC").out == before
    assert run("brief", "OIC", "--known-at", "2026-11-21").out.startswith("Brief on")
    assert run("note", MEETINGS, "They say so", "--dispute", "OCI").code == 0
    assert "disputed by OCI" in run("brief", "OIC").out


def test_who_we_are_makes_it_ours_and_theirs(folder: Path, run: Run) -> None:
    toml = folder / "commitments.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("[settings]", '[settings]\nus = ["OIM"]', 1),
        encoding="utf-8",
    )
    assert "What ICESCO owes us" in run("brief", "ICESCO").out


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_language_and_form(folder: Path, run: Run, language: str) -> None:
    for form in ("plain", "markdown"):
        ran = run("brief", "OIC", "--lang", language, "--format", form, "--output", "brief.txt")
        assert (ran.code, ran.out) == (0, "")
        assert folder.joinpath("brief.txt").read_text(encoding="utf-8")


def test_as_a_page_and_a_document(folder: Path, run: Run) -> None:
    library("docx")
    assert run("brief", "OIC", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert run("brief", "OIC", "--format", "docx", "--output", "brief.docx").code == 0
    assert folder.joinpath("brief.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("UNESCO",), "there is no party 'UNESCO'"),
        (("OIC", "--since", "tomorrow"), "--since 2026-11-22 is after 2026-11-21, the day of the brief"),
        (("OIC", "--format", "csv"), "there is no format 'csv' here"),
        (("OIC", "--format", "docx"), "docx is no text for a terminal"),
        (("OIC", "--output", "nowhere/x"), "nowhere/x can't be written"),
    ],
)
def test_what_it_refuses(folder: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("brief", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
