"""A document into a file, whole or not at all: the old one stays until the new one is complete."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.grammar import Option
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from tracker.cli.desk import Desk

OUTPUT = Option("--output", "Write it to this file, whole or not at all", metavar="FILE")
_LONGEST = 40
"""Characters of a name that its temporary one keeps; file systems allow 255 bytes."""


def save(desk: Desk, typed: str, content: bytes) -> None:
    """Put a document in a file; TrackerError if it can't be written, or if it is the register's own.

    A symbolic link stays one, and a file that was there keeps its mode.
    """
    path = Path(os.path.realpath(typed))
    own = (desk.workspace.path, Path(desk.workspace.db))
    if any(path == Path(os.path.realpath(kept)) for kept in own):
        raise TrackerError("{file} is the register's own; name another file with --output", file=typed)
    try:
        _replace(path, content)
    except OSError as error:
        raise TrackerError(
            "{file} can't be written: {reason}", file=typed, reason=error.strerror or str(error)
        ) from error


def _replace(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not path.is_file():  # a device or a pipe is written to
        path.write_bytes(content)
        return
    beside = path.with_name(f".{path.name[:_LONGEST]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
