"""What stands over what: headings above articles, lead-ins above the items of their lists."""

import re
from typing import NamedTuple

ARTICLE = re.compile(
    r"(?:#{1,6} *)?(?:\*\*)?(?:article|art\.|section|clause|chapter|chapitre|titre|part|partie|paragraph)\s+"
    r"(?:\d{1,3}(?:\.\d{1,2})?|[IVXLC]{1,6}|premier|première|1er|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:er|ère)?\b[ .:)\-–—*]{0,6}",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"(?:#{1,6} *)?(?:annexe?|appendix|appendice|schedule|protocole?)\b[^\n]{0,60}$", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
PROMISES = re.compile(r"\b(?:shall|will|may|must|agrees?|undertakes?|doi(?:t|vent)|\w+[eidtuv]r(?:a|ont))\b")
_FOLLOWING = re.compile(r"\b(?:following|suivante?s)\b", re.IGNORECASE)
_NEAR_END = 60
_NEAR_LEAD = 120
_DEADLINE = re.compile(
    r"\b(?:by|before|until|than|within|avant|d'ici|au plus tard|jusqu'au?|dans les)\b.{0,30}"
    r"\b(?:\d{4}|days|weeks|months|jours|semaines|mois)\b"
)
_SHORTEST_CAPITALS = 4
SHORT_HEADING = 7
_HEADING_WORDS = 14
HEADING_LENGTH = 110
_TAIL = 8
_ENDS = ".;,!?"
_CLOSED = "closed"
_SENTENCE = "sentence"
LINE_ITEM = "line"
_QUOTE_CLOSE = "\"”»' "
_QUOTE_OPEN = "\"“«'("


class Block(NamedTuple):
    """A paragraph or list item: ``[start, end)`` of the normalised text, without its marker.

    ``marker`` is the sort of marker it had (``""`` for none), ``title`` the article or heading it
    stands under, ``lead`` the index of the block whose list it belongs to, or -1.
    """

    start: int
    end: int
    marker: str
    title: str
    heading: bool
    lead: int


class Piece(NamedTuple):
    """A paragraph of which it is not known yet what it stands under; an ``article`` heads what follows."""

    start: int
    end: int
    marker: str
    article: bool


def is_heading(text: str) -> bool:
    """Say whether a paragraph of its own looks like a heading."""
    text = text.strip("*# ").rstrip(_QUOTE_CLOSE)
    if not text or len(text) > HEADING_LENGTH or text[-1] in f"{_ENDS}|" or text[0] in _QUOTE_OPEN:
        return False
    return len(text.split()) <= _HEADING_WORDS and not text[0].islower()


def _promises(text: str) -> bool:
    """Say whether a paragraph binds somebody: no heading but one in capitals, or over a list, does.

    The headlines of news agree: "Two ministries agree on school meals".
    """
    if text.isupper() or text[-1] == ":":
        return False
    if _DEADLINE.search(text):
        return True
    return any(not match.group().startswith("agree") for match in PROMISES.finditer(text))


def _numbered_heading(plain: str, piece: Piece, following: Piece | None, *, led: bool) -> bool:
    """Say whether "1.1 Political dialogue" stands over what follows and is no item itself."""
    text = plain[piece.start : piece.end]
    if not piece.marker.startswith("number") or not is_heading(text) or PROMISES.search(text):
        return False
    if text.isupper() and len(text) > _SHORTEST_CAPITALS:
        return True
    number = number_of(plain, piece)
    deeper = following is not None and number_of(plain, following).startswith(number.rstrip(".") + ".")
    if deeper and number:
        return True
    unmarked = following is not None and (not following.marker or following.marker.startswith("letter"))
    return unmarked and not led and len(text.split()) <= SHORT_HEADING


def number_of(plain: str, piece: Piece) -> str:
    """Give the number that a piece had as its marker, such as "1.1"."""
    before = plain[max(0, piece.start - 16) : piece.start].rstrip().rsplit("\n", 1)[-1]
    match = _NUMBER.search(before)
    return match.group() if match else ""


def outlined(plain: str, pieces: list[Piece]) -> list[Block]:
    """Give each list item the block that leads into it."""
    found: list[Block] = []
    stack: list[tuple[int, str]] = []
    title = ""
    for index, piece in enumerate(pieces):
        text = plain[piece.start : piece.end]
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        opens = _opens_list(plain, piece, following)
        heading = not opens and (
            piece.article
            or _ANNEX.match(text) is not None
            or (not piece.marker and not stack and is_heading(text) and not _promises(text))
            or _numbered_heading(plain, piece, following, led=bool(stack))
        )
        if heading:
            title = _title(found, title, text, piece)
            stack.clear()
        lead = -1
        while stack and not heading:
            lead, sort = stack[-1]
            goes_on = _goes_on(plain, pieces, index, lead, sort)
            if goes_on is not None:
                stack[-1] = (lead, goes_on)
                break
            stack.pop()
            lead = -1
        found.append(Block(piece.start, piece.end, piece.marker, title, heading, lead))
        if opens:
            stack.append((index, ""))
    return found


def _goes_on(plain: str, pieces: list[Piece], index: int, lead: int, sort: str) -> str | None:
    """Give the sort of marker that a list has when a piece is its next item; None if the piece is none."""
    piece = pieces[index]
    if piece.marker:
        return piece.marker if sort in {"", piece.marker} else None
    text = plain[piece.start : piece.end]
    if sort not in {"", LINE_ITEM, _SENTENCE}:
        lost = index + 1 < len(pieces) and pieces[index + 1].marker == sort and _bare_item(text)
        return sort if lost else None
    if sort == _SENTENCE or (index == lead + 1 and _names_items(plain, pieces[lead])):
        return _SENTENCE if _may_be_named(text) else None
    if _bare_item(text):
        return sort
    return _CLOSED if index > lead + 1 and _bare_item(_tail(plain, pieces[index - 1])) else None


def _names_items(plain: str, piece: Piece) -> bool:
    """Say whether a lead-in announces what follows without saying it: "the following activities:"."""
    text = plain[max(piece.start, piece.end - _NEAR_LEAD) : piece.end]
    return text.endswith(":") and _FOLLOWING.search(text) is not None


def _may_be_named(text: str) -> bool:
    """Say whether a paragraph can be an item of a list without markers: it ends, and binds nobody itself."""
    return text.endswith((".", ";", ",")) and PROMISES.search(text) is None


def _opens_list(plain: str, piece: Piece, following: Piece | None) -> bool:
    if following is None or following.article:
        return False
    text = plain[piece.start : piece.end]
    if text.endswith((":", ": -", ":-", ":–", ":—")):
        return True
    if following.marker in {"", piece.marker}:
        return False
    if following.marker.startswith("number"):
        first = number_of(plain, following).rstrip(".") == "1" and plain[following.start].islower()
        return first and not piece.article and text[-1] not in _ENDS
    return text[-1:] not in _ENDS or (
        text[-1] in ";." and _FOLLOWING.search(text, max(0, len(text) - _NEAR_END)) is not None
    )


def _bare_item(text: str) -> bool:
    """Say whether a paragraph without a marker can still be an item of the list before it."""
    return text.endswith((";", ",", "; and", "; et", "; or", "; ou")) or text[0].islower()


def _title(found: list[Block], title: str, text: str, piece: Piece) -> str:
    """Join an article's number with the heading on the next line."""
    joins = found and found[-1].heading and not piece.article and len(title) <= 2 * HEADING_LENGTH
    if joins and ARTICLE.match(title) is not None:
        return f"{title} {text}"
    return text


def _tail(plain: str, piece: Piece) -> str:
    return plain[max(0, piece.end - _TAIL) : piece.end]
