"""When an obligation is due, in words, from what the register states."""

from __future__ import annotations

from tracker.core.rows import TimeRule
from tracker.views import safe
from tracker.views.wording import Wording


def rule(time: TimeRule, wording: Wording) -> str:
    """Say a time rule in words; no date to keep where none is stated."""
    if time.due:
        return wording.say("due {day}", day=wording.date(safe.line(time.due)))
    if time.every or time.rrule:
        return _again(time, wording)
    if time.within and time.before:
        return wording.say("{length} before the agreement ends", length=length(time.within, wording))
    if time.within and time.after == "effective":
        return wording.say("within {length} of the entry into force", length=length(time.within, wording))
    if time.within:
        return wording.say(
            "within {length} after {ref} is done",
            length=length(time.within, wording),
            ref=safe.line(time.after),
        )
    return wording.say("no date to keep; looked at again from time to time")


def _again(time: TimeRule, wording: Wording) -> str:
    if time.every:
        often = _every(time.every, wording)
    else:
        often = wording.say("as {rule} says", rule=safe.line(time.rrule))
    first = wording.date(time.first)
    if time.until:
        return wording.say(
            "{often}, from {first} to {last}", often=often, first=first, last=wording.date(time.until)
        )
    return wording.say("{often}, from {first}", often=often, first=first)


def _every(text: str, wording: Wording) -> str:
    """Say how often something comes again; 'every month' rather than 'every 1 month'."""
    match text.removesuffix("s"):
        case "1 day":
            return wording.say("every day")
        case "1 week":
            return wording.say("every week")
        case "1 month":
            return wording.say("every month")
        case "1 year":
            return wording.say("every year")
    number, _, unit = text.partition(" ")
    if number.isdecimal() and unit == "weeks":  # of another gender than the others
        return wording.count("every {n} week", "every {n} weeks", int(number))
    return wording.say("every {length}", length=length(text, wording))


def length(text: str, wording: Wording) -> str:
    """Say a length of time as the register writes it ('6 months') in the language."""
    number, _, unit = text.partition(" ")
    if not number.isdecimal():
        return safe.line(text)
    counted = int(number)
    if unit.startswith("day"):
        return wording.count("{n} day", "{n} days", counted)
    if unit.startswith("week"):
        return wording.count("{n} week", "{n} weeks", counted)
    if unit.startswith("month"):
        return wording.count("{n} month", "{n} months", counted)
    if unit.startswith("year"):
        return wording.count("{n} year", "{n} years", counted)
    return safe.line(text)
