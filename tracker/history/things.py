"""What a version states of each thing, as texts to compare and as tables to show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from tracker.core.errors import TrackerError
from tracker.core.stated import Table, from_values
from tracker.history.form import Form
from tracker.history.versions import DEPTH, Block, Key, UnreadableError, Version

_VALUES: Final = "\0"
"""Begins the values, in JSON, of a thing that has no header of its own; no TOML begins so."""

Texts = tuple[str, ...]


class Things:
    """Reads versions as things, each text once."""

    def __init__(self, form: Form) -> None:
        """Take how a register is read."""
        self._form = form
        self._loose = lru_cache(maxsize=256)(self._read_loose)
        self.table = lru_cache(maxsize=4096)(self._read_table)
        self.include = lru_cache(maxsize=256)(self._read_include)

    def texts(self, version: Version, near: Mapping[Key, Texts] | None = None) -> Mapping[Key, Texts]:
        """Give the texts of each thing; `near` are those of the version that helped to cut it.

        UnreadableError where one can't be read.
        """
        if near is not None and version.near is not None:
            gone = self._gathered(version.near.blocks[version.first : version.beyond])
            come = self._gathered(version.middle)
            if (
                all(near[key] == texts for key, texts in gone.items())
                and not (come.keys() - gone.keys()) & near.keys()
            ):
                kept = {**near, **come}
                for key in gone.keys() - come.keys():
                    del kept[key]
                return kept
        return self._gathered(version.blocks)

    def _gathered(self, blocks: Iterable[Block]) -> dict[Key, Texts]:
        found: dict[Key, Texts] = {}
        for key, text in blocks:
            if key and len(key) == DEPTH.get(key[0], 1):
                found[key] = (*found[key], text) if key in found else (text,)
            elif text and not text.isspace():
                for inner, values in self._loose(text):
                    found[inner] = (*found.get(inner, ()), values)
        return found

    def _read_include(self, text: str) -> tuple[str, ...]:
        """Give the patterns that what stands before all headers includes."""
        try:
            return self._form.include(text)
        except TrackerError as error:
            raise UnreadableError(error.text) from None

    def _read_loose(self, text: str) -> tuple[tuple[Key, str], ...]:
        values = self._parse(text)
        return tuple(
            (inner, _VALUES + json.dumps(table, default=str))
            for section, stated in values.items()
            for inner, table in _named((section,), stated)
        )

    def _read_table(self, key: Key, texts: Texts) -> Table:
        """Read what is stated of a thing; UnreadableError where it can't be read."""
        values: Any = self._parse("\n".join(text for text in texts if not text.startswith(_VALUES)))
        for name in key:
            values = values.get(name, {}) if isinstance(values, Mapping) else {}
        stated = dict(values) if isinstance(values, Mapping) else {}
        for text in texts:
            if text.startswith(_VALUES):
                stated |= json.loads(text[1:])
        return from_values(key[0], stated)

    def _parse(self, text: str) -> dict[str, Any]:
        values, problem = self._form.parse(text, "")
        if problem is not None:
            raise UnreadableError(problem.text)
        return values


def _named(key: Key, stated: object) -> Iterator[tuple[Key, dict[str, object]]]:
    """Take the things out of values that no header separates."""
    depth = DEPTH.get(key[0], 1)
    if len(key) < depth:
        for name, inner in stated.items() if isinstance(stated, dict) else ():
            yield from _named((*key, name), inner)
    elif isinstance(stated, dict):
        yield key, stated
    elif depth > 1:
        yield key, {"name": stated}
    else:
        yield ("settings",), {key[0]: stated}
