"""From a register to spans: the whole life of each obligation, worked out once.

An obligation's occurrences are laid out as strands (what is scheduled, from when it exists, which
entries concern it, what it waits for). Each strand is walked, which gives its spans; those of all
occurrences are rolled up into one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracker.core.durations import FOREVER, shift
from tracker.core.life import Life, life
from tracker.core.model import EFFECTIVE, After, Every, Obligation, Register, Rule, Settings
from tracker.core.rollup import append, rollup
from tracker.core.shapes import Series, Walker
from tracker.core.spans import Span
from tracker.core.standing import Holding, Placed, holdings, in_order
from tracker.core.strands import Strand, Trigger, completion, following, recurring, single
from tracker.core.walking import Frame

_RECURRING = (Every, Rule)


class Timeline(NamedTuple):
    """The spans of one obligation: as one row, and of each occurrence of a recurring one.

    Both are in order of time and cover the days from the agreement's date on without gap or
    overlap. They hold through the horizon that they were worked out for. Of the occurrences, `told`
    has those that an entry concerns, and others that have to be told apart, `untold` the others.
    `trigger` is what an obligation that waits for this one needs, None where none does.
    """

    spans: tuple[Span, ...]
    told: tuple[tuple[Span, ...], ...]
    untold: Series | None
    recurs: bool
    trigger: Trigger | None = None

    @property
    def occurrences(self) -> tuple[tuple[Span, ...], ...]:
        """All occurrences; none of what does not recur, and of what `recurs` but has none yet."""
        if self.untold is None:
            return self.told
        return tuple(sorted((*self.told, *self.untold.occurrences()), key=_scheduled))


def _scheduled(spans: tuple[Span, ...]) -> date:
    return spans[0].scheduled or date.min


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
    for ref in _in_dependency_order(register, wanted) if awaited - {EFFECTIVE} else wanted:
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
            owner=agreement.owner,
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
    owner: str = "",
) -> Timeline:
    """Work out one obligation: its spans hold for every day through `horizon` (inclusive).

    `trigger` is that of the obligation that it waits for, `replaced_from` the first
    day on which another obligation takes its place. What `is_awaited` gets a trigger of its own.
    `owner` looks after it (its agreement's) while neither it nor its log names another.
    """
    entries = in_order(obligation.log, replaced_from, known_at) if obligation.log or replaced_from else []
    held = holdings(entries, obligation.owner or owner)
    changing = _changing(held) if entries else held
    rule, review = obligation.time, obligation.review or settings.review
    frame = Frame(
        obligation.modality,
        rule,
        of,
        obligation.lead or settings.soon,
        review,
        changing,
        len(of.phases) == len(changing) == 1,
        shift(of.effective, review),
    )
    walker = Walker(frame)
    if isinstance(rule, _RECURRING):
        strands = recurring(rule, of, entries, horizon)
    elif trigger is not None and trigger.recurs:
        strands = following(trigger, of, entries)
    else:
        strand = single(obligation, of, entries, trigger)
        return Timeline(walker.walk(strand), (), None, False, _trigger([strand]) if is_awaited else None)
    is_known = walker.is_plain and isinstance(rule, _RECURRING)
    quiet = [strand for strand in strands if not strand.entries] if is_known else []
    untold = walker.series(quiet) if quiet else None
    told = tuple([walker.walk(strand) for strand in strands if strand.entries or not quiet])
    walked = (*told, untold.spans()) if untold else told
    rows = _rows(walked, walker, of.begins, entries, held)
    return Timeline(rows, told, untold, True, _trigger(strands, recurs=True) if is_awaited else None)


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
    walked: Sequence[Sequence[Span]],
    walker: Walker,
    begins: date,
    entries: Sequence[Placed],
    held: Sequence[Holding],
) -> tuple[Span, ...]:
    """Roll the occurrences up into one row, with a stand-in while there is none yet."""
    first = min((spans[0].start for spans in walked), default=FOREVER)
    rows: list[Span] = []
    if begins < first:
        stand_in = walker.walk(Strand(None, None, begins, []))
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
