"""Who changed what in the register, and when: its commits, in the register's words."""

from __future__ import annotations

from collections.abc import Callable

from tracker.core.changes import Changes, compare
from tracker.core.errors import TrackerError
from tracker.core.logbook import Log, Touch, Unreadable
from tracker.core.stated import Table
from tracker.history.commits import Node, commits, paths
from tracker.history.objects import Objects
from tracker.history.records import Record, Records
from tracker.history.revisions import Past
from tracker.history.walk import Walk

Progress = Callable[[int, int], None]
"""Called with how many commits are done, and how many there are."""


def log(past: Past, revision: str = "HEAD", progress: Progress | None = None) -> Log:
    """Read the history up to a revision; TrackerError where the register isn't in it.

    While a merge is not committed yet, that of HEAD is the history of both sides.
    """
    head, *others = _heads(past, revision)
    newest_first = list(commits(past.repository, head, *others))
    with Objects(past.repository) as objects:
        if not any(objects.find(node.tree, past.path) for node in newest_first if node.id == head):
            raise past.untracked()
        walk = Walk(past, objects, newest_first, paths(past.repository, objects, newest_first, past.path))
        _find_out(past, objects, walk, newest_first[::-1], progress)
    records = [(node.commit, walk.records[node.id]) for node in newest_first]
    shallow = (node.commit for node in newest_first[::-1] if node.id in past.repository.shallow)
    return Log(
        tuple(Touch(commit, found) for commit, record in records if (found := _changes(record))),
        tuple(Unreadable(commit, record.unreadable) for commit, record in records if record.unreadable),
        next(shallow, None),
    )


def _heads(past: Past, revision: str) -> list[str]:
    """Give the commit that a revision names; of HEAD, the one that is being merged with it too."""
    found = [past.repository.commit(revision)]
    if revision == "HEAD":
        try:
            found.append(past.repository.commit("MERGE_HEAD"))
        except TrackerError:  # nothing is being merged
            return found
    return found


def _find_out(
    past: Past, objects: Objects, walk: Walk, oldest_first: list[Node], progress: Progress | None
) -> None:
    kept = Records(past.repository.common)
    known = kept.load()
    todo = [node for node in oldest_first if walk.key(node) not in known]
    objects.expect(walk.registers(todo))
    new: dict[str, Record] = {}
    for number, node in enumerate(oldest_first, 1):
        key = walk.key(node)
        if key not in known:
            known[key] = new[key] = walk.record(node)
        walk.records[node.id] = known[key]
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
