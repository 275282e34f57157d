"""From lines of the tables back to values: the part of a register that an edit has to do with.

So that what one edit changes can be worked out without reading the whole text again.
"""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from tracker.core.dates import Period, parse_period
from tracker.core.durations import Duration, parse_duration
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
    Rule,
    Settings,
    Source,
    TimeRule,
    Title,
)
from tracker.store.columns import listed
from tracker.store.tables import TABLES

_AT_ONCE: Final = 500


def settings(connection: sqlite3.Connection) -> Settings:
    """Read what holds for the whole register."""
    found = dict(connection.execute("SELECT key, value FROM meta"))
    return Settings(
        title=found["title"],
        timezone=found["timezone"],
        language=found["language"],
        soon=parse_duration(found["soon"]),
        review=parse_duration(found["review"]),
        us=listed(found["us"]),
        sender=found["sender"],
        kinds=listed(found["kinds"]),
        allow_outside=bool(found["allow_outside"]),
    )


def parties(connection: sqlite3.Connection, spellings: Iterable[str]) -> dict[str, Party]:
    """Read the parties that folded names mean."""
    ids = {party for (_, party) in _lines(connection, "party_names", "folded", spellings)}
    return {
        id_: Party(id=id_, name=json.loads(names), aliases=listed(aliases), members=listed(members))
        for id_, _, names, aliases, members in _lines(connection, "parties", "id", ids)
    }


def people(connection: sqlite3.Connection) -> dict[str, Person]:
    """Read all who look after obligations."""
    found = connection.execute("SELECT id, names, email FROM people")
    return {id_: Person(id=id_, name=json.loads(names), email=email) for id_, names, email in found}


def agreements(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Agreement]:
    """Read agreements by their ids, with their logs."""
    ids = list(ids)
    logs: dict[str, list[AgreementEntry]] = {id_: [] for id_ in ids}
    for id_, _, on, status, ends, note, evidence, by, recorded, private in sorted(
        _lines(connection, "agreement_entries", "agreement", ids)
    ):
        logs[id_].append(
            AgreementEntry(
                on=date.fromisoformat(on),
                status=status,
                ends=_day(ends),
                note=note,
                evidence=listed(evidence),
                by=by,
                recorded=_day(recorded),
                private=private == 1,
            )
        )
    sources: dict[str, dict[str, Source]] = {id_: {} for id_ in ids}
    for id_, key, file, url, day, sha256 in _lines(connection, "sources", "agreement", ids):
        sources[id_][key] = Source(id=key, file=file, url=url, date=_period(day), sha256=sha256)
    former = _by_owner(_lines(connection, "former_agreements", "agreement", ids), owner=1, value=0)
    found: dict[str, Agreement] = {}
    for (
        id_, title, titles, kind, text, signed, day, _, effective, _, expires, renews, notice, owner, tags,
        notes,
    ) in _lines(connection, "agreements", "id", ids):  # fmt: skip
        found[id_] = Agreement(
            id=id_,
            title=_title(title, titles),
            kind=kind,
            text=text,
            parties=listed(signed),
            date=parse_period(day),
            effective=parse_period(effective),
            expires=_period(expires),
            renews=_length(renews),
            notice=_length(notice),
            owner=owner,
            notes=notes,
            tags=listed(tags),
            formerly=tuple(former.get(id_, ())),
            sources=sources[id_],
            log=tuple(logs[id_]),
        )
    return found


def obligations(connection: sqlite3.Connection, refs: Iterable[str]) -> dict[str, Obligation]:
    """Read obligations by their refs, with their logs."""
    lines = list(_lines(connection, "obligations", "ref", refs))
    numbers = [line[0] for line in lines]
    logs: dict[int, list[Entry]] = {number: [] for number in numbers}
    for number, *line in sorted(_lines(connection, "entries", "obligation", numbers)):
        logs[number].append(_entry(*line[1:]))
    former = _by_owner(_lines(connection, "former_refs", "obligation", numbers), owner=1, value=0)
    found: dict[str, Obligation] = {}
    for (
        id_, ref, agreement, number, title, titles, kind, modality, bearers, counterparties, owner, due,
        every, rrule, first, until, within, after, before, _, basis, quote, clause, page, source, lead,
        review, replaces, tags, notes, _,
    ) in lines:  # fmt: skip
        found[ref] = Obligation(
            ref=ref,
            agreement=agreement,
            title=_title(title, titles),
            kind=kind,
            modality=modality,
            bearers=listed(bearers),
            counterparties=listed(counterparties),
            number=number,
            clause=clause,
            page=page,
            source=source,
            time=_time(due, every, rrule, first, until, within, after, before),
            basis=basis,
            lead=_length(lead),
            review=_length(review),
            owner=owner,
            replaces=listed(replaces),
            formerly=tuple(former.get(id_, ())),
            tags=listed(tags),
            notes=notes,
            quote=quote,
            log=tuple(logs[id_]),
        )
    return found


def waiting(connection: sqlite3.Connection, refs: Iterable[str]) -> list[str]:
    """Name what waits for any of these, or for what waits for it, and so on."""
    found: list[str] = []
    asked = list(refs)
    while asked:
        sql = "SELECT ref FROM obligations WHERE after = ? AND after > ''"
        asked = [ref for ref_ in asked for (ref,) in connection.execute(sql, (ref_,)) if ref not in found]
        found += asked
    return found


def replacing(connection: sqlite3.Connection, refs: Iterable[str]) -> list[str]:
    """Name what takes over from any of these."""
    wanted = set(refs)
    found = connection.execute("SELECT ref, replaces FROM obligations WHERE replaces <> '[]'")
    return [ref for ref, replaces in found if not wanted.isdisjoint(listed(replaces))]


def _lines(
    connection: sqlite3.Connection, table: str, column: str, keys: Iterable[object]
) -> Iterator[tuple[Any, ...]]:
    """Yield the lines of a table that have one of the keys in a column, in the order of its columns."""
    keys = list(keys)
    names = ", ".join(f'"{name}"' for name in TABLES[table].columns)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(f"SELECT {names} FROM {table} WHERE {column} IN ({marks})", some)


def _by_owner(lines: Iterable[tuple[Any, ...]], owner: int, value: int) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    for line in lines:
        found.setdefault(line[owner], []).append(line[value])
    return found


def _entry(
    on: str,
    status: str,
    scheduled: str,
    due: str,
    agreed_with: str,
    note: str,
    evidence: str,
    owner: str,
    dispute: str,
    by: str,
    recorded: str,
    private: int,
) -> Entry:
    return Entry(
        on=date.fromisoformat(on),
        status=status,
        scheduled=_period(scheduled),
        due=_period(due),
        agreed_with=listed(agreed_with),
        note=note,
        evidence=listed(evidence),
        owner=owner,
        dispute=dispute,
        by=by,
        recorded=_day(recorded),
        private=private == 1,
    )


def _time(
    due: str, every: str, rrule: str, first: str, until: str, within: str, after: str, before: str
) -> TimeRule | None:
    if due:
        return Fixed(parse_period(due))
    if every:
        return Every(parse_duration(every), date.fromisoformat(first), _day(until))
    if rrule:
        return Rule(rrule, date.fromisoformat(first), _day(until))
    if after:
        return After(parse_duration(within), after)
    return Before(parse_duration(within)) if before else None


def _title(title: str, titles: str | None) -> Title:
    words: Title = {"": title} if titles is None else json.loads(titles)
    return words


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _period(text: str) -> Period | None:
    return parse_period(text) if text else None


def _length(text: str) -> Duration | None:
    return parse_duration(text) if text else None
