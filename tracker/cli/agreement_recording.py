"""`update` and `note` of an agreement: what becomes of it, in its own log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from tracker.cli import printed
from tracker.cli.desk import Desk
from tracker.cli.output import confirming
from tracker.cli.recording import unshown
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from tracker.core.agreement_page import AgreementPage
    from tracker.workspace.edits import Edited

_FACTS: Final = ("note", "evidence", "by", "private")
_OWN: Final = frozenset({*_FACTS, "on", "ends"})


def record_of_agreement(
    desk: Desk, agreement: str, status: str, typed: Mapping[str, object], *, dry_run: bool
) -> int:
    """Append an entry to the log of an agreement, and confirm it; a status of '' makes a note."""
    from tracker.core.agreement_recording import Wish, check
    from tracker.register.check.writing import check_agreement_entry
    from tracker.workspace.agreement_log import append

    if desk.option("known_at"):
        raise TrackerError("--known-at looks back; leave it out to record something")
    day = desk.as_of
    on = desk.day(str(typed["on"])) if typed.get("on") else day
    ends = desk.day(str(typed["ends"])) if typed.get("ends") else None
    before = _page(desk, agreement, max(day, on))
    others = {f"--{name.replace('_', '-')}" for name, value in typed.items() if value and name not in _OWN}
    is_of_its_day = on >= day or on.isoformat() < before.begins
    check(Wish(on, status, ends), before if is_of_its_day else _page(desk, agreement, on), others)
    facts = {key: typed[key] for key in _FACTS if typed.get(key)}
    entry: dict[str, object] = {"on": on, "status": status or None, "ends": ends, **facts}
    edited = append(desk.workspace.path, agreement, entry, today=desk.today, dry_run=dry_run)
    if dry_run:
        printed.difference(desk, edited.text, edited.change.text, edited.name)
        return 0
    after, position = _as_it_stands(desk, edited, agreement, max(day, on))
    with confirming(partial(unshown, edited)):
        printed.agreement_change(desk, before, after, position)
    desk.tell("written to {place}; take it back with: tracker undo", place=f"{edited.name}:{edited.line}")
    for said in check_agreement_entry(edited.register, edited.change.path, max(day, desk.today)):
        desk.tell("note: {said}", said=said)
    return 0


def _page(desk: Desk, agreement: str, day: date) -> AgreementPage:
    from tracker.store.agreements_page import agreement_page

    return agreement_page(desk.connection, agreement, day, desk.language)


def _as_it_stands(desk: Desk, edited: Edited, agreement: str, day: date) -> tuple[AgreementPage, int]:
    """Read back what was recorded, so that nothing is confirmed but what stands in the file."""
    from tracker.store.database import DAMAGE
    from tracker.workspace.recording import standing

    positions, rewritten = standing(edited, agreement)
    for position in positions:
        try:
            desk.renewed(rewritten)
            after = _page(desk, agreement, day)
        except (TrackerError, OSError, *DAMAGE) as error:
            raise unshown(edited, error) from error
        if any(line.position == position for line in after.log):
            return after, position
    raise TrackerError(
        "the entry was recorded in {place}, but somebody else has put another version there since,"
        " without it: look at the file, then record it again",
        place=f"{edited.name}:{edited.line}",
    )
