"""What an entry in an agreement's log did: what was recorded, and how its promises stand for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.core.agreement_page import AgreementPage
from tracker.views import safe
from tracker.views.agreement_page import happened, until
from tracker.views.pieces import Line, labelled
from tracker.views.reasons import standing
from tracker.views.wording import Wording

_MOST: Final = 5


def lines(
    before: AgreementPage, after: AgreementPage, position: int, wording: Wording, columns: int
) -> Iterator[Line]:
    """Lay out what an entry changed, from the agreement as it stood before and as it does after it."""
    blocks: list[tuple[str, list[str]]] = [
        (wording.say("Recorded"), list(_recorded(after, position, wording))),
        (wording.say("For"), [safe.line(after.line.id), safe.line(after.line.title)]),
        (wording.say("Changed"), list(_changed(before, after, wording)) or [_nothing(wording)]),
    ]
    yield from labelled(blocks, columns)


def _nothing(wording: Wording) -> str:
    return wording.say("no state changes by it")


def _recorded(after: AgreementPage, position: int, wording: Wording) -> Iterator[str]:
    alone = after._replace(log=tuple(line for line in after.log if line.position == position))
    for day, (said, *more) in happened(alone, wording):
        yield wording.say("{day}: {said}", day=day, said=said)
        yield from more


def _changed(before: AgreementPage, after: AgreementPage, wording: Wording) -> Iterator[str]:
    """Say what became of the agreement, then of its obligations, those that stand differently."""
    then, now = until(before, wording), until(after, wording)
    if then != now:
        yield f"{then} → {now}"
    stood = {row.ref: row for row in before.rows}
    differ = [
        wording.say(
            "{ref}: {said}",
            ref=safe.line(row.ref),
            said=f"{standing(stood[row.ref], wording)} → {standing(row, wording)}",
        )
        for row in after.rows
        if row.ref in stood and standing(stood[row.ref], wording) != standing(row, wording)
    ]
    yield from differ[:_MOST]
    if len(differ) > _MOST:
        yield wording.count("and {n} more", "and {n} more", len(differ) - _MOST)
