"""Who the words of a subject name: the parties, an organ, a pronoun, somebody else, or nobody."""

from tracker.extract.actors import Circle, Subject
from tracker.extract.french import has_tense
from tracker.extract.governments import is_anothers
from tracker.extract.normalise import Normalised
from tracker.extract.organs import Said, head_organ, of_country, of_organ, own_body, shared_body
from tracker.extract.rules import read_words
from tracker.extract.subject_core import core_of
from tracker.extract.wording import Found, Words
from tracker.extract.written_names import WEAK, acronym, called, joined_names

_PAIR = 2
_SHORTEST = 2
_NEAR = 4
_OF_A_STATE = frozenset(
    {
        *("the", "kingdom", "republic", "government", "state", "federal", "of"),
        *("le", "la", "l'", "royaume", "republique", "gouvernement", "etat", "du", "des", "de", "d'"),
    }
)
_EACH = (["each"], ["either"], ["every"], ["neither"], ["chaque"])
_BODIES = ("organisation", "organization", "agency", "agence", "institution", "universite", "university")
_GOVERNMENTS = frozenset({"governments", "gouvernements", "government", "gouvernement"})
_THE = frozenset(["the", "le", "la", "l'"])
_JOINS = frozenset({"and", "or", "et", "ou", "&", "nor", "ni", ",", "between", "entre", "by", "par", "with"})
_OPENS = frozenset(
    ["at", "in", "as", "pursuant", "where", "on", "by", "within", "under", "from", "upon", "after"]
)
_BY = frozenset(["by", "par"])
_INDEFINITE = frozenset(["a", "an", "un", "une"])


def subject_in(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> Subject:
    """Read the subject that stands in words ``[start, stop)``."""
    tokens = words.words
    opened = start
    start, stop = core_of(text, words, start, max(start, stop), circle.rules)
    said = Said(circle, text, words, start, stop, circle.named(tokens, start, stop))
    collective = next(circle.rules.collective.search(tokens, start, stop), None)
    body = "" if said.named else shared_body(said)
    if body:
        return Subject("organ", (body,))
    if _each_of_two(said):
        return Subject("collective", circle.everyone)
    return (
        _of_head(said, collective)
        or (collective and _of_all(said, collective))
        or _of_named(said)
        or (Subject("collective", circle.everyone) if collective else None)
        or _introduced(circle, text, words, opened, start, stop)
        or _of_none(circle, text, words, start, stop)
    )


def _each_of_two(said: Said) -> bool:
    """Say whether "both academies" or "each Academy" are the two parties."""
    circle, tokens, start, stop = said.circle, said.words.words, said.start, said.stop
    if tokens[start : start + 1] in _EACH and not circle.each.isdisjoint(tokens[start + 1 : start + 2]):
        return True
    plural = any(tokens[at] in circle.shared for at in range(start, min(stop, start + _SHORTEST + 1)))
    return not said.named and len(circle.everyone) == _PAIR and (plural or _both(tokens, start, stop))


def _of_head(said: Said, collective: Found[str] | None) -> Subject | None:
    """Read a subject that an organ heads."""
    circle, tokens = said.circle, said.words.words
    organ = head_organ(circle, tokens, said.start, said.stop)
    if organ is None or organ.start >= min(collective.start if collective else said.stop, said.stop):
        return None
    if circle.inside_name(tokens, said.named, organ.start):
        return None
    if tokens[said.start] in _INDEFINITE:
        return Subject("organ", circle.everyone)
    return of_country(said, organ) or of_organ(said, organ, everyone=collective is not None)


def _of_all(said: Said, collective: Found[str]) -> Subject | None:
    """Read a subject with a noun for all of them: "the Parties", "the Governments of A and B"."""
    circle, tokens, noun = said.circle, said.words.words, collective.end - 1
    first_named = min(said.named.values(), default=said.stop)
    if said.named and tokens[noun] in _GOVERNMENTS and noun < first_named - 1 <= noun + _NEAR:
        return said.parties()
    if _one_of_them(circle, tokens[noun]) and circle.of.isdisjoint(tokens[said.start : collective.start]):
        name = said.name(said.start, said.stop)
        return Subject("collective", (name,) if name else ())
    if own := _of_somebody(said, collective) or own_body(said, collective):
        return Subject("organ", (own,))
    if collective.start <= first_named and not _means_one(tokens, collective, said.named):
        nations = tokens[noun] in read_words("words", "countries")
        return Subject("collective", circle.countries if nations else circle.everyone)
    return None


def _of_somebody(said: Said, collective: Found[str]) -> str:
    """Give who a noun for all of them means that is no party: "the Organization", "the Government of C"."""
    if said.named:
        return ""
    if _is_another_one(said, collective):
        return said.name(collective.start, said.stop)
    anothers = is_anothers(said.words.words, collective, said.stop)
    return said.name(said.start, said.stop) if anothers else ""


def _of_named(said: Said) -> Subject | None:
    """Read a subject by the parties that it names."""
    if not said.named:
        return None
    if alone := _behind_opening(said):
        return alone
    before = said.words.words[said.start : min(said.named.values())]
    if any(word in _BY and _is_done(before[at - 1], said) for at, word in enumerate(before) if at):
        return None  # "the costs incurred by Kenya"
    if not (said.circle.of.isdisjoint(before) or _OF_A_STATE.issuperset(before)):
        return None
    places = set(said.named.values())
    others = joined_names(said.text, said.words, said.start, said.stop, places, said.circle.rules)
    return Subject("party", said.circle.names_of(said.named) + others)


def _behind_opening(said: Said) -> Subject | None:
    """Read the party right before its verb, behind an opening without a comma: "In Chad Kenya shall"."""
    tokens, last = said.words.words, said.stop - 1
    index = next((index for index, place in said.named.items() if place == last), -1)
    if index < 0 or last <= said.start + 1 or tokens[said.start] not in _OPENS:
        return None
    joined = tokens[last - 1] in _JOINS or tokens[last - 1] in said.circle.of or tokens[last - 1] in _THE
    return None if joined else Subject("party", said.circle.names_of({index: last}))


def _is_done(word: str, said: Said) -> bool:
    if said.circle.rules.language == "fr":
        return has_tense(word, "participle")
    return word.endswith("ed") or word in said.circle.rules.done


def _both(tokens: list[str], start: int, stop: int) -> bool:
    """Say whether a subject is "both laboratories" or "les deux recteurs"."""
    first = tokens[start : min(stop, start + 2)]
    return first[:1] == ["both"] or first in (["the", "two"], ["les", "deux"])


def _means_one(tokens: list[str], collective: Found[str], named: dict[int, int]) -> bool:
    """Say whether "the University" is the one party that is a university."""
    noun = collective.end - 1
    return (
        set(named.values()) == {noun}
        and collective.start == noun - 1
        and tokens[collective.start] in _THE
        and not tokens[noun].endswith("s")
    )


def _is_another_one(said: Said, collective: Found[str]) -> bool:
    """Say whether "the Organization" is one by itself, as none of the parties is called so."""
    noun, tokens = collective.end - 1, said.words.words
    one = collective.start == noun - 1 and tokens[collective.start] in _THE
    return one and tokens[noun].startswith(_BODIES) and said.is_capital(noun)


def _one_of_them(circle: Circle, noun: str) -> bool:
    """Say whether "the Host Institution" has to stand for itself, as the parties are not known."""
    return not circle.everyone or (
        len(circle.everyone) == 1 and not noun.startswith(("part", "side", "cote", "we", "nous"))
    )


def _is_pronoun(circle: Circle, tokens: list[str], start: int, stop: int) -> bool:
    found = next(circle.rules.pronouns.at(tokens, start, stop), None) if start < stop else None
    return found is not None and all(word in WEAK for word in tokens[found.end : stop])


def _introduced(
    circle: Circle, text: Normalised, words: Words, opened: int, start: int, stop: int
) -> Subject | None:
    """Give whom a pronoun means that its own introduction names: "If a Party withdraws, it shall"."""
    if start - opened <= _SHORTEST or not _is_pronoun(circle, words.words, start, stop):
        return None
    said = subject_in(circle, text, words, opened + 1, start - 1)
    return said if said.sort in {"party", "collective", "organ"} and said.bearers else None


def _of_none(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> Subject:
    """Read a subject that is none of the parties, and no organ: a pronoun, a name, or a thing."""
    tokens = words.words
    if _is_pronoun(circle, tokens, start, stop):
        return Subject("pronoun", ())
    other = next(
        (
            found
            for found in circle.others.search(tokens, start, stop)
            if circle.of.isdisjoint(tokens[start : found.start])
        ),
        None,
    )
    if other is not None:
        return Subject("organ", (other.label,))
    name = acronym(text, words, start, stop, circle.rules)
    if name:
        return Subject("party", (name,))
    begin = start + (start < stop and tokens[start] in circle.rules.articles)
    if any(found.end == stop for found in circle.rules.states.at(tokens, begin, stop)):
        return Subject("organ", (circle.name_at(text, words, begin, stop),))
    name = called(text, words, start, stop, circle.rules)
    return Subject("organ", (name,)) if name else Subject("thing", ())
