"""Read an agreement or a press release, offline and without a model, and propose what it promises.

The road: :func:`read_document` gives a file's text, :func:`extract` reads the text,
:func:`as_json` and :func:`as_toml` write down what was found, :func:`disappeared` tells which
registered quotes a new text no longer has.
"""

from tracker.extract.as_json import as_json
from tracker.extract.compare import disappeared
from tracker.extract.draft import Draft, agreement_slug, agreement_table, as_toml, drafts, party_table
from tracker.extract.engine import extract
from tracker.extract.proposals import Extraction, FoundDate, Party, ProposedObligation
from tracker.extract.readers import Document, read_document

__all__ = [
    "Document",
    "Draft",
    "Extraction",
    "FoundDate",
    "Party",
    "ProposedObligation",
    "agreement_slug",
    "agreement_table",
    "as_json",
    "as_toml",
    "disappeared",
    "drafts",
    "extract",
    "party_table",
    "read_document",
]
