"""Who can be to do something: the document's own actors, by the names that it has for them."""

from collections.abc import Collection
from typing import NamedTuple

from tracker.extract.governments import GOVERNMENTS, is_of_another
from tracker.extract.grammar import Grammar
from tracker.extract.names import head_noun
from tracker.extract.normalise import Normalised, fold
from tracker.extract.proposals import Party
from tracker.extract.rules import read_words
from tracker.extract.states import states_in
from tracker.extract.wording import Lexicon, Words, split_words
from tracker.extract.written_names import name_at

_LONGEST_NAME = 12
_PAIR = 2
_LONG = 3
_OF = read_words("words", "actors_of")


def _shared_nouns(parties: tuple[Party, ...]) -> set[str]:
    """Give what both of two parties are: "Parliament", "Academy"."""
    if len(parties) != _PAIR:
        return set()
    words = [
        {word for name in (party.name, *party.aliases) for word in split_words(fold(name)).words}
        for party in parties
    ]
    return {word for word in words[0] & words[1] if len(word) > _LONG}


def _plurals(nouns: frozenset[str]) -> frozenset[str]:
    """Give the plurals of nouns: "the Parliaments" of two of them."""
    return frozenset(
        {noun + "s" for noun in nouns} | {noun[:-1] + "ies" for noun in nouns if noun[-1] == "y"}
    )


class Subject(NamedTuple):
    """How a clause's subject was read; ``sort`` is collective, party, organ, pronoun or thing."""

    sort: str
    bearers: tuple[str, ...]


class Circle:
    """The document's parties and the names it has for them, looked up word by word.

    ``each`` is what all parties are, ``shared`` the plurals of that, ``countries`` whom "both countries"
    means, ``others`` who else has a name here.
    """

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
        ``unnamed`` is what all are called where they are too many to name, or none is known;
        ``spoken_of`` are names in capitals.
        """
        self.parties = parties
        self.everyone = (unnamed,) if unnamed else tuple(party.name for party in parties)
        self.each = frozenset(_shared_nouns(parties))
        self.shared = _plurals(self.each)
        self.countries = countries or self.everyone
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
        self.others: Lexicon[str] = Lexicon(
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
        spoken = [(" ".join(split_words(fold(name)).words), len(parties)) for name in sorted(spoken_of)]
        self.actors = Lexicon([*rows, *spoken]) if spoken else self.names

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
