"""Checks of names: owners that somebody is, and parties that have signed."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.errors import Text
from tracker.core.model import Agreement, Register
from tracker.register.check.codes import KeyPath
from tracker.register.check.context import Found, Subject
from tracker.register.format.wrong import Guesses, brief


def unknown_owner(subject: Subject) -> Iterator[Found]:
    """Find owners that are none of the register's people."""
    guesses = Guesses()
    for path, owner in _owners(subject):
        if owner in subject.register.people:
            continue
        if near := guesses.nearest(owner, subject.register.people):
            said = Text(
                "nobody is called {owner!r}; did you mean {near}?", {"owner": brief(owner), "near": near}
            )
        else:
            said = Text("nobody is called {owner!r}; add [people.NAME] for the post", {"owner": brief(owner)})
        yield path, "W516", said


def _owners(subject: Subject) -> Iterator[tuple[KeyPath, str]]:
    for id_, agreement in subject.register.agreements.items():
        if agreement.owner:
            yield ("agreements", id_, "owner"), agreement.owner
    for path, obligation, _ in subject.obligations():
        if obligation.owner:
            yield (*path, "owner"), obligation.owner
        for position, entry in enumerate(obligation.log):
            if entry.owner:
                yield (*path, "log", position, "owner"), entry.owner


def outside_party(subject: Subject) -> Iterator[Found]:
    """Find bearers, counterparties and disputing parties that the agreement doesn't have."""
    involved: dict[str, frozenset[str]] = {}
    for path, obligation, agreement in subject.obligations():
        if agreement.id not in involved:
            involved[agreement.id] = _involved(agreement, subject.register)
        stated = [("bearers", name) for name in obligation.bearers]
        stated += [("counterparties", name) for name in obligation.counterparties]
        for key, name in stated:
            if name not in involved[agreement.id]:
                yield (*path, key), "W517", _said(name, agreement)
        for position, entry in enumerate(obligation.log):
            if entry.dispute not in {"", "settled"} and entry.dispute not in involved[agreement.id]:
                yield (*path, "log", position, "dispute"), "W517", _said(entry.dispute, agreement)


def like_another(subject: Subject) -> Iterator[Found]:
    """Find parties without a table that are spelled nearly as one that has a table."""
    parties = subject.register.parties
    known = {
        spelled: id_
        for id_, party in parties.items()
        if party.name != {"": id_} or party.aliases or party.members
        for spelled in (id_, *party.aliases)
    }
    guesses = Guesses()
    for id_, agreement in subject.register.agreements.items():
        for name in agreement.parties:
            if name not in known and (near := guesses.nearest(name, known, 0.8)):
                said = Text(
                    "{name!r} has no [parties] table; is it {near}, or another?",
                    {"name": brief(name), "near": known[near]},
                )
                yield ("agreements", id_, "parties"), "I603", said


def like_a_party(subject: Subject) -> Iterator[Found]:
    """Find agreements that hide a party of the same name from the command line."""
    for id_ in subject.register.agreements:
        if id_ in subject.register.parties:
            said = Text(
                "{name} is a party too; tracker status {name} means the agreement alone: give it another id",
                {"name": brief(id_)},
            )
            yield ("agreements", id_), "W518", said


def _said(name: str, agreement: Agreement) -> Text:
    return Text(
        "{name!r} is not a party of {agreement}, which has {parties}",
        {"name": brief(name), "agreement": agreement.id, "parties": ", ".join(map(brief, agreement.parties))},
    )


def _involved(agreement: Agreement, register: Register) -> frozenset[str]:
    """Give the parties, the members of those that are groups, and the groups that the parties form."""
    found: dict[str, None] = {}
    waiting = list(agreement.parties)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting.extend(register.parties[name].members)
    groups = (
        id_ for id_, party in register.parties.items() if party.members and found.keys() >= set(party.members)
    )
    return frozenset((*found, *groups))
