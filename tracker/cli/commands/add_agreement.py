"""`tracker add-agreement`: a new agreement, before its obligations."""

from __future__ import annotations

from tracker.cli.adding import options, stated
from tracker.cli.desk import Desk
from tracker.cli.grammar import DIFFERENCE, Argument, Command
from tracker.cli.printed import difference
from tracker.core.errors import TrackerError
from tracker.register.format.fields import AGREEMENT

COMMAND = Command(
    "add-agreement",
    "A new agreement",
    arguments=(Argument("id", "A short name of your choice, by which it will be called"),),
    options=options(AGREEMENT, frozenset({"log", "sources"})),
    formats=DIFFERENCE,
)


def run(desk: Desk, *, dry_run: bool, **typed: object) -> int:
    """Write the agreement behind all that is in the register."""
    from tracker.register.read import Reading
    from tracker.register.text.edit import add_agreement
    from tracker.workspace.edits import Planned, edit

    name = str(typed.pop("id"))
    table = stated(desk, AGREEMENT, typed)
    missing = [field.name for field in AGREEMENT.fields if field.required and field.name not in table]
    if missing:
        raise TrackerError("an agreement needs {missing}", missing=", ".join(f"--{key}" for key in missing))

    def plan(reading: Reading) -> Planned:
        return Planned(reading.files[0], lambda text: add_agreement(text, name, table))

    edited = edit(desk.workspace.path, plan, dry_run=dry_run)
    if dry_run:
        difference(desk, edited.text, edited.change.text, edited.name)
        return 0
    desk.tell(
        "added {agreement} at {place}; add what it promises with: tracker add {agreement}.NAME --title …",
        agreement=name,
        place=f"{edited.name}:{edited.line}",
    )
    return 0
