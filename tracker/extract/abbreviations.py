"""The abbreviations that a text introduces in brackets, with the names they stand for."""

import re
from typing import Final

from tracker.extract.normalise import fold
from tracker.extract.rules import read_words

BRACKETED: Final = re.compile(r"\((?:the )?[\"“«']?(?P<short>[A-Z][\w&.-]{1,14})[\"”»']?\)")
LONGEST_NAME: Final = 160
_SPOKEN = re.compile(
    r"[A-Z](?=[A-Z-])(?:(?<=\b[LlDd]a .)|(?<=\b[Ll]e .)|(?<=\b[Tt]he .)|(?<=\b[Ll]es .)|(?<=\b[DdAa]u .)"
    r"|(?<=\b[lLdD]'.))[A-Z-]{1,8}[A-Z]\b(?! [A-Z]{2})"
)
_ARTICLE = re.compile(r"^[ldLD]'|^[\"“«(]")
_BREAKS_NAME = re.compile(
    r"[;:.\n]|, (?=(?:la|le|les|the) |l')|\b(?:between|entre|by|par|with|avec|among|that|which|que|qui)\s"
)
_TRIES = 3
_MOST_WORDS = 14
_FIT = 0.45


def abbreviations(plain: str) -> dict[str, str]:
    """Give the long name of each abbreviation that the text introduces in brackets."""
    found: dict[str, str] = {}
    no_party = read_words("shared", "no_party")
    tried: dict[str, int] = {}
    for match in BRACKETED.finditer(plain):
        short = match["short"].rstrip(".")
        tried[short] = tried.get(short, 0) + 1
        if short not in found and short not in no_party and tried[short] <= _TRIES:
            before = plain[max(0, match.start() - LONGEST_NAME - 1) : match.start()]
            before = before[:-1] if before[-1:].isspace() else before
            name = _long_name(before[-LONGEST_NAME:], short)
            if name and fold(name) != fold(short):
                found[short] = name
    return found


def spoken_of(plain: str) -> frozenset[str]:
    """Give the names in capitals that stand behind an article: "la CNSS transmet", "the IAEA"."""
    return frozenset(_SPOKEN.findall(plain)) - read_words("shared", "no_party")


def _long_name(before: str, short: str) -> str:
    """Give the words before a bracket that its abbreviation stands for, or ``""``.

    Of the runs that begin with a capital letter it is the one whose initials fit best; names whose
    abbreviation comes from another language need only share most letters.
    """
    words = _BREAKS_NAME.split(before)[-1].split()[-_MOST_WORDS:]
    letters = [letter for letter in fold(short) if letter.isalpha()]
    best, name = 0.0, ""
    for index, word in enumerate(words):
        bare = _ARTICLE.sub("", word)
        if not bare[:1].isupper():
            continue
        run = [bare, *words[index + 1 :]]
        initials = [
            fold(_ARTICLE.sub("", item))[:1]
            for item in run
            if fold(item) not in read_words("shared", "links")
        ]
        score = _common(letters, initials) / len(letters) - 0.05 * abs(len(initials) - len(letters))
        if _spelled_in(letters, fold("".join(run))):
            score += 0.5
        if score >= best:
            best, name = score, " ".join(run)
    return name.strip(' ,"“”«»') if best > _FIT else ""


def _spelled_in(letters: list[str], name: str) -> bool:
    """Say whether an abbreviation such as "Unibraw" takes its letters from the name in their order."""
    rest = iter(name)
    return len(letters) > 4 and letters[0] == name[:1] and all(letter in rest for letter in letters)  # noqa: PLR2004


def _common(first: list[str], second: list[str]) -> int:
    """Give the length of the longest common subsequence."""
    row = [0] * (len(second) + 1)
    for letter in first:
        previous = 0
        for place, other in enumerate(second, 1):
            previous, row[place] = (
                row[place],
                previous + 1 if letter == other else max(row[place], row[place - 1]),
            )
    return row[-1]
