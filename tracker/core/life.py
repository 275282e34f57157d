"""An agreement's life: on which days it is in force, and what its last day is said to be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tracker.core.durations import FOREVER, shift
from tracker.core.model import Agreement

_DAY = timedelta(1)


class Phase(NamedTuple):
    """From `start` on (until the next phase) the log says this of the agreement.

    `last` is the last day in force, `FOREVER` where none is stated. `reach` is how far its promises
    go as far as is known: to the last day, and without end while it renews itself.
    """

    start: date
    last: date
    suspended: bool
    terminated: bool
    reach: date


class Life(NamedTuple):
    """An agreement's phases; `begins` is its date, `effective` its first day in force."""

    begins: date
    effective: date
    effective_latest: date
    phases: tuple[Phase, ...]


def life(agreement: Agreement, *, horizon: date, known_at: date | None = None) -> Life:
    """Read an agreement's log into phases, renewals included up to `horizon` (inclusive)."""
    begins = agreement.date.earliest
    stated = _stated(agreement, begins, known_at)
    phases: list[Phase] = []
    for phase, following in zip(stated, [*stated[1:], None], strict=True):
        phases += _renewed(phase, agreement, following.start - _DAY if following else horizon)
    effective = agreement.effective
    return Life(begins, effective.earliest, effective.latest, tuple(phases))


def stated_end(agreement: Agreement) -> Phase:
    """Give what the whole log says at last: its last day in force, before any renewal."""
    return _stated(agreement, agreement.date.earliest, None)[-1]


def _stated(agreement: Agreement, begins: date, known_at: date | None) -> list[Phase]:
    """Fold the log, as known at a day, into what it says from which day on."""
    last = agreement.expires.latest if agreement.expires else FOREVER
    reach = FOREVER if agreement.renews else last
    phase = Phase(begins, last, suspended=False, terminated=False, reach=reach)
    phases = [phase]
    entries = [e for e in agreement.log if e.status and (known_at is None or e.known <= known_at)]
    for entry in sorted(entries, key=lambda entry: entry.on):
        phase = phase._replace(start=max(entry.on, begins))
        match entry.status:
            case "terminated":
                last = entry.ends or entry.on
                phase = phase._replace(last=last, reach=last, terminated=True)
            case "extended":
                last = entry.ends or phase.last
                reach = FOREVER if agreement.renews and not phase.terminated else last
                phase = phase._replace(last=last, reach=reach)
            case status:
                phase = phase._replace(suspended=status == "suspended")
        if phases[-1].start == phase.start:
            phases.pop()
        phases.append(phase)
    return phases


def _renewed(phase: Phase, agreement: Agreement, through: date) -> list[Phase]:
    """Cut a phase that lasts `through` a day (inclusive) where the agreement renews itself."""
    phases: list[Phase] = []
    last, times = phase.last, 0
    while agreement.renews and not phase.terminated and last < through:
        if last >= phase.start:
            phases.append(phase._replace(last=last))
            phase = phase._replace(start=last + _DAY)
        times += 1
        last = shift(phase.last, agreement.renews, times)
    return [*phases, phase._replace(last=last)]


def phase_on(of: Life, day: date) -> Phase:
    """Find what the log says on a day (the first phase for days before it)."""
    found = of.phases[0]
    for phase in of.phases:
        if phase.start > day:
            break
        found = phase
    return found
