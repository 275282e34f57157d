"""What is confirmed stands in the file, and what cannot be confirmed says what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tracker.core.errors import TrackerError
from tracker.core.rows import Detail
from tracker.register.disk import journal
from tracker.register.disk.write import KeptError, replace_file
from tracker.store import database, details
from tracker.workspace import edits

RECORD = ("update", "observer", "in-progress", "--evidence", "letter.pdf", "--note", "sent")


def after_writing(monkeypatch: pytest.MonkeyPatch, then: Callable[[Path], object]) -> None:
    """Let something happen as soon as the file is written."""
    write = replace_file

    def written(path: Path, expected: bytes, new: bytes) -> None:
        write(path, expected, new)
        then(path)

    monkeypatch.setattr(edits, "replace_file", written)


def test_an_entry_that_was_replaced_at_once_is_not_confirmed(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = (folder / "commitments.toml").read_bytes()
    after_writing(monkeypatch, lambda path: path.write_bytes(old))
    ran = run(*RECORD)
    assert (ran.code, ran.out) == (2, "")
    assert "somebody else has put another version there since" in ran.err


@pytest.mark.parametrize("version", [b"", b"\xff", b"[obligations"])
def test_a_version_that_cannot_be_read_confirms_nothing(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, version: bytes
) -> None:
    after_writing(monkeypatch, lambda path: path.write_bytes(version))
    ran = run(*RECORD)
    assert (ran.code, ran.out) == (2, "")
    assert "the entry was recorded in commitments.toml:" in ran.err


def test_an_entry_is_found_where_somebody_else_moved_it(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("note", "observer", "first", "--on", "2026-11-01").code == 0
    earlier = '  { on = 2026-10-01, note = "theirs" },\n'
    after_writing(monkeypatch, lambda path: path.write_text(_before_the_log(path.read_text(), earlier)))
    ran = run(*RECORD)
    assert ran.code == 0, ran.err
    assert "sent" in ran.out


def _before_the_log(text: str, entry: str) -> str:
    at = text.index("  { on = 2026-11-01, note")
    return text[:at] + entry + text[at:]


def test_what_was_recorded_is_said_where_it_cannot_be_shown(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, asked = details.detail, []

    def fail(*words: Any, **named: Any) -> Detail:
        asked.append(words)
        if len(asked) > 1:
            raise TrackerError("no {what}", what="luck")
        return shown(*words, **named)

    monkeypatch.setattr(details, "detail", fail)
    ran = run(*RECORD)
    assert (ran.code, ran.out) == (2, "")
    assert "the entry was recorded in commitments.toml:" in ran.err
    assert "can't be shown: no luck" in ran.err
    assert '"sent"' in (folder / "commitments.toml").read_text()


def test_a_disk_that_is_full_for_the_database_leaves_the_answer(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("list", "--format", "json", "--db", ":memory:").out
    (folder / "commitments.db").unlink(missing_ok=True)
    claim = database.claim

    def small(path: str, *, reading: bool) -> sqlite3.Connection:
        connection = claim(path, reading=reading)
        connection.execute("PRAGMA max_page_count = 8")
        return connection

    monkeypatch.setattr(database, "claim", small)
    ran = run("list", "--format", "json")
    assert (ran.code, ran.out) == (0, before)
    assert run(*RECORD).code == 0


def test_a_version_that_is_kept_is_told_and_not_written_over(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "commitments.toml").read_bytes()

    def kept(*_: object) -> None:
        raise KeptError("one version of {file} is kept", file="it")

    monkeypatch.setattr(edits, "replace_file", kept)
    ran = run(*RECORD)
    assert (ran.code, ran.out) == (2, "")
    assert "one version of it is kept" in ran.err
    assert (folder / "commitments.toml").read_bytes() == before


def test_an_undo_that_cannot_be_noted_is_done(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "commitments.toml").read_bytes()
    run(*RECORD)

    def full(_: Path, _count: int) -> None:
        raise TrackerError("the disk is full")

    monkeypatch.setattr(journal, "forget", full)
    assert run("undo").code == 0
    assert (folder / "commitments.toml").read_bytes() == before


HALF_YEARLY = """
parties.us.name = "We"
parties.them.name = "They"

[agreements.a]
title = "On salt"
kind = "treaty"
parties = ["us", "them"]
date = 2024-01-01

[obligations.a.rec]
title = "A report on salt"
kind = "reporting"
every = "6 months"
first = 2025-12-21
"""


@pytest.fixture
def salt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a register of one agreement, and work in its folder."""
    register = tmp_path / "commitments.toml"
    register.write_text(HALF_YEARLY)
    monkeypatch.chdir(tmp_path)
    return register


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("postponed", "--for", "2025-12-21", "--due", "2027-12-22"),
            "2025-12-21: past due → upcoming, due 2027-12-22",
        ),
        (("done", "--for", "2027-12-21"), "2027-12-21: upcoming → done"),
        (("done", "--for", "2029-06-21"), "2029-06-21: upcoming → done"),
    ],
)
def test_what_changes_more_than_a_year_ahead_is_told(
    salt: Path, run: Run, words: tuple[str, ...], said: str
) -> None:
    assert said in " ".join(run("update", "rec", *words).out.split())
    if words[0] == "done":
        opened = run("update", "rec", "open", "--for", words[2]).out
        assert f"{words[2]}: done → upcoming" in opened
        assert opened.count("→") == 1
