"""Which obligation a typed name means.

An exact ref wins, then the office's own number, then a former ref, then whatever is spelled so
but for case, accents and spaces (the whole ref, or what follows its dot), then a part of a ref
that only one has. The register is asked through `Names`, a few questions that an index can
answer for a million refs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from tracker.core.errors import Text, TrackerError

SHOWN: Final = 12
"""How many candidates an ambiguous name lists."""

_POOL: Final = 200
_PIECE: Final = 3
_GUESSES: Final = 3
_ALIKE: Final = 0.7
_MARKS: Final = frozenset({"Mn", "Me", "Cf"})
_DASHES: Final = re.compile("[\N{HYPHEN}-\N{EM DASH}\N{MINUS SIGN}]")
_SPACES: Final = re.compile(r"\s+")
_WORDS: Final = re.compile(r"[^\W_]+")


_ALL: Final = 1 << 31


class NobodyError(TrackerError):
    """No obligation has a name, nor one like it."""

    def __init__(self, text: Text) -> None:
        """Take what is said to a person."""
        super().__init__(text.msgid, **text.values)


class Names(Protocol):
    """What a register answers about the names of its obligations; every answer holds refs.

    `folded` and `part` are texts that `fold` returned; they are compared with folded refs.
    """

    def exact(self, name: str) -> bool:
        """Say whether a ref is spelled so."""

    def by_number(self, number: str) -> Sequence[str]:
        """Give the refs with that `number`."""

    def former(self, name: str) -> Sequence[str]:
        """Give the refs that list that name under `formerly`."""

    def alike(self, folded: str, limit: int) -> Sequence[str]:
        """Give the refs which fold to that, whole or after their first dot: at most `limit`."""

    def containing(self, part: str, limit: int) -> Sequence[str]:
        """Give the refs which, folded, have that part anywhere: at most `limit`, in order."""

    def count(self, part: str) -> int:
        """Count the refs that `containing` would give without a limit."""


class Listed:
    """Names over refs that are at hand."""

    def __init__(self, named: Iterable[tuple[str, str, Iterable[str]]]) -> None:
        """Take (ref, number, former refs) for each obligation; number '' for none."""
        self._folded: dict[str, str] = {}
        self._numbers: dict[str, list[str]] = {}
        self._former: dict[str, list[str]] = {}
        for ref, number, formerly in named:
            self._folded[ref] = fold(ref)
            if number:
                self._numbers.setdefault(number, []).append(ref)
            for old in formerly:
                self._former.setdefault(old, []).append(ref)

    def exact(self, name: str) -> bool:
        """Say whether a ref is spelled so."""
        return name in self._folded

    def by_number(self, number: str) -> Sequence[str]:
        """Give the refs with that number."""
        return self._numbers.get(number, [])

    def former(self, name: str) -> Sequence[str]:
        """Give the refs that had that name."""
        return self._former.get(name, [])

    def alike(self, folded: str, limit: int) -> Sequence[str]:
        """Give the refs which fold to that, whole or after their first dot."""
        return sorted(ref for ref, own in self._folded.items() if folded in (own, after_dot(own)))[:limit]

    def containing(self, part: str, limit: int) -> Sequence[str]:
        """Give the refs that have that part anywhere, in order."""
        return sorted(ref for ref, own in self._folded.items() if part in own)[:limit]

    def count(self, part: str) -> int:
        """Count the refs that have that part."""
        return sum(part in own for own in self._folded.values())


class Joined:
    """Names of several registers, as if they were one."""

    def __init__(self, *names: Names) -> None:
        """Take them, those that count first."""
        self._names = names

    def exact(self, name: str) -> bool:
        """Say whether a ref is spelled so."""
        return any(names.exact(name) for names in self._names)

    def by_number(self, number: str) -> Sequence[str]:
        """Give the refs with that number."""
        return next((refs for names in self._names if (refs := names.by_number(number))), [])

    def former(self, name: str) -> Sequence[str]:
        """Give the refs that had that name."""
        return next((refs for names in self._names if (refs := names.former(name))), [])

    def alike(self, folded: str, limit: int) -> Sequence[str]:
        """Give the refs which fold to that, whole or after their first dot."""
        return sorted({ref for names in self._names for ref in names.alike(folded, limit)})[:limit]

    def containing(self, part: str, limit: int) -> Sequence[str]:
        """Give the refs that have that part anywhere, in order."""
        return sorted({ref for names in self._names for ref in names.containing(part, limit)})[:limit]

    def count(self, part: str) -> int:
        """Count the refs that have that part."""
        return len(self.containing(part, _ALL))


def fold(text: str) -> str:
    """Make texts alike that differ in case, accents, kinds of dash or invisible signs alone.

    Letters of every script stay; of Arabic the vowel signs go, and a hamza above or below its
    letter. Folding twice changes nothing more.
    """
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(char for char in spread if unicodedata.category(char) not in _MARKS)
    return _DASHES.sub("-", plain)


def after_dot(ref: str) -> str:
    """Give the obligation's own part of `agreement.obligation`."""
    return ref.partition(".")[2]


def resolve(name: str, names: Names) -> str:
    """Give the ref that a typed name means; TrackerError where it means none, or several."""
    name = name.strip()
    if not name:
        raise TrackerError("the name of an obligation is empty; 'tracker list' shows them all")
    if names.exact(name):
        return name
    for refs in (names.by_number(name), names.former(name)):
        if refs:
            return _only(name, refs, len(refs))
    part = _SPACES.sub("-", fold(name).strip())
    if not part:
        raise _unknown(name, part, names)
    refs = names.alike(part, SHOWN + 1) or names.containing(part, SHOWN + 1)
    if not refs:
        raise _unknown(name, part, names)
    return _only(name, refs, len(refs) if len(refs) <= SHOWN else names.count(part))


def _only(name: str, refs: Sequence[str], total: int) -> str:
    if total == 1:
        return refs[0]
    shown = ", ".join(refs[:SHOWN])
    if total <= len(refs[: SHOWN + 1]):
        raise TrackerError("{name!r} may mean {refs}; type more of it", name=name, refs=", ".join(refs))
    raise TrackerError(
        "{name!r} may mean {refs} and {count} more; type more of it",
        name=name,
        refs=shown,
        count=total - SHOWN,
    )


def _unknown(name: str, part: str, names: Names) -> TrackerError:
    if near := _near(part, names):
        return TrackerError(
            "no obligation is called {name!r}; did you mean {refs}?", name=name, refs=", ".join(near)
        )
    return NobodyError(
        Text(
            "no obligation is called {name!r}; 'tracker list' shows them all, and 'tracker list --search "
            "WORDS' those that speak of something",
            {"name": name},
        )
    )


def _near(part: str, names: Names) -> list[str]:
    """Find what was mistyped: refs that share a piece with it, the most similar first.

    One slip leaves one half of a word as it was, so that the words and their halves find the
    refs worth comparing without a look at all of them.
    """
    from difflib import get_close_matches  # wanted for a mistake only

    typed = len(_WORDS.findall(part))
    words = sorted(_WORDS.findall(part), key=len, reverse=True)[:4]
    pieces = list(words)
    for word in words:
        middle = len(word) // 2
        pieces += [word[:middle], word[middle:], word[:_PIECE], word[-_PIECE:]]
    spelled: dict[str, list[str]] = {}
    for piece in dict.fromkeys(piece for piece in pieces if len(piece) >= _PIECE):
        for ref in names.containing(piece, _POOL):
            own = fold(ref)
            for spelling in {own, after_dot(own), *_runs(_WORDS.findall(own), typed)}:
                spelled.setdefault(spelling, []).append(ref)
    close = get_close_matches(part, sorted(spelled), _GUESSES, _ALIKE)
    return list(dict.fromkeys(ref for spelling in close for ref in sorted(set(spelled[spelling]))))[:_GUESSES]


def _runs(words: Sequence[str], count: int) -> Iterator[str]:
    """Give words that follow each other, one at a time and so many."""
    yield from words
    for start in range(len(words) - count + 1):
        yield "-".join(words[start : start + count])
