"""The register's files on the disk, read from bytes to text.

Text goes on with LF alone and without a byte order mark, since the two parsers differ on both;
lines and columns are the same as in the file.
"""

from __future__ import annotations

import os
import re
import stat
import time
from pathlib import Path
from typing import Final, NamedTuple

from tracker.core.errors import Problem, Text, TrackerError

LARGEST: Final = 1 << 30
"""Bytes of one file that are read: some two million obligations."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


class FileRead(NamedTuple):
    """A file as it was read.

    `name` is how messages call it, `text` has LF and no byte order mark. `size` (bytes), `mtime_ns`,
    `ctime_ns` and `inode` are those of the file that was read, `read_ns` the time (ns since 1970)
    just before that; 0 for a text that doesn't come from the disk.
    """

    path: Path
    name: str
    text: str
    size: int = 0
    mtime_ns: int = 0
    ctime_ns: int = 0
    inode: int = 0
    read_ns: int = 0


def shown(path: Path) -> str:
    """Say a path as a person in the working folder would type it."""
    here = Path.cwd()
    if not path.is_absolute():
        return path.as_posix()
    folder = path.parent
    if here == folder or here in folder.parents or folder in here.parents:
        return Path(os.path.relpath(path, here)).as_posix()
    return path.as_posix()


def read_file(path: Path, name: str) -> tuple[FileRead, Problem | None]:
    """Read a file; the problem says that it isn't UTF-8 or not TOML's characters.

    TrackerError where it can't be read at all.
    """
    began = time.time_ns()
    content, info = read_bytes(path)
    read, problem = taken(path, name, content)
    size, inode, times = info.st_size, info.st_ino, (info.st_mtime_ns, info.st_ctime_ns)
    return FileRead(path, name, read.text, size, *times, inode, began), problem


def taken(path: Path, name: str, content: bytes) -> tuple[FileRead, Problem | None]:
    """Take bytes as those of a file, as `read_file` does; what the disk says of it stays 0."""
    text, problem = decode(content, name)
    return FileRead(path, name, text), problem


def read_bytes(path: Path) -> tuple[bytes, os.stat_result]:
    """Read an ordinary file of at most `LARGEST` bytes; TrackerError says why it can't be."""
    try:
        # non-blocking, so that a pipe in the place of a file answers instead of waiting
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as stream:  # noqa: PTH123 - a descriptor, not a path
            info = os.fstat(handle)
            if not stat.S_ISREG(info.st_mode):
                raise TrackerError("{path} is not an ordinary file; name a file of text", path=str(path))
            content = stream.read(LARGEST + 1)
    except PermissionError:
        raise TrackerError(
            "{path} can't be read: you have no permission; ask its owner, or check its mode", path=str(path)
        ) from None
    except FileNotFoundError:
        raise TrackerError("there is no file {path}", path=str(path)) from None
    except IsADirectoryError:
        raise TrackerError("{path} is a folder; name a file in it", path=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError("{path} can't be read: {reason}", path=str(path), reason=reason) from None
    if len(content) > LARGEST:
        raise TrackerError(
            "{path} is larger than {limit} MB; split it, and name the parts under include",
            path=str(path),
            limit=LARGEST >> 20,
        )
    return content, info


def decode(content: bytes, name: str) -> tuple[str, Problem | None]:
    """Turn bytes into text with LF; with a problem the text is what could be read of it."""
    if content.startswith(_UTF16):
        text = Text("the file is saved as UTF-16; save it as UTF-8")
        return "", Problem(name, 1, 1, "E104", text)
    content = content.removeprefix(_BOM)
    try:
        decoded = content.decode()
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        line = content.count(b"\n", 0, start) + 1
        column = len(content[start : error.start].decode()) + 1
        text = Text(
            "byte {byte} is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8, in Notepad: UTF-8)",
            {"byte": f"0x{content[error.start]:02x}"},
        )
        return content[: error.start].decode(), Problem(name, line, column, "E104", text)
    return normalise(decoded, name)


def normalise(text: str, name: str) -> tuple[str, Problem | None]:
    """Make every line end with LF alone; the problem is a character that TOML refuses, or a conflict."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text:
            said = Text("a carriage return stands alone here; save the file with line ends LF or CRLF")
            return text, Problem(name, *position(text, text.index("\r")), "E105", said)
    if "\0" in text:
        said = Text("a NUL character stands here; this is not a text file, or not saved as UTF-8")
        return text, Problem(name, *position(text, text.index("\0")), "E105", said)
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (marker := _CONFLICT.search(text)):
        said = Text(
            "a conflict that git left stands here; keep the lines that hold, and remove the markers "
            "<<<<<<<, ======= and >>>>>>>"
        )
        return text, Problem(name, *position(text, marker.start()), "E106", said)
    return text, None


def position(text: str, offset: int) -> tuple[int, int]:
    """Give line and column, both from 1, of an offset in code points."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, start) + 1, offset - start + 1
