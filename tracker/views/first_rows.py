"""Rows on the first screen: few with two lines each, more with one.

A line has the title, who owes it and what was missed, with the name to type before it where there is
room for that: titles are what a reader knows, and lists have the names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tracker.core.rows import Dispute, Row
from tracker.views import safe
from tracker.views.columns import days, due
from tracker.views.measure import cut, cut_within, pad, pad_left, width
from tracker.views.pieces import Line, Piece, fitted, flowing, more
from tracker.views.reasons import reckoned, standing, unheard
from tracker.views.wording import Wording

_IN_FULL: Final = 3
"""Up to so many rows have two lines each, more have one."""


_READABLE: Final = 36
"""Columns with which a title is still read with ease: what a name may not take from it."""
_NAMED: Final = 20
"""Columns with which a name that is cut in its middle is still told from others."""
_NO_ENDS: Final[Mapping[str, str]] = MappingProxyType({})


class _Told(NamedTuple):
    """What is told of a row: what stands in front of it, and beside it where there is room."""

    row: Row
    far: str
    about: list[str]

    def behind(self, wording: Wording) -> list[str]:
        """Say what no line is without: who owes it, and of how many dates nothing is known."""
        said = [safe.line(wording.listed(self.row.bearers))] if self.row.bearers else []
        if self.row.missed > 1:
            said.append(wording.count("{n} missed", "{n} missed", self.row.missed))
        return said


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
    room = columns and max(columns - wide - 2, 1)
    lines = named([one.row for one in told], [one.behind(wording) for one in told], wording, room)
    return [
        (Piece(pad_left(one.far, wide), style), Piece("  "), *line)
        for one, line in zip(told, lines, strict=True)
    ]


def named(
    rows: Sequence[Row], behind: Sequence[Sequence[str]], wording: Wording, columns: int
) -> Iterator[Line]:
    """Give a line a row: its name where there is room, its title, and what stands behind that."""
    titles = [marks(row, wording) + safe.line(row.title) for row in rows]
    longest = max(map(width, titles), default=0)
    beside = max((sum(width(one) + 3 for one in said) for said in behind), default=0)
    left = columns - min(beside, columns // 3) - min(longest, _READABLE) - 2
    names = _names(rows, left if columns else None)
    wide = max(map(width, names), default=0)
    for name, title, said in zip(names, titles, behind, strict=True):
        first = (Piece(f"{pad(name, wide)}  "),) if wide else ()
        left = columns and max(columns - (wide + 2 if wide else 0), 1)
        yield (*first, *_titled(title, said, left))


def _titled(title: str, said: Sequence[str], columns: int) -> Line:
    """Cut a title, and the first of what is said behind it where that would leave it no half of the line."""
    told = "".join(f" · {one}" for one in said)
    if said and columns and (over := min(width(title), columns // 2) + width(told) - columns) > 0:
        first, *others = said
        shorter = cut(first, max(width(first) - over, 2))
        told = "".join(f" · {one}" for one in (shorter, *others))
    kept = cut(title, max(columns - width(told), 1)) if columns else title
    return fitted((Piece(kept), Piece(told, "quiet")), columns)


def _names(rows: Sequence[Row], room: int | None) -> list[str]:
    """Give the names to type as they fit: whole, without the agreement that all share, cut, or not at all."""
    names = [safe.line(row.ref) for row in rows]
    if room is None or max(map(width, names), default=0) <= room:
        return names
    if room < _NAMED:
        return [""] * len(names)
    if len({row.agreement for row in rows}) == 1:
        names = [name.partition(".")[2] for name in names]
    return [cut_within(name, room) for name in names]


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
