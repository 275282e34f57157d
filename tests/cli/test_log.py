"""`tracker log`: who changed what, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import MEETINGS, record
from tests.history.repositories import Work


def test_the_log_of_an_obligation(run: Run, work: Work) -> None:
    record(run, work)
    ran = run("log", "half-yearly")
    heads = [line for line in ran.out.splitlines() if line[:1].isdigit()]
    assert [line.split("  ")[2:] for line in heads] == [
        ["Amina Benali", "record it"],
        ["Amina Benali", "begin"],
    ]
    assert "young-entrepreneurs" not in ran.out
    assert "young-entrepreneurs" in run("log").out
    assert "\x1b[" in run("log", MEETINGS, "--format", "table", "--color").out
    assert run("log", MEETINGS, "--format", "markdown").out.startswith("## 2026-11-10")
    found = json.loads(run("log", MEETINGS, "--format", "json").out)
    assert [commit["subject"] for commit in found["commits"]] == ["record it", "begin"]


def test_an_obligation_that_is_gone_is_known_by_its_ref(run: Run, work: Work) -> None:
    text = (work.folder / "commitments.toml").read_text()
    added = text + '\n[obligations.oim-oci.passing]\ntitle = "Passing"\n'
    work.commit({"commitments.toml": added}, "come")
    work.commit({"commitments.toml": text}, "gone")
    ran = run("log", "oim-oci.passing")
    assert ran.code == 0
    assert "oim-oci.passing  Passing: removed" in ran.out


def test_what_was_passed_over_and_where_history_ends(run: Run, work: Work, tmp_path: Path) -> None:
    text = (work.folder / "commitments.toml").read_text()
    work.commit({"commitments.toml": text + "<<<<<<< HEAD\n"}, "conflict")
    work.commit({"commitments.toml": text}, "mended")
    ran = run("log")
    assert ran.code == 0
    assert "passed over" in ran.err
    clone = Work(tmp_path / "clone", clone=f"file://{work.folder}", options=("--depth=1",))
    ran = run("log", "--file", str(clone.folder / "commitments.toml"))
    assert ran.code == 0
    assert ran.out == "no commit changed it\n"
    assert "git fetch --unshallow" in ran.err


@pytest.mark.usefixtures("work")
def test_an_obligation_that_never_was(run: Run) -> None:
    ran = run("log", "nothing.like-it")
    assert (ran.code, ran.out) == (2, "")
    assert "nothing.like-it" in ran.err


@pytest.mark.usefixtures("folder")
def test_outside_git(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = run("log")
    assert ran.code == 2
    assert "is not in a git repository, so there is no history to read" in ran.err
