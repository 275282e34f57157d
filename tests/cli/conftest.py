"""The real register in a folder of its own, and the program run in it on a fixed day."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.history.repositories import ALONE, Work

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-21"


class Ran(NamedTuple):
    """What a run of the program left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the real register and its documents, and work in that folder."""
    place = tmp_path / "register"
    place.mkdir()
    shutil.copy(ROOT / "commitments.toml", place)
    shutil.copytree(ROOT / "seeds", place / "seeds")
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process; what it writes is returned."""
    from tracker.cli.main import run as program

    for name in ("TRACKER_FILE", "TRACKER_DB", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRACKER_TODAY", TODAY)

    def call(*words: str) -> Ran:
        capfd.readouterr()
        code = program(words)
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in a process of its own."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    def call(*words: str, python: tuple[str, ...] = ()) -> Ran:
        done = subprocess.run(
            [sys.executable, *python, "-m", "tracker", *words], capture_output=True, text=True, check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def work(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Keep the real register in git, with one commit."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = Work(folder)
    made.git("add", "commitments.toml")
    made.git("commit", "--quiet", "-m", "begin", when="2026-11-01T12:00:00+00:00")
    return made
