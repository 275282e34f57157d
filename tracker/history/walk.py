"""From commit to commit: which things of the register each one touched.

A commit touches what it leaves different from every parent, so that a merge counts only for what
it settled itself: of a log that both sides added to, for nothing. A commit whose register can't be
read is passed over: those after it are compared with the last one before it that could be.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from tracker.core.settled import merged_from
from tracker.core.stated import Table
from tracker.history.commits import Node
from tracker.history.layout import Layouts
from tracker.history.objects import Objects
from tracker.history.records import Record, Touched
from tracker.history.revisions import Past
from tracker.history.things import Texts, Things
from tracker.history.versions import Key, UnreadableError, Version, cut

_KEPT: Final = 64 << 20
"""Bytes of versions that are kept to cut others with their help, and to compare."""

Files = dict[str, str]
"""Ids of contents by path below the register's folder, the register itself first."""


class Walk:
    """Finds out what commits touched, parents before their children."""

    def __init__(
        self, past: Past, objects: Objects, newest_first: Sequence[Node], at: dict[str, str]
    ) -> None:
        """Take the commits, and the register's path `at` each of them."""
        self._past, self._objects, self._at = past, objects, at
        self._commits = {node.id: node for node in newest_first}
        self._layouts = Layouts(objects, past.form)
        self._things = Things(past.form)
        self._versions: OrderedDict[str, tuple[Version, Mapping[Key, Texts]]] = OrderedDict()
        self._size = 0
        self._latest: dict[str, tuple[Version, Mapping[Key, Texts]]] = {}
        self._files: dict[str, Files] = {}
        self.records: dict[str, Record] = {}

    def key(self, node: Node) -> str:
        """Name all that a record depends on."""
        return "\0".join((node.id, self._at[node.id], *node.parents))

    def registers(self, todo: Iterable[Node]) -> list[str]:
        """Give the ids of the register's own contents at commits, each once, in order."""
        found = (self._objects.find(node.tree, self._at[node.id]) for node in todo)
        return [*dict.fromkeys(item.id for item in found if item)]

    def record(self, node: Node) -> Record:
        """Find out what a commit did; its parents' records are already in `records`."""
        try:
            here = self._layout(node)
            if node.parents:
                parents = [self._readable(parent) for parent in node.parents]
                if here in parents:
                    return Record()
                return Record(tuple(self._touched(parents, here)))
            touched = tuple(self._touched([{}], here))
            return Record() if node.id in self._past.repository.shallow else Record(touched)
        except UnreadableError as error:
            return Record(unreadable=error.text)

    def _readable(self, id_: str) -> Files:
        """Give the files of a commit, or of the nearest before it that can be read."""
        node = self._commits[id_]
        while self.records[node.id].unreadable:
            if not node.parents:
                return {}
            node = self._commits[node.parents[0]]
        return self._layout(node)

    def _layout(self, node: Node) -> Files:
        if node.id not in self._files:
            path = self._at[node.id]
            files = self._layouts.files(node.tree, path, ())
            for name, id_ in [*files.items()]:
                version, _ = self._load(name, id_)
                if include := self._things.include(version.blocks[0][1]):
                    files = self._layouts.files(node.tree, path, include)
            self._files[node.id] = files
        return self._files[node.id]

    def _load(self, name: str, id_: str) -> tuple[Version, Mapping[Key, Texts]]:
        """Give a version and its things, cut with the help of the one of the same file before it."""
        if id_ in self._versions:
            self._versions.move_to_end(id_)
            return self._versions[id_]
        near, things = self._latest.get(name, (None, None))
        version = cut(self._objects.read(id_), self._past.form, near)
        loaded = version, self._things.texts(version, things)
        self._latest[name] = self._versions[id_] = loaded
        self._size += len(version.content)
        while self._size > _KEPT and len(self._versions) > 1:
            self._size -= len(self._versions.popitem(last=False)[1][0].content)
        return loaded

    def _touched(self, parents: Sequence[Files], here: Files) -> Iterator[Touched]:
        """Give what differs from every parent, whichever file it stands in."""
        compared = [(self._gathered(before, here), self._gathered(here, before)) for before in parents]
        keys = set.intersection(*({key for key, _ in old.items() ^ new.items()} for old, new in compared))
        _, new = compared[0]
        for key in sorted(keys):
            now = self._table(key, new)
            was = merged_from([self._table(key, old) for old, _ in compared], now)
            if now != was:
                yield Touched(key[0], ".".join(key[1:]), was, now)

    def _gathered(self, files: Files, other: Files) -> Mapping[Key, Texts]:
        """Give the things of the files whose contents are not those of the `other` ones."""
        names = [name for name, id_ in files.items() if other.get(name) != id_]
        if len(names) == 1:
            return self._load(names[0], files[names[0]])[1]
        found: dict[Key, Texts] = {}
        for name in names:
            for key, texts in self._load(name, files[name])[1].items():
                found[key] = found[key] + texts if key in found else texts
        return found

    def _table(self, key: Key, things: Mapping[Key, Texts]) -> Table | None:
        return self._things.table(key, things[key]) if key in things else None
