"""The projection's tables, column by column: made from this list, and described to readers by it.

Days are ISO 8601 text, '' for none; ranges are `[start, end)` with '9999-12-31' as the end of
what has none, so that 'on day D' is always `start <= D AND end > D`. Lists and words by language
are JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

SCHEMA: Final = 10
"""The version of these tables (PRAGMA user_version); a database of another one is built again."""
APPLICATION: Final = 0x7472636B
"""What marks a database as ours (PRAGMA application_id): 'trck'."""
FOREVER: Final = "9999-12-31"
"""The exclusive end of what has no end."""


class Column(NamedTuple):
    """A column's type (str or int), what it says, and whether it may be NULL."""

    type: type
    doc: str
    null: bool = False


class Table(NamedTuple):
    """A table: what a line of it is, its columns, its key, and what its columns refer to.

    `clustered` tables are stored in the order of their key (WITHOUT ROWID).
    """

    doc: str
    columns: dict[str, Column]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]] = MappingProxyType({})
    clustered: bool = True


def _text(doc: str, *, null: bool = False) -> Column:
    return Column(str, doc, null)


def _number(doc: str, *, null: bool = False) -> Column:
    return Column(int, doc, null)


_OBLIGATION: Final = {"obligation": ("obligations", "id")}
_AGREEMENT: Final = {"agreement": ("agreements", "id")}
_STATE: Final = {"state": ("states", "id")}
_SPAN: Final = {
    "start": _text("first day of the range"),
    "end": _text("the day after its last, 9999-12-31 for no end"),
    "state": _number("state on these days"),
    "scheduled": _text("day that names the occurrence"),
    "due": _text("latest day of the due date in force"),
    "due_text": _text("the due date as it is written, where that is not a day"),
    "status": _text("status that the log states"),
    "informed": _number("1 where an entry says that it isn't done although it is overdue"),
    "missed": _number("how many occurrences are overdue"),
    "entry": _number("position in the log of the entry that decides", null=True),
    "last_on": _text("day of the last entry"),
    "dispute": _text("party that disputes it"),
    "owner": _text("who looks after it"),
}

_TURN: Final = {
    "state": _number("the state"),
    "dated": _number("1 for those with a due date"),
    "obligations": _number("how many more obligations are in the state (or fewer)"),
    "missed": _number("how many more of their occurrences are overdue (or fewer)"),
}

TABLES: Final[dict[str, Table]] = {
    "meta": Table(
        "What holds for the whole register, and how this database was made.",
        {"key": _text("name of the setting"), "value": _text("its value; lists as JSON")},
        ("key",),
    ),
    "files": Table(
        "The files that were read, and the places where others were looked for, as they were then.",
        {
            "path": _text("absolute path; one that is not UTF-8 as .// and its bytes in hexadecimal"),
            "size": _number("bytes; -1 where nothing stood"),
            "mtime_ns": _number("last change of the content, nanoseconds since 1970"),
            "ctime_ns": _number("last change of the file's record, nanoseconds since 1970"),
            "inode": _number("number of the file in its file system"),
            "names": _text("of a place, what was asked of it, with the answers; of a file its segments tell"),
            "read_ns": _number("when it was read, nanoseconds since 1970"),
        },
        ("path",),
    ),
    "segments": Table(
        "The files in stretches of whole tables, by which a file is known again and an edit is found.",
        {
            "path": _text("absolute path of the file"),
            "position": _number("ascends with the stretches of a file"),
            "size": _number("bytes, lines ended by LF alone"),
            "digest": _text("BLAKE2b of the bytes"),
            "tables": _text("a line a table of the register: its digest, then the obligation's ref"),
        },
        ("path", "position"),
    ),
    "states": Table(
        "The states of an obligation, the most pressing first.",
        {"id": _number("rank, 0 is the most pressing"), "state": _text("name of the state")},
        ("id",),
        clustered=False,
    ),
    "parties": Table(
        "Who signs, bears or is owed.",
        {
            "id": _text("key under which the register has it"),
            "name": _text("name in the register's language"),
            "names": _text("names by language"),
            "aliases": _text("other names"),
            "members": _text("parties of which a group consists"),
        },
        ("id",),
    ),
    "party_names": Table(
        "Every spelling that means a party: key, aliases and names in all languages.",
        {
            "folded": _text("the spelling without case and accents"),
            "party": _text("the party that it means"),
        },
        ("folded", "party"),
        {"party": ("parties", "id")},
    ),
    "memberships": Table(
        "The groups to which a party belongs, directly or through another group.",
        {"member": _text("a party"), "party": _text("a group that it belongs to")},
        ("member", "party"),
    ),
    "people": Table(
        "Who looks after obligations: posts rather than persons.",
        {
            "id": _text("key under which the register has it"),
            "name": _text("name in the register's language"),
            "names": _text("names by language"),
            "email": _text("address for mail"),
        },
        ("id",),
    ),
    "agreements": Table(
        "What was signed, adopted or stated.",
        {
            "id": _text("key under which the register has it"),
            "title": _text("title in the register's language"),
            "titles": _text("titles by language, where there is more than one", null=True),
            "kind": _text("agreement, mou, statement, meeting, compact, protocol and the like"),
            "text": _text("what the source is: signed, press, minutes"),
            "parties": _text("parties, in the register's order"),
            "date": _text("when it was signed, adopted or stated, as written"),
            "begins": _text("earliest day of that"),
            "effective": _text("entry into force, as written"),
            "in_force": _text("earliest day of that"),
            "expires": _text("last day in force, as written"),
            "renews": _text("length by which it renews itself"),
            "notice": _text("length of notice to end it"),
            "owner": _text("who looks after it, and after its obligations that name nobody"),
            "tags": _text("tags"),
            "notes": _text("notes"),
        },
        ("id",),
    ),
    "agreement_parties": Table(
        "Who is party to which agreement.",
        {"party": _text("the party"), "agreement": _text("the agreement")},
        ("party", "agreement"),
        _AGREEMENT,
    ),
    "agreement_phases": Table(
        "What is said of an agreement's life, day range by day range.",
        {
            "agreement": _text("the agreement"),
            "start": _SPAN["start"],
            "end": _SPAN["end"],
            "last": _text("last day in force, as then stated; 9999-12-31 for none"),
            "suspended": _number("1 while it is suspended"),
            "terminated": _number("1 once it is terminated"),
            "notice_by": _text("last day to give notice; '' once it is terminated"),
            "look_from": _text("first day on which its end, or the notice, is near; 9999-12-31 for never"),
        },
        ("agreement", "start"),
        _AGREEMENT,
    ),
    "agreement_entries": Table(
        "The log of an agreement: what was stated of it, and from which day it holds.",
        {
            "agreement": _text("the agreement"),
            "position": _number("place in the agreement's log, from 0"),
            "on_day": _text("day from which it holds"),
            "status": _text("extended, terminated, suspended, resumed, or ''"),
            "ends": _text("last day in force from then on"),
            "note": _text("note"),
            "evidence": _text("documents that prove it"),
            "by": _text("who wrote it"),
            "recorded": _text("day on which it was written down, where later"),
            "private": _number("1 where it is not for partners"),
        },
        ("agreement", "position"),
        _AGREEMENT,
    ),
    "former_agreements": Table(
        "Old names of agreements.",
        {"former": _text("the old name"), "agreement": _text("the agreement")},
        ("former", "agreement"),
        _AGREEMENT,
    ),
    "sources": Table(
        "The documents in which an agreement stands.",
        {
            "agreement": _text("the agreement"),
            "id": _text("key of the source, '' for the agreement's own"),
            "file": _text("path of the document"),
            "url": _text("address of the document"),
            "date": _text("date of the document, as written"),
            "sha256": _text("digest of the document"),
        },
        ("agreement", "id"),
        _AGREEMENT,
    ),
    "obligations": Table(
        "Promises: who is to do what, how binding, by when, and where the text says so.",
        {
            "id": _number("number within this database, not kept from one to the next"),
            "ref": _text("agreement.obligation, the name to type"),
            "agreement": _text("the agreement"),
            "number": _text("the office's own number"),
            "title": _text("title in the register's language"),
            "titles": _text("titles by language, where there is more than one", null=True),
            "kind": _text("kind of obligation"),
            "modality": _text("obligation, best-effort, intent, permission, prohibition"),
            "bearers": _text("parties that are to do it"),
            "counterparties": _text("parties to which it is owed"),
            "owner": _text("who looks after it by its own statement, before any hand-over"),
            "due": _text("due date, as written"),
            "every": _text("length between occurrences"),
            "rrule": _text("rule of the occurrences (RFC 5545)"),
            "first": _text("first occurrence"),
            "until": _text("last day of the occurrences"),
            "within": _text("length after or before something else"),
            "after": _text("what it is reckoned from: an obligation's ref, or 'effective'"),
            "before": _text("'expires' where it is reckoned back from the agreement's end"),
            "recurs": _number("1 where it has occurrences"),
            "basis": _text("how a date was reckoned that the text doesn't state"),
            "quote": _text("the passage of the source"),
            "clause": _text("clause or article"),
            "page": _text("page of the source"),
            "source": _text("which of the agreement's sources, '' for its own"),
            "lead": _text("its own due-soon window"),
            "review": _text("its own review interval"),
            "replaces": _text("refs of the obligations that it takes over from"),
            "tags": _text("tags"),
            "notes": _text("notes"),
            "folded": _text("the ref without case and accents"),
        },
        ("id",),
        _AGREEMENT,
        clustered=False,
    ),
    "obligation_parties": Table(
        "Who bears an obligation and to whom it is owed.",
        {
            "obligation": _number("the obligation"),
            "party": _text("the party"),
            "role": _text("bearer or counterparty"),
        },
        ("obligation", "party", "role"),
        _OBLIGATION,
    ),
    "former_refs": Table(
        "Old names of obligations.",
        {"former": _text("the old name"), "obligation": _number("the obligation")},
        ("former", "obligation"),
        _OBLIGATION,
    ),
    "entries": Table(
        "The log: what was stated of an obligation, and from which day it holds.",
        {
            "obligation": _number("the obligation"),
            "position": _number("place in the obligation's log, from 0"),
            "on_day": _text("day from which it holds"),
            "status": _text("status that it states"),
            "scheduled": _text("occurrence that it is for, as written"),
            "due": _text("due date that it was postponed to, as written"),
            "agreed_with": _text("parties that agreed"),
            "note": _text("note"),
            "evidence": _text("documents that prove it"),
            "owner": _text("who looks after it from then on"),
            "dispute": _text("party that disputes it, or 'settled'"),
            "by": _text("who wrote it"),
            "recorded": _text("day on which it was written down, where later"),
            "private": _number("1 where it is not for partners"),
        },
        ("obligation", "position"),
        _OBLIGATION,
    ),
    "spans": Table(
        "The state of each obligation, day range by day range, over all time.",
        {"obligation": _number("the obligation"), "ref": _text("its ref"), **_SPAN},
        (),
        _OBLIGATION | _STATE,
        clustered=False,
    ),
    "occurrence_spans": Table(
        "The same for each occurrence of an obligation that recurs.",
        {
            "obligation": _number("the obligation"),
            **{name: column for name, column in _SPAN.items() if name not in {"missed", "entry"}},
        },
        ("obligation", "due", "scheduled", "start"),
        _OBLIGATION | _STATE,
    ),
    "turns": Table(
        "By how much the number of obligations in a state changes on a day; sums are totals.",
        {"day": _text("first day on which the change holds"), **_TURN},
        ("day", "state", "dated"),
        _STATE,
    ),
    "month_turns": Table(
        "The same, summed by month.",
        {"month": _text("year and month"), **_TURN},
        ("month", "state", "dated"),
        _STATE,
    ),
}
