"""Which party a name means: its id, an alias, or its name in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.register.check.codes import KeyPath
    from tracker.register.format.tables import Draft


class Clash(NamedTuple):
    """A name that two parties have: where it stands, and the party that had it before."""

    path: KeyPath
    name: str
    other: str


class PartyNames:
    """Names to ids. A name that no party claims becomes a party of its own."""

    def __init__(self, parties: Mapping[str, Draft]) -> None:
        """Take the parties that the register states."""
        self._ids: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self.clashes: list[Clash] = []
        self.implicit: list[str] = []
        for id_ in parties:
            self._claim(id_, id_, ("parties", id_))
        for id_, party in parties.items():
            for path, name in _stated(party):
                self._claim(name, id_, ("parties", id_, *path))

    def _claim(self, name: str, id_: str, path: KeyPath) -> None:
        owner = self._folded.setdefault(alike(name), id_)
        if owner != id_:
            self.clashes.append(Clash(path, name, owner))

    def known(self, name: str) -> str:
        """Give the id of the party that a name means, '' for none."""
        found = self._ids.get(name)
        if found is None:
            found = self._folded.get(alike(name), "")
            if found:  # what means nothing yet may be a party's name further on
                self._ids[name] = found
        return found

    def id_of(self, name: str) -> str:
        """Give the id of the party that a name means; a new one is made of an unknown name."""
        found = self.known(name)
        if not found:
            self.implicit.append(name)
            found = self._ids[name] = self._folded[alike(name)] = name
        return found

    def ids_of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give the ids of several names, each once."""
        return tuple(dict.fromkeys(map(self.id_of, names)))


def alike(name: str) -> str:
    """Fold a name: without case, accents and needless spaces."""
    return " ".join(fold(name).split()) or name


def _stated(party: Draft) -> Iterator[tuple[KeyPath, str]]:
    for language, name in party.get("name", {}).items():
        yield (("name", language) if language else ("name",)), name
    for position, alias in enumerate(party.get("aliases", ())):
        yield ("aliases", position), alias
