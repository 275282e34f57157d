"""A log entry in words: what it states, what was noted with it, and how it is proved."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.rows import LogLine
from tracker.views import safe
from tracker.views.wording import Wording


def entry(line: LogLine, wording: Wording) -> Iterator[str]:
    """Give an entry without its day as lines: what it states, the note, the evidence."""
    yield ", ".join(_stated(line, wording))
    yield from safe.lines(line.note)
    if line.evidence:
        yield wording.say("evidence: {documents}", documents=safe.line(", ".join(line.evidence)))


def _stated(line: LogLine, wording: Wording) -> Iterator[str]:
    yield wording.status(line.status) if line.status else wording.say("note")
    if line.scheduled:
        yield wording.say("for {day}", day=safe.line(line.scheduled))
    if line.due:
        yield wording.say("new date {day}", day=safe.line(line.due))
    if line.agreed_with:
        yield wording.say("agreed with {parties}", parties=safe.line(wording.listed(line.agreed_with)))
    if line.owner:
        yield wording.say("handed to {owner}", owner=safe.line(line.owner))
    if line.dispute == "settled":
        yield wording.say("dispute settled")
    elif line.dispute:
        yield wording.say("disputed by {party}", party=safe.line(line.dispute))
    yield from written(line, wording)


def written(line: LogLine, wording: Wording) -> Iterator[str]:
    """Say who wrote it down and when, where that is known."""
    if line.by:
        yield wording.say("by {person}", person=safe.line(line.by))
    if line.recorded and line.recorded != line.on:
        yield wording.say("recorded {day}", day=line.recorded)
    if line.private:
        yield wording.say("private")
