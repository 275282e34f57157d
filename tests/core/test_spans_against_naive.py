"""The spans of any promise say on each day what a naive evaluation of that day says."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import hypothesis
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from tests.core.corners import CORNERS
from tests.core.naive import Naive
from tests.core.registers import LARGE, REF, SMALL, TRIGGER, registers
from tracker.core.durations import FOREVER
from tracker.core.model import AgreementEntry, Entry, Register
from tracker.core.spans import Span
from tracker.core.timelines import Timeline, timelines

DAY = timedelta(1)
REFS = (REF, TRIGGER)


def thorough(examples: int) -> hypothesis.settings:
    """Try that many registers, the same ones each time."""
    return hypothesis.settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
    )


def every_day(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]


def spans_of(
    register: Register, through: date, known_at: date | None = None
) -> Iterator[tuple[str, Timeline]]:
    return timelines(
        register,
        horizon=through,
        known_at=known_at,
        only=[ref for ref in REFS if ref in register.obligations],
    )


def holding(spans: Iterable[Span], day: date) -> Span | None:
    return next((span for span in spans if span.start <= day < span.end), None)


def check_partition(spans: Sequence[Span], begins: date) -> None:
    assert spans[0].start == begins
    assert spans[-1].end == FOREVER
    assert all(span.start < span.end for span in spans)
    for before, after in pairwise(spans):
        assert before.end == after.start
        assert before[2:] != after[2:]


def check_days(naive: Naive, ref: str, found: Timeline, days: Iterable[date]) -> None:
    begins = naive.both(ref)[1].date.earliest
    for day in days:
        if begins <= day <= naive.through:
            said = holding(found.spans, day)
            assert said is not None
            assert (ref, day, said[2:]) == (ref, day, naive.row(ref, day))
            if not naive.recurs(ref):
                continue
            there = [span for spans in found.occurrences if (span := holding(spans, day))]
            assert {span.scheduled: span[2:] for span in there if shown(span.scheduled, naive)} == {
                scheduled: tuple(one)
                for scheduled, one in naive.occurrences(ref, day).items()
                if shown(scheduled, naive)
            }


def shown(scheduled: date | None, naive: Naive) -> bool:
    return scheduled is None or scheduled <= naive.through


@st.composite
def known(draw: st.DrawFn) -> tuple[Register, date | None]:
    register, days = draw(registers(SMALL))
    return register, draw(st.sampled_from((None, None, *days)))


@pytest.mark.parametrize("name", CORNERS)
def test_each_day_of_a_corner_agrees(name: str) -> None:
    naive = Naive(CORNERS[name], SMALL.through)
    for ref, found in spans_of(CORNERS[name], SMALL.through):
        check_days(naive, ref, found, every_day(SMALL.begin, SMALL.through))


@thorough(200)
@given(known())
def test_each_day_of_a_short_life_agrees(drawn: tuple[Register, date | None]) -> None:
    register, known_at = drawn
    naive = Naive(register, SMALL.through, known_at)
    for ref, found in spans_of(register, SMALL.through, known_at):
        check_days(naive, ref, found, every_day(SMALL.begin, SMALL.through))


@thorough(120)
@given(registers(SMALL, series=True))
def test_each_day_of_a_series_without_an_end_agrees(drawn: tuple[Register, list[date]]) -> None:
    naive = Naive(drawn[0], SMALL.through)
    for ref, found in spans_of(drawn[0], SMALL.through):
        check_days(naive, ref, found, every_day(SMALL.begin, SMALL.through))


@thorough(40)
@given(registers(LARGE))
def test_the_days_on_which_something_turns_agree_in_a_long_life(drawn: tuple[Register, list[date]]) -> None:
    register, days = drawn
    naive = Naive(register, LARGE.through)
    beside = {day + step for day in days for step in (-DAY, 0 * DAY, DAY)}
    for ref, found in spans_of(register, LARGE.through):
        turns = {span.start for span in found.spans} | {span.start - DAY for span in found.spans}
        check_days(naive, ref, found, sorted(beside | turns))


@thorough(80)
@given(st.one_of(registers(SMALL), registers(LARGE)))
def test_spans_cover_time_without_gap_or_overlap_or_repetition(drawn: tuple[Register, list[date]]) -> None:
    register, _ = drawn
    for ref, found in spans_of(register, LARGE.through):
        begins = register.agreements[register.obligations[ref].agreement].date.earliest
        check_partition(found.spans, begins)
        for spans in found.occurrences:
            assert spans[0].start >= begins
            check_partition(spans, spans[0].start)


def without(register: Register, gone: Callable[[Entry | AgreementEntry], bool]) -> Register:
    """Take entries out of all logs."""
    return register._replace(
        agreements={
            name: one._replace(log=tuple(entry for entry in one.log if not gone(entry)))
            for name, one in register.agreements.items()
        },
        obligations={
            ref: one._replace(log=tuple(entry for entry in one.log if not gone(entry)))
            for ref, one in register.obligations.items()
        },
    )


def check_same(
    register: Register,
    gone: Callable[[Entry | AgreementEntry], bool],
    days: Sequence[date],
    known_at: date | None,
) -> None:
    """Check that entries are as if never written, but for the positions of those that stay."""
    whole = dict(spans_of(register, SMALL.through, known_at))
    for ref, found in spans_of(without(register, gone), SMALL.through):
        log = register.obligations[ref].log
        stay = [position for position, entry in enumerate(log) if not gone(entry)]

        def told(span: Span | None, stay: Sequence[int] = stay) -> tuple[object, ...] | None:
            if span is None or span.entry is None:
                return span and span[2:]
            return span._replace(entry=stay[span.entry])[2:]

        for day in days:
            one, other = holding(whole[ref].spans, day), holding(found.spans, day)
            assert (one and one[2:]) == told(other)
            ones = [holding(spans, day) for spans in whole[ref].occurrences]
            others = [holding(spans, day) for spans in found.occurrences]
            assert {one[2:] for one in ones if one and shown_small(one)} == {
                told(other) for other in others if other and shown_small(other)
            }


def shown_small(span: Span) -> bool:
    return span.scheduled is None or span.scheduled <= SMALL.through


@thorough(120)
@given(st.one_of(registers(SMALL), registers(SMALL, series=True)), st.data())
def test_no_day_depends_on_a_later_entry(drawn: tuple[Register, list[date]], data: st.DataObject) -> None:
    register, days = drawn
    as_of = data.draw(st.sampled_from(days))
    check_same(register, lambda entry: entry.on > as_of, every_day(SMALL.begin, as_of), None)


@thorough(120)
@given(st.one_of(registers(SMALL), registers(SMALL, series=True)), st.data())
def test_what_was_recorded_later_changes_nothing(
    drawn: tuple[Register, list[date]], data: st.DataObject
) -> None:
    register, days = drawn
    known_at = data.draw(st.sampled_from(days))
    check_same(
        register,
        lambda entry: (entry.recorded or entry.on) > known_at,
        every_day(SMALL.begin, SMALL.through),
        known_at,
    )
