"""From a register to spans: the whole life of each obligation, worked out once.

An obligation's occurrences are laid out as strands (what is scheduled, from when it exists, which
entries concern it, what it waits for). Walking a strand cuts time where the facts change, and
asks the table of states in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tracker.core.dates import Period, on_day
from tracker.core.durations import FOREVER, Duration, shift
from tracker.core.life import Life, Phase, life
from tracker.core.model import (
    EFFECTIVE,
    After,
    Before,
    Every,
    Obligation,
    Register,
    Rule,
    Settings,
    TimeRule,
)
from tracker.core.rollup import append, rollup
from tracker.core.spans import Facts, Span, state, turns
from tracker.core.standing import Holding, Placed, Standing, after, holdings, in_order
from tracker.core.strands import Strand, Trigger, completion, following, recurring, single

_NONE = -1
_UNTOLD = Standing()


class Timeline(NamedTuple):
    """The spans of one obligation: as one row, and of each occurrence of a recurring one.

    Both are in order of time and cover the days from the agreement's date on without gap or
    overlap. They hold through the horizon that they were worked out for. `occurrences` is empty
    for what does not recur, and for what `recurs` but has none yet. `trigger` is what an obligation
    that waits for this one needs, None where none does.
    """

    spans: tuple[Span, ...]
    occurrences: tuple[tuple[Span, ...], ...]
    recurs: bool
    trigger: Trigger | None = None


class _Frame(NamedTuple):
    """What all strands of an obligation share; `holdings` are those that hand something over.

    What `is_still` has facts that nothing but an entry changes. `stale` is the first day on which
    what was heard when it took effect is a review interval old.
    """

    modality: str
    time: TimeRule | None
    life: Life
    soon: Duration
    review: Duration
    holdings: list[Holding]
    is_still: bool
    stale: date


def timelines(
    register: Register, *, horizon: date, known_at: date | None = None, only: Iterable[str] | None = None
) -> Iterator[tuple[str, Timeline]]:
    """Work out the obligations of a register (or `only` those refs), each after what it waits for.

    The spans hold for every day through `horizon` (inclusive). With `known_at`, entries recorded
    later are unknown.
    """
    lives: dict[str, Life] = {}
    replaced = _replacements(register)
    awaited = {o.time.after for o in register.obligations.values() if isinstance(o.time, After)}
    completed: dict[str, Trigger] = {}
    wanted = register.obligations if only is None else set(only)
    for ref in _in_dependency_order(register, wanted):
        obligation = register.obligations[ref]
        agreement = register.agreements[obligation.agreement]
        if agreement.id not in lives:
            lives[agreement.id] = life(agreement, horizon=horizon, known_at=known_at)
        rule = obligation.time
        found = timeline(
            obligation,
            lives[agreement.id],
            register.settings,
            horizon=horizon,
            trigger=completed[rule.after] if isinstance(rule, After) and rule.after != EFFECTIVE else None,
            replaced_from=replaced.get(ref),
            known_at=known_at,
            is_awaited=ref in awaited,
        )
        if found.trigger is not None:
            completed[ref] = found.trigger
        if ref in wanted:
            yield ref, found


def timeline(
    obligation: Obligation,
    of: Life,
    settings: Settings,
    *,
    horizon: date,
    trigger: Trigger | None = None,
    replaced_from: date | None = None,
    known_at: date | None = None,
    is_awaited: bool = False,
) -> Timeline:
    """Work out one obligation: its spans hold for every day through `horizon` (inclusive).

    `trigger` is that of the obligation that it waits for, `replaced_from` the first
    day on which another obligation takes its place. What `is_awaited` gets a trigger of its own.
    """
    entries = in_order(obligation.log, replaced_from, known_at)
    held = holdings(entries, obligation.owner)
    changing = _changing(held)
    rule, review = obligation.time, obligation.review or settings.review
    frame = _Frame(
        obligation.modality,
        rule,
        of,
        obligation.lead or settings.soon,
        review,
        changing,
        len(of.phases) == len(changing) == 1,
        shift(of.effective, review),
    )
    if isinstance(rule, Every | Rule):
        strands = recurring(rule, of, entries, horizon)
    elif trigger is not None and trigger.recurs:
        strands = following(trigger, of, entries)
    else:
        strand = single(obligation, of, entries, trigger)
        return Timeline(tuple(_walk(strand, frame)), (), False, _trigger([strand]) if is_awaited else None)
    walked = tuple([tuple(_walk(strand, frame)) for strand in strands])
    rows = _rows(walked, frame, entries, held)
    return Timeline(rows, walked, True, _trigger(strands, recurs=True) if is_awaited else None)


def _trigger(strands: Sequence[Strand], *, recurs: bool = False) -> Trigger:
    return Trigger(recurs=recurs, completions=tuple(completion(strand) for strand in strands))


def _in_dependency_order(register: Register, wanted: Iterable[str]) -> Iterator[str]:
    """Yield refs and what they wait for, the awaited first; the register has no circles."""
    done: set[str] = set()
    for ref in wanted:
        chain = []
        while ref not in done:
            done.add(ref)
            chain.append(ref)
            rule = register.obligations[ref].time
            if not isinstance(rule, After) or rule.after == EFFECTIVE:
                break
            ref = rule.after  # noqa: PLW2901 - it walks up the chain
        yield from reversed(chain)


def _replacements(register: Register) -> dict[str, date]:
    """Map each replaced ref to the first day on which what replaces it is in force."""
    found: dict[str, date] = {}
    for obligation in register.obligations.values():
        for ref in obligation.replaces:
            start = register.agreements[obligation.agreement].effective.earliest
            found[ref] = min(start, found.get(ref, start))
    return found


def _rows(
    walked: Sequence[Sequence[Span]], frame: _Frame, entries: Sequence[Placed], held: Sequence[Holding]
) -> tuple[Span, ...]:
    """Roll the occurrences up into one row, with a stand-in while there is none yet."""
    begins = frame.life.begins
    first = min((spans[0].start for spans in walked), default=FOREVER)
    rows: list[Span] = []
    if begins < first:
        stand_in = _walk(Strand(None, None, begins, []), frame)
        for span in rollup([stand_in], entries, held):
            if span.start < first:
                append(rows, span._replace(end=min(span.end, first)))
    if not walked:
        return tuple(rows)
    row, *others = rollup(walked, entries, held)
    append(rows, row)
    return (*rows, *others)


def _changing(held: Sequence[Holding]) -> list[Holding]:
    """Leave out those that hand nothing over: an occurrence's days are not cut there."""
    found = [held[0]]
    for holding in held:
        if holding.owner != found[-1].owner or holding.dispute != found[-1].dispute:
            found.append(holding)
    return found


def _walk(strand: Strand, frame: _Frame) -> list[Span]:
    """Cut a strand's time where its facts change, and ask the table of states in between."""
    entries, life_of, holding_list = strand.entries, frame.life, frame.holdings
    phases, effective = life_of.phases, life_of.effective
    changes = strand.trigger.changes if strand.trigger else ()
    begins = strand.begins
    is_relative = isinstance(frame.time, After | Before)
    spans: list[Span] = []
    standing, done_on = _UNTOLD, None
    due: Period | None = None
    last_due, soon = None, None
    heard, stale = None, frame.stale
    waiting = False
    closed_by: int | None = _NONE
    told = phased = held = changed = 0
    if frame.is_still and not entries and not changes:
        stretches: Iterable[tuple[date, date]] = ((begins, FOREVER),)
    else:
        stretches = pairwise(_stretches(begins, entries, phases, holding_list, changes))
    for start, end in stretches:
        while told < len(entries) and entries[told].on <= start:
            standing = after(standing, entries[told])
            told += 1
        while phased + 1 < len(phases) and phases[phased + 1].start <= start:
            phased += 1
        while held + 1 < len(holding_list) and holding_list[held + 1].start <= start:
            held += 1
        while changed < len(changes) and changes[changed][0] <= start:
            done_on = changes[changed][1]
            changed += 1
        last = phases[phased].last
        if standing.closed_on is None or standing.entry != closed_by:
            reckoned = _due(strand, frame.time, last, done_on) if is_relative else strand.due
            waiting = is_relative and reckoned is None
            due = reckoned if waiting else standing.moved_to or reckoned
            closed_by = standing.entry if standing.closed_on else _NONE
        due_on = due.latest if due else None
        if due_on != last_due:
            last_due, soon = due_on, shift(due_on, frame.soon, -1) if due_on else None
        if standing.heard != heard:
            heard = standing.heard
            stale = shift(max(heard or effective, effective), frame.review)
        known = Facts(
            frame.modality,
            frame.time is None,
            effective,
            last,
            phases[phased].suspended,
            standing.status,
            standing.closed_on,
            waiting,
            due_on,
            soon,
            stale,
        )
        _cut(spans, known, start, end, strand.scheduled, due, standing, holding_list[held])
    return spans


def _stretches(
    begins: date,
    entries: Sequence[Placed],
    phases: Sequence[Phase],
    holding_list: Sequence[Holding],
    changes: Sequence[tuple[date, date | None]],
) -> list[date]:
    """Name the days on which facts change, with the first day and `FOREVER`."""
    days = {begins}
    days.update([placed.on for placed in entries if placed.on > begins])
    days.update([phase.start for phase in phases if phase.start > begins])
    days.update([holding.start for holding in holding_list if holding.start > begins])
    days.update([day for day, _ in changes if day > begins])
    return [*sorted(days), FOREVER]


def _due(strand: Strand, rule: TimeRule | None, last: date, done_on: date | None) -> Period | None:
    """Reckon the due date in force, None while there is nothing to reckon from."""
    if isinstance(rule, Before):
        return None if last == FOREVER else on_day(shift(last, rule.within, -1))
    if isinstance(rule, After) and strand.trigger is not None:
        return on_day(shift(done_on, rule.within)) if done_on else None
    return strand.due


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
    due_text = "" if due is None or due.is_day else due.text
    chased = known.due is not None and standing.chased is not None and standing.chased > known.due
    late_informed = chased or standing.status == "blocked"
    status, entry, last_on = standing.status, standing.entry, standing.last_on
    _, owner, dispute, _ = holding
    days = [day for day in turns(known) if start < day < end]
    days.sort()
    days.append(end)
    first, now = start, state(known, start)
    for day in days:
        then = state(known, day) if day != end else ""
        if then == now:
            continue
        overdue = now == "overdue"
        span = Span(
            first, day, now, scheduled, known.due, due_text, status, overdue and late_informed,
            1 if overdue else 0, entry, last_on, dispute, owner,
        )  # fmt: skip
        if first is start:
            append(spans, span)
        else:
            spans.append(span)
        first, now = day, then
