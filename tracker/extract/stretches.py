"""The stretch of time that a rhythm runs for: "from January 2027 to June 2028", "starting in 2028"."""

import datetime as dt
import re
from typing import Final, NamedTuple

from tracker.core.dates import parse_period
from tracker.extract.dated import Stated
from tracker.extract.lengths import LENGTH, counting, later
from tracker.extract.normalise import Normalised

UNTIL: Final = re.compile(
    r"\b(?:until|till|through|up to|ending|ends?|expir\w+|jusqu'(?:au|a|en)|prend(?:ra)? fin|"
    r"for the last time|pour la derniere fois)"
    r"[^,;.]{0,15}$"
)
FROM: Final = re.compile(
    r"\b(?:from|as of|effective|with effect from|starting|beginning|commenc\w+|begins?|starts?|first|"
    r"a compter d[ue']|a partir d[ue']|des|debut\w*|premiere?)[^,;.]{0,15}$"
    r"|\b(?:first|premiere?) (?:\w+ ){1,5}(?:on|in|le|en)(?: the)? $"
)
_OVER: Final = re.compile(
    r"\b(?:from|between|during|over|period|entre|du|de|periode|in|en)(?: the| le| la| of| de)? $"
)
_LASTS_FROM: Final = re.compile(
    rf"\b(?:for|during|over|pendant|durant|pour|periode|period|duree|term)(?: \w+){{0,3}}?[ ']{LENGTH}"
    r" (?:from|as of|starting(?: on)?|beginning(?: on)?|a compter du|a partir du)(?: the)? $"
)
_BEFORE: Final = 60
_FULL_DAY: Final = len("2000-01-01")


class Stretch(NamedTuple):
    """Where a rhythm begins and ends, as ISO dates, empty where it is not said.

    Of a month or a year `first` is the last day, on which a rhythm begins, and `earliest` the first.
    """

    earliest: str = ""
    first: str = ""
    until: str = ""
    words: str = ""


def stretch_of(words: Normalised, dates: list[Stated]) -> Stretch:
    """Find the stretch in a clause, by its dates that have a year."""
    found = Stretch()
    for date in dates:
        if date.reckoned or not date.edtf:
            continue
        before = words.folded[max(0, date.start - _BEFORE) : date.start]
        begun, _, last = date.edtf.partition("/")
        said = words.plain[date.start : date.end]
        if last and _OVER.search(before):
            return _begun(begun, said)._replace(until=parse_period(last).latest.isoformat())
        if last:
            continue
        lasts = counting(_LASTS_FROM, before) if len(begun) == _FULL_DAY else None
        last = later(begun, lasts["n"], lasts["unit"]) if lasts else ""
        if last:
            end = dt.date.fromisoformat(last) - dt.timedelta(1)
            return _begun(begun, said)._replace(until=end.isoformat())
        if UNTIL.search(before):
            found = found._replace(until=parse_period(begun).latest.isoformat())
        elif FROM.search(before) and not found.first:
            found = _begun(begun, said)._replace(until=found.until)
    return found


def _begun(begun: str, said: str) -> Stretch:
    period = parse_period(begun)
    first = period.latest.isoformat()
    return Stretch(period.earliest.isoformat(), first, words="" if len(begun) == _FULL_DAY else said)
