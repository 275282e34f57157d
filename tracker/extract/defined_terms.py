"""The terms that a document defines for its parties: "hereinafter the University"."""

import re
from typing import Final

from tracker.extract.names import COLLECTIVE, Known
from tracker.extract.normalise import fold
from tracker.extract.numbers import number

NO_ACTOR: Final = re.compile(
    r"agreement|convention|memorandum|accord|\bmou\b|protocol|programme|project|\bplan\b|charter|charte|projet|"
    r"meeting|workshop|seminar|event\b|reunion|seminaire|colloque|atelier|manifestation|"
    r"premises|siege|annex|secretariat|activit|services?\b|centre de|funds\b|facilit"
)
_DEFINED: Final = re.compile(
    r"(?:herein|here)(?:in)?after|ci-apres|\((?:the )?(?=[\"“«])|"
    r"below referred|referred to (?:below )?as|also known as|denomme"
)
_TERM: Final = re.compile(
    r"[\"“«'‘’]{1,2}\s?(?:the |le |la |les |l')?(?P<term>[^\"”»]{2,60}?)\s?[\"”»'’]", re.IGNORECASE
)
_OR_TERM: Final = re.compile(rf",? (?:or|ou) (?:(?:the|le|la|les) )?{_TERM.pattern}", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"(?:(?:the|les|two|deux|both) )?(?:(?:contracting|member|participating|signatory|partner) )?"
    r"(?:states|governments|countries|nations|members|etats|gouvernements|pays|membres)"
    r"(?: (?:contractants|membres|parties|participants|signataires))?"
)
_DEFINED_NEAR: Final = 30
_COUNTED: Final = re.compile(r"(?P<number>two|deux|three|trois|four|quatre|five|cinq|six) [a-z]+s\b")


def define(found: list[Known], head: str) -> None:
    """Give parties the terms that the document defines for them ("the University")."""
    folded = fold(head)
    for match in _DEFINED.finditer(folded):
        term = _TERM.search(head, match.end(), match.end() + 120)
        if term is None or _is_no_party(fold(term["term"])):
            continue
        before = folded[max(0, match.start() - 300) : match.start()]
        places = [
            (before.rfind(fold(alias)), index, fold(alias))
            for index, known in enumerate(found)
            for alias in known.aliases
            if fold(alias) in before
        ]
        place, last, alias = max(places, default=(0, 0, ""))
        if places and _names_it(before, place, alias):
            for known in found[max(0, last + 1 - _meant(term["term"])) : last + 1]:
                known.aliases[term["term"].strip()] = None
            aliases = found[last].aliases
            while (term := _OR_TERM.match(head, term.end())) is not None:
                aliases[term["term"].strip()] = None


def _is_no_party(term: str) -> bool:
    """Say whether a term is for all of them together, or for something that does not act."""
    return any((COLLECTIVE.match(term), _TOGETHER.fullmatch(term), NO_ACTOR.search(term)))


def _meant(term: str) -> int:
    """Give how many parties a term stands for: "the four Governments" are the last four that were named."""
    counted = _COUNTED.match(fold(term))
    return number(counted["number"]) if counted else 1


def _names_it(before: str, place: int, alias: str) -> bool:
    """Say whether a definition follows a name directly, or after who represents it."""
    between = before[place + len(alias) :]
    return ";" not in between and (len(between) < _DEFINED_NEAR or "represent" in between)
