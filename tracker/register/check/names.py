"""Checks of names: owners that somebody is, and parties that have signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from tracker.core.errors import Text
from tracker.core.model import Agreement, Party, Register
from tracker.register.check.codes import KeyPath
from tracker.register.check.context import Found, Subject
from tracker.register.format.wrong import Guesses, brief

_NEARLY: Final = 0.8
"""How alike names are that may be meant for each other."""


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
    """Find bearers, counterparties and disputing parties that the agreement doesn't have, each once.

    A body that a quote of the agreement names, such as its joint committee, is meant as it stands.
    Where the agreement misspells the party, the agreement is told, once.
    """
    outside = list(_outside(subject))
    meant = _meant(subject.register, outside)
    for (id_, name), near in meant.items():
        position = subject.register.agreements[id_].parties.index(name)
        said = Text(
            "{name!r} has no [parties] table, and what is promised here names {near}; did you mean {near}?",
            {"name": brief(name), "near": near},
        )
        yield ("agreements", id_, "parties", position), "W517", said
    told = {(id_, near) for (id_, _), near in meant.items()}
    quotes = _quotes(subject, outside)
    for path, agreement, name in outside:
        if (agreement.id, name) in told or _stands_in(name, quotes[agreement.id]):
            continue
        told.add((agreement.id, name))
        yield path, "W517", _said(name, agreement)


def _quotes(subject: Subject, outside: Iterable[tuple[KeyPath, Agreement, str]]) -> dict[str, str]:
    """Give all that is quoted from the agreements of these: a body that a text names is no slip."""
    found: dict[str, list[str]] = {agreement.id: [] for _, agreement, _ in outside}
    for _, obligation, agreement in subject.obligations() if found else ():
        if agreement.id in found:
            found[agreement.id].append(obligation.quote)
    return {id_: " ".join("\n".join(quotes).casefold().split()) for id_, quotes in found.items()}


def _stands_in(name: str, quotes: str) -> bool:
    """Say whether a name stands in folded quotes as whole words."""
    return re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", quotes) is not None


def _outside(subject: Subject) -> Iterator[tuple[KeyPath, Agreement, str]]:
    involved: dict[str, frozenset[str]] = {}
    for path, obligation, agreement in subject.obligations():
        if agreement.id not in involved:
            involved[agreement.id] = _involved(agreement, subject.register)
        stated: list[tuple[KeyPath, str]] = [((*path, "bearers"), name) for name in obligation.bearers]
        stated += [((*path, "counterparties"), name) for name in obligation.counterparties]
        stated += [
            ((*path, "log", position, "dispute"), entry.dispute)
            for position, entry in enumerate(obligation.log)
            if entry.dispute not in {"", "settled"}
        ]
        for where, name in stated:
            if name not in involved[agreement.id]:
                yield where, agreement, name


def _meant(
    register: Register, outside: Iterable[tuple[KeyPath, Agreement, str]]
) -> dict[tuple[str, str], str]:
    """Say which parties are meant by agreements that misspell them, by agreement and spelling.

    Such a spelling has no table and is used nowhere else, and resembles a party with one that the
    obligations name.
    """
    named: dict[str, dict[str, None]] = {}
    for _, agreement, name in outside:
        if name in register.parties and _has_a_table(register.parties[name]):
            named.setdefault(agreement.id, {})[name] = None
    if not named:
        return {}
    uses = _uses(register)
    guesses = Guesses()
    found = {}
    for id_, names in named.items():
        for party in register.agreements[id_].parties:
            if _has_a_table(register.parties[party]) or uses[party] > 1:
                continue
            near = next((name for name in names if _is_a_letter_off(party, name)), "")
            if near := near or guesses.nearest(party, names, _NEARLY):
                found[id_, party] = near
    return found


def _uses(register: Register) -> Counter[str]:
    """Count how often each party is named, without the bearers that are all of the agreement's parties."""
    found: Counter[str] = Counter()
    for agreement in register.agreements.values():
        found.update(agreement.parties)
    for obligation in register.obligations.values():
        if obligation.bearers != register.agreements[obligation.agreement].parties:
            found.update(obligation.bearers)
        found.update(obligation.counterparties)
    return found


def _is_a_letter_off(one: str, other: str) -> bool:
    """Whether two acronyms differ by one letter, which is another, one more or one less."""
    while one and one[:1] == other[:1]:
        one, other = one[1:], other[1:]
    while one and one[-1:] == other[-1:]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1


def _has_a_table(party: Party) -> bool:
    return bool(party.name != {"": party.id} or party.aliases or party.members)


def like_another(subject: Subject) -> Iterator[Found]:
    """Find parties without a table that are spelled nearly as one that has a table."""
    known = {
        spelled: id_
        for id_, party in subject.register.parties.items()
        if _has_a_table(party)
        for spelled in (id_, *party.aliases)
    }
    told = _meant(subject.register, _outside(subject))
    guesses = Guesses()
    for id_, agreement in subject.register.agreements.items():
        for name in agreement.parties:
            if name in known or (id_, name) in told:
                continue
            if near := guesses.nearest(name, known, _NEARLY):
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
