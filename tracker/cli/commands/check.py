"""`tracker check`: everything that is wrong with the register."""

from __future__ import annotations

from tracker.cli.clock import today
from tracker.cli.desk import FINDINGS, Desk
from tracker.cli.grammar import FLAG, Command, Option
from tracker.cli.output import write
from tracker.cli.printed import problems

COMMAND = Command(
    "check",
    "Everything that is wrong with the register, as FILE:LINE:COL: CODE message; exit 1 with findings",
    options=(
        Option("--notes", "Also what could not be looked at", FLAG),
        Option("--schema", "Print the JSON Schema of the register, for an editor, and stop", FLAG),
    ),
)


def run(desk: Desk, *, notes: bool, schema: bool) -> int:
    """Print the findings: errors, of which every command tells, and warnings, of which this one does."""
    if schema:
        from json import dumps

        from tracker.register.jsonschema import json_schema

        write([dumps(json_schema(), indent=2)])
        return 0
    from tracker.register.check import check
    from tracker.register.read import read_register

    reading = read_register(desk.workspace.path)
    zone = reading.register.settings.timezone if reading.register else "UTC"
    typed = desk.option("as_of")
    day = desk.day(typed) if typed and reading.register else today(zone)
    found = check(reading, day, notes=notes)
    problems(desk, found)
    if any(problem.is_error for problem in found):
        return 2
    return FINDINGS if found else 0
