"""The phrases that the parts of a report share, in the reader's language."""

from __future__ import annotations

import re
from typing import Final

from tracker.core.report import PARTNER, Report
from tracker.core.rows import LogLine, Row
from tracker.core.sides import JOINT, THEY, WE, side
from tracker.views import safe
from tracker.views.columns import RECKONED
from tracker.views.reasons import moved_from, reckoned
from tracker.views.report.page import Item
from tracker.views.wording import Wording

ISOLATE: Final = "\u2068"
END: Final = "\u2069"
"""What surrounds a stretch whose direction is its own (Unicode Standard Annex #9)."""

_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT: Final = re.compile(f"[{_RIGHT}]")
_LEFT_TO_RIGHT: Final = re.compile(f"(?=\\w)[^\\W\\d_{_RIGHT}]")
_SHORT: Final = 150
"""Signs of a quote that are shown."""


def party(key: str, report: Report, wording: Wording) -> str:
    """Name a party by its key, an acronym; by its name in Arabic, and where the key is none."""
    if wording.right_to_left or key.islower():
        return report.party_names.get(key, key)
    return key


class Words:
    """A report's phrases: what comes from the register is made safe and set in its direction."""

    def __init__(self, report: Report, wording: Wording) -> None:
        """Take the report and the words."""
        self.report = report
        self.wording = wording
        self.partner = report.asked.audience == PARTNER
        self._against = _LEFT_TO_RIGHT if wording.right_to_left else _RIGHT_TO_LEFT

    def data(self, text: str) -> str:
        """Give a text of the register, on one line, its direction kept apart where it is another."""
        shown = safe.line(text)
        return f"{ISOLATE}{shown}{END}" if self._against.search(shown) else shown

    def date(self, iso: str) -> str:
        """Write a date in words; what is less precise as far as it goes."""
        return self.data(self.wording.date(iso))

    def names(self, parties: tuple[str, ...]) -> str:
        """Name parties, in Arabic with a conjunction before the last of them."""
        named = tuple(map(self.party, parties))
        if self.wording.right_to_left and len(named) > 1:
            return f"{self.wording.listed(named[:-1])} \u0648{named[-1]}"
        return self.wording.listed(named)

    def party(self, key: str) -> str:
        """Name a party."""
        return self.data(party(key, self.report, self.wording))

    def person(self, key: str) -> str:
        """Name who looks after something."""
        return self.data(self.report.people_names.get(key, key))

    def agreement(self, key: str) -> str:
        """Give an agreement's title."""
        return self.data(self.report.agreement_titles.get(key, key))

    def owes(self, row: Row) -> str:
        """Say who owes."""
        parties = self.names(row.bearers)
        match "" if self.partner else side(row.bearers, self.report.us):
            case s if s == WE:
                return self.wording.say("owed by us")
            case s if s == THEY:
                return self.wording.say("owed to us by {parties}", parties=parties)
            case s if s == JOINT:
                return self.wording.say("owed jointly by {parties}", parties=parties)
        return self.wording.say("owed by {parties}", parties=parties)

    def due(self, row: Row) -> str:
        """Say when it is due, marked where the office reckoned the date."""
        day = self.date(row.due_text or row.due) + (RECKONED if reckoned(row) else "")
        if before := moved_from(row):
            return self.wording.say("due {day}, moved from {scheduled}", day=day, scheduled=self.date(before))
        return self.wording.say("due {day}", day=day)

    def owner(self, row: Row) -> list[str]:
        """Say who looks after it, or that nobody does where others are looked after; nothing to a partner."""
        if self.partner:
            return []
        if row.owner:
            return [self.wording.say("looked after by {owner}", owner=self.person(row.owner))]
        decided = self.report.decisions
        if decided.unowned.total == decided.open_count:
            return []
        return [self.wording.say("nobody looks after it")]

    def quote(self, row: Row, *, whole: bool = False) -> str:
        """Quote the clause, in short or whole; on a page from right to left its direction is its own."""
        text = " ".join(safe.line(row.quote).split())
        if not text:
            return ""
        if len(text) > _SHORT and not whole:
            text = text[:_SHORT].rpartition(" ")[0].rstrip(" ,;:.") + " …"
        if self.wording.right_to_left or self._against.search(text):
            text = f"{ISOLATE}{text}{END}"
        return self.wording.quoted(text)

    def item(self, row: Row, facts: list[str], lead: str = "", *, quoted: bool = False) -> Item:
        """Make an item of a row: under its title its agreement, then the facts."""
        return Item(
            title=self.data(row.title),
            lead=lead,
            facts=(self.agreement(row.agreement), *facts),
            quote=self.quote(row) if quoted else "",
            ref=safe.line(row.ref),
            agreement=safe.line(row.agreement),
            state=row.state,
        )

    def proof(self, entry: LogLine, later: tuple[str, ...] | None = None) -> list[str]:
        """Say what proves an entry, itself or `later`, and what was noted.

        That nothing proves it is said where `later` is given and empty.
        """
        facts = []
        if evidence := entry.evidence or later:
            documents = self.data(", ".join(evidence))
            facts.append(self.wording.say("evidence: {documents}", documents=documents))
        elif later is not None and not self.partner:
            facts.append(self.wording.say("without evidence"))
        if entry.note:
            facts.append(self.data(" ".join(entry.note.split())))
        return facts

    def recorded(self, entry: LogLine) -> list[str]:
        """Say when it was written down, where that was later."""
        if entry.recorded > entry.on:
            return [self.wording.say("recorded on {day}", day=self.date(entry.recorded))]
        return []

    def end(self, day: str, *, renews: bool, unless: bool = False) -> str:
        """Say what becomes of an agreement on its last day; `unless` notice is given, as was just said."""
        if not renews:
            return self.wording.say("ends on {day}", day=self.date(day))
        if unless:
            return self.wording.say("or it renews itself after {day}", day=self.date(day))
        return self.wording.say("renews itself after {day}", day=self.date(day))

    def more(self, rest: int) -> str:
        """Say how many more there are; '' for none."""
        return self.wording.count("and {n} more", "and {n} more", rest) if rest > 0 else ""

    def away(self, days: int) -> str:
        """Say how far a day to come is."""
        return self.wording.count("in {n} day", "in {n} days", days) if days else self.wording.say("today")
