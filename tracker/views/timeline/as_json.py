"""A timeline as JSON, for programs: field names are the contract's, dates ISO or null."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tracker.core.timeline_picture import Bar, TimelinePicture
from tracker.views import safe


def lines(shown: TimelinePicture) -> Iterator[str]:
    """Give the picture as one object."""
    document = {
        "as_of": shown.as_of,
        "known_at": shown.known_at or None,
        "title": shown.title,
        "from": shown.start,
        "until": shown.end,
        "agreements": [_agreement(bar) for bar in shown.bars],
        "more": shown.more,
    }
    yield safe.json(json.dumps(document, ensure_ascii=False, indent=2))


def _agreement(bar: Bar) -> dict[str, object]:
    return {
        "id": bar.id,
        "title": bar.title,
        "state": bar.state,
        "effective": bar.start,
        "expires": bar.last or None,
        "renews": bar.renews or None,
        "notice_by": bar.notice_by or None,
        "suspended": [{"from": start, "to": end} for start, end in bar.pauses],
        "obligations": [
            {
                "ref": strip.ref,
                "title": strip.title,
                "dates": [mark._asdict() for mark in strip.marks],
            }
            for strip in bar.strips
        ],
        "more": bar.more,
        "undated": bar.undated,
        "elsewhere": bar.elsewhere,
    }
