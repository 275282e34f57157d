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
MANY = 6
"""So many parties go by what they are called together, where the document has a word for them."""


def unnamed(plain: str, least: int = 1) -> str:
    """Give the plural that the document uses most, or ``""`` where it uses none so often."""
    counts = Counter(_plural(match["name"]) for match in _CALLED.finditer(plain))
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= least else ""


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    words = name.split()
    return " ".join(word if word.endswith(("s", "ing", "ies")) else f"{word}s" for word in words)
