"""A folder with the real register, where what is tried does no harm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.trust.programs import REGISTER, ROOT, Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Copy the real register and its documents."""
    folder = tmp_path / "register"
    folder.mkdir()
    shutil.copy(ROOT / REGISTER, folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return Place(folder)
