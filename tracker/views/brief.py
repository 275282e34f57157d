"""A brief in words: one A4 page for a joint committee or a minister, without an office's terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from tracker.core.brief import OTHERS, Brief, Coming, Kept, Key, Side, Term
from tracker.core.report import AgreementCounts, Event, Part
from tracker.core.rows import Row
from tracker.core.sides import JOINT, WE
from tracker.views import safe
from tracker.views.columns import RECKONED
from tracker.views.reasons import reckoned
from tracker.views.report.changes import moved
from tracker.views.report.page import Block, Group, Item, Page, Paragraph, Section
from tracker.views.report.words import Words
from tracker.views.wording import Wording

T = TypeVar("T")


def page(whole: Brief, wording: Wording, most: Mapping[Key, int]) -> Page:
    """Put a brief into words, with at most so many of each list."""
    words = Words(whole.report, wording)
    brief = whole.first(most)
    party = words.data(brief.report.party_names.get(brief.party, brief.party))
    sections = [
        Section(side.who, _heading(brief, side, words), tuple(_blocks(side, words))) for side in brief.sides
    ]
    sections += _trouble(brief, words)
    if brief.agreements.shown:
        group = _group(words, "agreements", "", brief.agreements, _agreement_of(whole))
        sections.append(Section("agreements", wording.say("Agreements"), (group,)))
    return Page(
        language=wording.language,
        right_to_left=wording.right_to_left,
        title=wording.say("Brief on {party}, {day}", party=party, day=words.date(brief.report.as_of)),
        headline=_headline(whole, words),
        notes=(wording.say("As was known on {day}.", day=words.date(brief.report.known_at)),)
        if brief.report.known_at
        else (),
        sections=tuple(sections),
        footer=tuple(_footer(sections, brief, words)),
        sheet=True,
    )


def _footer(sections: list[Section], brief: Brief, words: Words) -> Iterator[str]:
    """Say what is left out, what the mark of a reckoned date means, and where the brief comes from."""
    if brief.agreements.total and not brief.agreements.shown:
        yield words.wording.count(
            "Not listed here: {n} agreement.", "Not listed here: {n} agreements.", brief.agreements.total
        )
    groups = [block for section in sections for block in section.blocks if isinstance(block, Group)]
    if any(item.lead.endswith(RECKONED) for group in groups for item in group.items):
        yield words.wording.say("* reckoned by us, not stated in the text")
    if words.report.title:
        yield words.data(words.report.title)


def _headline(brief: Brief, words: Words) -> str:
    """Sum the brief up: what was kept, what was not, what comes next."""
    wording = words.wording
    if not brief.sides:
        return _at_rest(brief, wording)
    kept = sum(side.kept.total for side in brief.sides)
    missed = sum(side.late.total + side.unheard.total for side in brief.sides)
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


def _at_rest(brief: Brief, wording: Wording) -> str:
    """Say that nothing is to be done now, and what became of what was promised."""
    resting = brief.resting
    if not any(resting):
        return wording.say("Nothing has been promised between us that this register knows of.")
    counts = []
    if resting.still:
        counts.append(
            wording.count("{n} obligation stands still", "{n} obligations stand still", resting.still)
        )
    if resting.to_begin:
        counts.append(
            wording.count("{n} promise not yet in force", "{n} promises not yet in force", resting.to_begin)
        )
    if resting.kept:
        counts.append(wording.count("{n} promise kept", "{n} promises kept", resting.kept))
    if resting.over:
        counts.append(wording.count("{n} promise that ended", "{n} promises that ended", resting.over))
    return wording.say("Nothing is asked for between us now: {counts}.", counts=wording.listed(tuple(counts)))


def _heading(brief: Brief, side: Side, words: Words) -> str:
    say = words.wording.say
    party = words.party(brief.party)
    if side.who == JOINT:
        return say("What we owe each other together") if brief.we else say("What is owed together")
    if side.who == OTHERS:
        return say("What others owe")
    if side.who == WE:
        return say("What we owe {party}", party=party) if brief.we else say("What others owe")
    return say("What {party} owes us", party=party) if brief.we else say("What {party} owes", party=party)


def _blocks(side: Side, words: Words) -> Iterator[Block]:
    say = words.wording.say
    if side.kept.total:
        yield _group(words, "kept", say("Kept"), side.kept, _kept)
    if side.late.total:
        yield _group(words, "late", say("Known to be late"), side.late, _missed)
    if side.unheard.total:
        yield _group(words, "unheard", say("Due, and nothing recorded"), side.unheard, _missed)
    if side.aims.total:
        yield _group(words, "aims", say("Aims past their date, and no news"), side.aims, _missed)
    if side.next.total:
        yield _group(words, "next", say("Next"), side.next, _coming)
    if side.waiting.shown:
        yield _group(words, "waiting", say("Waiting for something else"), side.waiting, _plain)
    if side.going_on.shown:
        yield _group(words, "going_on", say("Going on, without a date"), side.going_on, _plain)
    if side.silent.shown:
        yield _group(words, "silent", say("Without a date, and without recent news"), side.silent, _plain)
    yield from _counted(side, words)


def _counted(side: Side, words: Words) -> Iterator[Block]:
    """Count what has no date, and is not listed."""
    waiting, going, silent = (
        0 if part.shown else part.total for part in (side.waiting, side.going_on, side.silent)
    )
    counts = []
    if waiting:
        counts.append(words.wording.count("{n} waiting", "{n} waiting", waiting))
    if going:
        counts.append(words.wording.count("{n} going on", "{n} going on", going))
    if silent:
        counts.append(words.wording.count("{n} without recent news", "{n} without recent news", silent))
    if counts:
        yield Paragraph(
            words.wording.say("Without a date: {counts}.", counts=words.wording.listed(tuple(counts)))
        )


def _trouble(brief: Brief, words: Words) -> Iterator[Section]:
    """Tell of disputes, and of what was put off."""
    say = words.wording.say
    groups = []
    if brief.disputed.total:
        groups.append(_group(words, "disputed", say("Disputed"), brief.disputed, _disputed))
    if brief.postponed.total:
        groups.append(_group(words, "postponed", say("Postponed"), brief.postponed, _postponed))
    if groups:
        yield Section("trouble", say("Disputes and postponements"), tuple(groups))


def _group(words: Words, name: str, heading: str, part: Part[T], item: Callable[[Words, T], Item]) -> Group:
    return Group(name, heading, tuple(item(words, one) for one in part.shown), words.more(part.rest))


def _kept(words: Words, one: Kept) -> Item:
    """Tell what was done; of what recurs, for which of its dates."""
    facts = []
    if one.scheduled:
        facts.append(words.wording.say("for the date of {day}", day=words.date(one.scheduled)))
    return _item(words, one.row, *facts, lead=words.date(one.on), state="done")


def _missed(words: Words, row: Row) -> Item:
    wording = words.wording
    facts = []
    if row.missed > 1:
        facts.append(wording.count("{n} date missed", "{n} dates missed", row.missed))
    return _item(words, row, *facts, lead=_day(words, row, row.due))


def _coming(words: Words, one: Coming) -> Item:
    """Tell of a date to come; what recurs may be late with another."""
    row = one.row
    facts = [words.wording.status(row.status)] if row.status == "blocked" else []
    state = row.state if one.day == row.due else "upcoming"
    return _item(words, row, *facts, lead=_day(words, row, one.day), state=state)


def _day(words: Words, row: Row, day: str) -> str:
    """Write a due date as the text has it, marked where the office reckoned it."""
    if day != row.due:
        return words.date(day) + (RECKONED if row.basis else "")
    return words.date(row.due_text or day) + (RECKONED if reckoned(row) else "")


def _plain(words: Words, row: Row) -> Item:
    return _item(words, row)


def _disputed(words: Words, row: Row) -> Item:
    return _item(words, row, words.wording.say("disputed by {party}", party=words.party(row.dispute)))


def _postponed(words: Words, event: Event) -> Item:
    return _item(words, event.row, *moved(words, event))


def _item(words: Words, row: Row, *facts: str, lead: str = "", state: str = "") -> Item:
    ref, agreement = safe.line(row.ref), safe.line(row.agreement)
    return Item(words.data(row.title), lead, facts, ref=ref, agreement=agreement, state=state or row.state)


def _agreement_of(brief: Brief) -> Callable[[Words, AgreementCounts], Item]:
    def item(words: Words, line: AgreementCounts) -> Item:
        term = brief.terms.get(line.agreement) or Term("", line.ends)
        facts = _validity(words, line, term)
        return Item(words.data(line.title), facts=tuple(facts), agreement=safe.line(line.agreement))

    return item


def _validity(words: Words, line: AgreementCounts, term: Term) -> Iterator[str]:
    """Say whether an agreement is in force, and until when."""
    say = words.wording.say
    has_ended = line.state == "ended"
    if term.suspended:
        yield words.wording.status("suspended")
    elif not has_ended and term.begins > words.report.as_of:
        yield say("in force from {day}", day=words.date(term.begins))
    elif not line.ends or line.state == "not-in-force":
        yield words.wording.state(line.state)
    if has_ended:
        yield say("ended on {day}", day=words.date(line.ends))
    elif line.ends:
        end = words.date(line.ends)
        yield say("renews itself after {day}" if term.renews else "ends on {day}", day=end)
