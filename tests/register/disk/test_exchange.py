"""Two files swapped in one step, or a plain no where that cannot be done."""

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.register.disk import exchange as module
from tracker.register.disk.exchange import exchange


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has it")
def test_two_files_swap(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "öther"
    one.write_text("1")
    other.write_text("2")
    assert exchange(one, other)
    assert (one.read_text(), other.read_text()) == ("2", "1")


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has it")
def test_what_fails_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("1")
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "none")


@pytest.mark.parametrize("call", [None, lambda *_: errno.EINVAL, lambda *_: errno.ENOSYS])
def test_where_it_cannot_be_done(
    call: Callable[..., int] | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "_renameat2", lambda: call)
    assert not exchange(tmp_path, tmp_path)


def test_other_systems_do_not_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert module._renameat2.__wrapped__() is None  # noqa: SLF001 - past the cache
