"""What the first screen says of agreements: which are silent, suspended, ending, which date comes next."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracker.core.rows import AgreementLine, Picture, Suspension
from tracker.views import safe
from tracker.views.first_rows import named
from tracker.views.measure import pad, pad_left, width
from tracker.views.pieces import Line, Piece, fitted, more
from tracker.views.wording import Wording

AHEAD: Final = 180
"""Days before an agreement's end, or its last day of notice, from which it is shown."""

_MOST: Final = 10


def silent(shown: Picture, wording: Wording, columns: int) -> list[Line]:
    """Give a line for each agreement with obligations of which there is no news, longest silence first.

    Where the picture is of one agreement, its obligations themselves.
    """
    if shown.agreement_count == 1:
        return _silent_rows(shown, wording, columns)
    lines = _longest_silent_first(shown)
    counts = [wording.number(line.totals["review-due"]) for line in lines[:_MOST]]
    wide = max(map(width, counts))
    since = [wording.say("since {day}", day=line.silent_since) for line in lines[:_MOST]]
    longest = max(map(width, since))
    given = [
        fitted(
            (
                Piece(pad_left(count, wide)),
                Piece(f"  {pad(day, longest)}  ", "quiet"),
                Piece(safe.line(line.title)),
            ),
            columns,
        )
        for line, count, day in zip(lines, counts, since, strict=False)
    ]
    rest = shown.totals["review-due"] - sum(line.totals["review-due"] for line in lines[:_MOST])
    if rest > 0:
        said = wording.count("and {n} more", "and {n} more", rest)
        given.append(more(said, "tracker list --state review-due", wording))
    return given


def longest_silent(shown: Picture) -> str:
    """Give the ref of which there has been no news for longest; '' where there is news of everything."""
    known = [line.silent_ref for line in _longest_silent_first(shown) if line.silent_ref]
    return next(iter(known), shown.review_due[0].ref if shown.review_due else "")


def _longest_silent_first(shown: Picture) -> list[AgreementLine]:
    lines = [line for line in shown.agreements if line.totals.get("review-due")]
    lines.sort(key=lambda line: (line.silent_since, -line.totals["review-due"], line.id))
    return lines


def _silent_rows(shown: Picture, wording: Wording, columns: int) -> list[Line]:
    rows = shown.review_due[:_MOST]
    given = list(named(rows, [()] * len(rows), wording, columns))
    rest = shown.totals["review-due"] - len(rows)
    if rest:
        command = f"tracker list --state review-due --agreement {safe.line(shown.agreements[0].id)}"
        given.append(more(wording.count("and {n} more", "and {n} more", rest), command, wording))
    return given


def ending(shown: Picture, wording: Wording) -> list[Line]:
    """Give a line for each agreement that ends, or is to be given notice of, within `AHEAD` days."""
    found = [(day, line) for line in shown.agreements if (day := _turn(line, shown.as_of))]
    found.sort(key=lambda pair: (pair[0], pair[1].id))
    away = [wording.count("in {n} day", "in {n} days", _days(shown.as_of, day)) for day, _ in found[:_MOST]]
    wide = max(map(width, away), default=0)
    given: list[Line] = [
        (
            Piece(pad_left(far, wide), "soon"),
            Piece(f"  {_what_then(line, day, wording)} · "),
            Piece(safe.line(line.title), "quiet"),
        )
        for far, (day, line) in zip(away, found, strict=False)
    ]
    if len(found) > _MOST:
        said = wording.count("and {n} more agreement", "and {n} more agreements", len(found) - _MOST)
        given.append((Piece(said, "quiet"),))
    return given


def suspended(shown: Picture, wording: Wording) -> list[Line]:
    """Give a line for each agreement that is suspended: since when, and how much stands still with it."""
    given: list[Line] = [
        (
            Piece(since_when(one, wording), "soon"),
            Piece(f"  {standing_still(one, wording)} · "),
            Piece(safe.line(one.title), "quiet"),
        )
        for one in shown.suspended[:_MOST]
    ]
    if rest := len(shown.suspended) - len(given):
        given.append(
            (Piece(wording.count("and {n} more agreement", "and {n} more agreements", rest), "quiet"),)
        )
    return given


def since_when(one: Suspension, wording: Wording) -> str:
    """Say since when an agreement is suspended, and when it ended so."""
    if one.ended:
        return wording.say("since {day}, ended {end}", day=one.since, end=one.ended)
    return wording.say("since {day}", day=one.since)


def standing_still(one: Suspension, wording: Wording) -> str:
    """Say how many obligations nothing asks for while their agreement is suspended."""
    return wording.count("{n} obligation stands still", "{n} obligations stand still", one.obligations)


def _turn(line: AgreementLine, as_of: str) -> str:
    """Give the day by which an agreement has to be thought of, '' if it isn't near.

    One that is suspended ends, or renews itself, all the same.
    """
    if line.state != "in-force" and not line.suspended:
        return ""
    for day in (line.notice_by, line.expires):
        if day and 0 <= _days(as_of, day) <= AHEAD:
            return day
    return ""


def _what_then(line: AgreementLine, day: str, wording: Wording) -> str:
    if day != line.expires:
        if line.renews:
            said = wording.say("notice by {day}, or it renews itself after {end}", day=day, end=line.expires)
        else:
            said = wording.say("notice by {day}, ends {end}", day=day, end=line.expires)
        return said
    if line.renews:
        return wording.say("renews itself after {day}", day=day)
    return wording.say("ends {day}", day=day)


def next_date(shown: Picture, wording: Wording) -> str:
    """Say the next date of all, how far it is, and whose; '' if none is known."""
    day = shown.next_due
    if not day:
        return ""
    far = _days(shown.as_of, day)
    away = wording.count("in {n} day", "in {n} days", far) if far else wording.say("today")
    return wording.say("{date}, {away}: {title}", date=day, away=away, title=safe.line(shown.next_title))


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days
