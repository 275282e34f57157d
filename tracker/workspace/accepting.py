"""The document that was accepted: its SHA-256 in the register, taken after a look at what moved.

An agreement's own `source` is a path and has no place for a hash: it stands on a table of its
sources that names the same file, `[agreements.ID.sources.accepted]`, where `check` compares it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracker.core.acceptance import Acceptance, FoundQuote
from tracker.core.errors import TrackerError
from tracker.core.folding import find_quote
from tracker.core.model import Register, Source
from tracker.register.quotes import SourceRead, Sources, agreeing, source_of
from tracker.register.read import Reading, read_register
from tracker.register.text.change import Change, parsed
from tracker.register.text.edit import add_source, set_key
from tracker.register.text.scan import find, index
from tracker.workspace.edits import Edited, Planned, edit

_NAME = "accepted"
_NAMED = 12


class Accepted(NamedTuple):
    """A document that was accepted, or would be; `edited` is None where it is the accepted one."""

    acceptance: Acceptance
    edited: Edited | None


class _Place(NamedTuple):
    """Where a document is stated: in which agreement, under which name ('' for its own), as which file."""

    agreement: str
    source: str
    file: str


def accept(path: Path, typed: str, *, dry_run: bool = False) -> list[Accepted]:
    """Accept the documents that `typed` means: an agreement's, `AGREEMENT.SOURCE`, or a file.

    RegisterError if the register has errors, TrackerError where there is no such document, or it
    can't be read; nothing is changed then.
    """
    reading = read_register(path)
    register = reading.required()
    sources = Sources(reading.folder, allow_outside=register.settings.allow_outside)
    places = list(_meant(register, path.parent, typed))
    read = {place.file: _read(sources, place.file) for place in places}
    return [_accepted(path, register, place, read[place.file], dry_run=dry_run) for place in places]


def _meant(register: Register, folder: Path, typed: str) -> Iterator[_Place]:
    """Find the documents that are meant, each once for an agreement."""
    name, _, source = typed.partition(".")
    there = [place for id_ in register.agreements for place in _places(register, id_)]
    if typed in register.agreements:
        found = [place for place in there if place.agreement == typed]
        if not found:
            raise TrackerError(
                "{agreement} has no document to accept: keep a copy of its text, and name it as source",
                agreement=typed,
            )
    elif source and name in register.agreements and source in register.agreements[name].sources:
        named = register.agreements[name].sources[source]
        if not named.file:
            raise TrackerError("{source} is a link: keep a copy of the document as its file", source=typed)
        found = [place for place in there if place.agreement == name and place.file == named.file]
    else:
        paths = {os.path.normpath(typed), os.path.relpath(Path.cwd() / typed, folder.absolute())}
        found = [place for place in there if os.path.normpath(place.file) in paths]
    if not found:
        raise TrackerError(
            "there is no agreement, source or document {typed!r}; there are {agreements}",
            typed=typed,
            agreements=", ".join(list(register.agreements)[:_NAMED]) or "-",
        )
    yield from found


def _places(register: Register, agreement: str) -> Iterator[_Place]:
    """Give an agreement's documents, one that is stated twice by its name."""
    stated = register.agreements[agreement].sources
    named = {source.file: name for name, source in stated.items() if source.file}
    yield from (_Place(agreement, name, file) for file, name in named.items())


def _read(sources: Sources, file: str) -> SourceRead:
    read = sources.read(file)
    if not read.digest:
        reason = read.trouble or file
        raise TrackerError("{file} can't be accepted: {reason}", file=file, reason=str(reason))
    return read


def _accepted(path: Path, register: Register, place: _Place, read: SourceRead, *, dry_run: bool) -> Accepted:
    source = register.agreements[place.agreement].sources[place.source]
    has_text = read.trouble is None and not read.is_document
    quotes = tuple(_quotes(register, place, read.text)) if has_text else None
    edited = None if source.sha256 == read.digest else _edited(path, place, read.digest, dry_run=dry_run)
    acceptance = Acceptance(place.agreement, place.file, source.sha256, read.digest, quotes)
    return Accepted(acceptance, edited)


def _quotes(register: Register, place: _Place, text: str) -> Iterator[FoundQuote]:
    """Look for the quotes that are taken from a document of an agreement."""
    agreement = register.agreements[place.agreement]
    for obligation in register.obligations.values():
        if obligation.agreement != place.agreement or not obligation.quote.strip():
            continue
        source: Source | None = source_of(agreement, obligation)
        if source is None or source.file != place.file:
            continue
        found = find_quote(text, obligation.quote)
        line = text.count("\n", 0, found[0][0]) + 1 if found else 0
        agrees = "" if found else agreeing(text, obligation.quote)
        yield FoundQuote(obligation.ref, line, len(found), agrees)


def _edited(path: Path, place: _Place, digest: str, *, dry_run: bool) -> Edited:
    home = ("agreements", place.agreement)

    def plan(reading: Reading) -> Planned:
        def change(text: str) -> Change:
            if place.source:
                return set_key(text, (*home, "sources", place.source, "sha256"), digest)
            known = index(text)
            stated = find(text, (*home, "source"), known).value or (0, 0)
            file = parsed(f"file = {text[slice(*stated)]}")["file"]
            names = reading.required().agreements[place.agreement].sources
            name = next(
                name
                for number in range(1, len(names) + 2)
                if (name := _NAME if number == 1 else f"{_NAME}-{number}") not in names
            )
            return add_source(text, place.agreement, name, {"file": file, "sha256": digest}, known)

        return Planned(reading.file_of(home), change)

    return edit(path, plan, dry_run=dry_run)
