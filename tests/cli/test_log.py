"""`tracker log`: who changed what, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import MEETINGS, record
from tests.history.repositories import Work

FILE = "commitments.toml"


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
    text = (work.folder / FILE).read_text()
    added = text + '\n[obligations.oim-oci.passing]\ntitle = "Passing"\n'
    work.commit({FILE: added}, "come")
    work.commit({FILE: text}, "gone")
    ran = run("log", "oim-oci.passing")
    assert ran.code == 0
    assert "oim-oci.passing  Passing: removed" in ran.out


PASSING = '\n[obligations.oim-oci.passing]\ntitle = "Passing"\n'


def test_one_that_is_gone_is_known_by_a_part_of_its_ref(run: Run, work: Work) -> None:
    text = (work.folder / FILE).read_text()
    work.commit({FILE: text + PASSING}, "come")
    work.commit({FILE: text}, "gone")
    assert "oim-oci.passing  Passing: removed" in run("log", "passing").out
    assert run("log", "PASS").out == run("log", "passing").out
    ran = run("log", "oim-oci.pasing")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean oim-oci.passing" in ran.err
    ran = run("log", "qwxz")
    assert ran.code == 2
    assert "no obligation is or was called 'qwxz'; 'tracker log' alone tells of all" in ran.err
    assert "aucune obligation ne s'appelle ni ne s'appelait" in run("log", "qwxz", "--lang", "fr").err


def test_one_that_is_there_counts_before_one_that_is_gone(run: Run, work: Work) -> None:
    text = (work.folder / FILE).read_text()
    work.commit({FILE: text + PASSING.replace("passing", "half-yearly-report")}, "come")
    work.commit({FILE: text}, "gone")
    assert MEETINGS in run("log", "half-yearly").out
    assert run("log", "half-yearly-report").out.count("\n  oim-oci.half-yearly-report") == 2


def test_a_former_name_leads_to_the_last(run: Run, work: Work) -> None:
    text = (work.folder / FILE).read_text()
    work.commit({FILE: text + PASSING}, "come")
    renamed = PASSING.replace("passing", "lasting") + 'formerly = ["oim-oci.passing"]\n'
    work.commit({FILE: text + renamed}, "renamed")
    work.commit({FILE: text + renamed + "due = 2026-12-31\n"}, "dated")
    for name in ("lasting", "passing", "oim-oci.passing"):
        found = json.loads(run("log", name, "--format", "json").out)
        assert [commit["subject"] for commit in found["commits"]] == ["dated", "renamed", "come"]


def test_names_are_those_of_the_last_commit_where_the_file_cannot_be_read(run: Run, work: Work) -> None:
    text = (work.folder / FILE).read_text()
    numbered = text.replace(f"[obligations.{MEETINGS}]\n", f'[obligations.{MEETINGS}]\nnumber = "4.2"\n')
    work.commit({FILE: numbered}, "number it")
    before = run("log", "half-yearly")
    for broken in (f"<<<<<<< ours\n{text}=======\n>>>>>>> theirs\n", "[settings\n", ""):
        work.write({FILE: broken})
        assert run("log", "half-yearly") == before
        assert run("log", "4.2" if broken else MEETINGS).out == before.out
    work.commit({FILE: "[settings\n"}, "slip")
    assert run("log", MEETINGS).out == before.out


def test_what_was_passed_over_and_where_history_ends(run: Run, work: Work, tmp_path: Path) -> None:
    text = (work.folder / FILE).read_text()
    work.commit({FILE: text + "<<<<<<< HEAD\n"}, "conflict")
    work.commit({FILE: text}, "mended")
    ran = run("log")
    assert ran.code == 0
    assert "passed over" in ran.err
    clone = Work(tmp_path / "clone", clone=f"file://{work.folder}", options=("--depth=1",))
    ran = run("log", "--file", str(clone.folder / FILE))
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
