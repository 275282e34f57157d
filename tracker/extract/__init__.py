"""Read an agreement or a press release, offline and without a model, and propose what it promises.

The road: :func:`read_document` gives a file's text, :func:`extract` reads the text,
:func:`as_json` and :func:`as_toml` write down what was found, :func:`disappeared` tells which
registered quotes a new text no longer has.
"""

from tracker.extract.as_json import as_json
from tracker.extract.compare import against, disappeared
from tracker.extract.draft import (
    Draft,
    agreement_table,
    as_toml,
    drafts,
    drafts_of_left_out,
    party_table,
    source_table,
)
from tracker.extract.engine import extract
from tracker.extract.naming import agreement_slug, free_name, slug
from tracker.extract.proposals import Extraction, FoundDate, LeftOut, Party, ProposedObligation
from tracker.extract.readers import Document, read_document
from tracker.extract.reasons import reason_of
from tracker.extract.scheduling import Home, schedule

__all__ = [
    "Document",
    "Draft",
    "Extraction",
    "FoundDate",
    "Home",
    "LeftOut",
    "Party",
    "ProposedObligation",
    "against",
    "agreement_slug",
    "agreement_table",
    "as_json",
    "as_toml",
    "disappeared",
    "drafts",
    "drafts_of_left_out",
    "extract",
    "free_name",
    "party_table",
    "read_document",
    "reason_of",
    "schedule",
    "slug",
    "source_table",
]
