"""Text that tries to act on a terminal or a page, in every field that a file can fill."""

from __future__ import annotations

import unicodedata

from hypothesis import settings
from hypothesis import strategies as st

from tests.views import register_of_november as real
from tracker.core.rows import Detail, Dispute, LogLine, Passage, Picture, Row

_PIECES = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\r",
    "\n",
    "\t",
    "\u2028",
    "\ud800",
    "\U000e0041",
    "[red]",
    "[/]",
    "[link=file:///etc/passwd]",
    "<script>",
    "|",
    "**",
    "=1+1",
    "{0}",
    "{title.__class__}",
    "%s",
    "سلام\u200cعليكم",
    "日本語",
    "e\u0301",
)
_PARTS = st.one_of(st.sampled_from(_PIECES), st.text(min_size=1, max_size=8))
TEXTS = st.lists(_PARTS, min_size=1, max_size=6).map("".join)
"""Texts with escape sequences, overrides, markup, and whatever else Hypothesis thinks of."""

FEW = settings(deadline=None, max_examples=max(settings().max_examples // 6, 10))
"""For laws that lay out whole pages: each example is some fifty lines."""

_ISOLATING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def acts(text: str) -> str:
    """Give the characters of a text that could act on a terminal or deceive a reader."""
    return "".join(
        char
        for char in text
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(char) in _ISOLATING
        or char in "\u200b\u2060\ufeff"
        or "\U000e0000" <= char <= "\U000e007f"
    )


def row(text: str) -> Row:
    """Give a row that is late and has a text wherever a file can put one."""
    return real.rows()[7]._replace(
        ref=text,
        number=text,
        agreement=text,
        title=text,
        kind=text,
        bearers=(text, text),
        owner=text,
        due_text=text,
        basis=text,
        dispute=text,
        quote=text,
        waits_for=text,
    )


def picture(text: str) -> Picture:
    """Give a picture with a text wherever a file can put one."""
    shown = real.picture()
    late = row(text)
    return shown._replace(
        title=text,
        agreements=tuple(
            line._replace(title=text, parties=(text,), kind=text, next_title=text)
            for line in shown.agreements
        ),
        overdue=(late, late._replace(informed=True, status="blocked", last_on="2026-10-01")),
        due_soon=(late._replace(state="due-soon", days=3),),
        review_due=tuple(one._replace(title=text) for one in shown.review_due),
        totals={**shown.totals, "overdue": 2, "due-soon": 1},
        blocked=(late._replace(state="active", status="blocked"),),
        blocked_count=1,
        disputed=(Dispute(late, "2026-10-01"),),
        disputed_count=1,
        next_title=text,
    )


def detail(text: str) -> Detail:
    """Give a detail with a text wherever a file can put one."""
    shown = real.detail_with_news()
    return shown._replace(
        row=row(text),
        agreement=shown.agreement._replace(title=text, id=text, text=text),
        time=shown.time._replace(every=text),
        clause=text,
        page=text,
        source=text,
        source_url=text,
        counterparties=(text,),
        replaces=(text,),
        tags=(text,),
        notes=text,
        occurrences=(row(text),),
        log=(entry(text),),
    )


def entry(text: str) -> LogLine:
    """Give a log entry with a text wherever a file can put one."""
    return (
        real.detail_with_news()
        .log[1]
        ._replace(
            scheduled=text,
            due=text,
            agreed_with=(text,),
            note=text,
            evidence=(text,),
            owner=text,
            dispute=text,
            by=text,
        )
    )


def passage(text: str) -> Passage:
    """Give a passage that is a text in each part."""
    return Passage(text, text, text, 3)
