"""Set a reading against the register: what it has already, and what the document no longer says."""

from collections.abc import Collection, Iterable

from tracker.extract.normalise import fold, normalise
from tracker.extract.proposals import Extraction, LeftOut, ProposedObligation


def quote_key(quote: str) -> str:
    """Reduce a quote to what stays the same when white space, accents or typography change."""
    return " ".join(fold(normalise(quote).plain).split()).strip(" .,;:\"“”«»'")


def against(extraction: Extraction, quotes: Collection[str]) -> Extraction:
    """Set an extraction against what the register quotes of its agreement."""
    return extraction._replace(
        obligations=mark_known(extraction.obligations, quotes),
        left_out=without_known(extraction.left_out, quotes),
    )


def mark_known(
    proposals: Iterable[ProposedObligation], quotes: Collection[str]
) -> tuple[ProposedObligation, ...]:
    """Mark the proposals whose quote the register has, whole or as a part of a longer one."""
    known = {quote_key(quote) for quote in quotes} - {""}
    if not known:
        return tuple(proposals)
    return tuple(
        proposal._replace(known=_is_known(quote_key(proposal.quote), known)) for proposal in proposals
    )


def without_known(sentences: Iterable[LeftOut], quotes: Collection[str]) -> tuple[LeftOut, ...]:
    """Leave out the sentences that the register quotes, whole or in part."""
    known = {quote_key(quote) for quote in quotes} - {""}
    return tuple(
        sentence for sentence in sentences if not known or not _is_known(quote_key(sentence.quote), known)
    )


def _is_known(key: str, known: set[str]) -> bool:
    return key in known or any(key in other or other in key for other in known)


def disappeared(text: str, registered: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the registered (ref, quote) pairs whose quote the text does not have any more."""
    whole = quote_key(text)
    return [(ref, quote) for ref, quote in registered if quote_key(quote) not in whole]
