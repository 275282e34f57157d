"""The first screen: what is late, what is next, what nobody has touched, in about a dozen lines.

Labels stand in a margin, what they hold beside them. It stays as short for 50,000 obligations:
a block shows the most pressing ones and says how many more there are and what lists them. An
agreement has one line for all of which there is no news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tracker.core.rows import Picture
from tracker.views import first_rows, safe
from tracker.views.first_agreements import ending, longest_silent, next_date, silent, suspended
from tracker.views.measure import pad, width
from tracker.views.pieces import BLANK, Line, Piece, fitted, flowing
from tracker.views.reasons import resuming
from tracker.views.totals import totals
from tracker.views.wording import Wording

MOST: Final = 10
"""How many rows a block shows at most; a picture that holds as many of each is enough."""


class _Block(NamedTuple):
    """A label for the margin, what builds the lines beside it for a width, and whether a date is marked."""

    label: str
    style: str
    build: Callable[[int], list[Line]]
    marked: bool = False


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
    if any(block.marked for block in blocks):
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
    if shown.begins:
        day = wording.date(shown.as_of)
        said = wording.say("Nothing of this had been promised by {day}.", day=day)
        if shown.begins > shown.as_of:
            first = wording.date(shown.begins)
            said = wording.say(
                "Nothing had been promised by {day}; the first agreement is of {first}.", day=day, first=first
            )
        yield (Piece(said),)
        return
    if not shown.totals:
        said = wording.say("Nothing is promised here yet; 'tracker add-agreement' makes a start.")
        if shown.agreement_count:
            said = wording.say("Nothing is promised here yet; 'tracker add AGREEMENT.NAME' makes a start.")
        yield (Piece(said),)
        return
    said = wording.say("Nothing is late, and there is news of everything.")
    coming = next_date(shown, wording)
    coming = wording.say("Next date: {date}.", date=coming) if coming else ""
    if coming and not 0 < columns < width(f"{said} {coming}"):
        said, coming = f"{said} {coming}", ""
    yield (Piece(said, "good"),)
    if coming:
        yield fitted((Piece(coming, "good"),), columns)


def _pressing(shown: Picture, wording: Wording) -> Iterator[_Block]:
    known = [row for row in (*shown.overdue, *shown.also_late) if row.informed][:MOST]
    unknown = [row for row in shown.overdue if not row.informed][: MOST - len(known)]
    rest = shown.totals.get("overdue", 0) - len(known) - len(unknown)
    for label, rows, left in (
        (wording.say("Late"), known, 0 if unknown else rest),
        (wording.say("Past due"), unknown, rest),
    ):
        if rows:
            told = first_rows.due_rows(rows, wording)
            command = "tracker list --state overdue"
            build = first_rows.block(told, wording, left, command, "late")
            yield _Block(label, "late", build, first_rows.marked(told, left))
    for label, some, count, command in (
        (wording.say("Blocked"), shown.blocked, shown.blocked_count, "tracker list --status blocked"),
        (
            wording.say("Due soon"),
            shown.due_soon,
            shown.totals.get("due-soon", 0),
            "tracker list --state due-soon",
        ),
    ):
        if some:
            told = first_rows.due_rows(some[:MOST], wording, _ends(shown))
            rest = count - len(told)
            build = first_rows.block(told, wording, rest, command, "soon")
            yield _Block(label, "soon", build, first_rows.marked(told, rest))
    if shown.disputed:
        told = first_rows.disputed_rows(shown.disputed[:MOST], wording)
        rest = shown.disputed_count - len(told)
        build = first_rows.block(told, wording, rest, "tracker report", "soon")
        yield _Block(wording.say("Disputed"), "soon", build)
    if ends := ending(shown, wording):
        yield _Block(wording.say("Ending"), "soon", lambda columns: [fitted(line, columns) for line in ends])
    if still := suspended(shown, wording):
        label = wording.status("suspended")
        label = label[:1].upper() + label[1:]
        yield _Block(label, "soon", lambda columns: [fitted(line, columns) for line in still])
    if shown.totals.get("review-due"):
        yield _Block(wording.say("No news"), "quiet", lambda columns: silent(shown, wording, columns))


def _ends(shown: Picture) -> dict[str, str]:
    """Give the last days of the agreements that end, and don't renew themselves."""
    return {line.id: line.expires for line in shown.agreements if line.expires and not line.renews}


def _remaining(shown: Picture, wording: Wording) -> Iterator[_Block]:
    if coming := next_date(shown, wording):
        yield _Block(wording.say("Next date"), "", lambda columns: [fitted((Piece(coming),), columns)])
    counted = list(totals(shown.totals, shown.known_late, wording, shown.blocked_count))
    yield _Block(wording.say("In all"), "", lambda columns: flowing(counted, columns, " · "))
    if command := _recording(shown):
        yield _Block(wording.say("Record"), "", lambda _: [(Piece(command, "command"),)])
        return
    stated = (*shown.blocked, *(one.row for one in shown.disputed))
    if look_at := stated[0].ref if stated else longest_silent(shown):
        look = f"tracker show {safe.line(look_at)}"
        yield _Block(wording.say("Look"), "", lambda _: [(Piece(look, "command"),)])


def _recording(shown: Picture) -> str:
    """Write the command for what presses most, '' where there is nothing to record."""
    if shown.overdue:
        row = shown.overdue[0]
        command = f"tracker update {safe.line(row.ref)} done"
        return f"{command} --for {row.scheduled}" if row.recurs else command
    ended = next((one for one in shown.suspended if one.ended), None)
    return resuming(ended.agreement, max(ended.since, ended.ended)) if ended else ""
