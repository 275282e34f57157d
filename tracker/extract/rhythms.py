"""A rhythm and the day beside it: whether it begins on that day, ends on it, or has nothing to do with it."""

import datetime as dt
import re
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from tracker.core.dates import parse_period
from tracker.extract.calendar_days import placed
from tracker.extract.normalise import Normalised, normalise
from tracker.extract.proposals import ProposedObligation
from tracker.extract.recurrence import find_recurrence

_UNITS: Final = {
    "DAILY": ("day", 1, 0),
    "WEEKLY": ("week", 7, 0),
    "MONTHLY": ("month", 0, 1),
    "YEARLY": ("year", 0, 12),
}
_UNTIL: Final = re.compile(
    r"\b(?:until|till|through|up to|ending|ends?|expir\w+|jusqu'(?:au|a|en)|prend(?:ra)? fin)"
    r"[^,;.]{0,15}$"
)
_FROM: Final = re.compile(
    r"\b(?:from|as of|effective|with effect from|starting|beginning|commenc\w+|begins?|starts?|first|"
    r"a compter d[ue]|a partir d[ue]|des|debut\w*|premiere?)[^,;.]{0,15}$"
)
_THEREAFTER: Final = re.compile(r"\b(?:thereafter|for the first time|par la suite|pour la premiere fois)\b")
_APART: Final = re.compile(r" (?:and|or|et|ou) |;")
_YEAR: Final = re.compile(r"\d{4}")
FULL_DAY: Final = len("2000-01-01")
_MONTH: Final = len("2000-01")
_MOST_STEPS = 1000
_LONGEST = 100


class Rhythm(NamedTuple):
    """So many units, as the register writes them ("6 months"), and as a step from date to date."""

    every: str
    step: relativedelta


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


def on_one_line(text: str) -> Normalised:
    """Normalise a quote with its line breaks as spaces."""
    return normalise(" ".join(text.split()))


def begun(proposal: ProposedObligation, start: str) -> ProposedObligation:
    """Say where a rhythm with a stated day begins or ends; `start` is the first day in force, if known.

    It begins on the first stated day that is not before `start`. Where the day is another promise's
    ("a final report by 15 May and quarterly reports"), the proposal is left as it is. A day without a
    year comes back with the rhythm: it is its first day, but no date that it is due by. Of a
    month it begins, or ends, on the last day.
    """
    if not proposal.recurrence or proposal.kind == "validity":
        return proposal
    found = _in_calendar(proposal, start) or _beside_a_date(proposal, start)
    return found if _YEAR.search(found.due_text) or not found.first else found._replace(due="")


def _in_calendar(proposal: ProposedObligation, start: str) -> ProposedObligation | None:
    """Read a day that is named by its place in the calendar; None without one."""
    step = rhythm(proposal.recurrence).step
    if len(start) != FULL_DAY or step.days or not is_sound(proposal.recurrence):
        return None
    words = on_one_line(proposal.quote)
    day = placed(words.folded, start, step.years * 12 + step.months)
    return day and proposal._replace(rule=day.rule, first=day.first, basis=words.plain[day.place])


def _beside_a_date(proposal: ProposedObligation, start: str) -> ProposedObligation:
    """Tell the date that a rhythm begins with from one that it ends with, and from another promise's."""
    if len(proposal.due) not in {FULL_DAY, _MONTH}:
        return proposal
    words = on_one_line(proposal.quote).folded
    stated = on_one_line(proposal.due_text).folded
    place = words.find(stated)
    if not stated or place < 0:
        return proposal
    before = words[:place]
    begins = _FROM.search(before) is not None or _THEREAFTER.search(words, place) is not None
    if len(proposal.due) == _MONTH:
        return _beside_a_month(proposal, before, begins=begins)
    if _UNTIL.search(before):
        return proposal._replace(until=proposal.due)
    _, said = find_recurrence(words)
    at = words.find(said)
    between = words[place + len(stated) : at] if at > place else words[at + len(said) : place]
    if not begins and _APART.search(between):
        return proposal
    first, steps = _first(proposal, start, yearly=not _YEAR.search(stated))
    basis = f"{proposal.due} + {steps} × {rhythm(proposal.recurrence).every}" if steps else ""
    return proposal._replace(due=first, first=first, basis=basis)


def _beside_a_month(proposal: ProposedObligation, before: str, *, begins: bool) -> ProposedObligation:
    """Let a rhythm begin, or end, on the last day of the month that the clause states for it."""
    last = parse_period(proposal.due).latest.isoformat()
    if _UNTIL.search(before):
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
