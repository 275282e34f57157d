"""From a report to its page in a language: title, headline, parts, footer."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.report import Report
from tracker.core.vocabulary import TEXTS
from tracker.views.report.changes import changed
from tracker.views.report.lists import agreements, decisions, due, overdue, silent, suspended
from tracker.views.report.page import Page
from tracker.views.report.words import Words
from tracker.views.wording import Wording


def page(report: Report, wording: Wording) -> Page:
    """Put a report into words."""
    words = Words(report, wording)
    quiet = report.is_quiet
    parts = (changed, decisions, overdue, due, silent, suspended, agreements)
    return Page(
        language=wording.language,
        right_to_left=wording.right_to_left,
        title=title(report, wording),
        headline=_quiet(words) if quiet else _headline(words),
        notes=tuple(_notes(words)),
        sections=() if quiet else tuple(section for part in parts for section in part(words)),
        footer=() if quiet else tuple(_footer(words)),
        quiet=quiet,
    )


def title(report: Report, wording: Wording) -> str:
    """Give the title: the register's, and the day."""
    words = Words(report, wording)
    day = words.date(report.as_of)
    if not report.title:
        return wording.say("Report of {day}", day=day)
    return wording.say("{title}: report of {day}", title=words.data(report.title), day=day)


def _headline(words: Words) -> str:
    """Sum the report up in one sentence."""
    report, wording = words.report, words.wording
    counts = [_in_force(words)]
    if report.overdue:
        late = wording.count("{n} obligation past due", "{n} obligations past due", report.overdue)
        dates = wording.count("{n} date missed", "{n} dates missed", report.missed)
        counts.append(wording.say("{obligations} ({dates})", obligations=late, dates=dates))
    if report.due.total:
        counts.append(_due(words))
    counts += _silent(words)
    counts += _suspended(words)
    return _sentence(words, counts)


def _quiet(words: Words) -> str:
    """Say in one line that there is nothing to say; longer where something falls due or is to be decided."""
    report, wording = words.report, words.wording
    if report.is_empty:
        return _sentence(words, [_nothing(words)])
    said = [wording.say("nothing new since {day}, and nothing is late", day=words.date(report.since))]
    if report.due.total:
        said.append(_due(words))
    said += _silent(words)
    said += _suspended(words)
    if waiting := report.decisions.waiting:
        said.append(wording.count("{n} decision is waiting", "{n} decisions are waiting", waiting))
    counts = wording.listed(tuple(said))
    return wording.say("{day}: {counts}.", day=words.date(report.as_of), counts=counts)


def _silent(words: Words) -> list[str]:
    """Say of how many obligations there is no news."""
    if not (count := words.report.totals.get("review-due")):
        return []
    return [words.wording.count("no news of {n} obligation", "no news of {n} obligations", count)]


def _suspended(words: Words) -> list[str]:
    """Say how many agreements are suspended, since what stands still there is neither late nor done."""
    if not (count := words.report.suspended.total):
        return []
    return [words.wording.count("{n} agreement suspended", "{n} agreements suspended", count)]


def _nothing(words: Words) -> str:
    """Say of what there is nothing: of a person's or a post's, of some agreements and parties, or at all."""
    asked, say = words.report.asked, words.wording.say
    if asked.owner:
        return say("nothing is looked after by {owner}", owner=words.person(asked.owner))
    if asked.agreements or asked.parties:
        return say("nothing is promised there yet")
    return say("nothing is promised in this register yet")


def _sentence(words: Words, parts: list[str]) -> str:
    day = words.wording.weekday(words.report.as_of)
    said = words.wording.listed(tuple(parts))
    return words.wording.say("{day}: {counts}.", day=day[:1].upper() + day[1:], counts=said)


def _in_force(words: Words) -> str:
    return words.wording.count("{n} agreement in force", "{n} agreements in force", words.report.in_force)


def _due(words: Words) -> str:
    report, wording = words.report, words.wording
    until = words.date(report.until)
    due = wording.count(
        "{n} obligation due by {day}", "{n} obligations due by {day}", report.due_obligations, day=until
    )
    dates = wording.count("{n} date", "{n} dates", report.due.total)
    return wording.say("{obligations} ({dates})", obligations=due, dates=dates)


def _notes(words: Words) -> Iterator[str]:
    """Say what the report is of, where that is not everything known of everything."""
    report, say = words.report, words.wording.say
    asked = report.asked
    named = [words.agreement(key) for key in asked.agreements]
    named += [words.data(report.party_names.get(key, key)) for key in asked.parties]
    if named:
        yield say("Of: {names}.", names=words.wording.listed(tuple(named)))
    if asked.owner and not report.is_empty:
        yield say("Looked after by {owner}.", owner=words.person(asked.owner))
    if report.known_at:
        yield say("As was known on {day}.", day=words.date(report.known_at))


def _footer(words: Words) -> Iterator[str]:
    """Say where the report comes from."""
    report, wording = words.report, words.wording
    counts = report.footer.sources
    if any(counts):
        sources = [
            wording.say("{source} ({n})", source=words.data(said), n=wording.number(counts[text]))
            for text in sorted(counts, key=_place)
            if (said := wording.source(text) or wording.say("no source stated"))
        ]
        yield wording.say("Sources: {sources}.", sources=wording.listed(tuple(sources)))
    made = [words.data(part) for part in (report.title, _commit(report), _tool(report)) if part]
    yield " · ".join(made)


def _place(text: str) -> tuple[int, str]:
    return (TEXTS.index(text) if text in TEXTS else len(TEXTS), text)


def _commit(report: Report) -> str:
    return f"git {report.footer.commit}" if report.footer.commit else ""


def _tool(report: Report) -> str:
    return f"tracker {report.footer.tool}" if report.footer.tool else "tracker"
