"""What was looked at to find the files that a pattern means, and what was to be seen there.

Asked again later, the same places tell whether the pattern means other files by now.
"""

# ruff: noqa: PTH116, PTH118 - of names alone, since there may be many thousands

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from fnmatch import translate
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from tracker.core.digests import digest

KIND: Final = ""
"""Asks what stands at a path; anything else is the form of names in a folder: of files, with one of
these behind it of folders."""
_FOLDERS: Final = "/"
_OWN_FOLDERS: Final = "//"
"""Folders that are not links, which is where `**` goes."""


class Look(NamedTuple):
    """What was asked of a path, and the answer.

    `status` is None where nothing stood there; `read_ns` a time (ns since 1970) before it was looked.
    """

    path: str
    asked: str
    answer: str
    status: os.stat_result | None
    read_ns: int


def answer(path: str, asked: str) -> str:
    """Say what is to be seen at a path now; the same as before means that nothing came or went."""
    return _digested(_names(path, asked)[0]) if asked else _kind(path)


class Expansion:
    """The files below a folder that a pattern means, and what was `looked` at to find them."""

    def __init__(self, folder: Path, pattern: PurePosixPath) -> None:
        """Take a pattern as pathlib has them: `*`, `?` and `[…]` in a name, `**` for any folders.

        Names that begin with a dot are meant only where a name of the pattern says so.
        """
        self.looked: dict[tuple[str, str], Look] = {}
        start = Path(pattern.anchor) if pattern.is_absolute() else folder
        self._names = pattern.parts[1:] if pattern.is_absolute() else pattern.parts
        if any("**" in name and name != "**" for name in self._names):
            raise ValueError(pattern)
        is_open = pattern.is_absolute() or any(name.startswith(".") for name in self._names)
        self._seen = "" if is_open else r"(?!\.)"
        self._start = os.fspath(start)
        self._been: set[tuple[str, int]] = set()

    def files(self) -> Iterator[str]:
        """Yield the files, in no order, each once."""
        return self._below(self._start, 0) if self._names else iter(())

    def _below(self, path: str, number: int) -> Iterator[str]:
        """Yield the files below a folder that the names from the `number`-th on mean."""
        if (path, number) in self._been:
            return
        self._been.add((path, number))
        name, is_last = self._names[number], number + 1 == len(self._names)
        if name == "**":
            if is_last:  # it means folders
                return
            yield from self._below(path, number + 1)
            for folder in self._look(path, f"{self._seen}(?s:.*){_OWN_FOLDERS}"):
                yield from self._below(os.path.join(path, folder), number)
        elif any(sign in name for sign in "*?["):
            found = self._look(path, f"{self._seen}{translate(name)}{'' if is_last else _FOLDERS}")
            for each in found:
                below = os.path.join(path, each)
                if is_last:
                    yield below
                else:
                    yield from self._below(below, number + 1)
        elif not is_last:
            yield from self._below(os.path.join(path, name), number + 1)
        elif Path(below := os.path.join(path, name)).is_file():
            yield below
        else:
            self._look(below, KIND)

    def _look(self, path: str, asked: str) -> list[str]:
        """Look at a path, and note it; give the names in it that answer."""
        read_ns = time.time_ns()
        try:
            status = os.stat(path)
        except OSError:
            status = None
        names, others = _names(path, asked) if asked else ([], [])
        found = _digested(names) if asked else _kind(path)
        self.looked[path, asked] = Look(path, asked, found, status, read_ns)
        for link in others:  # where it leads to may change, and nothing in this folder with it
            self._look(os.path.join(path, link), KIND)
        return names


def _names(path: str, asked: str) -> tuple[list[str], list[str]]:
    """Give the names in a folder that answer, and those of links that would if they led elsewhere."""
    form = re.compile(asked.rstrip("/"))
    names: list[str] = []
    others: list[str] = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if not form.fullmatch(entry.name):
                    continue
                if _answers(entry, asked):
                    names.append(entry.name)
                elif entry.is_symlink() and not asked.endswith(_OWN_FOLDERS):
                    others.append(entry.name)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return [], []
    return names, others


def _answers(entry: os.DirEntry[str], asked: str) -> bool:
    if not asked.endswith(_FOLDERS):
        return Path(entry.path).is_file() if entry.is_symlink() else entry.is_file()
    if entry.is_symlink():
        return not asked.endswith(_OWN_FOLDERS) and Path(entry.path).is_dir()
    return entry.is_dir()


def _digested(names: list[str]) -> str:
    return digest("\0".join(sorted(names)).encode(errors="surrogateescape"))


def _kind(path: str) -> str:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return ""
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"
