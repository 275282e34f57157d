"""What several commands ask in the same way: lists of words, days, findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.cli.desk import FINDINGS, Desk
from tracker.cli.grammar import Option
from tracker.core.errors import TrackerError
from tracker.core.vocabulary import KINDS, LATE, MODALITIES, STATES, STATUSES

if TYPE_CHECKING:
    from tracker.core.durations import Duration

_UNITS = {"d": "days", "j": "days", "w": "weeks", "m": "months", "y": "years", "a": "years"}

FAIL_ON = Option(
    "--fail-on", "Exit 1 if anything has one of these states: overdue,due-soon,late …", metavar="STATES"
)


def listed(typed: Iterable[str]) -> tuple[str, ...]:
    """Split what was given more than once, or with commas, into its words."""
    return tuple(word.strip() for text in typed for word in text.split(",") if word.strip())


def one_of(words: Iterable[str], known: Sequence[str], what: str) -> tuple[str, ...]:
    """Return the words, each one of the known; TrackerError names the nearest."""
    words = tuple(words)
    for word in words:
        if word not in known:
            from difflib import get_close_matches

            near = get_close_matches(word, known, 1)
            if near:
                raise TrackerError(
                    "there is no {what} {word!r}; did you mean {near}?", what=what, word=word, near=near[0]
                )
            raise TrackerError(
                "there is no {what} {word!r}; there are {known}", what=what, word=word, known=", ".join(known)
            )
    return words


def states(desk: Desk, typed: Iterable[str]) -> tuple[str, ...]:
    """Read states, in English or in the register's language; `LATE` is one of them here."""
    from tracker.views.wording.typed import state_from

    words = listed(typed)
    known = (STATES[0], LATE, *STATES[1:])
    return one_of([state_from(word) or word for word in words], known, desk.wording.say("state"))


def statuses(desk: Desk, typed: Iterable[str]) -> tuple[str, ...]:
    """Read what was stated, in English or in the register's language."""
    from tracker.views.wording.typed import status_from

    words = listed(typed)
    return one_of([status_from(word) or word for word in words], STATUSES, desk.wording.say("status"))


def exit_code(desk: Desk, fail_on: str | None, found: Mapping[str, int], late: int) -> int:
    """Give exit code 1 if any of the states asked about was found, else 0; `late` of them are known to be."""
    if fail_on is None:
        return 0
    there = {**found, LATE: late}
    return FINDINGS if any(there.get(state) for state in states(desk, [fail_on])) else 0


def scope(desk: Desk, typed: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read names of agreements and parties, in any language and by any alias, as the ids of each."""
    if not typed:
        return (), ()
    from tracker.store.lookups import AGREEMENT, meant

    found = [meant(desk.connection, name) for name in typed]
    agreements = tuple(key for kind, key in found if kind == AGREEMENT)
    return agreements, tuple(key for kind, key in found if kind != AGREEMENT)


def length(typed: str) -> Duration:
    """Read a length of time: '30 days', '6 months', and in short 30d, 2w, 6m, 1y."""
    from tracker.core.durations import parse_duration

    count, unit = typed.strip()[:-1], typed.strip()[-1:].lower()
    return parse_duration(f"{count} {_UNITS[unit]}" if count.isdecimal() and unit in _UNITS else typed)


def kinds(desk: Desk, typed: Iterable[str]) -> tuple[str, ...]:
    """Read kinds of obligation: the common ones and the register's own."""
    return one_of(listed(typed), (*KINDS, *desk.settings.kinds), desk.wording.say("kind"))


def modalities(desk: Desk, typed: Iterable[str]) -> tuple[str, ...]:
    """Read how binding."""
    return one_of(listed(typed), MODALITIES, desk.wording.say("modality"))
