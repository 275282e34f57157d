"""Which line ends mean nothing: those where a text was wrapped to the width of a page."""

import re
from functools import lru_cache
from typing import Final

from tracker.extract.date_forms import MONTHS
from tracker.extract.outline import PROMISES, is_heading

PAGE: Final = re.compile(
    r"[-–—] ?\d{1,3} ?[-–—]|page \d{1,3}(?: (?:of|de|sur|/) \d{1,3})?|\d{1,3} ?/ ?\d{1,3}", re.IGNORECASE
)
_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
_LONGEST_PAGE: Final = len("page 100 sur 100")
_NUMBER: Final = re.compile(r"\d{1,4}")
_COUNTED: Final = re.compile(
    r"(?:st|nd|rd|th|(?:calendar |working |business )?(?:days?|weeks?|months?|years?|hours?)|per ?cent|"
    r"euros?|jours?|semaines?|mois|ans?|années?|heures?|pour cent|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre)\b"
)
_NEEDED: Final = re.compile(r"[^\W\d_]|[\"“«]|\d+(?!\d|[.)°])")
_MARKED: Final = re.compile(r"[a-z]{1,4}[.)]")
_TERMINAL: Final = frozenset(".;:,!?")
_ENDS: Final = _TERMINAL | {""}
_CLOSING: Final = ' "”»'
_SHORTEST = 45
_WIDEST = 120
_UNWRAPPED = 200
_NEVER = 1_000_000
_UNFINISHED: Final = re.compile(
    r"\b(?:of|the|to|and|in|for|by|on|at|an?|with|within|from|until|before|after|than|least|or|this|each|its|their|"
    r"du|des?|les?|la|au|aux|et|en|un|une|pour|par|sur|avec|dans|d'ici|d'|l'|ce|cette|chaque|ses|leurs?)$",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d\b")
_COUNTS: Final = re.compile(r"\((?!1\))\d")


@lru_cache(maxsize=1)
def without_page_numbers(plain: str) -> str:
    """Give a text of the same length, with one line end and blanks for each page number within a sentence."""
    lines = list(_LINE.finditer(plain))
    parts: list[str] = []
    position = 0
    for above, page, below in zip(lines, lines[1:], lines[2:], strict=False):
        if _is_page_number(plain, above, page, below) and _runs_over(plain, above.end(), below.group()):
            parts += (plain[position : above.end()], "\n", " " * (below.start() - above.end() - 1))
            position = below.start()
    return "".join((*parts, plain[position:]))


def _is_page_number(plain: str, above: re.Match[str], page: re.Match[str], below: re.Match[str]) -> bool:
    """Say whether a line is nothing but the number of a page.

    A bare one has an empty line beside it, or stands below a line so long that it was not wrapped there.
    """
    if page.end() - page.start() > _LONGEST_PAGE:
        return False
    if PAGE.fullmatch(page.group()):
        return True
    if not _NUMBER.fullmatch(page.group()):
        return False
    if _COUNTED.match(below.group()) and not above.group()[-1].isdigit():
        return False
    beside = max(plain.count("\n", above.end(), page.start()), plain.count("\n", page.end(), below.start()))
    return beside > 1 or above.end() - above.start() >= _SHORTEST


def _runs_over(plain: str, end: int, below: str) -> bool:
    """Say whether the sentence that breaks off at ``end`` plainly goes on with the line of the next page."""
    if (plain[end - 1] in _TERMINAL and plain[end - 1] != ",") or _MARKED.match(below):
        return False
    if below[0].islower() or (plain[end - 1].isdigit() and _COUNTED.match(below)):
        return True
    return _unfinished(plain, end) and _NEEDED.match(below) is not None


def wrap_width(widths: list[int]) -> int:
    """Give how long a line is at least that was wrapped; in a text of unwrapped paragraphs none is."""
    usual = sorted(widths)[len(widths) * 9 // 10] if widths else 0
    if usual > _UNWRAPPED:
        return _NEVER
    return max(_SHORTEST, min(_WIDEST, usual) * 2 // 3)


def runs_on(plain: str, end: int, line: str, width: int) -> bool:
    """Say whether a line, without the blanks before it, runs on from the paragraph that ends at ``end``."""
    length = end - plain.rfind("\n", 0, end) - 1
    full = 4 * length >= 5 * width
    if plain[end - 1] == ",":
        return line[0].islower() or full
    if plain[end - 1] == ";":
        return line[0].islower() and full
    if plain[end - 1] in _TERMINAL:
        return False
    return line[0].islower() or length >= width


def clause_runs_on(plain: str, last: tuple[int, int], start: int, line: str) -> bool:
    """Say whether a line right below a clause without its full stop goes on with it, however wide lines are.

    The clause ends in a word that needs another, or promises something; and the first word of the line
    had no room above: else it is no line end of wrapping.
    """
    begin, end = last
    line = line.strip()
    if _YEAR.match(line) and plain[begin:end].rsplit(None, 1)[-1].lower() in MONTHS:
        return plain.count("\n", end, start) == 1
    above = plain[max(begin, plain.rfind("\n", begin, end) + 1) : end]
    if plain.count("\n", end, start) != 1 or above.rstrip(_CLOSING)[-1:] in _ENDS or above.isupper():
        return False
    if len(above) + 1 + len(line.split(None, 1)[0]) < len(line):
        return False
    if _unfinished(plain, end):
        return True
    own = PROMISES.search(line) or (len(line) < _SHORTEST and is_heading(line))
    return len(above) >= _SHORTEST and not own and PROMISES.search(plain, begin, end) is not None


def refers(plain: str, end: int, start: int, line: str) -> bool:
    """Say whether a line that begins as a heading goes on with the one above: "named in / Article 6"."""
    if plain.count("\n", end, start) != 1:
        return False
    return _unfinished(plain, end) or (plain[end - 1] not in _TERMINAL and line.lstrip()[0].islower())


def stands_in_list(plain: str, last: tuple[int, int], line: str, width: int) -> bool:
    """Say whether a line in small letters may be an item: behind a colon, or behind one that was not full."""
    start, end = last
    if not line.lstrip()[0].islower() or plain[end - 1] in {",", ";"}:
        return False
    return plain[end - 1] == ":" or end - max(plain.rfind("\n", start, end) + 1, start) < width


def goes_on_below(plain: str, line: tuple[int, int], following: int, width: int) -> bool:
    """Say whether the line right below, at ``following``, goes on with a ``line``."""
    start, end = line
    below = plain[following : following + _SHORTEST].lstrip(" ")
    return plain.count("\n", end, following) == 1 and (
        below[:1].islower()
        or _COUNTS.match(below) is not None
        or _unfinished(plain, end)
        or (4 * (end - start) >= 5 * width and plain[end - 1] not in _TERMINAL)
    )


def counts(plain: str, end: int, start: int, line: str) -> bool:
    """Say whether a number that opens a line counts something: "by / 31 March", "six / (6) years"."""
    if plain[end - 1] in _TERMINAL or plain.count("\n", end, start) != 1:
        return False
    line = line.lstrip()
    after = line.split(" ", 1)[-1].lstrip()
    return (after[:1].islower() or _unfinished(plain, end)) and not line.startswith(("(1)", "1 "))


def beneath(plain: str, end: int, start: int, line: str) -> bool:
    """Say whether a line stands indented right below a list item, as its further text."""
    return line.startswith("  ") and plain.count("\n", end, start) == 1


def _unfinished(plain: str, end: int) -> bool:
    if not plain[end - 1].isalpha() and plain[end - 1] != "'":
        return False
    return _UNFINISHED.search(plain, max(0, end - _SHORTEST), end) is not None
