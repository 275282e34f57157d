"""Registers for tests of the projection: one with some of everything, and random ones for Hypothesis."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from hypothesis import strategies as st

from tracker.core.dates import on_day, parse_period
from tracker.core.durations import parse_duration
from tracker.core.model import (
    After,
    Agreement,
    AgreementEntry,
    Before,
    Entry,
    Every,
    Fixed,
    Obligation,
    Party,
    Person,
    Register,
    Rule,
    Settings,
    Source,
)
from tracker.core.timelines import timelines
from tracker.core.vocabulary import KINDS, MODALITIES, STATUSES
from tracker.store.database import memory
from tracker.store.freshness import Seen
from tracker.store.projection import rebuild

HORIZON = date(2028, 12, 31)
DAY = date(2026, 11, 21)
FILES = [Seen("/register/commitments.toml", 1, 2, 3, 4, "digest", 5)]


def entry(on: str, status: str = "", *, scheduled: str = "", due: str = "", **more: object) -> Entry:
    return Entry(
        on=date.fromisoformat(on),
        status=status,
        scheduled=parse_period(scheduled) if scheduled else None,
        due=parse_period(due) if due else None,
        **more,  # type: ignore[arg-type]
    )


def register(*obligations: Obligation, **settings: object) -> Register:
    """Make the register with some of everything, and further obligations."""
    parties = [
        Party(id="OIM", name={"en": "International Organization for Migration"}, aliases=("IOM",)),
        Party(
            id="OCI",
            name={"fr": "Organisation de la coopération islamique", "ar": "منظمة التعاون الإسلامي"},
            aliases=("OIC",),
        ),
        Party(id="Maroc", name={"en": "Morocco", "fr": "Maroc"}, aliases=('The "Kingdom"',)),
        Party(id="Champions", name={"en": "Champion countries"}, members=("Maroc",)),
        Party(id="Group", name={"": "All"}, members=("Champions",)),
    ]
    agreements = [
        Agreement(
            id="oim-oci",
            title={"en": "Action plan", "fr": "Plan d'action"},
            kind="action-plan",
            text="press",
            parties=("OIM", "OCI"),
            date=parse_period("2025-06-21"),
            effective=parse_period("2025-06-21"),
            expires=parse_period("2027-12-31"),
            notice=parse_duration("6 months"),
            formerly=("plan-2025",),
            sources={"": Source(id="", file="seeds/1.txt"), "fr": Source(id="fr", url="https://example.org")},
        ),
        Agreement(
            id="champions",
            title={"fr": "Dialogue", "ar": "حوار"},
            kind="meeting",
            text="minutes",
            parties=("Champions",),
            date=parse_period("2023-01"),
            effective=parse_period("2023-03-01"),
            renews=parse_duration("2 years"),
            expires=parse_period("2024-12-31"),
            log=(AgreementEntry(on=date(2026, 1, 1), status="suspended"),),
        ),
        Agreement(
            id="later",
            title={"": "Protocol"},
            kind="protocol",
            text="signed",
            parties=("OIM", "Maroc"),
            date=parse_period("2026-10-01"),
            effective=parse_period("2026-12-01"),
        ),
    ]
    stated = [
        Obligation(
            ref="oim-oci.half-yearly-meetings",
            agreement="oim-oci",
            title={"en": "Half-yearly meetings", "fr": "Réunions semestrielles"},
            kind="joint-meeting",
            bearers=("OIM", "OCI"),
            number="4.2",
            time=Every(parse_duration("6 months"), date(2025, 12, 21), None),
            basis="effective + 6 months",
            owner="desk",
            quote="par le biais de réunions semestrielles",
            formerly=("plan-2025.meetings",),
            log=(entry("2025-12-18", "done", scheduled="2025-12-21", evidence=("minutes.pdf",), by="AB"),),
        ),
        Obligation(
            ref="oim-oci.report",
            agreement="oim-oci",
            title={"": "Report of each meeting"},
            kind="reporting",
            bearers=("OCI",),
            counterparties=("OIM",),
            number="4.3",
            time=After(parse_duration("1 month"), "oim-oci.half-yearly-meetings"),
        ),
        Obligation(
            ref="oim-oci.coordination",
            agreement="oim-oci",
            title={"en": "Coordination"},
            bearers=("OIM", "OCI"),
            owner="desk",
            log=(
                entry("2026-09-01", "in-progress", owner="other", agreed_with=("OCI",), note="Went on"),
                entry("2026-10-01", dispute="OCI", note="They disagree", private=True),
                entry("2027-01-01", "done"),
            ),
        ),
        Obligation(
            ref="oim-oci.renewal",
            agreement="oim-oci",
            title={"en": "Decide on a renewal"},
            bearers=("OIM", "OCI"),
            time=Before(parse_duration("1 year")),
            lead=parse_duration("60 days"),
        ),
        Obligation(
            ref="oim-oci.study",
            agreement="oim-oci",
            title={"en": "A study"},
            modality="best-effort",
            kind="funding",
            bearers=("OIM",),
            time=Fixed(parse_period("2026-Q1")),
            clause="Art. 3",
            page="7",
            source="fr",
            notes="Étude préliminaire",
            tags=("money", "2026"),
            review=parse_duration("3 months"),
        ),
        Obligation(
            ref="oim-oci.plan",
            agreement="oim-oci",
            title={"en": "A plan"},
            bearers=('The "Kingdom"',),
            time=Fixed(parse_period("2026-05")),
            log=(entry("2026-06-15", "in-progress"),),
        ),
        Obligation(
            ref="champions.review",
            agreement="champions",
            title={"fr": "Revue régionale", "ar": "مراجعة"},
            bearers=("Champions",),
            time=Fixed(parse_period("2024")),
        ),
        Obligation(
            ref="champions.hub",
            agreement="champions",
            title={"fr": "Plateforme"},
            modality="permission",
            bearers=("Champions",),
            time=Rule("FREQ=YEARLY", date(2023, 6, 1), date(2025, 6, 1)),
        ),
        Obligation(
            ref="later.first-step",
            agreement="later",
            title={"": "First step"},
            bearers=("OIM", "Maroc"),
            time=After(parse_duration("2 weeks"), "effective"),
            replaces=("champions.review",),
        ),
        *obligations,
    ]
    return Register(
        settings=Settings(**{"title": "Desk", "us": ("OIM",), "kinds": ("visit",)} | settings),  # type: ignore[arg-type]
        parties={party.id: party for party in parties},
        people={
            "desk": Person(id="desk", name={"en": "The desk"}),
            "other": Person(id="other", name={"": "O"}),
        },
        agreements={agreement.id: agreement for agreement in agreements},
        obligations={obligation.ref: obligation for obligation in stated},
    )


def project(
    stated: Register, connection: sqlite3.Connection | None = None, **more: object
) -> sqlite3.Connection:
    """Build the projection of a register, in memory if no database is given."""
    connection = connection or memory()
    found = timelines(stated, horizon=HORIZON, known_at=more.get("known_at"))  # type: ignore[arg-type]
    rebuild(connection, stated, found, FILES, horizon=HORIZON, **more)  # type: ignore[arg-type]
    return connection


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Give all lines of all tables, with refs in the place of the numbers of obligations."""
    refs = dict(connection.execute("SELECT id, ref FROM obligations"))
    found: dict[str, list[tuple[object, ...]]] = {}
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
    ).fetchall()
    for (table,) in tables:
        cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the names are our own
        names = [column[0] for column in cursor.description]
        numbers = {
            place
            for place, name in enumerate(names)
            if name == "obligation" or (table, name) == ("obligations", "id")
        }
        found[table] = sorted(
            (
                tuple(refs[value] if place in numbers else value for place, value in enumerate(line))
                for line in cursor
            ),
            key=repr,
        )
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)")
    words = connection.execute("SELECT term, doc, offset FROM temp.words").fetchall()
    connection.execute("DROP TABLE temp.words")
    found["words"] = sorted((term, refs[doc], offset) for term, doc, offset in words)
    return found


_DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
_NAMES = st.sampled_from(["half-yearly meeting", "Réunion annuelle", "report", "étude", "border report"])
_PARTIES = st.lists(st.sampled_from(["P", "Q", "R"]), min_size=1, max_size=2, unique=True).map(tuple)


@st.composite
def _entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    log = []
    for _ in range(draw(st.integers(0, 3))):
        status = draw(st.sampled_from(["", *STATUSES]))
        log.append(
            Entry(
                on=draw(_DAYS),
                status=status,
                due=on_day(draw(_DAYS)) if status == "postponed" else None,
                owner=draw(st.sampled_from(["", "desk", "other"])),
                note=draw(_NAMES),
                dispute=draw(st.sampled_from(["", "Q", "settled"])),
            )
        )
    return tuple(log)


@st.composite
def obligations(draw: st.DrawFn, ref: str) -> Obligation:
    """Draw an obligation; the last of an agreement may wait for its first."""
    agreement, _, own = ref.partition(".")
    step = st.sampled_from([parse_duration("6 months"), parse_duration("1 year"), parse_duration("40 days")])
    time = draw(
        st.one_of(
            st.none(),
            _DAYS.map(lambda day: Fixed(on_day(day))),
            st.builds(Every, step, _DAYS, st.one_of(st.none(), st.just(date(2026, 6, 30)))),
            st.builds(Before, step),
            st.builds(After, step, st.just(f"{agreement}.p0" if own == "p2" else "effective")),
        )
    )
    return Obligation(
        ref=ref,
        agreement=agreement,
        title=draw(
            st.one_of(
                st.builds(lambda a: {"": a}, _NAMES),
                st.builds(lambda a, b: {"en": a, "fr": b}, _NAMES, _NAMES),
            )
        ),
        kind=draw(st.sampled_from(KINDS[:4])),
        modality=draw(st.sampled_from(MODALITIES)),
        bearers=draw(_PARTIES),
        counterparties=draw(st.one_of(st.just(()), _PARTIES)),
        number=draw(st.sampled_from(["", "1", "2.1"])),
        time=time,
        owner=draw(st.sampled_from(["", "desk"])),
        formerly=draw(st.sampled_from([(), ("old.one",)])),
        quote=draw(_NAMES),
        log=draw(_entries()),
    )


@st.composite
def agreements(draw: st.DrawFn, ident: str) -> Agreement:
    """Draw an agreement."""
    begins = draw(st.dates(date(2024, 1, 1), date(2025, 6, 30)))
    ends = draw(st.one_of(st.none(), st.dates(date(2025, 7, 1), date(2027, 12, 31))))
    log: tuple[AgreementEntry, ...] = ()
    if draw(st.booleans()):
        status = draw(st.sampled_from(["suspended", "terminated", "extended"]))
        log = (AgreementEntry(on=draw(_DAYS), status=status, ends=draw(st.one_of(st.none(), _DAYS))),)
    return Agreement(
        owner=draw(st.sampled_from(["", "head"])),
        id=ident,
        title={"en": ident.upper(), "fr": ident},
        kind="mou",
        text="signed",
        parties=draw(_PARTIES),
        date=on_day(begins),
        effective=on_day(begins + timedelta(draw(st.integers(0, 60)))),
        expires=on_day(ends) if ends else None,
        notice=draw(st.one_of(st.none(), st.just(parse_duration("3 months")))),
        formerly=draw(st.sampled_from([(), ("before",)])),
        log=log,
    )


REFS = [f"{agreement}.p{n}" for agreement in ("a", "b") for n in range(3)]


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Draw a register of two agreements with three obligations each."""
    names = ["P", "Q", "R", "G"]
    return Register(
        settings=Settings(language=draw(st.sampled_from(["en", "fr"]))),
        parties={
            name: Party(id=name, name={"en": f"Party {name}"}, members=("P",) if name == "G" else ())
            for name in names
        },
        people={"desk": Person(id="desk", name={"": "Desk"})},
        agreements={ident: draw(agreements(ident)) for ident in ("a", "b")},
        obligations={ref: draw(obligations(ref)) for ref in REFS},
    )


@st.composite
def edits(draw: st.DrawFn) -> tuple[Register, Register, set[str], set[str]]:
    """Draw a register, what it becomes, and which obligations and agreements that changes."""
    before = draw(registers())
    kept = dict(before.obligations)
    touched = draw(st.sets(st.sampled_from([ref for ref in REFS if not ref.endswith("p0")]), max_size=3))
    for ref in sorted(touched):
        if draw(st.booleans()) or ref not in kept:
            kept[ref] = draw(obligations(ref))
        else:
            del kept[ref]
    if draw(st.booleans()):
        kept["a.new"] = draw(obligations("a.new"))
        touched.add("a.new")
    held = dict(before.agreements)
    changed = draw(st.sets(st.sampled_from(["a", "b"]), max_size=1))
    for ident in changed:
        held[ident] = draw(agreements(ident))
        touched.update(ref for ref in {*kept, *before.obligations} if ref.startswith(f"{ident}."))
    if draw(st.booleans()):
        for ident in ("a", "b"):
            first = f"{ident}.p0"
            kept[first] = draw(obligations(first))
            touched.update({first, f"{ident}.p2"})
    return before, before._replace(obligations=kept, agreements=held), touched, changed
