"""Each paragraph on one line: once the layout is known, where its lines were broken means nothing."""

import re
from typing import Final

from tracker.extract.normalise import Normalised, with_blanks
from tracker.extract.outline import Block
from tracker.extract.wrapped import without_page_numbers

_GAP: Final = re.compile(r"\s(?:(?<=\n)\s*|(?=\s)(?:\s*\n\s*|(?<= ) +))")


def on_one_line(text: Normalised, found: list[Block]) -> tuple[Normalised, list[Block]]:
    """Give a text with one blank for each line end within a block, and the blocks where they are then.

    A page number within a sentence goes with the line ends around it.
    """
    plain = without_page_numbers(text.plain)
    gaps: list[tuple[int, int]] = []
    moved = 0
    blocks = []
    for block in found:
        start = block.start - moved
        line = plain[block.start : block.end]
        for match in _GAP.finditer(line) if "\n" in line or "  " in line else ():
            gaps.append((block.start + match.start(), block.start + match.end()))
            moved += match.end() - match.start() - 1
        blocks.append(Block(start, block.end - moved, *block[2:]))
    return with_blanks(text, gaps), blocks
