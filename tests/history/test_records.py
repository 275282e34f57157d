"""What is kept of commits is a help and never a hindrance."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tracker.core.errors import Text
from tracker.core.stated import Table
from tracker.history.records import Record, Records, Touched

SOME = {
    "one": Record(
        (
            Touched(
                "obligations", "a.x", None, Table({"title": "É", "bearers": ("X",)}, ({"on": "2026-01-01"},))
            ),
            Touched("settings", "", Table({}), None),
        )
    ),
    "two": Record(unreadable=Text("byte {byte}", {"byte": "0xff"})),
    "three": Record(),
}


def file(folder: Path) -> Path:
    return folder / "tracker" / "history.db"


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    Records(tmp_path).keep(SOME)
    assert Records(tmp_path).load() == SOME
    Records(tmp_path).keep({"four": Record()})
    assert Records(tmp_path).load() == SOME | {"four": Record()}


def test_nothing_is_kept_of_nothing(tmp_path: Path) -> None:
    Records(tmp_path).keep({})
    assert Records(tmp_path).load() == {}
    assert not file(tmp_path).exists()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look like one" * 30, b""])
def test_a_broken_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file(tmp_path).parent.mkdir()
    file(tmp_path).write_bytes(content)
    assert Records(tmp_path).load() == {}
    Records(tmp_path).keep(SOME)
    assert Records(tmp_path).load() == SOME


@pytest.mark.parametrize("found", ["{", "[]", '{"touched": [[1]], "unreadable": null}', '{"touched": []}'])
def test_a_record_that_says_nothing_of_sense_is_put_aside(tmp_path: Path, found: str) -> None:
    Records(tmp_path).keep(SOME)
    with sqlite3.connect(file(tmp_path)) as connection:
        connection.execute("INSERT INTO record VALUES ('x', ?)", (found,))
    connection.close()
    assert Records(tmp_path).load() == {}
    assert not file(tmp_path).exists()


def test_another_format_is_forgotten(tmp_path: Path) -> None:
    Records(tmp_path).keep(SOME)
    with sqlite3.connect(file(tmp_path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert Records(tmp_path).load() == {}
    Records(tmp_path).keep({"one": Record()})
    assert Records(tmp_path).load() == {"one": Record()}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "tracker").write_text("a file in the place of the folder")
    Records(tmp_path).keep(SOME)
    assert Records(tmp_path).load() == {}


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    file(tmp_path).mkdir(parents=True)
    Records(tmp_path).keep(SOME)
    assert Records(tmp_path).load() == {}


def test_a_broken_file_that_cannot_be_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file(tmp_path).parent.mkdir()
    file(tmp_path).write_bytes(b"broken" * 200)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert Records(tmp_path).load() == {}


def test_another_process_is_not_waited_for(tmp_path: Path) -> None:
    Records(tmp_path).keep(SOME)
    other = sqlite3.connect(file(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    Records(tmp_path).keep({"four": Record()})
    assert Records(tmp_path).load() == {}
    other.rollback()
    other.close()
    assert Records(tmp_path).load() == SOME
