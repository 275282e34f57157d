"""From a file's bytes to its text: plain text and Markdown, PDF, Word and web pages.

What PDF, Word and web pages need is imported where it is needed, so that text alone works without
the libraries and begins sooner.
"""

import hashlib
import importlib
import io
from pathlib import Path
from typing import Any, Final, NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.extract.engine import MOST_CHARACTERS

MOST_BYTES: Final = 50_000_000
_HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
_PASSWORD = "password"  # noqa: S105  a word in pdfium's message
_MOST_CONTROL = 0.02
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})
_ACCEPTED: Final = Text("changes are tracked in the document: they are read as if they were all accepted")
_STRUCK: Final = Text("words are struck out in the document: they are not read")


class Document(NamedTuple):
    """A document as read: its text, what it was (text, html, pdf or docx) and its bytes' SHA-256.

    ``told`` is what a person has to know of how it was read.
    """

    text: str
    kind: str
    sha256: str = ""
    told: tuple[Text, ...] = ()


def read_document(source: Path | str | bytes, *, name: str = "") -> Document:
    """Read a document from a path or from its bytes; ``name`` helps to tell HTML from text.

    Raises :class:`TrackerError` for a file that is not there, too large, empty, binary, broken,
    encrypted or without text, and where an optional library is missing.
    """
    if isinstance(source, bytes):
        raw, name = source, name or "-"
    else:
        path, name = Path(source), name or str(source)
        raw = _bytes_of(path, name)
    if len(raw) > MOST_BYTES:
        raise TrackerError(
            "{file}: too large to read ({size} bytes, at most {most})",
            file=name,
            size=len(raw),
            most=MOST_BYTES,
        )
    found = _text_of(raw, name)
    if not found.text.strip():
        raise TrackerError("{file}: there is no text in it", file=name)
    if len(found.text) > MOST_CHARACTERS:
        raise TrackerError(
            "{file}: its text has {count} characters, more than the {most} that are read",
            file=name,
            count=len(found.text),
            most=MOST_CHARACTERS,
        )
    return found._replace(sha256=hashlib.sha256(raw).hexdigest())


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise TrackerError(
            "{file}: cannot be read: {reason}", file=name, reason=error.strerror or str(error)
        ) from error


def _text_of(raw: bytes, name: str) -> Document:
    if not raw.strip():
        raise TrackerError("{file}: the file is empty", file=name)
    if raw.lstrip()[:5] == b"%PDF-":
        return Document(_pdf(raw, name), "pdf")
    if raw[:4] == b"PK\x03\x04":
        return _docx(raw, name)
    text = _decoded(raw, name)
    start = text[:1000].lstrip().lower()
    if Path(name).suffix.lower() in _HTML_SUFFIXES or start.startswith(("<!doctype html", "<html")):
        from tracker.extract.webpage import main_text

        page = main_text(text)
        return Document(page.text, "html", told=(_STRUCK,) if page.struck else ())
    return Document(text, "text")


def _decoded(raw: bytes, name: str) -> str:
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace")
    sample = raw[:100_000]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MOST_CONTROL * len(sample):
        raise TrackerError(
            "{file}: this is no document that can be read: give text, Markdown, PDF, Word (.docx) or HTML",
            file=name,
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _library(module: str, name: str) -> Any:  # noqa: ANN401  neither library has types
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise TrackerError(
            "{file}: reading it needs the extra 'documents': .venv/bin/pip install -e '.[documents]'",
            file=name,
        ) from error


def _pdf(raw: bytes, name: str) -> str:
    from tracker.extract.pdf import page_text

    pdfium = _library("pypdfium2", name)
    pages: list[str] = []
    length = 0
    try:
        with pdfium.PdfDocument(raw) as document:
            for page in document:
                pages.append(page_text(page))
                length += len(pages[-1])
                if length > MOST_CHARACTERS:
                    break
    except pdfium.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise TrackerError(
                "{file}: the PDF is encrypted: save a copy without a password", file=name
            ) from error
        raise TrackerError("{file}: the PDF is broken: {reason}", file=name, reason=str(error)) from error
    text = "\n".join(pages)
    if not text.strip():
        raise TrackerError(
            "{file}: a scanned PDF without text: OCR it, or give its text with --text FILE", file=name
        )
    return text


def _docx(raw: bytes, name: str) -> Document:
    import zipfile

    from tracker.extract.word import word_text

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = {entry.filename: entry.file_size for entry in archive.infolist()}
    except zipfile.BadZipFile as error:
        raise TrackerError(
            "{file}: the Word file is broken: {reason}", file=name, reason=str(error)
        ) from error
    if "word/document.xml" not in entries:
        raise TrackerError("{file}: this is no Word document (.docx)", file=name)
    if sum(entries.values()) > 10 * MOST_BYTES:
        raise TrackerError(
            "{file}: too large to read ({size} bytes, at most {most})",
            file=name,
            size=sum(entries.values()),
            most=10 * MOST_BYTES,
        )
    docx = _library("docx", name)
    try:
        found = word_text(docx.Document(io.BytesIO(raw)))
    except Exception as error:
        raise TrackerError(
            "{file}: the Word file is broken: {reason}", file=name, reason=str(error)
        ) from error
    return Document(found.text, "docx", told=(_ACCEPTED,) if found.changed else ())
