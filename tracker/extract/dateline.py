"""The document's own date: when an agreement was signed, what the dateline of news says."""

import re

from tracker.extract.dated import Dated, Stated, settle
from tracker.extract.normalise import Normalised

_SIGNED = re.compile(
    r"\b(?:done (?:at|in|on|this)|signed (?:at|in|on)|fait (?:a|au|en|le)\b|signe[es]* (?:a|au|en|le)\b|"
    r"in witness whereof|en foi de quoi)"
)
_NEAR = 400
_HEAD = 700
_BEFORE = 20
_ADOPTED = re.compile(r"\b(?:adopted|concluded|of|du|signed|adopte[es]*|dated|le|on) (?:this |the )?$")


def own_date(dates: list[Dated], text: Normalised, genre: str) -> str:
    """Give the document's date as EDTF, or ``""``: signed for an agreement, the dateline of news."""
    stated = [date for date in settle(dates, "") if len(date.edtf) == len("2000-01-01")]
    if genre == "agreement":
        for match in reversed(list(_SIGNED.finditer(text.folded))):
            near = [date for date in stated if match.end() <= date.start <= match.end() + _NEAR]
            if near:
                return near[0].edtf
        stated = [
            date._replace(edtf=date.edtf.split("/")[-1])
            for date in settle(dates, "")
            if len(date.edtf.split("/")[-1]) == len("2000-01-01")
        ]
        head = [date for date in stated if date.start < _HEAD and _adopted(text.folded, date)]
        return head[0].edtf if head else ""
    if not stated:
        stated = [
            date._replace(edtf=date.edtf.rsplit("/", maxsplit=1)[-1])
            for date in settle(dates, "")
            if len(date.edtf.rsplit("/", maxsplit=1)[-1]) == len("2000-01-01")
        ]
    head = [date for date in stated if date.start < _HEAD]
    alone = [date for date in stated if _alone(text.plain, date)]
    for found in (head, alone, stated):
        if found:
            return found[0].edtf
    return ""


def _adopted(folded: str, date: Stated) -> bool:
    return _ADOPTED.search(folded[max(0, date.start - _BEFORE) : date.start]) is not None


def _alone(plain: str, date: Stated) -> bool:
    start = plain.rfind("\n", 0, date.start) + 1
    end = plain.find("\n", date.end)
    return plain[start : date.start].strip() == plain[date.end : end if end >= 0 else None].strip() == ""
