"""What git keeps, by its id, read from one process however much is asked.

Ids alone are asked for, never paths or revisions, so that nothing in a name can act.
"""

from __future__ import annotations

import os
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Final, NamedTuple, Self

from tracker.core.errors import TrackerError
from tracker.history.git import Repository, Talk

_FILES: Final = (b"100644", b"100755", b"100664")
_FOLDER: Final = b"40000"
_AHEAD: Final = 16
"""Objects that are asked for before they are needed, so that git and we work at the same time."""

_KEPT: Final = 4096
"""Folders that are kept in memory; most commits change one."""


class Item(NamedTuple):
    """One line of a folder: another folder, or a file; links and submodules are left out."""

    name: str
    id: str
    is_folder: bool


class Objects:
    """The contents of a repository, read by id."""

    def __init__(self, repository: Repository) -> None:
        """Start git's process; use as a context manager, which ends it."""
        self._talk = Talk(repository.folder, "cat-file", "--batch")
        self._asked: deque[str] = deque()
        self._ready: dict[str, bytes] = {}
        self._coming: Iterator[str] = iter(())
        self._trees: OrderedDict[str, bytes] = OrderedDict()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End git's process."""
        self._talk.close()

    def expect(self, ids: Iterable[str]) -> None:
        """Say what will be asked for next, in that order; each is then read ahead once."""
        self._coming = iter(ids)

    def read(self, id_: str) -> bytes:
        """Give an object's content; TrackerError where this repository lacks it."""
        if id_ not in self._ready and id_ not in self._asked:
            self._ask(id_)
        while id_ not in self._ready:
            self._receive()
        content = self._ready.pop(id_)
        while len(self._asked) + len(self._ready) < _AHEAD and (following := next(self._coming, None)):
            if following not in self._asked and following not in self._ready:
                self._ask(following)
        return content

    def _ask(self, id_: str) -> None:
        self._talk.ask(id_.encode())
        self._asked.append(id_)

    def _receive(self) -> None:
        id_ = self._asked.popleft()
        answer = self._talk.line().split()
        if len(answer) != 3 or not answer[2].isdigit():  # noqa: PLR2004 - id, type, size
            raise TrackerError(
                "git lacks the object {id}: this clone is not whole; git fetch --refetch brings the rest",
                id=id_,
            )
        self._ready[id_] = self._talk.read(int(answer[2]) + 1)[:-1]

    def items(self, tree: str) -> Iterator[Item]:
        """Give what a folder holds, in git's order."""
        return _items(self._tree(tree), len(tree) // 2)

    def find(self, tree: str, path: str) -> Item | None:
        """Follow a path of folders down from a tree, None where it leads nowhere."""
        item: Item | None = Item("", tree, is_folder=True)
        for name in path.split("/") if path else ():
            item = _find(self._tree(item.id), name, len(tree) // 2) if item and item.is_folder else None
        return item

    def _tree(self, id_: str) -> bytes:
        if id_ not in self._trees:
            self._trees[id_] = self.read(id_)
            if len(self._trees) > _KEPT:
                self._trees.popitem(last=False)
        return self._trees[id_]


def _items(content: bytes, size: int) -> Iterator[Item]:
    """Read a tree: mode, blank, name, NUL and the id's bytes, again and again."""
    position = 0
    while position < len(content):
        blank = content.index(b" ", position)
        end = content.index(b"\0", blank)
        mode, name = content[position:blank], content[blank + 1 : end]
        position = end + 1 + size
        if mode == _FOLDER or mode in _FILES:
            yield Item(os.fsdecode(name), content[end + 1 : position].hex(), mode == _FOLDER)


def _find(content: bytes, name: str, size: int) -> Item | None:
    """Find one line of a tree without reading the others: a folder may hold thousands."""
    for mode in (*_FILES, _FOLDER):
        line = mode + b" " + os.fsencode(name) + b"\0"
        if (start := content.find(line)) >= 0:
            start += len(line)
            return Item(name, content[start : start + size].hex(), mode == _FOLDER)
    return None
