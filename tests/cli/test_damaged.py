"""A database that is damaged where it is read is built again, or said to be of no use; never a traceback."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli import output
from tracker.cli.commands import show
from tracker.store.database import META, is_whole

DAMAGES = [
    "DELETE FROM meta",
    "DELETE FROM meta WHERE key = 'soon'",
    "DELETE FROM meta WHERE key = 'horizon'",
    "DELETE FROM files",
    "DROP TABLE segments",
    "DROP TABLE spans",
    "DROP TABLE parties",
    "DELETE FROM agreements",
    "UPDATE obligations SET title = CAST(x'ff41' AS TEXT) WHERE id = 22",
    "UPDATE files SET names = 'x'",
]
CALLS = [
    ("list", "--format", "json"),
    ("status",),
    ("show", "observer"),
    ("report",),
    ("sync",),
    ("calendar",),
]


def damaged(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / "commitments.db") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize("sql", DAMAGES)
@pytest.mark.parametrize("words", CALLS, ids=lambda words: words[0])
@pytest.mark.parametrize("is_edited", [False, True])
def test_it_is_built_again_when_it_is_read(
    folder: Path, run: Run, sql: str, words: tuple[str, ...], is_edited: bool
) -> None:
    before = run(*words)
    damaged(folder, sql)
    register = folder / "commitments.toml"
    if is_edited:
        register.write_text(register.read_text() + "# edited\n")
    assert run(*words) == before


@pytest.mark.parametrize("sql", DAMAGES)
def test_what_is_recorded_is_recorded_once_or_refused_with_the_way_out(
    folder: Path, run: Run, sql: str
) -> None:
    run("sync")
    damaged(folder, sql)
    register, database = folder / "commitments.toml", folder / "commitments.db"
    before = register.read_bytes()
    ran = run("note", "half-yearly", "once")
    if ran.code:
        assert ran.code == 2
        assert "can't be used" in ran.err
        assert "it may be deleted, and is then built anew" in ran.err
        assert register.read_bytes() == before
        database.unlink()
        assert run("note", "half-yearly", "once").code == 0
    assert register.read_text().count('note = "once"') == 1


def test_an_answer_that_breaks_off_says_so(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("list", "--format", "json").out
    monkeypatch.setattr(output, "_TOGETHER", 2)
    last = json.loads(before)[-1]["ref"]
    with sqlite3.connect(folder / "commitments.db") as connection:
        connection.execute("UPDATE obligations SET title = CAST(x'ff41' AS TEXT) WHERE ref = ?", (last,))
    connection.close()
    ran = run("list", "--format", "json")
    assert ran.code == 2
    assert ran.out
    assert "the answer is not whole" in ran.err
    assert run("list", "--format", "json").out == before


def test_what_is_wrong_with_the_program_is_not_laid_to_the_database(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object, **__: object) -> int:
        raise KeyError("wrong")

    run("sync")
    monkeypatch.setattr(show, "run", wrong)
    with pytest.raises(KeyError):
        run("show", "observer")


def test_a_database_that_is_held_is_not_removed(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object, **__: object) -> int:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    run("sync")
    before = (folder / "commitments.db").stat()
    monkeypatch.setattr(show, "run", held)
    ran = run("show", "observer")
    assert (ran.code, "another program is writing to the database" in ran.err) == (2, True)
    assert (folder / "commitments.db").stat() == before


def test_a_database_as_it_is_built_is_whole(folder: Path, run: Run) -> None:
    run("sync")
    path = folder / "commitments.db"
    assert is_whole(path)
    with sqlite3.connect(path) as connection:
        keys = {key for (key,) in connection.execute("SELECT key FROM meta")}
    connection.close()
    assert keys == META
