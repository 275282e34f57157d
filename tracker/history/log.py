"""Who changed what in the register, and when: its commits, in the register's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tracker.core.changes import Changes, compare
from tracker.core.errors import Text
from tracker.core.stated import Table
from tracker.history.commits import Commit, commits, paths
from tracker.history.objects import Objects
from tracker.history.records import Record, Records
from tracker.history.revisions import Past
from tracker.history.walk import Walk

Progress = Callable[[int, int], None]
"""Called with how many commits are done, and how many there are."""


class Touch(NamedTuple):
    """A commit that changed something, and what."""

    commit: Commit
    changes: Changes


class Unreadable(NamedTuple):
    """A commit whose register can't be read, and so was passed over: `text` says why."""

    commit: Commit
    text: Text


class Log(NamedTuple):
    """The commits that changed the register, the newest first, and those passed over.

    `ends` is the commit at which a shallow clone's history ends: what stood there may be older;
    None for a whole history.
    """

    touches: tuple[Touch, ...]
    unreadable: tuple[Unreadable, ...]
    ends: Commit | None


def log(past: Past, revision: str = "HEAD", progress: Progress | None = None) -> Log:
    """Read the history up to a revision; TrackerError where the register isn't in it."""
    newest_first = list(commits(past.repository, past.repository.commit(revision)))
    with Objects(past.repository) as objects:
        if not objects.find(newest_first[0].tree, past.path):
            raise past.untracked()
        walk = Walk(past, objects, newest_first, paths(past.repository, objects, newest_first, past.path))
        _find_out(past, objects, walk, newest_first[::-1], progress)
    records = [(commit, walk.records[commit.id]) for commit in newest_first]
    return Log(
        tuple(Touch(commit, found) for commit, record in records if (found := _changes(record))),
        tuple(Unreadable(commit, record.unreadable) for commit, record in records if record.unreadable),
        next((commit for commit in newest_first[::-1] if commit.id in past.repository.shallow), None),
    )


def of_obligation(whole: Log, ref: str) -> Log:
    """Keep the commits that touched one obligation, followed back through its former names."""
    names = {ref}
    kept = []
    for touch in whole.touches:
        if found := touch.changes.only(names):
            kept.append(Touch(touch.commit, found))
            names |= {change.formerly for change in found.obligations if change.formerly}
    return whole._replace(touches=tuple(kept))


def _find_out(
    past: Past, objects: Objects, walk: Walk, oldest_first: list[Commit], progress: Progress | None
) -> None:
    kept = Records(past.repository.common)
    known = kept.load()
    todo = [commit for commit in oldest_first if walk.key(commit) not in known]
    objects.expect(walk.registers(todo))
    new: dict[str, Record] = {}
    for number, commit in enumerate(oldest_first, 1):
        key = walk.key(commit)
        if key not in known:
            known[key] = new[key] = walk.record(commit)
        walk.records[commit.id] = known[key]
        if progress is not None:
            progress(number, len(oldest_first))
    kept.keep(new)


def _changes(record: Record) -> Changes:
    before: dict[str, dict[str, Table]] = {}
    after: dict[str, dict[str, Table]] = {}
    for section, name, was, now in record.touched:
        _put(before, section, name, was)
        _put(after, section, name, now)
    return compare(before, after)


def _put(tables: dict[str, dict[str, Table]], section: str, name: str, table: Table | None) -> None:
    if table is not None:
        tables.setdefault(section, {})[name] = table
