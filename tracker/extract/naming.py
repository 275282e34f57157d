"""Names and headings for what a document proposes: ids to type, a kind of agreement, a title."""

import re
from collections.abc import Container, Iterable
from typing import Final

from tracker.extract.normalise import fold, normalise
from tracker.extract.proposals import Extraction, Party, ProposedObligation

_KEY: Final = re.compile(r"[^\W_][\w-]*")
_WORD: Final = re.compile(r"\w+")
_ACRONYM: Final = re.compile(r"[A-Z]{2,8}")
_OF: Final = re.compile(r"\bde l['’]|\b(?:of(?: the)?|de(?: la)?|du|des) ")
_KINDS: Final = (
    ("memorandum of understanding", "mou"),
    ("memorandum", "mou"),
    ("memorandum d'entente", "mou"),
    ("protocole d'accord", "mou"),
    ("letter of intent", "letter-of-intent"),
    ("lettre d'intention", "letter-of-intent"),
    ("action plan", "action-plan"),
    ("plan d'action", "action-plan"),
    ("protocol", "protocol"),
    ("declaration", "declaration"),
    ("communique", "communique"),
    ("convention", "convention"),
    ("treaty", "treaty"),
    ("traite", "treaty"),
    ("accord", "agreement"),
    ("agreement", "agreement"),
)
_TITLE_LENGTH = 68
"""With its key, its quotation marks and an ellipsis a title fits into 80 columns."""
_SLUG_WORDS = 5
_SHORT_NAME, _LONG_NAME = 14, 24
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "or",
        "in",
        "on",
        "for",
        "by",
        "with",
        "shall",
        "will",
        "may",
        "be",
        "is",
        "are",
        "this",
        "that",
        "its",
        "their",
        "les",
        "le",
        "la",
        "l",
        "des",
        "de",
        "du",
        "d",
        "un",
        "une",
        "et",
        "ou",
        "en",
        "au",
        "aux",
        "dans",
        "pour",
        "par",
        "sur",
        "sera",
        "seront",
        "est",
        "sont",
        "ce",
        "cette",
        "present",
        "presente",
        "agreement",
        "accord",
        "parties",
        "party",
        "partie",
        "deux",
        "two",
        "both",
        "each",
        "chaque",
        "as",
        "at",
    ]
)


def agreement_slug(extraction: Extraction) -> str:
    """Propose an id for the agreement: its parties, or else its kind, and its year."""
    names = [slug(_short_name(party)) for party in extraction.parties[:3]]
    return (
        "-".join(filter(None, [*(names or [agreement_kind(extraction)]), extraction.date[:4]])) or "agreement"
    )


def _short_name(party: Party) -> str:
    """Shorten a party's name: its acronym, else what "City of" is said of, where that is short."""
    for name in (party.name, *party.aliases):
        if _ACRONYM.fullmatch(name):
            return name
    last = _OF.split(party.name)[-1]
    if len(party.name) <= _SHORT_NAME or len(last) > _LONG_NAME >= len(party.name):
        return party.name
    return last if len(last) <= _LONG_NAME else " ".join(party.name.split()[:2])


def agreement_kind(extraction: Extraction) -> str:
    """Say what kind of agreement it is, by its title."""
    title = fold(normalise(extraction.title).plain)
    return next(
        (name for words, name in _KINDS if words in title),
        "statement" if extraction.genre == "press" else "agreement",
    )


def party_key(party: Party) -> str:
    """Give the name of a party to type: an acronym if it has one."""
    names = (party.name, *party.aliases)
    return next((name for name in names if _KEY.fullmatch(name)), "") or "-".join(_WORD.findall(party.name))


def title(proposal: ProposedObligation) -> str:
    """Head an obligation with what is to be done, or the beginning of its quote, cut where it is long."""
    words = " ".join((proposal.heading or proposal.quote).split())
    words = words[:1].upper() + words[1:]
    if len(words) <= _TITLE_LENGTH:
        return words
    return words[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def slug(text: str) -> str:
    """Give a text as an id: small letters and digits, with hyphens between them."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(normalise(text).plain)))


class Names:
    """Names that are taken: each one is given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with those that are taken already."""
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def give(self, base: str) -> str:
        """Give a name with a number behind it where it is taken, counting on from the last one."""
        name, self._counts[base] = _free(base, self._taken, self._counts.get(base, 1))
        self._taken.add(name)
        return name


def obligation_name(proposal: ProposedObligation, names: Names) -> str:
    """Name an obligation by its first words that say something."""
    words = [
        word
        for word in slug(proposal.heading or proposal.quote).split("-")
        if word not in _SMALL and len(word) > 1 and not word.isdigit()
    ]
    return names.give("-".join(words[:_SLUG_WORDS]) or proposal.kind)


def free_name(base: str, taken: Container[str]) -> str:
    """Give a name with a number behind it where it is taken: name, name-2, name-3."""
    return _free(base, taken, 1)[0]


def _free(base: str, taken: Container[str], count: int) -> tuple[str, int]:
    """Give the first free name from a number on, and its number."""
    name = base if count == 1 else f"{base}-{count}"
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    return name, count
