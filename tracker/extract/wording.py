"""Words with their places, and phrases over them: the small language that the rules are written in.

A phrase is words apart by blanks. ``stem*`` is any word that begins so, ``a|b`` either, ``?word`` may
be missing, ``~3`` stands for up to three words and ``_`` for adverbs and asides ("également", ", in
principle,"). Phrases are found through their first word, so a thousand of them cost little more than ten.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from tracker.extract.rules import read_words

Label = TypeVar("Label")

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
    spans = [match.span() for match in _WORD.finditer(folded)]
    words = [folded[start:end] for start, end in spans]
    if "co-o" in folded:
        words = ["co" + word[3:] if word.startswith("co-o") else word for word in words]
    return Words(words, [start for start, _ in spans], [end for _, end in spans])


def with_accents(words: Words, plain: str) -> Words:
    """Mark the words that end in "é" in the text as written: "déposé" is no "dépose"."""
    ends = (match.end() for match in _ACCENTED.finditer(plain))
    places = ((bisect_left(words.ends, end), end) for end in ends)
    found = (at for at, end in places if at < len(words.ends) and words.ends[at] == end)
    return words._replace(accented=frozenset(found))


class _Part(NamedTuple):
    exact: frozenset[str]
    stems: tuple[str, ...]
    gap: int
    optional: bool

    def takes(self, word: str) -> bool:
        return word in self.exact or word.startswith(self.stems)


def _parse(phrase: str) -> tuple[_Part, ...]:
    parts = []
    for piece in phrase.split():
        if piece == "_":
            parts.append(_Part(read_words("words", "asides"), (), _LONGEST_ASIDE, optional=True))
            continue
        if piece.startswith("~"):
            parts.append(_Part(frozenset(), (), int(piece[1:]), optional=True))
            continue
        optional = piece.startswith("?")
        choices = piece.removeprefix("?").split("|")
        exact = frozenset(choice for choice in choices if not choice.endswith("*"))
        stems = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
        parts.append(_Part(exact, stems, 0, optional))
    return tuple(parts)


def _end_of(parts: tuple[_Part, ...], at: int, words: list[str], position: int, stop: int) -> int:
    """Give where the parts from ``at`` end when read from ``position``, or -1."""
    while at < len(parts):
        part = parts[at]
        if part.gap:
            return _behind_gap(parts, at, words, position, stop)
        taken = position < stop and part.takes(words[position])
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
        aside = aside | read_words("words", "asides_in_commas")
    behind = parts[at + 1] if at + 1 < len(parts) else None
    if behind is not None and behind.optional:
        behind = None
    for place in range(position, position + part.gap + 1):
        if behind is None or (place < stop and behind.takes(words[place])):
            found = _end_of(parts, at + 1, words, place, stop)
            if found >= 0:
                return found
        if place >= stop or words[place] in _CLOSED or (aside and words[place] not in aside):
            break
    return -1


class Found(NamedTuple, Generic[Label]):
    """A phrase at words ``[start, end)``."""

    start: int
    end: int
    label: Label


class Lexicon(Generic[Label]):
    """Many phrases, each with a label, looked up together."""

    def __init__(self, rows: Iterable[tuple[str, Label]]) -> None:
        """Take rows of (phrase, label); a phrase begins with a word, or a stem of three letters or more."""
        self._exact: dict[str, list[tuple[tuple[_Part, ...], Label]]] = {}
        self._stems: dict[str, list[tuple[tuple[_Part, ...], Label]]] = {}
        self._known: dict[str, list[tuple[tuple[_Part, ...], Label]]] = {}
        for phrase, label in rows:
            self._add(_parse(phrase), label)

    def _add(self, parts: tuple[_Part, ...], label: Label) -> None:
        while parts[0].optional:
            self._index(parts, label)
            parts = parts[1:]
        self._index(parts, label)

    def _index(self, parts: tuple[_Part, ...], label: Label) -> None:
        for word in parts[0].exact:
            self._exact.setdefault(word, []).append((parts, label))
        for key in {stem[:_STEM_KEY] for stem in parts[0].stems}:
            self._stems.setdefault(key, []).append((parts, label))

    def _beginning(self, word: str) -> list[tuple[tuple[_Part, ...], Label]]:
        """Give the phrases that a word can begin; a word is looked up in full once."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = [*self._exact.get(word, ())]
            found += [
                row for row in self._stems.get(word[:_STEM_KEY], ()) if word.startswith(row[0][0].stems)
            ]
            self._known[word] = found
        return found

    def at(self, words: list[str], position: int, stop: int) -> Iterator[Found[Label]]:
        """Yield the phrases that begin at a word and end at or before ``stop``."""
        for parts, label in self._beginning(words[position]):
            end = position + 1 if len(parts) == 1 else _end_of(parts, 1, words, position + 1, stop)
            if end >= 0:
                yield Found(position, end, label)

    def search(self, words: list[str], start: int, stop: int) -> Iterator[Found[Label]]:
        """Yield every phrase within words ``[start, stop)``, from left to right."""
        known = self._known
        stop = min(stop, len(words))
        for position in range(start, stop):
            rows = known.get(words[position])
            if rows is None:
                rows = self._beginning(words[position])
            for parts, label in rows:
                end = position + 1 if len(parts) == 1 else _end_of(parts, 1, words, position + 1, stop)
                if end >= 0:
                    yield Found(position, end, label)

    def begins(self, word: str) -> bool:
        """Say whether a phrase may begin with a word: a quick no for most."""
        return bool(self._beginning(word))

    def holds(self, words: list[str], start: int, stop: int) -> bool:
        """Say whether any phrase stands within words ``[start, stop)``."""
        return next(self.search(words, start, stop), None) is not None
