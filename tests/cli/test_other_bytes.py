"""Names of files may be any bytes; what is typed besides is UTF-8, or refused."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ODD = os.fsdecode(b"d\xe9")
MORE = '[obligations.icesco-oim.more]\ntitle = "More"\n'


@pytest.fixture
def odd(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move the register into a folder whose name isn't UTF-8, and a part of it into such a file."""
    place = folder.with_name(ODD)
    try:
        shutil.move(folder, place)
    except (OSError, UnicodeError):
        pytest.skip("the file system has no such names")
    register = place / "commitments.toml"
    register.write_text(f'include = ["*/*.toml"]\n{register.read_text()}')
    (place / "more").mkdir()
    (place / "more" / f"{ODD}.toml").write_text(MORE)
    monkeypatch.chdir(place)
    return place


def test_a_register_in_such_a_folder(odd: Path, run: Run) -> None:
    for command in ("list", "status", "sync", "report", "show more", "list"):
        assert run(*command.split()).code == 0, command
    assert run("check").code == 1
    assert run("note", "more", "hello").err.startswith(r"written to more/d\udce9.toml:3;")
    assert run("note", "observer", "hello").code == 0
    assert run("undo").code == 0
    assert "hello" in run("show", "more").out
    assert "hello" not in run("show", "observer").out


def test_what_changes_there_is_noticed(odd: Path, run: Run) -> None:
    assert "More" in run("list").out
    part = odd / "more" / f"{ODD}.toml"
    part.write_text(MORE.replace('"More"', '"Less"'))
    assert "Less" in run("list").out
    (odd / "more" / os.fsdecode(b"\xff.toml")).write_text(MORE.replace("more", "third"))
    assert "third" in run("list").out
    part.unlink()
    assert "Less" not in run("list").out


def test_such_a_register_is_named(folder: Path, run: Run) -> None:
    name = os.fsdecode(b"\xe9.toml")
    (folder / "commitments.toml").rename(folder / name)
    for words in (("list",), ("note", "observer", "x"), ("list", "--db", os.fsdecode(b"\xe9\xe9.db"))):
        assert run("--file", name, *words).code == 0, words


@pytest.mark.parametrize(
    "words",
    [
        *(("list", option) for option in ("--search", "--party", "--agreement", "--owner", "--as-of")),
        ("show",),
        ("status",),
        ("brief",),
        ("note", "observer"),
        ("note", "observer", "x", "--evidence"),
        ("update", "observer", "in-progress", "--note"),
    ],
)
def test_what_is_typed_is_text(folder: Path, run: Run, words: tuple[str, ...]) -> None:
    before = (folder / "commitments.toml").read_bytes()
    ran = run(*words, os.fsdecode(b"\xe9t\xe9"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        r"tracker: error: \udce9t\udce9 is not UTF-8: set the terminal to UTF-8, and type it again" + "\n"
    )
    assert (folder / "commitments.toml").read_bytes() == before
