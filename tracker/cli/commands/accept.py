"""`tracker accept`: take a document as it is now, after a look at what moved in it."""

from __future__ import annotations

from tracker.cli.adding import DRY_RUN
from tracker.cli.desk import Desk
from tracker.cli.grammar import TEXTS, Argument, Command
from tracker.cli.output import write
from tracker.cli.printed import difference

COMMAND = Command(
    "accept",
    "Take a document as it is now: its sha256 goes into the register, and check tells when it changes",
    arguments=(
        Argument("source", "An agreement (all its documents), AGREEMENT.SOURCE, or the document's file"),
    ),
    options=(DRY_RUN,),
    formats=TEXTS,
    epilog="Shows first which quotes stand in the document and which no longer do.",
)


def run(desk: Desk, *, source: str, dry_run: bool) -> int:
    """Show what moved, take the hash, and say where; with --dry-run show the change and make none."""
    from tracker.views import acceptance
    from tracker.workspace.accepting import accept

    form = desk.form
    found = accept(desk.workspace.path, source, dry_run=dry_run)
    if form == "json":
        write(acceptance.as_json(one.acceptance for one in found))
    for shown, edited in found:
        if form != "json":
            write(acceptance.lines(shown, desk.wording))
        if edited is None:
            continue
        if not dry_run:
            place = f"{edited.name}:{edited.line}"
            desk.tell("written to {place}; take it back with: tracker undo", place=place)
        elif form != "json":
            difference(desk, edited.text, edited.change.text, edited.name)
    return 0
