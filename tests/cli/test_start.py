"""The program as a process: what it loads, how it ends, what it writes where."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run

READS = [("status",), ("status", "OIC"), ("list", "--state", "overdue", "--limit", "50"), ("show", "expiry")]
HEAVY = (
    "babel", "dataclasses", "datasette", "dateutil", "inspect", "pydantic", "rich", "rtoml", "sqlite_utils",
    "tomlkit", "tomllib", "typer", "uvicorn", "tracker.core.model", "tracker.register.read",
    "tracker.core.timelines",
)  # fmt: skip


@pytest.mark.parametrize("words", READS)
def test_a_read_of_an_unchanged_register_loads_nothing_heavy(
    folder: Path, start: Run, words: tuple[str, ...]
) -> None:
    start("sync")
    ran = start(*words, python=("-X", "importtime"))
    assert ran.code == 0
    loaded = {
        line.rpartition("|")[2].strip() for line in ran.err.splitlines() if line.startswith("import time:")
    }
    assert "tracker.store.queries" in loaded
    assert loaded.isdisjoint(HEAVY), loaded & set(HEAVY)


def test_a_pipe_gets_plain_text(folder: Path, start: Run) -> None:
    for words in READS:
        ran = start(*words)
        assert "\x1b" not in ran.out
        assert ran.err == ""


def test_a_terminal_gets_a_table_that_fits(folder: Path, start: Run) -> None:
    start("sync")
    for columns in ("60", "80", "120"):
        for words in READS:
            shown = on_a_terminal(*words, COLUMNS=columns, TERM="xterm-256color")
            assert "\x1b[" in shown
            plain = on_a_terminal(*words, COLUMNS=columns, NO_COLOR="1", TERM="xterm-256color")
            assert "\x1b[" not in plain
            shown_lines = [line for line in plain.splitlines() if "tracker update" not in line]
            assert max(map(len, shown_lines)) <= int(columns)


def test_a_terminal_is_told_that_nothing_was_found(folder: Path, start: Run) -> None:
    assert start("check").out == ""
    said = "nothing to find fault with in commitments.toml: 5 agreements, 22 obligations"
    assert said in on_a_terminal("check")


def on_a_terminal(*words: str, **environment: str) -> str:
    """Run the program with a terminal as its standard output."""
    leader, follower = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "tracker", *words],
        stdout=follower,
        stderr=follower,
        env={**os.environ, **environment},
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert done.wait() == 0
    return shown.decode().replace("\r\n", "\n")


def test_a_reader_that_has_enough_is_no_error(folder: Path, start: Run) -> None:
    start("sync")
    done = subprocess.run(  # noqa: S602 - a pipe is what is tried
        f"{sys.executable} -m tracker list --format json | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == '[{"ref":"o'[:10] or len(done.stdout) == 10
    assert done.stderr == ""


def test_a_full_disk_under_the_output_is_told(folder: Path, start: Run) -> None:
    start("sync")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "tracker: error: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("closed", "code", "said"), [(1, 2, b"standard output is closed"), (2, 0, b"")])
def test_a_closed_stream_is_no_reason_to_fall_over(
    folder: Path, start: Run, closed: int, code: int, said: bytes
) -> None:
    start("sync")
    before = (folder / "commitments.toml").read_bytes()
    words = ("update", "observer", "in-progress", "--evidence", "letter.pdf")
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {closed}>&-', "sh", sys.executable, "-m", "tracker", *words],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, said in done.stderr) == (code, True), done
    assert ((folder / "commitments.toml").read_bytes() == before) == (code == 2)


def test_what_was_recorded_is_told_where_it_cannot_be_shown(folder: Path, start: Run) -> None:
    words = ("update", "observer", "in-progress", "--evidence", "letter.pdf")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "the entry was recorded in commitments.toml:110, but what it changed can't be shown" in done.stderr
    assert "letter.pdf" in (folder / "commitments.toml").read_text()


def test_any_locale_gets_utf8(folder: Path, start: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = start("list", "--lang", "fr").out
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert start("list", "--lang", "fr").out == expected
    assert "Réunions" in expected


def test_the_version_and_the_help(start: Run) -> None:
    assert start("--version").out.startswith("tracker 0.")
    shown = start("--help").out
    assert "The morning picture" in shown
    assert start("update", "--help").out.count("--for ") == 1


def test_a_wrong_day_in_the_environment_is_told(
    folder: Path, start: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_TODAY", "someday")
    ran = start("status")
    assert ran.code == 2
    assert "TRACKER_TODAY" in ran.err


def test_a_read_only_folder_is_answered_from_memory(folder: Path, start: Run) -> None:
    expected = start("status").out
    folder.joinpath("commitments.db").unlink()
    folder.chmod(0o555)
    try:
        ran = start("status")
    finally:
        folder.chmod(0o755)
    assert (ran.code, ran.out) == (0, expected)
    if os.getuid():
        assert not folder.joinpath("commitments.db").exists()


def test_no_register_says_how_to_begin(tmp_path: Path, start: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = start()
    assert ran.code == 2
    assert "tracker init" in ran.err
    assert start("init").code == 0
    assert start().code == 0
    assert start("check").code == 0


def to_full(stream: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program with a full disk under one of its standard streams."""
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tracker", *words]
        return subprocess.run(command, **{**pipes, stream: full}, text=True, check=False)


def test_what_was_taken_back_is_told_where_it_cannot_be_shown(folder: Path, start: Run) -> None:
    register = folder / "commitments.toml"
    before = register.read_bytes()
    start("note", "observer", "first")
    between = register.read_bytes()
    start("note", "observer", "second")
    done = to_full("stdout", "undo")
    assert done.returncode == 2
    assert "taken back: icesco-oim.observer-status; but the change can't be shown: No space" in done.stderr
    assert register.read_bytes() == between != before
    assert to_full("stdout", "undo", "--dry-run").returncode == 2
    assert register.read_bytes() == between


@pytest.mark.parametrize("form", ["plain", "json"])
def test_what_was_accepted_is_told_where_it_cannot_be_shown(folder: Path, start: Run, form: str) -> None:
    words = ("accept", "oim-oci", "--format", form)
    done = to_full("stdout", *words)
    assert done.returncode == 2
    assert "accepted and written to commitments.toml:" in done.stderr
    assert "but what moved can't be shown: No space" in done.stderr
    assert "sha256" in (folder / "commitments.toml").read_text()
    done = to_full("stdout", *words)
    assert (done.returncode, "written" in done.stderr) == (2, False)


def test_an_exit_code_is_the_same_whether_or_not_it_can_be_explained(folder: Path, start: Run) -> None:
    for words, code in {
        ("nosuch",): 2,
        ("show", "nosuch"): 2,
        ("note", "observer", "x"): 0,
        ("sync",): 0,
        ("status", "--fail-on", "overdue"): 1,
    }.items():
        assert to_full("stderr", *words).returncode == code, words
    assert 'note = "x"' in (folder / "commitments.toml").read_text()


def test_a_register_begins_in_a_language_that_its_comments_have(tmp_path: Path, start: Run) -> None:
    ran = start("init", str(tmp_path / "new"), "--lang", "ar")
    assert ran.code == 2
    assert "a register begins in en, fr" in ran.err
    assert not (tmp_path / "new").exists()
