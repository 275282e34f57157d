"""One writer at a time: the right to change a register's files.

flock is used as it is: importing a library for it costs several times what the whole command
does otherwise.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from typing import TYPE_CHECKING, Final, Self

from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = ".tracker"
"""The folder beside the register for what helps to write it; left out of git."""

_PAUSE = 0.005  # seconds between two attempts

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota on the disk is used up",
    errno.EFBIG: "it would be larger than a file may be",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "this account may not write there",
    errno.EPERM: "this account may not write there",
    errno.ENOLCK: "files cannot be locked there",
    errno.ENOSYS: "files cannot be locked there",
    errno.EOPNOTSUPP: "files cannot be locked there",
}


class BusyError(TrackerError):
    """Another command holds the lock."""


class RegisterLock:
    """The right to write a register's files, for the length of a `with`; not reentrant.

    The system frees it when the process ends, however that ends: a lock file that is left
    behind holds nobody up.
    """

    def __init__(self, folder: Path, timeout: float = 10.0) -> None:
        """Take the register's folder, and how many seconds to wait for another command."""
        self.path = folder / FOLDER / "lock"
        self.timeout = timeout
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Wait for the lock; BusyError if it does not come free, TrackerError if it cannot be had."""
        end = time.monotonic() + self.timeout
        try:
            while not self._taken():
                if time.monotonic() >= end:
                    raise BusyError(
                        "another tracker command is changing the register: let it finish, then try again"
                    )
                time.sleep(_PAUSE)
        except OSError as error:
            raise TrackerError(
                "nothing was changed, since {file} cannot be locked: {reason}",
                file=str(self.path),
                reason=_reason(error),
            ) from error
        return self

    def __exit__(self, *_: object) -> None:
        """Give the lock back."""
        os.close(self._descriptor)
        self._descriptor = -1

    def _taken(self) -> bool:
        self.path.parent.mkdir(exist_ok=True)
        flags = os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            descriptor = os.open(self.path, os.O_RDWR | flags, 0o666)
        except PermissionError:  # made by a colleague: it can be locked all the same
            descriptor = os.open(self.path, os.O_RDONLY | flags)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), self.path.stat()):
                self._descriptor = descriptor
                return True
        except (BlockingIOError, FileNotFoundError):
            pass  # held by another, or removed in between
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        return False


def not_written(path: Path, error: OSError) -> TrackerError:
    """Make the error that says why a file was not changed."""
    return TrackerError("{file} was not changed: {reason}", file=str(path), reason=_reason(error))


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
