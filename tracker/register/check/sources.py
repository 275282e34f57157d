"""Checks of provenance: every promise can show its words, and where its dates come from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tracker.core.errors import Text
from tracker.core.folding import find_quote
from tracker.core.model import Every, Fixed, Obligation, Rule
from tracker.register.check.context import Found, Subject
from tracker.register.check.quoted_dates import names_date
from tracker.register.format.wrong import brief
from tracker.register.quotes import Sources, agreeing, source_of

_LINES = 5


def no_quote(subject: Subject) -> Iterator[Found]:
    """Find obligations without a quote."""
    said = Text("there is no quote; copy the words of the source that promise it")
    for path, obligation, _ in subject.obligations():
        if not obligation.quote.strip():
            yield path, "W503", said


def sources(subject: Subject) -> Iterator[Found]:
    """Find sources that are missing or can't be read, and those that are not the accepted ones."""
    documents = subject.sources or Sources(Path())
    for id_, agreement in subject.register.agreements.items():
        for name, source in agreement.sources.items():
            if not source.file:
                continue
            table = ("agreements", id_)
            read = documents.read(source.file)
            if read.trouble is not None:
                path = (*table, "sources", name, "file") if name else (*table, "source")
                said = Text("quotes can't be looked for: {reason}", {"reason": read.trouble})
                yield path, "W506", said
            if source.sha256 and read.digest and source.sha256 != read.digest:
                said = Text(
                    "{file} is not the document that was accepted; look at what changed, then accept it: "
                    "its sha256 is {digest}",
                    {"file": brief(source.file), "digest": read.digest},
                )
                yield (*table, "sources", name, "sha256"), "W507", said


def quotes(subject: Subject) -> Iterator[Found]:
    """Find quotes that their source hasn't, or has more than once without a clause to tell which."""
    documents = subject.sources or Sources(Path())
    for path, obligation, agreement in subject.obligations():
        if not obligation.quote.strip():
            continue
        at = (*path, "quote")
        source = source_of(agreement, obligation)
        if source is None:
            said = Text(
                "the quote can't be looked for: the agreement has no source; "
                "add source = … to [agreements.{id}]",
                {"id": agreement.id},
            )
            yield at, "W506", said
            continue
        if not source.file:
            said = Text("the quote was not looked for: its source is a link; keep a copy as file")
            yield at, "I601", said
            continue
        read = documents.read(source.file)
        if read.is_document:
            said = Text("the quote was not looked for: {file} is not a text", {"file": brief(source.file)})
            yield at, "I601", said
        elif read.trouble is None:
            yield from ((at, *found) for found in _looked_for(read.text, source.file, obligation))


def _looked_for(text: str, file: str, obligation: Obligation) -> Iterator[tuple[str, Text]]:
    found = find_quote(text, obligation.quote)
    if not found:
        if same := agreeing(text, obligation.quote):
            said = Text(
                "the quote is not in {file}, which agrees as far as “{words}”; copy it again to the letter",
                {"file": brief(file), "words": brief(same[-40:])},
            )
        else:
            said = Text(
                "the quote is not in {file}; copy it again to the letter, or name the right source",
                {"file": brief(file)},
            )
        yield "W504", said
    elif len(found) > 1 and not obligation.clause:
        lines = [str(text.count("\n", 0, start) + 1) for start, _ in found[:_LINES]]
        said = Text(
            "the quote stands {count} times in {file} (lines {lines}); quote more of it, or name the clause",
            {"count": len(found), "file": brief(file), "lines": ", ".join(lines)},
        )
        yield "W505", said


def dates_explained(subject: Subject) -> Iterator[Found]:
    """Find dates that are neither in the quote nor explained by a basis."""
    for path, obligation, _ in subject.obligations():
        if obligation.basis.strip() or not obligation.quote.strip():
            continue
        time = obligation.time
        if isinstance(time, Fixed):
            key, earliest, latest, stated = "due", time.due.earliest, time.due.latest, time.due.text
        elif isinstance(time, Every | Rule):
            key, earliest, latest, stated = "first", time.first, time.first, time.first.isoformat()
        else:
            continue
        if not names_date(obligation.quote, earliest, latest):
            said = Text(
                'the quote does not say {date}; add basis = "…" to say how it was reckoned', {"date": stated}
            )
            yield (*path, key), "W508", said
