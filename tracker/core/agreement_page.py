"""An agreement in full, as it stands on a day: what a page of it is made of.

Dates are ISO 8601 text as everywhere in rows; those that were stated less precisely stand as they
were written. Light to import.
"""

from __future__ import annotations

from typing import NamedTuple

from tracker.core.rows import AgreementLine, Row


class AgreementLogLine(NamedTuple):
    """An entry of an agreement's log; `position` counts from 0 in the file, `ends` is the last day stated."""

    position: int
    on: str
    status: str
    ends: str
    note: str
    evidence: tuple[str, ...]
    by: str
    recorded: str
    private: bool


class Document(NamedTuple):
    """A document in which an agreement stands; `id` is '' for its own."""

    id: str
    file: str
    url: str
    date: str


class AgreementPage(NamedTuple):
    """An agreement with its documents, its log and its obligations, the most pressing first.

    `parties` are (id, name in the language). `begins` is its first day, `stated` and `effective` are
    as written. Of the log, the entries that hold by the day. `suspended_since` is the day from which
    it is suspended, be it over by now, '' where it is not.
    """

    line: AgreementLine
    as_of: str
    begins: str
    parties: tuple[tuple[str, str], ...]
    stated: str
    effective: str
    notice: str
    owner: str
    tags: tuple[str, ...]
    notes: str
    formerly: tuple[str, ...]
    documents: tuple[Document, ...]
    log: tuple[AgreementLogLine, ...]
    rows: tuple[Row, ...]
    suspended_since: str = ""

    @property
    def known_late(self) -> int:
        """How many are overdue, with an entry that says so."""
        return sum(row.informed and row.state == "overdue" for row in self.rows)
