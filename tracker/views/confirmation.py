"""What a change did: what was recorded, which state it changed, what is still open, what is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.core.rows import Detail, LogLine, Row
from tracker.views import safe
from tracker.views.columns import NONE, days, due
from tracker.views.entries import entry
from tracker.views.pieces import Line, labelled
from tracker.views.reasons import moved_from, standing
from tracker.views.wording import Wording

_OPEN: Final = frozenset({"overdue", "blocked", "review-due"})
_COMING: Final = frozenset({"due-soon", "upcoming"})
_MOST: Final = 5


def lines(
    before: Detail,
    after: Detail,
    recorded: Sequence[LogLine],
    wording: Wording,
    columns: int,
    now: Detail | None = None,
) -> Iterator[Line]:
    """Lay out what entries changed, from the obligation as it stood before and as it does after them.

    Where they hold from a later day only, both are of that day, and `now` is how it stands until then.
    All of them hold from one day, and differ in the date that they are for.
    """
    changed = list(_changed(before, after, wording))
    if now is not None:
        changed = [wording.say("from {day} on: {said}", day=recorded[0].on, said=said) for said in changed]
    blocks: list[tuple[str, list[str]]] = [
        (wording.say("Recorded"), list(_recorded(recorded, wording))),
        (wording.say("For"), [safe.line(after.row.ref), safe.line(after.row.title)]),
        (wording.say("Changed"), changed or [wording.say("no state changes by it")]),
    ]
    occurrences = (now or after).occurrences
    if still := [row for row in occurrences if row.state in _OPEN]:
        blocks.append((wording.say("Still open"), _dated(still, wording)))
    if coming := [row for row in occurrences if row.state in _COMING]:
        blocks.append((wording.say("Next"), _dated([min(coming, key=_due)], wording)))
    yield from labelled(blocks, columns)


def _recorded(recorded: Sequence[LogLine], wording: Wording) -> Iterator[str]:
    """Say what was recorded, and once what was noted and proved with it."""
    more: list[str] = []
    for line in recorded:
        said, *more = entry(line, wording)
        yield wording.say("{day}: {said}", day=line.on, said=said)
    yield from more


def _changed(before: Detail, after: Detail, wording: Wording) -> Iterator[str]:
    """Say each occurrence that stands differently: its date, its state then and now."""
    stood = {row.scheduled: row for row in before.occurrences or (before.row,)}
    for row in after.occurrences or (after.row,):
        then = stood.get(row.scheduled)
        if then is None or _facts(then) == _facts(row):
            continue
        said = f"{_standing(then, wording)} → {_standing(row, wording)}"
        if row.scheduled:
            said = wording.say("{day}: {said}", day=row.scheduled, said=said)
        if row.due != then.due:
            said += f", {wording.say('due {day}', day=due(row))}"
        yield said


def _facts(row: Row) -> tuple[str, str, bool, bool]:
    """Give what makes a change."""
    return row.state, row.due, row.informed, _blocked_besides(row)


def _standing(row: Row, wording: Wording) -> str:
    if not _blocked_besides(row):
        return standing(row, wording)
    recorded = wording.say("recorded as {status}", status=wording.status(row.status))
    return wording.listed((standing(row, wording), recorded))


def _blocked_besides(row: Row) -> bool:
    """Whether it is recorded as blocked, which its state doesn't say: a continuing duty is active."""
    return row.status == "blocked" and row.state != "blocked" and not row.informed


def _due(row: Row) -> str:
    return row.due


def _dated(rows: list[Row], wording: Wording) -> list[str]:
    said = []
    for row in rows[:_MOST]:
        parts = [due(row), days(row, wording)]
        if before := moved_from(row):
            parts.insert(1, wording.say("moved from {day}", day=before))
        shown = [part for part in parts if part not in {"", NONE}]
        said.append(", ".join(shown or [standing(row, wording)]))
    if len(rows) > _MOST:
        said.append(wording.count("and {n} more", "and {n} more", len(rows) - _MOST))
    return said
