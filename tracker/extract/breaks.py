"""Line ends that a person set within a paragraph: a clause that goes on is one line again."""

import re
from collections.abc import Iterable
from typing import Final

from tracker.extract.outline import ARTICLE, PROMISES

_ENDS: Final = re.compile(r"[.;:!?][\"”»')]*$|^[\"“«]?$")
_OPENS_ITEM: Final = re.compile(
    r"[-–—•·▪●◦*§]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)°]|\d{1,3}(?:\.\d{1,3})+"
)
_SAYS_WHEN: Final = re.compile(
    r"(?:by|before|within|from|until|after|(?:not|no) later than|as of|d['’]ici|avant|dans|au plus tard|"
    r"à (?:partir|compter)|jusqu)\b[^.:;]*$",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡]{1,3}")
_UNIT: Final = re.compile(r"(?:^|[^a-zA-Z])[ckdm]?m$")


def one_clause(lines: Iterable[str]) -> str:
    """Join the lines of a paragraph where a clause that promises something runs over their end."""
    found: list[str] = []
    promises = False
    for line in (" ".join(part.split()) for part in lines):
        above = found[-1] if found else ""
        goes_on = promises or (_SAYS_WHEN.match(above) and PROMISES.search(line))
        if goes_on and line and not (_ENDS.search(above) or _OPENS_ITEM.match(line) or ARTICLE.match(line)):
            found += (" ", line)
        else:
            found += ("\n", line)
            promises = False
        promises = promises or PROMISES.search(line) is not None
    return "".join(found[1:])


def is_note_mark(raised: str, before: str) -> bool:
    """Say whether raised signs behind a text only lead to a footnote: not so "km²"."""
    return _MARK.fullmatch(raised.strip()) is not None and _UNIT.search(before[-4:]) is None
