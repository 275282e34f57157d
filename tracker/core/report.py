"""The report as a value: what changed, what needs a decision, what is late and what is next.

Each form of it (plain text, Markdown, JSON, a page, a message) is a view of one `Report`. Dates
are ISO 8601 text, '' for none; periods are `since` (exclusive) to `as_of` (inclusive). Wherever a
list may be long it is a `Part`: the first ones, and how many there are in all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Generic, NamedTuple, TypeVar

from tracker.core.rows import LogLine, Row, Suspension

T = TypeVar("T")

PARTNER: Final = "partner"
"""The audience that sees neither private entries nor notes, people or evidence."""
AUDIENCES: Final = (PARTNER,)

MANY: Final = 100
"""So many things that lack evidence are counted; of more it is only said that they are more."""


TURNS: Final = (
    "signed",
    "begun",
    "extended",
    "renewed",
    "suspended",
    "resumed",
    "terminated",
    "ending",
    "ended",
    "noted",
)
"""What can become of an agreement."""


class Part(NamedTuple, Generic[T]):
    """The first ones of a list, and how many it has in all."""

    shown: tuple[T, ...] = ()
    total: int = 0

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.total - len(self.shown)


class Event(NamedTuple):
    """Something that happened to an obligation, or to one of its dates, in the period.

    `row` is how it stands on the as-of day: of the occurrence for what turned by the calendar,
    of the obligation for what an entry says. `entry` says what happened, None where no entry
    does; `occurrence` is the date of what recurs that the entry names, as it stands, None where it
    names none. Of a postponement, `moved_from` is the due date before it and `slippage` the days between
    the two (their latest days; None where the date before is not known). `before` is who looked
    after it until it was handed over. `proof` is the evidence that a later entry gives for it.
    """

    row: Row
    entry: LogLine | None = None
    moved_from: str = ""
    slippage: int | None = None
    before: str = ""
    occurrence: Row | None = None
    proof: tuple[str, ...] = ()


class AgreementEvent(NamedTuple):
    """Something that happened to an agreement in the period: `what` is one of `TURNS`.

    `on` is the day from which it holds and `recorded` when it was written down, where later.
    `ends` is the last day in force that follows from it, `ended_before` the one until then; `renews`
    is by how long it goes on after its end, for what is ending.
    `days` is how far the day that matters is away from as-of, for what is ending.
    """

    agreement: str
    title: str
    what: str
    on: str
    recorded: str = ""
    ends: str = ""
    ended_before: str = ""
    notice_by: str = ""
    days: int | None = None
    note: str = ""
    evidence: tuple[str, ...] = ()
    renews: str = ""


class Changed(NamedTuple):
    """What happened in the period, whether it was recorded or the calendar did it.

    `closed` was waived, cancelled or replaced; `noted` is all other news.
    """

    done: Part[Event] = Part()
    newly_overdue: Part[Event] = Part()
    newly_due_soon: Part[Event] = Part()
    postponed: Part[Event] = Part()
    added: Part[Event] = Part()
    reopened: Part[Event] = Part()
    disputed: Part[Event] = Part()
    handed_over: Part[Event] = Part()
    blocked: Part[Event] = Part()
    closed: Part[Event] = Part()
    noted: Part[Event] = Part()
    agreements: Part[AgreementEvent] = Part()

    @property
    def anything(self) -> bool:
        """Whether anything changed."""
        return any(part.total for part in self)


class Ending(NamedTuple):
    """An agreement that ends, or has to be given notice of, before long.

    `days` counts to `notice_by` while that is to come, else to `ends`.
    """

    agreement: str
    title: str
    ends: str
    notice_by: str
    renews: str
    days: int


class Decisions(NamedTuple):
    """What somebody has to decide.

    `blocked` may be overdue or not; `unagreed` were postponed without evidence; `unowned` are open
    and nobody looks after them; `unproved` are recorded as done without evidence. `open_count` is
    how many obligations are open, to compare `unowned` with.
    """

    blocked: Part[Row] = Part()
    disputed: Part[Row] = Part()
    unagreed: Part[Event] = Part()
    ending: Part[Ending] = Part()
    unowned: Part[Row] = Part()
    unproved: Part[Row] = Part()
    open_count: int = 0

    @property
    def waiting(self) -> int:
        """How many are of a promise or an agreement, and not of how the register is kept."""
        return sum(part.total for part in (self.blocked, self.disputed, self.unagreed, self.ending))

    @property
    def anything(self) -> bool:
        """Whether there is anything to decide."""
        return bool(self.waiting or self.unowned.total or self.unproved.total)


class Silence(NamedTuple):
    """Obligations of an agreement of which nothing was heard for longer than the review interval.

    `obligations` says how many. `since` is the day of the longest silence's last entry, or of the
    agreement's entry into force; `days` counts from it to as-of.
    """

    agreement: str
    title: str
    obligations: int
    since: str
    days: int


class AgreementCounts(NamedTuple):
    """An agreement's line in the table: `done`, `open`, `overdue` and `silent` count obligations.

    `kept` and `missed` count dates (occurrences of what recurs, and single due dates): those done,
    `kept_late` of them after their date, and those overdue. `open` holds `overdue` and `silent` too; what
    is waived, cancelled, replaced or ended with its agreement is neither done nor open.
    """

    agreement: str
    title: str
    text: str
    parties: tuple[str, ...]
    state: str
    ends: str
    done: int
    open: int
    overdue: int
    silent: int
    kept: int
    missed: int
    next_due: str
    kept_late: int = 0


class Footer(NamedTuple):
    """Where the report comes from.

    `sources` counts agreements by what their source is (signed, press, minutes); `commit` is that
    of git, '' without one.
    """

    register: str
    sources: Mapping[str, int]
    commit: str
    tool: str


class Asked(NamedTuple):
    """What a report is asked for; days as ISO text, names resolved to their keys.

    `since` is exclusive, `until` the last day of the horizon, inclusive. `most` is how many of a
    part are shown, None for all. `owner` is a key of people, or however the register spells it.
    """

    as_of: str
    since: str
    until: str
    agreements: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    owner: str = ""
    audience: str = ""
    language: str = "en"
    most: int | None = None
    commit: str = ""


class Report(NamedTuple):
    """A report on a day: its parts in the order in which they are read.

    `totals` counts obligations by state, `missed` overdue dates and `due` those within the horizon,
    which are of `due_obligations`. `late` is overdue and known to be, `unheard` overdue without a
    word. The total of `silent` counts obligations. `agreement_titles` has those of the rows shown;
    `party_names` and `people_names` have the language's names of those that occur, for those that
    have one. `untitled` names what has no title in the language (refs and agreements).
    """

    asked: Asked
    title: str
    known_at: str
    us: tuple[str, ...]
    in_force: int
    totals: Mapping[str, int]
    missed: int
    changed: Changed
    decisions: Decisions
    late: Part[Row]
    unheard: Part[Row]
    due: Part[Row]
    silent: Part[Silence]
    silent_rows: Part[Row]
    agreements: Part[AgreementCounts]
    footer: Footer
    due_obligations: int = 0
    agreement_titles: Mapping[str, str] = {}
    party_names: Mapping[str, str] = {}
    people_names: Mapping[str, str] = {}
    untitled: tuple[str, ...] = ()
    suspended: Part[Suspension] = Part()

    @property
    def as_of(self) -> str:
        """The day that the report is of."""
        return self.asked.as_of

    @property
    def since(self) -> str:
        """The day after which it tells what changed."""
        return self.asked.since

    @property
    def until(self) -> str:
        """The last day of its horizon."""
        return self.asked.until

    @property
    def overdue(self) -> int:
        """How many obligations are overdue."""
        return self.totals.get("overdue", 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is promised: there is neither an obligation nor an agreement."""
        return not self.totals and not self.agreements.total

    @property
    def is_quiet(self) -> bool:
        """Whether nothing changed and nothing is late."""
        return not (self.changed.anything or self.overdue)
