"""A document into a file: whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tracker.cli.desk import Desk
from tracker.cli.saving import save
from tracker.core.errors import TrackerError

OLD, NEW = b"old", b"new " * 1000


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk({})


def test_a_file_keeps_its_mode_and_a_link_stays_one(desk: Desk, tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(OLD)
    target.chmod(0o640)
    link.symlink_to(target)
    save(desk, str(link), NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert not list(tmp_path.glob("*.part"))


def test_a_new_file(desk: Desk, tmp_path: Path) -> None:
    name = "م" * 110  # 220 bytes: its temporary name has to be shorter
    save(desk, str(tmp_path / name), NEW)
    assert (tmp_path / name).read_bytes() == NEW


def test_what_fails_leaves_the_old_one(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "target"
    target.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(TrackerError, match="can't be written: No space left on device"):
        save(desk, str(target), NEW)
    assert target.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_device_is_written_to(desk: Desk) -> None:
    save(desk, os.devnull, NEW)
    assert not Path(os.devnull).is_file()
