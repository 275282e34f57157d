"""The register's texts as they were at a revision, or on a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.core.errors import Text, TrackerError
from tracker.core.logbook import Commit
from tracker.history.commits import Node, commits, paths
from tracker.history.form import Form, text_of
from tracker.history.git import NoPastError, Repository, repository
from tracker.history.layout import Layouts
from tracker.history.objects import Objects

_FIRST_PARENT = "--first-parent"


class Snapshot(NamedTuple):
    """The register as text at a commit: by path below its folder, the register's own file first."""

    commit: Commit
    texts: dict[str, str]


class Past(NamedTuple):
    """The past of a register that is kept in git: where, its path there, and how it is read."""

    repository: Repository
    path: str
    form: Form

    @property
    def is_shallow(self) -> bool:
        """Whether this clone lacks the beginning of the history."""
        return bool(self.repository.shallow)

    def at(self, revision: str) -> Snapshot:
        """Give the texts at a revision; TrackerError where it, or the register in it, is not there."""
        id_ = self.repository.commit(revision)
        return self._snapshot(next(commits(self.repository, id_, "--max-count=1")), revision)

    def on_day(self, day: date, timezone: str) -> Snapshot:
        """Give the texts of the last first-parent commit before the end of a day in a time zone.

        The committer's clock counts. TrackerError where no commit is that old.
        """
        zone = ZoneInfo(timezone)
        end = datetime.combine(day, time(), zone).timestamp() if day == date.max else _midnight(day, zone)
        committed = 0
        for node in commits(self.repository, self.repository.commit("HEAD"), _FIRST_PARENT):
            committed = node.committed
            if committed < end:
                return self._snapshot(node, day.isoformat())
        first = datetime.fromtimestamp(committed, zone).date().isoformat()
        if self.is_shallow:
            raise TrackerError(
                "the history in this clone begins on {first}, after {day}; "
                "git fetch --unshallow brings what is older",
                first=first,
                day=day.isoformat(),
            )
        said = Text(
            "the history begins on {first}, after {day}; ask for a later day",
            {"first": first, "day": day.isoformat()},
        )
        raise NoPastError(said)

    def begins(self, timezone: str) -> date | None:
        """Give the day of the first first-parent commit that has the register, None where none has it."""
        nodes = list(commits(self.repository, self.repository.commit("HEAD")))
        every = {node.id: node for node in nodes}
        found = None
        with Objects(self.repository) as objects:
            if objects.find(nodes[0].tree, self.path):
                at = paths(self.repository, objects, nodes, self.path)
                node: Node | None = nodes[0]
                while node is not None:
                    found = node if objects.find(node.tree, at[node.id]) else found
                    node = every[node.parents[0]] if node.parents else None
        return datetime.fromtimestamp(found.committed, ZoneInfo(timezone)).date() if found else None

    def untracked(self) -> NoPastError:
        """Make the error that git doesn't keep the register."""
        said = Text(
            "git doesn't keep {path} yet, so it has no history; git add it, and git commit",
            {"path": self.path},
        )
        return NoPastError(said)

    def _snapshot(self, node: Node, asked: str) -> Snapshot:
        with Objects(self.repository) as objects:
            layouts = Layouts(objects, self.form)
            path = self.path
            files = layouts.files(node.tree, path, ())
            if not files:
                path = self._former(objects, node)
                files = layouts.files(node.tree, path, ())
            if not files:
                said = Text(
                    "{path} was not there yet at {revision}; tracker log shows since when it is",
                    {"path": self.path, "revision": asked},
                )
                raise NoPastError(said)
            texts: dict[str, str] = {}
            for name, id_ in files.items():
                texts[name] = _text(objects, name, id_, asked)
            for name, id_ in layouts.files(node.tree, path, self._include(*texts.values())).items():
                if name not in texts:
                    texts[name] = _text(objects, name, id_, asked)
            return Snapshot(node.commit, texts)

    def _include(self, text: str) -> tuple[str, ...]:
        try:
            return self.form.include(text)
        except TrackerError:  # who reads the text says what is wrong with it
            return ()

    def _former(self, objects: Objects, node: Node) -> str:
        """Find what the register was called at an older commit."""
        line = list(commits(self.repository, self.repository.commit("HEAD")))
        if not objects.find(line[0].tree, self.path):
            raise self.untracked()
        return paths(self.repository, objects, line, self.path).get(node.id, self.path)


def past(register: Path, form: Form) -> Past:
    """Open the past of a register; TrackerError where it is in no git repository.

    Where the register is a link, the file that it leads to has the history.
    """
    real = register.resolve()
    where = repository(real.parent)
    return Past(where, where.prefix + real.name, form)


def _midnight(day: date, zone: ZoneInfo) -> float:
    return datetime.combine(day + timedelta(1), time(), zone).timestamp()


def _text(objects: Objects, name: str, id_: str, asked: str) -> str:
    try:
        return text_of(objects.read(id_))
    except UnicodeDecodeError as error:
        raise TrackerError(
            "{file} can't be read at {revision}: byte {byte} is not UTF-8",
            file=name,
            revision=asked,
            byte=f"0x{error.object[error.start]:02x}",
        ) from None
