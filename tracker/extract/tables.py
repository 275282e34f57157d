"""A table's rows as lines that read on: who does a thing and when stay with it.

In a plan of activities the promise stands in one cell, its bearer and its date in others, and what
these are stands at the head of the column: "- print the manual, responsible: UNICEF, deadline: May 2027".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from tracker.extract.dates import find_dates
from tracker.extract.normalise import fold, normalise
from tracker.extract.outline import PROMISES
from tracker.extract.rules import read_rules

_RHYTHM: Final = re.compile(
    r"\b(?:every|each|annual(?:ly)?|monthly|quarterly|yearly|weekly|ongoing|chaque|tous les|toutes les|"
    r"annuel(?:lement)?|mensuel(?:lement)?|trimestriel(?:lement)?|semestriel(?:lement)?|q[1-4]|t[1-4])\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"[\W_]*(?:\d[\d.]{0,8}|[a-zA-Z])[\W_]*")
_OPENS_SIGNATURE: Final = re.compile(r"(?:for|pour|signed|done|fait|name|nom|signature)\b", re.IGNORECASE)
_SMALL: Final = frozenset(
    ["of", "the", "and", "for", "de", "du", "des", "la", "le", "les", "et", "l'", "&", "/"]
)
_GOES_ON: Final = re.compile(r"\n(?=[a-zà-ÿ])")
_HEAD_WORDS: Final = 5
_BESIDE_WORDS: Final = 12
_HEADED_WORDS: Final = 40
_LEAST = 2
_OWN_WORD = 4


class Cell(NamedTuple):
    """A cell's paragraphs; ``column`` counts from 0.

    One that is ``carried`` goes on from the row above, and has no text of its own.
    """

    paragraphs: tuple[str, ...]
    column: int
    carried: bool = False

    @property
    def text(self) -> str:
        """What stands in it, on one line, without the sign that ends it."""
        return ", ".join(" ".join(one.split()).rstrip(" .;,") for one in self.paragraphs if one.strip())


class Row(NamedTuple):
    """A row's cells; ``heads`` where the document marks it as the head of its columns."""

    cells: tuple[Cell, ...]
    heads: bool = False


def paragraphs_of(rows: Sequence[Row]) -> list[str]:
    """Give a table's text: a row as one item where its cells belong together, else cell by cell.

    The head of the columns goes into the rows, and stands for itself where no row took it up.
    """
    heads: dict[int, str] = {}
    headings: list[Row] = []
    found: list[str] = []
    taken_up = False
    for index, row in enumerate(_filled(rows)):
        begins = len(headings) == index
        if begins and index + 1 < len(rows) and _is_head(row, first=index == 0):
            headings.append(row)
            heads |= {cell.column: cell.text for cell in row.cells if cell.text}
            continue
        joined = _joined(row, heads)
        taken_up = taken_up or (bool(joined) and bool(heads))
        found += joined or _apart(row)
    return found if taken_up else [*(part for row in headings for part in _apart(row)), *found]


def before_columns(text: str) -> str:
    """Give what a row says is to be done, without what it has from other columns."""
    found = _headed().search(fold(normalise(text).plain)) if ": " in text else None
    return text[: found.start()] if found and len(normalise(text).plain) == len(text) else text


@cache
def _headed() -> re.Pattern[str]:
    """Find where a row goes on with another column: ", deadline: "."""
    names = sorted(_names("heads"), key=len, reverse=True)
    return re.compile(rf", (?:{'|'.join(map(re.escape, names))}): ")


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Give the rows with what cells that reach over several of them say in each."""
    above: dict[int, Cell] = {}
    for row in rows:
        cells = tuple(
            above[cell.column]._replace(carried=True) if cell.carried and cell.column in above else cell
            for cell in row.cells
        )
        above |= {cell.column: cell for cell in cells}
        yield row._replace(cells=cells)


def _is_head(row: Row, *, first: bool) -> bool:
    """Say whether a row only names what stands below it."""
    texts = [cell.text for cell in row.cells if cell.text]
    if len(texts) < _LEAST or not all(_is_short(text) for text in texts):
        return False
    return row.heads or (first and any(_plain(text) in _names("heads") for text in texts))


def _plain(text: str) -> str:
    return fold(normalise(text).plain).rstrip(" :")


def _is_short(text: str) -> bool:
    return len(text.split()) <= _HEAD_WORDS and not any(sign.isdigit() for sign in text)


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(read_rules("columns")[table])


def _apart(row: Row) -> list[str]:
    return [part for cell in row.cells if not cell.carried for part in cell.paragraphs if part.strip()]


def _joined(row: Row, heads: dict[int, str]) -> list[str]:
    """Give a row as an item, or as one for each line of what is to be done; nothing for other rows."""
    cells = [cell for cell in row.cells if cell.text]
    if cells and _NUMBER.fullmatch(cells[0].text):
        cells = cells[1:]
    own = [cell for cell in cells if not cell.carried]
    if len(cells) < _LEAST or not own:
        return []
    main = max(own, key=lambda cell: (PROMISES.search(cell.text) is not None, len(cell.text.split())))
    beside = [cell for cell in cells if cell is not main]
    if any(PROMISES.search(cell.text) for cell in beside) or not _belong(main, beside, heads):
        return []
    tail = _tail(beside, heads)
    lines = [line for part in main.paragraphs for line in _GOES_ON.sub(" ", part).split("\n")]
    parts = [" ".join(line.split()).rstrip(" .;,").removeprefix("- ") for line in lines]
    return [] if any(part.endswith(":") for part in parts) else [f"- {part}{tail}." for part in parts if part]


def _belong(main: Cell, beside: Iterable[Cell], heads: dict[int, str]) -> bool:
    """Say whether the cells beside one say who does what it says, or when."""
    if heads:
        return all(len(cell.text.split()) <= _HEADED_WORDS for cell in beside)
    return (
        _says_what(main.text)
        and not _OPENS_SIGNATURE.match(main.text)
        and all(len(cell.text.split()) <= _BESIDE_WORDS and len(cell.paragraphs) == 1 for cell in beside)
        and any(_is_time(cell.text) or _is_name(cell.text) for cell in beside)
    )


def _says_what(text: str) -> bool:
    """Say whether a cell says more than a name, a place and a time: it has a word of its own."""
    text = _RHYTHM.sub(" ", text)
    for dated in reversed(find_dates(normalise(text))):
        text = f"{text[: dated.start]} {text[dated.end :]}"
    return any(word.islower() and word not in _SMALL and len(word) >= _OWN_WORD for word in text.split())


def _is_time(text: str) -> bool:
    if len(text.split()) > _BESIDE_WORDS:
        return False
    return _RHYTHM.search(text) is not None or bool(find_dates(normalise(text)))


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _HEAD_WORDS and all(word[0].isupper() or word in _SMALL for word in words)


def _tail(beside: Iterable[Cell], heads: dict[int, str]) -> str:
    """Say what the other cells have; a date that is a deadline without being called so comes last."""
    said: list[str] = []
    dated: list[str] = []
    for cell in beside:
        head = heads.get(cell.column, "").rstrip(" :")
        if (not head or _plain(head) in _names("dated")) and _is_time(cell.text):
            dated.append(f" ({cell.text})")
        else:
            said.append(f", {_lower(head)}: {cell.text}" if head else f", {cell.text}")
    return "".join((*said, *dated))


def _lower(head: str) -> str:
    """Write the head of a column as it is written within a sentence."""
    inner = head[1:]
    return head.lower() if inner == inner.lower() or head.isupper() else head
