"""`tracker add`: a new obligation."""

from __future__ import annotations

from tracker.cli.adding import options, stated
from tracker.cli.desk import Desk
from tracker.cli.grammar import DIFFERENCE, Argument, Command
from tracker.cli.printed import difference
from tracker.core.errors import TrackerError
from tracker.core.model import EFFECTIVE
from tracker.register.format.fields import OBLIGATION

COMMAND = Command(
    "add",
    "A new obligation of an agreement",
    arguments=(Argument("ref", "AGREEMENT.NAME: the agreement's id and a short name of your choice"),),
    options=options(OBLIGATION, frozenset({"log"})),
    formats=DIFFERENCE,
)


def run(desk: Desk, *, ref: str, dry_run: bool, **typed: object) -> int:
    """Write the obligation behind the last one of its agreement."""
    from tracker.register.read import Reading
    from tracker.register.text.edit import add_obligation
    from tracker.workspace.edits import Planned, edit

    agreement, dot, name = ref.partition(".")
    if not (dot and name):
        raise TrackerError("{ref!r} is not a ref; write AGREEMENT.NAME, for example plan.meetings", ref=ref)
    table = stated(desk, OBLIGATION, typed | _refs(desk, typed))
    if "title" not in table:
        raise TrackerError("an obligation needs a title; add --title TEXT")

    def plan(reading: Reading) -> Planned:
        register = reading.required()
        if agreement not in register.agreements:
            raise TrackerError(
                "there is no agreement {agreement!r}; there are {agreements}; "
                "tracker add-agreement makes a new one",
                agreement=agreement,
                agreements=", ".join(list(register.agreements)[:12]) or "-",
            )
        file = reading.file_of(("agreements", agreement))
        return Planned(file, lambda text: add_obligation(text, ref, table))

    edited = edit(desk.workspace.path, plan, dry_run=dry_run)
    if dry_run:
        difference(desk, edited.text, edited.change.text, edited.name)
        return 0
    desk.tell(
        "added {ref} at {place}; see it with: tracker show {ref}",
        ref=ref,
        place=f"{edited.name}:{edited.line}",
    )
    return 0


def _refs(desk: Desk, typed: dict[str, object]) -> dict[str, object]:
    """Read the names of other obligations by any part that is unambiguous."""
    from tracker.core.names import resolve
    from tracker.store.lookups import StoredNames

    names = StoredNames(desk.connection)
    found: dict[str, object] = {}
    if (after := str(typed["after"] or "")) not in {"", EFFECTIVE}:
        found["after"] = resolve(after, names)
    if isinstance(replaces := typed["replaces"], tuple) and replaces:
        found["replaces"] = tuple(resolve(name, names) for name in replaces)
    return found
