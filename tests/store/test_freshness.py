"""A change in a file is seen, and nothing is read that has not changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.store.registers import HORIZON, register
from tracker.core.timelines import timelines
from tracker.register.disk.looking import answer
from tracker.register.segments import segments as split
from tracker.store import freshness
from tracker.store.database import claim, memory, open_projection
from tracker.store.freshness import COARSE_NS, MISSING, Seen, asked, is_settled
from tracker.store.projection import rebuild
from tracker.store.segments import lines

OLD = 1_700_000_000_000_000_000
"""When the files were changed, long before they were read."""
SECOND = 1_000_000_000
TICK = 10_000_000


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


def changed(connection: sqlite3.Connection, root: str, now_ns: int) -> list[str]:
    return freshness.changed(connection, root, now_ns, answer)


def seen(path: Path, read_ns: int, *forms: str) -> Seen:
    """Describe a file, or a place of which names of these forms were asked."""
    names = asked({form: answer(str(path), form) for form in forms}) if forms else ""
    if not path.exists():
        return Seen(str(path), MISSING, 0, 0, 0, names, read_ns)
    now = path.stat()
    return Seen(str(path), now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, names, read_ns)


def watched(root: Path, read_ns: int) -> list[Seen]:
    more = root.parent / "agreements" / "a.toml"
    return [
        seen(root, read_ns),
        seen(more, read_ns),
        seen(more.parent, read_ns, r"[^.].*\.toml"),
        seen(root.parent / "later.toml", read_ns, ""),
    ]


def segments(root: Path) -> Iterator[tuple[object, ...]]:
    for path in (root, root.parent / "agreements" / "a.toml"):
        yield from lines(str(path), split(path.read_text()))


def projected(
    root: Path, read_ns: int = 0, connection: sqlite3.Connection | None = None
) -> sqlite3.Connection:
    stated = register()
    connection = connection or memory()
    files = watched(root, read_ns or soon_after(root, *root.parent.rglob("*")))
    spans = timelines(stated, horizon=HORIZON)
    rebuild(connection, stated, spans, files, horizon=HORIZON, segments=segments(root))
    return connection


def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are compared by content."""
    paths: list[str] = []
    compare = freshness._is_same  # noqa: SLF001 - what is shown is that it isn't called

    def noted(connection: sqlite3.Connection, path: str, *known: Any) -> bool:
        paths.append(path)
        return compare(connection, path, *known)

    monkeypatch.setattr(freshness, "_is_same", noted)
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
    files = [seen(root, read_ns)]
    connection = memory()
    stated = register()
    rebuild(connection, stated, timelines(stated, horizon=HORIZON), files, horizon=HORIZON)
    with root.open("r+b") as file:
        file.write(b"title = 2\n")
    os.utime(root, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    ctime = root.stat().st_ctime_ns
    connection.execute("UPDATE files SET ctime_ns = ?, read_ns = ?", (ctime, ctime + TICK))
    assert changed(connection, str(root), OLD) == [str(root)]


@pytest.mark.parametrize(
    ("mtime", "ctime", "read", "settled"),
    [
        (OLD, OLD + 1, OLD + TICK, False),
        (OLD, OLD + 1, OLD + 3 * TICK, True),
        (OLD + 3 * TICK, OLD + 1, OLD + 3 * TICK, False),
        (OLD, OLD, OLD + SECOND, False),
        (OLD, OLD, OLD + COARSE_NS, False),
        (OLD, OLD, OLD + COARSE_NS + 1, True),
        (OLD + SECOND, OLD, OLD + COARSE_NS + 1, False),
    ],
)
def test_times_tell_once_the_clock_has_gone_on_that_they_are_taken_from(
    mtime: int, ctime: int, read: int, settled: bool
) -> None:
    assert is_settled(mtime, ctime, read) is settled


def test_a_file_saved_with_other_line_ends_is_the_same_text(root: Path) -> None:
    connection = projected(root)
    content = root.read_bytes()
    for again in (b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n")):
        root.write_bytes(again)
        size = root.stat().st_size
        connection.execute("UPDATE files SET size = ? WHERE path = ?", (size, str(root)))
        assert changed(connection, str(root), OLD) == []
    root.write_bytes(content.replace(b"1\n", b"2\r\n"))
    connection.execute("UPDATE files SET size = ? WHERE path = ?", (root.stat().st_size, str(root)))
    assert changed(connection, str(root), OLD) == [str(root)]


def test_what_was_edited_just_before_is_compared_until_it_has_settled(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latest = soon_after(root, *root.parent.rglob("*"))
    just_after = latest - COARSE_NS - SECOND + TICK
    connection = projected(root, just_after)
    read = compared(monkeypatch)
    assert changed(connection, str(root), just_after) == []
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


def test_what_was_looked_for_and_comes_is_changed(root: Path) -> None:
    connection = projected(root)
    later = root.parent / "later.toml"
    later.mkdir()
    assert changed(connection, str(root), soon_after(root)) == [str(later)]
    later.rmdir()
    assert changed(connection, str(root), soon_after(root)) == []
    later.symlink_to("x.txt")
    assert changed(connection, str(root), soon_after(root)) == []
    (root.parent / "x.txt").touch()
    assert changed(connection, str(root), soon_after(root)) == [str(later)]
