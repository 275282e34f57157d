"""What is stated, looked at on one day: an agreement's last day, an obligation's dates.

Not even the arithmetic is that of the code which the naive evaluation is compared with.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import TypeVar, cast

from dateutil.relativedelta import relativedelta

from tracker.core.durations import Duration
from tracker.core.model import (
    EFFECTIVE,
    After,
    Agreement,
    AgreementEntry,
    Before,
    Entry,
    Every,
    Fixed,
    Obligation,
    Register,
    Rule,
)

DAY = timedelta(days=1)
Line = TypeVar("Line", Entry, AgreementEntry)
Answer = TypeVar("Answer")

RULES: dict[str, Callable[[date], bool]] = {
    "FREQ=MONTHLY;BYMONTHDAY=-1": lambda day: (day + DAY).day == 1,
    "FREQ=MONTHLY;BYDAY=-1FR": lambda day: day.weekday() == 4 and (day + 7 * DAY).month != day.month,
    "FREQ=WEEKLY;BYDAY=MO,TH": lambda day: day.weekday() in (0, 3),
    "FREQ=YEARLY;BYMONTH=3,9;BYDAY=2TU": lambda day: (
        day.month in (3, 9) and day.weekday() == 1 and 8 <= day.day <= 14
    ),
    "FREQ=MONTHLY;BYMONTHDAY=31": lambda day: day.day == 31,
}
"""The days that a rule produces, for the rules that the tests use."""


class Stated:
    """A register on the days that it speaks of; none of them may be later than `through`."""

    def __init__(self, register: Register, through: date, known_at: date | None = None) -> None:
        """Take a whole register, and the day on which the answers are known."""
        self.register = register
        self.through = through
        self.known_at = known_at
        self.remembered: dict[tuple[object, ...], object] = {}

    def once(self, key: tuple[object, ...], reckon: Callable[[], Answer]) -> Answer:
        """Reckon what was asked before only once."""
        if key not in self.remembered:
            self.remembered[key] = reckon()
        return cast("Answer", self.remembered[key])

    def both(self, ref: str) -> tuple[Obligation, Agreement]:
        """Give an obligation and its agreement."""
        obligation = self.register.obligations[ref]
        return obligation, self.register.agreements[obligation.agreement]

    def known(self, log: tuple[Line, ...], day: date) -> list[tuple[int, Line]]:
        """Give the entries that count on a day with their positions, in the order they count."""
        entries = [
            (n, entry)
            for n, entry in enumerate(log)
            if entry.on <= day and (self.known_at is None or (entry.recorded or entry.on) <= self.known_at)
        ]
        return sorted(entries, key=lambda numbered: (numbered[1].on, numbered[0]))

    def last_day(self, agreement: Agreement, day: date) -> date | None:
        """Give the last day in force as it is known on a day."""
        return self.once(("last", agreement.id, day), lambda: self.reckon_last_day(agreement, day))

    def reckon_last_day(self, agreement: Agreement, day: date) -> date | None:
        """Take the log's word, then the renewals that it leaves."""
        last = agreement.expires.latest if agreement.expires else None
        ended = False
        for _, entry in self.known(agreement.log, day):
            if entry.status == "extended":
                last = entry.ends
            if entry.status == "terminated":
                last, ended = entry.ends or entry.on, True
        if last is None or agreement.renews is None or ended:
            return last
        renewed, times = last, 0
        while renewed < day:
            times += 1
            renewed = add(last, agreement.renews, times)
        return renewed

    def reaches(self, agreement: Agreement, day: date) -> date | None:
        """Give how far its promises go: without end while it renews itself."""
        ended = any(entry.status == "terminated" for _, entry in self.known(agreement.log, day))
        return None if agreement.renews and not ended else self.last_day(agreement, day)

    def suspended(self, agreement: Agreement, day: date) -> bool:
        """Say whether the last word on a day is 'suspended'."""
        words = [e.status for _, e in self.known(agreement.log, day) if e.status in ("suspended", "resumed")]
        return words[-1:] == ["suspended"]

    def ends_within(self, agreement: Agreement, scheduled: date, day: date) -> bool:
        """Say whether the agreement was once, until that day, to last to the scheduled date."""
        begin = agreement.date.earliest
        turns = {begin, day}
        for entry in agreement.log:
            turns |= {turn for turn in (entry.on - DAY, entry.on) if begin <= turn <= day}
        lasts = self.once(
            ("lasts", agreement.id, day), lambda: [self.reaches(agreement, turn) for turn in turns]
        )
        return any(last is None or scheduled <= last for last in lasts)

    def recurs(self, ref: str) -> bool:
        """Say whether an obligation has more than one occurrence, by its rule."""
        time = self.register.obligations[ref].time
        if isinstance(time, After) and time.after != EFFECTIVE:
            return self.recurs(time.after)
        return isinstance(time, Every | Rule)

    def dates(self, ref: str) -> list[date | None]:
        """Give the scheduled dates, of an endless series enough of them."""
        return self.once(("dates", ref), lambda: self.reckon_dates(ref))

    def reckon_dates(self, ref: str) -> list[date | None]:
        """Follow the rule."""
        obligation, agreement = self.both(ref)
        time = obligation.time
        match time:
            case Fixed():
                return [time.due.latest]
            case After() if time.after == EFFECTIVE:
                return [add(agreement.effective.latest, time.within)]
            case After():
                return self.dates(time.after)
            case Before():
                last = self.last_day(agreement, agreement.date.earliest)
                return [add(last, time.within, -1) if last else None]
            case Every() | Rule():
                entries = sum(len(one.log) for one in self.register.obligations.values())
                return list(series(time, self.through, entries + 3))
        return [None]

    def exists(self, ref: str, scheduled: date | None, day: date) -> bool:
        """Say whether an occurrence is there on a day."""
        obligation, agreement = self.both(ref)
        time = obligation.time
        if not self.recurs(ref) or scheduled is None:
            return True
        if day < agreement.date.earliest:
            return False
        if isinstance(time, After):
            return self.exists(time.after, scheduled, day)
        if isinstance(time, Every | Rule) and time.until:
            return scheduled <= time.until
        return self.ends_within(agreement, scheduled, day)

    def is_beyond(self, ref: str, scheduled: date | None, day: date) -> bool:
        """Say whether a rule that goes as far as its agreement doesn't, on a day, go so far as a date."""
        obligation, agreement = self.both(ref)
        time = obligation.time
        if not isinstance(time, Every | Rule) or time.until or scheduled is None:
            return False
        reach = self.reaches(agreement, day)
        return reach is not None and scheduled > reach

    def before_end(self, ref: str, within: Duration) -> dict[date, date | None]:
        """Give for each day what lies so long before the last day that is known on it.

        What a new last day would have had due before it was known is due on the day it was, if it
        had not been due already.
        """
        return self.once(("before end", ref), lambda: self.reckon_before_end(ref, within))

    def reckon_before_end(self, ref: str, within: Duration) -> dict[date, date | None]:
        """Follow the last day from day to day."""
        _, agreement = self.both(ref)
        day = agreement.date.earliest
        last = self.last_day(agreement, day)
        due = add(last, within, -1) if last else None
        found = {day: due}
        while day < self.through:
            day += DAY
            before, last = last, self.last_day(agreement, day)
            if last != before:
                known = day if due is None else min(due, day)
                due = max(add(last, within, -1), known) if last else None
            found[day] = due
        return found

    def waits(self, ref: str) -> bool:
        """Say whether the due date hangs on something that may not be known yet."""
        time = self.register.obligations[ref].time
        return isinstance(time, Before) or (isinstance(time, After) and time.after != EFFECTIVE)


@cache
def add(day: date, length: Duration, times: int = 1) -> date:
    """Add lengths to a day at once."""
    return day + relativedelta(months=length.months * times, days=length.days * times)


def series(rule: Every | Rule, through: date, more: int) -> Iterator[date]:
    """Give the dates of a rule up to `until`, or through a day and some more after it."""
    times, beyond, day = 0, 0, rule.first
    while beyond < more and (rule.until is None or day <= rule.until):
        if isinstance(rule, Every) or RULES[rule.rrule](day):
            yield day
            beyond += day > through
        times += 1
        day = add(rule.first, rule.step, times) if isinstance(rule, Every) else day + DAY
