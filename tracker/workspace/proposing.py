"""From a document to proposals set against the register, and from accepted ones to its entries."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tracker.core.errors import TrackerError
from tracker.core.model import Register
from tracker.extract import Extraction, agreement_table, party_table
from tracker.register.read import Reading, read_register
from tracker.register.text.change import Change
from tracker.register.text.edit import add_agreement, add_obligation, add_party
from tracker.workspace.edits import Planned, edit

_FOLDER = "sources"
_ORDER = ("title", "kind", "text", "parties", "date", "effective", "expires", "source")


def registered(register: Register, agreement: str | None) -> list[tuple[str, str]]:
    """Give (ref, quote) of what the register has, of one agreement or of all."""
    return [
        (found.ref, found.quote)
        for found in register.obligations.values()
        if found.quote and agreement in (None, found.agreement)
    ]


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


def begin(path: Path, agreement: str, extraction: Extraction, stated: Mapping[str, object]) -> bool:
    """Add the agreement with its parties unless the register has it; say whether it was added.

    `stated` wins over what was read. TrackerError if the document gives no date and `stated` neither.
    """
    table = {**agreement_table(extraction), **stated}
    if "date" not in table:
        raise TrackerError("the document doesn't say when it was signed; add --date DATE")
    if not table["parties"]:
        raise TrackerError("the document doesn't say who is party to it; add --party NAME for each")
    register = read_register(path).required()
    if agreement in register.agreements:
        return False
    known = {name for party in register.parties.values() for name in (party.id, *party.aliases)}
    for party in extraction.parties:
        if party.aliases and not known & {party.name, *party.aliases}:
            edit(path, _adding(add_party, *party_table(party)))
    edit(path, _adding(add_agreement, agreement, {key: table[key] for key in _ORDER if key in table}))
    return True


def _adding(
    add: Callable[[str, str, Mapping[str, object]], Change], name: str, table: Mapping[str, object]
) -> Callable[[Reading], Planned]:
    """Plan to add a table to the register's own file."""

    def plan(reading: Reading) -> Planned:
        return Planned(reading.files[0], lambda text: add(text, name, table))

    return plan


def take(path: Path, ref: str, table: Mapping[str, object]) -> str:
    """Add an accepted proposal to the register, and say where: FILE:LINE."""
    agreement = ref.partition(".")[0]

    def plan(reading: Reading) -> Planned:
        file = reading.file_of(("agreements", agreement))
        return Planned(file, lambda text: add_obligation(text, ref, table))

    edited = edit(path, plan)
    return f"{edited.name}:{edited.line}"
