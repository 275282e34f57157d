"""From a value to standard output, in the format of the call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.cli.grammar import DIFFERENCE
from tracker.cli.output import write
from tracker.cli.separated import COMMAS, Separated

if TYPE_CHECKING:
    from tracker.cli.desk import Desk
    from tracker.core.agreement_page import AgreementPage
    from tracker.core.errors import Problem
    from tracker.core.rows import Detail, LogLine, Passage, Picture, Row


def picture(desk: Desk, shown: Picture) -> None:
    """Print the morning picture."""
    words = desk.wording
    match desk.form:
        case "table":
            from tracker.views import as_table

            _out(as_table.picture(shown, words, desk.width, color=desk.colour))
        case "json":
            from tracker.views import as_json

            _out(as_json.picture(shown, words))
        case "csv":
            from tracker.views import as_csv

            _out(as_csv.picture(shown, words))
        case "markdown":
            from tracker.views import as_markdown

            _out(as_markdown.picture(shown, words))
        case _:
            from tracker.views import as_plain

            _out(as_plain.picture(shown, words))


def rows(
    desk: Desk,
    listed: Iterable[Row],
    columns: Sequence[str],
    separated: Separated = COMMAS,
    fields: Sequence[str] = (),
) -> None:
    """Print rows; `columns` are those of a table, `fields` those of CSV, for which none are all."""
    words, as_of = desk.wording, desk.as_of.isoformat()
    match desk.form:
        case "table":
            from tracker.views import as_table

            _out(as_table.rows(listed, words, desk.width, columns, color=desk.colour))
        case "json":
            from tracker.views import as_json

            _out(as_json.rows(listed, as_of, words))
        case "csv":
            from tracker.views import as_csv

            _out(as_csv.rows(listed, as_of, words, fields, **separated._asdict()))
        case "markdown":
            from tracker.views import as_markdown

            _out(as_markdown.rows(listed, words, columns))
        case _:
            from tracker.views import as_plain

            _out(as_plain.rows(listed, words, columns))


def detail(desk: Desk, shown: Detail, passage: Passage | None) -> None:
    """Print one obligation in full."""
    words, as_of = desk.wording, desk.as_of.isoformat()
    match desk.form:
        case "table":
            from tracker.views import as_table

            _out(as_table.detail(shown, as_of, words, desk.width, passage, color=desk.colour))
        case "json":
            from tracker.views import as_json

            _out(as_json.detail(shown, as_of, words, passage))
        case "markdown":
            from tracker.views import as_markdown

            _out(as_markdown.detail(shown, as_of, words, passage))
        case _:
            from tracker.views import as_plain

            _out(as_plain.detail(shown, as_of, words, passage))


def agreement(desk: Desk, shown: AgreementPage) -> None:
    """Print one agreement in full."""
    words = desk.wording
    match desk.form:
        case "table":
            from tracker.views import as_table

            _out(as_table.agreement(shown, words, desk.width, color=desk.colour))
        case "json":
            from tracker.views import as_json

            _out(as_json.agreement(shown, words))
        case "markdown":
            from tracker.views import as_markdown

            _out(as_markdown.agreement(shown, words))
        case _:
            from tracker.views import as_plain

            _out(as_plain.agreement(shown, words))


def problems(desk: Desk, found: Sequence[Problem]) -> None:
    """Print what is wrong with the register."""
    match desk.form:
        case "table":
            from tracker.views import as_table

            _out(as_table.problems(found, desk.wording, color=desk.colour))
        case "json":
            from tracker.views import as_json

            _out(as_json.problems(found, desk.wording))
        case _:
            from tracker.views import as_plain

            _out(as_plain.problems(found, desk.wording))


def change(
    desk: Desk, before: Detail, after: Detail, recorded: Sequence[LogLine], now: Detail | None = None
) -> None:
    """Print what entries changed; `now` is how it stands where they hold from a later day."""
    match desk.form:
        case "table":
            from tracker.views import as_table

            _out(as_table.change(before, after, recorded, desk.wording, desk.width, now, color=desk.colour))
        case "json":
            from tracker.views import as_json

            shown_now = now._replace(log=after.log) if now else after
            _out(as_json.detail(shown_now, desk.as_of.isoformat(), desk.wording))
        case _:
            from tracker.views import as_plain

            _out(as_plain.change(before, after, recorded, desk.wording, now=now))


def agreement_change(desk: Desk, before: AgreementPage, after: AgreementPage, position: int) -> None:
    """Print what an entry in an agreement's log changed; `position` is the entry's."""
    from tracker.views import agreement_change, as_table, pieces

    match desk.form:
        case "table":
            lines = agreement_change.lines(before, after, position, desk.wording, desk.width)
            _out(as_table.painted(lines, desk.colour))
        case "json":
            from tracker.views import as_json

            _out(as_json.agreement(after, desk.wording))
        case _:
            _out(pieces.plain(agreement_change.lines(before, after, position, desk.wording, 0)))


def difference(desk: Desk, before: str, after: str, name: str) -> None:
    """Print the difference of a file's text."""
    from tracker.views import as_diff, as_table, pieces

    desk.only(DIFFERENCE)
    if desk.form == "table":
        _out(as_table.diff(before, after, name, color=desk.colour))
    else:
        _out(pieces.plain(as_diff.lines(before, after, name)))


def _out(lines: Iterator[str]) -> None:
    write(lines)
