"""Whether a verb stands in a main clause, or only tells when, why and which."""

from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar

_AS_CLAUSE = 4
# "où" and "ou" are one word without accents; "dans le cas où" is not.
_WHERE = frozenset(["cas", "moment", "jour", "lieu", "mesure"])
_ELLIPTIC = frozenset(
    [
        *("possible", "appropriate", "necessary", "feasible", "practicable", "relevant", "required"),
        *("needed", "applicable", "available", "necessaire", "besoin", "opportun"),
    ]
)
# Between these "that" points at something: "of that country", "that Party shall".
_BEFORE_DEMONSTRATIVE = frozenset(
    "of in for to with by on under at from within during after before".split()  # noqa: SIM905  a list of words
)
_ONE = frozenset(["party", "side", "country", "state", "government", "organization", "body", "authority"])
_OF_THINGS = frozenset(["which", "who"])
_DID = frozenset(["sought", "gave", "took", "became", "began", "withdrew"])
WHICH = frozenset(["which", "whereby", "duquel", "laquelle", "lequel", "desquels", "lesquels", "lesquelles"])
_AT_WHICH = frozenset(["during", "at", "course"])
_BOUNDARY = frozenset(";:")
_FAR = 120
"""Words before a verb within which a conjunction can govern it."""


def governed(words: list[str], start: int, position: int, rules: Grammar) -> tuple[bool, bool]:
    """Say whether a verb stands in a main clause, and whether in a relative one."""
    for place in range(position - 1, max(start, position - _FAR) - 1, -1):
        word = words[place]
        if word == "," or word in _BOUNDARY:
            return True, False
        if (word in rules.subordinators or (word == "ou" and words[place - 1] in _WHERE)) and not (
            _elliptic(words, place) or _preposition(words, place, position) or _demonstrative(words, place)
        ):
            if (
                under_which(words, place)
                or (word == "that" and words[place - 1] == "provided")
                or (words[place] in WHICH and words[place - 1] in _AT_WHICH)
                or _complement(words, start, place, rules)
                or words[place - 1 : place] in (["tandis"], ["alors"])
            ):
                return True, False
            between = words[place + 1 : position]
            if words[position - 1] in {"ou", "or"}:
                return False, False
            if any(item in rules.finite or _finite(item, rules) for item in between) or (
                between
                and (
                    _verb_like(between[0], rules)
                    or (word in _OF_THINGS and between[0] in rules.plain_verbs)
                    or (word in _OF_THINGS and _past(between[0], rules))
                )
            ):
                return True, False
            return False, word in rules.relatives and len(between) <= 2  # noqa: PLR2004
    return True, False


def _demonstrative(words: list[str], place: int) -> bool:
    return words[place] == "that" and (words[place - 1] in _BEFORE_DEMONSTRATIVE or words[place + 1] in _ONE)


def _elliptic(words: list[str], place: int) -> bool:
    """Say whether "where possible" or "si nécessaire" stands without a verb of its own."""
    return words[place + 1] in _ELLIPTIC and words[place] not in {"that", "que", "qu'", "which", "who", "qui"}


def _preposition(words: list[str], place: int, position: int) -> bool:
    """Say whether "as" opens no clause of this verb: "as of", "as part of"."""
    if words[place] != "as":
        return False
    return position - place > _AS_CLAUSE or words[place + 1] in {
        "of",
        "from",
        "to",
        "well",
        "possible",
        "practicable",
        "regards",
        "a",
        "an",
        "soon",
        "part",
    }


def _finite(word: str, rules: Grammar) -> bool:
    if rules.language != "fr":
        return False
    plural = word.endswith("ent") and has_tense(word, "present")
    return plural or has_tense(word, "future") or has_tense(word, "conditional")


def _past(word: str, rules: Grammar) -> bool:
    """Say whether a word behind "which" tells what was done: "the Government which sought talks may"."""
    return word.endswith("ed") or word in rules.done or word in _DID


def _verb_like(word: str, rules: Grammar) -> bool:
    if rules.language == "fr":
        return has_tense(word, "present")
    return (
        word.endswith("s")
        and word not in rules.determiners
        and word not in {"parties", "as", "participants", "members", "countries"}
    )


def _complement(words: list[str], start: int, place: int, rules: Grammar) -> bool:
    """Say whether "that" or "que" only brings what was agreed, decided or announced."""
    if words[place] not in {"that", "que", "qu'"}:
        return False
    if words[place - 1] in {"and", "et"}:
        return any(_complement(words, start, at, rules) for at in range(start + 1, place - 1))
    return any(word in rules.reporting for word in words[max(start, place - 3) : place])


def under_which(words: list[str], place: int) -> bool:
    """Say whether a relative brings what an agreement says: "an accord en vertu duquel la Banque …"."""
    if words[place] not in WHICH:
        return False
    before = place - 1 - (words[place - 1] in {"de", "to"})
    return words[before] in {"vertu", "termes", "selon", "under", "whereby"} or words[place] == "whereby"
