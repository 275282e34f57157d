"""Which formats a command has is said once: help names them, and another one is refused in time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli.directory import MODULES, load
from tracker.cli.grammar import Command

COMMANDS: list[Command] = [load(name).COMMAND for name in MODULES]
EVERY = sorted({form for command in COMMANDS for form in command.formats} | {"xml"})
WORDS = {
    "show": ("half-yearly",),
    "update": ("observer", "in-progress"),
    "note": ("observer", "Rang them"),
    "add": ("oim-oci.new", "--title", "New", "--dry-run"),
    "add-agreement": ("new", "--title", "N", "--parties", "OIM", "--date", "2026", "--dry-run"),
    "accept": ("oim-oci", "--dry-run"),
    "brief": ("OIC",),
    "extract": ("seeds/002_ed66366ef03e6283.txt",),
    "serve": ("--metadata",),
    "report": ("--to", "a@example.org", "--from", "b@example.org"),
}
"""What is typed for an answer, where the name alone isn't enough."""
ANSWERED = [
    (command.name, form)
    for command in COMMANDS
    for form in command.formats
    if command.name not in {"undo", "log", "diff"}  # which need something to undo, and git
]


def words_of(name: str, form: str) -> tuple[str, ...]:
    """Give a call that is answered in a format."""
    words = WORDS.get(name, ())
    if name == "report" and form != "email":
        words = ()
    if name == "check" and form == "markdown":
        words = ("--codes",)
    return (name, *words, "--format", form)


@pytest.mark.parametrize(("name", "form"), ANSWERED)
def test_a_command_answers_in_the_formats_it_names(folder: Path, run: Run, name: str, form: str) -> None:
    output = ("--output", f"answer.{form}") if form in {"docx", "xlsx"} else ()
    ran = run(*words_of(name, form), *output)
    assert ran.code == 0, ran.err
    if output:
        assert (folder / output[1]).read_bytes().startswith(b"PK")
    elif form == "json":
        json.loads(ran.out)


@pytest.mark.parametrize("name", ["update", "note", "undo", "add", "add-agreement", "accept", "show", "sync"])
def test_another_format_is_refused_before_anything_is_done(folder: Path, run: Run, name: str) -> None:
    assert run("note", "observer", "Wrote to them").code == 0
    register = folder / "commitments.toml"
    before = register.read_bytes()
    command = load(name).COMMAND
    words = [word for word in WORDS.get(name, ()) if word != "--dry-run"]
    for form in EVERY:
        if form not in command.formats:
            ran = run(name, *words, "--format", form)
            assert (ran.code, ran.out) == (2, ""), form
            told = f"there is no format '{form}' here; there are {', '.join(command.formats)}"
            assert (told if command.formats else f"tracker {name} takes no --format; leave it out") in ran.err
            assert run("--format", form, name, *words).err == ran.err
    assert register.read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS, ids=MODULES)
def test_help_names_the_formats_and_the_languages_of_each_command(run: Run, command: Command) -> None:
    told = " ".join(run(command.name, "--help").out.split())
    formats = re.search(r"--format FORMAT (.*?);", told)
    assert (formats[1].split(", ") if formats else []) == list(command.formats)
    if command.name != "extract":  # whose --lang is the document's
        languages = "en, fr, ar" if command.arabic else "en, fr; titles alone: ar"
        assert f"--lang LANG Language of labels and titles: {languages if formats else 'en, fr'} --" in told
    assert f"{', '.join(command.formats)}; default:" in told or not command.formats


def test_what_is_for_one_use_of_a_command_is_refused_in_the_other(folder: Path, run: Run) -> None:
    for words in (
        ("check", "--format", "markdown"),
        ("check", "--fix", "--format", "markdown"),
        ("check", "--codes", "--format", "github"),
        ("update", "observer", "in-progress", "--dry-run", "--format", "json"),
    ):
        ran = run(*words)
        assert (ran.code, ran.out) == (2, "")
        assert f"there is no format '{words[-1]}' here" in ran.err


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        (("report",), "page.html", "<!DOCTYPE html>"),
        (("report",), "page.HTM", "<!DOCTYPE html>"),
        (("report",), "week.json", "{"),
        (("report",), "week.csv", "part,"),
        (("report",), "week.md", "# "),
        (("report", *WORDS["report"]), "monday.eml", "From: b@"),
        (("report",), "week.txt", "Partnerships desk: report of"),
        (("report",), "week", "Partnerships desk: report of"),
        (("report",), "week.2026-11-21", "Partnerships desk: report of"),
        (("report", "--format", "plain"), "week.html", "Partnerships desk: report of"),
        (("brief", "OIC"), "note.md", "# "),
        (("timeline",), "years.svg", "<svg"),
        (("timeline",), "years.txt", "Partnerships desk, "),
        (("calendar",), "dates.ics", "BEGIN:VCALENDAR"),
        (("calendar",), "dates", "BEGIN:VCALENDAR"),
    ],
)
def test_the_format_follows_from_the_name_of_the_file(
    folder: Path, run: Run, words: tuple[str, ...], name: str, begins: str
) -> None:
    ran = run(*words, "--output", name)
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert (folder / name).read_text(encoding="utf-8").lstrip("\ufeff ")[: len(begins)] == begins


@pytest.mark.parametrize(("words", "name"), [(("report",), "r.xlsx"), (("brief", "OIC"), "note.docx")])
def test_a_document_follows_from_its_name_and_is_told(
    folder: Path, run: Run, words: tuple[str, ...], name: str
) -> None:
    ran = run(*words, "--output", name)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"written as {name[-4:]}: {name}\n"
    assert (folder / name).read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "name", "there"),
    [
        (("brief", "OIC"), "note.pdf", "table, plain, markdown, html, docx"),
        (("brief", "OIC"), "note.xlsx", "table, plain, markdown, html, docx"),
        (("timeline",), "t.HTML", "table, plain, json, svg"),
        (("calendar",), "dates.csv", "ical"),
    ],
)
def test_a_name_that_means_a_format_which_is_not_there_is_refused(
    folder: Path, run: Run, words: tuple[str, ...], name: str, there: str
) -> None:
    ran = run(*words, "--output", name)
    assert (ran.code, ran.out) == (2, "")
    assert f"{name}: there is no {name[name.index('.') :]} here; there are {there}" in ran.err
    assert not (folder / name).exists()


def test_what_goes_to_a_file_is_not_painted_for_a_terminal(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("timeline", "--output", "years").code == 0
    assert "\x1b" not in (folder / "years").read_text(encoding="utf-8")
