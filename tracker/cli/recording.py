"""What `update` and `note` share: from what was typed to an entry in the register, and its confirmation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tracker.cli import printed
from tracker.cli.desk import Desk
from tracker.cli.output import confirming
from tracker.core.errors import Text, TrackerError

if TYPE_CHECKING:
    from tracker.core.dates import Period
    from tracker.core.rows import Detail, LogLine
    from tracker.workspace.edits import Edited

_FACTS = ("agreed_with", "note", "evidence", "owner", "dispute", "by", "private")


class AgreementError(TrackerError):
    """What was said of an obligation was said of an agreement's name."""

    def __init__(self, agreement: str) -> None:
        """Take the agreement's id."""
        said = Text(
            "{id} is an agreement, of which it is recorded that it was extended, terminated, suspended or "
            "resumed; 'tracker list --agreement {id}' names its obligations",
            {"id": agreement},
        )
        super().__init__(said.msgid, **said.values)
        self.agreement = agreement


def record(
    desk: Desk, name: str, status: str, typed: Mapping[str, object], *, close: bool, dry_run: bool
) -> int:
    """Append an entry to the log of the obligation that `name` means, and confirm it; one for each `--for`.

    A status of '' makes a note. The entry is dated `--on`, else the as-of day, and carries the day
    on which it was written down where that is later.
    """
    from tracker.core.recording import Wish
    from tracker.register.check.writing import check_entry
    from tracker.store.details import detail
    from tracker.workspace.recording import append

    if desk.option("known_at"):
        raise TrackerError("--known-at looks back; leave it out to record something")
    day = desk.as_of
    on = desk.day(str(typed["on"])) if typed.get("on") else day
    ref = _meant(desk, name, is_note=not status)
    before = detail(desk.connection, ref, max(day, on), desk.language, until=date.max)
    typed = {**typed, **_parties(desk, typed), **_owner(desk, typed)}
    wish = Wish(
        on=on,
        status=status,
        due=_period(desk, typed.get("due")),
        close=close,
        evidence=_all(typed.get("evidence")),
    )
    dates = [date for word in _all(typed.get("for")) for date in _dates(desk, word, before, on)]
    facts = {key: typed[key] for key in _FACTS if typed.get(key)}
    edited = append(
        desk.workspace.path,
        ref,
        [wish._replace(scheduled=date) for date in dates or [None]],
        facts,
        day=day,
        today=desk.today,
        dry_run=dry_run,
        projection=desk.connection,
    )
    if dry_run:
        printed.difference(desk, edited.text, edited.text_after, edited.name)
        return 0
    after, recorded = _as_it_stands(desk, edited, ref, max(day, on))
    with confirming(partial(unshown, edited)):
        printed.change(desk, before, after, recorded, _today(desk, ref) if on > day else None)
    desk.tell("written to {place}; take it back with: tracker undo", place=f"{edited.name}:{edited.line}")
    told: set[str] = set()
    for change in (edited.change, *edited.further):
        for said in check_entry(edited.register, change.path, max(day, desk.today)):
            if str(said) not in told:
                told.add(str(said))
                desk.tell("note: {said}", said=said)
    return 0


def _meant(desk: Desk, name: str, *, is_note: bool) -> str:
    """Find the obligation that a name means; AgreementError where it is that of an agreement instead.

    A note on an agreement's name is on the agreement. A status is that of its one obligation, if it
    has only one, and never that of another agreement's.
    """
    from tracker.core.names import resolve
    from tracker.store.lookups import StoredNames, exact_agreement

    agreement = exact_agreement(desk.connection, name)
    if agreement and is_note:
        raise AgreementError(agreement)
    try:
        ref = resolve(name, StoredNames(desk.connection))
    except TrackerError:
        if agreement:
            raise AgreementError(agreement) from None
        raise
    if agreement and not ref.startswith(f"{agreement}."):
        raise AgreementError(agreement)
    return ref


def _parties(desk: Desk, typed: Mapping[str, object]) -> dict[str, object]:
    """Read the parties that were typed, by any of their names, as the register calls them."""
    from tracker.store.lookups import party
    from tracker.views.wording.typed import is_settled

    found: dict[str, object] = {}
    if dispute := str(typed.get("dispute") or ""):
        found["dispute"] = "settled" if is_settled(dispute) else party(desk.connection, dispute)
    if isinstance(agreed := typed.get("agreed_with"), tuple) and agreed:
        found["agreed_with"] = tuple(party(desk.connection, name) for name in agreed)
    return found


def _owner(desk: Desk, typed: Mapping[str, object]) -> dict[str, object]:
    """Read who is to look after it, by any of their names, as the register calls them."""
    from tracker.store.lookups import handed_to

    owner = typed.get("owner")
    return {"owner": handed_to(desk.connection, str(owner))} if owner else {}


def _as_it_stands(desk: Desk, edited: Edited, ref: str, day: date) -> tuple[Detail, list[LogLine]]:
    """Read back what was recorded, so that nothing is confirmed but what stands in the file."""
    from tracker.store.database import DAMAGE
    from tracker.store.details import detail
    from tracker.workspace.recording import standing

    place = f"{edited.name}:{edited.line}"
    entries = [change.value for change in (edited.change, *edited.further)]
    concerned = [str(entry.get("for", "")) for entry in entries if isinstance(entry, Mapping)]
    positions, rewritten = standing(edited, ref)
    recorded: list[LogLine] = []
    if positions:
        try:
            after = detail(desk.renewed(rewritten), ref, day, desk.language, besides=concerned)
        except (TrackerError, OSError, *DAMAGE) as error:
            raise unshown(edited, error) from error
        recorded = [line for line in after.log if line.position in positions]
    if not recorded or len(recorded) < len(entries):
        raise TrackerError(
            "the entry was recorded in {place}, but somebody else has put another version there since,"
            " without it: look at the file, then record it again",
            place=place,
        )
    return after, recorded


def _today(desk: Desk, ref: str) -> Detail | None:
    """Give how the obligation stands on the as-of day, where the entry holds from a later one only."""
    from tracker.store.details import detail

    try:
        return detail(desk.connection, ref, desk.as_of, desk.language)
    except TrackerError:  # nothing of it had been promised by then
        return None


def unshown(edited: Edited, error: Exception) -> TrackerError:
    """Say that an entry stands in the file, whatever became of its confirmation."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return TrackerError(
        "the entry was recorded in {place}, but what it changed can't be shown: {reason}",
        place=f"{edited.name}:{edited.line}",
        reason=reason,
    )


def _dates(desk: Desk, word: str, before: Detail, on: date) -> list[Period | None]:
    """Read a scheduled date that was typed, or "overdue" for all that were on the day of the entry."""
    from tracker.views.wording.typed import state_from

    if state_from(word) != "overdue":
        return [_period(desk, word)]
    day = on.isoformat()
    late = [row for row in before.occurrences or (before.row,) if row.state == "overdue" and row.due < day]
    if not late:
        raise TrackerError(
            "no date of {ref} was overdue on {day}; leave --for out", ref=before.row.ref, day=day
        )
    return [_period(desk, row.scheduled) for row in late] if before.occurrences else [None]


def _all(typed: object) -> tuple[str, ...]:
    return tuple(map(str, typed)) if isinstance(typed, tuple) else ()


def _period(desk: Desk, typed: object) -> Period | None:
    if not typed:
        return None
    from tracker.core.phrases import parse_typed_period

    return parse_typed_period(str(typed), desk.today)
