"""Paths that the register states: includes and sources, and whether they stay in its folder.

A register comes from a colleague or a repository; what it names is read and shown. So nothing
outside its folder is, unless `settings.allow_outside` says so: not by an absolute path, nor by
`..`, nor through a link.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from tracker.core.errors import TrackerError
from tracker.register.disk.looking import Expansion, Look
from tracker.register.format.wrong import brief

if TYPE_CHECKING:
    from collections.abc import Iterable

_DRIVE: Final = re.compile(r"[A-Za-z]:")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LONGEST: Final = 500
_MOST: Final = 100_000
"""Files that the patterns of one register may match."""


def is_link(stated: str) -> bool:
    """Say whether a text is an address of the web, or of another scheme."""
    return _SCHEME.match(stated) is not None


def joined(folder: str, stated: str) -> str:
    """Give a path that a file in `folder` states, relative to the register's folder, with `/`."""
    stated = stated.replace("\\", "/")
    if _DRIVE.match(stated) or stated.startswith(("/", "~")):
        return stated
    return posixpath.normpath(posixpath.join(folder, stated))


def is_inside(path: str) -> bool:
    """Say whether a path that `joined` gave stays in the register's folder, as far as its letters say."""
    return not (
        path.startswith(("/", "~", "../"))
        or path == ".."
        or _DRIVE.match(path)
        or "\0" in path
        or is_link(path)
    )


def source_path(folder: Path, file: str, *, allow_outside: bool = False) -> Path:
    """Give the path of a source's `file` below the register's `folder`, links followed.

    TrackerError where it leads outside.
    """
    path = folder / file
    if not allow_outside and not (is_inside(file) and _is_below(path, folder)):
        raise TrackerError(
            "{path} lies outside the register's folder; move it there, or set settings.allow_outside = true",
            path=brief(file),
        )
    return path


def _is_below(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, or not a path at all
        return False


def expand(
    folder: Path, pattern: str, *, allow_outside: bool = False, looked: list[Look] | None = None
) -> list[Path]:
    """Give the files that an include's pattern matches, in order of their names.

    Names that begin with a dot are matched only by a pattern that says so. What was `looked` at to
    find them is added to that list. TrackerError where the pattern, or a file it matches, lies outside.
    """
    _check_length(pattern)
    stated = joined("", pattern)
    outside = TrackerError(
        "{path} lies outside the register's folder; move it there, or set settings.allow_outside = true",
        path=brief(pattern),
    )
    if not allow_outside and not is_inside(stated):
        raise outside
    try:
        expansion = Expansion(folder, PurePosixPath(stated))
        found = []
        for path in expansion.files():
            found.append(Path(path))
            if len(found) > _MOST:
                raise TrackerError(
                    "{pattern} matches more than {most} files", pattern=brief(pattern), most=_MOST
                )
    except (ValueError, OSError, RecursionError, re.error):
        raise TrackerError("{pattern} is not a pattern of file names", pattern=brief(pattern)) from None
    if not allow_outside and not all(_is_below(path, folder) for path in found):
        raise outside
    if looked is not None:
        looked.extend(expansion.looked.values())
    return sorted(found)


def _check_length(pattern: str) -> None:
    if len(pattern) > _LONGEST:
        raise TrackerError("{pattern} is not a pattern of file names", pattern=brief(pattern))


def matching(names: Iterable[str], pattern: str) -> list[str]:
    """Give the names that a pattern matches, in order, as `expand` does on the disk."""
    _check_length(pattern)
    form = _form(joined("", pattern))
    return sorted(name for name in names if form.fullmatch(name))


def _form(pattern: str) -> re.Pattern[str]:
    parts = []
    for part in pattern.split("/"):
        if part == "**":
            parts.append(r"(?:[^/.][^/]*/)*")
            continue
        said = "".join(_sign(sign) for sign in part)
        parts.append(("" if part.startswith(".") else r"(?!\.)") + said + "/")
    return re.compile("".join(parts).removesuffix("/"))


def _sign(sign: str) -> str:
    return {"*": "[^/]*", "?": "[^/]"}.get(sign, re.escape(sign))
