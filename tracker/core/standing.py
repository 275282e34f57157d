"""What the log says of one occurrence by a day, and which occurrence each entry concerns."""

# without postponed annotations, each of which a NamedTuple would compile on import

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from tracker.core.dates import Period
from tracker.core.model import Entry
from tracker.core.vocabulary import CLOSING

_WHOLE = frozenset({"cancelled", "superseded"})


class Standing(NamedTuple):
    """What entries say of an occurrence up to a day.

    `closed_on` is the day the closing entry holds from, `moved_to` the due date it was postponed
    to, `heard` the last day with a status or evidence, `chased` the last day on which an entry
    said that it isn't done, `entry` the position in the log of the last entry with a status.
    """

    status: str = "open"
    closed_on: date | None = None
    moved_to: Period | None = None
    heard: date | None = None
    chased: date | None = None
    entry: int | None = None
    last_on: date | None = None


class Placed(NamedTuple):
    """An entry with its position in the file's log; None for one that the program infers."""

    on: date
    position: int | None
    entry: Entry


def in_order(log: Sequence[Entry], replaced_from: date | None, known_at: date | None) -> list[Placed]:
    """Take the entries known at a day in order of (on, position).

    A replacement counts as a `superseded` on the day that it takes force, ahead of what the file
    says of that day.
    """
    known = [Placed(e.on, i, e) for i, e in enumerate(log) if known_at is None or e.known <= known_at]
    if replaced_from is not None:
        known.insert(0, Placed(replaced_from, None, Entry(on=replaced_from, status="superseded")))
    known.sort(key=lambda placed: placed.on)
    return known


def after(standing: Standing, placed: Placed) -> Standing:
    """Fold one more entry, which concerns this occurrence, into what is known of it.

    What is closed is reopened by `open` alone: that it was in progress or blocked, stated of a
    later day by somebody who did not know, takes nothing back.
    """
    on, position, entry = placed
    seen = standing.last_on if position is None else on
    if not entry.status or (standing.closed_on and not _acts_on_closed(entry.status)):
        heard = on if entry.evidence or entry.status else standing.heard
        return standing._replace(heard=heard, last_on=seen)
    closing = entry.status in CLOSING
    return Standing(
        status=entry.status,
        closed_on=on if closing else None,
        moved_to=entry.due if entry.status == "postponed" else standing.moved_to,
        heard=on,
        chased=standing.chased if closing else on,
        entry=position,
        last_on=seen,
    )


def _acts_on_closed(status: str) -> bool:
    """Say whether a status changes what is closed already."""
    return status == "open" or status in CLOSING


class Holding(NamedTuple):
    """From `start` on, who looks after an obligation and which dispute is open ('' for none)."""

    start: date
    owner: str
    dispute: str
    last_on: date | None


def holdings(entries: Sequence[Placed], owner: str) -> list[Holding]:
    """Fold what concerns the obligation as a whole: owner, dispute, day of the last entry."""
    held = [Holding(date.min, owner, "", None)]
    for on, position, entry in entries:
        _, owner, dispute, last_on = held[-1]
        if entry.dispute:
            dispute = "" if entry.dispute == "settled" else entry.dispute
        held.append(Holding(on, entry.owner or owner, dispute, last_on if position is None else on))
    return held


def shares(
    entries: Sequence[Placed], scheduled: Sequence[date | None], begins: Sequence[date]
) -> list[list[Placed]]:
    """Give each occurrence of a recurring obligation the entries that concern it, in order.

    `scheduled` ascends; `begins` holds the day from which each occurrence exists. An entry that
    names an occurrence concerns that one. Without a name, a status closes or reopens the whole,
    or concerns the earliest occurrence still open; no status concerns all.
    """
    owned: list[list[Placed]] = [[] for _ in scheduled]
    if not entries:
        return owned
    index = {day: i for i, day in enumerate(scheduled)}
    ledger = _Ledger(len(owned))
    for placed in entries:
        entry = placed.entry
        if entry.scheduled is not None:
            found = index.get(entry.scheduled.latest)
            concerned: Sequence[int] = () if found is None else (found,)
        elif not entry.status:
            concerned = range(len(owned))
        elif entry.status in _WHOLE:
            concerned = [i for i in range(len(owned)) if i not in ledger.closed]
        elif entry.status == "open":
            concerned = ledger.reopened(begins, placed.on)
        else:
            concerned = ledger.earliest_open(begins, placed.on)
        for i in concerned:
            owned[i].append(placed)
        if entry.status:
            ledger.note(entry, concerned)
    return owned


class _Ledger:
    """Which occurrences are closed, in the order in which they were, and which by a whole closing."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.closed: dict[int, bool] = {}

    def note(self, entry: Entry, concerned: Sequence[int]) -> None:
        """Record what an entry with a status does to the occurrences that it concerns."""
        for i in concerned:
            if i in self.closed and not _acts_on_closed(entry.status):
                continue
            self.closed.pop(i, None)
            if entry.status in CLOSING:
                self.closed[i] = entry.scheduled is None and entry.status in _WHOLE

    def reopened(self, begins: Sequence[date], on: date) -> list[int]:
        """Name what an `open` for the whole reopens: what closings for the whole closed.

        Where none of that exists on the day, also the one closed last, or else the earliest open
        one. What exists later must not decide it: no answer depends on what is stated later.
        """
        whole = [i for i, by_whole in self.closed.items() if by_whole]
        if any(begins[i] <= on for i in whole):
            return whole
        closed = [i for i in self.closed if begins[i] <= on]
        return whole + (closed[-1:] or self.earliest_open(begins, on))

    def earliest_open(self, begins: Sequence[date], on: date) -> list[int]:
        """Name the earliest occurrence that exists on a day and is open, as a list of one or none."""
        found = (i for i in range(self.size) if i not in self.closed and begins[i] <= on)
        return list(islice(found, 1))
