"""Organs as subjects: whose they are, whether they stand for a party, for all of them, or for themselves."""

from typing import NamedTuple

from tracker.extract.actors import Circle, Subject
from tracker.extract.normalise import Normalised, fold
from tracker.extract.rules import read_words
from tracker.extract.wording import Found, Words
from tracker.extract.written_names import called

_BODIES = ("authorit", "autorite", "agenc", "entit", "administration")
_MEMBERS = ("partner", "partenaire", "member", "membre", "participant", "signator", *_BODIES)
_ANY_PARTY = read_words("words", "actors_any_party")
_FUNDS = frozenset({"fund", "funds", "fonds"})
_BELONGS = frozenset(["of", "the", "de", "du", "d'", "des", "l'", "la", "le"])
_NO_PLURALS = frozenset({"is", "was", "has", "as", "does", "always", "thus", "whereas", "this", "its", "s"})
_AND = frozenset({"and", "et", "nor", "ni"})
_IN = (["in"], ["at"], ["a"])
_SPEAK_FOR = tuple(sorted(read_words("words", "actors_speak_for")))


class Said(NamedTuple):
    """The words ``[start, stop)`` of a subject, and where each party that they name is first named."""

    circle: Circle
    text: Normalised
    words: Words
    start: int
    stop: int
    named: dict[int, int]

    def name(self, start: int, stop: int) -> str:
        """Give the name that stands in words ``[start, stop)``, as written, or ``""``."""
        return self.circle.name_at(self.text, self.words, start, stop)

    def is_capital(self, place: int) -> bool:
        """Say whether a word begins with a capital."""
        return self.text.plain[self.words.starts[place]].isupper()

    def parties(self) -> Subject:
        """Give the parties that are named."""
        return Subject("party", self.circle.names_of(self.named))


def organ_in(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> Subject | None:
    """Give the organ that heads the words ``[start, stop)``, by its name as written."""
    organ = next(circle.rules.organs.search(words.words, start, stop), None)
    if organ is None:
        return None
    begin = organ.start
    while begin > start and text.plain[words.starts[begin - 1]].isupper():
        begin -= 1
    return Subject("organ", (circle.name_at(text, words, begin, min(stop, organ.end + 2)),))


def head_organ(circle: Circle, tokens: list[str], start: int, stop: int) -> Found[str] | None:
    """Give the organ that heads a subject: not that of "the meetings of the Committee"."""
    for found in circle.rules.organs.search(tokens, start, stop):
        if circle.rules.language == "en" and _qualifies(circle, tokens, found.end, stop):
            continue
        return found if circle.of.isdisjoint(tokens[start : found.start]) else None
    return None


def _qualifies(circle: Circle, tokens: list[str], end: int, stop: int) -> bool:
    """Say whether an organ only qualifies the noun behind it, and that is none: "student exchanges"."""
    behind = tokens[end] if end < stop else ""
    plural = behind.endswith("s") and not tokens[end - 1].endswith("s") and behind not in _NO_PLURALS
    return plural and behind.isalpha() and not circle.rules.organs.begins(behind)


def is_own_body(circle: Circle, text: Normalised, words: Words, place: int) -> bool:
    """Say whether authorities are a body of this document ("the Executive Authorities")."""
    before = words.words[place - 1]
    return (
        words.words[place].startswith(_BODIES)
        and text.plain[words.starts[place]].isupper()
        and text.plain[words.starts[place - 1]].isupper()
        and before not in _ANY_PARTY
        and before not in circle.rules.determiners
        and not any(circle.names.at(words.words, place - 1, place))
    )


def own_body(said: Said, collective: Found[str]) -> str:
    """Give some of them, or a body of all, by name: "the Geological Surveys of each country"."""
    if _particular(said, collective):
        return said.name(collective.start, said.stop)
    if said.words.words[collective.start - 1] not in _BELONGS or collective.start <= said.start:
        return ""
    name = called(said.text, said.words, said.start, collective.start - 1, said.circle.rules)
    return "" if fold(name).startswith(_SPEAK_FOR) else name


def _particular(said: Said, collective: Found[str]) -> bool:
    """Say whether "the Sponsoring Partners" are some of them and not all."""
    place = collective.end - 2
    if place <= said.start or not said.words.words[collective.end - 1].startswith(_MEMBERS):
        return False
    return said.words.words[place] not in _ANY_PARTY and said.is_capital(place)


def shared_body(said: Said) -> str:
    """Give a body of each party that acts under its own name: "the requested administration"."""
    circle, tokens = said.circle, said.words.words
    found = next(circle.rules.bodies.search(tokens, said.start, said.stop), None)
    if found is None or not circle.of.isdisjoint(tokens[said.start : found.start]):
        return ""
    end = found.end
    if tokens[end : end + 1] in _IN and end + 1 < said.stop and said.is_capital(end + 1):
        end += 2
    whole = tokens[end - 1].endswith("s") and circle.rules.collective.holds(tokens, end, said.stop)
    nouns = {word.rstrip("s") for word in tokens[found.start : end]}
    return "" if whole or nouns & _of_names(circle) else said.name(found.start, end)


def _of_names(circle: Circle) -> set[str]:
    """Give all words of which the parties' names are made."""
    names = (name for party in circle.parties for name in (party.name, *party.aliases))
    return {word for name in names for word in fold(name).split()}


def of_country(said: Said, organ: Found[str]) -> Subject | None:
    """Read a body that only has a country's adjective in its name ("the Spanish Institute for …")."""
    tokens, places = said.words.words, said.named.values()
    place = min(places, default=said.stop)
    spoken_for = tokens[organ.start].startswith(_SPEAK_FOR)
    if len(places) > 1 and _AND.isdisjoint(tokens[place : max(places)]):
        # "the Franco-Spanish commission" is neither's
        own = max(places) <= organ.end + 2 and not spoken_for
        return Subject("organ", (said.name(said.start, said.stop),)) if own else None
    behind = place == organ.end and not said.circle.of.isdisjoint(
        tokens[place + 1 : min(place + 2, said.stop)]
    )
    if spoken_for or not said.is_capital(organ.start):
        return None
    if (place > organ.start and not behind) or tokens[place] in _of_names(said.circle):
        return None
    return Subject("organ", (said.name(min(place, organ.start), said.stop),))


def of_organ(said: Said, organ: Found[str], *, everyone: bool) -> Subject | None:
    """Read a subject that an organ heads: a party's own organ stands for the party."""
    circle, tokens, named = said.circle, said.words.words, said.named
    if tokens[organ.start] in _FUNDS and said.text.plain[said.words.starts[organ.start]].islower():
        return None
    speaks = tokens[organ.start].startswith(_SPEAK_FOR)
    if speaks and is_own_body(circle, said.text, said.words, organ.start):
        return Subject("organ", (said.name(max(said.start, organ.start - 2), said.stop),))
    first_named = min(named.values(), default=said.stop)
    of_party = tokens[organ.end : organ.end + 1] + tokens[first_named - 1 : first_named]
    belongs = len(of_party) > 1 and set(of_party) <= _BELONGS
    if everyone and speaks and not belongs:
        return Subject("collective", circle.everyone)
    if named and (
        first_named in {organ.end, organ.start}
        or first_named < organ.start
        or speaks
        or belongs
        or len(named) > 1
    ):
        return said.parties()
    plural = tokens[organ.start].endswith("s") and circle.of.isdisjoint(tokens[organ.end : said.stop])
    if speaks and plural:
        return Subject("collective", circle.everyone)
    names = _apart(said)
    return Subject("organ", names) if names else None


def _apart(said: Said) -> tuple[str, ...]:
    """Give the name of an organ, or those of two: "the Council of Ports and the Bank of Chad"."""
    tokens = said.words.words
    joins = (at for at in range(said.start + 1, said.stop - 2) if tokens[at] in _AND)
    cut = next((at for at in joins if _opens_name(said, at + 1)), -1)
    spans = [(said.start, said.stop)] if cut < 0 else [(said.start, cut), (cut + 1, said.stop)]
    return tuple(name for span in spans if (name := said.name(*span)))


def _opens_name(said: Said, place: int) -> bool:
    """Say whether an article and a capital open a name."""
    return said.words.words[place] in said.circle.rules.articles and said.is_capital(place + 1)
