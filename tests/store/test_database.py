"""Whatever stands at the path of the database: it is used, built again, or left alone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.store.registers import DAY, dump, project, register
from tracker.core.errors import TrackerError
from tracker.store import database, queries
from tracker.store.database import claim, discard, is_broken, open_projection, trouble
from tracker.store.tables import APPLICATION, SCHEMA

STATED = register()
WHOLE = dump(project(STATED))
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commitments.db"


def built(path: Path) -> None:
    project(STATED, claim(path, reading=False)).close()


def is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT name FROM sqlite_master").fetchall()


def is_in_memory(connection: sqlite3.Connection) -> bool:
    return not connection.execute("PRAGMA database_list").fetchone()[2]


def rebuilt(path: Path) -> bool:
    """Whether a sync at that path gives the whole, on the disk."""
    assert is_empty(open_projection(path))
    built(path)
    return dump(open_projection(path)) == WHOLE


def test_a_missing_database_is_made_by_a_sync_and_not_by_a_look(path: Path) -> None:
    assert is_empty(open_projection(path))
    assert not path.exists()
    assert rebuilt(path)


def test_without_a_path_it_is_in_memory() -> None:
    assert is_in_memory(open_projection(None))
    assert is_in_memory(claim(None, reading=False))
    assert dump(project(STATED, claim(None, reading=False))) == WHOLE


@pytest.mark.parametrize("version", [SCHEMA - 1, SCHEMA + 1])
def test_another_version_is_dropped_and_built_again(path: Path, version: int) -> None:
    built(path)
    with sqlite3.connect(path) as connection:
        connection.execute('CREATE TABLE "odd ""name""" (x)')
        connection.execute("CREATE VIRTUAL TABLE odd_search USING fts5(x)")
        connection.execute(f"PRAGMA user_version = {version}")
    assert rebuilt(path)


def test_an_empty_file_or_database_is_taken(path: Path) -> None:
    path.touch()
    assert rebuilt(path)
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE gone (x)")
        connection.execute("DROP TABLE gone")
    assert rebuilt(path)


@pytest.mark.parametrize(
    "content", [b"not a database " * 999, b"x", b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 50]
)
def test_what_is_no_database_under_our_name_is_built_again(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert rebuilt(path)


@pytest.mark.parametrize("kept", [50, 100, 5_000, -4_096])
def test_a_truncated_database_is_built_again(path: Path, kept: int) -> None:
    built(path)
    path.write_bytes(path.read_bytes()[:kept])
    assert rebuilt(path)


def test_damage_that_is_found_late_is_told_and_helped(path: Path) -> None:
    built(path)
    content = bytearray(path.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    path.write_bytes(content)
    connection = open_projection(path)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        list(queries.rows(connection, DAY))
    connection.close()
    assert is_broken(caught.value)
    discard(path)
    assert rebuilt(path)


def test_other_errors_are_no_damage() -> None:
    assert not is_broken(sqlite3.OperationalError("no such table"))


@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize(
    "made",
    [
        "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)",
        "PRAGMA application_id = 7",
        f"CREATE TABLE theirs (x); PRAGMA user_version = {SCHEMA}",
    ],
)
def test_a_database_of_something_else_is_left_alone(path: Path, made: str, reading: bool) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(made)
    connection.close()
    content = path.read_bytes()
    for attempt in (partial(open_projection, path), partial(claim, path, reading=reading)):
        with pytest.raises(TrackerError, match="is not a database of this program, and is left alone"):
            attempt()
    assert path.read_bytes() == content


def test_a_damaged_database_of_something_else_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE theirs (x); PRAGMA application_id = 7")
    connection.close()
    content = path.read_bytes()[:5_000]
    path.write_bytes(content)
    with pytest.raises(TrackerError, match="left alone"):
        discard(path)
    for attempt in (partial(open_projection, path), partial(claim, path, reading=False)):
        with pytest.raises(TrackerError, match="left alone"):
            attempt()
    assert path.read_bytes() == content


def test_a_register_given_as_the_database_is_left_alone(tmp_path: Path) -> None:
    register_file = tmp_path / "commitments.toml"
    register_file.write_text('[settings]\ntitle = "Desk"\n')
    for attempt in (open_projection, lambda path: claim(path, reading=True)):
        with pytest.raises(TrackerError, match="left alone"):
            attempt(register_file)
    assert register_file.read_text() == '[settings]\ntitle = "Desk"\n'


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    for attempt in (open_projection, lambda path: claim(path, reading=True)):
        with pytest.raises(TrackerError, match="that is a folder"):
            attempt(tmp_path)


def test_there_has_to_be_a_folder(tmp_path: Path) -> None:
    assert is_empty(open_projection(tmp_path / "no" / "x.db"))
    with pytest.raises(TrackerError, match="there is no such folder"):
        claim(tmp_path / "no" / "x.db", reading=True)


@pytest.mark.parametrize("mode", ["IMMEDIATE", "EXCLUSIVE"])
def test_what_another_process_holds_is_read_in_memory_or_said(path: Path, mode: str) -> None:
    built(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"BEGIN {mode}")
    assert is_in_memory(claim(path, reading=True, wait=0))
    with pytest.raises(TrackerError, match="another program is writing to the database"):
        claim(path, reading=False, wait=0)
    seen = open_projection(path, wait=0)
    assert is_in_memory(seen) == (mode == "EXCLUSIVE")
    seen.close()
    other.execute("ROLLBACK")
    assert dump(open_projection(path)) == WHOLE


def test_other_trouble_is_said_with_its_reason(path: Path) -> None:
    assert str(trouble(sqlite3.OperationalError("disk is full"), path)).endswith(
        "can't be used: disk is full"
    )


def test_what_cannot_be_opened_is_taken_as_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError

    built(path)
    monkeypatch.setattr(database, "_connect", fails)
    assert is_in_memory(open_projection(path))


def test_trouble_in_claiming_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    monkeypatch.setattr(database, "_is_ours", fails)
    with pytest.raises(TrackerError, match="disk I/O error"):
        claim(path, reading=True)


def test_damage_that_cannot_be_removed_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    path.write_bytes(b"no database")
    monkeypatch.setattr(os, "unlink", refuses)
    with pytest.raises(TrackerError, match="is damaged and can't be removed: Permission denied"):
        discard(path)


@pytest.fixture
def shut() -> Iterator[Path]:
    """Give a folder that cannot be written, with a database in it that can't either."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / "commitments.db"
        built(path)
        path.chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(NOBODY)
        try:
            yield path
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of POSIX")
def test_a_shut_folder_is_read_from_the_disk_and_synced_in_memory(shut: Path) -> None:
    assert dump_of_disk(shut) == WHOLE
    assert is_in_memory(claim(shut, reading=False))
    assert is_in_memory(claim(shut.parent / "new.db", reading=False))
    assert is_empty(open_projection(shut.parent / "new.db"))


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of POSIX")
def test_a_shut_folder_with_an_open_file_is_synced_in_memory(shut: Path) -> None:
    os.seteuid(os.getuid())
    shut.chmod(0o666)
    if os.getuid() == 0:
        os.seteuid(NOBODY)
    assert is_in_memory(claim(shut, reading=False))
    assert dump_of_disk(shut) == WHOLE


def dump_of_disk(path: Path) -> object:
    connection = open_projection(path)
    assert not is_in_memory(connection)
    return dump(connection)


KILLED = """
import os, sys
from tests.store.registers import FILES, HORIZON, register
from tracker.core.timelines import timelines
from tracker.store.database import claim
from tracker.store.projection import rebuild

def some(stated):
    yield from list(timelines(stated, horizon=HORIZON))[:5]
    os._exit(9)

other = register(title="Other")
connection = claim(sys.argv[1], reading=False)
connection.execute("PRAGMA cache_size = 1")
rebuild(connection, other, some(other), FILES, horizon=HORIZON)
"""

SYNCS = """
import sys
from tests.store.registers import project, register
from tracker.store.database import claim

for _ in range(3):
    project(register(), claim(sys.argv[1], reading=False)).close()
"""


def process(code: str, path: Path) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    )


def test_a_process_that_is_killed_leaves_what_was_there(path: Path) -> None:
    assert process(KILLED, path).wait() == 9
    assert is_empty(open_projection(path))
    built(path)
    assert process(KILLED, path).wait() == 9
    assert dump(open_projection(path)) == WHOLE
    built(path)
    assert dump(open_projection(path)) == WHOLE


def test_two_processes_may_sync_at_once(path: Path) -> None:
    both = [process(SYNCS, path), process(SYNCS, path)]
    assert [one.wait() for one in both] == [0, 0]
    assert dump(open_projection(path)) == WHOLE


def test_a_reader_keeps_its_picture_while_another_writes(path: Path) -> None:
    built(path)
    reader = open_projection(path)
    with database.snapshot(reader):
        before = list(queries.rows(reader, DAY))
        writer = claim(path, reading=False, wait=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            project(register(title="Other"), writer)
        assert list(queries.rows(reader, DAY)) == before
    writer.close()
    project(register(title="Other"), claim(path, reading=False, wait=0)).close()
    assert queries.settings(reader).title == "Other"


def test_the_mark_is_in_the_file(path: Path) -> None:
    built(path)
    assert path.read_bytes()[68:72] == APPLICATION.to_bytes(4, "big") == b"trck"
