"""From a strand to spans: time cut where the facts change, and the table of states asked in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tracker.core.dates import Period, on_day
from tracker.core.durations import FOREVER, Duration, shift
from tracker.core.life import Life, Phase
from tracker.core.model import After, Before, Every, Rule, TimeRule
from tracker.core.rollup import append
from tracker.core.spans import Facts, Span, state, turns
from tracker.core.standing import Holding, Standing, after
from tracker.core.strands import Strand

_NONE = -1
_UNTOLD = Standing()
_RELATIVE = (After, Before)
_RECURRING = (Every, Rule)


class Frame(NamedTuple):
    """What all strands of an obligation share; `holdings` are those that hand something over.

    What `is_still` has facts that nothing but an entry changes. `stale` is the first day on which
    what was heard when it took effect is a review interval old.
    """

    modality: str
    rule: TimeRule | None
    life: Life
    soon: Duration
    review: Duration
    holdings: list[Holding]
    is_still: bool
    stale: date


def walk(strand: Strand, frame: Frame) -> list[Span]:
    """Cut a strand's time where its facts change, and ask the table of states in between."""
    modality, rule, life_of, lead, review, holding_list, is_still, stale = frame
    scheduled, stated, begins, entries, trigger = strand
    phases, effective = life_of.phases, life_of.effective
    changes = trigger.changes if trigger else ()
    is_relative = isinstance(rule, _RELATIVE)
    dues = tuple(_before_end(phases, rule.within)) if isinstance(rule, Before) else ()
    bounded = scheduled if isinstance(rule, _RECURRING) and rule.until is None else None
    spans: list[Span] = []
    standing, done_on = _UNTOLD, None
    due: Period | None = None
    last_due, soon = None, None
    heard = None
    waiting = False
    closed_by: int | None = _NONE
    told = phased = held = changed = 0
    turning = [on for on, _, _ in entries]
    turning += [day for day, _ in changes]
    if not is_still:
        turning += [phase.start for phase in phases]
        turning += [holding.start for holding in holding_list]
    days = sorted({begins, *[max(day, begins) for day in turning]})
    for start, end in pairwise((*days, FOREVER)):
        while told < len(entries) and entries[told][0] <= start:
            standing = after(standing, entries[told])
            told += 1
        while changed < len(changes) and changes[changed][0] <= start:
            done_on = changes[changed][1]
            changed += 1
        while phased + 1 < len(phases) and phases[phased + 1].start <= start:
            phased += 1
        while held + 1 < len(holding_list) and holding_list[held + 1].start <= start:
            held += 1
        _, last, suspended, _, reach = phases[phased]
        status, closed_on, moved_to, heard_on, _, entry, _ = standing
        if closed_on is None or entry != closed_by:
            reckoned = _due(strand, rule, dues[phased] if dues else None, done_on) if is_relative else stated
            waiting = is_relative and reckoned is None
            due = reckoned if waiting else moved_to or reckoned
            closed_by = entry if closed_on else _NONE
        due_on = due.latest if due else None
        if due_on != last_due:
            last_due, soon = due_on, shift(due_on, lead, -1) if due_on else None
        if heard_on != heard:
            heard = heard_on
            stale = shift(max(heard or effective, effective), review)
        known = Facts._make((
            modality, rule is None, effective, last, suspended, status, closed_on, waiting,
            due_on, soon, stale, bounded is not None and bounded > reach,
        ))  # fmt: skip
        _cut(spans, known, start, end, scheduled, due, standing, holding_list[held])
    return spans


def _due(
    strand: Strand, rule: TimeRule | None, before_end: date | None, done_on: date | None
) -> Period | None:
    """Reckon the due date in force, None while there is nothing to reckon from."""
    if isinstance(rule, Before):
        return on_day(before_end) if before_end else None
    if isinstance(rule, After) and strand.trigger is not None:
        return on_day(shift(done_on, rule.within)) if done_on else None
    return strand.due


def _before_end(phases: Sequence[Phase], within: Duration) -> Iterator[date | None]:
    """Yield for each phase the day that lies a length before the last one, None while none is stated.

    An end that is brought forward makes nothing late that was not: what it would have had due before
    the day from which it holds is due on that day.
    """
    due = None
    for phase in phases:
        before = due
        due = None if phase.last == FOREVER else shift(phase.last, within, -1)
        if due is not None and phase is not phases[0]:
            due = max(due, phase.start if before is None else min(before, phase.start))
        yield due


def _cut(
    spans: list[Span],
    known: Facts,
    start: date,
    end: date,
    scheduled: date | None,
    due: Period | None,
    standing: Standing,
    holding: Holding,
) -> None:
    """Add the spans of a stretch in which the facts stay."""
    due_on = known.due
    due_text = "" if due is None or due.earliest == due.latest else due.text
    status, _, _, _, chased, entry, last_on = standing
    informed = status == "blocked" or (due_on is not None and chased is not None and chased > due_on)
    _, owner, dispute, _ = holding
    days = [day for day in turns(known) if start < day < end]
    days.sort()
    days.append(end)
    first, now = start, state(known, start)
    for day in days:
        then = state(known, day) if day is not end else ""
        if then == now:
            continue
        overdue = now == "overdue"
        span = Span._make((
            first, day, now, scheduled, due_on, due_text, status, overdue and informed,
            1 if overdue else 0, entry, last_on, dispute, owner,
        ))  # fmt: skip
        if first is start:
            append(spans, span)
        else:
            spans.append(span)
        first, now = day, then
