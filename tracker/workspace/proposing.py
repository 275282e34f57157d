"""From a document to proposals set against the register, and from accepted ones to its entries."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.core.model import Agreement, Register
from tracker.extract import (
    Extraction,
    Home,
    agreement_slug,
    agreement_table,
    free_name,
    party_table,
    slug,
    source_table,
)
from tracker.register.disk.journal import new_group
from tracker.register.format.values import bad_slug, is_slug
from tracker.register.read import Reading
from tracker.register.text.change import Change
from tracker.register.text.edit import add_agreement, add_obligation, add_party, add_source
from tracker.workspace.edits import Planned, edit
from tracker.workspace.recognising import Recognised, day_of, names_of_parties, recognised

_FOLDER = "sources"
_ORDER = (
    "title",
    "kind",
    "text",
    "parties",
    "date",
    "effective",
    "expires",
    "renews",
    "notice",
    "source",
    "notes",
)
_Step = Callable[[str], Change]


def source_of(folder: Path, document: Path, *, copy: bool) -> str:
    """Say where a document lies, for the register: below its folder, or '' where it does not.

    With `copy` it is put there first, unless it lies there; TrackerError if another one has its name.
    """
    inside = document.resolve()
    if inside.is_relative_to(folder.resolve()):
        return inside.relative_to(folder.resolve()).as_posix()
    if not copy:
        return ""
    target = folder / _FOLDER / document.name
    try:
        if target.exists() and target.read_bytes() != document.read_bytes():
            raise TrackerError(
                "{file} is there already with other content; rename the document", file=target.as_posix()
            )
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(document, target)
    except OSError as error:
        raise TrackerError(
            "{file} can't be copied: {reason}", file=document.as_posix(), reason=error.strerror or str(error)
        ) from error
    return f"{_FOLDER}/{document.name}"


class Going(NamedTuple):
    """Where a document's proposals go: an agreement, and what the register has of it, if anything.

    ``seems`` is the registered agreement that the document is about, or may be, where none was named.
    """

    agreement: str
    home: Home | None
    taken: tuple[str, ...] = ()
    seems: str = ""


def agreement_id(typed: str | None) -> str | None:
    """Take the id of an agreement as it was typed; TrackerError for what the register can't have as one."""
    if typed is not None and not is_slug(typed):
        said = bad_slug(typed)
        raise TrackerError(said.msgid, **said.values)
    return typed


def as_registered(register: Register | None, named: str | None) -> str | None:
    """Give the registered agreement that an id means, in whatever letter case; any other id as it is.

    TrackerError where several are meant.
    """
    if register is None or named is None or named in register.agreements:
        return named
    folded = named.casefold()
    alike = [agreement for agreement in register.agreements if agreement.casefold() == folded]
    if len(alike) > 1:
        raise TrackerError(
            "{name!r} may mean {candidates}; type it in its own letter case",
            name=named,
            candidates=", ".join(alike),
        )
    return alike[0] if alike else named


def compared(register: Register, extraction: Extraction, text: str, named: str | None) -> str:
    """Say which registered agreement a text is to be compared with; TrackerError where there is none."""
    if named is None:
        found = recognised(register, extraction, text).agreement
        if not found:
            raise TrackerError(
                "the register has no agreement that this text seems to be about: name it with --agreement ID"
            )
        return found
    if named not in register.agreements:
        near = get_close_matches(named, register.agreements, 1)
        if near:
            raise TrackerError(
                "there is no agreement {name!r}; did you mean {near}?", name=named, near=near[0]
            )
        raise TrackerError("there is no agreement {name!r}", name=named)
    return named


def going(register: Register | None, extraction: Extraction, text: str, named: str | None) -> Going:
    """Say to which agreement the proposals go: the one that is `named`, else the one that it is about.

    A document that is about none that the register has begins one of its own.
    """
    agreement = named or agreement_slug(extraction)
    if register is None:
        return Going(agreement, None)
    seems = Recognised() if named else recognised(register, extraction, text)
    if seems.sure:
        agreement = seems.agreement
    elif named is None:
        alike = seems.agreement or (agreement if agreement in register.agreements else "")
        return Going(free_name(agreement, register.agreements), None, seems=alike)
    if agreement not in register.agreements:
        return Going(agreement, None)
    found = register.agreements[agreement]
    source, is_new = _source_in(found, extraction)
    home = Home(
        found.parties,
        names_of_parties(register, extraction),
        day_of(found.effective),
        day_of(found.expires),
        source,
        is_new,
    )
    taken = [ref.partition(".")[2] for ref in register.obligations if ref.startswith(f"{agreement}.")]
    return Going(agreement, home, tuple(taken), seems.agreement)


def _source_in(agreement: Agreement, extraction: Extraction) -> tuple[str, bool]:
    """Name the document among the agreement's sources, and say whether it has to be added to them."""
    for name, source in agreement.sources.items():
        if extraction.source and source.file == extraction.source:
            return name, False
    if not extraction.source:
        return "", False
    return free_name(slug(Path(extraction.source).stem) or "document", agreement.sources), True


def missing(extraction: Extraction, to: Going) -> None:
    """Raise TrackerError, before anything is asked, for what has to be known of the document and isn't."""
    if to.home is not None:
        if not extraction.source:
            raise TrackerError(
                "{agreement} is in the register already, so the document has to become one of its sources: "
                "keep it below the register's folder, or add --copy",
                agreement=to.agreement,
            )
        return
    if not extraction.date:
        raise TrackerError("the document doesn't say when it was signed; add --date DATE")
    if not extraction.parties:
        raise TrackerError("the document doesn't say who is party to it; add --party NAME for each")


class Proposals:
    """The proposals of a document, taken into the register by one command and taken back by one `undo`."""

    def __init__(
        self, path: Path, extraction: Extraction, to: Going, say: Callable[[Text], str] = str
    ) -> None:
        """Add them to the agreement `to`; one that is new is added with the first of them.

        `say` puts notes into words.
        """
        self._path, self._extraction, self._to, self._say = path, extraction, to, say
        self._group = new_group()
        self.count = 0

    def take(self, accepted: Iterable[tuple[str, Mapping[str, object]]]) -> Iterator[tuple[str, str]]:
        """Add accepted proposals at once, and give what was written and where: FILE:LINE."""
        tables = dict(accepted)
        if not tables:
            return

        def plan(reading: Reading) -> Planned:
            register = reading.required()
            known = self._to.agreement in register.agreements
            file = reading.file_of(("agreements", self._to.agreement)) if known else reading.files[0]
            first, *further = [*self._beginning(register), *self._obligations(tables)]
            return Planned(file, first, further)

        edited = edit(self._path, plan, group=self._group)
        self.count += len(tables)
        for steps, line in edited.lines:
            yield ".".join(map(str, steps[1:])), f"{edited.name}:{line}"

    def _obligations(self, tables: Mapping[str, Mapping[str, object]]) -> Iterator[_Step]:
        for name, table in tables.items():
            yield partial(add_obligation, ref=f"{self._to.agreement}.{name}", table=table)

    def _beginning(self, register: Register) -> Iterator[_Step]:
        """Add what the obligations stand on: the agreement with its parties, or its further source."""
        extraction, agreement, home = self._extraction, self._to.agreement, self._to.home
        if agreement in register.agreements:
            sources = register.agreements[agreement].sources
            if home and home.is_new_source and home.source not in sources:
                table = source_table(extraction)
                yield partial(add_source, agreement=agreement, name=home.source, table=table)
            return
        known = {name for party in register.parties.values() for name in (party.id, *party.aliases)}
        for party in extraction.parties:
            if party.aliases and not known & {party.name, *party.aliases}:
                name, table = party_table(party)
                yield partial(add_party, name=name, table=table)
        stated = agreement_table(extraction, self._say)
        table = {key: stated[key] for key in _ORDER if key in stated}
        yield partial(add_agreement, name=agreement, table=table)
