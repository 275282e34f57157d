"""Rhythms that a clause states, as RFC 5545 rules without DTSTART."""

import re
from collections.abc import Iterator
from typing import Final

from tracker.extract.date_forms import MONTHS
from tracker.extract.numbers import CARDINAL, number
from tracker.extract.patterns import Pattern
from tracker.extract.wording import Remembered

_SHORTEST_NAME: Final = 3  # "each may terminate"
_UNITS: Final = {
    "annum": ("YEARLY", 1),
    **dict.fromkeys(("day", "days", "jour", "jours"), ("DAILY", 1)),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), ("WEEKLY", 1)),
    **dict.fromkeys(("fortnight", "fortnights"), ("WEEKLY", 2)),
    **dict.fromkeys(("month", "months", "mois", "monthly"), ("MONTHLY", 1)),
    **dict.fromkeys(("quarter", "quarters", "trimestre", "trimestres"), ("MONTHLY", 3)),
    **dict.fromkeys(
        ("semester", "semestre", "semestres", "half year", "half-year", "six-month"), ("MONTHLY", 6)
    ),
    **dict.fromkeys(
        ("year", "years", "an", "ans", "annee", "annees", "calendar year", "financial year"), ("YEARLY", 1)
    ),
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_MONTH_NAMES = "|".join(name for name in MONTHS if len(name) > _SHORTEST_NAME)
_NUMBER = rf"(?P<n>{CARDINAL})"
_WHOLE_WORDS = CARDINAL.replace("}", "}+")
"""A number with a blank behind it: there is nothing to try again with fewer letters."""
_RULES: Final = tuple(
    Pattern(rf"\b(?:{pattern})\b", words)
    for words, pattern in (
        (
            ("every", "each", "tous les", "toutes les"),
            (
                rf"(?:every|each|tous les|toutes les) (?P<other>other |second )?(?:{_NUMBER}[ -]?(?:\(\d+\) "
                rf")?)?(?P<unit>{_UNIT})(?: period)?"
            ),
        ),
        (("chaque",), rf"chaque (?P<unit>{_UNIT})"),
        ((" sur ",), rf"(?:un an|une annee) sur {_NUMBER}"),
        (
            ("every", "each", "chaque"),
            rf"(?:every|each|chaque) (?:\d{{1,2}}(?:st|nd|rd|th|er)? )?(?:{_MONTH_NAMES})",
        ),
        (
            ("once", "twice", "thrice", "times", "fois", "meeting", "reunion", "session"),
            (
                rf"(?P<times>once|twice|thrice|une fois|{_WHOLE_WORDS}(?: \(\d+\))? (?:times|fois|meetings?|"
                rf"reunions?|sessions?))"
                rf"(?: \(\d+\))?(?: in)? (?:a|an|per|each|every|par|chaque) (?P<unit>{_UNIT})"
            ),
        ),
        (
            ("fois",),
            (
                rf"(?P<times>une fois|{CARDINAL} fois) (?:l'|tous les {_NUMBER} |toutes les "
                rf"{_NUMBER.replace('<n>', '<k>')} )(?P<unit>{_UNIT})"
            ),
        ),
        (("once",), rf"once (?:every|in) (?:{_NUMBER} )(?P<unit>{_UNIT})"),
        (
            ("periods",),
            (
                rf"(?:successive|consecutive|further|additional|subsequent|like|similar|equal|"
                rf"renewable)(?: \w+){{0,2}} periods of (?:up to )?"
                rf"{_NUMBER} (?:\(\d+\) )?(?P<unit>{_UNIT})(?: each)?"
            ),
        ),
        (
            ("periode",),
            (
                rf"period(?:e|es) (?:successives?|consecutives?|egales?|identiques?|supplementaires?|"
                rf"additionnelles?)(?: et \w+)? d(?:e |'){_NUMBER} (?P<unit>{_UNIT})"
            ),
        ),
        (
            ("tacite", "automatiquement"),
            (
                rf"(?:tacite reconduction|tacitement|automatiquement)[^.;]{{0,40}}(?:periodes?|durees?) "
                rf"(?:\w+ )?d(?:e |'){_NUMBER} (?P<unit>{_UNIT})"
            ),
        ),
        (
            ("automatically", "tacitly"),
            (
                rf"(?:automatically|tacitly)[^.;]{{0,60}}periods? of (?:up to )?{_NUMBER} (?:\(\d+\) "
                rf")?(?P<unit>{_UNIT})"
            ),
        ),
        (
            ("nouvelle periode",),
            (
                rf"(?:tacite reconduction|tacitement|automatiquement)[^.;]{{0,40}}nouvelle periode d(?:e |"
                rf"'){_NUMBER} (?P<unit>{_UNIT})"
            ),
        ),
        (("nouvelles periodes",), rf"nouvelles periodes(?: \w+)? d(?:e |'){_NUMBER} (?P<unit>{_UNIT})"),
        (
            ("per ", "par "),
            r"(?:per|par) (?P<unit>year|annum|month|quarter|an|annee|mois|trimestre|semestre)",
        ),
        (
            ("year to year", "year by year", "annee en annee", "par an"),
            r"(?:year to year|year by year|d'annee en annee|(?P<unit>annee|an) par an(?:nee)?)",
        ),
    )
)
_ADVERBS: Final = {
    "annual": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
    "yearly": ("YEARLY", 1),
    "annuel": ("YEARLY", 1),
    "annuels": ("YEARLY", 1),
    "annuelle": ("YEARLY", 1),
    "annuelles": ("YEARLY", 1),
    "annuellement": ("YEARLY", 1),
    "biennial": ("YEARLY", 2),
    "biennially": ("YEARLY", 2),
    "biennal": ("YEARLY", 2),
    "biennale": ("YEARLY", 2),
    "biennales": ("YEARLY", 2),
    "biannual": ("MONTHLY", 6),
    "biannually": ("MONTHLY", 6),
    "bi-annual": ("MONTHLY", 6),
    "bi-annually": ("MONTHLY", 6),
    "semi-annual": ("MONTHLY", 6),
    "semi-annually": ("MONTHLY", 6),
    "semiannual": ("MONTHLY", 6),
    "semiannually": ("MONTHLY", 6),
    "half-yearly": ("MONTHLY", 6),
    "six-monthly": ("MONTHLY", 6),
    "semestriel": ("MONTHLY", 6),
    "semestriels": ("MONTHLY", 6),
    "semestrielle": ("MONTHLY", 6),
    "semestrielles": ("MONTHLY", 6),
    "semestriellement": ("MONTHLY", 6),
    "bisannuel": ("YEARLY", 2),
    "bisannuelle": ("YEARLY", 2),
    "biannuel": ("MONTHLY", 6),
    "biannuelle": ("MONTHLY", 6),
    "quarterly": ("MONTHLY", 3),
    "trimestriel": ("MONTHLY", 3),
    "trimestriels": ("MONTHLY", 3),
    "trimestrielle": ("MONTHLY", 3),
    "trimestrielles": ("MONTHLY", 3),
    "trimestriellement": ("MONTHLY", 3),
    "bimonthly": ("MONTHLY", 2),
    "bi-monthly": ("MONTHLY", 2),
    "bimestriellement": ("MONTHLY", 2),
    "bimestriel": ("MONTHLY", 2),
    "bimestrielle": ("MONTHLY", 2),
    "monthly": ("MONTHLY", 1),
    "mensuel": ("MONTHLY", 1),
    "mensuels": ("MONTHLY", 1),
    "mensuelle": ("MONTHLY", 1),
    "mensuelles": ("MONTHLY", 1),
    "mensuellement": ("MONTHLY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "hebdomadaire": ("WEEKLY", 1),
    "hebdomadaires": ("WEEKLY", 1),
    "triennial": ("YEARLY", 3),
    "triennially": ("YEARLY", 3),
}
_ADVERB = Pattern(
    rf"\b(?=[{''.join(sorted({word[0] for word in _ADVERBS}))}])(?<!non-)(?:"
    + "|".join(sorted(_ADVERBS, key=len, reverse=True))
    + r")\b",
    ("annu", "year", "ienn", "mestr", "month", "mensuel", "quarter", "week", "hebdo", "fortnight"),
)
# "within the framework of its biennial budgets": the budgets come back, the promise need not.
_OF_ANOTHER = re.compile(
    r"\b(?:laid down in|set (?:out|forth) in|defined in|contained in|concerning|regarding|relating to|"
    r"within|framework of|accordance with|under|foreseen in|provided for in|dans le cadre|conformement|"
    r"prevue?s? (?:par|dans|a|au)|inscrite?s? (?:a|au|dans))\b[^,;.]*$"
)
# "If the annual meeting cannot be held, documents shall be exchanged": what is done then does not come back.
_CASE = re.compile(r"(?:if|should|unless|in case|where|when|si|s'il|au cas ou|lorsqu[e'])\b[^,;.]*,")
# "three (3) times": the number again.
_AGAIN = re.compile(r" \(\d+\)")
_NEAR = 50
# "not every year but every five": the other rhythm is the one. "At most once a year" asks for none.
_NOT: Final = re.compile(
    r" (?:not|pas) $"
    r"|\b(?:at most|more than|au plus|au maximum) "
    r"(?:(?:once|twice|thrice|\w+ (?:times|fois))(?: (?:a|an|per|every|each|in|par))? ?)?$"
)
_AT_MOST: Final = ("plus ", "most ", "than ")
"""How the words begin that a number took in: "au plus une fois par an"."""
_KNOWN_BY: Final[dict[str, list[Pattern]]] = {}
for _pattern in (*_RULES, _ADVERB):
    for _first, _blank, _ in (words.partition(" ") for words in _pattern.words):
        _KNOWN_BY.setdefault(_first + _blank, []).append(_pattern)
_SAID_WITH: Final = Remembered(
    lambda word: frozenset(
        pattern for known in filter(f"{word} ".__contains__, _KNOWN_BY) for pattern in _KNOWN_BY[known]
    )
)
"""Of a word, the patterns that it may be one of."""
_HINTS: Final = [
    "fortnight",
    "every",
    "each",
    "tous",
    "toutes",
    "chaque",
    "once",
    "twice",
    "thrice",
    "fois",
    "times",
    "period",
    "year",
    "annual",
    "annuel",
    "annee",
    "month",
    "mensuel",
    "quarter",
    "semestr",
    "trimestr",
    "week",
    "hebdo",
    "bienn",
    "bisann",
    "bimestr",
    "triennial",
    "par",
    "an",
]
_MONTHS = 12


def find_recurrence(folded: str) -> tuple[str, str]:
    """Give the rule that a clause states and the words that say it, or two empty strings."""
    possible = set[Pattern]().union(*filter(None, map(_SAID_WITH.__getitem__, folded.split())))
    if not possible:
        return "", ""
    found = [
        (match.start(), match.group(), _rule(match))
        for pattern in possible - {_ADVERB}
        for match in pattern.finditer(folded)
        if not _NOT.search(folded, 0, match.start()) and not match.group().startswith(_AT_MOST)
    ]
    if _ADVERB in possible:
        found += _adverbs(folded)
    rhythms = [(rule, words) for _, words, rule in sorted(found) if rule]
    return rhythms[0] if rhythms and any(map(folded.__contains__, _HINTS)) else ("", "")


def _adverbs(folded: str) -> Iterator[tuple[int, str, str]]:
    """Yield where an adverb or an adjective says a rhythm of what the clause promises."""
    case = _CASE.match(folded)
    for match in _ADVERB.finditer(folded):
        start, words = match.start(), match.group()
        if not (case and start < case.end()) and not _OF_ANOTHER.search(folded, max(0, start - _NEAR), start):
            yield start, words, _written(*_ADVERBS[words])


def _rule(match: re.Match[str]) -> str:
    part = match.groupdict("")
    frequency, interval = _UNITS[part.get("unit") or "year"]
    counted = part.get("n") or part.get("k") or ""
    if counted and not number(counted):
        whole = f"{counted} {part['unit']}"
        if whole not in _UNITS:
            return ""
        frequency, interval = _UNITS[whole]
    interval *= number(counted) or 1
    if part.get("other"):
        interval *= 2
    times = _times(part.get("times", ""))
    if not times:
        return ""
    if times > 1:
        frequency, interval = _split(frequency, interval, times)
    return _written(frequency, interval) if interval else ""


def _times(words: str) -> int:
    words = _AGAIN.sub("", words)
    return {"": 1, "once": 1, "twice": 2, "thrice": 3}.get(words) or number(words)


def _split(frequency: str, interval: int, times: int) -> tuple[str, int]:
    """Spread several times a year over its months, where they divide it."""
    months = {"YEARLY": _MONTHS, "MONTHLY": 1}.get(frequency, 0) * interval
    return ("MONTHLY", months // times) if months and months % times == 0 else (frequency, 0)


def _written(frequency: str, interval: int) -> str:
    if frequency == "MONTHLY" and interval % _MONTHS == 0:
        frequency, interval = "YEARLY", interval // _MONTHS
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")
