"""Which module puts a report into which form, so that only the chosen one is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from tracker.cli.separated import Separated
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tracker.cli.drawing import Source
    from tracker.core.report import Report
    from tracker.core.sheet import Sheet
    from tracker.views.wording import Wording

TEXTS: Final = {
    "plain": "as_plain",
    "markdown": "as_markdown",
    "json": "as_json",
    "csv": "as_csv",
}
"""Forms of lines: each module of `tracker.views.report` has `text(report, wording)`, an iterator of lines."""

HTML, XLSX, DOCX = "html", "xlsx", "docx"
DOCUMENTS: Final = frozenset({XLSX, DOCX})
"""Forms of bytes, which go to a file."""
WHOLE: Final = frozenset({"json", "csv"})
"""Forms for programs, which get all; the others get the first `SHOWN` of each list."""
SHOWN: Final = 50
_EXTRA: Final = frozenset({"openpyxl", "docx"})

FORMS: Final = ("table", *TEXTS, HTML, "email", XLSX, DOCX)


def content(
    form: str, asked: Source, drawn: Report, wording: Wording, columns: int, separated: Separated
) -> bytes:
    """Put a report into a form; `columns` is the width of a terminal, for a table."""
    if form == HTML:
        from tracker.views.report import as_html

        return as_html.document(_sheet(asked, drawn, as_html.MOST, pictured=True), wording).encode()
    if form == XLSX:
        workbook: bytes = extra("as_xlsx").document(_sheet(asked, drawn, None, pictured=False), wording)
        return workbook
    if form == DOCX:
        document: bytes = extra("as_docx").document(drawn, wording)
        return document
    return "".join(f"{line}\n" for line in _lines(form, drawn, wording, columns, separated)).encode()


def extra(name: str) -> ModuleType:
    """Import a view that needs a library of the extra 'office'; TrackerError where that is missing."""
    try:
        return import_module(f"tracker.views.report.{name}")
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise TrackerError(
            "this format needs {library}; install it with: .venv/bin/pip install -e '.[office]'",
            library={"docx": "python-docx"}.get(error.name, error.name),
        ) from error


def _sheet(asked: Source, drawn: Report, most: int | None, *, pictured: bool) -> Sheet:
    """Add to a report what stands behind it; a picture of the whole of an agreement is nobody's own."""
    from tracker.store.report_sheet import sheet
    from tracker.workspace.languages import languages

    made = sheet(asked.connection, drawn, most)
    made = made._replace(languages=languages(made.obligations.shown))
    if not pictured or asked.asked.owner:
        return made
    from datetime import date

    from tracker.store.timeline_picture import MOST, timeline_picture

    picture = timeline_picture(
        asked.connection,
        date.fromisoformat(asked.asked.as_of),
        None,
        None,
        agreements=asked.asked.agreements,
        parties=asked.asked.parties,
        language=asked.asked.language,
        most=MOST,
    )
    return made._replace(timeline=picture)


def _lines(form: str, drawn: Report, wording: Wording, columns: int, separated: Separated) -> Iterator[str]:
    if form == "table":
        from tracker.views.report import as_plain

        return as_plain.text(drawn, wording, columns or as_plain.WIDTH)
    view = import_module(f"tracker.views.report.{TEXTS[form]}")
    options = separated._asdict() if form == "csv" else {}
    lines: Iterator[str] = view.text(drawn, wording, **options)
    return lines
