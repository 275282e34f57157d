"""The days of a register as a calendar has them: each date of a promise, and agreements' ends.

A calendar that was imported before is brought up to date by what names an event for good (its
uid) and by how often the event changed (its sequence): RFC 5545 sections 3.8.4.7 and 3.8.7.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final, NamedTuple

from tracker.core.dates import parse_period
from tracker.core.rows import Row
from tracker.core.vocabulary import BEST_EFFORT, INTENT, PERMISSION

OCCURRENCE, END, NOTICE = "occurrence", "end", "notice"
"""What a day is: a date of a promise, an agreement's last day, the last day to give notice of that."""

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
"""Statuses of an event (RFC 5545 section 3.8.1.11)."""
NEEDS_ACTION, IN_PROCESS, COMPLETED = "NEEDS-ACTION", "IN-PROCESS", "COMPLETED"
"""Statuses of a task; the fourth is CANCELLED."""

_DROPPED: Final = frozenset({"waived", "cancelled", "superseded"})
_UNSURE: Final = frozenset({"not-in-force", "blocked"})
_AIMS: Final = frozenset({BEST_EFFORT, INTENT, PERMISSION})
_DAY: Final = 10
_HEX: Final = 32


class CalendarDay(NamedTuple):
    """One day: a date of a promise, or what becomes of an agreement.

    `key` names it for good: it does not change when the day moves. `sequence` counts the entries
    that may have changed it. `row` is the date of the promise as it stands on as-of, None for an
    agreement's day; `closed_on` is the day on which it was closed. `agreement` is the title of the
    agreement, `renews` the length by which it renews itself. `suspended` says that the agreement of a
    promise is.
    """

    key: str
    what: str
    day: str
    sequence: int
    ref: str
    title: str
    agreement: str
    parties: tuple[str, ...]
    kind: str
    renews: str = ""
    clause: str = ""
    url: str = ""
    closed_on: str = ""
    row: Row | None = None
    suspended: bool = False

    @property
    def stands_still(self) -> bool:
        """Whether nothing asks for what was promised for that day while the agreement is suspended."""
        return self.suspended and self.is_open and self.row is not None and self.row.state == "not-in-force"

    @property
    def is_done(self) -> bool:
        """Whether what was promised for that day was done, be the agreement in force or not."""
        return self.row is not None and self.row.status == "done"

    @property
    def is_dropped(self) -> bool:
        """Whether nothing is owed any more for that day, although it wasn't done."""
        return self.row is not None and (self.row.status in _DROPPED or self.row.state == "lapsed")

    @property
    def is_open(self) -> bool:
        """Whether there is something to be reminded of."""
        return not (self.is_done or self.is_dropped)

    @property
    def event_status(self) -> str:
        """Say how sure the day is: an aim, a permission, what is blocked or not in force is tentative."""
        if self.is_dropped:
            return CANCELLED
        row = self.row
        if row is None or self.is_done:
            return CONFIRMED
        return TENTATIVE if row.state in _UNSURE or row.modality in _AIMS else CONFIRMED

    @property
    def task_status(self) -> str:
        """Say how far it is, as a task."""
        if self.is_dropped:
            return CANCELLED
        if self.is_done:
            return COMPLETED
        return IN_PROCESS if self.row is not None and self.row.status == "in-progress" else NEEDS_ACTION


class CalendarDays(NamedTuple):
    """The days from `start` through `end` as they stand on `as_of`, in order; all ISO text.

    `about` names the agreements and parties that were asked for. `names` has the language's names of
    the parties that occur, for those that have one. `untitled` names what has no title in the
    language.
    """

    title: str
    about: tuple[str, ...]
    as_of: str
    start: str
    end: str
    days: tuple[CalendarDay, ...]
    names: Mapping[str, str] = {}
    untitled: tuple[str, ...] = ()


def uid(register: str, key: str) -> str:
    """Name an event for good, in all calendars: from the register's title and the day's key.

    It has the form of a UUID, as RFC 7986 section 5.3 asks, and says nothing of what it names.
    """
    digest = sha256(f"{register}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:_HEX]
    return "-".join((digest[:8], digest[8:12], f"8{digest[13:16]}", f"8{digest[17:20]}", digest[20:]))


def concerning(entries: Iterable[tuple[str, str]], scheduled: str, *, recurs: bool) -> int:
    """Count the entries, (status, the date that they are for), that state something of an occurrence.

    One that is for no date may be of any.
    """
    return sum(1 for status, of in entries if status and (not recurs or not of or _latest(of) == scheduled))


def _latest(written: str) -> str:
    return (
        written if len(written) == _DAY and "/" not in written else parse_period(written).latest.isoformat()
    )
