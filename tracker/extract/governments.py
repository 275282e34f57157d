"""Whose government is meant: the one party that is a state, or somebody else's of whom a document speaks."""

from collections.abc import Sequence
from typing import Final

from tracker.extract.wording import Found

GOVERNMENTS: Final = ("government", "gouvernement")
_THE: Final = frozenset(["the", "le", "la", "l'"])
_GOVERNS: Final = frozenset(["of", "de", "du", "d'", "des"])
_EACH: Final = (["each"], ["both"], ["either"], ["chaque"], ["chacun"], ["chacune"])
_HEADS: Final = frozenset(["heads", "head", "chefs", "chef"])
_NEAR: Final = 8


def is_of_another(words: list[str], mention: Found[int], mentions: Sequence[Found[int]], stop: int) -> bool:
    """Say whether a party's "Government" is that of somebody else: "the Government of Sint Maarten"."""
    behind = mention.end
    said = words[max(0, mention.start - _NEAR) : mention.start]
    if words[mention.start] in GOVERNMENTS and not _HEADS.isdisjoint(said):
        return True  # "the Heads of State and Government"
    if words[mention.start] not in GOVERNMENTS or not _is_of(words, behind, stop):
        return False
    near = (other for other in mentions if behind < other.start <= behind + _NEAR)
    return not any(other.label == mention.label for other in near)


def is_anothers(words: list[str], collective: Found[str], stop: int) -> bool:
    """Say whether "the Government", where none of the parties is named, is that of somebody else."""
    end = collective.end
    return words[end - 1] in GOVERNMENTS and words[collective.start] in _THE and _is_of(words, end, stop)


def _is_of(words: list[str], place: int, stop: int) -> bool:
    return place + 1 < stop and words[place] in _GOVERNS and words[place + 1 : place + 2] not in _EACH
