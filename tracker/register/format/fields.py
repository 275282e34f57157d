"""The format of the register: every key, its type and its meaning, in one table.

The validator, the JSON Schema for editors and the documentation are read from it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tracker.core import vocabulary


class Field(NamedTuple):
    """A key: the kind of its value (see `values.READERS`), and what it means.

    `attribute` is the model's name where that differs; `choices` are the only words allowed.
    """

    name: str
    kind: str
    doc: str
    attribute: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def target(self) -> str:
        """The name under which the model holds the value."""
        return self.attribute or self.name


class Table(NamedTuple):
    """A table of the register: what a message calls it, and its keys."""

    name: str
    doc: str
    fields: tuple[Field, ...]


SETTINGS: Final = Table(
    "settings",
    "What holds for the whole register.",
    (
        Field("title", "text", "What reports and pages are headed with."),
        Field("timezone", "zone", "Where 'today' is read: a name of the IANA list, Africa/Casablanca."),
        Field("language", "word", "Language of labels, reports and errors.", choices=vocabulary.LANGUAGES),
        Field("soon", "length", "How long before its due date something is due soon: '30 days'."),
        Field("review", "length", "How often to look again at what has no firm date: '6 months'."),
        Field("us", "names", "The parties that this office speaks for: gives we owe, they owe, joint."),
        Field("from", "email", "Sender of reports by mail.", "sender"),
        Field("kinds", "slugs", "Further kinds of obligation."),
        Field("allow_outside", "flag", "Let include and source reach outside the register's folder."),
    ),
)

PARTY: Final = Table(
    "party",
    "Who signs, bears or is owed.",
    (
        Field("name", "title", "Its name: a text, or a table by language."),
        Field(
            "aliases", "names", "Other names by which it is known; any of them works wherever it is named."
        ),
        Field("members", "names", "The parties of a group."),
    ),
)

PERSON: Final = Table(
    "person",
    "Who looks after obligations: a post rather than a person.",
    (
        Field("name", "title", "The name: a text, or a table by language."),
        Field("email", "email", "Where reminders go."),
    ),
)

SOURCE: Final = Table(
    "source",
    "A document in which an agreement stands.",
    (
        Field("file", "text", "The document, relative to the file that states it."),
        Field("url", "url", "Where it was published."),
        Field("date", "period", "When it was published."),
        Field("sha256", "sha256", "The SHA-256 of the document that was accepted, 64 hexadecimal digits."),
    ),
)

AGREEMENT_ENTRY: Final = Table(
    "entry of an agreement's log",
    "One dated line of an agreement's log.",
    (
        Field("on", "day", "The day from which it holds.", required=True),
        Field("status", "word", "What became of the agreement.", choices=vocabulary.AGREEMENT_STATUSES),
        Field("ends", "day", "The last day in force from then on (with extended or terminated)."),
        Field("note", "text", "What happened, in words."),
        Field("evidence", "name-or-names", "Documents that prove it."),
        Field("by", "text", "Who stated it."),
        Field("recorded", "day", "The day on which it was written down, where that is later."),
        Field("private", "flag", "Leave it out of what goes to others."),
    ),
)

AGREEMENT: Final = Table(
    "agreement",
    "What was signed, adopted or stated.",
    (
        Field("title", "title", "Its title: a text, or a table by language.", required=True),
        Field("kind", "slug", "What it is: agreement, mou, action-plan, statement, meeting, compact …"),
        Field("text", "word", "What its source is.", choices=vocabulary.TEXTS),
        Field("parties", "names", "Who is party to it.", required=True),
        Field("date", "period", "When it was signed, adopted or stated.", required=True),
        Field("effective", "period", "When it entered into force; default: its date."),
        Field("expires", "period", "Its last day in force."),
        Field("renews", "length", "By how long it goes on each time unless it is terminated."),
        Field("notice", "length", "How long before its last day a termination has to be notified."),
        Field("owner", "text", "Who looks after it: one of people."),
        Field("notes", "text", "Anything else worth knowing."),
        Field("tags", "names", "Words of the office's own for it."),
        Field("formerly", "slugs", "Former names."),
        Field("source", "text", "The document it stands in, relative to the file that states it."),
        Field("sources", "sources", "Further documents, by name."),
        Field("log", "log", "What became of it, one dated line an entry."),
    ),
)

ENTRY: Final = Table(
    "log entry",
    "One dated line of an obligation's log.",
    (
        Field("on", "day", "The day from which it holds.", required=True),
        Field("status", "word", "What became of the obligation.", choices=vocabulary.STATUSES),
        Field("for", "period", "The scheduled date of the occurrence that it concerns.", "scheduled"),
        Field("due", "period", "The new date (with postponed)."),
        Field("agreed_with", "name-or-names", "Who agreed to it."),
        Field("note", "text", "What happened, in words."),
        Field("evidence", "name-or-names", "Documents that prove it."),
        Field("owner", "text", "Who looks after it from that day on: one of people."),
        Field("dispute", "text", "The party that contests it; later: settled."),
        Field("by", "text", "Who stated it."),
        Field("recorded", "day", "The day on which it was written down, where that is later."),
        Field("private", "flag", "Leave it out of what goes to others."),
    ),
)

OBLIGATION: Final = Table(
    "obligation",
    "A promise: who is to do what, how binding, by when, and where the text says so.",
    (
        Field("title", "title", "What is promised: a text, or a table by language.", required=True),
        Field("number", "name", "The office's own number; also a name to type."),
        Field("kind", "kind", "What kind of promise it is; settings.kinds adds further ones."),
        Field("modality", "word", "How binding it is.", choices=vocabulary.MODALITIES),
        Field("bearers", "names", "Who is to do it; default: the agreement's parties."),
        Field("counterparties", "names", "To whom it is owed."),
        Field("clause", "text", "Where it stands in the text: Art. 3."),
        Field("page", "page", "The page it stands on."),
        Field("source", "text", "Another of the agreement's sources that it stands in, by name."),
        Field("due", "period", "The date by which it is due; may be imprecise: '2024', '2026-Q2'."),
        Field("every", "length", "How often it falls due: '6 months'. Goes with first."),
        Field("rrule", "rrule", "When it falls due, as a rule of RFC 5545. Goes with first."),
        Field("first", "day", "The first date on which it falls due."),
        Field("until", "day", "The last day on which it can fall due; default: the agreement's last day."),
        Field("within", "length", "How long after, or before, something it is due: '90 days'."),
        Field("after", "after", "What it follows: another obligation, or 'effective'. Goes with within."),
        Field("before", "word", "What it precedes. Goes with within.", choices=("expires",)),
        Field("basis", "text", "How its date was reckoned: 'effective + 6 months'."),
        Field("lead", "length", "How long before its due date it is due soon; default: settings.soon."),
        Field("review", "length", "How often to look at it again; default: settings.review."),
        Field("owner", "text", "Who looks after it: one of people."),
        Field("replaces", "refs", "The obligation that it takes over from."),
        Field("formerly", "refs", "Former names."),
        Field("tags", "names", "Words to find it by, with list --search."),
        Field("notes", "text", "Anything else worth knowing."),
        Field("quote", "text", "The words of the source that promise it, to the letter."),
        Field("log", "log", "What happened, one dated line an entry."),
    ),
)

REGISTER: Final = Table(
    "register",
    "What international organisations have promised, and what became of it.",
    (
        Field("include", "names", "Further files, below this folder: agreements/*.toml."),
        Field("settings", "settings", SETTINGS.doc),
        Field("parties", "parties", "Parties by the name to type."),
        Field("people", "people", "Who looks after obligations, by the name to type."),
        Field("agreements", "agreements", "Agreements by the name to type."),
        Field("obligations", "obligations", "Obligations: [obligations.AGREEMENT.NAME]."),
    ),
)

TIME_RULES: Final = ("due", "every", "rrule", "within")
"""The keys of which an obligation has at most one."""

TIME_KEYS: Final = frozenset({*TIME_RULES, "first", "until", "after", "before"})
