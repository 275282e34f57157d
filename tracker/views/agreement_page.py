"""An agreement in full: who is party to it, from when to when, what became of it, what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.core.agreement_page import AgreementLogLine, AgreementPage
from tracker.core.rows import LogLine
from tracker.views import facts as page
from tracker.views import safe
from tracker.views.entries import entry, written
from tracker.views.pieces import BLANK, Line, Piece
from tracker.views.rules import length
from tracker.views.totals import totals
from tracker.views.wording import Wording

COLUMNS: Final = ("ref", "state", "due", "title")
"""What is shown of each obligation."""


def lines(shown: AgreementPage, wording: Wording, columns: int) -> Iterator[Line]:
    """Lay an agreement out for so many columns, up to the heading of its obligations; 0 wraps nothing."""
    yield from page.wrapped(safe.line(shown.line.title), columns, "title")
    yield (Piece(safe.line(shown.line.id), "quiet"),)
    yield BLANK
    yield from page.facts([(label, value, "") for label, value in facts(shown, wording)], columns)
    yield from page.heading(wording.say("What happened"))
    if not shown.log:
        yield (Piece("  " + wording.say("nothing recorded"), "quiet"),)
    for day, texts in happened(shown, wording):
        indent = f"  {day}  "
        for text in texts:
            yield from page.wrapped(text, columns, "", indent, " " * 14)
            indent = " " * 14
    if shown.notes:
        yield from page.heading(wording.say("Notes"))
        for text in safe.lines(shown.notes):
            yield from page.wrapped(text, columns, "", "  ")
    if shown.rows:
        yield from page.heading(wording.say("Obligations"))


def facts(shown: AgreementPage, wording: Wording) -> Iterator[tuple[str, str]]:
    """Give what is to be said in a line each, as label and value; a label of '' goes on with the last."""
    line = shown.line
    yield wording.say("State"), _state(shown, wording)
    yield wording.say("Kind"), safe.line(wording.kind(line.kind))
    label = wording.say("Parties")
    for party, name in shown.parties:
        yield label, safe.line(name if name == party else f"{name} ({party})")
        label = ""
    yield wording.say("Dated"), safe.line(shown.stated)
    yield wording.say("In force from"), safe.line(shown.effective)
    yield wording.say("Last day"), line.expires or wording.say("none stated")
    if line.renews:
        yield wording.say("Renews itself"), wording.say("for {length}", length=length(line.renews, wording))
    if line.notice_by:
        yield wording.say("Notice by"), line.notice_by
    if shown.owner:
        yield wording.say("Looked after by"), safe.line(shown.owner)
    if shown.tags:
        yield wording.say("Tags"), safe.line(wording.listed(shown.tags))
    if shown.formerly:
        yield wording.say("Formerly"), safe.line(wording.listed(shown.formerly))
    label = wording.say("Source")
    for source in _sources(shown, wording):
        yield label, source
        label = ""
    yield wording.say("In all"), _counts(shown, wording)


def _state(shown: AgreementPage, wording: Wording) -> str:
    if shown.line.suspended:
        return wording.status("suspended")
    state = wording.state(shown.line.state)
    if since := shown.line.state == "ended" and shown.suspended_since:
        return wording.say("{state}, suspended since {day}", state=state, day=since)
    return state


def until(shown: AgreementPage, wording: Wording) -> str:
    """Say how an agreement stands, and until when it is in force."""
    state, line = _state(shown, wording), shown.line
    if not line.expires:
        return state
    if line.renews:
        return wording.say("{state}, renews itself after {day}", state=state, day=line.expires)
    return wording.say("{state}, until {day}", state=state, day=line.expires)


def happened(shown: AgreementPage, wording: Wording) -> Iterator[tuple[str, list[str]]]:
    """Give each entry of the log as it happened: its day, and what it states, notes and proves."""
    for line in sorted(shown.log, key=lambda line: (line.on, line.position)):
        written_down = _as_log_line(line)
        said, *more = entry(written_down._replace(by="", recorded="", private=False), wording)
        if line.ends:
            said = wording.say("{entry}, until {day}", entry=said, day=line.ends)
        yield line.on, [", ".join([said, *written(written_down, wording)]), *more]


def _sources(shown: AgreementPage, wording: Wording) -> Iterator[str]:
    what = wording.source(shown.line.text)
    if what and not shown.documents:
        yield safe.line(what)
    for document in shown.documents:
        told = (what if not document.id else document.id, document.file, document.url, document.date)
        yield safe.line(", ".join(part for part in told if part))


def _counts(shown: AgreementPage, wording: Wording) -> str:
    counts = shown.line.totals
    obligations = wording.count("{n} obligation", "{n} obligations", sum(counts.values()))
    parts = [obligations, *totals(counts, shown.known_late, wording)]
    if shown.line.missed > 1:
        parts.append(wording.count("{n} date missed", "{n} dates missed", shown.line.missed))
    return " · ".join(parts)


def _as_log_line(line: AgreementLogLine) -> LogLine:
    """Make an entry of an obligation's log that says the same, but for the last day."""
    return LogLine(
        position=line.position,
        on=line.on,
        status=line.status,
        scheduled="",
        due="",
        agreed_with=(),
        note=line.note,
        evidence=line.evidence,
        owner="",
        dispute="",
        by=line.by,
        recorded=line.recorded,
        private=line.private,
    )
