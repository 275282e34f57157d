"""Who stands behind a passive: "by the Secretariat", "par l'Office", "between the Parties"."""

from itertools import compress

from tracker.extract.actors import Circle
from tracker.extract.french import has_tense
from tracker.extract.normalise import Normalised
from tracker.extract.organs import head_organ, is_own_body
from tracker.extract.rules import read_words
from tracker.extract.wording import Found, Words
from tracker.extract.written_names import acronym

_LONGEST_AGENT = 24
_PAUSES = frozenset({",", ";", "(", "by", "par"})
_NEAR_ORGAN = 6
_NEAR_VERB = 4
_PREPOSITIONS = frozenset(["by", "par", "between", "entre"])
_CHARGE = frozenset({"charge"})
_BY = frozenset({"by", "par"})
_SHORTEST = 2
_TO = frozenset({"to", "au", "aux"})
"""What leads from who gives to who receives: "by Kenya to Uganda"."""
_PERSONS = ("president", "minist", "representative", "representant", "ambassad", "delegate", "delegue")
_TIMES = frozenset({"an", "annee", "mois", "semaine", "trimestre", "semestre", "jour"})
_SPEAK_FOR = tuple(sorted(read_words("words", "actors_speak_for")))


def agent_of(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> tuple[str, ...]:
    """Give who stands behind "by", "par", "between", "entre" or "à la charge de"."""
    tokens = words.words
    telling = (_PREPOSITIONS | circle.rules.relatives | _CHARGE).__contains__
    for place in compress(range(start, stop), map(telling, tokens[start:stop])):
        if tokens[place] in circle.rules.relatives:
            break
        if tokens[place] == "par" and _TIMES & set(tokens[place + 1 : place + 2]):
            continue
        if tokens[place] in _PREPOSITIONS and place > start + _NEAR_VERB and _of_noun(circle, tokens, place):
            continue
        charged = tokens[place] in _CHARGE and tokens[place + 1 : place + 2] != ["d'"]
        if tokens[place] in _PREPOSITIONS or (charged and set(tokens[place + 1 : place + 2]) & circle.of):
            end = min(stop, place + _LONGEST_AGENT)
            end = next((at for at in range(place + 2, end) if tokens[at] in _TO), end)
            pause = next((at for at in range(place + 1, end) if tokens[at] in _PAUSES), end)
            named = circle.named(tokens, place + 1, end)
            named = named if min(named.values(), default=end) < pause else {}
            collective = next(circle.rules.collective.search(tokens, place + 1, min(end, place + 6)), None)
            organ = head_organ(circle, tokens, place + 1 + charged, min(end, place + _NEAR_ORGAN))
            if collective is not None and not _of_all(circle, tokens, organ, collective):
                return circle.everyone + _abbreviated(circle, text, words, place + 1, end)
            if named and not _before_parties(circle, tokens, organ, named):
                return circle.names_of(named) + _abbreviated(circle, text, words, place + 1, end)
            aside = circle.rules.subordinators & set(tokens[start:place])
            own = organ is not None and is_own_body(circle, text, words, organ.start)
            own = own or _of_others(circle, tokens, organ, end)
            person = (
                organ is not None
                and not tokens[organ.end - 1].endswith("s")
                and tokens[organ.start].startswith(_PERSONS)
            )
            speaks = organ is not None and tokens[organ.start].startswith((*_SPEAK_FOR, "parti"))
            if speaks and not own and not person:
                return circle.everyone
            of_all = collective is not None
            if (
                organ is not None
                and not aside
                and (own or of_all or tokens[place] not in {"between", "entre"})
            ):
                name = circle.name_at(text, words, place + 1 + charged, organ.end)
                return (name,) if name else ()
    return _spelled(circle, text, words, start, stop)


def _spelled(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> tuple[str, ...]:
    """Give an agent whose name is in capitals: "shall be trained by WHO"."""
    near = (at for at in range(start, stop - 1) if words.words[at] in _BY)
    place = next(
        (at for at in near if at <= start + _NEAR_VERB or not _of_noun(circle, words.words, at)), stop
    )
    name = acronym(text, words, place + 1, min(stop, place + _SHORTEST + 1), circle.rules)
    return (name,) if name else ()


def _of_noun(circle: Circle, tokens: list[str], place: int) -> bool:
    """Say whether an agent is that of a noun's participle: "the conditions established by the bank"."""
    if tokens[place - 2] in {"and", "et"}:
        return False
    if circle.rules.language == "en":
        return tokens[place - 1].endswith("ed") or tokens[place - 1] in circle.rules.done
    return has_tense(tokens[place - 1], "participle")


def _of_all(circle: Circle, tokens: list[str], organ: Found[str] | None, collective: Found[str]) -> bool:
    """Say whether an organ of all parties is meant: "the Directors of the two Institutes"."""
    return (
        organ is not None
        and organ.end < collective.start
        and tokens[organ.end] in circle.of
        and not tokens[organ.start].startswith(_SPEAK_FOR)
    )


def _of_others(circle: Circle, tokens: list[str], organ: Found[str] | None, stop: int) -> bool:
    """Say whether authorities are somebody else's: "the authorities of the port"."""
    if organ is None or tokens[organ.end : organ.end + 1] not in (["of"], ["du"], ["de"], ["des"], ["d'"]):
        return False
    if tokens[organ.start].startswith("parti"):
        return False
    end = min(stop, organ.end + _NEAR_ORGAN)
    return not (circle.rules.collective.holds(tokens, organ.end, end) or circle.named(tokens, organ.end, end))


def _before_parties(
    circle: Circle, tokens: list[str], organ: Found[str] | None, named: dict[int, int]
) -> bool:
    """Say whether an organ is the agent and the parties named behind it are not."""
    if organ is None or tokens[organ.start].startswith(_SPEAK_FOR):
        return False
    return min(named.values()) > organ.end + 1 and not circle.inside_name(tokens, named, organ.start)


def _is_party(circle: Circle, word: str) -> bool:
    return any(word == party.name or word in party.aliases for party in circle.parties)


def _abbreviated(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> tuple[str, ...]:
    """Give other actors that a list of agents names by their abbreviation."""
    spelled = (text.plain[words.starts[place] : words.ends[place]] for place in range(start, stop))
    return tuple(
        dict.fromkeys(
            word
            for word in spelled
            if len(word) > _SHORTEST and word.isupper() and word.isalpha() and not _is_party(circle, word)
        )
    )
