"""What all the parties are called, where they are many or none is named: "the Participants"."""

from collections import Counter
from typing import Final

from tracker.extract.patterns import Pattern

_CALLED: Final = Pattern(
    r"\b(?:[Tt]he|[Ee]ach|[Bb]y|[Nn]o|[Aa]ny|[Aa]ll|[Ll]es|[Dd]es|[Aa]ux|[Cc]haque|[Tt]out) "
    r"(?P<name>Contracting (?:Parties|Party|States?|Governments?)|[Pp]articipating Governments?|"
    r"High Contracting Parties|Member (?:States?|Nations?)|[Cc]ontracting Nations?|States? Part(?:ies|y)|"
    r"Participating States?|Part(?:ies|y)|Participants?|Signator(?:ies|y)|Partners?|Members?|"
    r"Hautes Parties contractantes|Parties? [Cc]ontractantes?|[ÉE]tats? [Cc]ontractants?|"
    r"Gouvernements? [Cc]ontractants?|Parties?|[ÉE]tats? [Mm]embres?|"
    r"[ÉE]tats? [Pp]arties|Signataires?|Partenaires?|Membres?)\b"
)
_MANY: Final = 6
_TWICE: Final = 2


def called_together(plain: str, parties: int) -> str:
    """Give the plural that the document uses most, or ``""``.

    ``parties`` is how many are named: where it is a few, they go by their own names; where it is
    many, the plural is theirs if the document says it twice.
    """
    if 0 < parties < _MANY:
        return ""
    counts = Counter(_plural(match["name"]) for match in _CALLED.finditer(plain))
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= (_TWICE if parties else 1) else ""


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    words = name.split()
    return " ".join(word if word.endswith(("s", "ing", "ies")) else f"{word}s" for word in words)
