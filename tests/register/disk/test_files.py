"""The register found, and its bytes read."""

import os
from pathlib import Path

import pytest

from tracker.core.errors import Problem, TrackerError
from tracker.register.disk.files import decode, position, read_bytes, read_file, shown


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="is a folder; name a file in it"):
        read_bytes(tmp_path)
    with pytest.raises(TrackerError, match="there is no file"):
        read_bytes(tmp_path / "x")
    with pytest.raises(TrackerError, match="can't be read: "):
        read_bytes(tmp_path / ("x" * 5000))
    with pytest.raises(TrackerError, match="can't be read: "):
        read_bytes(Path("a\0b"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TrackerError, match="is not an ordinary file"):
        read_bytes(tmp_path / "pipe")


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.register.disk.files.LARGEST", 10)
    (tmp_path / "x").write_bytes(b"x" * 11)
    with pytest.raises(TrackerError, match="is larger than 0 MB; split it"):
        read_bytes(tmp_path / "x")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(TrackerError, match="can't be read: you have no permission"):
        read_bytes(tmp_path / "x")


def said(content: bytes) -> str:
    _, problem = decode(content, "r.toml")
    return str(problem)


def test_bytes_that_are_no_text() -> None:
    assert said(b"a = 1\nb = '\xe9'") == (
        "r.toml:2:6: E104 byte 0xe9 is not UTF-8; "
        "save the file as UTF-8 (in Excel: CSV UTF-8, in Notepad: UTF-8)"
    )
    assert said(b"\xef\xbb\xbf\xc3\xa9\xe9").startswith("r.toml:1:2: E104")
    assert said("a = 1".encode("utf-16")) == "r.toml:1:1: E104 the file is saved as UTF-16; save it as UTF-8"
    assert said(b"a = 1\n\0") == (
        "r.toml:2:1: E105 a NUL character stands here; this is not a text file, or not saved as UTF-8"
    )
    assert said(b"a = 1\r\nb = 2\rc = 3") == (
        "r.toml:2:6: E105 a carriage return stands alone here; save the file with line ends LF or CRLF"
    )


def test_a_conflict_is_named() -> None:
    conflict = (
        "a conflict that git left stands here; keep the lines that hold, and remove the markers "
        "<<<<<<<, ======= and >>>>>>>"
    )
    assert said(b"a = 1\n<<<<<<< HEAD\nb = 1\n=======\n>>>>>>> x\n") == f"r.toml:2:1: E106 {conflict}"
    assert said(b">>>>>>> theirs\n") == f"r.toml:1:1: E106 {conflict}"
    assert decode(b"a = '<<<<<<<'\n<<<<<<<<\n", "r.toml")[1] is None


def test_text_has_line_feeds_and_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\n")
    read, problem = read_file(path, "r.toml")
    assert (read.text, problem) == ("a = 1\nb = 2\n", None)
    assert (read.size, read.inode > 0) == (16, True)


def test_positions_count_from_one() -> None:
    assert position("é\nab", 0) == (1, 1)
    assert position("é\nab", 1) == (1, 2)
    assert position("é\nab", 3) == (2, 2)


def test_paths_are_shown_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    assert shown(desk / "r.toml") == "r.toml"
    assert shown(desk / "a" / "r.toml") == "a/r.toml"
    assert shown(tmp_path / "r.toml") == "../r.toml"
    assert shown(Path("/etc/r.toml")) in {"/etc/r.toml", "../../../../etc/r.toml"}
    assert shown(Path("../x/r.toml")) == "../x/r.toml"
    assert shown(tmp_path / "other" / "r.toml") == str(tmp_path / "other" / "r.toml")


def test_a_problem_without_a_line_names_the_file() -> None:
    _, problem = decode(b"\xff\xfe", "r.toml")
    assert isinstance(problem, Problem)
    assert problem.is_error
