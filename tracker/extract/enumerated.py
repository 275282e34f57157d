"""Three states or more that are named in one breath: "Norway, Chile and the United Arab Emirates"."""

import re
from functools import cache
from typing import Final

from tracker.extract.proposals import Party
from tracker.extract.states import other_names, states_in

_BETWEEN: Final = re.compile(
    r" ?\(|\)?(?:'s?)?(?: ?\([^()]{1,20}\))?,? ?(?:(?:and|et|&) )?(?:(?:of|de|du|des) )?"
    r"(?:(?:the|la|le|les) |l')?"
    r"(?:(?:Republic|Kingdom|Government|République|Royaume|Gouvernement) "
    r"(?:of (?:the )?|d'|de la |de |du |des ))*"
)
_TOGETHER: Final = re.compile(
    r"trilat|tripartit|quadrilat|quadripartit|\b(?:three|four|five|trois|quatre|cinq) (?:countries|nations|"
    r"leaders|governments|sides|parties|ministers|pays|dirigeants|gouvernements|[eé]tats|ministres)\b",
    re.IGNORECASE,
)
_LEAD: Final = 2000
_LEAST: Final = 3


def enumerated(plain: str, language: str, end: int = _LEAD) -> tuple[Party, ...]:
    """Give the states of the first such list before ``end``, or nobody."""
    names, chain, last = _names(language), dict[str, None](), 0
    lead = " ".join(plain[:end].split())
    for match in _pattern(language).finditer(lead):
        if chain and not _BETWEEN.fullmatch(lead, last, match.start()):
            if len(chain) >= _LEAST:
                break
            chain = {}
        chain[names[match.group()]] = None
        last = match.end()
    return tuple(Party(name, other_names(name)) for name in chain) if len(chain) >= _LEAST else ()


def together(plain: str) -> bool:
    """Say whether news speaks of more than two who act together."""
    return _TOGETHER.search(plain, 0, _LEAD) is not None


@cache
def _names(language: str) -> dict[str, str]:
    return {name: state for state in states_in(language) for name in (*other_names(state), state)}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    longest = sorted(_names(language), key=len, reverse=True)
    return re.compile(rf"(?=[A-ZÀ-Þ])(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
