"""What a register states, laid out field by field, so that two of them can be compared.

Two ways lead here: from the model (a register that was read), and from the values of one table of
its file, which is all that is at hand of a revision in the history. Both use the file's own words
for the fields, and leave out what the file could have left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from tracker.core.dates import Period
from tracker.core.durations import Duration
from tracker.core.model import (
    After,
    Agreement,
    AgreementEntry,
    Before,
    Entry,
    Every,
    Fixed,
    Obligation,
    Party,
    Person,
    Register,
    Rule,
    Settings,
    Source,
    TimeRule,
    Title,
)
from tracker.core.vocabulary import OBLIGATION

Value = str | tuple[str, ...]
"""A field's value as text: dates ISO, 'true' for a flag; a tuple for a list. '' is not stated."""

Fields = Mapping[str, Value]
"""Values by the file's names; what is nested has a dotted one: 'title.fr', 'sources.annex.url'."""

SECTIONS: Final = ("settings", "parties", "people", "agreements", "obligations")
DEFAULTS: Final[Mapping[str, Mapping[str, str]]] = {
    "obligations": {"kind": "other", "modality": OBLIGATION},
    "agreements": {"kind": "agreement"},
    "settings": {name: str(getattr(Settings(), name)) for name in ("timezone", "language", "soon", "review")},
}
"""What holds where the file says nothing, and so is the same as saying nothing."""


class Table(NamedTuple):
    """One thing that a register states: its fields, and its log's entries in the file's order."""

    fields: Fields
    log: tuple[Fields, ...] = ()


Tables = Mapping[str, Mapping[str, Table]]
"""Tables by section and name; an obligation's name is its ref, and '' is that of the settings."""


def from_values(section: str, values: Mapping[str, object]) -> Table:
    """Lay out a table of the file as a TOML parser gave it."""
    log = values.get("log")
    entries = log if isinstance(log, list) else []
    fields = dict(_flat("", {name: value for name, value in values.items() if name != "log"}))
    return Table(
        _without_defaults(section, fields),
        tuple(dict(_flat("", entry)) for entry in entries if isinstance(entry, Mapping)),
    )


def _flat(name: str, value: object) -> Iterator[tuple[str, Value]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}" if name else str(key), inner)
    elif isinstance(value, list | tuple) and not isinstance(value, Period | Duration):
        yield name, tuple(_text(inner) for inner in value)
    elif text := _text(value):
        yield name, text


def _text(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "true"
        case Period():
            return value.text
        case date():
            return value.isoformat()
    return str(value)


def _without_defaults(section: str, fields: Mapping[str, Value]) -> dict[str, Value]:
    usual = DEFAULTS.get(section, {})
    return {name: value for name, value in fields.items() if value and value != usual.get(name)}


def from_register(register: Register) -> Tables:
    """Lay out a register that was read."""
    return {
        "settings": {"": Table(_settings(register.settings))},
        "parties": {
            party.id: Table(fields) for party in register.parties.values() if (fields := _party(party))
        },
        "people": {person.id: Table(_person(person)) for person in register.people.values()},
        "agreements": {one.id: _agreement(one) for one in register.agreements.values()},
        "obligations": {
            one.ref: _obligation(one, register.agreements[one.agreement])
            for one in register.obligations.values()
        },
    }


def _laid_out(section: str, **values: object) -> dict[str, Value]:
    return _without_defaults(section, dict(_flat("", values)))


def _title(name: str, title: Title, usual: str = "") -> dict[str, str]:
    return {
        f"{name}.{language}" if language else name: words
        for language, words in title.items()
        if language or words != usual
    }


def _settings(settings: Settings) -> Fields:
    names = ("title", "timezone", "language", "soon", "review", "us", "kinds", "allow_outside")
    stated = {name: getattr(settings, name) for name in names}
    return _laid_out("settings", **stated, **{"from": settings.sender})


def _party(party: Party) -> Fields:
    """Lay out a party; one that the file only mentions states nothing."""
    name = _title("name", party.name, party.id)
    return _laid_out("parties", **name, aliases=party.aliases, members=party.members)


def _person(person: Person) -> Fields:
    return _laid_out("people", **_title("name", person.name, person.id), email=person.email)


def _agreement(agreement: Agreement) -> Table:
    effective = None if agreement.effective == agreement.date else agreement.effective
    sources = {
        name: value for source in agreement.sources.values() for name, value in _source(source).items()
    }
    fields = _laid_out(
        "agreements",
        **_title("title", agreement.title),
        kind=agreement.kind,
        text=agreement.text,
        parties=agreement.parties,
        date=agreement.date,
        effective=effective,
        expires=agreement.expires,
        renews=agreement.renews,
        notice=agreement.notice,
        owner=agreement.owner,
        notes=agreement.notes,
        tags=agreement.tags,
        formerly=agreement.formerly,
        **sources,
    )
    return Table(fields, tuple(_agreement_entry(entry) for entry in agreement.log))


def _source(source: Source) -> dict[str, object]:
    if not source.id:
        return {"source": source.file}
    of = f"sources.{source.id}"
    stated = {"file": source.file, "url": source.url, "date": source.date, "sha256": source.sha256}
    return {f"{of}.{name}": value for name, value in stated.items()}


def _agreement_entry(entry: AgreementEntry) -> Fields:
    return _laid_out("log", **{name: getattr(entry, name) for name in AgreementEntry._fields})


def _obligation(one: Obligation, of: Agreement) -> Table:
    plain = (
        "kind", "modality", "counterparties", "number", "clause", "page", "source", "basis", "lead",
        "review", "owner", "replaces", "formerly", "tags", "notes", "quote",
    )  # fmt: skip
    fields = _laid_out(
        "obligations",
        **_title("title", one.title),
        **{name: getattr(one, name) for name in plain},
        bearers=() if one.bearers == of.parties else one.bearers,
        **_time(one.time),
    )
    return Table(fields, tuple(_entry(entry) for entry in one.log))


def _time(rule: TimeRule | None) -> dict[str, object]:
    match rule:
        case Fixed():
            return {"due": rule.due}
        case Every():
            return {"every": str(rule.step), "first": rule.first, "until": rule.until}
        case Rule():
            return {"rrule": rule.rrule, "first": rule.first, "until": rule.until}
        case After():
            return {"within": str(rule.within), "after": rule.after}
        case Before():
            return {"within": str(rule.within), "before": "expires"}
    return {}


def _entry(entry: Entry) -> Fields:
    names = {name: "for" if name == "scheduled" else name for name in Entry._fields}
    return _laid_out("log", **{said: getattr(entry, name) for name, said in names.items()})
