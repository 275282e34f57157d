"""Organs as subjects: whose they are, whether they stand for a party, for all of them, or for themselves."""

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
_AND = frozenset({"and", "et"})
_IN = (["in"], ["at"], ["a"])
_SPEAK_FOR = tuple(sorted(read_words("words", "actors_speak_for")))


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


def own_body(
    circle: Circle, text: Normalised, words: Words, start: int, stop: int, collective: Found[str] | None
) -> str:
    """Give some of them, or a body of all, by name: "the Geological Surveys of each country"."""
    if collective is None:
        return ""
    if _particular(text, words, start, collective):
        return circle.name_at(text, words, collective.start, stop)
    if words.words[collective.start - 1] not in _BELONGS or collective.start <= start:
        return ""
    name = called(text, words, start, collective.start - 1, circle.rules)
    return "" if fold(name).startswith(_SPEAK_FOR) else name


def _particular(text: Normalised, words: Words, start: int, collective: Found[str]) -> bool:
    """Say whether "the Sponsoring Partners" are some of them and not all."""
    place = collective.end - 2
    if place <= start or not words.words[collective.end - 1].startswith(_MEMBERS):
        return False
    return words.words[place] not in _ANY_PARTY and text.plain[words.starts[place]].isupper()


def shared_body(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> str:
    """Give a body of each party that acts under its own name: "the requested administration"."""
    tokens = words.words
    found = next(circle.rules.bodies.search(tokens, start, stop), None)
    if found is None or not circle.of.isdisjoint(tokens[start : found.start]):
        return ""
    end = found.end
    if tokens[end : end + 1] in _IN and end + 1 < stop and text.plain[words.starts[end + 1]].isupper():
        end += 2
    whole = tokens[end - 1].endswith("s") and circle.rules.collective.holds(tokens, end, stop)
    nouns = {word.rstrip("s") for word in tokens[found.start : end]}
    names = (name for party in circle.parties for name in (party.name, *party.aliases))
    named = any(nouns & set(fold(name).split()) for name in names)
    return "" if whole or named else circle.name_at(text, words, found.start, end)


def of_country(
    circle: Circle,
    text: Normalised,
    words: Words,
    start: int,
    stop: int,
    organ: Found[str],
    named: dict[int, int],
) -> Subject | None:
    """Read a body that only has a country's adjective in its name ("the Spanish Institute for …")."""
    place = min(named.values(), default=stop)
    if len(named) > 1 and _AND.isdisjoint(words.words[place : max(named.values())]):
        # "the Franco-Spanish commission" is neither's
        own = max(named.values()) <= organ.end + 2 and not words.words[organ.start].startswith(_SPEAK_FOR)
        return Subject("organ", (circle.name_at(text, words, start, stop),)) if own else None
    behind = place == organ.end and not circle.of.isdisjoint(words.words[place + 1 : place + 2])
    spoken_for = words.words[organ.start].startswith(_SPEAK_FOR)
    if spoken_for or not text.plain[words.starts[organ.start]].isupper():
        return None
    if place > organ.start and not behind:
        return None
    names = (name for party in circle.parties for name in (party.name, *party.aliases))
    if words.words[place] in {word for name in names for word in fold(name).split()}:
        return None
    return Subject("organ", (circle.name_at(text, words, min(place, organ.start), stop),))


def of_organ(
    circle: Circle,
    text: Normalised,
    words: Words,
    start: int,
    stop: int,
    organ: Found[str],
    named: dict[int, int],
    *,
    everyone: bool,
) -> Subject | None:
    """Read a subject that an organ heads: a party's own organ stands for the party."""
    tokens = words.words
    if tokens[organ.start] in _FUNDS and text.plain[words.starts[organ.start]].islower():
        return None
    speaks = tokens[organ.start].startswith(_SPEAK_FOR)
    if speaks and is_own_body(circle, text, words, organ.start):
        return Subject("organ", (circle.name_at(text, words, max(start, organ.start - 2), stop),))
    first_named = min(named.values(), default=stop)
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
        return Subject("party", circle.names_of(named))
    plural = tokens[organ.start].endswith("s") and circle.of.isdisjoint(tokens[organ.end : stop])
    if speaks and plural:
        return Subject("collective", circle.everyone)
    names = _apart(circle, text, words, start, stop)
    return Subject("organ", names) if names else None


def _apart(circle: Circle, text: Normalised, words: Words, start: int, stop: int) -> tuple[str, ...]:
    """Give the name of an organ, or those of two: "the Council of Ports and the Bank of Chad"."""
    tokens = words.words
    joins = (at for at in range(start + 1, stop - 2) if tokens[at] in _AND)
    cut = next((at for at in joins if _opens_name(circle, text, words, at + 1)), -1)
    spans = [(start, stop)] if cut < 0 else [(start, cut), (cut + 1, stop)]
    names = (circle.name_at(text, words, *span) for span in spans)
    return tuple(name for name in names if name)


def _opens_name(circle: Circle, text: Normalised, words: Words, place: int) -> bool:
    """Say whether an article and a capital open a name."""
    return words.words[place] in circle.rules.articles and text.plain[words.starts[place + 1]].isupper()
