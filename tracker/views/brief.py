"""A brief in words: one A4 page for a joint committee or a minister, without an office's terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from tracker.core.brief import Brief, Coming, Side
from tracker.core.report import JOINT, WE, AgreementCounts, Event, Part
from tracker.core.rows import Row
from tracker.views.reasons import reckoned
from tracker.views.report_changes import moved
from tracker.views.report_page import Block, Group, Item, Page, Paragraph, Section
from tracker.views.report_plain import rendered
from tracker.views.report_words import Words
from tracker.views.wording import Wording

LINES: Final = 58
"""Lines of plain text that an A4 page takes."""
_MOST: Final = (8, 6, 5, 4, 3, 2, 1)

T = TypeVar("T")


def page(brief: Brief, wording: Wording) -> Page:
    """Put a brief into words, with as many of each list as one A4 page takes."""
    fitting = _page(brief.first(_MOST[0]), wording)
    for most in _MOST[1:]:
        if sum(1 for _ in rendered(fitting)) <= LINES:
            break
        fitting = _page(brief.first(most), wording)
    return fitting


def _page(brief: Brief, wording: Wording) -> Page:
    words = Words(brief.report, wording)
    party = words.data(brief.report.party_names.get(brief.party, brief.party))
    sections = [
        Section(side.who, _heading(brief, side, words), tuple(_blocks(side, words))) for side in brief.sides
    ]
    sections += _trouble(brief, words)
    if brief.agreements.total:
        group = _group(words, "agreements", "", brief.agreements, _agreement)
        sections.append(Section("agreements", wording.say("Agreements"), (group,)))
    return Page(
        language=wording.language,
        right_to_left=wording.right_to_left,
        title=wording.say("Brief on {party}, {day}", party=party, day=words.date(brief.report.as_of)),
        headline=_headline(brief, words),
        notes=(wording.say("As was known on {day}.", day=words.date(brief.report.known_at)),)
        if brief.report.known_at
        else (),
        sections=tuple(sections),
        footer=(words.data(brief.report.title),) if brief.report.title else (),
    )


def _headline(brief: Brief, words: Words) -> str:
    """Sum the brief up: what was kept, what was not, what comes next."""
    wording = words.wording
    if not brief.sides:
        return wording.say("Nothing has been promised between us that this register knows of.")
    kept = sum(side.kept.total for side in brief.sides)
    missed = sum(side.missed.total for side in brief.sides)
    coming = sorted(one.day for side in brief.sides for one in side.next.shown)
    counts = [
        wording.count("{n} promise kept", "{n} promises kept", kept)
        if kept
        else wording.say("nothing recorded as kept")
    ]
    if missed:
        counts.append(wording.count("{n} past its date", "{n} past their date", missed))
    if coming:
        counts.append(wording.say("next date {day}", day=words.date(coming[0])))
    day = words.date(brief.report.since)
    said = wording.listed(tuple(counts))
    if brief.meeting:
        return wording.say("Since the last meeting, on {day}: {counts}.", day=day, counts=said)
    return wording.say("Since {day}: {counts}.", day=day, counts=said)


def _heading(brief: Brief, side: Side, words: Words) -> str:
    say = words.wording.say
    party = words.party(brief.party)
    if side.who == JOINT:
        return say("What we owe each other together") if brief.we else say("What is owed together")
    if side.who == WE:
        return say("What we owe {party}", party=party) if brief.we else say("What others owe")
    return say("What {party} owes us", party=party) if brief.we else say("What {party} owes", party=party)


def _blocks(side: Side, words: Words) -> Iterator[Block]:
    say = words.wording.say
    if side.kept.total:
        yield _group(words, "kept", say("Kept"), side.kept, _kept)
    if side.missed.total:
        yield _group(words, "missed", say("Due, and not done"), side.missed, _missed)
        if any(map(reckoned, side.missed.shown)):
            yield Paragraph(say("* reckoned by us, not stated in the text"), quiet=True)
    if side.next.total:
        yield _group(words, "next", say("Next"), side.next, _coming)
    if side.going_on.total:
        yield _group(words, "going_on", say("Going on, without a date"), side.going_on, _plain)
    if side.silent.total:
        yield _group(words, "silent", say("Without a date, and without recent news"), side.silent, _plain)


def _trouble(brief: Brief, words: Words) -> Iterator[Section]:
    """Tell of disputes, and of what was put off."""
    say = words.wording.say
    if brief.disputed.total:
        group = _group(words, "disputed", "", brief.disputed, _disputed)
        yield Section("disputed", say("Disputed"), (group,))
    if brief.postponed.total:
        group = _group(words, "postponed", "", brief.postponed, _postponed)
        yield Section("postponed", say("Postponed"), (group,))


def _group(words: Words, name: str, heading: str, part: Part[T], item: Callable[[Words, T], Item]) -> Group:
    return Group(name, heading, tuple(item(words, one) for one in part.shown), words.more(part.rest))


def _kept(words: Words, event: Event) -> Item:
    on = event.entry.on if event.entry else ""
    return _item(words, event.row, words.wording.say("done on {day}", day=words.date(on)))


def _missed(words: Words, row: Row) -> Item:
    wording = words.wording
    facts = [words.due(row)]
    if row.state != "overdue":
        facts.append(wording.say("an aim, not a duty"))
    if row.missed > 1:
        facts.append(wording.count("{n} date missed", "{n} dates missed", row.missed))
    return _item(words, row, *facts)


def _coming(words: Words, one: Coming) -> Item:
    row = one.row
    facts = (
        [words.due(row)] if one.day == row.due else [words.wording.say("due {day}", day=words.date(one.day))]
    )
    if row.status == "blocked":
        facts.append(words.wording.status(row.status))
    return _item(words, row, *facts)


def _plain(words: Words, row: Row) -> Item:
    return _item(words, row)


def _disputed(words: Words, row: Row) -> Item:
    return _item(words, row, words.wording.say("disputed by {party}", party=words.party(row.dispute)))


def _postponed(words: Words, event: Event) -> Item:
    return _item(words, event.row, *moved(words, event))


def _item(words: Words, row: Row, *facts: str) -> Item:
    return Item(words.data(row.title), facts=facts, ref=row.ref, agreement=row.agreement, state=row.state)


def _agreement(words: Words, line: AgreementCounts) -> Item:
    wording = words.wording
    facts = [wording.state(line.state)]
    if line.ends:
        facts = [
            wording.say(
                "ended on {day}" if line.state == "ended" else "ends on {day}", day=words.date(line.ends)
            )
        ]
    return Item(words.data(line.title), facts=tuple(facts), agreement=line.agreement)
