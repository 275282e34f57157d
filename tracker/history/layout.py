"""Which files made up the register at a revision: itself, and what its includes matched there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from tracker.core.errors import TrackerError
from tracker.history.form import Form
from tracker.history.objects import Item, Objects

_WILD: Final = re.compile(r"[*?\[]")
_DEEPEST: Final = 64
_MOST: Final = 100_000
"""Files that are looked through; a few folders that hold each other many times can feign any number."""


class Layouts:
    """Finds the register's files in revisions, remembering what folders hold."""

    def __init__(self, objects: Objects, form: Form) -> None:
        """Take where to read and how."""
        self._objects, self._form = objects, form
        self._below: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {}
        self._matched: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    def files(self, tree: str, path: str, include: tuple[str, ...]) -> dict[str, str]:
        """Give the register's files in the tree of a commit; `path` is the register's own there.

        Ids of contents by path below the register's folder, itself first; {} where it isn't there.
        """
        folder, name = posixpath.split(path)
        home = self._objects.find(tree, folder)
        register = self._objects.find(home.id, name) if home and home.is_folder else None
        if home is None or register is None or register.is_folder:
            return {}
        found = {name: register.id}
        for pattern in include:
            for file, id_ in self._match(home, posixpath.normpath(pattern.replace("\\", "/"))):
                found.setdefault(file, id_)
        return found

    def _match(self, home: Item, pattern: str) -> tuple[tuple[str, str], ...]:
        """Give the files that a pattern matches; those outside the folder are not looked for."""
        parts = pattern.split("/")
        if parts[0] in {"", "..", "~"}:
            return ()
        fixed = next((n for n, part in enumerate(parts[:-1]) if _WILD.search(part)), len(parts) - 1)
        start = "/".join(parts[:fixed])
        top = self._objects.find(home.id, start)
        if top is None or not top.is_folder:
            return ()
        key = top.id, pattern
        if key not in self._matched:
            depth = _DEEPEST if "**" in parts else len(parts) - fixed
            below = {posixpath.join(start, name): id_ for name, id_ in self._walk(top.id, depth)}
            self._matched[key] = tuple((name, below[name]) for name in self._form.matching(below, pattern))
        return self._matched[key]

    def _walk(self, tree: str, depth: int) -> tuple[tuple[str, str], ...]:
        key = tree, depth
        if key not in self._below:
            self._below[key] = tuple(islice(self._descend(tree, depth), _MOST + 1))
            if len(self._below[key]) > _MOST:
                raise TrackerError(
                    "an include looks through more than {most} files at that revision", most=_MOST
                )
        return self._below[key]

    def _descend(self, tree: str, depth: int) -> Iterator[tuple[str, str]]:
        for item in self._objects.items(tree):
            if not item.is_folder:
                yield item.name, item.id
            elif depth > 1:
                for name, id_ in self._walk(item.id, depth - 1):
                    yield f"{item.name}/{name}", id_
