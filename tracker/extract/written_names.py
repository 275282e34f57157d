"""Names as they are written in a subject: behind an article, in capitals, or up to the next sign."""

from collections.abc import Collection
from typing import Final

from tracker.extract.grammar import Grammar
from tracker.extract.normalise import Normalised
from tracker.extract.rules import read_words
from tracker.extract.wording import Words

_LONGEST_ORGAN: Final = 9
_LONGEST_CALLED: Final = 5
_ARTICLES: Final = frozenset(["the", "le", "la", "l'", "les"])
_NO_ACTORS: Final = tuple(sorted(read_words("words", "actors_no_actors")))
_SHORTEST: Final = 2
_LONGEST_JOINED: Final = 6
_AND: Final = frozenset({"and", "et", "&", "nor", "ni"})
_BEFORE_AGENT: Final = (["by"], ["par"])
_BEHIND: Final = _AND | {"so"}
_NEWLY: Final = frozenset({"newly", "recently"})
_MADE: Final = frozenset(
    {
        *("elected", "established", "created", "appointed", "composed", "constituted"),
        *("referred", "mentioned", "elu", "elue", "elus", "cree", "creee", "institue", "instituee"),
        *("constitue", "constituee", "compose", "composee", "vise", "visee"),
    }
)
_OWN: Final = (["their"], ["its"], ["leur"], ["leurs"], ["son"], ["sa"], ["ses"])
_BEFORE_OWN: Final = _AND | read_words("words", "clauses_of")
WEAK: Final = frozenset({"s'", "se", "ne", "n'", "y", "en", "also", "further", "then"})
_OF: Final = read_words("words", "actors_of")


def called(text: Normalised, words: Words, start: int, stop: int, rules: Grammar) -> str:
    """Give the name of who is written with a capital behind an article ("the Observatory")."""
    place = start
    while place < stop and (words.words[place] in _ARTICLES or words.words[place] in WEAK):
        place += 1
    end = stop
    while end > place and words.words[end - 1] in WEAK:
        end -= 1
    if place == start or not 0 < end - place <= _LONGEST_CALLED:
        return ""
    if not all(text.plain[words.starts[at]].isupper() or words.words[at] in _OF for at in range(place, end)):
        return ""
    first = words.words[place]
    no_actor = first.startswith(_NO_ACTORS) or rules.instruments.holds(words.words, place, end)
    return "" if no_actor else text.plain[words.starts[place] : words.ends[end - 1]].replace("\n", " ")


def acronym(text: Normalised, words: Words, start: int, stop: int, rules: Grammar) -> str:
    """Give an actor whose name is in capitals ("l'UNESCO"), if it heads a short subject."""
    for place in range(start, min(stop, start + _SHORTEST + 1)):
        spelled = text.plain[words.starts[place] : words.ends[place]]
        known = words.words[place] in rules.determiners or spelled in read_words("shared", "no_party")
        known = known or rules.instruments.holds(words.words, place, place + 1)
        if len(spelled) > _SHORTEST and spelled.isupper() and spelled.isalpha() and not known:
            return "" if _in_capitals(text, words, place) else spelled
    return ""


def _in_capitals(text: Normalised, words: Words, place: int) -> bool:
    """Say whether the words around one are in capitals too, as those of a heading."""
    near = (at for at in (place - 1, place + 1) if 0 <= at < len(words.words))
    spelled = (text.plain[words.starts[at] : words.ends[at]] for at in near)
    return any(len(word) > _SHORTEST and word.isupper() for word in spelled)


def joined_names(
    text: Normalised, words: Words, start: int, stop: int, named: Collection[int], rules: Grammar
) -> tuple[str, ...]:
    """Give who is named beside parties and is none that is known: "the EU and U.S."."""
    found: list[str] = []
    for place in range(start, stop):
        if words.words[place] not in _AND or not start < place < stop - 1:
            continue
        for begin in (start, place + 1):
            end = place if begin == start else stop
            begin += words.words[begin] in rules.determiners  # noqa: PLW2901  the name behind its article
            if begin >= end or end - begin > _LONGEST_JOINED or any(begin <= at < end for at in named):
                continue
            written = text.plain[words.starts[begin] : words.ends[end - 1]]
            is_name = all(word[0].isupper() for word in written.split() if len(word) > _SHORTEST + 1)
            if written[0].isupper() and is_name and not rules.instruments.holds(words.words, begin, end):
                found.append(written)
    return tuple(found)


def name_at(text: Normalised, words: Words, start: int, stop: int, rules: Grammar) -> str:
    """Give the name that stands in words ``[start, stop)``, as written, or ``""``."""
    tokens = words.words
    while start < stop and (tokens[start] in rules.determiners or not tokens[start][0].isalnum()):
        start += 1
    if tokens[start] in _NEWLY and start + 2 < stop:
        start += 2
    end = start
    while end < stop and end - start < _LONGEST_ORGAN:
        if end > start and (tokens[end + 1 : end + 2] in _BEFORE_AGENT or tokens[end] in _MADE):
            break
        if end > start and tokens[end + 1 : end + 2] in _OWN and tokens[end] not in _BEFORE_OWN:
            break
        if (
            tokens[end] in {"se", "s'", "ne", "n'"}
            or tokens[end] in ',;:()"«»“”'
            or tokens[end] in rules.relatives
        ):
            break
        end += 1
    while end > start + 1 and (tokens[end - 1] in _BEHIND or tokens[end - 1] in rules.determiners):
        end -= 1
    return text.plain[words.starts[start] : words.ends[end - 1]].replace("\n", " ") if end > start else ""
