"""The commits that lead to a revision, and what the register was called at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tracker.history.git import Repository
from tracker.history.objects import Objects

_FORMAT: Final = "--format=%T%x00%P%x00%aI%x00%ct%x00%an%x00%ae%x00%s"


class Commit(NamedTuple):
    """A commit: who stated it and when.

    `when` is the author's own clock, ISO 8601 with its offset; `committed` counts seconds since
    1970 for the committer. `parents` are those that this clone has.
    """

    id: str
    tree: str
    parents: tuple[str, ...]
    when: str
    committed: int
    author: str
    email: str
    subject: str

    @property
    def day(self) -> str:
        """The author's day, ISO 8601; '' where the commit has none."""
        return self.when[:10]


def commits(repository: Repository, revision: str, *options: str) -> Iterator[Commit]:
    """Give the commits that lead to the full id `revision`, a commit before its parents.

    `options` narrow them down: '--first-parent', '--max-count=1'.
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
            yield Commit(id_, tree, kept, when, int(committed), author, email, subject)


def paths(
    repository: Repository, objects: Objects, newest_first: Sequence[Commit], path: str
) -> dict[str, str]:
    """Give the register's path in each commit, followed back through renames from the newest.

    Where a commit brings the file and none of its parents has it, git is asked what it was before.
    """
    found = {newest_first[0].id: path}
    trees = {commit.id: commit.tree for commit in newest_first}
    for commit in newest_first:
        here = found.setdefault(commit.id, path)
        before = here
        if (
            commit.parents
            and objects.find(commit.tree, here)
            and not any(objects.find(trees[parent], here) for parent in commit.parents)
        ):
            before = _former(repository, commit, here)
        for parent in commit.parents:
            found.setdefault(parent, before)
    return found


def _former(repository: Repository, commit: Commit, path: str) -> str:
    """Ask what a file that a commit brings was called before; its own path where it is new."""
    out = repository.run(
        "diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-ext-diff", "--no-textconv",
        "--end-of-options", commit.parents[0], commit.id, "--",
    )  # fmt: skip
    words = out.decode(errors="surrogateescape").split("\0")
    return next((old for old, new in zip(words[1::3], words[2::3], strict=True) if new == path), path)
