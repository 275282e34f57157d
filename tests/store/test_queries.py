"""Rows against what the timelines say, evaluated without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import oracle
from tests.store.registers import DAY, HORIZON, dump, entry, project, register, registers
from tracker.core.dates import on_day
from tracker.core.model import Fixed, Obligation, Register
from tracker.core.rows import Filter, Row
from tracker.core.vocabulary import STATES
from tracker.store import queries
from tracker.store.columns import listed
from tracker.store.counting import count
from tracker.store.database import claim
from tracker.store.details import detail
from tracker.store.picture import picture
from tracker.store.turns import totals

STATED = register()
ASKED = project(STATED)
DAYS = [date(2023, 1, 1), date(2024, 12, 31), date(2025, 12, 21), DAY, date(2026, 12, 1), date(2027, 2, 1)]


def found(day: date = DAY, wanted: Filter = queries.EVERYTHING, **more: object) -> list[Row]:
    return list(queries.rows(ASKED, day, wanted, **more))  # type: ignore[arg-type]


def refs(wanted: Filter, day: date = DAY) -> list[str]:
    return sorted(row.ref.partition(".")[2] for row in found(day, wanted))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("language", ["", "en", "fr", "ar"])
def test_rows_are_what_the_timelines_say_in_order(day: date, language: str) -> None:
    assert found(day, language=language) == oracle.rows(STATED, day, language)


@pytest.mark.parametrize("day", DAYS)
def test_occurrences_are_rows_of_their_own(day: date) -> None:
    assert found(day, occurrences=True) == oracle.rows(STATED, day, occurrences=True)


@settings(max_examples=25, deadline=None)
@given(registers(), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.sampled_from(["", "fr"]))
def test_rows_of_any_register_are_what_the_timelines_say(stated: Register, day: date, language: str) -> None:
    connection = project(stated)
    expected = oracle.rows(stated, day, language)
    assert list(queries.rows(connection, day, language=language)) == expected
    for limit in (1, 3):
        assert list(queries.rows(connection, day, language=language, limit=limit)) == expected[:limit]
    for state in STATES:
        wanted = Filter(states=(state, "overdue"))
        known = [row for row in expected if row.state in wanted.states]
        assert list(queries.rows(connection, day, wanted, language=language)) == known
    occurring = queries.rows(connection, day, language=language, occurrences=True)
    beyond = [
        row for row in oracle.rows(stated, day, language, occurrences=True) if row.scheduled <= "2028-12-31"
    ]
    assert [row for row in occurring if row.scheduled <= "2028-12-31"] == beyond


@pytest.mark.parametrize(
    ("wanted", "more"),
    [
        (queries.EVERYTHING, {}),
        (queries.EVERYTHING, {"limit": 5}),
        (queries.EVERYTHING, {"sort": "due"}),
        (queries.EVERYTHING, {"sort": "title", "limit": 4}),
        (queries.EVERYTHING, {"sort": "owner"}),
        (queries.EVERYTHING, {"occurrences": True, "sort": "due", "until": date(2027, 6, 30)}),
        (Filter(states=("overdue", "active")), {}),
        (Filter(parties=("OCI",)), {}),
        (Filter(search="a"), {"limit": 2}),
        (Filter(search="nothing-such"), {}),
    ],
)
@pytest.mark.parametrize("language", ["", "fr"])
def test_field_by_field_they_are_the_same_rows(wanted: Filter, more: dict[str, Any], language: str) -> None:
    for day in DAYS:
        rows = found(day, wanted, language=language, **more)
        whole = queries.columnar(ASKED, day, wanted, Row._fields, language=language, **more)
        assert [*whole] == rows
        for fields in (("ref",), ("due_text", "title"), ("days", "waits_for", "informed"), ("next_due",)):
            some = queries.columnar(ASKED, day, wanted, fields, language=language, **more)
            assert [tuple(getattr(row, name) for name in fields) for row in some] == [
                tuple(getattr(row, name) for name in fields) for row in rows
            ]
            assert [*some.fields] == [*fields]


@settings(max_examples=25, deadline=None)
@given(registers(), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.sampled_from(["", "fr"]))
def test_all_rows_of_any_register_are_put_in_order(stated: Register, day: date, language: str) -> None:
    connection = project(stated)
    whole = queries.columnar(connection, day, queries.EVERYTHING, Row._fields, language=language)
    assert [*whole] == oracle.rows(stated, day, language)


@pytest.mark.parametrize(
    "basis",
    ["", 'a","b', 'say "so"', "back\\slash", "[1,2]", "a,3", "tab\tline\n", "\x00", "été – 日本", "'"],
)
def test_what_is_handed_over_together_is_read_as_it_was_written(basis: str) -> None:
    many = [
        Obligation(
            ref=f"later.{name}",
            agreement="later",
            title={"": "X"},
            basis=basis,
            time=Fixed(on_day(date(2026, 1, 1) + timedelta(place % 3))),
        )
        for place, name in enumerate("zyxabc")
    ]
    connection = project(register(*many))
    whole = queries.columnar(connection, DAY, queries.EVERYTHING, Row._fields)
    assert [*whole] == [*queries.rows(connection, DAY)]
    assert {row.basis for row in whole if row.ref in {one.ref for one in many}} == {basis}


@settings(max_examples=15, deadline=None)
@given(registers(), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_totals_count_the_rows(stated: Register, day: date) -> None:
    connection = project(stated)
    counted: Counter[str] = Counter()
    for (state, _), (obligations, _) in totals(connection, day).items():
        counted[state] += obligations
    assert counted == Counter(row.state for row in oracle.rows(stated, day))
    missed = sum(missed for _, missed in totals(connection, day).values())
    assert missed == sum(row.missed for row in oracle.rows(stated, day))


@pytest.mark.parametrize(
    ("wanted", "let_through"),
    [
        (Filter(kinds=("funding",)), lambda row: row.kind == "funding"),
        (Filter(kinds=("funding", "reporting")), lambda row: row.kind in {"funding", "reporting"}),
        (Filter(modalities=("permission",)), lambda row: row.modality == "permission"),
        (Filter(owners=("other",)), lambda row: row.owner == "other"),
        (Filter(agreements=("oim-oci",)), lambda row: row.agreement == "oim-oci"),
        (Filter(statuses=("in-progress",)), lambda row: row.status == "in-progress"),
        (Filter(statuses=("in-progress", "done")), lambda row: row.status in {"in-progress", "done"}),
        (Filter(states=("overdue",), late=True), lambda row: row.state == "overdue" and row.informed),
        (
            Filter(states=("overdue", "done"), late=True),
            lambda row: row.state == "done" or (row.state == "overdue" and row.informed),
        ),
        (Filter(due_before="2026-05-31"), lambda row: row.due and row.due <= "2026-05-31"),
        (Filter(due_after="2026-05-31"), lambda row: row.due >= "2026-05-31"),
        (
            Filter(due_after="2026-01-01", due_before="2026-03-31"),
            lambda row: "2026-01-01" <= row.due <= "2026-03-31",
        ),
        (
            Filter(states=("overdue",), kinds=("other",)),
            lambda row: (row.state, row.kind) == ("overdue", "other"),
        ),
        (
            Filter(agreements=("oim-oci",), states=("awaiting", "review-due")),
            lambda row: row.state == "review-due",
        ),
    ],
)
def test_filters_let_through_what_they_say(wanted: Filter, let_through: Callable[[Row], bool]) -> None:
    expected = [row for row in oracle.rows(STATED, DAY) if let_through(row)]
    assert 0 < len(expected) < len(oracle.rows(STATED, DAY))
    assert found(DAY, wanted) == expected
    assert found(DAY, wanted, limit=1) == expected[:1]
    assert count(ASKED, DAY, wanted) == len(expected)
    several = queries.rows(ASKED, DAY, wanted, occurrences=True, until=date(2027, 12, 31))
    assert count(ASKED, DAY, wanted, occurrences=True, until=date(2027, 12, 31)) == len([*several])


def test_a_party_has_what_it_signed_bears_or_is_owed() -> None:
    stated = register(
        Obligation(
            ref="champions.owed",
            agreement="champions",
            title={"": "Owed"},
            bearers=("Champions",),
            counterparties=("OCI",),
        ),
        Obligation(ref="champions.borne", agreement="champions", title={"": "Borne"}, bearers=("OCI",)),
    )
    rows = queries.rows(project(stated), DAY, Filter(parties=("OCI",)))
    owned = {row.ref for row in rows}
    assert {"champions.owed", "champions.borne", "oim-oci.study"} <= owned
    assert not owned & {"champions.review", "later.first-step"}


def test_a_member_has_what_its_groups_have_and_not_the_other_way_round() -> None:
    member = refs(Filter(parties=("Maroc",)))
    assert member == ["first-step", "hub", "review"]
    assert refs(Filter(parties=("Champions",))) == ["hub", "review"]
    assert refs(Filter(parties=("Group",))) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("semestrielles", ["half-yearly-meetings"]),
        ("REUNIONS semes", ["half-yearly-meetings"]),
        ("half-yearly", ["half-yearly-meetings"]),
        ("yearly half", ["half-yearly-meetings"]),
        ("biais meetings", ["half-yearly-meetings"]),
        ("etude preliminaire", ["study"]),
        ("4.2", ["half-yearly-meetings"]),
        ("2026 mon", ["study"]),
        ("مراجعة", ["review"]),
        ("meeti", ["half-yearly-meetings", "report"]),
        ("report meeti", ["report"]),
        ("meeti report", []),
        ("nothing-such", []),
        ('"', []),
        ("—", []),
        ('"; DROP TABLE spans', []),
        ("a OR study", []),
        ("study*", ["study"]),
        ("NEAR(", []),
    ],
)
def test_search_finds_all_words_in_any_language_and_the_last_by_its_beginning(
    words: str, expected: list[str]
) -> None:
    assert refs(Filter(search=words)) == expected


def test_a_wide_search_walks_the_ordered_index_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Filter(search="a", parties=("OIM",))
    expected = found(DAY, wanted)
    monkeypatch.setattr(queries, "FEW", 0)
    assert len(expected) == 3
    assert found(DAY, wanted, limit=2) == expected[:2]


def test_a_limit_of_none_at_all() -> None:
    assert found(DAY, limit=0) == []
    assert found(DAY, Filter(search="a"), limit=0) == []


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("due", lambda row: (not row.due, row.due, row.ref)),
        ("ref", lambda row: row.ref),
        ("title", lambda row: (row.title, row.ref)),
        ("agreement", lambda row: (row.agreement, *oracle.pressing(row))),
        ("kind", lambda row: (row.kind, *oracle.pressing(row))),
        ("owner", lambda row: (not row.owner, row.owner, *oracle.pressing(row))),
    ],
)
def test_lists_are_sorted_as_asked(sort: str, key: Callable[[Row], tuple[object, ...]]) -> None:
    assert set(queries.SORTS) == {"pressing", "due", "ref", "title", "agreement", "kind", "owner", "last_on"}
    assert found(DAY, sort=sort) == sorted(oracle.rows(STATED, DAY), key=key)
    occurring = found(DAY, sort=sort, occurrences=True)
    assert [key(row) for row in occurring] == sorted(key(row) for row in occurring)


def test_the_last_heard_of_comes_first_when_asked() -> None:
    last = [row.last_on for row in found(DAY, sort="last_on")]
    assert last == sorted(last, reverse=True)


def test_occurrences_end_where_asked() -> None:
    until = date(2026, 12, 21)
    rows = found(DAY, occurrences=True, until=until)
    assert max(max(row.due, row.scheduled) for row in rows) == "2026-12-21"
    dates = [row.scheduled for row in rows if row.ref == "oim-oci.half-yearly-meetings"]
    assert dates == ["2026-06-21", "2026-12-21", "2025-12-21"]
    assert found(DAY, Filter(states=("done",)), occurrences=True, until=until, limit=1)[0].status == "done"


def test_settings_are_as_stated() -> None:
    stored = queries.settings(ASKED)
    assert (stored.title, stored.us, stored.kinds, stored.soon, stored.review) == (
        "Desk",
        ("OIM",),
        ("visit",),
        "30 days",
        "6 months",
    )
    assert (stored.language, stored.timezone, stored.horizon, stored.known_at) == (
        "en",
        "UTC",
        "2028-12-31",
        "",
    )


@pytest.mark.parametrize(
    "values", [(), ("a",), ("a", 'b"c'), ("back\\slash", "ن"), ("with,comma", "[x]", "")]
)
def test_lists_are_read_as_they_were_written(values: tuple[str, ...]) -> None:
    stated = register(Obligation(ref="later.x", agreement="later", title={"": "X"}, bearers=values))
    (row,) = (row for row in queries.rows(project(stated), DAY) if row.ref == "later.x")
    assert row.bearers == values
    assert listed("[]") == ()


def test_answers_for_a_day_never_depend_on_later_entries() -> None:
    promise = Obligation(
        ref="oim-oci.late", agreement="oim-oci", title={"": "Late"}, time=Fixed(on_day(date(2026, 1, 1)))
    )
    later = entry((DAY + timedelta(1)).isoformat(), "done")
    before, after = (project(register(promise._replace(log=log))) for log in ((), (later,)))
    assert list(queries.rows(before, DAY)) == list(queries.rows(after, DAY))
    assert picture(before, DAY) == picture(after, DAY)
    assert detail(before, "oim-oci.late", DAY) == detail(after, "oim-oci.late", DAY)


def test_deleting_the_database_and_building_it_again_gives_the_same_answers(tmp_path: Path) -> None:
    path = tmp_path / "commitments.db"

    def answers() -> list[object]:
        connection = project(STATED, claim(path, reading=False))
        everything: list[object] = [
            dump(connection),
            *(list(queries.rows(connection, day)) for day in DAYS),
            *(picture(connection, day, parties=("OIM",), most=2) for day in DAYS),
            *(detail(connection, ref, HORIZON) for ref in STATED.obligations),
        ]
        connection.close()
        return everything

    first = answers()
    path.unlink()
    assert answers() == first
