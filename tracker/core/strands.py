"""How an obligation's occurrences are laid out: what is scheduled, and what each depends on."""

# without postponed annotations, each of which a NamedTuple would compile on import

from datetime import date
from typing import NamedTuple

from tracker.core.dates import Period, on_day
from tracker.core.durations import FOREVER, shift
from tracker.core.life import Life
from tracker.core.model import After, Before, Every, Fixed, Obligation, Rule
from tracker.core.schedule import occurrences
from tracker.core.standing import Placed, shares
from tracker.core.vocabulary import CLOSING


class Completion(NamedTuple):
    """When an occurrence was done: from each day on, the day it was done on, or None."""

    scheduled: date | None
    begins: date
    changes: tuple[tuple[date, date | None], ...]


class Trigger(NamedTuple):
    """What another obligation waits for: each occurrence's completions, in order of time."""

    recurs: bool
    completions: tuple[Completion, ...]


class Strand(NamedTuple):
    """One occurrence: from when it exists, which entries concern it, what it waits for.

    `scheduled` names it, `due` is its due date as scheduled; both are None where there is none,
    or none yet.
    """

    scheduled: date | None
    due: Period | None
    begins: date
    entries: list[Placed]
    trigger: Completion | None = None


def single(obligation: Obligation, of: Life, entries: list[Placed], trigger: Trigger | None) -> Strand:
    """Lay out what does not recur; every entry concerns it."""
    due: Period | None = None
    match obligation.time:
        case Fixed(due=stated):
            due = stated
        case After(within=within, after="effective"):
            due = on_day(shift(of.effective_latest, within))
        case Before(within=within):
            first = of.phases[0].last
            scheduled = None if first == FOREVER else shift(first, within, -1)
            return Strand(scheduled, None, of.begins, entries)
    if trigger is not None:
        (completion,) = trigger.completions
        return Strand(completion.scheduled, None, of.begins, entries, completion)
    return Strand(due.latest if due else None, due, of.begins, entries)


def following(trigger: Trigger, of: Life, entries: list[Placed]) -> list[Strand]:
    """Lay out one occurrence for each of what is waited for, under the same scheduled day."""
    completions = trigger.completions
    begins = [max(of.begins, completion.begins) for completion in completions]
    owned = shares(entries, [completion.scheduled for completion in completions], begins)
    return [
        Strand(completion.scheduled, None, begin, own, completion)
        for completion, begin, own in zip(completions, begins, owned, strict=True)
    ]


def recurring(rule: Every | Rule, of: Life, entries: list[Placed], horizon: date) -> list[Strand]:
    """Lay out what a rule produces, through the horizon (inclusive) and a little beyond."""
    ahead = [e for _, _, e in entries if e.scheduled is None or e.scheduled.latest > horizon]
    days, begins = _laid_out(rule, of, horizon, spare=len(ahead) + 1)
    owned = shares(entries, days, begins)
    return [Strand(day, on_day(day), begin, own) for day, begin, own in zip(days, begins, owned, strict=True)]


def _laid_out(rule: Every | Rule, of: Life, horizon: date, *, spare: int) -> tuple[list[date], list[date]]:
    """Give the scheduled days, and of each the day from which it exists.

    With an `until` all exist from the first day; else each once it lies within the agreement's life.
    Goes `spare` days beyond the horizon, so that what is next is known on each day up to it even
    if that many were closed ahead of their time.
    """
    days: list[date] = []
    begins: list[date] = []
    phases = iter(of.phases)
    phase = next(phases)
    reach = phase.reach if rule.until is None else FOREVER
    for day in occurrences(rule):
        while day > reach:
            following = next(phases, None)
            if following is None:
                return days, begins
            phase, reach = following, following.reach
        days.append(day)
        begins.append(phase.start)
        if day > horizon:
            spare -= 1
            if not spare:
                break
    return days, begins


def completion(strand: Strand) -> Completion:
    """Follow when a strand was done, and when that was taken back."""
    changes: list[tuple[date, date | None]] = []
    done: date | None = None
    for on, _, entry in strand.entries:
        if entry.status == "open" or entry.status in CLOSING:
            now = on if entry.status == "done" else None
            if now != done:
                changes.append((on, now))
            done = now
    return Completion(strand.scheduled, strand.begins, tuple(changes))
