"""Check what a file states against the table of fields, and read its values.

What comes out are drafts: values under the model's names, with references as they were written.
Everything that is wrong is gathered with its key path; nothing is raised.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from tracker.core.errors import Text
from tracker.core.model import AgreementEntry, Entry, Settings, Source
from tracker.core.vocabulary import KINDS
from tracker.register.check.codes import Finding, KeyPath
from tracker.register.format import fields
from tracker.register.format.fields import TIME_KEYS
from tracker.register.format.tables import Draft, Findings, ready
from tracker.register.format.timing import time_rule
from tracker.register.format.values import read_text
from tracker.register.format.wrong import Wrong, brief
from tracker.register.format.zones import city_zone

_REGISTER: Final = ready(fields.REGISTER)
_SETTINGS: Final = ready(fields.SETTINGS)
_PARTY: Final = ready(fields.PARTY)
_PERSON: Final = ready(fields.PERSON)
_SOURCE: Final = ready(fields.SOURCE)
_AGREEMENT: Final = ready(fields.AGREEMENT)
_AGREEMENT_ENTRY: Final = ready(fields.AGREEMENT_ENTRY)
_OBLIGATION: Final = ready(fields.OBLIGATION)
_ENTRY: Final = ready(fields.ENTRY)
_ONLY_REGISTER: Final = ("include", "settings")


class Shaped(NamedTuple):
    """What one file states, by its names; obligations by their refs."""

    include: tuple[str, ...]
    settings: Settings
    parties: dict[str, Draft]
    people: dict[str, Draft]
    agreements: dict[str, Draft]
    obligations: dict[str, Draft]
    findings: list[Finding]


def shape(raw: Mapping[str, Any], file: int = 0, kinds: tuple[str, ...] = ()) -> Shaped:
    """Read what a parser gave of the `file`-th file (0: the register itself).

    `kinds` are those that the register's settings add.
    """
    return _Shaper(file, kinds).shape(raw)


class _Shaper:
    """Goes through one file."""

    def __init__(self, file: int, kinds: tuple[str, ...]) -> None:
        self._findings = Findings(file)
        self._say = self._findings.say
        self._table = self._findings.table
        self._kinds = frozenset((*KINDS, *kinds))
        self._parties: dict[str, Draft] = {}
        self._people: dict[str, Draft] = {}
        self._agreements: dict[str, Draft] = {}
        self._obligations: dict[str, Draft] = {}

    def shape(self, raw: Mapping[str, Any]) -> Shaped:
        include = self._table(_REGISTER, raw, ()).get("include", ())
        settings = self._settings(raw.get("settings", {}))
        if self._findings.file:
            for key in _ONLY_REGISTER:
                if key in raw:
                    said = Text("only the register itself can have {key}; move it there", {"key": key})
                    self._say((key,), "E109", said)
        named = self._findings.named
        named(raw.get("parties", {}), ("parties",), self._party)
        named(raw.get("people", {}), ("people",), self._person)
        named(raw.get("agreements", {}), ("agreements",), self._agreement)
        named(raw.get("obligations", {}), ("obligations",), self._of_agreement)
        return Shaped(
            include,
            settings,
            self._parties,
            self._people,
            self._agreements,
            self._obligations,
            self._findings.found,
        )

    def _settings(self, raw: object) -> Settings:
        if not self._findings.is_table(raw, ("settings",)):
            return Settings()
        assert isinstance(raw, dict)  # noqa: S101 - for the type checker
        settings = Settings(**self._table(_SETTINGS, raw, ("settings",)))
        self._kinds |= frozenset(settings.kinds)
        zone = raw.get("timezone")
        if type(zone) is str and city_zone(zone):
            said = Text(
                "{name!r} is not in the list of time zones and is taken as {zone}; write that",
                {"name": brief(zone), "zone": settings.timezone},
            )
            self._say(("settings", "timezone"), "W502", said)
        return settings

    def _party(self, key: str, raw: Mapping[str, Any], path: KeyPath) -> None:
        self._parties[key] = {"id": key, "name": {"": key}, **self._table(_PARTY, raw, path)}

    def _person(self, key: str, raw: Mapping[str, Any], path: KeyPath) -> None:
        self._people[key] = {"id": key, "name": {"": key}, **self._table(_PERSON, raw, path)}

    def _agreement(self, key: str, raw: Mapping[str, Any], path: KeyPath) -> None:
        read = self._table(_AGREEMENT, raw, path)
        draft: Draft = {"id": key, "kind": "agreement", "text": "", **read}
        if draft.get("parties") == ():
            self._say((*path, "parties"), "E209", Text("nobody is named here; write the agreement's parties"))
        if "date" in draft:
            draft.setdefault("effective", draft["date"])
        if (
            "effective" in draft
            and "expires" in draft
            and draft["expires"].latest < draft["effective"].earliest
        ):
            said = Text("the agreement ends before it begins; correct expires, effective or date")
            self._say((*path, "expires"), "E210", said)
        for depending in ("renews", "notice"):
            if depending in raw and "expires" not in raw:
                said = Text(
                    "{key} goes with {owner}; add that, or delete {key}",
                    {"key": depending, "owner": "expires"},
                )
                self._say((*path, depending), "E210", said)
        sources: dict[str, Source] = {}
        if own := draft.pop("source", ""):
            sources[""] = Source(id="", file=own)

        def source(name: str, table: Mapping[str, Any], at: KeyPath) -> None:
            sources[name] = Source(id=name, **self._table(_SOURCE, table, at))
            if "file" not in table and "url" not in table:
                self._say(at, "E203", Text("the source has neither file nor url; add one of them"))

        self._findings.named(raw.get("sources", {}), (*path, "sources"), source)
        draft["sources"] = sources
        if "log" in raw:
            draft["log"] = self._findings.entries(raw["log"], (*path, "log"), self._agreement_entry)
        self._agreements[key] = draft

    def _agreement_entry(self, raw: Mapping[str, Any], path: KeyPath) -> AgreementEntry | None:
        values = self._table(_AGREEMENT_ENTRY, raw, path)
        status = raw.get("status")
        if status == "extended" and "ends" not in raw:
            said = Text("extended needs the new last day beside it: ends = 2030-12-31")
            self._say((*path, "status"), "E203", said)
        if "ends" in raw and status not in ("extended", "terminated"):
            said = Text("ends goes with status extended or terminated; add one of them, or delete ends")
            self._say((*path, "ends"), "E210", said)
        return AgreementEntry(**values) if "on" in values else None

    def _of_agreement(self, agreement: str, raw: Mapping[str, Any], path: KeyPath) -> None:
        def read(name: str, table: Mapping[str, Any], at: KeyPath) -> None:
            self._obligation(f"{agreement}.{name}", agreement, table, at)

        self._findings.named(raw, path, read)

    def _obligation(self, ref: str, agreement: str, raw: Mapping[str, Any], path: KeyPath) -> None:
        draft = self._table(_OBLIGATION, raw, path)
        draft["ref"] = ref
        draft["agreement"] = agreement
        if "kind" in raw:
            self._kind(raw["kind"], draft, path)
        if draft.get("bearers") == ():
            said = Text("nobody is named here; write who is to do it, or delete the line for all parties")
            self._say((*path, "bearers"), "E209", said)
        if not TIME_KEYS.isdisjoint(raw):
            draft["time"] = time_rule(raw, draft, path, self._findings)
        if "log" in raw:
            draft["log"] = self._findings.entries(raw["log"], (*path, "log"), self._entry)
        self._obligations[ref] = draft

    def _kind(self, kind: object, draft: Draft, path: KeyPath) -> None:
        if type(kind) is str and kind in self._kinds:
            draft["kind"] = kind
            return
        try:
            word = read_text(kind)
        except Wrong as wrong:
            self._say((*path, "kind"), wrong.code, wrong.text)
            return
        said = Text(
            "{word!r} is not a kind of obligation; write {known}, or add it to settings.kinds",
            {"word": brief(word), "known": ", ".join(sorted(self._kinds))},
        )
        if near := self._findings.guesses.nearest(word, self._kinds):
            said = Text(
                "{word!r} is not a kind of obligation; did you mean {near}? settings.kinds adds further ones",
                {"word": brief(word), "near": near},
            )
        self._say((*path, "kind"), "E204", said)

    def _entry(self, raw: Mapping[str, Any], path: KeyPath) -> Entry | None:
        values = self._table(_ENTRY, raw, path)
        if raw.get("status") == "postponed":
            if "due" not in raw:
                said = Text("postponed needs the new date beside it: due = 2026-09-30")
                self._say((*path, "status"), "E203", said)
        elif "due" in raw:
            said = Text("due goes with status postponed; the date that an entry is about is called for")
            self._say((*path, "due"), "E210", said)
        return Entry(**values) if "on" in values else None
