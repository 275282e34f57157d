"""One writer at a time, and no lock that outlives its holder."""

import errno
import fcntl
import multiprocessing
import os
import signal
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from tracker.core.errors import TrackerError
from tracker.register.disk.lock import FOLDER, BusyError, RegisterLock


def test_a_second_one_waits_and_then_says_so(tmp_path: Path) -> None:
    with RegisterLock(tmp_path), pytest.raises(BusyError, match="another tracker command"):
        RegisterLock(tmp_path, timeout=0.02).__enter__()
    with RegisterLock(tmp_path, timeout=0):
        pass


def test_it_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), RegisterLock(tmp_path):
        raise ZeroDivisionError
    with RegisterLock(tmp_path, timeout=0):
        pass


def _hold(folder: Path, held: Event) -> None:
    with RegisterLock(folder):
        held.set()
        signal.pause()


def test_a_killed_holder_holds_nobody_up(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    held = context.Event()
    process = context.Process(target=_hold, args=(tmp_path, held))
    process.start()
    assert held.wait(10)
    with pytest.raises(BusyError):
        RegisterLock(tmp_path, timeout=0).__enter__()
    process.kill()
    process.join()
    with RegisterLock(tmp_path, timeout=0):
        pass


def test_a_lock_file_that_was_removed_is_not_held_on_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock
    calls: list[int] = []

    def removed_first(descriptor: int, how: int) -> None:
        if not calls:
            (tmp_path / FOLDER / "lock").unlink()
        calls.append(how)
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", removed_first)
    with RegisterLock(tmp_path) as lock:
        assert lock.path.exists()
        assert len(calls) == 2


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOSYS])
def test_where_nothing_can_be_locked_nothing_is_written(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(*_: int) -> None:
        raise OSError(code, os.strerror(code))

    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(TrackerError, match="files cannot be locked there"):
        RegisterLock(tmp_path).__enter__()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_folder_that_is_not_there_or_not_ours(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="No such file"):
        RegisterLock(tmp_path / "x").__enter__()
    (tmp_path / FOLDER).write_text("")
    with pytest.raises(TrackerError, match=r"nothing was changed, since .* cannot be locked: "):
        RegisterLock(tmp_path).__enter__()


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TrackerError):
        RegisterLock(tmp_path).__enter__()
    assert not (tmp_path / "elsewhere").exists()


def test_a_colleagues_lock_file_can_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def protected(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "no")
        return opened(path, flags, mode)

    with RegisterLock(tmp_path):
        pass
    monkeypatch.setattr(os, "open", protected)
    with RegisterLock(tmp_path):
        pass
