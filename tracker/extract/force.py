"""When a document comes into force: on a day that it states, so long after its signature, or on an event."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from tracker.extract.dated import Stated, within
from tracker.extract.instruments import is_of_this
from tracker.extract.lengths import LENGTH, counting, later, written
from tracker.extract.normalise import Normalised
from tracker.extract.numbers import number

_FORCE = re.compile(
    r"in(?:to)? (?:force|effect|operation)|en vigueur|en application|takes? effect|"
    r"prend(?:ra|ront|nent)? effet|effective|valid|valable|applicable"
)
ENTRY: Final = re.compile(
    r"\b(?:enters?|comes?|entering|coming) in(?:to)? (?:force|effect|operation)|\btakes? effect|"
    r"\b(?:becomes?|be|is) (?:effective|operative|valid|applicable)|"
    r"\bentr(?:e|era|ent|eront) en (?:vigueur|application)|\bprend(?:ra|ront|nent)? effet"
)
_WHOSE: Final = r"(?: the| its| their| la| sa| leur| last| derniere)*"
_DATE_OF: Final = r"(?:(?: the| la| le| du)* (?:date|day|jour)(?: of| de)?)?"
_SIGNATURE: Final = rf"(?: of| de|')*{_DATE_OF}{_WHOSE} ?(?:signature|signing)"
_NOT_ALONE: Final = (
    r"(?! and (?:of )?(?:ratif|approv|accept|notif|exchang)| et (?:ratif|approb|accept|notif|echang))"
)
_RUNS: Final = r"(?:'s?)? (?:after|following|from|apres|suivant|qui suit|a compter d[eu']|a partir d[eu'])"
_DELAY: Final = re.compile(rf"{LENGTH}{_RUNS}{_SIGNATURE}{_NOT_ALONE}")
_MONTH: Final = re.compile(
    r"\b(?:first day|1st day|premier jour|1er jour|first|1er) (?:of|du) (?:the )?(?:(?P<n>[a-z0-9]{2,10}) )?"
    rf"(?:calendar )?(?:month|mois)(?: civil)?{_RUNS}(?: (?:celui|that|the month) d?[eo]f?)?"
    rf"{_SIGNATURE}{_NOT_ALONE}"
)
_ON_SIGNATURE = re.compile(
    r"(?:(?:on|upon|from|at|with|as of|as from|after|by)(?: the)?(?: date| day| time)?(?: of)?(?: its|"
    r" the| their| last| final)* (?:signature|signing|being signed)|"
    r"(?:jour|date|des|compter|partir|lors) (?:de |de la |du |d')?(?:sa |la |son )?(?:derniere )?signature|"
    rf"(?:des|a) sa signature){_NOT_ALONE}|"
    r"en vigueur (?:immediatement|ce jour|aujourd'hui|a la signature)|(?:in|into) (?:force|effect) "
    r"(?:immediately|today)|immediate effect|effet immediat"
)
_EVENT: Final = re.compile(
    r"\b(?:on|upon|from|after|following|when|once|as soon as|a|a compter|des|apres|lorsque|le|suivant)\b"
    r"[^.;]{0,90}?\b(?:notif\w+|ratif\w+|approv\w+|approb\w+|deposit\w*|depot|exchang\w+|echang\w+|recei\w+|"
    r"recu\w*|recepti\w+|accept\w+|complet\w+|accompli\w+|adhesion|accession|communicat\w+|publi\w+|"
    r"adopt\w+|formalit\w+|procedur\w+|instruments?)\b"
)
_ENDS: Final = re.compile(r"\b(?:until|till|through|up to|by|jusqu'(?:au|a|en)|and|et)\b")
_LASTS: Final = re.compile(r"\b(?:remain|rest|demeur|expir|for|pour)\w*")
_OR_LATER: Final = re.compile(r"^,? (?:or|ou)\b|\b(?:whichever|tardive|plus tard)\b")
_ENDING = re.compile(r"\b(?:denonc|resili|terminat|denunc|withdraw|amend|modif|retrait|avenant)")
_SENTENCE_END = re.compile(r"\. |\n\n")
_COMMA: Final = re.compile(r",|;| (?:and|et) ")
_BREAKS: Final = frozenset({"", ".", ";", ":", "\n"})
_BEFORE: Final = 160
_AFTER: Final = 120
_NEAR: Final = 20
_FULL_DAY: Final = len("2000-01-01")


class Force(NamedTuple):
    """The first day in force as an ISO date, how it was reckoned, or the words for an unknown day."""

    day: str = ""
    basis: str = ""
    awaits: str = ""


class Calendar(NamedTuple):
    """The document's dates, its own date, and when it says that it comes into force (``""``: unknown).

    `basis` tells how a first day was reckoned, `awaits` on what event it waits.
    """

    dates: list[Stated]
    own: str
    force: str
    basis: str = ""
    awaits: str = ""


NO_FORCE: Final = Force()
"""Of a text that doesn't say."""


def calendar_of(text: Normalised, dates: list[Stated], own: str) -> Calendar:
    """Find when the document comes into force: the first sentence that says it of this text counts."""
    return Calendar(dates, own, *next(_found(text, dates, own), NO_FORCE))


def _found(text: Normalised, dates: list[Stated], own: str) -> Iterator[Force]:
    folded = text.folded
    for match in _FORCE.finditer(folded):
        if match.group() == "effective" and folded[: match.start()].rstrip(" ")[-1:] in _BREAKS:
            continue  # "Effective 1 May, A shall report" is about A's reports
        before = _SENTENCE_END.split(folded[max(0, match.start() - _BEFORE) : match.start()])[-1]
        if _ENDING.search(before) or not is_of_this(before):
            continue
        end = match.start() + len(
            _SENTENCE_END.split(folded[match.start() : match.end() + _AFTER])[0].rstrip(".")
        )
        begin = match.start() - len(before)
        enters = ENTRY.search(folded, begin, match.end()) is not None
        found = _delayed(text, begin, match.end(), end, own) if enters else None
        found = found or _stated(folded, dates, match.end(), end) or _on_signature(folded, match, end, own)
        found = found or (_awaiting(text, match.end(), end) if enters else None)
        if found is not None:
            yield found


def _stated(folded: str, dates: list[Stated], verb: int, end: int) -> Force | None:
    """Read a day that stands directly behind "in force", and is the first and not the last."""
    date = next(iter(within(dates, verb, end)), None)
    if date is None or len(date.edtf) != _FULL_DAY or date.start - verb >= _NEAR:
        return None
    is_last = _ENDS.search(folded[verb : date.start]) is not None
    return None if is_last or _OR_LATER.search(folded[date.end : end]) else Force(date.edtf)


def _on_signature(folded: str, match: re.Match[str], end: int, own: str) -> Force | None:
    found = _ON_SIGNATURE.search(folded, match.start(), end)
    event = _EVENT.search(folded, match.end(), end)
    if found is None or (event is not None and event.start() < found.start()):
        return None
    return Force(own)


def _delayed(text: Normalised, start: int, verb: int, end: int, own: str) -> Force | None:
    """Read how long after the signature a text comes into force, said behind the verb or before it."""
    folded = text.folded
    if "sign" not in folded[start:end]:
        return None
    for begin, stop in ((verb, end), (start, verb)):
        month, delay = _MONTH.search(folded, begin, stop), counting(_DELAY, folded, begin, stop)
        if month:
            return _of_month(text, own, month)
        if delay and not _LASTS.search(folded[begin : delay.start("n")]):
            day = later(own, delay["n"], delay["unit"])
            return Force(day, f"{own} + {written(delay['n'], delay['unit'])}") if day else NO_FORCE
    return None


def _awaiting(text: Normalised, verb: int, end: int) -> Force | None:
    """Read the event on which a text comes into force, whose day it doesn't give."""
    event = _EVENT.search(text.folded, verb, end)
    if event is None or _COMMA.search(text.folded[verb : event.start()]):
        return None
    whole = _COMMA.split(text.folded[event.start() : end])[0]
    stop = max(event.end(), event.start() + len(whole))
    return Force(awaits=" ".join(text.plain[verb:stop].split()).rstrip("."))


def _of_month(text: Normalised, own: str, month: re.Match[str]) -> Force:
    """Reckon the first day of a month after that of the signature."""
    count = number(month["n"] or "") or 1
    if len(own) != _FULL_DAY:
        return NO_FORCE
    day = dt.date.fromisoformat(own).replace(day=1) + relativedelta(months=count)
    place = slice(*month.span())
    return Force(day.isoformat(), " ".join(text.plain[place].split()))


def is_entry(words: str, place: int) -> bool:
    """Say whether a length at a place of a clause is a delay of its entry into force, and not its life."""
    entry = ENTRY.search(words)
    return entry is not None and _LASTS.search(words[entry.end() : place]) is None
