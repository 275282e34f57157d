"""Quotes in the documents they were taken from: read, found again, shown with what surrounds them."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.core.folding import find_quote
from tracker.core.rows import Passage
from tracker.register.disk.files import read_bytes
from tracker.register.disk.paths import source_path

if TYPE_CHECKING:
    from tracker.core.model import Agreement, Obligation, Source

_DOCUMENTS: Final = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".html", ".htm", ".xlsx", ".pptx", ".eml")
_MAGIC: Final = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")

TextOf = Callable[[Path], str]
"""Gives the text of a document that is not text itself; TrackerError where it can't."""


class SourceRead(NamedTuple):
    """A source as it was read: its text and SHA-256, or why there is none.

    `is_document`: it is a PDF or the like, which nobody here could turn into text.
    """

    text: str = ""
    digest: str = ""
    trouble: Text | None = None
    is_document: bool = False


class Sources:
    """Reads the sources of a register, each once."""

    def __init__(self, folder: Path, *, allow_outside: bool = False, text_of: TextOf | None = None) -> None:
        """Take the register's folder, and how documents other than text are turned into it."""
        self._folder = folder
        self._allow_outside = allow_outside
        self._text_of = text_of
        self._read: dict[str, SourceRead] = {}

    def read(self, file: str) -> SourceRead:
        """Read a source's `file`, as the model has it: relative to the register's folder."""
        if file not in self._read:
            try:
                self._read[file] = self._opened(file)
            except TrackerError as error:
                self._read[file] = SourceRead(trouble=error.text)
        return self._read[file]

    def _opened(self, file: str) -> SourceRead:
        path = source_path(self._folder, file, allow_outside=self._allow_outside)
        content, _ = read_bytes(path)
        digest = sha256(content).hexdigest()
        if content.startswith(_MAGIC) or path.suffix.lower() in _DOCUMENTS:
            if self._text_of is None:
                return SourceRead(digest=digest, is_document=True)
            try:
                return SourceRead(self._text_of(path), digest)
            except TrackerError as error:
                return SourceRead(digest=digest, trouble=error.text)
        text = _decoded(content)
        if text is None:
            return SourceRead(
                digest=digest,
                trouble=Text("{path} is not a text, nor a document that can be read", {"path": file}),
            )
        return SourceRead(text, digest)


def _decoded(content: bytes) -> str | None:
    """Decode a text as UTF-8 or, with its mark, UTF-16; older ones of Windows as its Western code page."""
    try:
        if content.startswith(_UTF16):
            return content.decode("utf-16")
        if b"\0" in content:
            return None
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def source_of(agreement: Agreement, obligation: Obligation) -> Source | None:
    """Give the source that an obligation is quoted from: the one it names, else the agreement's first."""
    if obligation.source:
        return agreement.sources.get(obligation.source)
    return agreement.sources.get("") or next(iter(agreement.sources.values()), None)


def passage(text: str, quote: str, around: int = 160) -> Passage | None:
    """Give the quote as the text has it, with up to `around` code points on either side; None for no quote.

    What surrounds it is cut at words, and has one space for every run of white space.
    """
    found = find_quote(text, quote)
    if not found:
        return None
    start, end = found[0]
    before, after = _one_line(text[max(start - around, 0) : start]), _one_line(text[end : end + around])
    if start > around:
        before = "…" + before.lstrip().partition(" ")[2]
    if end + around < len(text):
        after = after.rstrip().rpartition(" ")[0] + "…"
    return Passage(before, _one_line(text[start:end]), after, text.count("\n", 0, start) + 1)


def _one_line(text: str) -> str:
    flat = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + flat + (" " if flat and text[-1:].isspace() else "")


def agreeing(text: str, quote: str) -> str:
    """Give the longest beginning of a quote, in whole words, that stands in the text."""
    words = quote.split()
    least, most = 0, len(words)
    while least < most:
        middle = (least + most + 1) // 2
        if find_quote(text, " ".join(words[:middle])):
            least = middle
        else:
            most = middle - 1
    return " ".join(words[:least])
