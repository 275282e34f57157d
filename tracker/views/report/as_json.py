"""A report as JSON, for programs: all of it, in the words of the register."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tracker.core.report import AgreementEvent, Event, Report
from tracker.core.rows import Row
from tracker.core.sides import side
from tracker.views import safe
from tracker.views.as_json import entry_object, row_object
from tracker.views.report import compose
from tracker.views.wording import Wording

Object = dict[str, object]


def text(drawn: Report, wording: Wording) -> Iterator[str]:
    """Give a report as one JSON document."""
    document = {
        "as_of": drawn.as_of,
        "known_at": drawn.known_at or None,
        "since": drawn.since,
        "until": drawn.until,
        "title": drawn.title,
        "headline": compose.page(drawn, wording).headline,
        "in_force": drawn.in_force,
        "totals": dict(drawn.totals),
        "missed": drawn.missed,
        "changed": _changed(drawn, wording),
        "decisions": _decisions(drawn, wording),
        "overdue": [_row(row, drawn, wording) for row in (*drawn.late.shown, *drawn.unheard.shown)],
        "due_soon": [_row(row, drawn, wording) for row in drawn.due.shown],
        "review_due": [_row(row, drawn, wording) for row in drawn.silent_rows.shown],
        "silent": [{**one._asdict(), "since": one.since or None} for one in drawn.silent.shown],
        "suspended": [{**one._asdict(), "ended": one.ended or None} for one in drawn.suspended.shown],
        "agreements": [
            {
                **line._asdict(),
                "parties": list(line.parties),
                "ends": line.ends or None,
                "next_due": line.next_due or None,
            }
            for line in drawn.agreements.shown
        ],
        "footer": {
            "register": drawn.footer.register,
            "sources": dict(drawn.footer.sources),
            "commit": drawn.footer.commit or None,
            "tool": drawn.footer.tool,
        },
    }
    yield safe.json(json.dumps(document, ensure_ascii=False, indent=2))


def _changed(drawn: Report, wording: Wording) -> Object:
    document: Object = {}
    for name, part in drawn.changed._asdict().items():
        if name == "agreements":
            document[name] = [_turn(event) for event in part.shown]
        else:
            document[name] = [_event(event, drawn, wording) for event in part.shown]
    return document


def _decisions(drawn: Report, wording: Wording) -> Object:
    decided = drawn.decisions
    document: Object = {
        name: [_row(row, drawn, wording) for row in part.shown]
        for name, part in (
            ("blocked", decided.blocked),
            ("disputed", decided.disputed),
            ("unowned", decided.unowned),
            ("unproved", decided.unproved),
        )
    }
    document["unagreed"] = [_event(event, drawn, wording) for event in decided.unagreed.shown]
    document["ending"] = [
        {**one._asdict(), "notice_by": one.notice_by or None, "renews": one.renews or None}
        for one in decided.ending.shown
    ]
    return document


def _row(row: Row, drawn: Report, wording: Wording) -> Object:
    owes = side(row.bearers, drawn.us) or None
    return {**row_object(row, drawn.as_of, wording), "side": owes}


def _event(event: Event, drawn: Report, wording: Wording) -> Object:
    """Give the row, with what happened to it beside."""
    document = _row(event.row, drawn, wording)
    document["entry"] = entry_object(event.entry) if event.entry else None
    if event.entry and event.entry.status == "postponed":
        document["moved_from"] = event.moved_from or None
        document["moved_to"] = event.entry.due or None
        document["slippage"] = event.slippage
    if event.before:
        document["before"] = event.before
    return document


def _turn(event: AgreementEvent) -> Object:
    document: Object = {key: value or None for key, value in event._asdict().items()}
    return {**document, "days": event.days, "evidence": list(event.evidence)}
