"""From a register to spans: the whole life of each obligation, worked out once.

An obligation's occurrences are laid out as strands (what is scheduled, from when it exists, which
entries concern it, what it waits for). Each strand is walked, which gives its spans; those of all
occurrences are rolled up into one row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from tracker.core.durations import FOREVER, shift
from tracker.core.life import Life, life
from tracker.core.model import EFFECTIVE, After, Before, Every, Obligation, Register, Rule, Settings
from tracker.core.rollup import append, rollup
from tracker.core.spans import Span
from tracker.core.standing import Holding, Placed, holdings, in_order
from tracker.core.strands import Strand, Trigger, completion, following, recurring, single
from tracker.core.walking import Frame, walk

_DAY = timedelta(1)
_RECURRING = (Every, Rule)


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
    entries = in_order(obligation.log, replaced_from, known_at)
    held = holdings(entries, obligation.owner or owner)
    changing = _changing(held)
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
    walker = _Walker(frame)
    if isinstance(rule, _RECURRING):
        strands = recurring(rule, of, entries, horizon)
    elif trigger is not None and trigger.recurs:
        strands = following(trigger, of, entries)
    else:
        strand = single(obligation, of, entries, trigger)
        return Timeline(walker.walk(strand), (), False, _trigger([strand]) if is_awaited else None)
    walked = tuple(map(walker.walk, strands))
    rows = _rows(walked, walker, of.begins, entries, held)
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
    walked: Sequence[Sequence[Span]],
    walker: _Walker,
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


class _Walker:
    """Walks the strands of an obligation, those of which nothing is said by what is known of others.

    Which states follow each other there is decided by how a few days lie to each other: those that
    all strands have in common, the due date, and the first day of the due-soon window. So for each
    order of them one strand is walked, and all others have its spans, with their own days.
    """

    _WALKED: ClassVar[dict[tuple[object, ...], list[tuple[int, int, str, int]]]] = {}
    """By the order: of each span, which of the days begin and end it, the state, and what is missed."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._is_still = frame.is_still and not isinstance(frame.rule, Before)
        self._days: list[date] = []

    def walk(self, strand: Strand) -> tuple[Span, ...]:
        """Give the spans of a strand."""
        scheduled, due, begins, entries, trigger = strand
        frame = self._frame
        if entries or trigger or not self._is_still or begins != frame.life.begins:
            return tuple(walk(strand, frame))
        if not self._days:
            self._look_at(frame)
        in_order = self._in_order
        if due is None:
            due_on, due_text, order = None, "", self._order
            days = self._days
        else:
            due_on = due.latest
            due_text = "" if due.earliest == due_on else due.text
            soon, past = shift(due_on, frame.soon, -1), due_on if due_on == FOREVER else due_on + _DAY
            order = (
                *self._order, bisect_left(in_order, soon), bisect_right(in_order, soon),
                bisect_left(in_order, past), bisect_right(in_order, past),
            )  # fmt: skip
            days = [*self._days, soon, past]
        walked = self._WALKED.get(order)
        if walked is None:
            place = {day: number for number, day in enumerate(days)}
            walked = self._WALKED[order] = [
                (place[span.start], place[span.end], span.state, span.missed) for span in walk(strand, frame)
            ]
        _, owner, dispute, _ = frame.holdings[0]
        return tuple(
            [
                Span._make(
                    (
                        days[start], days[end], now, scheduled, due_on, due_text, "open", False, missed,
                        None, None, dispute, owner,
                    )
                )
                for start, end, now, missed in walked
            ]
        )  # fmt: skip

    def _look_at(self, frame: Frame) -> None:
        """Put the days in order that all strands have in common."""
        begins, effective, _, (phase, *_) = frame.life
        past = phase.last if phase.last == FOREVER else phase.last + _DAY
        self._days = [begins, effective, past, frame.stale, FOREVER]
        self._in_order = sorted(self._days)
        places = [bisect_right(self._in_order, day) for day in self._days]
        waits = isinstance(frame.rule, After)
        self._order = (frame.modality, frame.rule is None, waits, phase.suspended, *places)
