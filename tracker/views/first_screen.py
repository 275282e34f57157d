"""The first screen: what is late, what is next, what nobody has touched, in about a dozen lines.

Labels stand in a margin, what they hold beside them. It stays as short for 50,000 obligations:
a block shows the most pressing ones and says how many more there are and what lists them. An
agreement has one line for all of which there is no news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from tracker.core.rows import Picture, Row
from tracker.core.vocabulary import STATES
from tracker.views import safe
from tracker.views.columns import days, due
from tracker.views.first_agreements import ending, next_date, silent
from tracker.views.measure import pad, pad_left, width
from tracker.views.pieces import BLANK, Line, Piece, fitted, flowing, more
from tracker.views.reasons import reckoned
from tracker.views.wording import Wording

MOST: Final = 10
"""How many rows a block shows at most; a picture that holds as many of each is enough."""

_IN_FULL: Final = 3
"""Up to so many rows have two lines each, more have one."""


class _Block(NamedTuple):
    """A label for the margin, and what builds the lines beside it for a width."""

    label: str
    style: str
    build: Callable[[int], list[Line]]


def lines(shown: Picture, wording: Wording, columns: int) -> Iterator[Line]:
    """Lay the picture out for so many columns; 0 cuts nothing."""
    yield fitted(_headline(shown, wording), columns)
    blocks = list(_pressing(shown, wording))
    if not blocks:
        yield from _calm(shown, wording, columns)
        return
    last = list(_remaining(shown, wording))
    margin = max(width(block.label) for block in (*blocks, *last)) + 2
    for block in blocks:
        yield BLANK
        yield from _beside(block, margin, columns)
    yield BLANK
    for block in last:
        yield from _beside(block, margin, columns)
    if any(reckoned(row) for row in (*shown.overdue[:MOST], *shown.due_soon[:MOST])):
        legend = wording.say("* reckoned by us, not stated in the text")
        yield fitted((Piece(" " * margin), Piece(legend, "quiet")), columns)


def _beside(block: _Block, margin: int, columns: int) -> Iterator[Line]:
    """Set a block's lines beside its label; a command that has no room there, below it."""
    label = Piece(pad(block.label, margin), block.style)
    for content in block.build(columns and max(columns - margin, 1)):
        *said, last = content
        if last.style == "command" and 0 < columns < margin + sum(width(piece.text) for piece in content):
            yield (label, *said)
            yield (Piece("  "), last)
            continue
        yield (label, *content)
        label = Piece(" " * margin)


def _headline(shown: Picture, wording: Wording) -> Line:
    day = wording.weekday(shown.as_of)
    if shown.known_at:
        day = wording.say("{day}, as known on {known}", day=day, known=wording.date(shown.known_at))
    counts = [
        wording.count("{n} agreement", "{n} agreements", shown.agreement_count),
        wording.count("{n} obligation", "{n} obligations", sum(shown.totals.values())),
    ]
    return (Piece(day[:1].upper() + day[1:], "title"), *(Piece(f" · {count}") for count in counts))


def _calm(shown: Picture, wording: Wording, columns: int) -> Iterator[Line]:
    if not shown.totals:
        said = wording.say("Nothing is promised here yet; 'tracker add-agreement' makes a start.")
        if shown.agreement_count:
            said = wording.say("Nothing is promised here yet; 'tracker add AGREEMENT.NAME' makes a start.")
        yield (Piece(said),)
        return
    said = wording.say("Nothing is late, and there is news of everything.")
    coming = next_date(shown, wording)
    if coming:
        said = wording.say("{sentence} Next date: {date}.", sentence=said, date=coming)
    yield fitted((Piece(said, "good"),), columns)


def _pressing(shown: Picture, wording: Wording) -> Iterator[_Block]:
    known = [row for row in shown.overdue if row.informed][:MOST]
    unknown = [row for row in shown.overdue if not row.informed][: MOST - len(known)]
    rest = shown.totals.get("overdue", 0) - len(known) - len(unknown)
    if known:
        yield _Block(wording.say("Late"), "late", _rows(known, wording, 0 if unknown else rest))
    if unknown:
        yield _Block(wording.say("Past due"), "late", _rows(unknown, wording, rest))
    if shown.due_soon:
        soon = shown.due_soon[:MOST]
        rest = shown.totals.get("due-soon", 0) - len(soon)
        yield _Block(wording.say("Due soon"), "soon", _rows(soon, wording, rest))
    if ends := ending(shown, wording):
        yield _Block(wording.say("Ending"), "soon", lambda columns: [fitted(line, columns) for line in ends])
    if shown.totals.get("review-due"):
        yield _Block(wording.say("No news"), "quiet", lambda columns: silent(shown, wording, columns))


def _remaining(shown: Picture, wording: Wording) -> Iterator[_Block]:
    if coming := next_date(shown, wording):
        yield _Block(wording.say("Next date"), "", lambda columns: [fitted((Piece(coming),), columns)])
    counted = [
        f"{wording.number(shown.totals[state])} {wording.state(state)}"
        for state in STATES
        if shown.totals.get(state)
    ]
    yield _Block(wording.say("In all"), "", lambda columns: flowing(counted, columns, " · "))
    if shown.overdue:
        row = shown.overdue[0]
        command = f"tracker update {safe.line(row.ref)} done"
        if row.recurs:
            command += f" --for {row.scheduled}"
        yield _Block(wording.say("Record"), "", lambda _: [(Piece(command, "command"),)])
    elif shown.review_due:
        command = f"tracker show {safe.line(shown.review_due[0].ref)}"
        yield _Block(wording.say("Look"), "", lambda _: [(Piece(command, "command"),)])


def _rows(rows: Sequence[Row], wording: Wording, rest: int) -> Callable[[int], list[Line]]:
    def build(columns: int) -> list[Line]:
        shape = _full if len(rows) <= _IN_FULL and not rest else _short
        lines = shape(rows, wording, columns)
        if rest:
            said = wording.count("and {n} more", "and {n} more", rest)
            lines.append(more(said, f"tracker list --state {rows[0].state}"))
        return lines

    return build


def _away(rows: Sequence[Row], wording: Wording) -> tuple[list[str], int]:
    """Say how far each due date is away, and how wide that is."""
    shown = [
        wording.count("{n} day", "{n} days", -(row.days or 0))
        if row.state == "overdue"
        else days(row, wording)
        for row in rows
    ]
    return shown, max(map(width, shown))


def _full(rows: Sequence[Row], wording: Wording, columns: int) -> list[Line]:
    lines: list[Line] = []
    away, wide = _away(rows, wording)
    for row, far in zip(rows, away, strict=True):
        indent = Piece(" " * (wide + 2))
        first = (Piece(pad_left(far, wide), "late" if row.state == "overdue" else "soon"), Piece("  "))
        lines.append(fitted((*first, Piece(safe.line(row.title), "title")), columns))
        about = flowing(_about(row, wording), columns and columns - wide - 2, " · ")
        lines.extend((indent, *line) for line in about)
    return lines


def _about(row: Row, wording: Wording) -> list[str]:
    parts = [safe.line(wording.listed(row.bearers))]
    if row.state == "overdue" and not row.informed:
        parts.append(wording.say("nothing recorded") if not row.last_on else _since(row, wording))
    elif row.informed:
        parts.append(f"{wording.status(row.status)} {row.last_on}")
    day = due(row)
    if row.missed > 1:
        parts.append(wording.count("{n} missed since {day}", "{n} missed since {day}", row.missed, day=day))
    else:
        parts.append(wording.say("due {day}", day=day))
    if row.owner:
        parts.append(safe.line(row.owner))
    return parts


def _since(row: Row, wording: Wording) -> str:
    return wording.say("nothing recorded since {day}", day=row.last_on)


def _short(rows: Sequence[Row], wording: Wording, columns: int) -> list[Line]:
    away, wide = _away(rows, wording)
    refs = [safe.line(row.ref) for row in rows]
    longest = max(map(width, refs))
    lines: list[Line] = []
    for row, far, ref in zip(rows, away, refs, strict=True):
        pieces = (
            Piece(pad_left(far, wide), "late" if row.state == "overdue" else "soon"),
            Piece(f"  {pad(ref, longest)}  "),
            Piece(safe.line(row.title), "quiet"),
        )
        lines.append(fitted(pieces, columns))
    return lines
