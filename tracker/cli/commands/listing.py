"""`tracker list`: rows, filtered and sorted."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.cli import printed
from tracker.cli.asking import FAIL_ON, exit_code, kinds, listed, modalities, states, statuses
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, NUMBER, Command, Option
from tracker.cli.separated import OPTIONS, separated
from tracker.core.rows import Filter
from tracker.store import queries
from tracker.store.columns import COSTLY

COMMAND = Command(
    "list",
    "Obligations, a row each, filtered",
    options=(
        Option("--agreement", "Of this agreement", MANY, "ID"),
        Option("--party", "Of agreements with this party, or which it bears or is owed", MANY, "NAME"),
        Option("--kind", "Of this kind: joint-meeting, review-cycle …", MANY, "KIND"),
        Option(
            "--modality", "So binding: obligation, best-effort, intent, permission, prohibition", MANY, "WORD"
        ),
        Option("--owner", "Looked after by", MANY, "NAME"),
        Option("--state", "In this state: overdue, due-soon, review-due …", MANY, "STATE"),
        Option("--status", "Last stated to be: blocked, in-progress, postponed …", MANY, "STATUS"),
        Option("--due-before", "Due on that day or earlier", metavar="DATE"),
        Option("--due-after", "Due on that day or later", metavar="DATE"),
        Option("--search", "With all these words in title, quote, notes or ref", metavar="WORDS"),
        Option("--limit", "At most so many", NUMBER, "N"),
        Option("--occurrences", "Each date of what recurs, a row each", FLAG),
        Option("--horizon", "With --occurrences: how far ahead; default '1 year'", metavar="LENGTH"),
        Option("--sort", "By these columns; '-due' sorts the other way round", metavar="COLUMNS"),
        Option("--columns", "Show these columns", metavar="COLUMNS"),
        FAIL_ON,
        *OPTIONS,
    ),
)


def run(
    desk: Desk,
    *,
    limit: int | None,
    occurrences: bool,
    sort: str | None,
    columns: str | None,
    fail_on: str | None,
    bom: bool,
    delimiter: str | None,
    **typed: Any,  # noqa: ANN401 - the filters, each as its option's kind says
) -> int:
    """Print the rows of the as-of day that pass the filter."""
    from tracker.views.columns import LIST, OCCURRENCES, chosen, in_order

    asked = listed([columns]) if columns else ()
    names = asked or (OCCURRENCES if occurrences else LIST)
    chosen(names)
    way = separated(desk.format(), bom=bom, delimiter=delimiter)
    sorts = listed([sort]) if sort else ()
    found = queries.rows(
        desk.connection,
        desk.as_of,
        _filter(desk, typed),
        language=desk.language,
        limit=None if sorts else limit,
        sort="due" if occurrences else queries.PRESSING,
        occurrences=occurrences,
        until=_until(desk, typed["horizon"]) if occurrences else None,
        without=COSTLY.difference(names, (name.removeprefix("-") for name in sorts)) if _shows(desk) else (),
    )
    if sorts:
        found = iter(in_order(found, sorts)[:limit])
    if fail_on is None:
        printed.rows(desk, found, names, way, asked)
        return 0
    rows = list(found)
    code = exit_code(desk, fail_on, {row.state: 1 for row in rows})
    printed.rows(desk, rows, names, way, asked)
    return code


def _shows(desk: Desk) -> bool:
    """Say whether only the columns of a table are shown; programs get all fields."""
    return desk.format() not in {"json", "csv"}


def _filter(desk: Desk, typed: dict[str, Any]) -> Filter:
    from tracker.store.lookups import agreement, owner, party

    connection = desk.connection
    return Filter(
        agreements=tuple(agreement(connection, name) for name in listed(typed["agreement"])),
        parties=tuple(party(connection, name) for name in typed["party"]),
        kinds=kinds(desk, typed["kind"]),
        modalities=modalities(desk, typed["modality"]),
        owners=tuple(owner(connection, name) for name in typed["owner"]),
        states=states(desk, typed["state"]),
        statuses=statuses(desk, typed["status"]),
        due_before=_day(desk, typed["due_before"]),
        due_after=_day(desk, typed["due_after"]),
        search=typed["search"] or "",
    )


def _day(desk: Desk, typed: str | None) -> str:
    return desk.day(typed).isoformat() if typed else ""


def _until(desk: Desk, typed: str | None) -> date:
    from tracker.core.durations import parse_duration, shift

    return shift(desk.as_of, parse_duration(typed or "1 year"))
