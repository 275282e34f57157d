"""`tracker calendar`: the dates as a file that calendars and task programs read."""

from __future__ import annotations

import sys
from typing import Any

from tracker.cli import period
from tracker.cli.asking import length, scope
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, Argument, Command, Option
from tracker.cli.saving import OUTPUT, save
from tracker.core.durations import Duration, shift

_BACK, _AHEAD = Duration(12, 0), Duration(36, 0)

COMMAND = Command(
    "calendar",
    "The dates for a calendar or a task program, as an iCalendar file",
    arguments=(
        Argument(
            "names", "Agreements or parties, by id, alias or name; all without", many=True, optional=True
        ),
    ),
    options=(
        Option("--todo", "Tasks instead of events", FLAG),
        Option("--alarm", "Remind so long before: 7d, 2w, '1 month'", metavar="LENGTH"),
        period.FROM._replace(help="The first day; default a year ago"),
        period.UNTIL._replace(help="The last day; default in three years"),
        period.HORIZON,
        OUTPUT,
    ),
    formats=("ical",),
    epilog="An event keeps its identity when its date moves, so that importing the file again updates it.",
    arabic=True,
)


def run(
    desk: Desk,
    *,
    names: tuple[str, ...],
    todo: bool,
    alarm: str | None,
    output: str | None,
    **typed: Any,  # noqa: ANN401 - as each option's kind says
) -> int:
    """Print the calendar, or put it in a file."""
    before = length(alarm) if alarm else None
    start, end = period.in_order(
        period.first_day(desk, typed) or shift(desk.as_of, _BACK, -1),
        period.last_day(desk, typed) or shift(desk.as_of, _AHEAD),
    )
    agreements, parties = scope(desk, names)
    from tracker.store.calendar_days import calendar_days
    from tracker.views import as_ical

    shown = calendar_days(
        period.connection(desk, end),
        desk.as_of,
        start,
        end,
        agreements=agreements,
        parties=parties,
        language=desk.language,
    )
    period.tell_untitled(desk, shown.untitled)
    document = as_ical.document(shown, desk.wording, todo=todo, alarm=before)
    if output:
        save(desk, output, document)
    else:
        sys.stdout.write(document.decode())
    return 0
