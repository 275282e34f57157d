"""Put the files together: references to keys, defaults from agreements, and what can't hold at once.

Works on drafts, so that what is wrong here is found beside what is wrong in their shape; the
register's values are made at the end, of drafts that are right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tracker.core.errors import Text
from tracker.core.model import (
    EFFECTIVE,
    After,
    Agreement,
    Entry,
    Obligation,
    Party,
    Person,
    Register,
    Source,
)
from tracker.register.check.codes import Finding, KeyPath, Where
from tracker.register.circles import circles
from tracker.register.disk.paths import is_inside, is_link, joined
from tracker.register.format.shape import Shaped
from tracker.register.format.tables import Draft
from tracker.register.format.wrong import Guesses, brief
from tracker.register.partynames import PartyNames, alike

_SECTIONS: Final = ("parties", "people", "agreements", "obligations")


class Origins:
    """Which file states what: only what isn't in the register itself is written down."""

    def __init__(self) -> None:
        """Begin with everything in the register itself."""
        self._files: dict[tuple[str, str], int] = {}

    def note(self, section: str, key: str, file: int) -> None:
        """Say that the `file`-th file states it."""
        if file:
            self._files[section, key] = file

    def of(self, path: KeyPath) -> int:
        """Give the position of the file that states what stands at a key path."""
        if not self._files or len(path) < 2:  # noqa: PLR2004 - a section and a name
            return 0
        section, key = str(path[0]), str(path[1])
        if section == "obligations" and len(path) > 2:  # noqa: PLR2004 - and the agreement's name
            key = f"{key}.{path[2]}"
        return self._files.get((section, key), 0)


def ref_path(ref: str) -> KeyPath:
    """Give the key path of an obligation."""
    return ("obligations", *ref.split(".", 1))


class Links:
    """Resolves the references of several files' drafts; `findings` tells what is wrong."""

    def __init__(self, files: Sequence[Shaped], folders: Sequence[str], where: Where) -> None:
        """Take the files, the register itself first, and the folder of each, relative to the register's."""
        self._where = where
        self._folders = folders
        self.findings: list[Finding] = []
        self._guesses = Guesses()
        self.origins = Origins()
        self._merged: dict[str, dict[str, Draft]] = {section: {} for section in _SECTIONS}
        for number, shaped in enumerate(files):
            for section in _SECTIONS:
                self._merge(section, getattr(shaped, section), number)
        self._settings = files[0].settings
        self._parties, self._people = self._merged["parties"], self._merged["people"]
        self._agreements, self._obligations = self._merged["agreements"], self._merged["obligations"]
        self._names = PartyNames(self._parties)
        self._owners = {
            alike(name): id_ for id_, person in self._people.items() for name in person["name"].values()
        } | {alike(id_): id_ for id_ in self._people}
        self._former: dict[str, str] = {}
        self._former_agreements: dict[str, str] = {}
        self._resolve()

    def _say(self, path: KeyPath, code: str, text: Text) -> None:
        self.findings.append(Finding(self.origins.of(path), path, code, text))

    def _at(self, path: KeyPath) -> str:
        return self._where(self.origins.of(path), path)

    def _merge(self, section: str, drafts: Mapping[str, Draft], number: int) -> None:
        merged = self._merged[section]
        if not number:
            merged.update(drafts)
            return
        for key, draft in drafts.items():
            path = ref_path(key) if section == "obligations" else (section, key)
            if key in merged:
                said = Text(
                    "{name} is stated before, in {place}; keep one of the two",
                    {"name": key, "place": self._at(path)},
                )
                self.findings.append(Finding(number, path, "E401", said))
            else:
                merged[key] = draft
                self.origins.note(section, key, number)

    def _resolve(self) -> None:
        for clash in self._names.clashes:
            said = Text(
                "{name!r} already means the party {other}; delete one of the two names",
                {"name": brief(clash.name), "other": clash.other},
            )
            self._say(clash.path, "E402", said)
        self._settings = self._settings._replace(us=self._names.ids_of(self._settings.us))
        for party in self._parties.values():
            if "members" in party:
                party["members"] = self._names.ids_of(party["members"])
        self._resolve_former()
        for id_, draft in self._agreements.items():
            self._agreement(id_, draft)
        missing: dict[tuple[int, str], KeyPath] = {}
        numbers: dict[str, str] = {}
        for ref, draft in self._obligations.items():
            self._obligation(ref, draft, missing)
            number = draft.get("number")
            if number and numbers.setdefault(number, ref) != ref:
                said = Text(
                    "the number {number!r} is that of {other} too; change one of them",
                    {"number": brief(number), "other": numbers[number]},
                )
                self._say((*ref_path(ref), "number"), "E403", said)
        for draft in self._obligations.values():  # once each party is known, wherever it is named first
            if "log" in draft:
                draft["log"] = tuple(map(self._entry, draft["log"]))
        for (_, agreement), path in missing.items():
            self._missing(agreement, path)
        self._circles()

    def _missing(self, agreement: str, path: KeyPath) -> None:
        near = self._guesses.nearest(agreement, self._agreements)
        said = Text("there is no agreement {name}; add [agreements.{name}]", {"name": agreement})
        if near:
            said = Text(
                "there is no agreement {name}; did you mean {near}?", {"name": agreement, "near": near}
            )
        self._say(path, "E301", said)

    def _resolve_former(self) -> None:
        for drafts, former in (
            (self._agreements, self._former_agreements),
            (self._obligations, self._former),
        ):
            for key, draft in drafts.items():
                for position, old in enumerate(draft.get("formerly", ())):
                    other = old if old in drafts else former.setdefault(old, key)
                    if other != key or old in drafts:
                        own: KeyPath = ref_path(key) if drafts is self._obligations else ("agreements", key)
                        said = Text(
                            "{old} can't be a former name here: {other} has it; delete it in one place",
                            {"old": old, "other": other},
                        )
                        self._say((*own, "formerly", position), "E404", said)

    def _owner(self, name: str) -> str:
        return self._owners.get(alike(name), name) if name not in self._people else name

    def _agreement(self, id_: str, draft: Draft) -> None:
        path = ("agreements", id_)
        if "parties" in draft:
            draft["parties"] = self._names.ids_of(draft["parties"])
        if "owner" in draft:
            draft["owner"] = self._owner(draft["owner"])
        folder = self._folders[self.origins.of(path)]
        sources: dict[str, Source] = draft["sources"]
        for name, source in sources.items():
            if source.file:
                at = (*path, "sources", name, "file") if name else (*path, "source")
                sources[name] = source._replace(file=self._file(source.file, folder, at))

    def _file(self, stated: str, folder: str, at: KeyPath) -> str:
        if is_link(stated):
            said = Text(
                "{path!r} is a link, and source names a file; "
                "write url = … under [agreements.{name}.sources.web]",
                {"path": brief(stated), "name": at[1]},
            )
            self._say(at, "E304", said)
            return stated
        file = joined(folder, stated)
        if not self._settings.allow_outside and not is_inside(file):
            said = Text(
                "{path!r} lies outside the register's folder; move the file there, "
                "or set settings.allow_outside = true",
                {"path": brief(stated)},
            )
            self._say(at, "E304", said)
        return file

    def _obligation(self, ref: str, draft: Draft, missing: dict[tuple[int, str], KeyPath]) -> None:
        agreement = self._agreements.get(draft["agreement"])
        if agreement is None:
            missing.setdefault((self.origins.of(ref_path(ref)), draft["agreement"]), ref_path(ref))
        if "bearers" in draft:
            draft["bearers"] = self._names.ids_of(draft["bearers"])
        elif agreement is not None:
            draft["bearers"] = agreement.get("parties", ())
        if "counterparties" in draft:
            draft["counterparties"] = self._names.ids_of(draft["counterparties"])
        if "owner" in draft:
            draft["owner"] = self._owner(draft["owner"])
        source = draft.get("source", "")
        if source and agreement is not None and source not in agreement["sources"]:
            self._unknown_source(ref, source, agreement)
        time = draft.get("time")
        if type(time) is After and time.after != EFFECTIVE:
            draft["time"] = After(time.within, self._ref(time.after, (*ref_path(ref), "after")))
        if "replaces" in draft:
            path = (*ref_path(ref), "replaces")
            draft["replaces"] = tuple(self._ref(old, path) for old in draft["replaces"])

    def _unknown_source(self, ref: str, source: str, agreement: Draft) -> None:
        known = [name for name in agreement["sources"] if name]
        if near := self._guesses.nearest(source, known):
            said = Text(
                "there is no source {name!r}; did you mean {near}?", {"name": brief(source), "near": near}
            )
        else:
            said = Text(
                "there is no source {name!r}; add [agreements.{agreement}.sources.NAME], or delete the line",
                {"name": brief(source), "agreement": agreement["id"]},
            )
        self._say((*ref_path(ref), "source"), "E303", said)

    def _ref(self, stated: str, path: KeyPath) -> str:
        if stated in self._obligations:
            return stated
        if stated in self._former:
            return self._former[stated]
        agreement, _, name = stated.partition(".")
        present = f"{self._former_agreements.get(agreement, agreement)}.{name}"
        if present in self._obligations:
            return present
        if near := self._guesses.nearest(stated, self._obligations):
            said = Text("there is no obligation {ref}; did you mean {near}?", {"ref": stated, "near": near})
        else:
            said = Text("there is no obligation {ref}; tracker list shows them all", {"ref": stated})
        self._say(path, "E302", said)
        return stated

    def _entry(self, entry: Entry) -> Entry:
        if not (entry.owner or entry.dispute or entry.agreed_with):
            return entry
        return entry._replace(
            owner=self._owner(entry.owner),
            dispute=(entry.dispute and self._names.known(entry.dispute)) or entry.dispute,
            agreed_with=tuple(self._names.known(name) or name for name in entry.agreed_with),
        )

    def _circles(self) -> None:
        after = {
            ref: (draft["time"].after,)
            for ref, draft in self._obligations.items()
            if type(draft.get("time")) is After
        }
        replaced = {ref: draft["replaces"] for ref, draft in self._obligations.items() if "replaces" in draft}
        members = {id_: draft["members"] for id_, draft in self._parties.items() if "members" in draft}
        for circle in circles(after):
            said = Text(
                "these wait for each other in a circle: {circle}; cut it at one of them", {"circle": circle}
            )
            self._say((*ref_path(circle.names[0]), "after"), "E405", said)
        for circle in circles(replaced):
            said = Text(
                "these replace each other in a circle: {circle}; cut it at one of them", {"circle": circle}
            )
            self._say((*ref_path(circle.names[0]), "replaces"), "E406", said)
        for circle in circles(members):
            said = Text(
                "these groups are members of each other: {circle}; cut it at one of them", {"circle": circle}
            )
            self._say(("parties", circle.names[0], "members"), "E408", said)

    def register(self) -> Register:
        """Make the register's values; only where nothing is wrong."""
        parties = {id_: Party(**draft) for id_, draft in self._parties.items()}
        parties.update((name, Party(id=name, name={"": name})) for name in self._names.implicit)
        return Register(
            settings=self._settings,
            parties=parties,
            people={id_: Person(**draft) for id_, draft in self._people.items()},
            agreements={id_: Agreement(**draft) for id_, draft in self._agreements.items()},
            obligations={ref: Obligation(**draft) for ref, draft in self._obligations.items()},
        )
