"""The register as it was at a revision or on a day, read as the register is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.history.repositories import ALONE, Work
from tracker.core.errors import RegisterError, TrackerError
from tracker.workspace.revisions import history, known, reading, register, snapshot

HEAD = '[agreements.a]\ntitle = "A"\nparties = ["X", "Y"]\ndate = 2025-01-01\n\n'
ONE = 'include = ["more/*.toml"]\n\n' + HEAD
TWO = '[obligations.a.x]\ntitle = "X"\ndue = 2026-06-30\n'


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    return Work(tmp_path / "desk")


def a_day(typed: str) -> date:
    if typed == "today":
        return date(2026, 1, 2)
    return date.fromisoformat(typed) if typed[:1].isdigit() else _no_day(typed)


def _no_day(typed: str) -> date:
    raise TrackerError("{typed} is no day", typed=typed)


def test_a_register_with_its_includes(work: Work) -> None:
    work.commit({"commitments.toml": ONE, "more/x.toml": TWO}, "begin")
    found = snapshot(history(work.folder / "commitments.toml"), "HEAD", a_day, "UTC")
    assert list(register(found).obligations) == ["a.x"]
    assert reading(found).register == register(found)


def test_errors_are_told_with_the_commit(work: Work) -> None:
    id_ = work.commit({"commitments.toml": ONE, "more/x.toml": TWO + "colour = 1\n"}, "begin")
    found = snapshot(history(work.folder / "commitments.toml"), "HEAD", a_day, "UTC")
    with pytest.raises(RegisterError) as raised:
        register(found)
    assert raised.value.problems[0].place == f"{id_[:10]}:more/x.toml:4:1"


def test_days_and_revisions_as_they_are_typed(work: Work) -> None:
    work.commit({"commitments.toml": HEAD}, "one", "2026-01-01T12:00:00+00:00")
    work.commit({"commitments.toml": HEAD + TWO}, "two", "2026-01-03T12:00:00+00:00")
    work.git("tag", "2026-01-01")
    work.git("tag", "3")
    of = history(work.folder / "commitments.toml")

    def subject(typed: str) -> str:
        return snapshot(of, typed, a_day, "UTC").commit.subject

    assert subject("2026-01-01") == "one"  # an ISO date is a day, whatever tags are called
    assert subject("3") == "two"
    assert subject("today") == "one"
    assert subject("HEAD~") == "one"
    with pytest.raises(TrackerError, match="git knows no revision 'someday'"):
        subject("someday")


def test_what_was_known(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work.commit({"commitments.toml": HEAD}, "one", "2026-01-01T12:00:00+00:00")
    work.commit({"commitments.toml": HEAD + TWO}, "two", "2026-01-03T12:00:00+00:00")
    file = work.folder / "commitments.toml"

    def subject(typed: str) -> str | None:
        found = known(file, typed, a_day, "UTC")
        return found and found.commit.subject

    assert subject("2026-01-02") == "one"
    assert subject("HEAD~") == "one"
    assert subject("2025-12-31") is None  # git kept nothing then
    with pytest.raises(TrackerError, match="git knows no revision"):
        subject("someday")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    file = tmp_path / "alone" / "commitments.toml"
    file.parent.mkdir()
    file.write_text(HEAD)
    assert subject("2026-01-02") is None
    with pytest.raises(TrackerError, match="is not in a git repository"):
        subject("HEAD~")


def test_what_a_shallow_clone_does_not_know(work: Work, tmp_path: Path) -> None:
    work.commit({"commitments.toml": HEAD}, "one", "2026-01-01T12:00:00+00:00")
    work.commit({"commitments.toml": HEAD + TWO}, "two", "2026-01-03T12:00:00+00:00")
    clone = Work(tmp_path / "clone", clone=f"file://{work.folder}", options=("--depth=1",))
    with pytest.raises(TrackerError, match="git fetch --unshallow"):
        known(clone.folder / "commitments.toml", "2026-01-01", a_day, "UTC")
