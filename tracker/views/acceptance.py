"""What moved in a document that is accepted: its hash, and the quotes that it has or no longer has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tracker.core.acceptance import Acceptance, FoundQuote
from tracker.views import safe
from tracker.views.wording import Wording

_SHORT = 12  # digits of a hash that tell it from another
_END = 40  # characters of a quote's beginning that are shown


def lines(shown: Acceptance, wording: Wording) -> Iterator[str]:
    """Say what is accepted, the quotes that no longer stand there, and then those that do."""
    before, after, quotes = shown.before, shown.after, shown.quotes
    name = safe.line(f"{shown.agreement}: {shown.file}")
    if before == after:
        yield wording.say("{name} is the accepted document", name=name)
    elif before:
        yield wording.say(
            "{name} is another document than the accepted one: {before}… → {after}…",
            name=name,
            before=before[:_SHORT],
            after=after[:_SHORT],
        )
    else:
        yield wording.say("{name} is accepted for the first time: {after}…", name=name, after=after[:_SHORT])
    if quotes is None:
        yield "  " + wording.say("its quotes could not be looked for: it is not a text")
        return
    for quote in sorted(quotes, key=lambda quote: (quote.line > 0, quote.ref)):
        yield "  " + safe.line(_quote(quote, wording))


def _quote(quote: FoundQuote, wording: Wording) -> str:
    if quote.times > 1:
        return wording.say(
            "{ref}: the quote stands at line {line}, and in {count} places",
            ref=quote.ref,
            line=quote.line,
            count=quote.times,
        )
    if quote.line:
        return wording.say("{ref}: the quote stands at line {line}", ref=quote.ref, line=quote.line)
    if quote.agrees:
        return wording.say(
            "{ref}: the quote no longer stands there; the text agrees as far as “{words}”",
            ref=quote.ref,
            words=quote.agrees[-_END:],
        )
    return wording.say("{ref}: the quote no longer stands there", ref=quote.ref)


def as_json(shown: Iterable[Acceptance]) -> Iterator[str]:
    """Give an array of objects, a document each."""
    found = [
        {
            "agreement": one.agreement,
            "file": one.file,
            "before": one.before or None,
            "after": one.after,
            "quotes": None if one.quotes is None else [quote._asdict() for quote in one.quotes],
        }
        for one in shown
    ]
    yield json.dumps(found, indent=2, ensure_ascii=True)
