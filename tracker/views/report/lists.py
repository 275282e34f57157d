"""What stands open, in words: decisions, what is late, what is due, what is silent, agreements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.core.report import MANY, AgreementCounts, Ending, Part, Silence
from tracker.core.rows import Row
from tracker.views.reasons import reckoned, unheard
from tracker.views.report.changes import moved
from tracker.views.report.page import Block, Group, Item, Line, Paragraph, Section, Table
from tracker.views.report.words import Words
from tracker.views.wording import Wording

_NAMED: Final = 3
"""Up to so many obligations without owner or evidence are named; more are only counted."""
_YEAR, _MONTH = 365.25, 30.44
_IN_YEARS, _IN_MONTHS = 2 * _YEAR, 3 * _MONTH
"""Days from which a silence is told in years, and in months."""


def decisions(words: Words) -> Iterator[Section]:
    """List what somebody has to decide, if there is anything."""
    decided, say = words.report.decisions, words.wording.say
    if not decided.anything:
        return
    blocks: list[Block] = []
    if decided.blocked.total:
        items = tuple(words.item(row, _blocked(words, row)) for row in decided.blocked.shown)
        blocks.append(Group("blocked", say("Blocked"), items, words.more(decided.blocked.rest)))
    if decided.disputed.total:
        items = tuple(words.item(row, _disputed(words, row)) for row in decided.disputed.shown)
        blocks.append(Group("disputed", say("Disputed"), items, words.more(decided.disputed.rest)))
    if decided.unagreed.total:
        items = tuple(words.item(event.row, moved(words, event)) for event in decided.unagreed.shown)
        heading = say("Postponed without evidence")
        blocks.append(Group("unagreed", heading, items, words.more(decided.unagreed.rest)))
    if decided.ending.total:
        items = tuple(_ending(words, one) for one in decided.ending.shown)
        heading = say("Agreements that end, or have to be given notice of")
        blocks.append(Group("ending", heading, items, words.more(decided.ending.rest)))
    if decided.unowned.total:
        blocks.append(Paragraph(_unowned(words)))
    if decided.unproved.total:
        blocks.append(Paragraph(_unproved(words)))
    yield Section("decisions", say("Decisions needed"), tuple(blocks))


def _blocked(words: Words, row: Row) -> list[str]:
    facts = [words.wording.say("last recorded on {day}", day=words.date(row.last_on))] if row.last_on else []
    if row.due:
        facts.append(words.due(row))
    return [*facts, words.owes(row), *words.owner(row)]


def _disputed(words: Words, row: Row) -> list[str]:
    said = words.wording.say("disputed by {party}", party=words.party(row.dispute))
    return [said, words.owes(row), *words.owner(row)]


def _ending(words: Words, one: Ending) -> Item:
    wording = words.wording
    facts = []
    if one.notice_by:
        facts.append(wording.say("notice to be given by {day}", day=words.date(one.notice_by)))
    facts.append(words.end(one.ends, renews=bool(one.renews), unless=bool(one.notice_by)))
    agreement = words.data(one.agreement)
    return Item(words.data(one.title), words.away(one.days), tuple(facts), agreement=agreement)


def _unowned(words: Words) -> str:
    decided, wording = words.report.decisions, words.wording
    unowned = decided.unowned
    if unowned.total == decided.open_count and unowned.total > _NAMED:
        return wording.count(
            "Nobody looks after any of the {n} open obligations.",
            "Nobody looks after any of the {n} open obligations.",
            unowned.total,
        )
    said = wording.count(
        "Nobody looks after {n} open obligation", "Nobody looks after {n} open obligations", unowned.total
    )
    return _named(words, said, unowned)


def _unproved(words: Words) -> str:
    unproved = words.report.decisions.unproved
    if unproved.total > MANY and not unproved.shown:
        return words.wording.count(
            "More than {n} date is recorded as done without evidence.",
            "More than {n} dates are recorded as done without evidence.",
            MANY,
        )
    said = words.wording.count(
        "{n} date is recorded as done without evidence",
        "{n} dates are recorded as done without evidence",
        unproved.total,
    )
    return _named(words, said, unproved)


def _named(words: Words, said: str, part: Part[Row]) -> str:
    """Name a few; more are only counted."""
    if part.total > _NAMED or not part.shown:
        return words.wording.say("{sentence}.", sentence=said)
    titles = words.wording.listed(tuple(words.data(row.title) for row in part.shown))
    return words.wording.say("{sentence}: {titles}.", sentence=said, titles=titles)


def overdue(words: Words) -> Iterator[Section]:
    """List what is past due: known to be late, and without a word."""
    report, wording = words.report, words.wording
    if not report.overdue:
        return
    counted = wording.count("{n} obligation", "{n} obligations", report.overdue)
    dates = wording.count("{n} date", "{n} dates", report.missed)
    heading = wording.say("Past due: {obligations}, {dates}", obligations=counted, dates=dates)
    groups: list[Block] = []
    for name, title, part in (
        ("late", wording.say("Known to be late"), report.late),
        ("unheard", wording.say("Due, and nothing recorded"), report.unheard),
    ):
        if part.total:
            items = tuple(_overdue(words, row) for row in part.shown)
            groups.append(Group(name, title, items, words.more(part.rest)))
    if any(reckoned(row) for row in (*report.late.shown, *report.unheard.shown)):
        groups.append(Paragraph(wording.say("* reckoned by us, not stated in the text"), quiet=True))
    yield Section("overdue", heading, tuple(groups))


def _overdue(words: Words, row: Row) -> Item:
    wording = words.wording
    facts = [words.owes(row), words.due(row)]
    if row.missed > 1:
        facts.append(wording.count("{n} date missed", "{n} dates missed", row.missed))
    if row.informed:
        status, day = wording.status(row.status), words.date(row.last_on)
        facts.append(wording.say("{status}, last recorded on {day}", status=status, day=day))
    elif row.last_on:
        facts.append(unheard(row, words.date(row.last_on), wording))
    if row.dispute:
        facts.append(wording.say("disputed by {party}", party=words.party(row.dispute)))
    lead = wording.count("{n} day", "{n} days", -(row.days or 0))
    return words.item(row, [*facts, *words.owner(row)], lead, quoted=True)


def due(words: Words) -> Iterator[Section]:
    """List what falls due within the horizon."""
    report, wording = words.report, words.wording
    if not report.due.total:
        return
    day = words.date(report.until)
    dates = wording.count("{n} date", "{n} dates", report.due.total)
    counted = wording.count("{n} obligation", "{n} obligations", report.due_obligations)
    heading = wording.say("Due by {day}: {obligations}, {dates}", day=day, obligations=counted, dates=dates)
    items = []
    for row in report.due.shown:
        facts = [words.owes(row), words.due(row)]
        if row.status not in {"", "open"}:
            facts.append(wording.status(row.status))
        items.append(words.item(row, [*facts, *words.owner(row)], words.away(row.days or 0)))
    blocks: list[Block] = [Group("due_soon", "", tuple(items), words.more(report.due.rest))]
    late = (*report.late.shown, *report.unheard.shown)
    if any(map(reckoned, report.due.shown)) and not any(map(reckoned, late)):
        blocks.append(Paragraph(wording.say("* reckoned by us, not stated in the text"), quiet=True))
    yield Section("due_soon", heading, tuple(blocks))


def silent(words: Words) -> Iterator[Section]:
    """List the agreements with obligations of which nothing was heard for too long."""
    report, wording = words.report, words.wording
    if not report.silent.total:
        return
    counted = wording.count("{n} obligation", "{n} obligations", report.totals.get("review-due", 0))
    items = tuple(_silence(words, one) for one in report.silent.shown)
    rest = report.silent.total - sum(one.obligations for one in report.silent.shown)
    group = Group("review_due", "", items, words.more(rest))
    yield Section("review_due", wording.say("No news: {obligations}", obligations=counted), (group,))


def _silence(words: Words, one: Silence) -> Item:
    wording = words.wording
    counted = wording.count("{n} obligation", "{n} obligations", one.obligations)
    since = wording.say("nothing recorded since {day}", day=words.date(one.since))
    agreement = words.data(one.agreement)
    return Item(words.data(one.title), _long(words, one.days), (counted, since), agreement=agreement)


def _long(words: Words, days: int) -> str:
    """Say how long a silence is, in whole years, months or days."""
    if days >= _IN_YEARS:
        return words.wording.count("{n} year", "{n} years", int(days / _YEAR))
    if days >= _IN_MONTHS:
        return words.wording.count("{n} month", "{n} months", int(days / _MONTH))
    return words.wording.count("{n} day", "{n} days", days)


def suspended(words: Words) -> Iterator[Section]:
    """List the agreements that are suspended, and how much stands still with them."""
    part, wording = words.report.suspended, words.wording
    if not part.total:
        return
    items = []
    for one in part.shown:
        since = wording.say("suspended since {day}", day=words.date(one.since))
        if one.ended:
            since = wording.say(
                "suspended since {day}, ended {end}", day=words.date(one.since), end=words.date(one.ended)
            )
        still = wording.count("{n} obligation stands still", "{n} obligations stand still", one.obligations)
        items.append(Item(words.data(one.title), facts=(since, still), agreement=words.data(one.agreement)))
    counted = wording.count("{n} agreement", "{n} agreements", part.total)
    group = Group("suspended", "", tuple(items), words.more(part.rest))
    yield Section("suspended", wording.say("Suspended: {agreements}", agreements=counted), (group,))


def agreements(words: Words) -> Iterator[Section]:
    """Draw up the table by agreement."""
    report, say = words.report, words.wording.say
    if not report.agreements.total:
        return
    headings = (
        *(say("agreement"), say("done"), say("open"), say("past due"), say("no news")),
        *(say("dates done"), say("dates missed"), say("next date")),
    )
    lines = tuple(_counts(words, line) for line in report.agreements.shown)
    numbers = (False, True, True, True, True, True, True, False)
    table = Table(headings, numbers, lines, words.more(report.agreements.rest))
    note = Paragraph(
        say("Obligations are counted first, then dates: a meeting twice a year is one obligation with many."),
        quiet=True,
    )
    yield Section("agreements", say("By agreement"), (table, note))


def _done_dates(line: AgreementCounts, wording: Wording) -> str:
    """Count the dates that were kept, those kept late apart."""
    done = wording.count("{n} date done", "{n} dates done", line.kept)
    if not line.kept_late:
        return done
    late = wording.count("{n} of them late", "{n} of them late", line.kept_late)
    return wording.say("{done}, {late}", done=done, late=late)


def _counts(words: Words, line: AgreementCounts) -> Line:
    wording = words.wording
    numbers = (line.done, line.open, line.overdue, line.silent, line.kept, line.missed)
    day = words.date(line.next_due)
    title = words.data(line.title)
    facts = [
        wording.count("{n} done", "{n} done", line.done),
        wording.count("{n} open", "{n} open", line.open),
    ]
    if line.overdue:
        facts.append(wording.count("{n} past due", "{n} past due", line.overdue))
    if line.silent:
        facts.append(wording.count("{n} without news", "{n} without news", line.silent))
    if line.kept:
        facts.append(_done_dates(line, wording))
    if line.missed:
        facts.append(wording.count("{n} date missed", "{n} dates missed", line.missed))
    if line.next_due:
        facts.append(wording.say("next date {day}", day=day))
    if line.state != "in-force":
        facts.append(wording.state(line.state))
    cells = (title, *map(wording.number, numbers), day)
    return Line(cells, (title, *facts), words.data(line.agreement))
