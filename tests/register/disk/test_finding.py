"""The register found, where it is named and where it is not."""

import os
from pathlib import Path

import pytest

from tracker.core.errors import TrackerError
from tracker.register.disk.finding import find_register


def test_the_nearest_register_above_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "commitments.toml").touch()
    assert find_register(None, str(deep)) == str(tmp_path / "commitments.toml")
    (deep / "commitments.toml").touch()
    assert find_register(None, str(deep)) == str(deep / "commitments.toml")
    assert find_register("", str(deep)) == str(deep / "commitments.toml")


def test_the_path_given_wins(tmp_path: Path) -> None:
    (tmp_path / "commitments.toml").touch()
    path = tmp_path / "other.toml"
    path.touch()
    assert find_register(str(path), str(tmp_path)) == str(path)


def test_what_is_no_register_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError) as raised:
        find_register(None, str(tmp_path))
    assert str(raised.value) == (
        f"there is no commitments.toml in {tmp_path} or above it; go to its folder, give --file PATH, "
        "or run tracker init to begin a register"
    )
    missing = tmp_path / "x.toml"
    with pytest.raises(TrackerError) as raised:
        find_register(str(missing), str(tmp_path))
    assert str(raised.value) == (
        f"there is no file {missing}; check the name, or run tracker init to begin a register"
    )
    with pytest.raises(TrackerError) as raised:
        find_register(str(tmp_path), str(tmp_path))
    assert str(raised.value) == (
        f"{tmp_path} is a folder; name the register in it, for example {tmp_path}/commitments.toml"
    )
    with pytest.raises(TrackerError, match="there is no file"):
        find_register("a\0b", str(tmp_path))
    (tmp_path / "commitments.toml").mkdir()
    with pytest.raises(TrackerError, match="is a folder; a register is a file of that name"):
        find_register(None, str(tmp_path))


def test_a_link_to_nothing_does_not_give_way_to_the_register_above(tmp_path: Path) -> None:
    (tmp_path / "commitments.toml").touch()
    below = tmp_path / "below"
    below.mkdir()
    (below / "commitments.toml").symlink_to("nowhere.toml")
    for explicit in (None, str(below / "commitments.toml")):
        with pytest.raises(TrackerError, match=r"is a link to nowhere\.toml, which is not there"):
            find_register(explicit, str(below))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "commitments.toml")
    for explicit in (None, str(tmp_path / "commitments.toml"), "/dev/null"):
        with pytest.raises(TrackerError, match="is a device or a pipe; a register is a text file"):
            find_register(explicit, str(tmp_path))


def test_a_register_behind_a_locked_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> os.stat_result:
        raise PermissionError

    monkeypatch.setattr("os.stat", refuse)
    assert find_register("x.toml", str(tmp_path)) == "x.toml"


def test_a_name_is_spelled_in_one_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.toml").touch()
    assert find_register("./x.toml", str(tmp_path)) == find_register(".//x.toml", str(tmp_path)) == "x.toml"
