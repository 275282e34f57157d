"""`tracker list`: rows, filtered and sorted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.cli import printed
from tracker.cli.asking import FAIL_ON, exit_code, kinds, listed, modalities, states, statuses
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, NUMBER, ROWS, Command, Option
from tracker.cli.separated import OPTIONS, separated
from tracker.core.errors import TrackerError
from tracker.core.rows import Filter, Row
from tracker.core.vocabulary import LATE, MODALITIES, STATES
from tracker.store import queries

if TYPE_CHECKING:
    import sqlite3

COMMAND = Command(
    "list",
    "Obligations, a row each, filtered",
    options=(
        Option("--agreement", "Of this agreement", MANY, "ID"),
        Option("--party", "Of agreements with this party, or which it bears or is owed", MANY, "NAME"),
        Option("--kind", "Of this kind: joint-meeting, review-cycle …", MANY, "KIND"),
        Option("--modality", f"So binding: {', '.join(MODALITIES)}", MANY, "WORD"),
        Option("--owner", "Looked after by", MANY, "NAME"),
        Option(
            "--state",
            "In this state: overdue, due-soon, review-due …; late: overdue, and recorded as not done",
            MANY,
            "STATE",
        ),
        Option("--status", "Last stated to be: blocked, in-progress, postponed …", MANY, "STATUS"),
        Option("--due-before", "Due on that day or earlier", metavar="DATE"),
        Option("--due-after", "Due on that day or later", metavar="DATE"),
        Option("--search", "With all these words in title, quote, notes, tags or ref", metavar="WORDS"),
        Option("--limit", "At most so many", NUMBER, "N"),
        Option("--occurrences", "Each date of what recurs, a row each", FLAG),
        Option(
            "--horizon",
            "With --occurrences: how far ahead; default '1 year', or --due-before",
            metavar="LENGTH",
        ),
        Option("--sort", "By these columns; '-due' sorts the other way round", metavar="COLUMNS"),
        Option("--columns", "Show these columns", metavar="COLUMNS"),
        FAIL_ON,
        *OPTIONS,
    ),
    formats=ROWS,
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
    from tracker.views.columns import LIST, OCCURRENCES, chosen, in_order, needed

    if typed["horizon"] is not None and not occurrences:
        raise TrackerError("--horizon is for --occurrences; give both, or neither")
    asked = tuple(column.name for column in chosen(listed([columns]))) if columns else ()
    names = asked or (OCCURRENCES if occurrences else LIST)
    way = separated(desk.form, bom=bom, delimiter=delimiter)
    sorts = listed([sort]) if sort else ()
    until = _until(desk, typed) if occurrences else None
    further = any(typed[name] for name in ("horizon", "due_before", "due_after"))
    connection = _reaching(desk, until) if until and further else desk.connection
    wanted = _filter(desk, connection, typed)
    if "blocked" in wanted.states and not wanted.statuses:
        _tell_of_blocked(desk, wanted)
    ask: dict[str, Any] = {
        "language": desk.language,
        "limit": None if sorts else limit,
        "sort": "due" if occurrences else queries.PRESSING,
        "occurrences": occurrences,
        "until": until,
    }
    whole = desk.form == "json" or (desk.form == "csv" and not asked)
    if whole and not sorts and fail_on is None:
        printed.rows(desk, queries.rows(connection, desk.as_of, wanted, **ask), names, way, asked)
        _tell_of_more(desk, connection, wanted, ask)
        return 0
    fields = Row._fields if whole else needed(names) | needed(sorts) | dict.fromkeys(["state", "informed"])
    found = queries.columnar(connection, desk.as_of, wanted, fields, **ask)
    ask["limit"] = limit
    if sorts:
        found = in_order(found, sorts).first(limit)
    code = exit_code(desk, fail_on, dict.fromkeys(found.fields["state"], 1), sum(found.fields["informed"]))
    printed.rows(desk, found, names, way, asked)
    _tell_of_more(desk, connection, wanted, ask)
    return code


def _reaching(desk: Desk, until: date) -> sqlite3.Connection:
    """Open the projection with what recurs through the last day that is asked for."""
    from tracker.cli import period

    return period.connection(desk, until)


def _filter(desk: Desk, connection: sqlite3.Connection, typed: dict[str, Any]) -> Filter:
    found = Filter(
        kinds=kinds(desk, typed["kind"]),
        modalities=modalities(desk, typed["modality"]),
        due_before=_day(desk, typed["due_before"]),
        due_after=_day(desk, typed["due_after"]),
        search=typed["search"] or "",
    )
    if typed["agreement"] or typed["party"] or typed["owner"]:
        from tracker.store.lookups import agreement, owner, party

        found = found._replace(
            agreements=tuple(agreement(connection, name) for name in listed(typed["agreement"])),
            parties=tuple(party(connection, name) for name in typed["party"]),
            owners=tuple(owner(connection, name) for name in typed["owner"]),
        )
    if typed["state"] or typed["status"]:
        asked = states(desk, typed["state"])
        found = found._replace(
            states=tuple(dict.fromkeys("overdue" if state == LATE else state for state in asked)),
            late=LATE in asked and "overdue" not in asked,
            statuses=statuses(desk, typed["status"]),
        )
    return found


def _tell_of_blocked(desk: Desk, wanted: Filter) -> None:
    """Say where to find what is recorded as blocked and has another state: a continuing duty is active."""
    others = tuple(state for state in STATES if state not in {*wanted.states, "not-in-force", "lapsed"})
    elsewhere = wanted._replace(states=others, statuses=("blocked",))
    if any(queries.rows(desk.connection, desk.as_of, elsewhere, limit=1)):
        desk.tell("more is recorded as blocked, and counted otherwise: tracker list --status blocked")


def _tell_of_more(desk: Desk, connection: sqlite3.Connection, wanted: Filter, ask: Mapping[str, Any]) -> None:
    """Say how many --limit has left out."""
    if ask["limit"] is None:
        return
    from tracker.store.counting import count

    several = {name: ask[name] for name in ("occurrences", "until")}
    if (more := count(connection, desk.as_of, wanted, **several) - ask["limit"]) > 0:
        desk.tell_count("and {n} more, left out by --limit", "and {n} more, left out by --limit", more)


def _day(desk: Desk, typed: str | None) -> str:
    return desk.day(typed).isoformat() if typed else ""


def _until(desk: Desk, typed: Mapping[str, Any]) -> date:
    """Say through which day occurrences are asked for: `--horizon`, a year, or the day that is named."""
    from tracker.core.durations import parse_duration, shift

    if typed["horizon"] is not None:
        return shift(desk.as_of, parse_duration(typed["horizon"]))
    year = parse_duration("1 year")
    ends = [shift(desk.as_of, year)]
    if typed["due_before"]:
        ends.append(desk.day(typed["due_before"]))
    elif typed["due_after"]:
        ends.append(shift(desk.day(typed["due_after"]), year))
    return max(ends)
