"""Whether a sentence is about this text or about another: "the Agreement of 12 March 2020 expires on …"."""

import re
from typing import Final

from tracker.extract.patterns import Pattern

_NOUN: Final = (
    r"(?:agreements?|memorand\w+|mous?|protocols?|conventions?|treat(?:y|ies)|arrangements?|contracts?|"
    r"charters?|compacts?|pacts?|covenants?|statutes?|statements?|declarations?|plans?|programmes?|frameworks?|"
    r"letters?|notes?|communications?|decisions?|resolutions?|invitations?|instruments?|texts?|documents?|understandings?|exchanges?|partnerships?|cooperation|strategy|"
    r"accords?|protocoles?|ententes?|contrats?|chartes?|lettres?|echanges?|avenants?|traites?|"
    r"declarations?|programmes?|cadres?|partenariats?|constitutions?|acts?|rules|regulations|schemes?|reglements?|textes?|pactes?|statuts?)"
)
INSTRUMENT: Final = re.compile(rf"\b{_NOUN}(?:(?: of| de| for)? (?:d')?{_NOUN})*\b")
"""A noun for a text, or several that are one: "memorandum of understanding", "protocole d'accord"."""

# "of this Memorandum" is no subject: "upon signature of this Memorandum, the Agreement of 2020 …".
_THIS: Final = Pattern(
    r"(?=[tlc])(?<!\bof )(?<!\bwith )(?<!\bunder )(?<!\bto )(?<!\bby )(?<!\bin )(?<!\bd')(?<!\bde )"
    r"(?<!\bpar )(?<!\bavec )(?<!\ba )(?<!\bdans )\b(?:this|these|the present|le present|la presente|"
    r"les presente?s|cet|cette|ce) \w",
    ("this ", "these ", " present", "cet", "ce "),
)
_DATED: Final = re.compile(
    r"[^.;]{0,60}?\b(?:of|dated|signed|concluded|adopted|done|made|du|de|signe[es]*|conclue?s?|date[es]*|"
    r"adoptee?s?)\b[^.;,]{0,30}?\b(?:1[89]|20)\d\d\b"
)
_PRONOUN: Final = re.compile(
    r"^\W*(?:and |et )?(?:it|they|both|il|elle|ils|elles|celui-ci|celle-ci|ceux-ci)\b"
)
_OF_DAY: Final = re.compile(
    rf"\b{_NOUN}\b[^.;:\n]{{0,90}}\b(?:of|du|dated|signed on|en date du|date du|signee? le)(?: the)? $"
)
_ENTRY: Final = re.compile(r"\b(?:entry|entree|coming)\W*$")
_BARE: Final = re.compile(r"^\W*(?:and |et )?(?:shall|will|doit|devra|be|is|est|sera|remain|reste)?\W*$")


def is_of_another(words: str) -> bool:
    """Say whether the folded words before a verb name another text by its date, and not this one."""
    return not (_THIS.search(words) or _PRONOUN.search(words)) and any(
        _DATED.match(words, found.end()) for found in INSTRUMENT.finditer(words)
    )


def is_dated(words: str) -> bool:
    """Say whether the folded words before a date end with a text that is of it: "the Convention of …"."""
    return _OF_DAY.search(words) is not None


def is_of_this(words: str) -> bool:
    """Say whether the folded words before a verb name this text, stand for it, or are none."""
    if is_of_another(words):
        return False
    return any(found.search(words) for found in (INSTRUMENT, _THIS, _PRONOUN, _ENTRY, _BARE))
