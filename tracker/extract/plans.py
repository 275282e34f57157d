"""Who does what a row of a plan of activities says: ", responsible: UNICEF"."""

import re
from bisect import bisect_left
from typing import Final

from tracker.extract.keeping import Kept, Reading

_WHO: Final = re.compile(
    r", (?:by whom|who|owner|lead(?: agency)?|actors?|partners?|responsib(?:le(?: part(?:y|ies))?|ility)|"
    r"qui|chef de file|acteurs?|partenaires?|responsables?|structure responsable|responsabilite) ?: "
)
_NEXT: Final = re.compile(r", [\w' ]{1,40}: | \(")


def responsible(reading: Reading, piece: Kept, first: int, last: int) -> tuple[str, ...]:
    """Name the parties that a row in ``[first, last)`` gives as responsible, unless its subject is one."""
    told = ":" in reading.text.folded[first:last] and not _is_its_own(piece)
    found = _WHO.search(reading.text.folded, first, last) if told else None
    if found is None:
        return ()
    after = _NEXT.search(reading.text.folded, found.end(), last)
    start, end = found.end(), after.start() if after else last
    starts = reading.words.starts
    named = reading.circle.named(reading.words.words, bisect_left(starts, start), bisect_left(starts, end))
    return reading.circle.names_of(named)


def _is_its_own(piece: Kept) -> bool:
    return piece.subject.sort == "party" and piece.clause.subject < piece.clause.trigger.start
