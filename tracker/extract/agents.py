"""Who stands behind a passive: "by the Secretariat", "par l'Office", "between the Parties"."""

from tracker.extract.actors import Circle
from tracker.extract.normalise import Normalised
from tracker.extract.rules import read_words
from tracker.extract.wording import Found, Words

_LONGEST_AGENT = 24
_NEAR_ORGAN = 6
_OF = read_words("words", "actors_of")
_PREPOSITIONS = frozenset(["by", "par", "between", "entre"])
_SHORTEST = 2
_SPEAK_FOR = tuple(sorted(read_words("words", "actors_speak_for")))


def agent_of(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> tuple[str, ...]:
    """Give who stands behind "by", "par", "between", "entre" or "à la charge de"."""
    tokens = words.words
    for place in range(start, stop):
        charged = tokens[place] == "charge" and tokens[place + 1 : place + 2] != ["d'"]
        if tokens[place] in _PREPOSITIONS or (charged and set(tokens[place + 1 : place + 2]) & _OF):
            end = min(stop, place + _LONGEST_AGENT)
            named = circle.named(tokens, place + 1, end)
            collective = next(circle.rules.collective.search(tokens, place + 1, min(end, place + 6)), None)
            if collective is not None:
                return circle.everyone + _abbreviated(circle, text, words, place + 1, end)
            organ = circle.head(tokens, place + 1 + charged, min(end, place + _NEAR_ORGAN))
            if named and not _before_parties(circle, tokens, organ, named):
                return circle.names_of(named) + _abbreviated(circle, text, words, place + 1, end)
            aside = circle.rules.subordinators & set(tokens[start:place])
            if organ is not None and tokens[organ.start].startswith((*_SPEAK_FOR, "parti")):
                return circle.everyone
            if organ is not None and not aside and tokens[place] not in {"between", "entre"}:
                name = circle.name_at(text, words, place + 1 + charged, organ.end)
                return (name,) if name else ()
    return ()


def _before_parties(
    circle: Circle, tokens: list[str], organ: Found[str] | None, named: dict[int, int]
) -> bool:
    """Say whether an organ is the agent and the parties named behind it are not."""
    if organ is None or tokens[organ.start].startswith(_SPEAK_FOR):
        return False
    return min(named.values()) > organ.end + 1 and not circle.inside_name(tokens, named, organ.start)


def _abbreviated(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> tuple[str, ...]:
    """Give other actors that a list of agents names by their abbreviation."""
    spelled = (text.plain[words.starts[place] : words.ends[place]] for place in range(start, stop))
    return tuple(
        dict.fromkeys(
            word
            for word in spelled
            if len(word) > _SHORTEST and word.isupper() and word.isalpha() and word not in circle.everyone
        )
    )
