"""Paragraphs, headings and list items of a text, whatever broke its lines.

A line end is a soft break where the sentence plainly runs on, so that the wrapped lines of a PDF
become one paragraph again, and a hard one before a list marker, an article or a heading.
"""

import re
from itertools import pairwise, zip_longest

from tracker.extract.outline import (
    ARTICLE,
    HEADING_LENGTH,
    LINE_ITEM,
    PROMISES,
    SHORT_HEADING,
    Block,
    Piece,
    outlined,
)
from tracker.extract.wrapped import (
    PAGE,
    beneath,
    clause_runs_on,
    counts,
    goes_on_below,
    refers,
    runs_on,
    stands_in_list,
    without_page_numbers,
    wrap_width,
)

_LINE = re.compile(r"[^\n]+")
_ROMAN = re.compile(r"[ivxlcIVXLC]{1,6}")
_MARKER = re.compile(
    r" *(?:(?P<bullet>[-–—•·▪●◦*§✓✔✗→➔➢➤►‣■□▫◆○◎>+\u2460-\u2473\uf0b7\uf0a7\uf0fc\uf0d8])[ \t]*(?=\S)"
    r"|(?P<circle>o)[ \t]+(?=\S)|\[(?P<square>[a-zA-Z]|[ivx]{1,5}|\d{1,2})\][ \t]*(?=\S)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?P<close>°\.|[.)°]|\.\))?(?:(?<=[.)°]) *| +)(?=[^\W\d]|[\"“«(])"
    r"|\(?(?P<letter>[a-zA-Z]|[ivxIVX]{1,6})(?P<end>[.)/]|°\)) *(?=\S)"
    r"|\((?P<digits>\d{1,3})\) *(?=\S))"
)
_INLINE = re.compile(
    r"(?<=[ :;,.])(?:(?<=[:;,] )\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\) *(?=\S)"
    r"|(?<=[a-zà-ÿ][-–—] )\((?:a|i|1)\) *(?=\S)|(?<= [-–—] )\((?:a|i|1)\) *(?=\S)"
    r"|(?<=; and )\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\) *(?=\S)|(?<=; et )\(?(?:[a-z]|[ivx]{1,5}|"
    r"\d{1,2})\) *(?=\S)"
    r"|(?<=\. )\d{1,2}\) *(?=[A-ZÀ-Þ])"
    r"|(?<=[:;,.])\((?:[a-z]|[ivx]{1,5}|\d{1,2})\) *(?=\S))"
)
_TAIL = 8
_FIRST = re.compile(r"[:–—-] ?\(?[ai1]\) *$")
_LETTER = re.compile(r"\(?([a-zA-Z])\) *$")
_SINGLE = re.compile(r"(?<![a-zA-Z])\(?([a-zA-Z])[.)°]+ *$")
_EITHER = frozenset("ivx")
_RUN_IN = re.compile(
    r"(?!(?:The|This|These|Each|Both|Any|All|Every|Either|Neither|No|It|They|He|She|In|At|On|If|We|"
    r"Le|La|Les|Ce|Cette|Ces|Chaque|Tout|Toute|Il|Elle|Ils|Elles|Un|Une|Des|En|Nous|Si|Sont|Est|Aux?)\b|L'|An?\b|Une?\b)"
    r"(?P<title>[A-ZÀ-Þ][^.:;,\n]{2,60})\. (?=[A-ZÀ-Þ])"
)
_RUN_ON = re.compile(
    r"(?=[ACT])(?:(?<=\S )(?=ARTICLE \d{1,3} ?\.? ?[-–—])"
    r"|(?<=[.;:])(?=ARTICLE \d{1,3} ?[:.])"
    r"|(?<=[.;:] )(?=Article \d{1,3} ?\.? ?[-–—] ?[A-ZÀ-Þ])"
    r"|(?<=[.;:] )(?=(?:CHAPTER|CHAPITRE|TITRE) [IVXLC\d]{1,5}\b))"
)
_BULLET = re.compile(r"[-–—•]\s+")
_ALONE = re.compile(r"\s*(?:[-–—•]\s*)?(?P<marker>\(?(?:[a-z]|[ivx]{1,4})\)|\d{1,2}[.)])\s*")
_VERBS = re.compile(PROMISES.pattern + r"|\b(?:is|are|has|have|est|sont|se|ont|a)\b|\bs'")


def blocks(plain: str) -> list[Block]:
    """Cut a normalised text into blocks, in the order of the text."""
    plain = without_page_numbers(plain)
    return outlined(plain, _paragraphs(plain))


def _paragraphs(plain: str) -> list[Piece]:
    pieces: list[Piece] = []
    lines = [
        part
        for match in _LINE.finditer(plain)
        if not match.group().isspace() and not PAGE.fullmatch(match.group().strip())
        for part in _apart(plain, match.start(), match.end())
    ]
    lines = _with_markers(plain, lines)
    width = wrap_width([end - start for start, end in lines])
    for index, (start, end) in enumerate(lines):
        line = plain[start:end]
        body, marker = _marker(line.replace("\n", " "))
        if "\n" in line and (bullet := _BULLET.match(line, body)):
            body = bullet.end()
        last = pieces[-1] if pieces else None
        marker = _as_counted(plain, last, start + body, marker)
        figure = (
            marker in {"(number)", "number"} and last is not None and counts(plain, last.end, start, line)
        )
        if figure:
            body, marker = len(line) - len(line.lstrip()), ""
        article = ARTICLE.match(line.lstrip())
        if article is not None and last is not None and refers(plain, last.end, start, line):
            article, figure = None, True
        if article is not None:
            below = lines[index + 1][0] if index + 1 < len(lines) else -1
            goes_on = below >= 0 and goes_on_below(plain, (start, end), below, width)
            pieces += _article(plain, start, end, article, goes_on=goes_on)
            continue
        if last is not None and not marker and stands_in_list(plain, (last.start, last.end), line, width):
            marker = LINE_ITEM if last.marker == LINE_ITEM or plain[last.end - 1] == ":" else ""
        if (
            last is not None
            and not marker
            and not last.article
            and (
                figure
                or (last.marker and beneath(plain, last.end, start, line))
                or runs_on(plain, last.end, line.lstrip(), width)
                or clause_runs_on(plain, (last.start, last.end), start, line)
            )
            and (plain.count("\n", last.end, start) == 1 or line.lstrip()[0].islower())
        ):
            pieces[-1] = Piece(last.start, start + len(line.rstrip()), last.marker, last.article)
        else:
            pieces += _run_in(plain, start + body, start + len(line.rstrip()), marker)
    pairs = zip_longest(pieces, pieces[1:])
    return [part for piece, after in pairs for part in _inline_items(plain, piece, after)]


def _with_markers(plain: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a marker that stands on a line of its own with the line below it."""
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        alone = joined and _ALONE.fullmatch(plain, *joined[-1])
        if alone and plain.count("\n", joined[-1][1], start) == 1:
            joined[-1] = (alone.start("marker"), end)
        else:
            joined.append((start, end))
    return joined


def _apart(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a line in which further articles begin: "… to it. ARTICLE 20.- This Agreement …"."""
    if "ARTICLE " not in plain[start:end] and "Article " not in plain[start:end]:
        return [(start, end)]
    cuts = [start, *(match.start() for match in _RUN_ON.finditer(plain, start, end)), end]
    return [*pairwise(cuts)]


def _run_in(plain: str, start: int, end: int, marker: str) -> list[Piece]:
    """Cut the heading off "7. Term. This Memorandum …"."""
    match = _RUN_IN.match(plain, start, end) if marker.startswith("number") else None
    if match is None or _VERBS.search(match["title"]) or len(match["title"].split()) > SHORT_HEADING:
        return [Piece(start, end, marker, article=False)]
    return [
        Piece(start, match.end("title"), marker, article=True),
        Piece(match.end(), end, "", article=False),
    ]


def _marker(line: str) -> tuple[int, str]:  # noqa: PLR0911  one line for each sort
    """Give the length of a list marker at the start of a line and its sort."""
    match = _MARKER.match(line)
    if match is None:
        return len(line) - len(line.lstrip()), ""
    if match["circle"] or match["square"]:
        return match.end(), "circle" if match["circle"] else "square"
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


def _as_counted(plain: str, last: Piece | None, start: int, marker: str) -> str:
    """Give the sort of a marker that is a letter or a number by what came before: "(h)", "(i)", "(j)"."""
    if last is None or not last.marker or not marker.startswith(("letter", "roman")):
        return marker
    own, before = (_SINGLE.search(plain, max(0, at - _TAIL), at) for at in (start, last.start))
    if own is None or own[1].lower() not in _EITHER:
        return marker
    end = marker[-1]
    if marker == "roman" + end and before is not None:
        follows = ord(before[1].lower()) + 1 == ord(own[1].lower())
        return "letter" + end if follows else marker
    return last.marker if last.marker == "roman" + end else marker


def _article(plain: str, start: int, end: int, article: re.Match[str], *, goes_on: bool) -> list[Piece]:
    line = plain[start:end]
    begin = start + len(line) - len(line.lstrip())
    after = begin + article.end()
    rest = plain[after:end].strip()
    sentence = goes_on or PROMISES.search(rest)
    if not rest or (len(rest) <= HEADING_LENGTH and rest[-1] not in ".;:," and not sentence):
        return [Piece(begin, start + len(line.rstrip()), "", article=True)]
    if rest[0].islower():
        return [Piece(begin, start + len(line.rstrip()), "", article=False)]
    return [
        Piece(begin, begin + len(article.group().rstrip()), "", article=True),
        Piece(after, start + len(line.rstrip()), "", article=False),
    ]


def _inline_items(plain: str, piece: Piece, following: Piece | None) -> list[Piece]:
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
        opens = next((match for match in found if _is_first(plain, piece, match)), None)
        colon = plain.find(":", piece.start, piece.end)
        first = min(colon if colon >= 0 else piece.end, opens.start() - 1 if opens else piece.end)
        found = [match for match in found if match.start() > first]
        if len(found) < 2:  # noqa: PLR2004  a reference
            return [piece]
    parts = [Piece(piece.start, found[0].start(), piece.marker, piece.article)]
    ends = [match.start() for match in found[1:]] + [piece.end]
    for match, end in zip(found, ends, strict=True):
        sort = same or "inline " + _marker(match.group() + "x")[1]
        parts.append(Piece(match.end(), end, sort, article=False))
    return [part._replace(end=part.start + len(plain[part.start : part.end].rstrip())) for part in parts]


def _is_first(plain: str, piece: Piece, match: re.Match[str]) -> bool:
    """Say whether a marker opens a list: ": (a)"."""
    return _FIRST.search(plain, max(piece.start, match.start() - len(": ")), match.end()) is not None


def _goes_on(plain: str, piece: Piece, match: re.Match[str], following: Piece | None) -> str:
    """Give the sort of marker that a list has on both sides of a break: "shall: (a) meet;", "(b) report"."""
    sort = _marker(match.group() + "x")[1]
    if _is_first(plain, piece, match):
        if following is None or not _follows(plain, match.end(), following.start):
            return ""
        return following.marker if following.marker == sort else ""
    return piece.marker if piece.marker == sort and _follows(plain, piece.start, match.end()) else ""


def _follows(plain: str, place: int, after: int) -> bool:
    """Say whether the letter before ``after`` is the next one to that before ``place``."""
    one, two = (_LETTER.search(plain, max(0, end - _TAIL), end) for end in (place, after))
    return one is not None and two is not None and ord(two[1].lower()) == ord(one[1].lower()) + 1
