"""The states that an agreement opens with: "The Governments of Chad, the Kingdom of Morocco, … and Togo"."""

import re
from typing import Final

from tracker.extract.names import Naming
from tracker.extract.openings import OPENING_LENGTH, RECITES, without_asides
from tracker.extract.patterns import Pattern

_LIST: Final = Pattern(
    r"(?:^|\n|[:;.]\s)\s*(?:The |Les |Le |La |L')?(?:[Gg]overnments? of |[Gg]ouvernements? |)"
    r"(?=[A-ZÀ-Þ]|the |d)(?P<names>[^;:(\n]{20,3000})"
)
_LEADS: Final = re.compile(
    r"(?:(?:and|et|the|le|la|les|of|de la|de|du|des) |(?:de )?l'|d'|"
    r"(?:Governments?|Gouvernements?|Principauté|Principality) (?:of |de la |de l'|des |du |de |d')?)+"
)
_STATE: Final = re.compile(
    r"\b(?:Republic|Kingdom|Union|Federation|Confederation|République|Royaume|Confédération)\b"
)
_JOINED: Final = re.compile(r",? (?:and|et) ")
_LEAST: Final = 3
_MOST_STRANGE: Final = 3
_LONGEST: Final = 70


def listed(head: str, naming: Naming) -> None:
    """Take three states or more that stand in one list; of three, one may have a name that is not known."""
    plain = without_asides(head)
    for match in _LIST.finditer(plain):
        first, comma, _ = match["names"].partition(", ")
        first = _bare(first)
        if not comma or len(first) > _LONGEST or not (_STATE.search(first) or naming.state_of(first)):
            continue
        end = RECITES.search(match["names"])
        names = match["names"][: end.start()] if end else match["names"][:OPENING_LENGTH]
        pieces = _pieces(names, naming)
        known = sum(naming.state_of(piece) != "" for piece in pieces)
        if len(pieces) < _LEAST or (len(pieces) - known) * _MOST_STRANGE > len(pieces):
            continue
        for piece in pieces:
            naming.add(piece)
        return


def _pieces(names: str, naming: Naming) -> list[str]:
    """Cut a list at its commas, and at the last "and" where it joins two: "Trinidad and Tobago" is one."""
    found: list[str] = []
    for part in names.split(", "):
        name = _bare(part)
        joins = ((_bare(name[: at.start()]), _bare(name[at.end() :])) for at in _JOINED.finditer(name))
        found += next((pair for pair in joins if _are_two(pair, naming)), (name,))
    return [name for name in found if name and name[0].isupper() and len(name) <= _LONGEST]


def _are_two(pair: tuple[str, str], naming: Naming) -> bool:
    """Say whether "and" joins two states, of which the first may be called by one word that is not known."""
    first, last = (naming.state_of(name) != "" or _STATE.match(name) is not None for name in pair)
    return last and (first or " " not in pair[0])


def _bare(name: str) -> str:
    name = name.strip(" ,")
    leads = _LEADS.match(name)
    return name[leads.end() :] if leads else name
