"""A rhythm and the day beside it: whether it begins on that day, ends on it, or has nothing to do with it."""

import datetime as dt
import re
from functools import lru_cache
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from tracker.core.dates import parse_period
from tracker.extract.calendar_days import placed
from tracker.extract.dated import Dated, settle
from tracker.extract.dates import find_dates
from tracker.extract.normalise import Normalised, normalise
from tracker.extract.proposals import ProposedObligation
from tracker.extract.recurrence import find_recurrence
from tracker.extract.stretches import FROM, UNTIL, Stretch, stretch_of
from tracker.extract.yearly_days import are_listed, days_of_year, first_of, yearly

_UNITS: Final = {
    "DAILY": ("day", 1, 0),
    "WEEKLY": ("week", 7, 0),
    "MONTHLY": ("month", 0, 1),
    "YEARLY": ("year", 0, 12),
}
_EACH: Final = re.compile(r"\b(?:every|each|chaque|tous les) $")
_THEREAFTER: Final = re.compile(
    r"\b(?:thereafter|and then|for the first time|par la suite|puis|ensuite|pour la premiere fois)\b"
)
_APART: Final = re.compile(r" (?:and|or|et|ou) |;")
_YEAR: Final = re.compile(r"\d{4}")
_TO_ITS_END: Final = ("until", "jusqu")
"""How a time begins that only ends a rhythm: "every month until the end of this year"."""
_YEAR_LENGTH: Final = 12
FULL_DAY: Final = len("2000-01-01")
_MONTH: Final = len("2000-01")
_MOST_STEPS = 1000
_LONGEST = 100


class Rhythm(NamedTuple):
    """So many units, as the register writes them ("6 months"), and as a step from date to date."""

    every: str
    step: relativedelta


@lru_cache(maxsize=64)
def rhythm(recurrence: str) -> Rhythm:
    """Read an RFC 5545 rule of a frequency and an interval."""
    parts = dict(part.split("=", 1) for part in recurrence.split(";"))
    unit, days, months = _UNITS[parts["FREQ"]]
    count = int(parts.get("INTERVAL", "1"))
    every = f"{count} {unit}{'s' if count > 1 else ''}"
    return Rhythm(every, relativedelta(days=days * count, months=months * count))


def is_sound(recurrence: str) -> bool:
    """Say whether a rhythm is one that the register takes: at most 100 years long."""
    step = rhythm(recurrence).step
    return step.years <= _LONGEST and step.days <= _LONGEST * 365


@lru_cache(maxsize=64)
def on_one_line(text: str) -> Normalised:
    """Normalise a quote with its line breaks as spaces."""
    return normalise(" ".join(text.split()))


def begun(proposal: ProposedObligation, start: str) -> ProposedObligation:
    """Say where a rhythm with a stated day begins or ends; `start` is the first day in force, if known.

    It begins on the first stated day that is not before `start`, nor before the stretch of time that
    the clause gives for it. Where the day is another promise's ("a final report by 15 May and quarterly
    reports"), the proposal is left as it is. A day without a year comes back with the rhythm: it is its
    first day, but no date that it is due by. Of a month it begins, or ends, on the last day.
    """
    if not proposal.recurrence or proposal.kind == "validity" or not is_sound(proposal.recurrence):
        return proposal
    words = on_one_line(proposal.quote)
    dates = find_dates(words)
    stretch = stretch_of(words, settle(dates, start, 0))
    start = max(start, stretch.earliest) if len(start) == FULL_DAY or stretch.earliest else start
    found = (
        _in_calendar(proposal, words, start)
        or _of_each_year(proposal, words, dates, start)
        or _in_stretch(proposal, stretch, start)
        or _beside_a_date(proposal, start)
    )
    if stretch.until and not found.until:
        found = found._replace(until=stretch.until)
    if found.until and not found.first and stretch.first and stretch.first >= start:
        found = found._replace(first=stretch.first, basis=stretch.words)
    return _without_a_year(found, words, dates)


def _without_a_year(
    proposal: ProposedObligation, words: Normalised, dates: list[Dated]
) -> ProposedObligation:
    """Let nothing be due by a day that comes back with the rhythm, and tell what the rhythm leaves out."""
    bare = [words.plain[date.start : date.end] for date in dates if date.first[1] and not date.first[0]]
    returns = bare and not _YEAR.search(proposal.due_text)
    if proposal.rule or proposal.untold or not bare:
        return proposal._replace(due="") if returns and (proposal.first or proposal.untold) else proposal
    others = bare if not proposal.first else [each for each in bare if each != proposal.due_text]
    due = "" if returns else proposal.due
    if proposal.first and proposal.recurrence.startswith("FREQ=MONTHLY"):
        others = []  # they are days of its own
    return proposal._replace(due=due, untold=", ".join(others))


def _in_calendar(proposal: ProposedObligation, words: Normalised, start: str) -> ProposedObligation | None:
    """Read a day that is named by its place in the calendar; None without one."""
    months = _months(proposal)
    if len(start) != FULL_DAY or not months:
        return None
    day = placed(words.folded, start, months)
    if day is None:
        return None
    said = words.plain[day.place]
    if not day.rule:
        return proposal._replace(untold=said)
    return proposal._replace(rule=day.rule, first=day.first, basis=said)


def _months(proposal: ProposedObligation) -> int:
    """Give the months of a rhythm, 0 for one of days."""
    step = rhythm(proposal.recurrence).step
    return 0 if step.days else step.years * 12 + step.months


def _of_each_year(
    proposal: ProposedObligation, words: Normalised, dates: list[Dated], start: str
) -> ProposedObligation | None:
    """Read several days of each year, or a month of it; None where there are none, or one day."""
    months = _months(proposal)
    listed = [date for date in dates if not date.first[0] and not date.last[0] and date.first[1]]
    days = days_of_year(listed) if are_listed(words.folded, listed) else []
    if (
        not days
        or (len(days) == 1 and days[0].day > 0 and not _EACH.search(words.folded[: listed[0].start]))
        or months not in {_YEAR_LENGTH, _YEAR_LENGTH // len(days)}
    ):
        return None
    said = words.plain[listed[0].start : listed[-1].end]
    if len(start) != FULL_DAY:
        return proposal._replace(untold=said)
    found = yearly(days, start)
    if found is not None:
        every = (
            f"FREQ=MONTHLY;INTERVAL={found.every}" if 0 < found.every < _YEAR_LENGTH else proposal.recurrence
        )
        basis = said if days[0].day < 0 else ""
        return proposal._replace(recurrence=every, rule=found.rule, first=found.first, due="", basis=basis)
    place = min(range(len(days)), key=lambda each: first_of([days[each]], start))
    others = [words.plain[date.start : date.end] for date in listed if days_of_year([date]) != [days[place]]]
    return proposal._replace(
        recurrence="FREQ=YEARLY",
        first=first_of([days[place]], start),
        due="",
        basis="",
        untold=f"{', '.join(others)} of each year",
    )


def _in_stretch(proposal: ProposedObligation, stretch: Stretch, start: str) -> ProposedObligation | None:
    """Let a rhythm begin with its stretch, where no other day is stated for it; None else."""
    first, _, last = proposal.due.partition("/")
    if not stretch.first or (stretch.words and first and not stretch.first.startswith(first)):
        return None
    if last or len(first) != FULL_DAY:
        if len(start) == FULL_DAY and stretch.first < start:
            return None
        due = stretch.first if last else proposal.due
        return proposal._replace(due=due, first=stretch.first, basis=stretch.words)
    return None


def _beside_a_date(proposal: ProposedObligation, start: str) -> ProposedObligation:
    """Tell the date that a rhythm begins with from one that it ends with, and from another promise's."""
    if len(proposal.due) not in {FULL_DAY, _MONTH}:
        ends = proposal.basis and proposal.due_text.lower().startswith(_TO_ITS_END)
        return proposal._replace(until=parse_period(proposal.due).latest.isoformat()) if ends else proposal
    words = on_one_line(proposal.quote).folded
    stated = on_one_line(proposal.due_text).folded
    place = words.find(stated)
    if not stated or place < 0:
        return proposal
    before = words[:place]
    begins = FROM.search(before) is not None or _THEREAFTER.search(words, place) is not None
    if len(proposal.due) == _MONTH:
        return _beside_a_month(proposal, before, begins=begins)
    if UNTIL.search(before):
        return proposal._replace(until=proposal.due)
    _, said = find_recurrence(words)
    at = words.find(said)
    between = words[place + len(stated) : at] if at > place else words[at + len(said) : place]
    if not begins and _APART.search(between):
        return proposal
    first, steps = _first(proposal, start, yearly=not _YEAR.search(stated))
    basis = f"{proposal.due} + {steps} × {rhythm(proposal.recurrence).every}" if steps else ""
    if not _YEAR.search(stated) and _months(proposal) > _YEAR_LENGTH and start:
        basis = f"{proposal.due_text} after {start}"  # of every second year: nothing tells of which
    return proposal._replace(due=first, first=first, basis=basis)


def _beside_a_month(proposal: ProposedObligation, before: str, *, begins: bool) -> ProposedObligation:
    """Let a rhythm begin, or end, on the last day of the month that the clause states for it."""
    last = parse_period(proposal.due).latest.isoformat()
    if UNTIL.search(before):
        return proposal._replace(until=last)
    return proposal._replace(first=last, basis=proposal.due_text) if begins else proposal


def _first(proposal: ProposedObligation, start: str, *, yearly: bool) -> tuple[str, int]:
    """Give the first day from `start` on, and how many steps it is from the stated one.

    A day without a year (`yearly`) is stated for each year, and takes no step.
    """
    day, step = dt.date.fromisoformat(proposal.due), rhythm(proposal.recurrence).step
    yearly = yearly and proposal.recurrence.startswith("FREQ=YEARLY")
    if len(start) != FULL_DAY or yearly:
        step = relativedelta(years=1)
    if len(start) == FULL_DAY and is_sound(proposal.recurrence):
        for count in range(_MOST_STEPS):
            later = day + step * count
            if later.isoformat() >= start:
                return later.isoformat(), 0 if yearly else count
    return proposal.due, 0
