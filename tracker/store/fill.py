"""From values to lines of the tables: one function a table, each line in the order of its columns."""

from __future__ import annotations

import json.encoder
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from tracker.core.dates import Period
from tracker.core.durations import Duration, shift
from tracker.core.life import Life
from tracker.core.model import (
    After,
    Agreement,
    Before,
    Every,
    Fixed,
    Obligation,
    Party,
    Person,
    Rule,
    Settings,
    TimeRule,
    Title,
    words,
)
from tracker.core.names import fold
from tracker.core.timelines import Timeline
from tracker.store.tables import FOREVER

Line = tuple[object, ...]
_quoted = json.encoder.encode_basestring


def settings(settings: Settings) -> Iterator[Line]:
    """Lines of `meta` for the register's settings."""
    yield "title", settings.title
    yield "timezone", settings.timezone
    yield "language", settings.language
    yield "soon", str(settings.soon)
    yield "review", str(settings.review)
    yield "us", _list(settings.us)
    yield "sender", settings.sender
    yield "kinds", _list(settings.kinds)
    yield "allow_outside", "yes" if settings.allow_outside else ""


def party(party: Party, language: str) -> Line:
    """Make the line of `parties`."""
    return (
        party.id,
        words(party.name, language, party.id),
        _by_language(party.name),
        _list(party.aliases),
        _list(party.members),
    )


def party_names(party: Party) -> Iterator[Line]:
    """Lines of `party_names`: each spelling once."""
    spellings = {spelling(name) for name in (party.id, *party.aliases, *party.name.values())}
    return ((name, party.id) for name in sorted(spellings))


def spelling(name: str) -> str:
    """Fold the name of a party or a person: case, accents and the width of its spaces don't count."""
    return " ".join(fold(name).split())


def memberships(parties: Mapping[str, Party]) -> Iterator[Line]:
    """Lines of `memberships`: each group that a party is in, through other groups too."""
    for group in parties.values():
        within: set[str] = set()
        waiting = list(group.members)
        while waiting:
            member = waiting.pop()
            if member != group.id and member not in within:
                within.add(member)
                if member in parties:
                    waiting.extend(parties[member].members)
        yield from ((member, group.id) for member in sorted(within))


def person(person: Person, language: str) -> Line:
    """Make the line of `people`."""
    name = words(person.name, language, person.id)
    return person.id, name, _by_language(person.name), person.email


def agreement(agreement: Agreement, language: str) -> Line:
    """Make the line of `agreements`."""
    return (
        agreement.id,
        words(agreement.title, language, agreement.id),
        _titles(agreement.title),
        agreement.kind,
        agreement.text,
        _list(agreement.parties),
        agreement.date.text,
        agreement.date.earliest.isoformat(),
        agreement.effective.text,
        agreement.effective.earliest.isoformat(),
        _period(agreement.expires),
        _length(agreement.renews),
        _length(agreement.notice),
        agreement.owner,
        _list(agreement.tags),
        agreement.notes,
    )


def agreement_parties(agreement: Agreement) -> Iterator[Line]:
    """Lines of `agreement_parties`."""
    return ((party, agreement.id) for party in sorted(set(agreement.parties)))


def former_agreements(agreement: Agreement) -> Iterator[Line]:
    """Lines of `former_agreements`."""
    return ((former, agreement.id) for former in sorted(set(agreement.formerly)))


def sources(agreement: Agreement) -> Iterator[Line]:
    """Lines of `sources`."""
    for key, source in agreement.sources.items():
        yield agreement.id, key, source.file, source.url, _period(source.date), source.sha256


def agreement_entries(agreement: Agreement, known_at: date | None) -> Iterator[Line]:
    """Lines of `agreement_entries`, those that were known at a day."""
    for position, entry in enumerate(agreement.log):
        if known_at is None or entry.known <= known_at:
            yield (
                agreement.id,
                position,
                entry.on.isoformat(),
                entry.status,
                entry.ends.isoformat() if entry.ends else "",
                entry.note,
                _list(entry.evidence),
                entry.by,
                entry.recorded.isoformat() if entry.recorded else "",
                int(entry.private),
            )


def phases(agreement: Agreement, life: Life, soon: Duration) -> Iterator[Line]:
    """Lines of `agreement_phases`: the end is near `soon` before it, or before the last day of notice."""
    ends = [*(phase.start.isoformat() for phase in life.phases[1:]), FOREVER]
    for phase, end in zip(life.phases, ends, strict=True):
        last = phase.last.isoformat()
        notice_by, look_from = "", FOREVER
        if last != FOREVER:
            near = phase.last
            if agreement.notice and not phase.terminated:
                near = shift(near, agreement.notice, -1)
                notice_by = near.isoformat()
            look_from = shift(near, soon, -1).isoformat()
        yield (
            agreement.id,
            phase.start.isoformat(),
            end,
            last,
            int(phase.suspended),
            int(phase.terminated),
            notice_by,
            look_from,
        )


def obligation(number: int, obligation: Obligation, language: str, *, recurs: bool) -> Line:
    """Make the line of `obligations`."""
    title = obligation.title
    return (
        number,
        obligation.ref,
        obligation.agreement,
        obligation.number,
        words(title, language, obligation.ref),
        _titles(title),
        obligation.kind,
        obligation.modality,
        _list(obligation.bearers),
        _list(obligation.counterparties),
        obligation.owner,
        *_time(obligation.time),
        int(recurs),
        obligation.basis,
        obligation.quote,
        obligation.clause,
        obligation.page,
        obligation.source,
        _length(obligation.lead),
        _length(obligation.review),
        _list(obligation.replaces),
        _list(obligation.tags),
        obligation.notes,
        fold(obligation.ref),
    )


def obligation_parties(number: int, obligation: Obligation) -> Iterator[Line]:
    """Lines of `obligation_parties`."""
    for party in set(obligation.bearers):
        yield number, party, "bearer"
    for party in set(obligation.counterparties):
        yield number, party, "counterparty"


def former_refs(number: int, obligation: Obligation) -> Iterator[Line]:
    """Lines of `former_refs`."""
    return ((former, number) for former in set(obligation.formerly))


def entries(number: int, obligation: Obligation, known_at: date | None) -> Iterator[Line]:
    """Lines of `entries`, those that were known at a day."""
    for position, entry in enumerate(obligation.log):
        if known_at is None or entry.known <= known_at:
            yield (
                number,
                position,
                entry.on.isoformat(),
                entry.status,
                _period(entry.scheduled),
                _period(entry.due),
                _list(entry.agreed_with),
                entry.note,
                _list(entry.evidence),
                entry.owner,
                entry.dispute,
                entry.by,
                entry.recorded.isoformat() if entry.recorded else "",
                int(entry.private),
            )


def recurs(obligation: Obligation, timeline: Timeline) -> bool:
    """Say whether an obligation has occurrences, be there none of them yet."""
    return bool(timeline.told or timeline.untold) or isinstance(obligation.time, Every | Rule)


_NO_TIME: Final = ("", "", "", "", "", "", "", "")


def _time(time: TimeRule | None) -> Line:
    """Fill due, every, rrule, first, until, within, after, before."""
    match time:
        case None:
            return _NO_TIME
        case Fixed(due=due):
            return (due.text, *_NO_TIME[1:])
        case Every(step=step, first=first, until=until):
            return ("", str(step), "", first.isoformat(), until.isoformat() if until else "", "", "", "")
        case Rule(rrule=rrule, first=first, until=until):
            return ("", "", rrule, first.isoformat(), until.isoformat() if until else "", "", "", "")
        case After(within=within, after=after):
            return ("", "", "", "", "", str(within), after, "")
        case Before(within=within):
            return ("", "", "", "", "", str(within), "", "expires")


def _titles(title: Title) -> str | None:
    return _by_language(title) if len(title) > 1 else None


def _by_language(title: Title) -> str:
    """Write words by language as JSON, as the standard encoder would in four times the time."""
    return "{" + ",".join(f"{_quoted(language)}:{_quoted(text)}" for language, text in title.items()) + "}"


def _list(values: Collection[str]) -> str:
    """Write a list of strings as JSON."""
    return "[" + ",".join(map(_quoted, values)) + "]" if values else "[]"


def _period(period: Period | None) -> str:
    return period.text if period else ""


def _length(length: Duration | None) -> str:
    return str(length) if length else ""
