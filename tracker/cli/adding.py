"""What `add` and `add-agreement` share: the register's own table of keys as options of a command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tracker.cli.asking import listed
from tracker.cli.grammar import FLAG, MANY, TEXT, Option
from tracker.core.errors import TrackerError
from tracker.core.vocabulary import KINDS
from tracker.register.format.fields import Field, Table

if TYPE_CHECKING:
    from tracker.cli.desk import Desk

DRY_RUN: Final = Option("--dry-run", "Show the change and make none", FLAG)

_MANY = {"names", "name-or-names", "refs", "slugs"}
_TITLE = """'{ en = "Annual report", fr = "Rapport annuel" }'"""
_PLACEHOLDERS = {"period": "DATE", "day": "DATE", "length": "LENGTH", "word": "WORD"}


def options(of: Table, but: frozenset[str]) -> tuple[Option, ...]:
    """Make an option for each key of a table of the register, without those named."""
    return (*(_option(field) for field in of.fields if field.name not in but), DRY_RUN)


def stated(desk: Desk, of: Table, typed: Mapping[str, object]) -> dict[str, object]:
    """Turn what was typed into values of the register, in the order of the table."""
    return {
        field.name: _value(desk, field, typed[field.name])
        for field in of.fields
        if typed.get(field.name) not in (None, ())
    }


def _option(field: Field) -> Option:
    kind = MANY if field.kind in _MANY else TEXT
    doc = f"{field.doc.rstrip('.')}, {_TITLE}." if field.kind == "title" else field.doc
    return Option(
        f"--{field.name.replace('_', '-')}",
        f"{doc} {_words(field)}".rstrip(),
        kind,
        _PLACEHOLDERS.get(field.kind, field.kind.upper()),
    )


def _words(field: Field) -> str:
    """Name the words that a key takes, '' where it is free."""
    words = field.choices or (KINDS if field.kind == "kind" else ())
    return f"Takes: {', '.join(words)}." if words else ""


def _value(desk: Desk, field: Field, typed: object) -> object:
    if isinstance(typed, tuple):
        return _names(typed)
    text = str(typed)
    if field.kind == "title":
        return _title(text)
    if field.name == "owner":
        from tracker.store.lookups import handed_to

        return handed_to(desk.connection, text)
    if field.kind == "day":
        return desk.day(text)
    if field.kind == "period":
        from tracker.core.phrases import parse_typed_period

        period = parse_typed_period(text, desk.today)
        return period.latest if period.is_day else period.text
    return text


def _title(text: str) -> object:
    """Take a title; one in braces is a table by language, as the file has it."""
    if not text.lstrip().startswith("{"):
        return text
    import tomllib

    try:
        found = tomllib.loads(f"title = {text}")
    except tomllib.TOMLDecodeError:
        found = {}
    if found.keys() != {"title"} or not all(type(words) is str for words in found["title"].values()):
        raise TrackerError(
            "{text!r} is no title by language; write {example}, or a text without braces",
            text=text,
            example=_TITLE,
        )
    return found["title"]


def _names(typed: tuple[str, ...]) -> list[str]:
    names = listed(typed)
    for name in names:
        if ";" in name:
            raise TrackerError(
                "{name!r} looks like several names; put a comma between them, and no semicolon", name=name
            )
    return list(names)
