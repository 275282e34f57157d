"""States by their short names, with the adjectives that stand for them."""

from functools import cache

from tracker.extract.rules import read_rules


@cache
def states_in(language: str) -> dict[str, tuple[str, ...]]:
    """Give each state's name in ``en`` or ``fr``, and the folded stems of its adjectives."""
    column = 0 if language == "en" else 1
    rows = (row.split("|") for row in read_rules("places")["states"])
    return {row[column]: tuple(row[2].split()) for row in rows}
