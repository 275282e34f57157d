"""A file is the old one or the new one, whole, whatever happens in between."""

from __future__ import annotations

import _ctypes
import errno
import io
import os
import posix
import random
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tracker.core.errors import TrackerError
from tracker.register.disk import exchange as exchange_module
from tracker.register.disk import write
from tracker.register.disk.content import mark
from tracker.register.disk.write import ChangedError, replace_file

OLD, NEW, THEIRS, NEWEST = b"old\r\n", b"new", b"theirs", b"newest"


@pytest.fixture(params=["exchange", "rename"])
def file(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "rename":
        monkeypatch.setattr(write, "exchange", lambda *_: False)
    path = tmp_path / "c.toml"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_bytes_replace_the_old(file: Path) -> None:
    replace_file(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["c.toml"]


def test_another_version_is_left_alone(file: Path) -> None:
    file.write_bytes(THEIRS)
    with pytest.raises(ChangedError, match="changed by somebody else just now"):
        replace_file(file, OLD, NEW)
    assert file.read_bytes() == THEIRS


def test_a_version_that_comes_while_writing_is_noticed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look_for_left = write.sweep

    def swept(target: Path) -> None:
        look_for_left(target)
        file.write_bytes(THEIRS)

    monkeypatch.setattr(write, "sweep", swept)
    with pytest.raises(ChangedError):
        replace_file(file, OLD, NEW)
    assert file.read_bytes() == THEIRS
    assert names(file.parent) == ["c.toml"]


def test_of_two_versions_that_come_the_newest_stays_and_the_other_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(OLD)
    swap = exchange_module.exchange
    calls: list[Path] = []

    def exchange(one: Path, other: Path) -> bool:
        calls.append(one)
        if len(calls) < 3:
            other.write_bytes([THEIRS, NEWEST][len(calls) - 1])
        return swap(one, other)

    monkeypatch.setattr(write, "exchange", exchange)
    with pytest.raises(ChangedError, match=r"one version of it is now in .*c\.toml\.kept-"):
        replace_file(path, OLD, NEW)
    assert path.read_bytes() == NEWEST
    kept = next(tmp_path.glob("c.toml.kept-*"))
    assert kept.read_bytes() == THEIRS
    assert len(names(tmp_path)) == 2


def test_mode_and_link_stay(file: Path) -> None:
    file.chmod(0o640)
    link = file.parent / "link.toml"
    link.symlink_to("c.toml")
    replace_file(link, OLD, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives files away")
def test_owner_and_group_stay(file: Path) -> None:
    os.chown(file, 1234, 4321)
    replace_file(file, OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 4321)


def test_a_group_that_cannot_be_kept_is_a_refusal(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fchown(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no")

    mine, real = file.stat(), os.fstat
    monkeypatch.setattr(os, "fchown", fchown)
    monkeypatch.setattr(os, "fstat", lambda d: _with_group(real(d), mine.st_gid + 1))
    with pytest.raises(TrackerError, match="was not changed: it is for the group "):
        replace_file(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["c.toml"]


def _with_group(status: os.stat_result, group: int) -> os.stat_result:
    return os.stat_result((*status[:5], group, *status[6:]))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the quota on the disk is used up"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failing_disk_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def fsync(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(TrackerError, match=said):
        replace_file(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["c.toml"]


def test_a_file_that_may_not_grow_stays_as_it_is(file: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(TrackerError, match="larger than a file may be"):
            replace_file(file, OLD, b"x" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["c.toml"]


def test_a_protected_file_is_not_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(TrackerError, match="was not changed: this account may not write there"):
        replace_file(file, OLD, NEW)


def test_neither_a_folder_nor_nothing_is_replaced(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="is not a file"):
        replace_file(tmp_path, OLD, NEW)
    with pytest.raises(TrackerError, match="No such file"):
        replace_file(tmp_path / "x", OLD, NEW)


def test_what_a_killed_writer_left_is_swept(file: Path) -> None:
    digests = f"{mark(OLD)}-{mark(NEW)}.00000000"
    (file.parent / f".c.toml.{digests}.part").write_bytes(b"ne")
    (file.parent / f".c.toml.{digests}.tmp").write_bytes(OLD)
    (file.parent / ".c.toml.swp").write_bytes(b"an editor's")
    replace_file(file, OLD, NEW)
    assert names(file.parent) == [".c.toml.swp", "c.toml"]


def test_a_version_that_a_killed_writer_held_is_kept_and_told(file: Path) -> None:
    digests = f"{mark(OLD)}-{mark(NEW)}.00000000"
    (file.parent / f".c.toml.{digests}.tmp").write_bytes(THEIRS)
    with pytest.raises(ChangedError, match="one version of it is now in"):
        replace_file(file, OLD, NEW)
    assert next(file.parent.glob("c.toml.kept-*")).read_bytes() == THEIRS
    replace_file(file, OLD, NEW)
    assert file.read_bytes() == NEW


WRITER = """
import sys
from pathlib import Path
from tracker.register.disk.content import mark
from tracker.register.disk.write import ChangedError, RegisterLock, replace_file
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    line = f"{name}-{number}\\n".encode()
    while True:
        try:
            with RegisterLock(path.parent):
                before = path.read_bytes()
                replace_file(path, before, before + line)
            break
        except ChangedError:
            continue
    print(line.decode(), end="", flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def test_killed_writers_lose_nothing_that_they_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(b"")
    dice = random.Random(2)  # noqa: S311 - moments, no secrets
    confirmed: list[str] = []
    for number in range(15):
        process = writer(path, f"w{number}", 10_000)
        assert process.stdout
        confirmed.append(process.stdout.readline())
        time.sleep(dice.random() / 50)
        process.send_signal(signal.SIGKILL)
        confirmed += process.stdout.read().splitlines(keepends=True)
        process.wait()
        process.stdout.close()
    last = writer(path, "last", 1)
    assert last.communicate()[0] == "last-0\n"
    lines = path.read_text().splitlines(keepends=True)
    assert set(filter(lambda line: line.endswith("\n"), confirmed)) <= set(lines)
    assert len(set(lines)) == len(lines)
    assert all(line.endswith("\n") for line in lines)
    assert names(tmp_path) == [".tracker", "c.toml"]


def test_killed_at_any_call_it_is_the_old_file_or_the_new(file: Path) -> None:
    for number in range(1, 200):
        file.write_bytes(OLD)
        child = os.fork()
        if not child:
            _killed_at(number, file)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if not status:
            break
        assert status == -signal.SIGKILL
        found = file.read_bytes()
        assert found in {OLD, NEW}
        replace_file(file, found, NEWEST)
        assert names(file.parent) == ["c.toml"]
    assert number > 20
    assert file.read_bytes() == NEW


def _killed_at(number: int, file: Path) -> None:
    """Replace the file and end, or be killed before the `number`-th time that the system is asked."""
    left = number

    def count(_: object, event: str, called: object) -> None:
        nonlocal left
        asked = getattr(called, "__self__", None)
        left -= event == "c_call" and (asked is _ctypes or asked is posix or isinstance(asked, io.IOBase))
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.setprofile(count)
        replace_file(file, OLD, NEW)
        sys.setprofile(None)
        os._exit(0)
    finally:
        os._exit(1)


def finished(crowd: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for the writers, and give the lines that they confirmed."""
    confirmed: list[str] = []
    for process in crowd:
        confirmed += process.communicate()[0].splitlines(keepends=True)
        assert process.returncode == 0
    return confirmed


def test_a_crowd_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(b"")
    confirmed = finished([writer(path, f"w{number}", 25) for number in range(4)])
    assert len(confirmed) == 100
    assert sorted(path.read_text().splitlines(keepends=True)) == sorted(confirmed)


def test_an_editor_that_keeps_out_of_the_lock_loses_nothing_to_a_crowd(tmp_path: Path) -> None:
    path, draft = tmp_path / "c.toml", tmp_path / "draft"
    path.write_bytes(b"")
    crowd = [writer(path, f"w{number}", 25) for number in range(3)]
    saved = 0
    while any(process.poll() is None for process in crowd):
        draft.write_bytes(path.read_bytes() + f"editor-{saved}\n".encode())
        draft.replace(path)  # whatever came since it was read is the editor's to answer for
        saved += 1
        time.sleep(0.005)
    finished(crowd)
    found = "".join(version.read_text() for version in tmp_path.glob("c.toml*"))
    assert {f"editor-{number}" for number in range(saved)} <= set(found.splitlines())
