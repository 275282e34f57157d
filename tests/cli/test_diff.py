"""`tracker diff`: what changed between two revisions, or since one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import MEETINGS, record
from tests.history.repositories import Work


@pytest.mark.usefixtures("work")
def test_nothing_changed(run: Run) -> None:
    assert run("diff") == (0, "nothing changed\n", "")


def test_from_the_last_commit_to_the_file(run: Run, work: Work) -> None:
    assert run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18").code == 0
    ran = run("diff")
    assert ran.code == 0
    assert "    + 2025-12-18  done, for 2025-12-21" in ran.out
    assert run("diff", "HEAD", "HEAD").out == "nothing changed\n"
    assert work.git("status", "--porcelain", "--untracked-files=no") == "M commitments.toml"


def test_days_revisions_and_formats(run: Run, work: Work) -> None:
    record(run, work)
    whole = run("diff", "HEAD~").out
    assert MEETINGS in whole
    assert run("diff", "2026-11-09").out == whole
    assert run("diff", "2026-11-09", "2026-11-10").out == whole
    assert run("diff", "2026-11-10").out == "nothing changed\n"
    assert "## Obligations" in run("diff", "HEAD~", "--format", "markdown").out
    assert "\x1b[" in run("diff", "HEAD~", "--format", "table", "--color").out
    found = json.loads(run("diff", "HEAD~", "HEAD", "--format", "json").out)
    assert found["before"]["subject"] == "begin"
    assert found["after"]["subject"] == "record it"
    assert found["obligations"][0]["entries"][0]["after"]["note"] == "Held"


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("diff", "nowhere"), "git knows no revision 'nowhere'"),
        (("diff", "2020-01-01"), "the history begins on 2026-11-01"),
        (("diff", "--format", "csv"), "there is no format 'csv' here"),
    ],
)
def test_what_cannot_be_answered(run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.usefixtures("folder")
def test_outside_git(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = run("diff")
    assert ran.code == 2
    assert "is not in a git repository, so there is no history to read" in ran.err


def test_a_revision_with_errors_is_named(run: Run, work: Work) -> None:
    text = (work.folder / "commitments.toml").read_text()
    broken = work.commit({"commitments.toml": text + "colour = 1\n"}, "slip")
    work.write({"commitments.toml": text})
    ran = run("diff")
    assert ran.code == 2
    assert f"{broken[:10]}:commitments.toml:" in ran.err
