"""The date by which a clause is due, among those that it states: some are of other texts or deeds."""

import re
from typing import Final, NamedTuple

from tracker.extract.dated import Stated, within
from tracker.extract.force import Calendar
from tracker.extract.instruments import is_dated
from tracker.extract.lengths import LENGTH, counting, later, written
from tracker.extract.normalise import Normalised
from tracker.extract.numbers import number
from tracker.extract.other_deeds import CONDITION, other_deed
from tracker.extract.weekdays import WEEKDAY

_DEADLINE = re.compile(
    r"\b(?<!not )(?<!pas )"
    r"(?:by|before|prior to|until|till|through|no later than|not later than|up to|on or before|end of|avant|"
    r"jusqu'(?:au|a|en)|d'ici|au plus tard|"
    r"a l'horizon|fin|expires? on|prend(?:ra)? fin le|expire(?:ra)? le|s'acheve(?:ra)? le|"
    r"se termine(?:ra)? le|cess\w+ (?:de produire|d'avoir) (?:\w+ )?effets? le|"
    r"arriv\w+ a (?:son )?(?:echeance|terme) le|(?:ends?|lapses?|terminates?) on|ending|d'ici a|"
    r"d'ici la fin de)\b(?P<rest>[^,;.]{0,25})$"
)
_HAPPENS = re.compile(
    r"\b(?:in|on|at|during|for|from|of the year|over|en|le|du|au|pour|au cours de|prevue?s? (?:pour|en|"
    r"le)|a compter d[ue]|a partir d[ue]|des le|as of|in the course of|dans le courant de|courant|"
    r"on or about|"
    r"on or around|le ou vers le|vers le|aux? alentours du|"
    r"as from|effective|with effect from|around|early|late|mid|period|periode|annees?|years?|between|entre|"
    r"au cours du|les)(?: the| l'annee| la periode| le mois de| mois de| month of)?"
    r"[ -]?(?:late |early |mid-?)?$"
)
_ELSEWHERE = re.compile(
    r"(?<!\bbe )\b(?:signed|adopted|dated|concluded|"
    r"agreed(?! to | that | on )|agreed (?:up)?on(?= $)|done|made|established|approved|held|launched|"
    r"released|issued|unveiled|announced|published|"
    r"signee?s?|adoptee?s?|conclue?s?|datee?s?|etablie?s?|fait|tenue?s?|fixee?|arretee?s?|convenue?s?|since|depuis|"
    r"agreement of|memorandum of|accord de \w+ de|convention|declaration|plan d'action|resolution|mou "
    r"of|entered into|ratified|as amended|amended)\b[^;.]{0,40}$"
)
_PLAN_OF = re.compile(
    r"\b(?:plan|plan d'action|programme|strategie|strategy|agenda|framework|cadre|decennie)"
    r"(?: (?!from|in|by|on|until|for|en|du|le|a|pour|avant)\w+)? $"
)
# "report on activities undertaken until 30 June": the activities end then, and nothing is due by it.
_COVERED = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bare )(?<!\bis )(?<!\bhave )(?<!\bhas )\b"
    r"(?:undertaken|carried out|implemented|performed|conducted|completed|incurred|accrued|reali[sz]ed|"
    r"executed|achieved|delivered|spent|collected|"
    r"received|gathered|recorded|menee?s?|realisee?s?|executee?s?|engagee?s?|effectuee?s?|accomplie?s?|"
    r"conduite?s?|recueillie?s?|recue?s?)"
    r" (?:from [^,;]{4,30} )?"
    r"(?:until|till|up to|through|to|before|as of|jusqu'(?:au|a|en)|au|avant le) (?:the )?$"
    r"|\b(?:period|periode) (?:until|up to|to|jusqu'(?:au|a|en))(?: the)? $"
    r"|\b(?:period|year|quarter|exercice|periode|annee|trimestre) "
    r"(?:ending|ended|up to|clos|close|allant|s'achevant|se terminant)\b[^,;]{0,20}$"
)
# "before the League reports on 1 June": what happens on the day is another's, and this is due before it.
_BEFORE_EVENT = re.compile(
    r"\b(?:before|prior to|after|following|avant|apres|a la suite de)\b(?P<event> [^,;.]{2,60})"
    r" (?:on|le) (?:the )?$"
)
_NOT_BEFORE = re.compile(
    r"\b(?:(?:not|no) (?:earlier|sooner) than|not (?:\w+ )?before|(?:pas|jamais) avant|au plus tot)"
    r"(?: the| le| a compter du)? $"
    r"|\b(?:after|following|apres|au-dela du|posterieurement au)(?: the| le)? $"
)
_MEASURED = re.compile(
    rf"\b{LENGTH}(?:'s?)? (?P<side>before|prior to|ahead of|avant|after|following|from|of|apres|suivant|"
    r"a compter d[eu']|a partir d[eu'])(?: the| le| du)? $"
)
_LASTING: Final = re.compile(
    r"\b(?:for|during|over|lasting|pendant|durant|pour|duree|periode|period|term)"
    r"(?: (?:a|an|the|une?|la|period|periode|term|duree|of|de|d'|another|further))* ?$"
)
_EARLIER: Final = frozenset({"before", "prior to", "ahead of", "avant"})
_BLANKS = re.compile(r"\s+")
_DASH = re.compile(r" [–—-] ")
_FULL_DAY: Final = len("2000-01-01")
_BEFORE: Final = 60
_OF_TEXT: Final = 140
_DUE: Final = "due"
_HAPPENING: Final = "happens"
_TOLD: Final = "told"
_YEAR: Final = len("2000")


class Day(NamedTuple):
    """A date at ``[start, end)`` of the text; `edtf` is empty where it is told but nothing is due by it.

    `since` is the stated day where it is only the beginning: "for two years from 1 January 2026".
    """

    start: int
    end: int
    edtf: str = ""
    basis: str = ""
    since: str = ""


def find_day(text: Normalised, start: int, end: int, calendar: Calendar) -> Day | None:
    """Give the date that a clause is due by, else the first on which it happens, else one to be told."""
    happens: Day | None = None
    told: Day | None = None
    for date in within(calendar.dates, start, end):
        sort, found = _read(text, start, end, date, calendar)
        if sort == _DUE:
            return found
        if sort == _HAPPENING:
            happens = happens or found
        elif sort == _TOLD:
            told = told or found
    return happens or told


def _read(text: Normalised, start: int, end: int, date: Stated, calendar: Calendar) -> tuple[str, Day]:
    """Say of a date whether the clause is due by it, happens on it, or only names it."""
    before = _BLANKS.sub(" ", text.folded[max(start, date.start - _BEFORE) : date.start])
    before = WEEKDAY.sub("", before)
    found = Day(date.start, date.end, date.edtf, _basis(text, date, calendar))
    if measured := counting(_MEASURED, before):
        sort, reckoned = _measured(measured, date, found, text.folded)
        lasts = not date.reckoned and _lasts(before, measured)
        return sort, reckoned._replace(since=date.edtf if lasts else "")
    for pattern in (_NOT_BEFORE, _COVERED, _BEFORE_EVENT):
        if words := pattern.search(before):
            return _TOLD, Day(max(start, date.start - len(before) + words.start()), date.end)
    deed = other_deed(text.plain[start : date.start])
    if deed:
        return _TOLD if deed == CONDITION else "", found._replace(edtf="")
    sort = _sort(before, date)
    if (
        sort == _HAPPENING
        and "/" not in date.edtf
        and is_dated(text.folded[max(start, date.start - _OF_TEXT) : date.start])
    ):
        sort = ""
    if sort != _DUE and (_put_aside(text.folded, start, date, end) or _past(date, calendar)):
        sort = ""
    if sort == _DUE and date.reckoned and (not calendar.own or _past(date, calendar)):
        sort = _TOLD  # nothing tells of which year the day is
    if sort == _HAPPENING and date.reckoned and date.edtf == calendar.own:
        return "", found  # "On 4 July, France announced …"
    if sort == _HAPPENING and date.reckoned and len(date.edtf) < _FULL_DAY:
        sort = _TOLD  # "in May": of this year, of the next, or of each
    return sort, found._replace(edtf="") if sort == _TOLD else found


def _lasts(before: str, measured: re.Match[str]) -> bool:
    """Say whether a length is how long something goes on: "for two years from 1 June 2027"."""
    first, _, rest = measured["n"].partition(" ")
    word = first if rest and not number(first) else ""  # a number takes the word before it in
    return _LASTING.search(before[: measured.start()] + word) is not None


def _sort(before: str, date: Stated) -> str:
    """Read the words before a date."""
    if _DEADLINE.search(before):
        return _DUE
    if _ELSEWHERE.search(before) or _PLAN_OF.search(before):
        return ""
    if _HAPPENS.search(before) or before.endswith((":", ": ", "(")):
        return _HAPPENING
    return _TOLD if len(date.edtf) > _YEAR else ""


def _basis(text: Normalised, date: Stated, calendar: Calendar) -> str:
    """Tell that the year of a day was reckoned, and from what."""
    if not date.reckoned or not calendar.own:
        return ""
    words = " ".join(text.plain[date.start : date.end].split())
    return f"{words} after {calendar.own}"


def _measured(words: re.Match[str], date: Stated, found: Day, folded: str) -> tuple[str, Day]:
    """Reckon "three months before 1 June 2027"."""
    sign = -1 if words["side"] in _EARLIER else 1
    day = "" if date.reckoned else later(found.edtf, words["n"], words["unit"], sign)
    begun = found.start - len(words.group())
    found = found._replace(start=begun if folded.startswith(words.group(), begun) else found.start)
    if not day:
        return _TOLD, found._replace(edtf="")
    basis = f"{found.edtf} {'+' if sign > 0 else '-'} {written(words['n'], words['unit'])}"
    return _DUE, found._replace(edtf=day, basis=basis)


def _put_aside(folded: str, start: int, date: Stated, end: int) -> bool:
    """Say whether a date stands within brackets or dashes: "A – host of the fair in 2023 – will"."""
    before = folded[start : date.start]
    if before.count("(") > before.count(")") and not before.endswith("("):
        return True
    return len(_DASH.findall(before)) % 2 == 1 and _DASH.search(folded, date.end, end) is not None


def _past(date: Stated, calendar: Calendar) -> bool:
    """Say whether a date lies before the document's own: nobody promises the past."""
    last = date.edtf.split("/")[-1]
    return bool(calendar.own) and last < calendar.own[: len(last)]
