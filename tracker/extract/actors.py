"""Who is to do something: the subject of a clause, or its agent, among the document's own actors."""

from collections.abc import Collection
from typing import NamedTuple

from tracker.extract.governments import GOVERNMENTS, is_anothers, is_of_another
from tracker.extract.grammar import Grammar
from tracker.extract.names import head_noun
from tracker.extract.normalise import Normalised, fold
from tracker.extract.proposals import Party
from tracker.extract.rules import read_words
from tracker.extract.states import states_in
from tracker.extract.subject_core import core_of
from tracker.extract.wording import Found, Lexicon, Words, split_words
from tracker.extract.written_names import WEAK, acronym, called, joined_names, name_at

_LONGEST_NAME = 12
_PAIR = 2
_LONG = 3
_SHORTEST = 2
_BODIES = ("authorit", "autorite", "agenc", "entit", "administration")
_MEMBERS = ("partner", "partenaire", "member", "membre", "participant", "signator", *_BODIES)
_ANY_PARTY = read_words("words", "actors_any_party")
_FUNDS = frozenset({"fund", "funds", "fonds"})
_BELONGS = frozenset(["of", "the", "de", "du", "d'", "des", "l'", "la", "le"])
_THE = frozenset(["the", "le", "la", "l'"])
_INDEFINITE = frozenset(["a", "an", "un", "une"])
_OF = read_words("words", "actors_of")
_SPEAK_FOR = tuple(sorted(read_words("words", "actors_speak_for")))


def _plurals(names: list[list[str]]) -> frozenset[str]:
    """Give the plurals of what all parties are: "the Parliaments" of two of them."""
    shared = set(names[0]).intersection(*names[1:]) if len(names) == _PAIR else set()
    nouns = {word for word in shared if len(word) > _LONG}
    return frozenset(
        {noun + "s" for noun in nouns} | {noun[:-1] + "ies" for noun in nouns if noun[-1] == "y"}
    )


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


class Subject(NamedTuple):
    """How a clause's subject was read; ``sort`` is collective, party, organ, pronoun or thing."""

    sort: str
    bearers: tuple[str, ...]


class Circle:
    """The document's parties and the names it has for them, looked up word by word."""

    def __init__(
        self,
        parties: tuple[Party, ...],
        short: dict[str, str],
        language: str,
        rules: Grammar,
        countries: tuple[str, ...] = (),
        unnamed: str = "",
        spoken_of: Collection[str] = (),
    ) -> None:
        """Index the parties' names, adjectives such as "tunisien", and who else has an abbreviation.

        ``countries`` are whom "both countries" means where bodies of theirs are the parties;
        ``unnamed`` is what all are called where no party is known, ``spoken_of`` are names in capitals.
        """
        self.parties = parties
        self.everyone = tuple(party.name for party in parties) or ((unnamed,) if unnamed else ())
        self._shared = _plurals([split_words(fold(name)).words for name in self.everyone])
        self._countries = countries or self.everyone
        self.rules = rules
        # "a" is an article in English, and what is left of "à" in French
        self.of = _OF - {"a"} if language == "en" else _OF
        rows: list[tuple[str, int]] = []
        stems = states_in(language)
        of_state = [index for index, party in enumerate(parties) if party.name in stems]
        if len(of_state) == 1:
            rows += [(word, of_state[0]) for word in GOVERNMENTS]
        for index, party in enumerate(parties):
            for alias in (party.name, *party.aliases, *head_noun(party, parties, language)):
                words = split_words(fold(alias)).words
                if words and len(words) <= _LONGEST_NAME:
                    rows.append((" ".join(words), index))
                last = alias.split()[-1] if " " in alias else ""
                if len(last) > _LONG and last.isupper() and last.isalpha():
                    rows.append((fold(last), index))
            state = party.name if party.name in stems else self._state_of(party, parties, stems)
            rows += [(stem + "*", index) for stem in stems.get(state, ()) if len(stem) > 3]  # noqa: PLR2004
        others = [
            (name, word) for name, long in short.items() for word in (name, long) if name not in self.everyone
        ]
        self._others: Lexicon[str] = Lexicon(
            (" ".join(words), name)
            for name, word in others
            if (words := split_words(fold(word)).words) and words[0].isalpha()
        )
        rows = [
            (phrase.replace("?", "").replace("~", "").strip() or "-", index)
            for phrase, index in rows
            if phrase.strip("?~ ")
        ]
        self.names: Lexicon[int] = Lexicon(rows)
        spoken = ((" ".join(split_words(fold(name)).words), len(parties)) for name in sorted(spoken_of))
        self.actors: Lexicon[int] = Lexicon([*rows, *spoken])

    @staticmethod
    def _state_of(party: Party, parties: tuple[Party, ...], stems: dict[str, tuple[str, ...]]) -> str:
        """Give the state whose only body here a party is ("Ministry of Education of Hungary")."""

        def within(name: str) -> str:
            return next((state for state in stems if state in name), "")

        states = [within(" ".join((other.name, *other.aliases))) for other in parties]
        own = states[parties.index(party)]
        return own if states.count(own) == 1 else ""

    def named(self, words: list[str], start: int, stop: int) -> dict[int, int]:
        """Give the parties named within words ``[start, stop)``, with the place of the first mention."""
        found: dict[int, int] = {}
        mentions = [*self.names.search(words, start, stop)]
        for mention in mentions:
            if not is_of_another(words, mention, mentions, stop):
                found.setdefault(mention.label, mention.start)
        return found

    def names_of(self, found: dict[int, int]) -> tuple[str, ...]:
        """Give the names of some parties in the document's order."""
        return tuple(self.parties[index].name for index in sorted(found))

    def subject(  # noqa: C901, PLR0911  one line for each way to be a subject
        self, text: Normalised, words: Words, start: int, stop: int
    ) -> Subject:
        """Read the subject that stands in words ``[start, stop)``."""
        tokens = words.words
        opened = start
        start, stop = core_of(text, words, start, max(start, stop), self.rules)
        named = self.named(tokens, start, stop)
        collective = next(self.rules.collective.search(tokens, start, stop), None)
        organ = self.head(tokens, start, stop)
        first_named = min(named.values(), default=stop)
        first_collective = collective.start if collective else stop
        plural = any(tokens[at] in self._shared for at in range(start, min(stop, start + _SHORTEST + 1)))
        if not named and len(self.everyone) == _PAIR and (plural or _both(tokens, start, stop)):
            return Subject("collective", self.everyone)
        if (
            organ
            and organ.start < min(first_collective, stop)
            and not self.inside_name(tokens, named, organ.start)
        ):
            if tokens[start] in _INDEFINITE:
                return Subject("organ", self.everyone)
            found = self._of_country(text, words, stop, organ, named) or self._organ(
                text, words, start, stop, organ, named, everyone=collective is not None
            )
            if found is not None:
                return found
        if collective and self._one_of_them(tokens[collective.end - 1]):
            name = self.name_at(text, words, start, stop)
            return Subject("collective", (name,) if name else ())
        if collective and not named and is_anothers(tokens, collective, stop):
            return Subject("organ", (self.name_at(text, words, start, stop),))
        own = self._own_body(text, words, start, stop, collective)
        if own:
            return Subject("organ", (own,))
        if collective and first_collective <= first_named and not _means_one(tokens, collective, named):
            nations = tokens[collective.end - 1] in read_words("words", "countries")
            return Subject("collective", self._countries if nations else self.everyone)
        if named and self.of.isdisjoint(tokens[start:first_named]):
            others = joined_names(text, words, start, stop, set(named.values()), self.rules)
            return Subject("party", self.names_of(named) + others)
        if collective:
            return Subject("collective", self.everyone)
        return self._introduced(text, words, opened, start, stop) or self._of_none(text, words, start, stop)

    def _of_none(self, text: Normalised, words: Words, start: int, stop: int) -> Subject:
        """Read a subject that is none of the parties, and no organ: a pronoun, a name, or a thing."""
        tokens = words.words
        if self._is_pronoun(tokens, start, stop):
            return Subject("pronoun", ())
        other = next(
            (
                found
                for found in self._others.search(tokens, start, stop)
                if self.of.isdisjoint(tokens[start : found.start])
            ),
            None,
        )
        if other is not None:
            return Subject("organ", (other.label,))
        name = acronym(text, words, start, stop, self.rules)
        if name:
            return Subject("party", (name,))
        name = called(text, words, start, stop, self.rules)
        return Subject("organ", (name,)) if name else Subject("thing", ())

    def _organ(
        self,
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
        if speaks and self.is_own_body(text, words, organ.start):
            return Subject("organ", (self.name_at(text, words, max(start, organ.start - 2), stop),))
        first_named = min(named.values(), default=stop)
        of_party = tokens[organ.end : organ.end + 1] + tokens[first_named - 1 : first_named]
        belongs = len(of_party) > 1 and set(of_party) <= _BELONGS
        if everyone and speaks and not belongs:
            return Subject("collective", self.everyone)
        if named and (
            first_named in {organ.end, organ.start}
            or first_named < organ.start
            or speaks
            or belongs
            or len(named) > 1
        ):
            return Subject("party", self.names_of(named))
        plural = tokens[organ.start].endswith("s") and self.of.isdisjoint(tokens[organ.end : stop])
        if speaks and plural:
            return Subject("collective", self.everyone)
        name = self.name_at(text, words, start, stop)
        return Subject("organ", (name,)) if name else None

    def _is_pronoun(self, tokens: list[str], start: int, stop: int) -> bool:
        found = next(self.rules.pronouns.at(tokens, start, stop), None) if start < stop else None
        return found is not None and all(word in WEAK for word in tokens[found.end : stop])

    def _introduced(
        self, text: Normalised, words: Words, opened: int, start: int, stop: int
    ) -> Subject | None:
        """Give whom a pronoun means that its own introduction names: "If a Party withdraws, it shall"."""
        if start - opened <= _SHORTEST or not self._is_pronoun(words.words, start, stop):
            return None
        said = self.subject(text, words, opened + 1, start - 1)
        return said if said.sort in {"party", "collective", "organ"} and said.bearers else None

    def _of_country(
        self, text: Normalised, words: Words, stop: int, organ: Found[str], named: dict[int, int]
    ) -> Subject | None:
        """Read a body that only has a country's adjective in its name ("the Spanish Institute for …")."""
        place = min(named.values(), default=stop)
        behind = place == organ.end and not self.of.isdisjoint(words.words[place + 1 : place + 2])
        spoken_for = words.words[organ.start].startswith(_SPEAK_FOR)
        if spoken_for or not text.plain[words.starts[organ.start]].isupper():
            return None
        if place > organ.start and not behind:
            return None
        names = (name for party in self.parties for name in (party.name, *party.aliases))
        if words.words[place] in {word for name in names for word in fold(name).split()}:
            return None
        return Subject("organ", (self.name_at(text, words, min(place, organ.start), stop),))

    def is_own_body(self, text: Normalised, words: Words, place: int) -> bool:
        """Say whether authorities are a body of this document ("the Executive Authorities")."""
        before = words.words[place - 1]
        return (
            words.words[place].startswith(_BODIES)
            and text.plain[words.starts[place]].isupper()
            and text.plain[words.starts[place - 1]].isupper()
            and before not in _ANY_PARTY
            and before not in self.rules.determiners
            and not any(self.names.at(words.words, place - 1, place))
        )

    def organ_in(self, text: Normalised, words: Words, start: int, stop: int) -> Subject | None:
        """Give the organ that heads the words ``[start, stop)``, by its name as written."""
        organ = next(self.rules.organs.search(words.words, start, stop), None)
        if organ is None:
            return None
        begin = organ.start
        while begin > start and text.plain[words.starts[begin - 1]].isupper():
            begin -= 1
        return Subject("organ", (self.name_at(text, words, begin, min(stop, organ.end + 2)),))

    def _one_of_them(self, noun: str) -> bool:
        """Say whether "the Host Institution" has to stand for itself, as the parties are not known."""
        return not self.everyone or (
            len(self.everyone) == 1 and not noun.startswith(("part", "side", "cote", "we", "nous"))
        )

    def _particular(self, text: Normalised, words: Words, start: int, collective: Found[str]) -> bool:
        """Say whether "the Sponsoring Partners" are some of them and not all."""
        place = collective.end - 2
        if place <= start or not words.words[collective.end - 1].startswith(_MEMBERS):
            return False
        return words.words[place] not in _ANY_PARTY and text.plain[words.starts[place]].isupper()

    def _own_body(
        self, text: Normalised, words: Words, start: int, stop: int, collective: Found[str] | None
    ) -> str:
        """Give some of them, or a body of all, by name: "the Geological Surveys of each country"."""
        if collective is None:
            return ""
        if self._particular(text, words, start, collective):
            return self.name_at(text, words, collective.start, stop)
        if words.words[collective.start - 1] not in _BELONGS or collective.start <= start:
            return ""
        name = called(text, words, start, collective.start - 1, self.rules)
        return "" if fold(name).startswith(_SPEAK_FOR) else name

    def head(self, tokens: list[str], start: int, stop: int) -> Found[str] | None:
        """Give the organ that heads a subject: not that of "the meetings of the Committee"."""
        for found in self.rules.organs.search(tokens, start, stop):
            return found if self.of.isdisjoint(tokens[start : found.start]) else None
        return None

    def inside_name(self, tokens: list[str], named: dict[int, int], place: int) -> bool:
        """Say whether an organ's word belongs to a party's own name ("Ministry of Law")."""
        return any(
            mention.start <= place < mention.end
            for mention in self.names.search(tokens, max(0, place - _LONGEST_NAME), place + _LONGEST_NAME)
            if mention.label in named
        )

    def name_at(self, text: Normalised, words: Words, start: int, stop: int) -> str:
        """Give the name that stands in words ``[start, stop)``, as written, or ``""``."""
        return name_at(text, words, start, stop, self.rules)
