"""Values as JSON, for programs: field names and words are the contract's, dates ISO or null.

What could act on a terminal is escaped, so that a document is as safe to look at as to parse.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from tracker.core.agreement_page import AgreementLogLine, AgreementPage
from tracker.core.errors import Problem
from tracker.core.rows import AgreementLine, Detail, LogLine, Passage, Picture, Row, TimeRule
from tracker.views import safe
from tracker.views.reasons import of_the_date, reason
from tracker.views.wording import Wording

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def rows(listed: Iterable[Row], as_of: str, wording: Wording) -> Iterator[str]:
    """Give an array of rows, a line an object, while they come."""
    first = True
    for row in listed:
        yield ("[" if first else ",") + _compact(row_object(row, as_of, wording))
        first = False
    yield "[]" if first else "]"


def picture(shown: Picture, wording: Wording) -> Iterator[str]:
    """Give the morning picture as one object."""
    as_of = shown.as_of
    yield _spread(
        {
            "as_of": as_of,
            "known_at": _or_null(shown.known_at),
            "title": shown.title,
            "totals": dict(shown.totals),
            "missed": shown.missed,
            "agreements": [_agreement(line) for line in shown.agreements],
            "overdue": [row_object(row, as_of, wording) for row in shown.overdue],
            "due_soon": [row_object(row, as_of, wording) for row in shown.due_soon],
            "review_due": [row_object(row, as_of, wording) for row in shown.review_due],
            "blocked": [row_object(row, as_of, wording) for row in shown.blocked],
            "disputed": [
                {**row_object(row, as_of, wording), "disputed_since": since} for row, since in shown.disputed
            ],
            "known_late": shown.known_late,
            "suspended": [{**one._asdict(), "ended": _or_null(one.ended)} for one in shown.suspended],
        }
    )


def detail(shown: Detail, as_of: str, wording: Wording, passage: Passage | None = None) -> Iterator[str]:
    """Give one obligation in full: its row, and all that stands behind it."""
    yield _spread(
        {
            **row_object(shown.row, as_of, wording),
            "reason": reason(of_the_date(shown), as_of, wording),
            "agreement_title": shown.agreement.title,
            "agreement_state": shown.agreement.state,
            "counterparties": list(shown.counterparties),
            "time": _time(shown.time),
            "clause": _or_null(shown.clause),
            "page": _or_null(shown.page),
            "source": _or_null(shown.source),
            "source_url": _or_null(shown.source_url),
            "source_kind": _or_null(shown.agreement.text),
            "passage": passage._asdict() if passage else None,
            "replaces": list(shown.replaces),
            "tags": list(shown.tags),
            "notes": _or_null(shown.notes),
            "review": _or_null(shown.review),
            "lead": _or_null(shown.lead),
            "entry": shown.entry,
            "occurrences": [row_object(row, as_of, wording) for row in shown.occurrences],
            "log": [entry_object(line) for line in shown.log],
        }
    )


def agreement(shown: AgreementPage, wording: Wording) -> Iterator[str]:
    """Give one agreement in full: what every list of agreements has of it, and all that belongs to it."""
    yield _spread(
        {
            "as_of": shown.as_of,
            **_agreement(shown.line),
            "party_names": dict(shown.parties),
            "notice": _or_null(shown.notice),
            "owner": _or_null(shown.owner),
            "tags": list(shown.tags),
            "notes": _or_null(shown.notes),
            "formerly": list(shown.formerly),
            "known_late": shown.known_late,
            "sources": [
                {name: _or_null(value) for name, value in document._asdict().items()}
                for document in shown.documents
            ],
            "log": [_agreement_entry(line) for line in shown.log],
            "obligations": [row_object(row, shown.as_of, wording) for row in shown.rows],
        }
    )


def problems(found: Sequence[Problem], wording: Wording) -> Iterator[str]:
    """Give what is wrong with the register as an array; line and column count from 1, or null."""
    yield _spread(
        [
            {
                "file": problem.file,
                "line": problem.line or None,
                "column": problem.column or None,
                "code": problem.code,
                "error": problem.is_error,
                "message": wording.text(problem.text),
            }
            for problem in found
        ]
    )


def row_object(row: Row, as_of: str, wording: Wording) -> dict[str, object]:
    """Give a row as the object that every list of rows holds."""
    return {
        "ref": row.ref,
        "number": _or_null(row.number),
        "agreement": row.agreement,
        "title": row.title,
        "kind": row.kind,
        "modality": row.modality,
        "bearers": list(row.bearers),
        "owner": _or_null(row.owner),
        "scheduled": _or_null(row.scheduled),
        "due": _or_null(row.due),
        "due_text": _or_null(row.due_text),
        "basis": _or_null(row.basis),
        "state": row.state,
        "status": row.status,
        "informed": row.informed,
        "missed": row.missed,
        "days": row.days,
        "last_on": _or_null(row.last_on),
        "dispute": _or_null(row.dispute),
        "quote": _or_null(row.quote),
        "since": _or_null(row.since),
        "waits_for": _or_null(row.waits_for),
        "recurs": row.recurs,
        "next_due": _or_null(row.next_due),
        "reason": reason(row, as_of, wording),
    }


def _agreement(line: AgreementLine) -> dict[str, object]:
    return {
        "id": line.id,
        "title": line.title,
        "kind": line.kind,
        "text": line.text,
        "parties": list(line.parties),
        "state": line.state,
        "suspended": line.suspended,
        "date": _or_null(line.date),
        "effective": _or_null(line.effective),
        "expires": _or_null(line.expires),
        "renews": _or_null(line.renews),
        "notice_by": _or_null(line.notice_by),
        "totals": dict(line.totals),
        "missed": line.missed,
        "next_due": _or_null(line.next_due),
        "next_ref": _or_null(line.next_ref),
        "next_title": _or_null(line.next_title),
    }


def _agreement_entry(line: AgreementLogLine) -> dict[str, object]:
    return {
        "position": line.position,
        "on": line.on,
        "status": _or_null(line.status),
        "ends": _or_null(line.ends),
        "note": _or_null(line.note),
        "evidence": list(line.evidence),
        "by": _or_null(line.by),
        "recorded": _or_null(line.recorded),
        "private": line.private,
    }


def entry_object(line: LogLine) -> dict[str, object]:
    """Give a log entry as the object that every log holds."""
    return {
        "position": line.position,
        "on": line.on,
        "status": _or_null(line.status),
        "for": _or_null(line.scheduled),
        "due": _or_null(line.due),
        "agreed_with": list(line.agreed_with),
        "note": _or_null(line.note),
        "evidence": list(line.evidence),
        "owner": _or_null(line.owner),
        "dispute": _or_null(line.dispute),
        "by": _or_null(line.by),
        "recorded": _or_null(line.recorded),
        "private": line.private,
    }


def _time(rule: TimeRule) -> Mapping[str, str] | None:
    """Give what is stated of the time, by its key in the register; null where nothing is."""
    return {key: value for key, value in rule._asdict().items() if value} or None


def _or_null(text: str) -> str | None:
    return text or None


def _compact(value: object) -> str:
    return safe.json(_ENCODER.encode(value))


def _spread(value: object) -> str:
    return safe.json(json.dumps(value, ensure_ascii=False, indent=2))
