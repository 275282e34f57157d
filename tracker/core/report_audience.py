"""What a partner may see of a report: no notes, no people, no evidence, nothing of how we keep the register.

Private entries are left out before a report is drawn up, since a state may rest on one.
"""

from __future__ import annotations

from tracker.core.report import AgreementEvent, Changed, Event, Part, Report
from tracker.core.rows import LogLine, Row


def for_partner(report: Report) -> Report:
    """Leave out of a report what is the office's own affair."""
    decisions = report.decisions
    return report._replace(
        changed=_changed(report.changed),
        decisions=decisions._replace(
            blocked=_rows(decisions.blocked),
            disputed=_rows(decisions.disputed),
            unagreed=Part(),
            unowned=Part(),
            unproved=Part(),
        ),
        late=_rows(report.late),
        unheard=_rows(report.unheard),
        due=_rows(report.due),
        silent_rows=_rows(report.silent_rows),
        footer=report.footer._replace(commit=""),
    )


def _changed(changed: Changed) -> Changed:
    return Changed(
        done=_events(changed.done),
        newly_overdue=_events(changed.newly_overdue),
        newly_due_soon=_events(changed.newly_due_soon),
        postponed=_events(changed.postponed),
        added=_events(changed.added),
        reopened=_events(changed.reopened),
        disputed=_events(changed.disputed),
        handed_over=Part(),
        blocked=_events(changed.blocked),
        closed=_events(changed.closed),
        noted=_stated(changed.noted),
        agreements=Part(tuple(map(_agreement, changed.agreements.shown)), changed.agreements.total),
    )


def _stated(noted: Part[Event]) -> Part[Event]:
    """Keep news that states something; how many of those that are not shown do is not known here."""
    kept = tuple(event for event in noted.shown if event.entry and event.entry.status)
    return _events(Part(kept, len(kept) + noted.rest))


def _events(part: Part[Event]) -> Part[Event]:
    return Part(tuple(map(_event, part.shown)), part.total)


def _event(event: Event) -> Event:
    return event._replace(
        row=_row(event.row),
        entry=event.entry and _entry(event.entry),
        before="",
        occurrence=event.occurrence and _row(event.occurrence),
    )


def _entry(entry: LogLine) -> LogLine:
    return entry._replace(note="", evidence=(), owner="", by="")


def _rows(part: Part[Row]) -> Part[Row]:
    return Part(tuple(map(_row, part.shown)), part.total)


def _row(row: Row) -> Row:
    return row._replace(owner="")


def _agreement(event: AgreementEvent) -> AgreementEvent:
    return event._replace(note="", evidence=())
