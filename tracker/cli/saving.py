"""A document into a file, whole or not at all: the old one stays until the new one is complete."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracker.cli.grammar import Option
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.cli.desk import Desk

OUTPUT = Option(
    "--output", "Write it to this file, whole or not at all; its ending tells the format", metavar="FILE"
)
_ENDINGS: Final = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".eml": "email",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".svg": "svg",
    ".ics": "ical",
    **{f".{name}": name for name in ("pdf", "doc", "xls", "odt", "ods", "rtf", "png", "jpg")},
}
"""What the ending of a file's name means; the last ones are no format of any command."""
_LONGEST = 40
"""Characters of a name that its temporary one keeps; file systems allow 255 bytes."""


def format_of(file: str, offered: Sequence[str]) -> str | None:
    """Tell the format that a file's name means, None for any; TrackerError if it is not among the offered."""
    path = Path(file)
    ending = path.suffix or (path.name if path.name.lower() in _ENDINGS else "")
    meant = _ENDINGS.get(ending.lower())
    if meant is None or meant in offered:
        return meant
    raise TrackerError(
        "{file}: there is no {ending} here; there are {formats}: name it otherwise, or add --format",
        file=file,
        ending=ending,
        formats=", ".join(offered),
    )


def save(desk: Desk, typed: str, content: bytes) -> None:
    """Put a document in a file, and say so; TrackerError if it can't be, or the file is the register's own.

    Its own are those that it includes, or would include, and its sources too.
    A symbolic link stays one, and a file that was there keeps its mode.
    """
    from tracker.workspace.own_files import refusal

    path = Path(os.path.realpath(typed))
    workspace = desk.workspace
    said = refusal(workspace.projection(), workspace.path, workspace.db, typed)
    if said is not None:
        raise TrackerError(said.msgid, **said.values)
    try:
        _replace(path, content)
    except OSError as error:
        raise TrackerError(
            "{file} can't be written: {reason}", file=typed, reason=error.strerror or str(error)
        ) from error
    desk.tell("written as {format}: {path}", format=desk.form, path=typed)


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
