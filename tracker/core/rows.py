"""What the register answers for a day, as values: a row an obligation, and what is made of rows.

Dates in these values are ISO 8601 text, as they are stored and printed, '' for none: they come
from the projection and go to a page without being counted with. Light to import.
"""

# without postponed annotations, each of which a NamedTuple would compile on import

from collections.abc import Mapping
from typing import NamedTuple


class Row(NamedTuple):
    """An obligation, or one occurrence of it, as it stands on a day.

    `scheduled` names the occurrence, `due` is the latest day of the due date in force, `due_text`
    how it is written where that is not a day. `days` is due minus as-of (negative: late), None
    without a due date. `missed` counts overdue occurrences. `next_due` is the due date of the
    next occurrence that is still to come, for what recurs. `since` is the first day of the state, on
    this date of what recurs. `waits_for` is the ref from whose doing its date is counted, or '':
    `scheduled` is then the date of that other one, and no date from which it was moved.
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
    next_due: str


class Filter(NamedTuple):
    """Which rows: all that are given must hold; within one, any of its values.

    `scope` holds agreement ids and party ids as typed by a person and resolved (`agreements`,
    `parties`). `statuses` are what people stated last, whatever state that makes. Days are ISO
    text, inclusive; `due_before` and `due_after` are inclusive too.
    `search` are words that all have to be found in title, quote, notes, tags or ref. With `late`, of
    what is overdue only that of which an entry says that it isn't done.
    """

    agreements: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    due_before: str = ""
    due_after: str = ""
    search: str = ""
    statuses: tuple[str, ...] = ()
    late: bool = False


class AgreementLine(NamedTuple):
    """An agreement on a day: counts of its obligations by state, what is next, when it ends.

    `state` is 'in-force', 'not-in-force' (not yet, or suspended) or 'ended'. `expires` is the last
    day in force then stated, `renews` the length by which it goes on after that, '' once it is
    terminated, `notice_by` the last day to give notice, `next_due` the next due date on or after the
    day, none while it is suspended, `next_ref` and `next_title` whose it is. `missed` counts overdue
    occurrences. `silent_since` is the day since which the longest silence of those without news is
    so, '' if there is news of all, and `silent_ref` is that one. `suspended` tells why one that has
    begun is not in force.
    """

    id: str
    title: str
    kind: str
    text: str
    parties: tuple[str, ...]
    state: str
    date: str
    effective: str
    expires: str
    renews: str
    notice_by: str
    totals: Mapping[str, int]
    missed: int
    next_due: str
    silent_since: str = ""
    next_ref: str = ""
    next_title: str = ""
    silent_ref: str = ""
    suspended: bool = False


class Dispute(NamedTuple):
    """A row of which a party says something else, and the day since which it says so."""

    row: Row
    since: str


class Suspension(NamedTuple):
    """An agreement that is suspended, since which day, and how many of its obligations stand still.

    Those are the ones that nothing has closed. `ended` is its last day once that is over, '' before:
    from then on only what fell due by it stands still.
    """

    agreement: str
    title: str
    since: str
    obligations: int
    ended: str = ""


class Picture(NamedTuple):
    """The morning picture: what is late, what is next, what nobody has touched.

    `totals` counts obligations by state, `missed` overdue occurrences. The row lists hold at most
    as many as were asked for, most pressing first; the totals count all. `known_at` is '' where
    everything known counts. `known_late` counts those overdue of which an entry says so;
    `also_late` has the first of them where `overdue` stops before it comes to them. `next_due` is
    the next date of all, of agreements that are not listed too, `next_ref` and `next_title` whose
    it is.

    What was stated to be `blocked` may have any state that is not overdue or over: a continuing
    duty is active all the same. What is `disputed` may be overdue, or done as others say. Of both
    there are as many as their counts say. Where there is no agreement on the day, `begins` is the date
    of the first of all, '' for none. All agreements that are `suspended` are listed.
    """

    title: str
    as_of: str
    known_at: str
    totals: Mapping[str, int]
    missed: int
    agreements: tuple[AgreementLine, ...]
    overdue: tuple[Row, ...]
    due_soon: tuple[Row, ...]
    review_due: tuple[Row, ...]
    agreement_count: int
    known_late: int = 0
    blocked: tuple[Row, ...] = ()
    blocked_count: int = 0
    disputed: tuple[Dispute, ...] = ()
    disputed_count: int = 0
    next_due: str = ""
    next_ref: str = ""
    next_title: str = ""
    also_late: tuple[Row, ...] = ()
    begins: str = ""
    suspended: tuple[Suspension, ...] = ()


class LogLine(NamedTuple):
    """A log entry as it is shown; `position` counts from 0 in the file."""

    position: int
    on: str
    status: str
    scheduled: str
    due: str
    agreed_with: tuple[str, ...]
    note: str
    evidence: tuple[str, ...]
    owner: str
    dispute: str
    by: str
    recorded: str
    private: bool


class TimeRule(NamedTuple):
    """When an obligation is due, as the register states it; '' for what is not stated."""

    due: str = ""
    every: str = ""
    rrule: str = ""
    first: str = ""
    until: str = ""
    within: str = ""
    after: str = ""
    before: str = ""


class Detail(NamedTuple):
    """One obligation in full, as it stands on a day.

    `entry` is the position of the log entry that decides its state, None for none. `occurrences`
    are in order of their scheduled days, through a year after the day. `pauses` are the days [start,
    end) on which the agreement was suspended, '' while it is. `void`
    has the dates (scheduled days, '' for what is due once) of what it waits for that were closed without
    being done, and how.
    """

    row: Row
    agreement: AgreementLine
    time: TimeRule
    clause: str
    page: str
    source: str
    source_url: str
    counterparties: tuple[str, ...]
    replaces: tuple[str, ...]
    tags: tuple[str, ...]
    notes: str
    review: str
    lead: str
    entry: int | None
    occurrences: tuple[Row, ...]
    log: tuple[LogLine, ...]
    pauses: tuple[tuple[str, str], ...] = ()
    void: Mapping[str, str] = {}


class Passage(NamedTuple):
    """A quote where it stands in its source: what is before and after it, and its line from 1."""

    before: str
    quote: str
    after: str
    line: int
