"""One agreement in full: its dates, parties, documents and log, and its obligations on a day."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Final

from tracker.core.agreement_page import AgreementLogLine, AgreementPage, Document
from tracker.core.errors import TrackerError
from tracker.core.rows import Filter
from tracker.store.columns import language_path, listed
from tracker.store.database import snapshot
from tracker.store.picture import line
from tracker.store.queries import rows
from tracker.store.suspended import pauses

_STATED: Final = (
    "SELECT begins, date, effective, notice, owner, tags, notes, parties FROM agreements WHERE id = ?"
)
_NAME: Final = (
    "SELECT coalesce(json_extract(names, :language), json_extract(names, '$.\"\"'), name)"
    " FROM parties WHERE id = :party"
)
_FORMERLY: Final = "SELECT former FROM former_agreements WHERE agreement = ? ORDER BY former"
_DOCUMENTS: Final = "SELECT id, file, url, date FROM sources WHERE agreement = ? ORDER BY id"
_LOG: Final = (
    "SELECT position, on_day, status, ends, note, evidence, by, recorded, private FROM agreement_entries"
    " WHERE agreement = ? AND on_day <= ? ORDER BY position"
)


def agreement_page(
    connection: sqlite3.Connection, agreement: str, day: date, language: str = ""
) -> AgreementPage:
    """Give an agreement in full as it stands on a day; `language` is that of titles and names.

    TrackerError where there is none of that id, or not yet on that day.
    """
    with snapshot(connection):
        return _page(connection, agreement, day, language)


def _page(connection: sqlite3.Connection, agreement: str, day: date, language: str) -> AgreementPage:
    today = day.isoformat()
    found = connection.execute(_STATED, (agreement,)).fetchone()
    if found is None:
        raise TrackerError("there is no agreement {name!r}", name=agreement)
    begins, stated, effective, notice, owner, tags, notes, parties = found
    if today < begins:
        raise TrackerError(
            "there was no agreement {name} on {day}: it is of {begins}",
            name=agreement,
            day=today,
            begins=begins,
        )
    return AgreementPage(
        line=line(connection, agreement, day, language),
        as_of=today,
        begins=begins,
        parties=tuple((party, _name(connection, party, language)) for party in listed(parties)),
        stated=stated,
        effective=effective,
        notice=notice,
        owner=owner,
        tags=listed(tags),
        notes=notes,
        formerly=tuple(former for (former,) in connection.execute(_FORMERLY, (agreement,))),
        documents=tuple(Document(*found) for found in connection.execute(_DOCUMENTS, (agreement,))),
        log=tuple(
            AgreementLogLine(position, on, status, ends, note, listed(evidence), by, recorded, private == 1)
            for position, on, status, ends, note, evidence, by, recorded, private in connection.execute(
                _LOG, (agreement, today)
            )
        ),
        suspended_since=next(
            (start for start, end in reversed(pauses(connection, agreement, day)) if not end), ""
        ),
        rows=tuple(rows(connection, day, Filter(agreements=(agreement,)), language=language)),
    )


def _name(connection: sqlite3.Connection, party: str, language: str) -> str:
    """Give a party's name in a language; its id where the register has no more of it."""
    found = connection.execute(_NAME, {"language": language_path(language), "party": party}).fetchone()
    return str(found[0]) if found else party
