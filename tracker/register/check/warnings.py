"""What `tracker check` reports beside errors: warnings, each found by a function of its own."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracker.core.errors import Problem
from tracker.register.check import dates, log, names, sources
from tracker.register.check.codes import CODES
from tracker.register.check.context import Check, Subject
from tracker.register.quotes import Sources, TextOf
from tracker.register.read import Reading

__all__ = ["CHECKS", "CODES", "check"]

CHECKS: Final[tuple[Check, ...]] = (
    sources.no_quote,
    sources.sources,
    sources.quotes,
    sources.dates_explained,
    dates.outside_life,
    dates.in_the_future,
    dates.out_of_order,
    dates.without_end,
    log.without_evidence,
    log.not_produced,
    log.without_date,
    log.postponed_back,
    log.closed_twice,
    names.unknown_owner,
    names.outside_party,
    names.like_another,
    names.like_a_party,
)


def check(
    reading: Reading, today: date, *, text_of: TextOf | None = None, notes: bool = False
) -> tuple[Problem, ...]:
    """Give everything that is wrong with a register, in order of file, line and column.

    A register with errors gets only what reading it found. `text_of` turns documents that are not
    text into it; without it quotes from them are not looked for, which the notes (I6xx, only with
    `notes`) tell.
    """
    if reading.register is None:
        return reading.problems
    sources = Sources(reading.folder, allow_outside=reading.register.settings.allow_outside, text_of=text_of)
    subject = Subject(reading.register, today, sources)
    problems = list(reading.problems)
    for one in CHECKS:
        for path, code, text in one(subject):
            if notes or not code.startswith("I"):
                problems.append(Problem(*reading.where(path), code, text))
    order = {file.name: number for number, file in enumerate(reading.files)}
    return tuple(
        sorted(problems, key=lambda found: (order[found.file], found.line, found.column, found.code))
    )
