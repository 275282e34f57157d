"""Where the register is: named, or found in this folder or the nearest above it.

Apart from the reading of it, and on `os.path` alone: every command begins here, and pathlib takes
longer to import than a question takes to answer.
"""

# ruff: noqa: PTH100, PTH114, PTH115, PTH116, PTH118, PTH120 - pathlib takes longer to import than a command has for reading

from __future__ import annotations

import os
import stat
from typing import Final

from tracker.core.errors import TrackerError

REGISTER: Final = "commitments.toml"


def find_register(explicit: str | None, start: str) -> str:
    """Find the register: the path given, else `commitments.toml` in `start` or the nearest parent.

    TrackerError where there is none, or where it is a folder.
    """
    if explicit:
        return _given(explicit)
    folder = os.path.abspath(start)
    while True:
        path = os.path.join(folder, REGISTER)
        kind = _kind(path)
        _refuse(kind, path)
        if kind == "folder":
            raise TrackerError("{path} is a folder; a register is a file of that name", path=path)
        if kind:
            return path
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    raise TrackerError(
        "there is no {name} in {folder} or above it; go to its folder, give --file PATH, "
        "or run tracker init to begin a register",
        name=REGISTER,
        folder=start,
    )


def _given(explicit: str) -> str:
    path = explicit
    if "./" in path or "//" in path or path.endswith("/"):  # as it is compared with what was stored
        from pathlib import Path

        path = str(Path(path))
    kind = _kind(path)
    _refuse(kind, path)
    if kind == "folder":
        raise TrackerError(
            "{path} is a folder; name the register in it, for example {example}",
            path=path,
            example=os.path.join(path, REGISTER),
        )
    if kind == "":
        raise TrackerError(
            "there is no file {path}; check the name, or run tracker init to begin a register", path=path
        )
    return path


def _refuse(kind: str, path: str) -> None:
    """Refuse what stands there and is no file; what it hides is not to be answered for instead."""
    if kind == "broken link":
        target = os.readlink(path)
        raise TrackerError("{path} is a link to {target}, which is not there", path=path, target=target)
    if kind == "device":
        raise TrackerError("{path} is a device or a pipe; a register is a text file", path=path)


def _kind(path: str) -> str:
    try:
        mode = os.stat(path).st_mode
    except PermissionError:
        return "locked"
    except (OSError, ValueError):
        return "broken link" if os.path.islink(path) else ""
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "device"
