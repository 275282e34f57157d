"""What is put aside between two commas: "shall, where useful, meet", ", within its means, sends experts"."""

from collections.abc import Sequence
from typing import Final

_COMMA: Final = ","
_LONGEST: Final = 12


def behind_aside(words: Sequence[str], place: int, stop: int, longest: int = _LONGEST) -> int:
    """Give the word behind an aside that opens with the comma at ``place``; ``place`` without one.

    It is closed within ``longest`` words, and something follows it before ``stop``.
    """
    if place >= stop or words[place] != _COMMA:
        return place
    near = range(place + 1, min(stop - 1, place + longest))
    return next((at + 1 for at in near if words[at] == _COMMA), place)
