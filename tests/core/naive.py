"""What an obligation's row says on one day, reckoned from nothing each time.

Written from the table of states alone and apart from the code it is compared with: no spans, no
cuts. Slow on purpose.
"""

from datetime import date
from typing import NamedTuple

from tests.core.stated_naively import DAY, Stated, add
from tracker.core.dates import Period
from tracker.core.model import EFFECTIVE, After, Before, Entry, Fixed

CLOSED = ("done", "waived", "cancelled", "superseded")
RANKS = (
    "overdue",
    "review-due",
    "blocked",
    "due-soon",
    "upcoming",
    "awaiting",
    "active",
    "not-in-force",
    "lapsed",
)
REPLACED = -1


class Day(NamedTuple):
    """What a span says, but for where it starts and ends."""

    state: str
    scheduled: date | None
    due: date | None
    due_text: str
    status: str
    informed: bool
    missed: int
    entry: int | None
    last_on: date | None
    dispute: str
    owner: str


class Due(NamedTuple):
    """A due date in force and how it is written."""

    latest: date
    text: str


class Fate:
    """What the entries known on a day have made of one occurrence."""

    def __init__(self, scheduled: date | None) -> None:
        """Begin with nothing known."""
        self.scheduled = scheduled
        self.status = "open"
        self.closing: tuple[date, int] | None = None
        self.for_all = False
        self.frozen: Due | None = None
        self.postponed: Due | None = None
        self.entry: int | None = None
        self.heard: list[date] = []
        self.stirred: list[date] = []
        self.touched: list[date] = []


class Naive(Stated):
    """The register's answers for a day; no date stated in it may be later than `through`."""

    def row(self, ref: str, day: date) -> Day | None:
        """Give the obligation's one row on a day, None before its agreement's date."""
        obligation, agreement = self.both(ref)
        if day < agreement.date.earliest:
            return None
        fates = [fate for fate in self.fates(ref, day) if self.exists(ref, fate.scheduled, day)]
        days = list(self.occurrences(ref, day).values())
        missed = sum(one.state == "overdue" for one in days)
        whole = max((entry.on for _, entry in self.known(obligation.log, day)), default=None)
        if not days:
            return self.nothing(ref, day)._replace(last_on=whole)
        for rank in RANKS:
            chosen = [n for n, one in enumerate(days) if one.state == rank]
            if rank == "not-in-force" and chosen:
                chosen = [n for n in chosen if days[n].status not in CLOSED] or [self.closed_last(fates)]
            if chosen:
                best = min(chosen, key=lambda n: order(days[n]))
                break
        else:
            best = self.closed_last(fates)
        return days[best]._replace(missed=missed, last_on=whole)

    def occurrences(self, ref: str, day: date) -> dict[date | None, Day]:
        """Give each occurrence that exists on a day, by the date it is scheduled on."""
        return self.once(
            ("occurrences", ref, day),
            lambda: {
                fate.scheduled: self.answer(ref, fate, day)
                for fate in self.fates(ref, day)
                if self.exists(ref, fate.scheduled, day)
            },
        )

    def fates(self, ref: str, day: date) -> list[Fate]:
        """Let every entry known on a day act on the occurrences that it concerns."""
        return self.once(("fates", ref, day), lambda: self.fold(ref, day))

    def fold(self, ref: str, day: date) -> list[Fate]:
        """Begin with nothing known, and take the entries in their order."""
        obligation, _ = self.both(ref)
        fates = [Fate(scheduled) for scheduled in self.dates(ref)]
        entries = self.known(obligation.log, day)
        for other in self.register.obligations.values():
            start = self.register.agreements[other.agreement].effective.earliest
            if ref in other.replaces and start <= day:
                entries.append((REPLACED, Entry(on=start, status="superseded")))
        for position, entry in sorted(entries, key=lambda numbered: (numbered[1].on, numbered[0])):
            for fate in self.concerned(ref, fates, entry):
                self.act(ref, fate, position, entry, day)
        return fates

    def concerned(self, ref: str, fates: list[Fate], entry: Entry) -> list[Fate]:  # noqa: PLR0911 - a case a return
        """Give the occurrences that an entry speaks of."""
        if not self.recurs(ref):
            return fates
        if entry.scheduled:
            return [fate for fate in fates if fate.scheduled == entry.scheduled.latest]
        if not entry.status:
            return fates
        if entry.status in ("cancelled", "superseded"):
            return [fate for fate in fates if fate.closing is None]
        there = [fate for fate in fates if self.exists(ref, fate.scheduled, entry.on)]
        standing = [fate for fate in there if fate.closing is None][:1]
        if entry.status != "open":
            return standing
        together = [fate for fate in fates if fate.for_all]
        if any(fate in there for fate in together):
            return together
        closed = [fate for fate in there if fate.closing is not None]
        closed.sort(key=lambda fate: fate.closing or (date.min, 0))
        return together + (closed[-1:] or standing)

    def act(self, ref: str, fate: Fate, position: int, entry: Entry, day: date) -> None:
        """Let one entry, known on a day, change one occurrence."""
        if position != REPLACED:
            fate.touched.append(entry.on)
        if entry.status or entry.evidence:
            fate.heard.append(entry.on)
        if not entry.status:
            return
        if fate.closing and entry.status not in (*CLOSED, "open"):
            return
        fate.status = entry.status
        fate.entry = None if position == REPLACED else position
        if entry.status in CLOSED:
            fate.frozen = self.in_force(ref, fate, self.there(ref, fate, entry.on, day))
            fate.closing = entry.on, position
            fate.for_all = (
                self.recurs(ref) and entry.scheduled is None and entry.status in ("cancelled", "superseded")
            )
            return
        fate.closing, fate.for_all = None, False
        fate.stirred.append(entry.on)
        if entry.status == "postponed" and entry.due:
            fate.postponed = written(entry.due)

    def there(self, ref: str, fate: Fate, on: date, day: date) -> date:
        """Give the first day from `on` through a day on which an occurrence exists, else the last."""
        if not self.waits(ref):
            return on
        on = max(on, self.both(ref)[1].date.earliest)
        while on < day and not self.exists(ref, fate.scheduled, on):
            on += DAY
        return on

    def in_force(self, ref: str, fate: Fate, day: date) -> Due | None:
        """Give the due date that holds on a day, None while there is nothing to reckon it from."""
        reckoned = self.reckoned(ref, fate.scheduled, day)
        if self.waits(ref) and reckoned is None:
            return None
        return fate.postponed or reckoned

    def reckoned(self, ref: str, scheduled: date | None, day: date) -> Due | None:
        """Give the due date that the rule says on a day, None while it cannot say one."""
        obligation, agreement = self.both(ref)
        time = obligation.time
        if isinstance(time, Fixed):
            return written(time.due)
        if isinstance(time, Before):
            before = self.before_end(ref, time.within)[max(day, agreement.date.earliest)]
            return Due(before, "") if before else None
        if isinstance(time, After) and time.after != EFFECTIVE:
            done = self.done_on(time.after, scheduled, day)
            return Due(add(done, time.within), "") if done else None
        return Due(scheduled, "") if scheduled else None

    def done_on(self, ref: str, scheduled: date | None, day: date) -> date | None:
        """Give the day that an occurrence was done on, None where it is not done on a day."""
        for fate in self.fates(ref, day):
            if fate.scheduled == scheduled and fate.closing and fate.status == "done":
                return fate.closing[0]
        return None

    def answer(self, ref: str, fate: Fate, day: date) -> Day:
        """Say everything of one occurrence on a day."""
        obligation, agreement = self.both(ref)
        due = fate.frozen if fate.closing else self.in_force(ref, fate, day)
        state = self.state(ref, fate, due, day)
        late = state == "overdue" and due is not None
        informed = fate.status == "blocked" or any(due is not None and on > due.latest for on in fate.stirred)
        owner, dispute = obligation.owner or agreement.owner, ""
        for _, entry in self.known(obligation.log, day):
            owner = entry.owner or owner
            dispute = {"": dispute, "settled": ""}.get(entry.dispute, entry.dispute)
        return Day(
            state=state,
            scheduled=fate.scheduled,
            due=due.latest if due else None,
            due_text=due.text if due else "",
            status=fate.status,
            informed=late and informed,
            missed=1 if late else 0,
            entry=fate.entry,
            last_on=max(fate.touched, default=None),
            dispute=dispute,
            owner=owner,
        )

    def state(self, ref: str, fate: Fate, due: Due | None, day: date) -> str:  # noqa: C901, PLR0911 - the table
        """Say the first line of the table that holds."""
        obligation, agreement = self.both(ref)
        settings = self.register.settings
        effective = agreement.effective.earliest
        if day < effective or self.suspended(agreement, day):
            return "not-in-force"
        if fate.closing:
            late = fate.status == "done" and due is not None and fate.closing[0] > due.latest
            return "done-late" if late else fate.status
        last = self.last_day(agreement, day)
        if self.is_beyond(ref, fate.scheduled, day) and due and last and due.latest > last:
            return "lapsed"
        permitted = obligation.modality == "permission"
        if last is not None and day > last and (permitted or due is None or due.latest > last):
            return "lapsed"
        if permitted:
            return "active"
        if self.waits(ref) and due is None:
            return "awaiting"
        heard = max([effective, *fate.heard])
        fresh = day < add(heard, obligation.review or settings.review)
        if obligation.time is None:
            return "active" if fresh else "review-due"
        if due is None:
            return "upcoming"
        if day > due.latest:
            if obligation.modality == "obligation":
                return "overdue"
            return "active" if fresh else "review-due"
        if fate.status == "blocked":
            return "blocked"
        return "due-soon" if add(due.latest, obligation.lead or settings.soon, -1) <= day else "upcoming"

    def nothing(self, ref: str, day: date) -> Day:
        """Say what can be said where no occurrence exists."""
        return self.answer(ref, Fate(None), day)

    def closed_last(self, fates: list[Fate]) -> int:
        """Find the occurrence closed last; of those that one entry closed, the earliest."""
        keys = [fate.closing or (date.min, REPLACED) for fate in fates]
        return keys.index(max(keys))


def order(one: Day) -> tuple[date, date]:
    """Rank occurrences in the same state: by due date, then by scheduled date."""
    return one.due or one.scheduled or date.min, one.scheduled or date.min


def written(period: Period) -> Due:
    """Give a stated due date, its text only where it is not a day."""
    return Due(period.latest, "" if period.earliest == period.latest else period.text)
