"""Names as the document writes them: "Cœurville", where the rules have read "Coeurville"."""

import re
from typing import Final
from unicodedata import normalize

from tracker.extract.normalise import normalise
from tracker.extract.proposals import Extraction, Party

_MARK: Final = re.compile(r"[œŒæÆ\u0300-\u036f]")
"""A letter that stands for two, or an accent that stands behind its letter."""
_WORD: Final = re.compile(r"[\w\u0300-\u036f]+")


def as_written(extraction: Extraction, text: str) -> Extraction:
    """Give an extraction with the words of its names and its title as the text has them."""
    if not _MARK.search(text):
        return extraction
    marked = filter(_MARK.search, set(_WORD.findall(text)))
    words = {normalise(word).plain: normalize("NFC", word) for word in sorted(marked)}
    read = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")

    def written(name: str) -> str:
        return read.sub(lambda found: words[found.group()], name)

    return extraction._replace(
        title=written(extraction.title),
        parties=tuple(
            Party(written(name), tuple(map(written, aliases))) for name, aliases in extraction.parties
        ),
        obligations=tuple(
            one._replace(bearers=tuple(map(written, one.bearers)), counterparty=written(one.counterparty))
            for one in extraction.obligations
        ),
    )
