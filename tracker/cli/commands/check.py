"""`tracker check`: everything that is wrong with the register, and what can be put right by itself."""

from __future__ import annotations

from tracker.cli.adding import DRY_RUN
from tracker.cli.clock import today
from tracker.cli.desk import FINDINGS, Desk
from tracker.cli.grammar import FLAG, MARKDOWN, TEXTS, Command, Option
from tracker.cli.output import write
from tracker.cli.printed import difference, problems
from tracker.core.errors import TrackerError

_GITHUB = "github"

COMMAND = Command(
    "check",
    "Everything that is wrong with the register, as FILE:LINE:COL: CODE message; exit 1 with findings",
    options=(
        Option("--notes", "Also what could not be looked at", FLAG),
        Option("--fix", "First put right what is safe: order of entries, spacing, dates in quotes", FLAG),
        DRY_RUN,
        Option("--codes", "Print what each code stands for, and stop", FLAG),
        Option("--schema", "Print the JSON Schema of the register, for an editor, and stop", FLAG),
    ),
    formats=(*TEXTS, _GITHUB, MARKDOWN),
    epilog="--format github prints workflow commands, which GitHub shows beside the lines of a change; "
    "markdown is for --codes.",
)


def run(desk: Desk, *, notes: bool, fix: bool, dry_run: bool, codes: bool, schema: bool) -> int:
    """Print the findings: errors, of which every command tells, and warnings, of which this one does."""
    if schema:
        from json import dumps

        from tracker.register.format.jsonschema import json_schema

        write([dumps(json_schema(), indent=2)])
        return 0
    if codes:
        return _codes(desk)
    desk.only((*TEXTS, _GITHUB))
    if dry_run and not fix:
        raise TrackerError("--dry-run shows what --fix would change; give both, or neither")
    if fix and _fixed(desk, dry_run=dry_run):
        return FINDINGS
    from tracker.register.check.warnings import check
    from tracker.register.read import read_register

    reading = read_register(desk.workspace.path)
    zone = reading.register.settings.timezone if reading.register else "UTC"
    typed = desk.option("as_of")
    day = desk.day(typed) if typed and reading.register else today(zone)
    found = check(reading, day, notes=notes)
    if desk.form == _GITHUB:
        from tracker.views import as_github

        write(as_github.problems(found, desk.wording))
    else:
        problems(desk, found)
    if not found and desk.width and reading.register:
        agreements, obligations = reading.register.agreements, reading.register.obligations
        count = desk.wording.count
        desk.tell(
            "nothing to find fault with in {register}: {counts}",
            register=desk.workspace.path.name,
            counts=f"{count('{n} agreement', '{n} agreements', len(agreements))}, "
            f"{count('{n} obligation', '{n} obligations', len(obligations))}",
        )
    if any(problem.is_error for problem in found):
        return 2
    return FINDINGS if found else 0


def _codes(desk: Desk) -> int:
    from tracker.register.check.codes import CODES
    from tracker.views import problem_codes

    desk.only((*TEXTS, MARKDOWN))
    match desk.form:
        case "json":
            write(problem_codes.as_json(CODES))
        case "markdown":
            write(problem_codes.markdown(CODES))
        case _:
            write(problem_codes.plain(CODES))
    return 0


def _fixed(desk: Desk, *, dry_run: bool) -> bool:
    """Put right what is safe and tell of it; True if that was only shown, and there was something."""
    from tracker.views import safe
    from tracker.workspace.tidying import tidied

    shown = False
    for one in tidied(desk.workspace.path, dry_run=dry_run):
        if dry_run:
            difference(desk, one.edited.text, one.edited.change.text, one.edited.name)
            shown = True
        for text in one.done if not dry_run else ():
            desk.tell("{file}: {done}", file=safe.line(one.edited.name), done=desk.wording.text(text))
    return shown
