"""Paragraphs, headings and list items of a text, whatever broke its lines.

A line end is a soft break where the sentence plainly runs on, so that the wrapped lines of a PDF
become one paragraph again, and a hard one before a list marker, an article or a heading.
"""

import re
from itertools import zip_longest
from typing import NamedTuple

from tracker.extract.wrapped import (
    beneath,
    counts,
    goes_on_below,
    refers,
    runs_on,
    stands_in_list,
    wrap_width,
)

_LINE = re.compile(r"[^\n]+")
_ARTICLE = re.compile(
    r"(?:#{1,6} *)?(?:\*\*)?(?:article|art\.|section|clause|chapter|chapitre|titre|part|partie|paragraph)\s+"
    r"(?:\d{1,3}(?:\.\d{1,2})?|[IVXLC]{1,6}|premier|première|1er|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:er|ère)?\b[ .:)\-–—*]{0,6}",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"(?:#{1,6} *)?(?:annexe?|appendix|appendice|schedule|protocole?)\b[^\n]{0,60}$", re.IGNORECASE
)
_ROMAN = re.compile(r"[ivxlcIVXLC]{1,6}")
_MARKER = re.compile(
    r" *(?:(?P<bullet>[-–—•·▪●◦*§\uf0b7\uf0a7])[ \t]*(?=\S)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?P<close>[.)°]|\.\))?(?:(?<=[.)°]) *| +)(?=[^\W\d]|[\"“«(])"
    r"|\(?(?P<letter>[a-zA-Z]|[ivxIVX]{1,6})(?P<end>[.)]|°\)) *(?=\S)"
    r"|\((?P<digits>\d{1,3})\) *(?=\S))"
)
_INLINE = re.compile(
    r"(?<=[:;,] )\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\) *(?=\S)"
    r"|(?<=[a-zà-ÿ][-–—] )\((?:a|i|1)\) *(?=\S)|(?<= [-–—] )\((?:a|i|1)\) *(?=\S)"
    r"|(?<=; and )\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\) *(?=\S)|(?<=; et )\(?(?:[a-z]|[ivx]{1,5}|"
    r"\d{1,2})\) *(?=\S)"
    r"|(?<=[:;,.])\((?:[a-z]|[ivx]{1,5}|\d{1,2})\) *(?=\S)"
)
_FIRST = re.compile(r"[:–—-] ?\(?[ai1]\) *$")
_LETTER = re.compile(r"\(?([a-zA-Z])\) *$")
_PAGE = re.compile(
    r"\s*(?:[-–—] ?\d{1,3} ?[-–—]|page \d{1,3}(?: (?:of|de|sur|/) \d{1,3})?|\d{1,3} ?/ ?\d{1,3})\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
_RUN_IN = re.compile(
    r"(?!(?:The|This|These|Each|Both|Any|All|Every|Either|Neither|No|It|They|He|She|In|At|On|If|We|"
    r"Le|La|Les|Ce|Cette|Ces|Chaque|Tout|Toute|Il|Elle|Ils|Elles|Un|Une|Des|En|Nous|Si|Sont|Est|Aux?)\b|L'|An?\b|Une?\b)"
    r"(?P<title>[A-ZÀ-Þ][^.:;,\n]{2,60})\. (?=[A-ZÀ-Þ])"
)
_PROMISES = re.compile(r"\b(?:shall|will|may|must|agrees?|undertakes?|doi(?:t|vent)|\w+er(?:a|ont))\b")
_VERBS = re.compile(_PROMISES.pattern + r"|\b(?:is|are|has|have|est|sont|se|ont|a)\b|\bs'")
_SHORTEST_CAPITALS = 4
_SHORT_HEADING = 7
_HEADING_WORDS = 14
_HEADING_LENGTH = 110
_TAIL = 8
_CLOSED = "closed"
_LINE_ITEM = "line"
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


class _Piece(NamedTuple):
    start: int
    end: int
    marker: str
    article: bool


def blocks(plain: str) -> list[Block]:
    """Cut a normalised text into blocks, in the order of the text."""
    return _lists(plain, _paragraphs(plain))


def _paragraphs(plain: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    lines = [
        (match.start(), match.end())
        for match in _LINE.finditer(plain)
        if not match.group().isspace() and not _PAGE.match(match.group())
    ]
    width = wrap_width([end - start for start, end in lines])
    for index, (start, end) in enumerate(lines):
        line = plain[start:end]
        body, marker = _marker(line)
        last = pieces[-1] if pieces else None
        figure = (
            marker in {"(number)", "number"} and last is not None and counts(plain, last.end, start, line)
        )
        if figure:
            body, marker = len(line) - len(line.lstrip()), ""
        article = _ARTICLE.match(line.lstrip())
        if article is not None and last is not None and refers(plain, last.end, start, line):
            article, figure = None, True
        if article is not None:
            below = lines[index + 1][0] if index + 1 < len(lines) else -1
            goes_on = below >= 0 and goes_on_below(plain, (start, end), below, width)
            pieces += _article(plain, start, end, article, goes_on=goes_on)
            continue
        if last is not None and not marker and stands_in_list(plain, (last.start, last.end), line, width):
            marker = _LINE_ITEM if last.marker == _LINE_ITEM or plain[last.end - 1] == ":" else ""
        if (
            last is not None
            and not marker
            and not last.article
            and (
                figure
                or (last.marker and beneath(plain, last.end, start, line))
                or runs_on(plain, last.end, line.lstrip(), width)
            )
            and (plain.count("\n", last.end, start) == 1 or line.lstrip()[0].islower())
        ):
            pieces[-1] = _Piece(last.start, start + len(line.rstrip()), last.marker, last.article)
        else:
            pieces += _run_in(plain, start + body, start + len(line.rstrip()), marker)
    pairs = zip_longest(pieces, pieces[1:])
    return [part for piece, after in pairs for part in _inline_items(plain, piece, after)]


def _run_in(plain: str, start: int, end: int, marker: str) -> list[_Piece]:
    """Cut the heading off "7. Term. This Memorandum …"."""
    match = _RUN_IN.match(plain, start, end) if marker.startswith("number") else None
    if match is None or _VERBS.search(match["title"]) or len(match["title"].split()) > _SHORT_HEADING:
        return [_Piece(start, end, marker, article=False)]
    return [
        _Piece(start, match.end("title"), marker, article=True),
        _Piece(match.end(), end, "", article=False),
    ]


def _marker(line: str) -> tuple[int, str]:  # noqa: PLR0911  one line for each sort
    """Give the length of a list marker at the start of a line and its sort."""
    match = _MARKER.match(line)
    if match is None:
        return len(line) - len(line.lstrip()), ""
    if match["bullet"]:
        if match["bullet"] == "*" and line.lstrip().startswith("**"):
            return len(line) - len(line.lstrip()), ""
        return match.end(), "bullet"
    if match["number"]:
        return match.end(), "number" + (match["close"] or "") + ">" * match["number"].count(".")
    if match["digits"]:
        return match.end(), "(number)"
    letter = match["letter"]
    if match["end"] == "." and (letter.isupper() or not line[match.end() - 1 : match.end()].isspace()):
        # "J. Doe" is a name and "c.Organization" a heading that lost its blank.
        return (0, "") if letter.isupper() and not _ROMAN.fullmatch(letter) else (match.end(), "letter.")
    sort = "roman" if _ROMAN.fullmatch(letter) and (len(letter) > 1 or letter in "iI") else "letter"
    return match.end(), sort + match["end"]


def _article(plain: str, start: int, end: int, article: re.Match[str], *, goes_on: bool) -> list[_Piece]:
    line = plain[start:end]
    begin = start + len(line) - len(line.lstrip())
    after = begin + article.end()
    rest = plain[after:end].strip()
    sentence = goes_on or _PROMISES.search(rest)
    if not rest or (len(rest) <= _HEADING_LENGTH and rest[-1] not in ".;:," and not sentence):
        return [_Piece(begin, start + len(line.rstrip()), "", article=True)]
    if rest[0].islower():
        return [_Piece(begin, start + len(line.rstrip()), "", article=False)]
    return [
        _Piece(begin, begin + len(article.group().rstrip()), "", article=True),
        _Piece(after, start + len(line.rstrip()), "", article=False),
    ]


def _inline_items(plain: str, piece: _Piece, following: _Piece | None) -> list[_Piece]:
    """Cut "shall: (a) meet; (b) report" into a lead-in and its items.

    One marker alone is a reference such as "see b)", unless the list goes on in the next paragraph or
    came from the one before.
    """
    marked = ")" in plain[piece.start : piece.end]
    found = list(_INLINE.finditer(plain, piece.start, piece.end)) if marked else []
    if not found:
        return [piece]
    same = _goes_on(plain, piece, found[0], following)
    if not same:
        opens = next((match for match in found if _FIRST.search(plain, piece.start, match.end())), None)
        colon = plain.find(":", piece.start, piece.end)
        first = min(colon if colon >= 0 else piece.end, opens.start() - 1 if opens else piece.end)
        found = [match for match in found if match.start() > first]
        if len(found) < 2:  # noqa: PLR2004  a reference
            return [piece]
    parts = [_Piece(piece.start, found[0].start(), piece.marker, piece.article)]
    ends = [match.start() for match in found[1:]] + [piece.end]
    for match, end in zip(found, ends, strict=True):
        sort = same or "inline " + _marker(match.group() + "x")[1]
        parts.append(_Piece(match.end(), end, sort, article=False))
    return [part._replace(end=part.start + len(plain[part.start : part.end].rstrip())) for part in parts]


def _goes_on(plain: str, piece: _Piece, match: re.Match[str], following: _Piece | None) -> str:
    """Give the sort of marker that a list has on both sides of a break: "shall: (a) meet;", "(b) report"."""
    sort = _marker(match.group() + "x")[1]
    if _FIRST.search(plain, piece.start, match.end()):
        if following is None or not _follows(plain, match.end(), following.start):
            return ""
        return following.marker if following.marker == sort else ""
    return piece.marker if piece.marker == sort and _follows(plain, piece.start, match.end()) else ""


def _follows(plain: str, place: int, after: int) -> bool:
    """Say whether the letter before ``after`` is the next one to that before ``place``."""
    one, two = (_LETTER.search(plain, max(0, end - _TAIL), end) for end in (place, after))
    return one is not None and two is not None and ord(two[1].lower()) == ord(one[1].lower()) + 1


def is_heading(text: str) -> bool:
    """Say whether a paragraph of its own looks like a heading."""
    text = text.strip("*# ").rstrip(_QUOTE_CLOSE)
    if not text or len(text) > _HEADING_LENGTH or text[-1] in ".;,!?" or text[0] in _QUOTE_OPEN:
        return False
    return len(text.split()) <= _HEADING_WORDS and not text[0].islower()


def _numbered_heading(plain: str, piece: _Piece, following: _Piece | None, *, led: bool) -> bool:
    """Say whether "1.1 Political dialogue" stands over what follows and is no item itself."""
    text = plain[piece.start : piece.end]
    if not piece.marker.startswith("number") or not is_heading(text) or _PROMISES.search(text):
        return False
    if text.isupper() and len(text) > _SHORTEST_CAPITALS:
        return True
    number = _number(plain, piece)
    deeper = following is not None and _number(plain, following).startswith(number.rstrip(".") + ".")
    if deeper and number:
        return True
    unmarked = following is not None and (not following.marker or following.marker.startswith("letter"))
    return unmarked and not led and len(text.split()) <= _SHORT_HEADING


def _number(plain: str, piece: _Piece) -> str:
    """Give the number that a piece had as its marker, such as "1.1"."""
    before = plain[max(0, piece.start - 16) : piece.start].rsplit("\n", 1)[-1]
    match = _NUMBER.search(before)
    return match.group() if match else ""


def _lists(plain: str, pieces: list[_Piece]) -> list[Block]:
    """Give each list item the block that leads into it."""
    found: list[Block] = []
    stack: list[tuple[int, str]] = []
    title = ""
    for index, piece in enumerate(pieces):
        text = plain[piece.start : piece.end]
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        opens = _opens_list(text, piece, following)
        heading = not opens and (
            piece.article
            or _ANNEX.match(text) is not None
            or (not piece.marker and not stack and is_heading(text))
            or _numbered_heading(plain, piece, following, led=bool(stack))
        )
        if heading:
            title = _title(found, title, text, piece)
            stack.clear()
        lead = -1
        while stack and not heading:
            lead, sort = stack[-1]
            closes = sort == "" and index > lead + 1 and _bare_item(_tail(plain, pieces[index - 1]))
            if sort in {"", piece.marker} and (piece.marker or _bare_item(text) or closes):
                stack[-1] = (lead, piece.marker or (_CLOSED if closes and not _bare_item(text) else ""))
                break
            stack.pop()
            lead = -1
        found.append(Block(piece.start, piece.end, piece.marker, title, heading, lead))
        if opens:
            stack.append((index, ""))
    return found


def _tail(plain: str, piece: _Piece) -> str:
    return plain[max(0, piece.end - _TAIL) : piece.end]


def _opens_list(text: str, piece: _Piece, following: _Piece | None) -> bool:
    if following is None or following.article:
        return False
    if text.endswith((":", ": -", ":-", ":–", ":—")):
        return True
    new_sort = following.marker not in {"", piece.marker}
    return new_sort and not following.marker.startswith("number") and text[-1:] not in ".;,!?"


def _bare_item(text: str) -> bool:
    """Say whether a paragraph without a marker can still be an item of the list before it."""
    return text.endswith((";", ",", "; and", "; et", "; or", "; ou")) or text[0].islower()


def _title(found: list[Block], title: str, text: str, piece: _Piece) -> str:
    """Join an article's number with the heading on the next line."""
    if found and found[-1].heading and not piece.article and _ARTICLE.match(title) is not None:
        return f"{title} {text}"
    return text
