"""What holds for every merge, whatever was changed: shown on thousands of random registers."""

from __future__ import annotations

import tomllib
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.register.merge.rivals import LABELS, Fact, Rival, comments, facts, resolved, written
from tracker.register.merge.texts import merge

MANY = settings(max_examples=400, deadline=None, derandomize=True)
SEEDS = st.integers(0, 2**64)


def versions(seed: int) -> tuple[str, str, str]:
    rival = Rival(Random(seed))  # noqa: S311 - not a secret
    base = rival.register()
    return written(base), written(rival.changed(base)), written(rival.changed(base))


def rivals(fact: Fact, others: set[Fact]) -> bool:
    """Tell whether a plain value has another one beside it."""
    return (
        len(fact) == 3
        and fact[1] not in {"log", "parties"}
        and any(other[:2] == fact[:2] and other != fact for other in others if len(other) == 3)
    )


@MANY
@given(SEEDS)
def test_all_that_either_side_states_is_there(seed: int) -> None:
    base, ours, theirs = versions(seed)
    result = merge(base, ours, theirs, LABELS)
    assert result.reason is None, result
    old, mine, yours = facts(base), facts(ours), facts(theirs)
    both = old & mine & yours
    one, other = (facts(resolved(result.text, side)) for side in (0, 1))
    assert both | (mine - old) <= one
    assert both | (yours - old) <= other
    assert one | other <= old | mine | yours
    if not result.conflicts:
        assert one == other == both | (mine - old) | (yours - old)
    if any(rivals(fact, yours - old - mine) for fact in mine - old):
        assert result.conflicts


@MANY
@given(SEEDS)
def test_no_comment_is_lost_that_a_side_wrote_or_both_kept(seed: int) -> None:
    base, ours, theirs = versions(seed)
    result = merge(base, ours, theirs, LABELS).text
    old, mine, yours = comments(base), comments(ours), comments(theirs)
    assert (mine - old) | (yours - old) | (old & mine & yours) <= comments(result)


@MANY
@given(SEEDS)
def test_the_two_directions_say_the_same(seed: int) -> None:
    base, ours, theirs = versions(seed)
    one, other = merge(base, ours, theirs, LABELS), merge(base, theirs, ours, LABELS)
    assert bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert ordered(one.text) == ordered(other.text)


def ordered(text: str) -> object:
    """Read a text as values, in which only the order of a log counts."""
    tree = tomllib.loads(text)
    for table in tree.get("obligations", {}).get("a", {}).values():
        table["parties"] = sorted(table.get("parties", []))
    return tree


@MANY
@given(SEEDS)
def test_what_theirs_did_not_touch_stays_to_the_byte(seed: int) -> None:
    rival = Rival(Random(seed))  # noqa: S311 - not a secret
    base = rival.register()
    ours, theirs = rival.changed(base), rival.changed(base, most=2)
    result = merge(written(base), written(ours), written(theirs), LABELS).text
    for table in ours:
        if any(table.name == other.name for other in base) and all(other in theirs for other in base):
            assert table.written().partition("[")[2] in result


@MANY
@given(SEEDS)
def test_one_side_alone_is_taken_to_the_byte(seed: int) -> None:
    base, ours, _ = versions(seed)
    assert merge(base, ours, base, LABELS).text == ours
    assert merge(base, base, ours, LABELS).text == ours
    assert merge(base, ours, ours, LABELS).text == ours
