"""`tracker check`: findings in every format, what its codes mean, and what it puts right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.register.check.codes import CODES

ORDER = (
    "log = [\n"
    '  { on = 2026-02-01, status = "in-progress", evidence = "b.pdf" },  # second\n'
    '  { on = "2026-01-01", status = "in-progress", evidence = "a.pdf" },\n'
    "]   \n"
)


@pytest.fixture
def messy(folder: Path) -> Path:
    """Give the real register with a log out of order, a day in quotes and a space at a line's end."""
    register = folder / "commitments.toml"
    text = register.read_text()
    at = text.index("\n\n", text.index("[obligations.icesco-oim.observer-status]"))
    register.write_text(text[: at + 1] + ORDER + text[at + 1 :])
    return register


def test_workflow_commands(run: Run, messy: Path) -> None:
    messy.write_text(messy.read_text() + '[obligations.icesco-oim.bare]\ntitle = "Bare"\nkind = "other"\n')
    ran = run("check", "--format", "github", "--notes")
    assert ran.code == 1
    assert re.search(r"^::notice file=commitments\.toml,line=\d+,col=\d+::I\d+ .", ran.out, re.MULTILINE)
    assert re.search(r"^::warning file=commitments\.toml,line=\d+,col=1::W503 .", ran.out, re.MULTILINE)
    messy.write_text(messy.read_text() + '[settings."a,b:c%"]\n')
    ran = run("check", "--format", "github")
    assert ran.code == 2
    assert ran.out.startswith("::error file=commitments.toml,line=")
    assert "%25" in ran.out


def test_a_file_s_name_begins_no_command(folder: Path, run: Run) -> None:
    name = "a,line=1::b%0A.toml"
    (folder / "commitments.toml").rename(folder / name)
    (folder / name).write_text("colour = 1\n")
    ran = run("--file", name, "check", "--format", "github")
    assert ran.code == 2
    assert ran.out.startswith("::error file=a%2Cline=1%3A%3Ab%250A.toml,line=1,col=1::E201 ")


def test_a_problem_without_a_line_names_the_file() -> None:
    from tracker.core.errors import Problem, Text
    from tracker.views.as_github import problems
    from tracker.views.wording import catalogue

    found = [Problem("a", 0, 0, "I601", Text("one\ntwo 5%"))]
    (line,) = problems(found, catalogue("en"))
    assert line.startswith("::notice file=a::I601 one")
    assert line.endswith("two 5%25")
    assert "\n" not in line


def test_every_code_is_documented(run: Run) -> None:
    assert json.loads(run("check", "--codes", "--format", "json").out) == CODES
    plain = run("check", "--codes").out
    table = run("check", "--codes", "--format", "markdown").out
    for code, meaning in CODES.items():
        assert f"{code}  {meaning}\n" in plain
        assert f"| `{code}` | {meaning} |\n" in table


def test_what_is_safe_is_put_right(run: Run, messy: Path) -> None:
    before = messy.read_bytes()
    shown = run("check", "--fix", "--dry-run")
    assert shown.code == 1
    assert '-  { on = "2026-01-01"' in shown.out
    assert "+  { on = 2026-01-01" in shown.out
    assert messy.read_bytes() == before
    ran = run("check", "--fix")
    assert (ran.code, ran.out) == (0, "")
    assert "commitments.toml: dates written as dates, without quotation marks: 1" in ran.err
    text = messy.read_text()
    assert text.index("on = 2026-01-01") < text.index("on = 2026-02-01")
    assert "# second" in text
    assert run("check", "--fix", "--dry-run") == (0, "", "")
    assert run("undo").err == "taken back: commitments.toml\n"
    assert messy.read_bytes() == before
    run("check", "--fix")
    assert run("undo", "--skip").err == "left as it is: commitments.toml\n"


def test_included_files_are_put_right_too(run: Run, folder: Path) -> None:
    register = folder / "commitments.toml"
    register.write_text('include = ["more/*.toml"]\n' + register.read_text())
    (folder / "more").mkdir()
    more = folder / "more" / "one.toml"
    more.write_bytes(b"[parties.X]   \r\nname = 'x'\r\n")
    assert run("check", "--fix").code == 0
    assert more.read_bytes() == b"[parties.X]\r\nname = 'x'\r\n"


def test_a_register_with_errors_is_left_alone(run: Run, messy: Path) -> None:
    messy.write_text(messy.read_text() + "colour = 1\n")
    before = messy.read_bytes()
    ran = run("check", "--fix")
    assert (ran.code, ran.out) == (2, "")
    assert messy.read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_showing_is_for_what_is_to_be_changed(run: Run) -> None:
    ran = run("check", "--dry-run")
    assert ran.code == 2
    assert "--fix" in ran.err
    assert run("check", "--format", "csv").code == 2
