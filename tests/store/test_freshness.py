"""A change in a file is seen, and nothing is read that has not changed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.store.registers import HORIZON, register
from tracker.core.timelines import timelines
from tracker.store import freshness
from tracker.store.database import claim, memory, open_projection
from tracker.store.freshness import COARSE_NS, Seen, changed, seen
from tracker.store.projection import rebuild

OLD = 1_700_000_000_000_000_000
"""When the files were changed, long before they were read."""
SECOND = 1_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "commitments.toml"
    path.write_bytes(b"title = 1\n")
    os.utime(path, ns=(OLD, OLD))
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "a.toml").write_bytes(b"a = 1\n")
    return path


def soon_after(*paths: Path) -> int:
    """Give a time at which the paths have been as they are for long."""
    return max(max(path.stat().st_mtime_ns, path.stat().st_ctime_ns) for path in paths) + COARSE_NS + SECOND


def watched(root: Path, read_ns: int) -> list[Seen]:
    more = root.parent / "agreements" / "a.toml"
    return [
        seen(str(root), root.read_bytes(), read_ns),
        seen(str(more), more.read_bytes(), read_ns),
        seen(str(more.parent), None, read_ns),
    ]


def projected(
    root: Path, read_ns: int = 0, connection: sqlite3.Connection | None = None
) -> sqlite3.Connection:
    stated = register()
    connection = connection or memory()
    files = watched(root, read_ns or soon_after(root, *root.parent.rglob("*")))
    rebuild(connection, stated, timelines(stated, horizon=HORIZON), files, horizon=HORIZON)
    return connection


def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are compared by content."""
    paths: list[str] = []
    digest = freshness._digest  # noqa: SLF001 - what is shown is that it isn't called

    def noted(path: str) -> str:
        paths.append(path)
        return digest(path)

    monkeypatch.setattr(freshness, "_digest", noted)
    return paths


def test_what_has_not_changed_is_known_without_reading(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = projected(root)
    read = compared(monkeypatch)
    assert changed(connection, str(root), OLD) == []
    assert read == []


def test_another_register_or_none_is_changed(root: Path) -> None:
    assert changed(memory(), str(root), OLD) == [str(root)]
    assert changed(projected(root), "/other/commitments.toml", OLD) == ["/other/commitments.toml"]


def test_a_changed_content_is_changed(root: Path) -> None:
    connection = projected(root)
    root.write_bytes(b"title = 2\n")
    assert changed(connection, str(root), OLD) == [str(root)]
    root.unlink()
    assert changed(connection, str(root), OLD) == [str(root)]


def test_an_edit_in_the_same_moment_is_seen_although_size_and_times_are_the_same(root: Path) -> None:
    stamp = root.stat()
    read_ns = stamp.st_mtime_ns + SECOND
    files = [seen(str(root), b"title = 1\n", read_ns)]
    connection = memory()
    stated = register()
    rebuild(connection, stated, timelines(stated, horizon=HORIZON), files, horizon=HORIZON)
    with root.open("r+b") as file:
        file.write(b"title = 2\n")
    os.utime(root, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    ctime = root.stat().st_ctime_ns
    connection.execute("UPDATE files SET ctime_ns = ?, read_ns = ?", (ctime, ctime + SECOND))
    assert changed(connection, str(root), OLD) == [str(root)]


def test_what_was_edited_just_before_is_compared_until_it_has_settled(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latest = soon_after(root, *root.parent.rglob("*"))
    connection = projected(root, latest - COARSE_NS)
    read = compared(monkeypatch)
    assert changed(connection, str(root), latest - COARSE_NS) == []
    compared_first = len(read)
    assert compared_first > 0
    assert changed(connection, str(root), latest + SECOND) == []
    assert len(read) == 2 * compared_first
    assert changed(connection, str(root), latest + SECOND) == []
    assert len(read) == 2 * compared_first


def test_a_file_written_again_with_the_same_content_is_unchanged(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = projected(root)
    content = root.read_bytes()
    root.unlink()
    root.write_bytes(content)
    read = compared(monkeypatch)
    assert changed(connection, str(root), soon_after(root)) == []
    assert changed(connection, str(root), soon_after(root)) == []
    assert read == [str(root)]


def test_a_file_that_comes_or_goes_changes_its_folder(root: Path) -> None:
    connection = projected(root)
    folder = root.parent / "agreements"
    (folder / "commitments.db-journal").touch()
    (folder / ".hidden").touch()
    assert changed(connection, str(root), soon_after(folder)) == []
    (folder / "b.toml").touch()
    assert changed(connection, str(root), soon_after(folder)) == [str(folder)]
    (folder / "b.toml").unlink()
    assert changed(connection, str(root), soon_after(folder)) == []
    (folder / "a.toml").rename(folder / "c.toml")
    assert set(changed(connection, str(root), soon_after(folder))) == {str(folder / "a.toml"), str(folder)}


def test_a_folder_that_became_a_file_is_changed(root: Path) -> None:
    connection = projected(root)
    folder = root.parent / "agreements"
    (folder / "a.toml").unlink()
    folder.rmdir()
    folder.touch()
    assert str(folder) in changed(connection, str(root), soon_after(folder))


def test_a_database_that_is_held_is_not_waited_for(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    projected(root, 1, claim(path, reading=False)).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    connection = open_projection(path, wait=60)
    assert changed(connection, str(root), OLD) == []
    assert not connection.in_transaction
    assert connection.execute("PRAGMA busy_timeout").fetchone() == (60_000,)
    reader = sqlite3.connect(path, isolation_level=None)
    other.execute("ROLLBACK")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM files").fetchone()
    assert changed(connection, str(root), OLD) == []
    assert not connection.in_transaction


def test_a_folder_read_by_a_path_that_is_gone_cannot_be_described(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        seen(str(tmp_path / "gone"), None, 0)
