"""What changed, in words: a group for each way in which a promise or an agreement can change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tracker.core.report import AgreementEvent, Event, Part
from tracker.core.rows import LogLine
from tracker.views.report.page import Group, Item, Section
from tracker.views.report.words import Words


def changed(words: Words) -> Iterator[Section]:
    """Tell what changed in the period, if anything did."""
    changes = words.report.changed
    if not changes.anything:
        return
    say = words.wording.say
    told = (
        ("done", say("Done"), changes.done, _done),
        ("newly_overdue", say("Newly past due"), changes.newly_overdue, _turned),
        ("newly_due_soon", say("Newly due soon"), changes.newly_due_soon, _turned),
        ("postponed", say("Postponed"), changes.postponed, moved),
        ("added", say("New obligations"), changes.added, _added),
        ("reopened", say("Reopened"), changes.reopened, _reopened),
        ("disputed", say("Disputed"), changes.disputed, _disputed),
        ("handed_over", say("Handed over"), changes.handed_over, _handed_over),
        ("blocked", say("Blocked"), changes.blocked, _stated),
        ("closed", say("Waived, cancelled or replaced"), changes.closed, _stated),
        ("noted", say("Other news"), changes.noted, _stated),
    )
    groups = [_group(words, *one) for one in told if one[2].total]
    if changes.agreements.total:
        items = tuple(_agreement(words, event) for event in changes.agreements.shown)
        rest = words.more(changes.agreements.rest)
        groups.append(Group("agreements", say("Agreements"), items, rest))
    heading = say("Changed since {day}", day=words.date(words.report.since))
    yield Section("changed", heading, tuple(groups))


def _group(
    words: Words, name: str, heading: str, part: Part[Event], facts: Callable[[Words, Event], list[str]]
) -> Group:
    items = tuple(words.item(event.row, facts(words, event)) for event in part.shown)
    return Group(name, heading, items, words.more(part.rest))


def _done(words: Words, event: Event) -> list[str]:
    entry = _entry(event)
    said = words.wording.say("done on {day}", day=words.date(entry.on))
    return [said, *_which(words, event), *words.recorded(entry), *words.proof(entry, event.proof)]


def _turned(words: Words, event: Event) -> list[str]:
    facts = [words.due(event.row)]
    if event.row.days is not None and event.row.days >= 0:
        facts.append(words.away(event.row.days))
    return [*facts, words.owes(event.row), *words.owner(event.row)]


def moved(words: Words, event: Event) -> list[str]:
    """Say from when to when something was postponed, by how much, and who agreed."""
    entry, wording = _entry(event), words.wording
    to = words.date(entry.due)
    if event.moved_from:
        before = words.date(event.moved_from)
        facts = [wording.say("moved from {before} to {after}", before=before, after=to)]
    else:
        facts = [wording.say("moved to {after}", after=to), *_which(words, event)]
    if event.slippage is not None and event.slippage > 0:
        facts.append(wording.count("{n} day later", "{n} days later", event.slippage))
    elif event.slippage is not None and event.slippage < 0:
        facts.append(wording.count("{n} day earlier", "{n} days earlier", -event.slippage))
    if entry.agreed_with:
        facts.append(wording.say("agreed with {parties}", parties=words.names(entry.agreed_with)))
    else:
        facts.append(wording.say("with whom it was agreed is not recorded"))
    return [*facts, *words.recorded(entry), *words.proof(entry, event.proof)]


def _added(words: Words, event: Event) -> list[str]:
    facts = [words.owes(event.row)]
    return [words.due(event.row), *facts] if event.row.due else facts


def _reopened(words: Words, event: Event) -> list[str]:
    said, *rest = _stated(words, event)
    if _entry(event).status == "open":
        said = words.wording.say("reopened on {day}", day=words.date(_entry(event).on))
    return [said, *rest]


def _disputed(words: Words, event: Event) -> list[str]:
    entry = _entry(event)
    if entry.dispute == "settled":
        said = words.wording.say("settled on {day}", day=words.date(entry.on))
    else:
        said = words.wording.say(
            "disputed by {party} on {day}", party=words.party(entry.dispute), day=words.date(entry.on)
        )
    return [said, *_which(words, event), *words.recorded(entry), *words.proof(entry)]


def _handed_over(words: Words, event: Event) -> list[str]:
    entry, wording = _entry(event), words.wording
    owner, day = words.person(entry.owner), words.date(entry.on)
    if event.before:
        before = words.person(event.before)
        said = wording.say("from {before} to {owner}, on {day}", before=before, owner=owner, day=day)
    else:
        said = wording.say("to {owner}, on {day}", owner=owner, day=day)
    return [said, *words.recorded(entry), *words.proof(entry)]


def _stated(words: Words, event: Event) -> list[str]:
    entry, wording = _entry(event), words.wording
    day = words.date(entry.on)
    said = wording.say("noted on {day}", day=day)
    if entry.status:
        said = wording.say("{status} on {day}", status=wording.status(entry.status), day=day)
    return [said, *_which(words, event), *words.recorded(entry), *words.proof(entry)]


def _which(words: Words, event: Event) -> list[str]:
    """Say which of several dates an entry is for."""
    scheduled = _entry(event).scheduled
    if not event.row.recurs or not scheduled:
        return []
    return [words.wording.say("for the date of {day}", day=words.date(scheduled))]


def _entry(event: Event) -> LogLine:
    if event.entry is None:
        raise AssertionError
    return event.entry


def _agreement(words: Words, event: AgreementEvent) -> Item:
    said = _TURNS[event.what](words, event)
    if event.recorded > event.on:
        said.append(words.wording.say("recorded on {day}", day=words.date(event.recorded)))
    if event.evidence:
        documents = words.data(", ".join(event.evidence))
        said.append(words.wording.say("evidence: {documents}", documents=documents))
    if event.note:
        said.append(words.data(" ".join(event.note.split())))
    return Item(words.data(event.title), facts=tuple(said), agreement=words.data(event.agreement))


def _signed(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("signed or adopted on {day}", day=words.date(event.on))]


def _begun(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("in force since {day}", day=words.date(event.on))]


def _extended(words: Words, event: AgreementEvent) -> list[str]:
    said = [words.wording.say("extended on {day}", day=words.date(event.on))]
    return [*said, *_ends(words, event)]


def _renewed(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("renewed itself on {day}", day=words.date(event.on)), *_ends(words, event)]


def _suspended(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("suspended on {day}", day=words.date(event.on))]


def _resumed(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("in force again since {day}", day=words.date(event.on))]


def _terminated(words: Words, event: AgreementEvent) -> list[str]:
    said = [words.wording.say("terminated on {day}", day=words.date(event.on))]
    return [*said, *_ends(words, event)]


def _ending(words: Words, event: AgreementEvent) -> list[str]:
    said = [words.wording.say("its end is near")]
    if by := event.notice_by >= event.on:
        said.append(words.wording.say("notice to be given by {day}", day=words.date(event.notice_by)))
    said.append(words.end(event.ends, renews=bool(event.renews), unless=by))
    return [*said, words.away(event.days or 0)]


def _ended(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("ended on {day}", day=words.date(event.on))]


def _noted(words: Words, event: AgreementEvent) -> list[str]:
    return [words.wording.say("noted on {day}", day=words.date(event.on))]


def _ends(words: Words, event: AgreementEvent) -> list[str]:
    """Say until when it is in force now, and until when it was."""
    said = []
    if event.ends:
        said.append(words.wording.say("ends on {day}", day=words.date(event.ends)))
    if event.ended_before and event.ended_before != event.ends:
        before = words.date(event.ended_before)
        said.append(words.wording.say("until then its end was {day}", day=before))
    return said


_TURNS: Final[dict[str, Callable[[Words, AgreementEvent], list[str]]]] = {
    "signed": _signed,
    "begun": _begun,
    "extended": _extended,
    "renewed": _renewed,
    "suspended": _suspended,
    "resumed": _resumed,
    "terminated": _terminated,
    "ending": _ending,
    "ended": _ended,
    "noted": _noted,
}
