"""What the register answers for a day: one row an obligation, or an occurrence."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """An obligation, or one occurrence of it, as it stands on a day.

    Dates are ISO 8601 text, as they are stored and printed, '' for none. `days` is due minus
    as-of (negative: late), None without a due date. `since` is the first day of the span the
    day lies in. `waits_for` is what an awaiting one waits for: a ref, or ''.
    """

    ref: str
    number: str
    agreement: str
    title: str
    kind: str
    modality: str
    bearers: tuple[str, ...]
    owner: str
    scheduled: str
    due: str
    due_text: str
    basis: str
    state: str
    status: str
    informed: bool
    missed: int
    days: int | None
    last_on: str
    dispute: str
    quote: str
    since: str
    waits_for: str
    recurs: bool
