"""A brief made to fit: as much of its lists as one A4 page takes, those first that weigh most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tracker.core.brief import Brief, Key
from tracker.views import brief as words
from tracker.views.report.as_plain import WIDTH, rendered
from tracker.views.report.page import Block, Group, Page
from tracker.views.report.words import END, ISOLATE
from tracker.views.wording import Wording

LINES: Final = 66
"""Lines of plain text that an A4 page takes."""
_PRINTED: Final = 90
"""Signs that a line of the printed page takes."""
_MOST: Final = 8
"""So many of a list are shown at most."""
_UNDATED: Final = ("waiting", "going_on", "silent")
_BY_WEIGHT: Final = (
    *("late", "unheard", "aims", "next", "postponed", "disputed", "agreements", "kept"),
    *_UNDATED,
)
"""Which list gets the next line of a page that can't take all."""
_TURNS: Final = {"late": -2, "unheard": -2, **dict.fromkeys(_UNDATED, 4)}
"""By how many turns a list grows later than the others."""
_AT_FIRST: Final = frozenset(_BY_WEIGHT) - {"agreements", *_UNDATED}
"""The lists of which a page has one at least."""

_LONGEST: Final = 90
"""Signs of a title, where there is room for one of each list only."""
_MARK: Final = "\u200f"


def page(brief: Brief, wording: Wording) -> Page:
    """Put a brief into words, with as much of its lists as one A4 page takes.

    Where that is not all, each list gets one more in turn, while the page takes it.
    """
    totals = {key: min(total, _MOST) for key, total in brief.lists.items()}
    whole = words.page(brief, wording, totals)
    if _fits(whole):
        return whole
    taken = {key: 1 if key[1] in _AT_FIRST else 0 for key in totals}
    made = words.page(brief, wording, taken)
    if not _fits(made):
        return made if len(list(text(made))) <= LINES else _cut(made)
    full: set[Key] = set()
    for _, key, count in sorted(_steps(taken, totals)):
        if key in full:
            continue
        more = words.page(brief, wording, {**taken, key: count})
        if _fits(more):
            made, taken[key] = more, count
        else:
            full.add(key)
    return made


def _steps(taken: Mapping[Key, int], totals: Mapping[Key, int]) -> Iterator[tuple[tuple[int, int], Key, int]]:
    """Give what each list may grow to, one by one, behind the turn at which it does."""
    for key, total in totals.items():
        _, name = key
        for count in range(taken[key] + 1, total + 1):
            yield (count + _TURNS.get(name, 0), _BY_WEIGHT.index(name)), key, count


def _fits(page: Page) -> bool:
    """Say whether it takes one page as text, and printed, where lines are longer and headings stand apart."""
    return all(len(list(lines)) <= LINES for lines in (text(page), _closed_up(page, _PRINTED, blank=1)))


def text(page: Page, columns: int = WIDTH) -> Iterator[str]:
    """Give the page as lines, its lists close together; closer where it would be longer than A4."""
    lines = list(_closed_up(page, columns, blank=1))
    yield from lines if len(lines) <= LINES else _closed_up(page, columns, blank=2)


def _closed_up(page: Page, columns: int, blank: int) -> Iterator[str]:
    """Keep an empty line before what isn't an item, where there are at least so many of them."""
    empty = 0
    for line in rendered(page, columns):
        if not line:
            empty += 1
            continue
        if empty >= blank and not line.lstrip(_MARK).startswith(("- ", "  ")):
            yield ""
        empty = 0
        yield line


def _cut(page: Page) -> Page:
    """Cut titles that are longer than a line or two, where nothing else can be left out."""
    sections = (
        section._replace(blocks=tuple(_with_short_titles(block) for block in section.blocks))
        for section in page.sections
    )
    return page._replace(sections=tuple(sections))


def _with_short_titles(block: Block) -> Block:
    if not isinstance(block, Group):
        return block
    return block._replace(items=tuple(item._replace(title=_short(item.title)) for item in block.items))


def _short(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rstrip() + "…" + (END if title.startswith(ISOLATE) else "")
