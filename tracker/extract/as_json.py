"""An extraction as JSON: offsets are code points of the text as read, unknown is null."""

from tracker.extract.proposals import Extraction, ProposedObligation

Json = dict[str, object]


def as_json(extraction: Extraction) -> Json:
    """Give the extraction as values that ``json.dumps`` takes."""
    return {
        "source": extraction.source or None,
        "sha256": extraction.sha256,
        "language": extraction.language,
        "genre": extraction.genre,
        "parties": [{"name": party.name, "aliases": list(party.aliases)} for party in extraction.parties],
        "date": extraction.date or None,
        "dates": [date._asdict() for date in extraction.dates],
        "obligations": [_obligation(proposal) for proposal in extraction.obligations],
        "left_out": [sentence._asdict() for sentence in extraction.left_out],
    }


def _obligation(proposal: ProposedObligation) -> Json:
    return {
        "quote": proposal.quote,
        "start": proposal.start,
        "end": proposal.end,
        "kind": proposal.kind,
        "kinds": list(proposal.kinds),
        "modality": proposal.modality,
        "bearers": list(proposal.bearers),
        "counterparty": proposal.counterparty or None,
        "due": proposal.due or None,
        "due_text": proposal.due_text or None,
        "recurrence": proposal.recurrence or None,
        "rule": proposal.rule or None,
        "first": proposal.first or None,
        "until": proposal.until or None,
        "basis": proposal.basis or None,
        "rules": list(proposal.rules),
        "confidence": proposal.confidence,
        "known": proposal.known,
    }
