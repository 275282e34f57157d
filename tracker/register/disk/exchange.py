"""Two files of one file system swapped in one step, where the system can do that."""

from __future__ import annotations

import errno
import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE, linux/fs.h
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    if sys.platform != "linux":
        return None
    import ctypes  # of no use elsewhere, and not free

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]

    def renameat2(folder: int, one: bytes, other_folder: int, other: bytes, flags: int) -> int:
        return ctypes.get_errno() if call(folder, one, other_folder, other, flags) else 0

    return renameat2


def exchange(one: Path, other: Path) -> bool:
    """Swap two files; False where the system or the file system cannot. OSError if it fails."""
    call = _renameat2()
    if call is None:
        return False
    failure = call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    if failure in _CANNOT:
        return False
    if failure:
        raise OSError(failure, os.strerror(failure), str(one))
    return True
