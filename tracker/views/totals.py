"""How many obligations stand how, in words that agree with the number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tracker.core.vocabulary import STATES
from tracker.views.wording import Wording


def _n(one: str, many: str) -> tuple[str, str]:
    """Mark a message that counts for the catalogues."""
    return one, many


_LATE: Final = _n("{n} late", "{n} late")
_COUNTED: Final = {
    "overdue": _n("{n} past due", "{n} past due"),
    "review-due": _n("{n} no news", "{n} no news"),
    "blocked": _n("{n} blocked", "{n} blocked"),
    "due-soon": _n("{n} due soon", "{n} due soon"),
    "upcoming": _n("{n} upcoming", "{n} upcoming"),
    "awaiting": _n("{n} waiting", "{n} waiting"),
    "active": _n("{n} active", "{n} active"),
    "not-in-force": _n("{n} not in force", "{n} not in force"),
    "lapsed": _n("{n} ended", "{n} ended"),
    "done-late": _n("{n} done late", "{n} done late"),
    "done": _n("{n} done", "{n} done"),
    "waived": _n("{n} waived", "{n} waived"),
    "cancelled": _n("{n} cancelled", "{n} cancelled"),
    "superseded": _n("{n} replaced", "{n} replaced"),
}
"""States with how many obligations have them."""


def counted(state: str, number: int, wording: Wording) -> str:
    """Say how many obligations have a state: '2 active'."""
    return wording.count(*_COUNTED[state], number)


def totals(counts: Mapping[str, int], late: int, wording: Wording, blocked: int = 0) -> Iterator[str]:
    """Say how many stand how, the most pressing first; `late` of the overdue are known to be so.

    `blocked` are recorded so, also where their state is another: a continuing duty is active.
    """
    if late:
        yield wording.count(*_LATE, late)
    for state in STATES:
        number = counts.get(state, 0) - (late if state == "overdue" else 0)
        if number:
            yield counted(state, number, wording)
    if (others := blocked - counts.get("blocked", 0)) > 0:
        yield wording.count("{n} of them recorded as blocked", "{n} of them recorded as blocked", others)
