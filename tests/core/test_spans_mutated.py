"""The comparison with the naive evaluation finds a rule that is a day or a comparison off."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from tests.core.corners import CORNERS
from tests.core.mutants import MODULES, Mutation, mutated, mutations
from tests.core.naive import Naive
from tests.core.registers import DAY, REF, SMALL, TRIGGER, registers
from tracker.core.model import Register
from tracker.core.timelines import Timeline

Case = tuple[Register, date | None, dict[str, list[tuple[date, tuple[object, ...]]]]]
Reckon = Callable[..., Iterator[tuple[str, Timeline]]]

UNSEEN = {
    ("schedule", "produces", "scheduled >= day"): "no span depends on it: `check` asks it",
    ("life", "phase_on", "phase.start > day"): "no span depends on it: rows ask it",
    ("life", "life", "following.start - _DAY"): "a renewal for no day at all, before what follows it",
    ("life", "_renewed", "last < through"): "a renewal for no day at all, before what follows it",
    ("strands", "recurring", "e.scheduled.latest > horizon"): "one occurrence more beyond the horizon",
    ("strands", "_laid_out", "day > horizon"): "one occurrence more beyond the horizon",
    ("spans", "turns", "due < FOREVER"): "no due date is the last day that can be written",
    ("timelines", "_rows", "begins < first"): "a stand-in for no day at all is left out again",
    ("timelines", "_rows", "span.start < first"): "a stand-in for no day at all is taken over",
    ("shapes", "walk", "len(entries) > _FEW"): "what is not known by its shape is walked",
    ("walking", "_cut", "start < day < end"): "a cut where a cut is already",
}
"""Changes that nothing a span says can show, each with its reason."""


@cache
def cases() -> list[Case]:
    """Collect registers, the same ones each time, with what is true of them on each day."""
    drawn: list[tuple[Register, date | None]] = [(register, None) for register in CORNERS.values()]

    @hypothesis.settings(
        max_examples=110,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(registers(SMALL), st.data())
    def collect(found: tuple[Register, list[date]], data: st.DataObject) -> None:
        drawn.append((found[0], data.draw(st.sampled_from((None, *found[1])))))

    collect()
    return [(register, known_at, truth(register, known_at)) for register, known_at in drawn]


def truth(register: Register, known_at: date | None) -> dict[str, list[tuple[date, tuple[object, ...]]]]:
    naive = Naive(register, SMALL.through, known_at)
    days = [SMALL.begin + n * DAY for n in range((SMALL.through - SMALL.begin).days + 1)]
    return {
        ref: [(day, row) for day in days if (row := naive.row(ref, day)) is not None]
        for ref in (REF, TRIGGER)
        if ref in register.obligations
    }


def differs(reckon: Reckon) -> bool:
    """Say whether any row of any case is not the true one; an exception is a difference too."""
    try:
        return any(
            said != row
            for register, known_at, rows in cases()
            for ref, found in reckon(register, horizon=SMALL.through, known_at=known_at, only=list(rows))
            for said, row in side_by_side(found, rows[ref])
        )
    except (ArithmeticError, LookupError, NameError, RuntimeError, StopIteration, ValueError):
        return True


def side_by_side(
    found: Timeline, rows: Iterable[tuple[date, tuple[object, ...]]]
) -> Iterator[tuple[tuple[object, ...] | None, tuple[object, ...]]]:
    spans = list(found.spans)
    for day, row in rows:
        while spans and spans[0].end <= day:
            del spans[0]
        yield (spans[0][2:] if spans and spans[0].start <= day else None), row


ALL = [one for one in mutations() if (one.module, one.function, one.said) not in UNSEEN]


def test_copies_without_a_change_agree() -> None:
    with mutated(None) as copy:
        assert not differs(copy.timelines)


@pytest.mark.parametrize(
    "mutation", ALL, ids=lambda one: f"{one.module}-{one.function}-{one.said}-{one.at[2]}".replace(" ", "")
)
def test_a_rule_that_is_off_is_found(mutation: Mutation) -> None:
    with mutated(mutation) as copy:
        assert differs(copy.timelines), mutation


def test_the_rules_are_all_among_what_is_changed() -> None:
    said = {one.said for one in ALL if one.module == "spans"}
    assert {"day < effective", "day > last", "day > due", "day >= soon"} <= said
    assert {one.module for one in ALL} == set(MODULES) - {"timelines"}  # has no rule of its own


def test_what_cannot_be_seen_is_still_there() -> None:
    assert set(UNSEEN) <= {(one.module, one.function, one.said) for one in mutations()}
