"""A repository in a temporary folder, and a git that knows nothing of who runs the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repositories import ALONE, Work


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path / "desk")
