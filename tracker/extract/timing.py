"""When a clause falls due: a date that it states, a rhythm, or a span that the document lets us reckon."""

import re
from typing import Final, NamedTuple

from tracker.core.dates import parse_period
from tracker.extract.force import Calendar, is_entry
from tracker.extract.instruments import is_of_another
from tracker.extract.lengths import (
    LENGTH,
    UNIT,
    UNITS,
    counting,
    later,
    may_hold_length,
    speaks_of_time,
    written,
)
from tracker.extract.normalise import Normalised
from tracker.extract.numbers import CARDINAL, number
from tracker.extract.other_deeds import other_deed
from tracker.extract.patterns import Pattern
from tracker.extract.recurrence import find_recurrence
from tracker.extract.stated_days import Day, find_day

_WITHIN = Pattern(
    rf"\b(?=[abdimnsuw])(?:within|not later than|no later than|at least|at the latest|not less than|"
    rf"upon|after|by giving|with|subject to|in|dans un delai|dans les|au plus tard|au moins|moyennant|avec|"
    rf"sous reserve d'un)\b[^.;]{{0,30}}?{LENGTH}[^.;,]{{0,90}}"
)
_FROM_OR_TO = r"(?:'s?)? (?:after|before|following|prior to|from|apres|avant|suivant|a compter|a partir)"
_MEASURED = re.compile(rf"(?:{UNIT}){_FROM_OR_TO}")
_COUNTED = Pattern(rf"{LENGTH}{_FROM_OR_TO}[^.;,]{{0,80}}")
_LASTS = Pattern(
    rf"(?:for|period of|"
    rf"(?:remains?|rest\w+|demeur\w+) (?:in force|en vigueur)|pour|pendant|duree de|"
    rf"periode de|duree d'|periode d'|term of|initial(?:ly)?|"
    rf"validity of)(?: (?:a|an|une|the|further|first|initial|"
    rf"period|periode|duree|term|de|d|of|premiere|initiale|up to))*[ ']{LENGTH}",
    (
        *("for ", "for'", "period", "term of", "initial", "validity of", "force", "vigueur"),
        *("pour ", "pour'", "pendant", "duree d"),
    ),
)
_SINCE_SIGNATURE = re.compile(
    r"\b(?:after|of|from|following|apres|suivant|a compter de|a partir de)(?: the| la| its| sa)? "
    r"(?:date (?:of|de) (?:its |the |sa |la )?)?(?:signature|signing)"
)
_MAY = re.compile(
    r"\b(?:may|can|peut|peuvent|pourra|pourront|renew\w*|extended|prorog\w*|reconduit\w*|renouvel\w*|further|nouvelles?)\b"
)
_AFTER_FORCE = re.compile(
    r"\b(?:after|of|from|following|apres|suivant|a compter de|a partir de)\b.{0,30}\b(?:entry into "
    r"force|entree en vigueur|effective date|coming into force)"
)
_BEFORE_END = re.compile(r"\b(?:before|prior to|avant)\b.{0,30}\b(?:expir\w+|end of|echeance|terme|fin)\b")
_A_YEAR = re.compile(r"\d{4}")
_ANY_YEAR = re.compile(
    r"\b(?:each|every|any|following|next|succeeding|subsequent|same|preceding|that|calendar) (?:\w+ )?year"
    r"|\b(?:chaque|meme|cette) annee|\bannee (?:suivante|consideree|concernee|precedente)|\btous les ans"
    r"|\b(?:of the year|de l'annee) (?:of|in which|when|that|de|du|ou|qui)\b"
    r"|\b(?:prochaine?|next) (?:annee|year)"
    r"|\bannually|\bsuivant (?:la|le|cette|ladite|sa)\b"
)
_VAGUE = Pattern(
    r"\b(?:by|before|until|at|towards|no later than|d'ici|avant|a|vers) (?:the |la )?(?:end|close|fin)"
    r" (?:of|de)(?: the| this| that| cette| ce| la| l'| current| same| calendar| first| second)* ?"
    r"(?:year|month|quarter|annee|mois|trimestre|exercice)\b"
    r"|\b(?:within|sous|dans(?: les| le| un delai de)?) (?:[\w'-]+ ){0,5}?"
    r"(?:hours?|heures?|jours?|days?|weeks?|semaines?|months?|mois|years?|annee)\b(?: [\w']+){0,4}"
    r"|\b\w+ (?:days|weeks|months) in advance\b"
    r"|\b(?:at most|more than|up to|au plus|au maximum) (?:\w+ (?:times|fois)|once|twice) "
    r"(?:a|an|per|par|each|every|in) \w+"
    r"|\b(?:at|au) (?:the )?(?:beginning|start|debut) (?:of|de) (?:the )?(?:\w+ )?\d{4}\b"
    r"|\b(?:by|before|in|during|until|avant|au|a l'|en|pendant l'|d'ici) ?(?:the |l')?(?:early |late |next )?"
    r"(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver)(?: of| de)?(?: \d{4}| prochain)\b",
    (
        *("end ", "close ", "fin ", "spring", "summer", "autumn", "fall ", "winter"),
        *("printemps", "ete ", "automne", "hiver"),
        *("hour", "heure", "jour", "day", "week", "semaine", "month", "mois", "year", " an", "beginning"),
        *("start", "debut"),
    ),
)
_OR_LATER = re.compile(r"\bwhichever\b|\b(?:le|la) plus (?:tard\w*|recent\w*|eloigne\w*)\b")
_THIS_YEAR = Pattern(
    r"\b(?:(?:by|before|until|towards) (?:the )?(?:end|close) of (?:this|the current) year|later this year|"
    r"(?:d'ici|avant|vers|jusqu'a) (?:a )?(?:la )?fin de (?:cette annee|l'annee en cours))\b",
    ("this year", "current year", "cette annee", "annee en cours"),
)
_PLACE = re.compile(r"\b(?:(?:first|(?P<last>last|dernier)|premier|1er) (?:day of|jour du))(?: the)? $")
# "one year and six months", "10 working days": the register has no such length.
_MORE = re.compile(rf" (?:and|et) (?:{CARDINAL}) ?(?:\(\w+\) )?(?:{UNIT})\b")
_LESS = re.compile(rf"\b(?:{UNIT}) (?:and|et) [\w-]+(?: [\w-]+)?$")
_WORKING = re.compile(r"\b(?:working|business|ouvrables?|ouvres)\b")
_NOT_BEFORE = re.compile(
    r"\b(?:(?:not|no) (?:earlier|sooner) than|not (?:\w+ ){0,6}before|pas avant|au plus tot|jamais avant)"
    r"[^,;]*$"
)
_OTHER_SIGNATURE = re.compile(
    r"\b(?:signature|signing) (?:of|du|de la|de l'|d'un|d'une) ?(?!(?:the )?(?:present|this)\w* )"
    r"(?:the |a |an |each |un |une |such )?"
    r"(?:\w+ )?(?:contracts?|contrats?|protocols?|protocoles?|lease|bail|loan|pret|grant|annex\w*)\b"
)
_ENDS: Final = frozenset({"validity", "amendment-termination"})
"""Kinds of which the condition is what somebody has to watch: "unless it is denounced six months before"."""
_NEAR_DAY: Final = 60
_MOST_WORDS: Final = 8


class Timing(NamedTuple):
    """When something is due; ``basis`` tells how a date that the clause does not state was reckoned."""

    due: str
    due_text: str
    recurrence: str
    basis: str
    within: str = ""
    anchor: tuple[str, str] = ("", "")


NO_TIME: Final = Timing("", "", "", "")
"""Of a clause that says nothing of when."""


def find_timing(text: Normalised, start: int, end: int, kind: str, calendar: Calendar) -> Timing:
    """Read when the clause at ``[start, end)`` of the normalised text falls due."""
    tokens = text.folded[start:end].split()
    folded = " ".join(tokens)
    recurrence, rhythm = find_recurrence(folded)
    day = find_day(text, start, end, calendar)
    if day is not None and day.since and recurrence and kind != "validity":
        day = day._replace(edtf=day.since, basis="")
    if day is not None and day.edtf:
        words = " ".join(text.plain[day.start : day.end].split())
        returns = _comes_back(text.folded, day, end) and (kind == "validity" or not recurrence)
        returns = returns or (kind == "validity" and _OR_LATER.search(folded) is not None)
        yearly = recurrence and not _A_YEAR.search(words)
        basis = "" if returns or yearly or (kind == "validity" and not day.since) else day.basis
        return Timing("" if returns else day.edtf, words, recurrence, basis)
    if kind == "validity":
        reckoned = _lasting(folded, calendar)
        if reckoned is not None:
            return reckoned._replace(recurrence=recurrence)
    has_length = may_hold_length(tokens)
    relative = _relative(folded) if has_length else None
    plain = " ".join(text.plain[start:end].split())
    if relative is not None:
        return _by_length(relative, plain, kind, calendar)._replace(recurrence=recurrence)
    this = _THIS_YEAR.search(folded) if calendar.own else None
    if this:
        return Timing(calendar.own[:4], plain[slice(*this.span())], recurrence, f"the year of {calendar.own}")
    if day is not None:
        return Timing("", " ".join(text.plain[day.start : day.end].split()), recurrence, "")
    said = folded.find(rhythm) if rhythm else -1
    vague = None if rhythm else _VAGUE.search(folded) or (counting(_LASTS, folded) if has_length else None)
    place = slice(*vague.span()) if vague else slice(said, said + len(rhythm)) if said >= 0 else slice(0)
    return Timing("", plain[place], recurrence, "")


def _by_length(relative: re.Match[str], plain: str, kind: str, calendar: Calendar) -> Timing:
    """Reckon a length of time where the document says from when, and else keep its words."""
    words = _spoken(plain[relative.start() : relative.end()], relative)
    if is_entry(relative.string, relative.start("n")):
        return Timing("", "" if calendar.force and kind == "validity" else words, "", "")
    if kind not in _ENDS and other_deed(plain[: relative.start()]):
        return Timing("", words, "", "")
    if _is_inexact(relative):
        return Timing("", words, "", "")
    start = _start(relative, kind, calendar)
    due = later(start, relative["n"], relative["unit"])
    basis = f"{start} + {written(relative['n'], relative['unit'])}" if due else ""
    place = _PLACE.search(relative.string, 0, relative.start("n")) if due else None
    if place and place["last"]:
        due, basis = parse_period(due[:-3]).latest.isoformat(), f"{basis}, the last day of the month"
    elif place:
        due, basis = f"{due[:-2]}01", f"{basis}, the first day of the month"
    span, anchor = _anchored(relative)
    return Timing(due, words, "", basis, span, anchor)


def _is_inexact(relative: re.Match[str]) -> bool:
    """Say whether a length is more than it seems, of other days, a lower bound, or from another signature."""
    folded = relative.string
    return (
        _MORE.match(folded, relative.end("unit")) is not None
        or _LESS.search(folded, 0, relative.end("n")) is not None
        or _WORKING.search(folded, relative.start("n"), relative.end()) is not None
        or _NOT_BEFORE.search(folded, 0, relative.start("n")) is not None
        or _OTHER_SIGNATURE.search(folded, relative.end("unit"), relative.end()) is not None
    )


def _comes_back(folded: str, stated: Day, end: int) -> bool:
    """Say whether a day without a year is that of any year: "by 31 March of the following year"."""
    if _A_YEAR.search(folded, stated.start, stated.end):
        return False
    return _ANY_YEAR.search(folded, stated.end, min(end, stated.end + _NEAR_DAY)) is not None


def _relative(folded: str) -> re.Match[str] | None:
    """Find the first span that is reckoned from something: "within two months", "a year after"."""
    if not speaks_of_time(folded):
        return None
    measured = _MEASURED.search(folded)
    counted = counting(_COUNTED, folded, _words_before(folded, measured.start())) if measured else None
    found = (counting(_WITHIN, folded), counted)
    return min(filter(None, found), key=lambda match: match.start(), default=None)


def _words_before(folded: str, unit: int) -> int:
    """Give a place before all the words that a length may have before its unit."""
    for _ in range(_MOST_WORDS):
        unit = max(folded.rfind(" ", 0, unit), 0)
    return unit


def _lasting(folded: str, calendar: Calendar) -> Timing | None:
    match = _LASTS.search(folded) if speaks_of_time(folded) else None
    if match is None or not calendar.force or _MAY.search(folded[: match.start()]):
        return None
    if is_of_another(folded[: match.start()]):
        return None
    if more := _MORE.match(folded, match.end("unit")):
        return Timing("", folded[match.start() : more.end()], "", "")
    due = later(calendar.force, match["n"], match["unit"])
    return (
        Timing(due, match.group(), "", f"{calendar.force} + {written(match['n'], match['unit'])}")
        if due
        else None
    )


def _spoken(words: str, relative: re.Match[str]) -> str:
    """Give the words of a length from its number on, without a word before it: "force thirty days"."""
    first, _, rest = words.strip().partition(" ")
    return (
        rest if relative["n"].startswith(f"{first.lower()} ") and not number(first.lower()) else words.strip()
    )


def _start(relative: re.Match[str], kind: str, calendar: Calendar) -> str:
    """Give the day that a span is reckoned from, empty where it is not known.

    It is that of the signature, or of how long a text is in force its first day.
    """
    words = relative.group()
    if _SINCE_SIGNATURE.search(words):
        return calendar.own
    ends = kind == "validity" and _AFTER_FORCE.search(words) and not _MAY.search(relative.string)
    return calendar.force if ends else ""


def _anchored(relative: re.Match[str]) -> tuple[str, tuple[str, str]]:
    """Say a span as the register can: so long after "effective", or before "expires"."""
    unit = UNITS[relative["unit"]]
    count = number(relative["n"])
    words = relative.group()
    anchor = (
        ("after", "effective")
        if _AFTER_FORCE.search(words)
        else ("before", "expires")
        if _BEFORE_END.search(words)
        else ("", "")
    )
    return (f"{count} {unit if count > 1 else unit[:-1]}", anchor) if anchor[0] and count else ("", ("", ""))
