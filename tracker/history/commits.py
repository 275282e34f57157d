"""The commits that lead to a revision, and what the register was called at each of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tracker.core.logbook import Commit
from tracker.history.git import Repository
from tracker.history.objects import Objects

_FORMAT: Final = "--format=%T%x00%P%x00%aI%x00%ct%x00%an%x00%ae%x00%s"


class Node(NamedTuple):
    """A commit where git keeps it.

    `committed` counts seconds since 1970 on the committer's clock. `parents` are those that this
    clone has.
    """

    id: str
    tree: str
    parents: tuple[str, ...]
    committed: int
    commit: Commit


def commits(repository: Repository, revision: str, *options: str) -> Iterator[Node]:
    """Give the commits that lead to the full id `revision`, a commit before its parents.

    `options` narrow them down: '--first-parent', '--max-count=1'; or are further full ids.
    """
    out = repository.run(
        "rev-list", "--topo-order", *options, "--encoding=UTF-8", _FORMAT, "--end-of-options", revision, "--"
    )
    lines = iter(out.decode(errors="replace").split("\n"))
    for line in lines:
        if line:
            id_ = line.removeprefix("commit ")
            tree, parents, when, committed, author, email, subject = next(lines).split("\0", 6)
            kept = () if id_ in repository.shallow else tuple(parents.split())
            commit = Commit(id_, when, author, email, subject)
            yield Node(id_, tree, kept, int(committed), commit)


def paths(
    repository: Repository, objects: Objects, newest_first: Sequence[Node], path: str
) -> dict[str, str]:
    """Give the register's path in each commit, followed back through renames from the newest.

    Where a commit brings the file and none of its parents has it, git is asked what it was before.
    A branch that still had an older name is found by that.
    """
    trees = {node.id: node.tree for node in newest_first}
    former: dict[str, str] = {}
    for node, here in _inherited(newest_first, path, former):
        if (
            node.parents
            and objects.find(node.tree, here)
            and not any(objects.find(trees[parent], here) for parent in node.parents)
        ):
            former[node.id] = _former(repository, node, here)
    names = [*dict.fromkeys((path, *former.values()))]
    found = {}
    for node, here in _inherited(newest_first, path, former):
        candidates = (here, *names)
        found[node.id] = next((name for name in candidates if objects.find(node.tree, name)), here)
    return found


def _inherited(
    newest_first: Sequence[Node], path: str, former: Mapping[str, str]
) -> Iterator[tuple[Node, str]]:
    """Give each commit with the path that it has from the first of its children."""
    found: dict[str, str] = {}
    for node in newest_first:
        here = found.setdefault(node.id, path)
        yield node, here
        for parent in node.parents:
            found.setdefault(parent, former.get(node.id, here))


def _former(repository: Repository, node: Node, path: str) -> str:
    """Ask what a file that a commit brings was called before; its own path where it is new."""
    out = repository.run(
        "diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-ext-diff", "--no-textconv",
        "--end-of-options", node.parents[0], node.id, "--",
    )  # fmt: skip
    words = os.fsdecode(out).split("\0")
    return next((old for old, new in zip(words[1::3], words[2::3], strict=False) if new == path), path)
