"""A folder with the real register, where what is tried does no harm."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.trust.answers import Call, harmless
from tests.trust.programs import REGISTER, ROOT, Place, Ran, environment


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Copy the real register and its documents."""
    folder = tmp_path / "register"
    folder.mkdir()
    shutil.copy(ROOT / REGISTER, folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return Place(folder)


@pytest.fixture
def call(place: Place, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Run the program in this process, in the folder; whatever it raises is a failure."""
    from tracker.cli.main import run

    monkeypatch.chdir(place.folder)
    for name in list(os.environ):
        if name.startswith(("TRACKER_", "GIT_")):
            monkeypatch.delenv(name)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    (place.folder / "paper.txt").write_text("The parties shall meet.\n")

    def program(*words: str) -> Ran:
        capfd.readouterr()
        code = run(words)
        done = capfd.readouterr()
        ran = Ran(code, done.out, done.err)
        assert code in {0, 1, 2}, (words, ran)
        assert "Traceback" not in done.err, (words, done.err)
        harmless(words, done.err, "error")
        return ran

    return program
