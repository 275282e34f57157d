"""States by their short names, with the adjectives and other names that stand for them."""

import re
from functools import cache
from typing import Final

from tracker.extract.normalise import fold
from tracker.extract.rules import read_rules

_SORT: Final = (
    r"(?:republic|kingdom|sultanate|emirate|principality|commonwealth|federation|confederation|state)"
)
_SORTE: Final = r"(?:republique|royaume|confederation|principaute|sultanat)"
_FORMAL: Final = re.compile(
    r"(?:the )?(?:government of (?:the )?|gouvernement (?:de la |de l'|du |de |d'))?(?:"
    r"(?P<begins>united (?:kingdom|states)|royaume-uni|etats-unis) (?:of |de |d').*"
    rf"|(?:(?!of )[\w']+ ){{0,3}}{_SORT} of (?:the )?(?P<of>[\w' -]+)"
    rf"|{_SORTE}(?: (?!de |du |des )\w+){{0,3}} (?:de la |de l'|du |des |de |d')(?P<de>[\w' -]+)"
    rf"|(?P<people>\w+) (?:\w+ )?{_SORT}|{_SORTE}(?: \w+){{0,2}} (?P<peuple>\w+))"
)
_SHORT_STEM: Final = 3
_LONGEST_ENDING: Final = 4


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


def formal_state(folded: str, language: str) -> str | None:
    """Give the state that a formal name says ("Arab Republic of Egypt", "French Republic"), or ``""``.

    None for a name that has not the form of a state's.
    """
    formal = _FORMAL.fullmatch(folded)
    if formal is None:
        return None
    called = {formal["of"], formal["de"], formal["begins"]}
    people = formal["people"] or formal["peuple"] or ""
    found: dict[str, str] = {}
    for state, stems in states_in(language).items():
        names = map(folded_name, (state, *other_names(state)))
        if any(name in called for name in names):
            return state
        found.update({stem: state for stem in stems if _is_adjective(people, stem)})
    return found[max(found, key=len)] if found else ""


def _is_adjective(word: str, stem: str) -> bool:
    """Say whether a word is a stem and an ending: "french", "italian"; of "czech" not "czechoslovak"."""
    return len(stem) > _SHORT_STEM and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
