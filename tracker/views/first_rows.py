"""Rows on the first screen: few with two lines each, more with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tracker.core.rows import Dispute, Row
from tracker.views import safe
from tracker.views.columns import days, due
from tracker.views.measure import pad, pad_left, width
from tracker.views.pieces import Line, Piece, fitted, flowing, more
from tracker.views.reasons import reckoned, standing, unheard
from tracker.views.wording import Wording

_IN_FULL: Final = 3
"""Up to so many rows have two lines each, more have one."""


_NO_ENDS: Final[Mapping[str, str]] = MappingProxyType({})


class _Told(NamedTuple):
    """What is told of a row: what stands in front of it, and beside it where there is room."""

    row: Row
    far: str
    about: list[str]


def due_rows(rows: Iterable[Row], wording: Wording, ends: Mapping[str, str] = _NO_ENDS) -> list[_Told]:
    """Tell rows by how far their due dates are away; `ends` are the last days of agreements that end."""
    return [
        _Told(row, _away(row, wording), [*_about(row, wording), *_too_late(row, ends, wording)])
        for row in rows
    ]


def _too_late(row: Row, ends: Mapping[str, str], wording: Wording) -> list[str]:
    """Say that what is to come comes to nothing, since its agreement ends before."""
    end = ends.get(row.agreement, "")
    return [wording.say("the agreement ends before, {day}", day=end)] if "" < end < row.due else []


def disputed_rows(disputes: Iterable[Dispute], wording: Wording) -> list[_Told]:
    """Tell what is disputed: since when, by whom, and how it stands for all that."""
    return [
        _Told(
            row,
            wording.say("since {day}", day=since),
            [
                wording.say("by {person}", person=safe.line(row.dispute)),
                standing(row, wording),
                safe.line(wording.listed(row.bearers)),
            ],
        )
        for row, since in disputes
    ]


def marks(row: Row, wording: Wording) -> str:
    """Say what the state doesn't: that it is blocked, or that a party says something else; mostly ''."""
    said = [wording.status(row.status)] if row.status == "blocked" else []
    if row.dispute:
        said.append(wording.say("disputed by {party}", party=safe.line(row.dispute)))
    return "".join(f"{one} · " for one in said)


def block(
    told: Sequence[_Told], wording: Wording, rest: int, command: str, style: str
) -> Callable[[int], list[Line]]:
    """Give what builds the lines of rows for a width; `rest` counts those that `command` lists further."""

    def build(columns: int) -> list[Line]:
        shape = _full if _have_room(told, rest) else _short
        lines = shape(told, wording, columns, style)
        if rest:
            lines.append(more(wording.count("and {n} more", "and {n} more", rest), command, wording))
        return lines

    return build


def marked(told: Sequence[_Told], rest: int) -> bool:
    """Say whether a block of due rows shows a date that is marked as reckoned."""
    return _have_room(told, rest) and any(reckoned(one.row) for one in told)


def _have_room(told: Sequence[_Told], rest: int) -> bool:
    return len(told) <= _IN_FULL and not rest


def _full(told: Sequence[_Told], _wording: Wording, columns: int, style: str) -> list[Line]:
    lines: list[Line] = []
    wide = max(width(one.far) for one in told)
    for row, far, about in told:
        indent = Piece(" " * (wide + 2))
        title = Piece(safe.line(row.title), "title")
        lines.append(fitted((Piece(pad_left(far, wide), style), Piece("  "), title), columns))
        lines.extend((indent, *line) for line in flowing(about, columns and columns - wide - 2, " · "))
    return lines


def _short(told: Sequence[_Told], wording: Wording, columns: int, style: str) -> list[Line]:
    wide = max(width(one.far) for one in told)
    refs = [safe.line(one.row.ref) for one in told]
    longest = max(map(width, refs))
    return [
        fitted(
            (
                Piece(pad_left(far, wide), style),
                Piece(f"  {pad(ref, longest)}  "),
                Piece(marks(row, wording) + safe.line(row.title), "quiet"),
            ),
            columns,
        )
        for (row, far, _), ref in zip(told, refs, strict=True)
    ]


def _away(row: Row, wording: Wording) -> str:
    """Say how far a due date is away; how late, without the word, where that is what it stands under."""
    if row.days is None:
        return wording.say("no date")
    if row.state == "overdue":
        return wording.count("{n} day", "{n} days", -row.days)
    return days(row, wording)


def _about(row: Row, wording: Wording) -> list[str]:
    parts = [safe.line(wording.listed(row.bearers))]
    if row.informed:
        status = wording.status(row.status)
        parts.append(wording.say("{status}, last recorded {day}", status=status, day=row.last_on))
    elif row.status == "blocked":
        if row.state != "blocked":
            state = standing(row, wording)
            parts.append(wording.say("recorded as blocked, counted as {state}", state=state))
        parts.append(wording.say("last recorded {day}", day=row.last_on))
    elif row.state == "overdue":
        parts.append(unheard(row, row.last_on, wording) or wording.say("nothing recorded"))
    if row.missed > 1:
        said = wording.count("{n} missed since {day}", "{n} missed since {day}", row.missed, day=due(row))
        parts.append(said)
    elif row.due:
        parts.append(wording.say("due {day}", day=due(row)))
    if row.dispute:
        parts.append(wording.say("disputed by {party}", party=safe.line(row.dispute)))
    if row.owner:
        parts.append(safe.line(row.owner))
    return parts
