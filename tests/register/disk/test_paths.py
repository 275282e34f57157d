"""Paths that a register states, and the patterns of its includes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.errors import TrackerError
from tracker.register.disk import paths
from tracker.register.disk.paths import expand, is_inside, is_link, joined, matching, source_path


@pytest.mark.parametrize(
    ("folder", "stated", "path", "inside"),
    [
        ("", "a.txt", "a.txt", True),
        ("agreements", "../texts/a.txt", "texts/a.txt", True),
        ("agreements", "../../a.txt", "../a.txt", False),
        ("", "..", "..", False),
        ("", "/etc/passwd", "/etc/passwd", False),
        ("", "C:\\a", "C:/a", False),
        ("", "\\\\host\\a", "//host/a", False),
        ("", "~/a", "~/a", False),
        ("", "..a", "..a", True),
        ("", "texts\\a.txt", "texts/a.txt", True),
        ("", "a\0b", "a\0b", False),
    ],
)
def test_paths_stay_inside(folder: str, stated: str, path: str, inside: bool) -> None:
    assert joined(folder, stated) == path
    assert is_inside(path) is inside


def test_links_are_told_from_files() -> None:
    assert is_link("https://x.org")
    assert is_link("file:///etc/passwd")
    assert not is_link("a/b:c")


def test_patterns_match_files_and_names_alike(tmp_path: Path) -> None:
    names = ["a.toml", "b/c.toml", "b/d/e.toml", "b/x.txt", ".git/f.toml", "b/.g.toml", "b[1].toml"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    for pattern, found in {
        "*.toml": ["a.toml", "b[1].toml"],
        "b/*.toml": ["b/c.toml"],
        "**/*.toml": ["a.toml", "b/c.toml", "b/d/e.toml", "b[1].toml"],
        "b/**/e.toml": ["b/d/e.toml"],
        "./b/?.toml": ["b/c.toml"],
        "b/.g.toml": ["b/.g.toml"],
        "*/c.toml": ["b/c.toml"],
        "nothing": [],
        "b": [],
    }.items():
        assert [path.relative_to(tmp_path).as_posix() for path in expand(tmp_path, pattern)] == found, pattern
        assert matching(names, pattern) == found, pattern


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_MOST", 1)
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    with pytest.raises(TrackerError, match=r"\* matches more than 1 files"):
        expand(tmp_path, "*")


def test_relative_folders_are_searched_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").touch()
    assert expand(Path(), "*.toml") == [Path("a.toml")]
    assert expand(tmp_path, "../*/a.toml", allow_outside=True)


def test_a_folder_may_have_signs_in_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "a[1]*"
    folder.mkdir()
    (folder / "b.toml").touch()
    assert expand(folder, "*.toml") == [folder / "b.toml"]


def test_links_are_followed_but_by_any_folders(tmp_path: Path) -> None:
    (tmp_path / "real" / "x").mkdir(parents=True)
    (tmp_path / "real" / "x" / "a.toml").touch()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "l").symlink_to("../real")
    (tmp_path / "more" / "gone.toml").symlink_to("nothing")
    (tmp_path / "more" / "round.toml").symlink_to("round.toml")
    assert expand(tmp_path, "more/*/*/*.toml") == [tmp_path / "more" / "l" / "x" / "a.toml"]
    assert expand(tmp_path, "**/a.toml") == [tmp_path / "real" / "x" / "a.toml"]
    assert expand(tmp_path, "**/**/a.toml") == [tmp_path / "real" / "x" / "a.toml"]
    assert expand(tmp_path, "more/*.toml") == expand(tmp_path, "more/**") == []


@pytest.mark.parametrize("pattern", ["a**", "more/b**.toml"])
def test_what_is_no_pattern(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(TrackerError, match="is not a pattern of file names"):
        expand(tmp_path, pattern)


def test_a_source_below_a_link_that_leads_outside(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "desk" / "way").symlink_to(tmp_path / "other")
    with pytest.raises(TrackerError, match="way/a lies outside the register's folder"):
        source_path(tmp_path / "desk", "way/a")
    assert source_path(tmp_path / "desk", "way/a", allow_outside=True) == tmp_path / "desk" / "way" / "a"


@given(st.text(max_size=30))
def test_any_pattern_is_answered(pattern: str) -> None:
    try:
        matching(["a.toml", "b/c"], pattern)
    except TrackerError as error:
        pytest.fail(str(error))
