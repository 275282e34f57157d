"""One obligation in full: what it is, why it stands so, what the text says, each date, the log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.core.rows import Detail, LogLine, Passage, Row
from tracker.views import facts as page
from tracker.views import safe
from tracker.views.columns import days, due
from tracker.views.entries import entry
from tracker.views.measure import pad, width
from tracker.views.pieces import BLANK, Line, Piece, fitted
from tracker.views.quotations import in_context
from tracker.views.reasons import by_its_agreement, joined, moved_from, of_the_date, reason, standing
from tracker.views.rules import rule
from tracker.views.wording import Wording

_STYLES: Final = {
    "overdue": "late",
    "due-soon": "soon",
    "blocked": "soon",
    "done": "good",
    "done-late": "good",
}


def lines(
    shown: Detail, as_of: str, wording: Wording, columns: int, passage: Passage | None = None
) -> Iterator[Line]:
    """Lay an obligation out for so many columns; 0 wraps and cuts nothing."""
    row = shown.row
    yield from page.wrapped(safe.line(row.title), columns, "title")
    yield (Piece(safe.line(row.ref), "quiet"),)
    yield BLANK
    yield from page.facts(tuple(_facts(shown, as_of, wording)), columns)
    yield from _quote(shown, passage, wording, columns)
    yield from _dates(shown, wording, columns)
    yield from _log(shown, wording, columns)
    if shown.notes:
        yield from page.heading(wording.say("Notes"))
        for text in safe.lines(shown.notes):
            yield from page.wrapped(text, columns, "", "  ")


def why(shown: Detail, as_of: str, wording: Wording) -> str:
    """Say why the obligation has its state, with the log entry that decides it."""
    parts = [reason(of_the_date(shown), as_of, wording), *by_its_agreement(shown, wording)]
    if shown.row.state == "awaiting" and (status := shown.void.get(shown.row.scheduled)):
        said = wording.say("that was {status}, so it can't fall due", status=wording.status(status))
        parts.append(said)
    decided = next((line for line in shown.log if line.position == shown.entry), None)
    if decided is not None:
        parts.append(wording.say("decided by the entry of {day}", day=decided.on))
    return joined(parts, wording)


def facts(shown: Detail, as_of: str, wording: Wording) -> Iterator[tuple[str, str]]:
    """Give what is to be said in a line each, as label and value."""
    for label, value, _ in _facts(shown, as_of, wording):
        yield label, value


def _facts(shown: Detail, as_of: str, wording: Wording) -> Iterator[tuple[str, str, str]]:
    row, agreement = shown.row, shown.agreement
    yield wording.say("State"), _state(row, wording), _STYLES.get(row.state, "")
    yield wording.say("Why"), why(shown, as_of, wording), ""
    yield wording.say("Who owes"), safe.line(wording.listed(row.bearers)), ""
    if shown.counterparties:
        yield wording.say("To whom"), safe.line(wording.listed(shown.counterparties)), ""
    yield wording.say("How binding"), wording.modality(row.modality), ""
    yield wording.say("Kind"), safe.line(wording.kind(row.kind)), ""
    yield wording.say("When"), rule(shown.time, wording), ""
    if row.basis:
        yield wording.say("Reckoned"), safe.line(row.basis), ""
    if row.number:
        yield wording.say("Number"), safe.line(row.number), ""
    yield wording.say("Looked after by"), safe.line(row.owner) or wording.say("nobody yet"), ""
    if shown.replaces:
        yield wording.say("Replaces"), safe.line(wording.listed(shown.replaces)), ""
    if shown.tags:
        yield wording.say("Tags"), safe.line(wording.listed(shown.tags)), ""
    yield wording.say("Agreement"), safe.line(f"{agreement.title} ({agreement.id})"), ""
    yield "", _life(shown, as_of, wording), ""
    for start, end in shown.pauses:
        if end:
            yield "", wording.say("suspended on {start}, resumed on {end}", start=start, end=end), ""
    if source := _source(shown, wording):
        yield wording.say("Source"), safe.line(source), ""


def _state(row: Row, wording: Wording) -> str:
    said = standing(row, wording)
    if row.state == "overdue" and not row.last_on:
        said = wording.say("{state}, nothing recorded", state=said)
    elif row.status not in {"open", row.state} and row.state != "done-late":
        said = wording.say("{state}, stated as {status}", state=said, status=wording.status(row.status))
    return said


def _life(shown: Detail, as_of: str, wording: Wording) -> str:
    agreement = shown.agreement
    start, end = agreement.effective, agreement.expires
    state = wording.state(agreement.state)
    if agreement.suspended:
        if end:
            return wording.say("suspended; it runs from {start} to {end}", start=start, end=end)
        return wording.say("suspended; it began on {start}", start=start)
    if end:
        return wording.say("{state}, from {start} to {end}", state=state, start=start, end=end)
    if start > as_of:
        return wording.say("{state}, from {start} on", state=state, start=start)
    return wording.say("{state}, since {start}", state=state, start=start)


def _source(shown: Detail, wording: Wording) -> str:
    parts = [
        wording.source(shown.agreement.text),
        shown.clause,
        wording.say("page {page}", page=shown.page) if shown.page else "",
        shown.source,
        shown.source_url,
    ]
    return ", ".join(part for part in parts if part)


def _quote(shown: Detail, passage: Passage | None, wording: Wording, columns: int) -> Iterator[Line]:
    if not shown.row.quote:
        return
    if passage is None:
        yield from page.heading(wording.say("The text says"))
        yield from page.wrapped(safe.line(shown.row.quote), columns, "quote", "  ")
        return
    yield from page.heading(wording.say("The text says (line {line})", line=passage.line))
    yield from in_context(passage.before, passage.quote, passage.after, columns)


def _dates(shown: Detail, wording: Wording, columns: int) -> Iterator[Line]:
    if len(shown.occurrences) < 2 and not shown.row.recurs:  # noqa: PLR2004 - one date stands above
        return
    yield from page.heading(wording.say("Dates"))
    states = [standing(row, wording) for row in shown.occurrences]
    wide = max(map(width, states), default=0)
    for row, state in zip(shown.occurrences, states, strict=True):
        parts = list(_origin(row, wording))
        if row.state == "awaiting" and (status := shown.void.get(row.scheduled)):
            parts.append(wording.status(status))
        if row.state in {"overdue", "blocked", "due-soon", "upcoming"}:
            parts.append(days(row, wording))
        yield fitted(
            (
                Piece(f"  {pad(due(row), 11)}  "),
                Piece(pad(state, wide), _STYLES.get(row.state, "")),
                Piece("  " + ", ".join(parts), "quiet"),
            ),
            columns,
        )


def _origin(row: Row, wording: Wording) -> Iterator[str]:
    """Say from where a date was moved, or from which date of another it is counted."""
    if day := moved_from(row):
        yield wording.say("moved from {day}", day=day)
    if row.waits_for and row.scheduled:
        yield wording.say("after {day}", day=row.scheduled)


def _log(shown: Detail, wording: Wording, columns: int) -> Iterator[Line]:
    yield from page.heading(wording.say("What happened"))
    if not shown.log:
        yield (Piece("  " + wording.say("nothing recorded"), "quiet"),)
    for line in by_day(shown):
        first = True
        for text in entry(line, wording):
            yield from page.wrapped(text, columns, "", f"  {line.on}  " if first else " " * 14, " " * 14)
            first = False


def by_day(shown: Detail) -> list[LogLine]:
    """Give the log as it happened; of one day, in the file's order."""
    return sorted(shown.log, key=lambda line: (line.on, line.position))
