"""What moved in a document that is accepted, as a value: its hash, and the quotes taken from it."""

from __future__ import annotations

from typing import NamedTuple


class FoundQuote(NamedTuple):
    """A quote in the document as it is now: its first line there (from 1) and how often it stands there.

    `line` is 0 where it doesn't stand there; `agrees` is then the beginning that does.
    """

    ref: str
    line: int
    times: int
    agrees: str


class Acceptance(NamedTuple):
    """A document of an agreement that is accepted.

    `before` and `after` are its SHA-256, `before` '' where none was accepted. `quotes` are those taken
    from it, None where it is no text that they can be looked for in.
    """

    agreement: str
    file: str
    before: str
    after: str
    quotes: tuple[FoundQuote, ...] | None
