"""What changed between two registers: by field, in a stable order."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.builders import agreement, day, period
from tracker.core.changes import Change, Changes, FieldChange, changes, compare
from tracker.core.durations import Duration
from tracker.core.entrychanges import EntryChange, entry_changes
from tracker.core.model import (
    After,
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
    TimeRule,
)
from tracker.core.stated import Fields, Table, from_register, from_values

A = agreement("a")


def register(*obligations: Obligation, **given_: object) -> Register:
    parts: dict[str, object] = {
        "settings": Settings(),
        "parties": {},
        "people": {},
        "agreements": {"a": A},
        "obligations": {one.ref: one for one in obligations},
    }
    return Register(**parts | given_)  # type: ignore[arg-type]


def promise(name: str = "x", time: TimeRule | None = None, **given_: object) -> Obligation:
    made = Obligation(
        ref=f"a.{name}", agreement="a", title={"": f"Promise {name}"}, bearers=A.parties, time=time
    )
    return made._replace(**given_)  # type: ignore[arg-type]


def fixed(text: str) -> Fixed:
    return Fixed(period(text))


def only(found: Changes) -> Change:
    (one,) = [change for part in found for change in part]
    return one


def told(before: Obligation, after: Obligation) -> tuple[FieldChange, ...]:
    return only(changes(register(before), register(after))).fields


def test_nothing_changed() -> None:
    assert not changes(register(promise()), register(promise()))
    assert changes(register(promise()), register(promise())) == Changes()


PROMISES = st.lists(
    st.builds(
        promise,
        st.sampled_from("pqrst"),
        st.sampled_from([None, fixed("2026-06-30"), fixed("2026"), Before(Duration(3, 0))]),
        title=st.sampled_from([{"": "Meet"}, {"en": "Report"}, {}]),
        quote=st.sampled_from(["", "shall meet"]),
        formerly=st.sampled_from([(), ("a.p",), ("a.q", "a.r")]),
    ),
    max_size=5,
)
DRAWN = st.builds(lambda promises: register(*promises), PROMISES)


@settings(deadline=None)
@given(DRAWN)
def test_a_register_is_no_different_from_itself(one: Register) -> None:
    assert not changes(one, one)


@settings(deadline=None)
@given(DRAWN, DRAWN)
def test_each_that_is_there_or_gone_is_told_once(one: Register, other: Register) -> None:
    found = changes(one, other).obligations
    names = [change.name for change in found if change.kind != "removed"]
    former = [change.formerly for change in found if change.formerly]
    removed = [change.name for change in found if change.kind == "removed"]
    kept = one.obligations.keys() & other.obligations.keys()
    assert len({*names}) == len(names)
    assert sorted([*former, *removed, *kept]) == sorted(one.obligations)
    assert {*names} | kept == {*other.obligations}


def test_added_and_removed() -> None:
    found = changes(register(promise("x")), register(promise("y", title={"en": "New", "fr": "Neuf"})))
    assert [(one.kind, one.name, one.title) for one in found.obligations] == [
        ("added", "a.y", {"en": "New", "fr": "Neuf"}),
        ("removed", "a.x", {"": "Promise x"}),
    ]
    assert found.obligations[0].fields == (
        FieldChange("title.en", "", "New"),
        FieldChange("title.fr", "", "Neuf"),
    )


def test_a_due_date_moved_by_days() -> None:
    assert told(promise(time=fixed("2026-06-30")), promise(time=fixed("2026-07-30"))) == (
        FieldChange("due", "2026-06-30", "2026-07-30", 30),
    )
    assert told(promise(time=fixed("2026-Q2")), promise(time=fixed("2026-05"))) == (
        FieldChange("due", "2026-Q2", "2026-05", -30),
    )


def test_a_date_that_is_new_did_not_move() -> None:
    assert told(promise(), promise(time=fixed("2026-06-30"))) == (FieldChange("due", "", "2026-06-30"),)


def test_a_recurring_one_moved() -> None:
    before = Every(Duration(6, 0), day("2025-12-21"), None)
    after = Every(Duration(12, 0), day("2025-12-31"), day("2027-12-31"))
    assert told(promise(time=before), promise(time=after)) == (
        FieldChange("every", "6 months", "1 year"),
        FieldChange("first", "2025-12-21", "2025-12-31", 10),
        FieldChange("until", "", "2027-12-31"),
    )


def test_another_time_rule() -> None:
    rule = Rule("FREQ=MONTHLY", day("2026-01-01"), None)
    after, before = After(Duration(0, 90), "a.y"), Before(Duration(3, 0))
    names = [field.name for field in told(promise(time=rule), promise(time=after))]
    assert names == ["within", "after", "rrule", "first"]
    assert told(promise(time=after), promise(time=before)) == (
        FieldChange("within", "90 days", "3 months"),
        FieldChange("before", "", "expires"),
        FieldChange("after", "a.y", ""),
    )


def test_any_field() -> None:
    before = promise(owner="rabat", tags=("one", "two"), review=Duration(6, 0))
    after = promise(modality="intent", tags=("one",), number="4.2", bearers=("X",), review=Duration(6, 0))
    assert set(told(before, after)) == {
        FieldChange("modality", "", "intent"),
        FieldChange("owner", "rabat", ""),
        FieldChange("tags", ("one", "two"), ("one",)),
        FieldChange("number", "", "4.2"),
        FieldChange("bearers", "", ("X",)),
    }


def test_bearers_that_follow_the_agreement_are_not_a_change_of_each_obligation() -> None:
    other = A._replace(parties=("X", "Y", "Z"))
    found = changes(register(promise()), register(promise(bearers=other.parties), agreements={"a": other}))
    assert only(found).name == "a"
    assert only(found).fields == (FieldChange("parties", ("X", "Y"), ("X", "Y", "Z")),)


def test_renamed_by_what_it_says_it_was_called() -> None:
    one = only(changes(register(promise("old")), register(promise("new", formerly=("a.gone", "a.old")))))
    assert (one.kind, one.name, one.formerly) == ("renamed", "a.new", "a.old")
    assert {field.name for field in one.fields} == {"title", "formerly"}


def test_renamed_by_its_quote_or_its_title() -> None:
    before = register(promise("p", quote="shall meet"), promise("q", title={"": "Meet"}), promise("r"))
    after = register(promise("s", title={"": "Meet"}), promise("t", quote="shall meet"), promise("u"))
    assert {(one.kind, one.name, one.formerly) for one in changes(before, after).obligations} == {
        ("renamed", "a.s", "a.q"),
        ("renamed", "a.t", "a.p"),
        ("added", "a.u", ""),
        ("removed", "a.r", ""),
    }


def test_the_same_title_in_another_agreement_is_another_promise() -> None:
    other = agreement("b")
    moved = promise("x", ref="b.y", agreement="b")
    both = {"a": A, "b": other}
    found = changes(register(promise("x"), agreements=both), register(moved, agreements=both))
    assert [one.kind for one in found.obligations] == ["added", "removed"]


def test_two_of_the_same_title_are_told_apart_by_their_order() -> None:
    title = {"": "Meet"}
    before = register(promise("p", title=title), promise("q", title=title))
    after = register(promise("r", title=title), promise("s", title=title), promise("t", title=title))
    assert [(one.name, one.formerly) for one in changes(before, after).obligations] == [
        ("a.r", "a.p"),
        ("a.s", "a.q"),
        ("a.t", ""),
    ]


def test_obligations_go_with_their_agreement() -> None:
    new = A._replace(id="plan", formerly=("a",))
    moved = promise("x", ref="plan.x", agreement="plan", title={"": "Other"})
    titled = promise("y", ref="plan.z", agreement="plan", title={"": "Promise y"})
    found = changes(register(promise("x"), promise("y")), register(moved, titled, agreements={"plan": new}))
    assert [(one.kind, one.name, one.formerly) for one in found.agreements] == [("renamed", "plan", "a")]
    assert [(one.kind, one.name, one.formerly) for one in found.obligations] == [
        ("renamed", "plan.x", "a.x"),
        ("renamed", "plan.z", "a.y"),
    ]


def test_agreements_parties_people_and_settings() -> None:
    before = register(
        parties={"OIC": Party(id="OIC", name={"": "OIC"}), "X": Party(id="X", name={"": "Ex"})},
        people={"p": Person(id="p", name={"": "p"}, email="p@example.org")},
    )
    changed = A._replace(
        title={"en": "Plan"},
        expires=period("2027-12-31"),
        effective=period("2024-02-01"),
        sources={
            "": Source(id="", file="a.txt"),
            "annex": Source(id="annex", url="https://x.org", date=period("2024")),
        },
        log=(AgreementEntry(on=day("2025-01-01"), status="extended", ends=day("2028-12-31"), private=True),),
    )
    after = register(
        settings=Settings(us=("OIM",), sender="t@example.org", soon=Duration(0, 14), allow_outside=True),
        parties={
            "OIC": Party(id="OIC", name={"": "OIC"}, aliases=("OCI",)),
            "Z": Party(id="Z", name={"": "Z"}),
        },
        people={"p": Person(id="p", name={"": "Post"}, email="p@example.org")},
        agreements={"a": changed},
    )
    found = changes(before, after)
    assert found.settings[0].kind == "changed"
    assert set(found.settings[0].fields) == {
        FieldChange("soon", "", "2 weeks"),
        FieldChange("us", "", ("OIM",)),
        FieldChange("from", "", "t@example.org"),
        FieldChange("allow_outside", "", "true"),
    }
    assert [(one.kind, one.name) for one in found.parties] == [("added", "OIC"), ("removed", "X")]
    assert found.people[0].fields == (FieldChange("name", "", "Post"),)
    assert set(found.agreements[0].fields) == {
        FieldChange("title", "a", ""),
        FieldChange("title.en", "", "Plan"),
        FieldChange("effective", "", "2024-02-01"),
        FieldChange("expires", "", "2027-12-31"),
        FieldChange("source", "", "a.txt"),
        FieldChange("sources.annex.url", "", "https://x.org"),
        FieldChange("sources.annex.date", "", "2024"),
    }
    assert found.agreements[0].entries == (
        EntryChange(
            "added",
            {},
            {"on": "2025-01-01", "status": "extended", "ends": "2028-12-31", "private": "true"},
            (),
        ),
    )


def test_only_some() -> None:
    before, after = register(promise("p"), promise("q")), register(promise("r", title={"": "Promise p"}))
    found = changes(before, after)
    assert [one.name for one in found.only({"a.p"}).obligations] == ["a.r"]
    assert [one.name for one in found.only({"a.q"}).obligations] == ["a.q"]
    assert not found.only({"a.z"})


def entry(on: str, status: str = "done", **more: str) -> Fields:
    return {"on": on, "status": status, **more}


def kinds(before: list[Fields], after: list[Fields]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.fields) for one in entry_changes(before, after)]


def test_entries_in_another_order_are_the_same() -> None:
    one, other = entry("2026-01-01"), entry("2026-01-02")
    assert kinds([one, other], [other, one]) == []


def test_an_entry_as_often_as_it_stands() -> None:
    one = entry("2026-01-01")
    assert kinds([one], [one, one]) == [("added", ())]
    assert kinds([one, one, one], [one]) == [("taken-back", ()), ("taken-back", ())]


def test_an_entry_with_another_note_is_corrected() -> None:
    before, after = entry("2026-01-01", note="Held"), entry("2026-01-01", note="Held in Jeddah", by="A")
    assert entry_changes([before], [after]) == (EntryChange("corrected", before, after, ("note", "by")),)


def test_an_entry_of_another_day_with_the_same_words_is_corrected() -> None:
    before, after = entry("2026-01-01", note="Held"), entry("2026-01-02", "in-progress", note="Held")
    assert kinds([before], [after]) == [("corrected", ("on", "status"))]


def test_an_entry_of_which_most_is_the_same_is_corrected() -> None:
    before = entry("2026-01-01", by="A", **{"for": "2025-12-21"})
    nearer = entry("2026-01-01", "waived", by="A", **{"for": "2025-12-21"})
    far = entry("2026-01-09", "waived", by="B", **{"for": "2025-12-21"})
    assert kinds([before], [far, nearer]) == [("added", ()), ("corrected", ("status",))]
    assert kinds([before], [far]) == [("added", ()), ("taken-back", ())]


def test_the_most_alike_are_paired_first() -> None:
    before = [entry("2026-01-01", a="1", b="2", c="3"), entry("2026-01-02", a="1", b="2", c="4")]
    after = [entry("2026-01-03", a="1", b="2", c="4")]
    found = entry_changes(before, after)
    assert [(one.kind, one.before["on"]) for one in found] == [
        ("corrected", "2026-01-02"),
        ("taken-back", "2026-01-01"),
    ]


def test_very_long_logs_are_not_weighed() -> None:
    before = [entry(f"2026-01-{n % 28 + 1:02}", by=str(n), a="1", b="2", c="3") for n in range(400)]
    after = [entry(f"2025-01-{n % 28 + 1:02}", by=str(n), a="1", b="2", c="3") for n in range(400)]
    assert {kind for kind, _ in kinds(before, after)} == {"added", "taken-back"}
    assert {kind for kind, _ in kinds(before[:50], after[:50])} == {"corrected"}


FIELDS = st.dictionaries(st.sampled_from(["on", "status", "note", "for"]), st.sampled_from("ab"))


@settings(deadline=None)
@given(st.lists(FIELDS, max_size=6), st.lists(FIELDS, max_size=6))
def test_the_changes_lead_from_the_one_log_to_the_other(before: list[Fields], after: list[Fields]) -> None:
    made = list(before)
    for change in entry_changes(before, after):
        if change.kind != "added":
            made.remove(change.before)
        if change.kind != "taken-back":
            made.append(change.after)
    assert sorted(map(sorted, map(dict.items, made))) == sorted(map(sorted, map(dict.items, after)))  # type: ignore[arg-type]


def test_an_obligation_s_entry_in_the_file_s_words() -> None:
    one = Entry(
        on=day("2025-12-18"),
        status="postponed",
        scheduled=period("2025-12-21"),
        due=period("2026-02"),
        agreed_with=("OIC",),
        evidence=("a.pdf", "b.pdf"),
        recorded=day("2026-01-08"),
    )
    assert from_register(register(promise(log=(one,))))["obligations"]["a.x"].log == (
        {
            "on": "2025-12-18",
            "status": "postponed",
            "for": "2025-12-21",
            "due": "2026-02",
            "agreed_with": ("OIC",),
            "evidence": ("a.pdf", "b.pdf"),
            "recorded": "2026-01-08",
        },
    )


def test_values_of_the_file_are_laid_out_like_the_model() -> None:
    values = {
        "title": {"en": "Meet", "fr": ""},
        "kind": "other",
        "modality": "obligation",
        "page": 3,
        "due": date(2026, 6, 30),
        "tags": ["one", 2],
        "private": False,
        "allow": True,
        "log": [{"on": date(2026, 1, 1), "evidence": []}, "no entry"],
    }
    assert from_values("obligations", values) == Table(
        {"title.en": "Meet", "page": "3", "due": "2026-06-30", "tags": ("one", "2"), "allow": "true"},
        ({"on": "2026-01-01", "evidence": ()},),
    )
    assert from_values("settings", {"log": "no list", "soon": "30 days"}) == Table({})


def test_one_thing_and_a_list_of_it_say_the_same() -> None:
    before = {"obligations": {"a.x": Table({"evidence": "a.pdf", "tags": ""})}}
    after = {"obligations": {"a.x": Table({"evidence": ("a.pdf",), "tags": ()})}}
    assert not compare(before, after)


def test_dates_that_are_none_have_not_moved_by_days() -> None:
    before = {"obligations": {"a.x": Table({"due": "someday"})}}
    after = {"obligations": {"a.x": Table({"due": "2026"})}}
    assert only(compare(before, after)).fields == (FieldChange("due", "someday", "2026"),)


def test_former_names_may_be_one_text() -> None:
    before = {"obligations": {"a.x": Table({"note": "x"})}}
    after = {"obligations": {"a.y": Table({"formerly": "a.x", "note": "x"})}}
    assert only(compare(before, after)).formerly == "a.x"
