"""A document into a file: whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli.desk import Desk
from tracker.cli.saving import format_of, save
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


REGISTER = """
include = ["agreements/*.toml", "more/**/[a-c]*.toml", "later.toml"]
parties.us.name = "We"
parties.them.name = "They"
"""
AGREEMENT = """
[agreements.a]
title = "On salt"
kind = "treaty"
parties = ["us", "them"]
date = 2024-01-01
source = "../texts/a"

[obligations.a.report]
title = "A report on salt"
kind = "reporting"
due = 2027-01-01
"""
COMMANDS = (
    ("brief", "them"),
    ("calendar",),
    ("timeline",),
    ("report", "--known-at", "2026-01-01"),
)


@pytest.fixture
def included(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a register of several files, and work in its folder."""
    for name in ("agreements", "texts", "more/deep"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "commitments.toml").write_text(REGISTER)
    (tmp_path / "agreements/a.toml").write_text(AGREEMENT)
    (tmp_path / "texts/a").write_text("Salt shall be reported.")
    (tmp_path / "link.toml").symlink_to("agreements/a.toml")
    (tmp_path / "agreements/lost.toml").symlink_to("../elsewhere")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("commitments.toml", "the register's own"),
        ("commitments.db", "the register's own"),
        ("agreements/a.toml", "the register's own"),
        ("agreements/../agreements/a.toml", "the register's own"),
        ("link.toml", "the register's own"),
        ("later.toml", "the register's own"),
        ("texts/a", "is a source that the register names"),
        ("agreements/new.toml", "read as part of the register, by its include"),
        ("agreements/lost.toml", "the register's own"),
        ("more/deep/b.toml", "read as part of the register, by its include"),
    ],
)
def test_what_is_the_registers_own_is_not_written(run: Run, included: Path, file: str, said: str) -> None:
    before = _texts(included)
    ran = run("report", "--output", file)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert _texts(included) == before


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_writes_over_a_file_that_is_included(
    run: Run, included: Path, command: tuple[str, ...]
) -> None:
    ran = run(*command, "--output", "agreements/a.toml")
    assert (ran.code, ran.out) == (2, "")
    assert (included / "agreements/a.toml").read_text() == AGREEMENT


def _texts(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".db"}


@pytest.mark.parametrize("file", ["agreements/a.txt", "more/deep/z.toml", "new.toml", "texts/b.txt"])
def test_what_stands_beside_the_registers_own_is_written(run: Run, included: Path, file: str) -> None:
    assert run("report", "--output", file).code == 0
    assert (included / file).exists()


@pytest.mark.parametrize(
    ("file", "form"), [(".json", "json"), ("of/.CSV", "csv"), (".hidden", None), ("plain", None)]
)
def test_a_name_that_is_all_ending_tells_the_format(file: str, form: str | None) -> None:
    assert format_of(file, ("plain", "json", "csv")) == form
