"""What became of the register over time: who changed what, as its history tells."""

from __future__ import annotations

from typing import NamedTuple

from tracker.core.changes import Changes
from tracker.core.errors import Text


class Commit(NamedTuple):
    """A commit: who stated it and when; `when` is the author's own clock, ISO 8601 with its offset."""

    id: str
    when: str
    author: str
    email: str
    subject: str

    @property
    def day(self) -> str:
        """The author's day, ISO 8601; '' where the commit has none."""
        return self.when[:10]


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
    unreadable: tuple[Unreadable, ...] = ()
    ends: Commit | None = None

    def of(self, name: str) -> Log:
        """Keep the commits that touched one obligation, or one agreement, back through its former names."""
        names = {name}
        kept = []
        for touch in self.touches:
            if found := touch.changes.only(names):
                kept.append(Touch(touch.commit, found))
                changed = (*found.obligations, *found.agreements)
                names |= {change.formerly for change in changed if change.formerly}
        return self._replace(touches=tuple(kept))
