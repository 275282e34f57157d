"""States by their short names, with the adjectives and other names that stand for them."""

from functools import cache

from tracker.extract.normalise import fold
from tracker.extract.rules import read_rules


@cache
def states_in(language: str) -> dict[str, tuple[str, ...]]:
    """Give each state's name in ``en`` or ``fr``, and the folded stems of its adjectives."""
    column = 0 if language == "en" else 1
    rows = (row.split("|") for row in read_rules("places")["states"])
    return {row[column]: tuple(row[2].split()) for row in rows}


@cache
def folded_states(language: str) -> tuple[tuple[str, str], ...]:
    """Give each state's name in ``en`` or ``fr`` folded, and as it is written."""
    return tuple((fold(name), name) for name in states_in(language))


@cache
def states_called(language: str) -> dict[str, str]:
    """Give the state that each other name stands for, the first where several share one."""
    states = reversed(states_in(language))
    return {other: name for name in states for other in other_names(name)}


@cache
def folded_name(name: str) -> str:
    """Give one of these names folded: they are looked for one after the other in each text."""
    return fold(name)


def other_names(state: str) -> tuple[str, ...]:
    """Give what else a state is called ("UAE", "the Kingdom"), by its name in either language."""
    return _others().get(state, ())


@cache
def _others() -> dict[str, tuple[str, ...]]:
    rows = (row.split(": ") for row in read_rules("places")["other_names"])
    return {name: tuple(others.split("|")) for names, others in rows for name in names.split("|")}
