"""When a clause falls due: a date that it states, a rhythm, or a span that the document lets us reckon."""

import datetime as dt
import re
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from tracker.extract.dated import Stated, within
from tracker.extract.normalise import Normalised
from tracker.extract.numbers import CARDINAL, number
from tracker.extract.patterns import Pattern
from tracker.extract.recurrence import find_recurrence

_UNITS: Final = {
    **dict.fromkeys(("day", "days", "jour", "jours"), "days"),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), "weeks"),
    **dict.fromkeys(("month", "months", "mois"), "months"),
    **dict.fromkeys(("year", "years", "an", "ans", "annee", "annees"), "years"),
}
_LENGTHS: Final = {"days": (1, 0), "weeks": (7, 0), "months": (0, 1), "years": (0, 12)}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_OF_TIME = re.compile(rf"\b(?:{_UNIT})\b")
_SPAN = rf"(?P<n>{CARDINAL}) ?(?:\(\s?\w+\s?\) )?(?:\w+ )?(?P<unit>{_UNIT})\b"
_DEADLINE = re.compile(
    r"\b(?<!not )(?<!pas )"
    r"(?:by|before|until|till|through|no later than|not later than|up to|on or before|end of|avant|"
    r"jusqu'(?:au|a|en)|d'ici|au plus tard|"
    r"a l'horizon|fin|expires? on|prendra fin le|expirera le|ending|d'ici a|d'ici la fin de)\b[^,;.]{0,25}$"
)
_HAPPENS = re.compile(
    r"\b(?:in|on|at|during|for|from|of the year|over|en|le|du|au|pour|au cours de|prevue?s? (?:pour|en|"
    r"le)|a compter d[ue]|a partir d[ue]|des le|as of|"
    r"as from|effective|with effect from|around|early|late|mid|period|periode|annees?|years?|between|entre|"
    r"les)(?: the| l'annee| la periode| le mois de| mois de| month of)?"
    r"[ -]?(?:late |early |mid-?)?$"
)
_ELSEWHERE = re.compile(
    r"(?<!\bbe )\b(?:signed|adopted|dated|concluded|"
    r"agreed(?! to | that | on )|done|made|established|approved|held|launched|"
    r"signee?s?|adoptee?s?|conclue?s?|datee?s?|fait|tenue?s?|fixee?|since|depuis|"
    r"agreement of|memorandum of|accord de \w+ de|convention|declaration|plan d'action|resolution|mou "
    r"of|entered into|ratified|as amended|amended)\b[^;.]{0,40}$"
)
_PLAN_OF = re.compile(
    r"\b(?:plan|plan d'action|programme|strategie|strategy|agenda|framework|cadre|decennie)"
    r"(?: (?!from|in|by|on|until|for|en|du|le|a|pour|avant)\w+)? $"
)
_WITHIN = Pattern(
    rf"\b(?:within|not later than|no later than|at least|at the latest|not less than|upon|after|by "
    rf"giving|with|subject to|in|dans un delai|"
    rf"dans les|au plus tard|au moins|moyennant|avec|sous reserve d'un)\b[^.;]{{0,30}}?{_SPAN}[^.;,]{{0,90}}"
)
_FROM_OR_TO = r"(?:'s?)? (?:after|before|following|prior to|from|apres|avant|suivant|a compter|a partir)"
_MEASURED = re.compile(rf"(?:{_UNIT}){_FROM_OR_TO}")
_COUNTED = Pattern(rf"{_SPAN}{_FROM_OR_TO}[^.;,]{{0,80}}")
_LASTS = re.compile(
    rf"(?:for|period of|pour|pendant|duree de|periode de|duree d'|periode d'|term of|initial(?:ly)?|"
    rf"validity of)(?: (?:a|an|une|the|further|first|initial|"
    rf"period|periode|duree|term|de|d|of|premiere|initiale|up to))*[ ']{_SPAN}"
)
_ON_SIGNATURE = re.compile(
    r"(?:on|upon|from|at|with|as of|as from|after|by)(?: the)?(?: date| day| time)?(?: of)?(?: its| "
    r"the| their| last)? (?:signature|signing|being signed)|"
    r"(?:jour|date|des|compter|partir|lors) (?:de |de la |du |d')?(?:sa |la |son )?signature|(?:des|a) "
    r"sa signature|"
    r"en vigueur (?:immediatement|ce jour|aujourd'hui|a la signature)|(?:in|into) (?:force|effect) "
    r"(?:immediately|today)|immediate effect|effet immediat"
)
_FORCE = re.compile(
    r"in(?:to)? (?:force|effect|operation)|en vigueur|takes? effect|prend(?:ra)? effet|"
    r"effective|valid|valable|applicable"
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
_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"\. |\n\n")
_A_YEAR = re.compile(r"\d{4}")
_ANY_YEAR = re.compile(
    r"\b(?:each|every|any|following|next|succeeding|subsequent|same|preceding|that|calendar) (?:\w+ )?year"
    r"|\b(?:chaque|meme|cette) annee|\bannee (?:suivante|consideree|concernee|precedente)|\btous les ans"
    r"|\bannually|\bsuivant (?:la|le|cette|ladite|sa)\b"
)
_BREAKS: Final = frozenset({"", ".", ";", ":", "\n"})
_NEAR_DAY: Final = 60
_DASH = re.compile(r" [–—-] ")
_ENDING = re.compile(r"\b(?:denonc|resili|terminat|denunc|withdraw|amend|modif|retrait|avenant)")
_FULL_DAY = len("2000-01-01")


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


class Calendar(NamedTuple):
    """The document's dates, its own date, and when it says that it comes into force (``""``: unknown)."""

    dates: list[Stated]
    own: str
    force: str


def calendar_of(text: Normalised, dates: list[Stated], own: str) -> Calendar:
    """Find when the document comes into force, if it says so."""
    force = ""
    for match in _FORCE.finditer(text.folded):
        if match.group() == "effective" and text.folded[: match.start()].rstrip(" ")[-1:] in _BREAKS:
            continue  # "Effective 1 May, A shall report" is about A's reports
        if _ENDING.search(_SENTENCE_END.split(text.folded[max(0, match.start() - 90) : match.start()])[-1]):
            continue
        near = _SENTENCE_END.split(text.folded[match.start() : match.end() + 90])[0]
        if _ON_SIGNATURE.search(near):
            force = own
            break
        stated = next(iter(within(dates, match.end(), match.start() + len(near))), None)
        if stated and len(stated.edtf) == _FULL_DAY and stated.start - match.end() < 20:  # noqa: PLR2004
            force = stated.edtf
            break
    return Calendar(dates, own, force)


def find_timing(text: Normalised, start: int, end: int, kind: str, calendar: Calendar) -> Timing:
    """Read when the clause at ``[start, end)`` of the normalised text falls due."""
    plain, folded = " ".join(text.plain[start:end].split()), " ".join(text.folded[start:end].split())
    recurrence, rhythm = find_recurrence(folded)
    stated = _stated(text.folded, start, end, calendar)
    if stated is not None:
        words = " ".join(text.plain[stated.start : stated.end].split())
        returns = _comes_back(text.folded, stated, end) and (kind == "validity" or not recurrence)
        return Timing("" if returns else stated.edtf, words, recurrence, "")
    if kind == "validity":
        reckoned = _lasting(folded, calendar)
        if reckoned is not None:
            return reckoned._replace(recurrence=recurrence)
    relative = _relative(folded)
    if relative is not None:
        words = plain[relative.start() : relative.end()].strip()
        due = _since_signature(relative, calendar)
        basis = f"{calendar.own} + {words}" if due else ""
        span, anchor = _anchored(relative)
        return Timing(due, words, recurrence, basis, span, anchor)
    place = folded.find(rhythm) if rhythm else -1
    return Timing("", plain[place : place + len(rhythm)] if place >= 0 else "", recurrence, "")


def _comes_back(folded: str, stated: Stated, end: int) -> bool:
    """Say whether a day without a year is that of any year: "by 31 March of the following year"."""
    if _A_YEAR.search(folded, stated.start, stated.end):
        return False
    return _ANY_YEAR.search(folded, stated.end, min(end, stated.end + _NEAR_DAY)) is not None


def _put_aside(folded: str, start: int, date: Stated, end: int) -> bool:
    """Say whether a date stands within brackets or dashes: "A – host of the fair in 2023 – will"."""
    before = folded[start : date.start]
    if before.count("(") > before.count(")") and not before.endswith("("):
        return True
    return len(_DASH.findall(before)) % 2 == 1 and _DASH.search(folded, date.end, end) is not None


def _relative(folded: str) -> re.Match[str] | None:
    """Find the first span that is reckoned from something: "within two months", "a year after"."""
    if not _speaks_of_time(folded):
        return None
    counted = _counting(_COUNTED, folded) if _MEASURED.search(folded) else None
    found = (_counting(_WITHIN, folded), counted)
    return min(filter(None, found), key=lambda match: match.start(), default=None)


def _counting(pattern: Pattern, folded: str) -> re.Match[str] | None:
    """Find the first span that counts something: a pattern takes any word for a number."""
    found = pattern.search(folded)
    while found is not None and not number(found["n"]):
        found = pattern.search(folded, found.start() + 1)
    return found


def _speaks_of_time(folded: str) -> bool:
    """Say quickly whether a clause can hold a span at all."""
    return _OF_TIME.search(folded) is not None


def _stated(folded: str, start: int, end: int, calendar: Calendar) -> Stated | None:
    happens: Stated | None = None
    for date in within(calendar.dates, start, end):
        before = _BLANKS.sub(" ", folded[max(start, date.start - 60) : date.start])
        deadline = _DEADLINE.search(before)
        if not deadline and (_ELSEWHERE.search(before) or _PLAN_OF.search(before)):
            continue
        if deadline:
            return date
        if (
            happens is None
            and not _put_aside(folded, start, date, end)
            and (_HAPPENS.search(before) or before.endswith((":", ": ", "(")))
            and not _past(date, calendar)
        ):
            happens = date
    return happens


def _past(date: Stated, calendar: Calendar) -> bool:
    """Say whether a date lies before the document's own: nobody promises the past."""
    last = date.edtf.split("/")[-1]
    return bool(calendar.own) and last < calendar.own[: len(last)]


def _lasting(folded: str, calendar: Calendar) -> Timing | None:
    match = _LASTS.search(folded) if _speaks_of_time(folded) else None
    if match is None or not calendar.force or _MAY.search(folded[: match.start()]):
        return None
    due = _later(calendar.force, match["n"], match["unit"])
    return (
        Timing(due, match.group(), "", f"{calendar.force} + {number(match['n'])} {_UNITS[match['unit']]}")
        if due
        else None
    )


def _since_signature(relative: re.Match[str], calendar: Calendar) -> str:
    """Reckon a span from the day of signature; empty where it runs from another day."""
    if not calendar.own or not _SINCE_SIGNATURE.search(relative.group()):
        return ""
    return _later(calendar.own, relative["n"], relative["unit"])


def _anchored(relative: re.Match[str]) -> tuple[str, tuple[str, str]]:
    """Say a span as the register can: so long after "effective", or before "expires"."""
    unit = _UNITS[relative["unit"]]
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


def _later(day: str, count: str, unit: str) -> str:
    """Add a span such as ("six", "mois") to a day."""
    if len(day) != _FULL_DAY or not number(count):
        return ""
    days, months = _LENGTHS[_UNITS[unit]]
    try:
        later = dt.date.fromisoformat(day) + relativedelta(
            days=days * number(count), months=months * number(count)
        )
    except (ValueError, OverflowError):
        return ""
    return later.isoformat()
