"""`--known-at`: by what was known then, which is the text of then in git, and else what is recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import MEETINGS, record
from tests.history.repositories import ALONE, Work

HELD = ("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18")


def state(run: Run, *words: str) -> str:
    """Give the state of the meeting of December 2025."""
    ran = run("show", MEETINGS, "--format", "json", *words)
    assert ran.code == 0, ran.err
    occurrences = json.loads(ran.out)["occurrences"]
    return next(str(one["state"]) for one in occurrences if one["scheduled"] == "2025-12-21")


def test_a_revision_says_what_its_text_said(run: Run, work: Work) -> None:
    record(run, work)
    assert state(run) == "done"
    assert state(run, "--known-at", "HEAD~") == "overdue"
    assert state(run, "--known-at", "HEAD") == "done"
    assert state(run, "--known-at", "HEAD~", "--as-of", "2025-12-19") == "due-soon"


def test_a_day_in_git_is_the_text_of_that_day_whatever_the_entries_say(run: Run, work: Work) -> None:
    record(run, work)
    # it is recorded on the 21st, and committed on the 10th
    assert state(run, "--known-at", "2026-11-10") == "done"
    assert state(run, "--known-at", "2026-11-09") == "overdue"


def test_what_is_not_committed_is_not_known_at_a_revision(run: Run, work: Work) -> None:
    run(*HELD)
    assert state(run, "--known-at", "HEAD") == "overdue"
    assert state(run) == "done"


def test_nothing_recorded_later_changes_what_was_known(run: Run, work: Work) -> None:
    questions = [
        (*words, "--as-of", "2026-11-09", "--known-at", at, "--format", form)
        for words in (("status",), ("list",), ("list", "--occurrences"), ("show", MEETINGS))
        for at in ("2026-11-09", work.git("rev-parse", "HEAD"))
        for form in ("plain", "json", "markdown")
    ]
    before = [run(*words) for words in questions]
    assert {ran.code for ran in before} == {0}
    record(run, work)
    text = work.folder / "commitments.toml"
    text.write_text(text.read_text().replace('title    = "Partnerships desk"', 'title    = "Another desk"'))
    assert [run(*words) for words in questions] == before


def test_the_day_is_told(run: Run, work: Work) -> None:
    assert json.loads(run("status", "--known-at", "HEAD", "--format", "json").out)["known_at"] == "2026-11-01"
    told = json.loads(run("status", "--known-at", "2026-11-05", "--format", "json").out)
    assert told["known_at"] == "2026-11-05"


def test_before_git_kept_it_the_entries_tell(run: Run, work: Work) -> None:
    run(*HELD)
    assert state(run, "--known-at", "2026-10-01") == "overdue"


def test_before_git_kept_it_that_is_said_once(run: Run, work: Work) -> None:
    said = (
        "git has the register since 2026-11-01 only: of 2026-10-31, no text is known but today's; "
        "entries recorded later are left out"
    )
    for words in (("status",), ("brief", "OIC"), ("list",), ("show", MEETINGS), ("report",)):
        ran = run(*words, "--known-at", "2026-10-31")
        assert ran.code == 0
        assert ran.err.count(said) == 1
        assert run(*words, "--known-at", "2026-11-01").err == ""
    assert (
        "git n'a le registre que depuis le 2026-11-01"
        in run("status", "--lang", "fr", "--known-at", "2026-10-31").err
    )


def test_git_has_it_since_the_first_commit_with_it_whatever_it_was_called(
    run: Run, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    work = Work(folder)
    text = (folder / "commitments.toml").read_text(encoding="utf-8")
    work.write({"commitments.toml": None})
    work.commit({"README": "nothing yet"}, "begin", when="2026-01-01T12:00:00+00:00")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"promises.toml": text}, "come", when="2026-02-02T12:00:00+00:00")
    work.commit(
        {"promises.toml": None, "commitments.toml": text}, "renamed", when="2026-03-03T12:00:00+00:00"
    )
    work.git("checkout", "--quiet", "main")
    assert work.git("merge", "--no-ff", "--no-edit", "side", when="2026-04-04T23:30:00+00:00")
    for day in ("2026-01-15", "2026-02-15", "2025-12-31"):
        assert "since 2026-04-05 only" in run("status", "--known-at", day).err
    assert run("status", "--known-at", "2026-04-05").err == ""


@pytest.mark.usefixtures("folder")
def test_outside_git_the_entries_tell(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    run(*HELD)
    assert state(run, "--known-at", "2026-11-20") == "overdue"
    assert state(run, "--known-at", "yesterday") == "overdue"
    assert state(run, "--known-at", "today") == "done"
    ran = run("status", "--known-at", "HEAD~")
    assert (ran.code, ran.out) == (2, "")
    assert "is not in a git repository" in ran.err


@pytest.mark.usefixtures("folder")
def test_without_git_the_entries_tell(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run(*HELD)
    monkeypatch.setenv("PATH", "/nowhere")
    assert state(run, "--known-at", "2026-11-20") == "overdue"
    assert run("status", "--known-at", "HEAD~").code == 2


def test_in_a_shallow_clone(run: Run, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(run, work)
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth", "1", work.folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert state(run, "--known-at", "2026-11-10") == "done"
    ran = run("status", "--known-at", "2026-11-09")
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch --unshallow" in ran.err


def test_a_revision_with_errors_is_named(run: Run, work: Work) -> None:
    text = (work.folder / "commitments.toml").read_text()
    broken = work.commit({"commitments.toml": text + "colour = 1\n"}, "slip")
    work.write({"commitments.toml": text})
    ran = run("status", "--known-at", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    assert f"{broken[:10]}:commitments.toml:" in ran.err


@pytest.mark.parametrize("revision", ["--output=x", "-1", "nowhere", "HEAD~99", "@{u}", ":/no such", "a b"])
def test_what_is_neither_a_day_nor_a_revision(run: Run, work: Work, revision: str) -> None:
    before = sorted(path.name for path in work.folder.iterdir())
    ran = run("status", f"--known-at={revision}")
    assert (ran.code, ran.out) == (2, "")
    assert "git knows no revision" in ran.err
    after = {path.name for path in work.folder.iterdir()} - {"commitments.db"}
    assert sorted(after) == before


def test_nothing_is_recorded_in_the_past(run: Run, work: Work) -> None:
    before = (work.folder / "commitments.toml").read_bytes()
    ran = run(*HELD, "--known-at", "HEAD")
    assert ran.code == 2
    assert "--known-at looks back" in ran.err
    assert (work.folder / "commitments.toml").read_bytes() == before
