"""Which module puts a report into which form, so that only the chosen one is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.core.report import Report
    from tracker.views.wording import Wording

TEXTS: Final = {
    "plain": "report_plain",
    "markdown": "report_markdown",
    "json": "report_json",
    "csv": "report_csv",
}
"""Forms of lines: each module of `tracker.views` has `text(report, wording)`, an iterator of lines."""

DOCUMENTS: Final[dict[str, str]] = {}
"""Forms of bytes: each module of `tracker.views` has `document(report, wording)`; they go to a file."""

FORMS: Final = ("table", *TEXTS, *DOCUMENTS)
WHOLE: Final = frozenset({"json", "csv"})
"""Forms for programs, which get all; the others get the first `SHOWN` of each list."""
SHOWN: Final = 50


def content(form: str, drawn: Report, wording: Wording, columns: int) -> bytes:
    """Put a report into a form; `columns` is the width of a terminal, for a table."""
    if form in DOCUMENTS:
        document: bytes = import_module(f"tracker.views.{DOCUMENTS[form]}").document(drawn, wording)
        return document
    return "".join(f"{line}\n" for line in _lines(form, drawn, wording, columns)).encode()


def _lines(form: str, drawn: Report, wording: Wording, columns: int) -> Iterator[str]:
    if form == "table":
        from tracker.views import report_plain

        return report_plain.text(drawn, wording, columns or report_plain.WIDTH)
    lines: Iterator[str] = import_module(f"tracker.views.{TEXTS[form]}").text(drawn, wording)
    return lines
