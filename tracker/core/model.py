"""The register as values: what a person stated, with dates and lengths read."""

# without postponed annotations, each of which a NamedTuple would compile on import

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from tracker.core.dates import Period
from tracker.core.durations import Duration
from tracker.core.vocabulary import OBLIGATION

Title = Mapping[str, str]
"""Words by language ('en', 'fr', 'ar'); under '' where the register gives one string for all."""


_NONE: Final[Mapping[str, Any]] = MappingProxyType({})

SOON = Duration(0, 30)
REVIEW = Duration(6, 0)


class Settings(NamedTuple):
    """What holds for the whole register."""

    title: str = ""
    timezone: str = "UTC"
    language: str = "en"
    soon: Duration = SOON
    review: Duration = REVIEW
    us: tuple[str, ...] = ()
    sender: str = ""
    kinds: tuple[str, ...] = ()
    allow_outside: bool = False


class Party(NamedTuple):
    """Who signs, bears or is owed; `id` is the key that everything else is stored under."""

    id: str
    name: Title
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class Person(NamedTuple):
    """Who looks after obligations: a post rather than a person."""

    id: str
    name: Title
    email: str = ""


class Source(NamedTuple):
    """A document in which an agreement stands; `id` is '' for the agreement's own `source`."""

    id: str
    file: str = ""
    url: str = ""
    date: Period | None = None
    sha256: str = ""


class AgreementEntry(NamedTuple):
    """One dated line of an agreement's log; `ends` is the last day in force from then on."""

    on: date
    status: str = ""
    ends: date | None = None
    note: str = ""
    evidence: tuple[str, ...] = ()
    by: str = ""
    recorded: date | None = None
    private: bool = False

    @property
    def known(self) -> date:
        """The day from which the register knew it."""
        return self.recorded or self.on


class Agreement(NamedTuple):
    """What was signed, adopted or stated."""

    id: str
    title: Title
    kind: str
    text: str
    parties: tuple[str, ...]
    date: Period
    effective: Period
    expires: Period | None = None
    renews: Duration | None = None
    notice: Duration | None = None
    owner: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    sources: Mapping[str, Source] = _NONE
    log: tuple[AgreementEntry, ...] = ()


class Fixed(NamedTuple):
    """Due once, on a stated date."""

    due: Period


class Every(NamedTuple):
    """Due again and again: occurrence n on `first + n * step`; `until` is inclusive."""

    step: Duration
    first: date
    until: date | None


class Rule(NamedTuple):
    """Due as an RFC 5545 rule says, counted from `first`; `until` is inclusive."""

    rrule: str
    first: date
    until: date | None


class After(NamedTuple):
    """Due `within` a length after another obligation was done, or after 'effective'."""

    within: Duration
    after: str


class Before(NamedTuple):
    """Due a length before the agreement's last day."""

    within: Duration


TimeRule = Fixed | Every | Rule | After | Before
EFFECTIVE = "effective"


class Entry(NamedTuple):
    """One dated line of an obligation's log.

    `scheduled` (the file's `for`) names the occurrence; `due` is the date that it was postponed
    to; without `recorded` it was written down on the day that it holds from.
    """

    on: date
    status: str = ""
    scheduled: Period | None = None
    due: Period | None = None
    agreed_with: tuple[str, ...] = ()
    note: str = ""
    evidence: tuple[str, ...] = ()
    owner: str = ""
    dispute: str = ""
    by: str = ""
    recorded: date | None = None
    private: bool = False

    @property
    def known(self) -> date:
        """The day from which the register knew it."""
        return self.recorded or self.on


class Obligation(NamedTuple):
    """A promise: who is to do what, how binding, by when, and where the text says so."""

    ref: str
    agreement: str
    title: Title
    kind: str = "other"
    modality: str = OBLIGATION
    bearers: tuple[str, ...] = ()
    counterparties: tuple[str, ...] = ()
    number: str = ""
    clause: str = ""
    page: str = ""
    source: str = ""
    time: TimeRule | None = None
    basis: str = ""
    lead: Duration | None = None
    review: Duration | None = None
    owner: str = ""
    replaces: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    quote: str = ""
    log: tuple[Entry, ...] = ()


class Register(NamedTuple):
    """Everything that the files state, with every reference resolved to its key.

    Bearers, counterparties and `us` hold party ids, not aliases; `after` and `replaces` hold
    present refs, not former ones; an obligation's bearers default to its agreement's parties.
    """

    settings: Settings
    parties: Mapping[str, Party]
    people: Mapping[str, Person]
    agreements: Mapping[str, Agreement]
    obligations: Mapping[str, Obligation]


def words(title: Title, language: str, fallback: str = "") -> str:
    """Pick the words of a language: its own, else the common string, else English, else any."""
    for key in (language, "", "en"):
        if found := title.get(key):
            return found
    return next(iter(title.values()), fallback)
