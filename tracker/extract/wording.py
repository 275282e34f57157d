"""Words with their places, and phrases over them: the small language that the rules are written in.

A phrase is words apart by blanks. ``stem*`` is any word that begins so, ``a|b`` either, ``?word`` may
be missing, ``~3`` stands for up to three words and ``_`` for adverbs and asides ("également", ", in
principle,"). Phrases are found through their first word, so a thousand of them cost little more than ten.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from tracker.extract.rules import read_words

Label = TypeVar("Label")
Said = TypeVar("Said")

_LETTERS = r"[a-z]++(?:-[a-z]++)*+"
_WORD = re.compile(
    rf"{_LETTERS}(?!')|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z])"
    rf"|'s\b|{_LETTERS}|\d+(?:[.,]\d+)*|[^\sa-z0-9]"
)
_ACCENTED = re.compile(r"é(?!\w)")
_STEM_KEY = 3
_MOST_KNOWN = 20_000
_CLOSED = frozenset(".;:!?")
_LONGEST_ASIDE = 6
_PAIR = 2


class Words(NamedTuple):
    """The words and signs of a folded text, in parallel lists; ends are exclusive.

    ``accented`` are the indices of words that end in "é" as written, which folding takes for presents.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    accented: frozenset[int] = frozenset()


def split_words(folded: str) -> Words:
    """Find the words and signs of a folded text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for piece in folded.split(" "):
        for word, start, end in _WORDS[piece]:
            words.append(word)
            starts.append(place + start)
            ends.append(place + end)
        place += len(piece) + 1
    return Words(words, starts, ends)


def _words_of(piece: str) -> list[tuple[str, int, int]]:
    """Give the words and signs of what stands between blanks, and where each begins and ends."""
    return [(_joined(match.group()), match.start(), match.end()) for match in _WORD.finditer(piece)]


def _joined(word: str) -> str:
    return "co" + word[3:] if word.startswith("co-o") else word


def with_accents(words: Words, plain: str) -> Words:
    """Mark the words that end in "é" in the text as written: "déposé" is no "dépose"."""
    ends = (match.end() for match in _ACCENTED.finditer(plain))
    places = ((bisect_left(words.ends, end), end) for end in ends)
    found = (at for at, end in places if at < len(words.ends) and words.ends[at] == end)
    return words._replace(accented=frozenset(found))


class Remembered(dict[str, Said]):
    """What is to be said of a word: worked out once, and kept for the words that came last."""

    def __init__(self, say: Callable[[str], Said]) -> None:
        """Take what works it out."""
        super().__init__()
        self._say = say

    def __missing__(self, word: str) -> Said:
        """Work it out for a word that is new."""
        if len(self) >= _MOST_KNOWN:
            self.clear()
        said = self[word] = self._say(word)
        return said


_WORDS = Remembered(_words_of)


class _Part:
    """One place of a phrase: its words and stems, or how many words may stand there."""

    __slots__ = ("exact", "gap", "optional", "stems")

    def __init__(self, exact: frozenset[str], stems: tuple[str, ...], gap: int, *, optional: bool) -> None:
        self.exact = exact
        self.stems = stems
        self.gap = gap
        self.optional = optional


@cache
def _part(piece: str) -> _Part:
    """Read one place of a phrase; many phrases share theirs."""
    if piece == "_":
        return _Part(read_words("words", "asides"), (), _LONGEST_ASIDE, optional=True)
    if piece.startswith("~"):
        return _Part(frozenset(), (), int(piece[1:]), optional=True)
    optional = piece.startswith("?")
    choices = piece.removeprefix("?").split("|")
    exact = frozenset(choice for choice in choices if not choice.endswith("*"))
    stems = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    return _Part(exact, stems, 0, optional=optional)


@cache
def _asides_in_commas() -> frozenset[str]:
    return read_words("words", "asides") | read_words("words", "asides_in_commas")


def _second(parts: tuple[_Part, ...]) -> _Part | None:
    """Give what the word behind the first one has to be; None where it may be any, or none."""
    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    for part in parts[1:]:
        if part.gap and not part.exact:
            return None
        if not part.optional and not exact and not stems:
            return part
        exact |= part.exact
        stems += part.stems
        if not part.optional:
            return _Part(exact, stems, 0, optional=False)
    return None


def _end_of(parts: tuple[_Part, ...], at: int, words: list[str], position: int, stop: int) -> int:
    """Give where the parts from ``at`` end when read from ``position``, or -1."""
    while at < len(parts):
        part = parts[at]
        if part.gap:
            return _behind_gap(parts, at, words, position, stop)
        word = words[position] if position < stop else ""
        taken = word in part.exact or (part.stems and word.startswith(part.stems))
        if part.optional and taken:
            found = _end_of(parts, at + 1, words, position + 1, stop)
            if found >= 0:
                return found
        elif taken:
            position += 1
        elif not part.optional:
            return -1
        at += 1
    return position


def _behind_gap(parts: tuple[_Part, ...], at: int, words: list[str], position: int, stop: int) -> int:
    """Give where the parts behind a gap end, with as few words in the gap as can be, or -1."""
    part = parts[at]
    aside = part.exact
    if aside and position < stop and words[position] == ",":
        aside = _asides_in_commas()
    behind = parts[at + 1] if at + 1 < len(parts) else None
    exact: frozenset[str] | None = None
    stems: tuple[str, ...] = ()
    if behind is not None and not behind.optional:
        exact, stems = behind.exact, behind.stems
        if not (aside or stems) and exact.isdisjoint(words[position : min(stop, position + part.gap + 1)]):
            return -1
    for place in range(position, min(stop, position + part.gap) + 1):
        word = words[place] if place < stop else ""
        if exact is None or (word and (word in exact or (stems and word.startswith(stems)))):
            found = _end_of(parts, at + 1, words, place, stop)
            if found >= 0:
                return found
        if not word or word in _CLOSED or (aside and word not in aside):
            break
    return -1


class Found(NamedTuple, Generic[Label]):
    """A phrase at words ``[start, end)``."""

    start: int
    end: int
    label: Label


class _Phrase(NamedTuple, Generic[Label]):
    """A phrase of one or more parts; ``second`` and ``stems`` quickly say no to most words behind the first.

    ``second`` is None where any word may stand there, or none. ``length`` is that of a phrase which is
    found as soon as they say yes, else 0.
    """

    parts: tuple[_Part, ...]
    second: frozenset[str] | None
    stems: tuple[str, ...]
    length: int
    label: Label


@lru_cache(maxsize=_MOST_KNOWN)
def _parts(phrase: str) -> tuple[tuple[_Part, ...], frozenset[str] | None, tuple[str, ...], int]:
    """Read a phrase: all that is known of it but its label."""
    parts = tuple(map(_part, phrase.split()))
    second = _second(parts)
    at_once = len(parts) == 1 or (len(parts) == _PAIR and not parts[1].optional)
    length = len(parts) if at_once else 0
    return (parts, second.exact, second.stems, length) if second is not None else (parts, None, (), length)


class _Beginnings(dict[str, tuple[_Phrase[Label], ...]]):
    """The phrases that a word can begin, read only when it is met: few of all the words are."""

    def __init__(
        self, exact: dict[str, list[tuple[str, Label]]], stems: dict[str, list[tuple[str, Label]]]
    ) -> None:
        super().__init__()
        self._exact = exact
        self._stems = stems

    def __missing__(self, word: str) -> tuple[_Phrase[Label], ...]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found: tuple[_Phrase[Label], ...] = ()
        if word in self._exact:
            found = tuple(_Phrase(*_parts(phrase), label) for phrase, label in self._exact[word])
        if word[:_STEM_KEY] in self._stems:
            begun = (_Phrase(*_parts(phrase), label) for phrase, label in self._stems[word[:_STEM_KEY]])
            found += tuple(phrase for phrase in begun if word.startswith(phrase.parts[0].stems))
        self[word] = found
        return found


class Lexicon(Generic[Label]):
    """Many phrases, each with a label, looked up together."""

    def __init__(self, rows: Iterable[tuple[str, Label]]) -> None:
        """Take rows of (phrase, label); a phrase begins with a word, or a stem of three letters or more."""
        self._exact: dict[str, list[tuple[str, Label]]] = {}
        self._stems: dict[str, list[tuple[str, Label]]] = {}
        self._known = _Beginnings(self._exact, self._stems)
        for row in rows:
            self._add(*row)

    def _add(self, phrase: str, label: Label) -> None:
        first, *rest = phrase.split(None, 1)
        part = _part(first)
        for word in part.exact:
            self._exact.setdefault(word, []).append((phrase, label))
        for key in {stem[:_STEM_KEY] for stem in part.stems}:
            self._stems.setdefault(key, []).append((phrase, label))
        if part.optional:
            self._add(rest[0], label)

    def at(self, words: list[str], position: int, stop: int) -> Iterator[Found[Label]]:
        """Yield the phrases that begin at a word and end at or before ``stop``."""
        if position >= stop:
            return iter(())
        phrases = self._known[words[position]]
        return self._read(((position, phrases),), words, stop) if phrases else iter(())

    def search(self, words: list[str], start: int, stop: int) -> Iterator[Found[Label]]:
        """Yield every phrase within words ``[start, stop)``, from left to right."""
        known = list(map(self._known.__getitem__, words[start:stop]))
        if not any(known):
            return iter(())
        return self._read(compress(enumerate(known, start), known), words, min(stop, len(words)))

    @staticmethod
    def _read(
        begun: Iterable[tuple[int, tuple[_Phrase[Label], ...]]], words: list[str], stop: int
    ) -> Iterator[Found[Label]]:
        """Yield which phrases end at or before ``stop`` of those that the word at each position can begin."""
        for position, phrases in begun:
            behind = position + 1
            following = words[behind] if behind < stop else ""
            for parts, second, stems, length, label in phrases:
                if second is None or following in second or (stems and following.startswith(stems)):
                    end = position + length if length else _end_of(parts, 1, words, behind, stop)
                    if end >= 0:
                        yield Found(position, end, label)

    def begins(self, word: str) -> bool:
        """Say whether a phrase may begin with a word: a quick no for most."""
        return bool(self._known[word])

    def holds(self, words: list[str], start: int, stop: int) -> bool:
        """Say whether any phrase stands within words ``[start, stop)``."""
        if not any(map(self._known.__getitem__, words[start:stop])):
            return False
        return next(self.search(words, start, stop), None) is not None
