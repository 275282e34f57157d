"""What a timeline says beside its picture: the legend, headings, and what is not drawn."""

from __future__ import annotations

from tracker.core.timeline_picture import Bar, Strip, TimelinePicture, most_pressing
from tracker.core.vocabulary import CLOSING
from tracker.views import safe
from tracker.views.wording import Wording

_SETTLED = frozenset({"done-late", "lapsed", *CLOSING})


def heading(shown: TimelinePicture, wording: Wording) -> str:
    """Name the picture: whose it is, and of which day."""
    title = safe.line(wording.listed(shown.about) or shown.title)
    day = wording.date(shown.as_of)
    if shown.known_at:
        day = wording.say("{day}, as known on {known}", day=day, known=wording.date(shown.known_at))
    return wording.say("{title}, {day}", title=title, day=day) if title else day


def shape(name: str, wording: Wording) -> str:
    """Say what the shape of a mark means."""
    return wording.late() if name == "late" else wording.state(name)


def aside(bar: Bar, wording: Wording) -> list[str]:
    """Say what of an agreement is not drawn, as parts of a sentence."""
    parts = []
    if bar.more:
        parts.append(wording.count("and {n} more", "and {n} more", bar.more))
    if bar.elsewhere:
        parts.append(wording.count("{n} outside this time", "{n} outside this time", bar.elsewhere))
    if bar.undated:
        parts.append(wording.count("{n} without a date", "{n} without a date", bar.undated))
    return parts


def date_of(strip: Strip) -> str:
    """Give the date of an obligation that matters most, '' if nothing is open."""
    open_marks = [mark for mark in strip.marks if mark.state not in _SETTLED]
    return most_pressing(open_marks).due if open_marks else ""


def life(bar: Bar, wording: Wording) -> str:
    """Say from when until when an agreement holds."""
    if not bar.last:
        return wording.say("from {day}, without an end", day=wording.date(bar.start))
    if bar.renews:
        first, last = wording.date(bar.start), wording.date(bar.last)
        return wording.say("from {first} to {last}, and renews itself", first=first, last=last)
    return wording.say("from {first} to {last}", first=wording.date(bar.start), last=wording.date(bar.last))
