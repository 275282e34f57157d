"""`tracker timeline`: agreements as bars, dates as marks, along an axis of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli import period
from tracker.cli.asking import scope
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, TEXTS, Argument, Command, Option
from tracker.cli.output import write
from tracker.cli.saving import OUTPUT, save

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.core.timeline_picture import TimelinePicture

COMMAND = Command(
    "timeline",
    "The picture: agreements as bars, dates as marks by their state, and today",
    arguments=(
        Argument(
            "names", "Agreements or parties, by id, alias or name; all without", many=True, optional=True
        ),
    ),
    options=(
        period.FROM._replace(help="The first day; default as there are dates, at most two years ago"),
        period.UNTIL._replace(help="The last day; default as there are dates, at most in three years"),
        period.HORIZON,
        Option("--all", "Draw every agreement and every obligation with a date", FLAG),
        OUTPUT,
    ),
    formats=(*TEXTS, "svg"),
    arabic=True,
)


def run(desk: Desk, *, names: tuple[str, ...], output: str | None, **typed: Any) -> int:  # noqa: ANN401 - as each option's kind says
    """Print the picture of the as-of day, or put it in a file."""
    form = desk.form
    start, end = period.first_day(desk, typed), period.last_day(desk, typed)
    if start and end:
        period.in_order(start, end)
    agreements, parties = scope(desk, names)
    from tracker.store.timeline_picture import ALL, MOST, timeline_picture

    shown = timeline_picture(
        period.connection(desk, end or desk.as_of),
        desk.as_of,
        start,
        end,
        agreements=agreements,
        parties=parties,
        language=desk.language,
        most=ALL if typed["all"] or form == "json" else MOST,
    )
    period.tell_untitled(desk, shown.untitled)
    lines = _lines(desk, shown, form)
    if output:
        save(desk, output, "".join(f"{line}\n" for line in lines).encode())
    else:
        write(lines)
    return 0


def _lines(desk: Desk, shown: TimelinePicture, form: str) -> Iterator[str]:
    match form:
        case "json":
            from tracker.views.timeline import as_json

            return as_json.lines(shown)
        case "svg":
            from tracker.views.timeline import as_svg

            return iter(as_svg.svg(shown, desk.wording).splitlines())
        case "table":
            from tracker.views import as_table
            from tracker.views.timeline import as_text

            return as_table.painted(as_text.lines(shown, desk.wording, desk.width), desk.colour)
        case _:
            from tracker.views import pieces
            from tracker.views.timeline import as_text

            return pieces.plain(as_text.lines(shown, desk.wording, 0))
