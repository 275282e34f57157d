"""Typed names: stored ones answer as listed ones do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.registers import project, register
from tracker.core.errors import TrackerError
from tracker.core.names import Listed, fold, resolve
from tracker.store.lookups import StoredNames, agreement, meant, party

STATED = register()
ASKED = project(STATED)
STORED = StoredNames(ASKED)
LISTED = Listed((o.ref, o.number, o.formerly) for o in STATED.obligations.values())


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        ("oim-oci.study", "oim-oci.study"),
        ("4.2", "oim-oci.half-yearly-meetings"),
        ("plan-2025.meetings", "oim-oci.half-yearly-meetings"),
        ("STUDY", "oim-oci.study"),
        ("oim-oci.Stúdy", "oim-oci.study"),
        ("half", "oim-oci.half-yearly-meetings"),
        ("first step", "later.first-step"),
    ],
)
def test_typed_names_are_resolved(typed: str, ref: str) -> None:
    assert resolve(typed, STORED) == ref


@given(
    st.one_of(
        st.sampled_from(list(STATED.obligations)).flatmap(
            lambda ref: st.tuples(st.integers(0, len(ref)), st.integers(0, len(ref))).map(
                lambda cut: ref[min(cut) : max(cut)]
            )
        ),
        st.text(max_size=4),
    ),
    st.integers(1, 4),
)
def test_stored_names_answer_as_listed_ones_do(part: str, limit: int) -> None:
    part = fold(part)
    assert STORED.exact(part) == LISTED.exact(part)
    assert list(STORED.by_number(part)) == list(LISTED.by_number(part))
    assert list(STORED.former(part)) == list(LISTED.former(part))
    assert list(STORED.alike(part, limit)) == list(LISTED.alike(part, limit))
    if part and "\0" not in part:
        assert list(STORED.containing(part, limit)) == list(LISTED.containing(part, limit))
        assert STORED.count(part) == LISTED.count(part)


@pytest.mark.parametrize(
    "typed", ["OIC", "oci", "organisation de la COOPERATION islamique", "  منظمة  التعاون الإسلامي "]
)
def test_a_party_is_meant_by_any_of_its_names(typed: str) -> None:
    assert meant(ASKED, typed) == ("party", "OCI")
    assert party(ASKED, typed) == "OCI"


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [
        ("oim-oci", "agreement", "oim-oci"),
        ("plan-2025", "agreement", "oim-oci"),
        ("champions", "agreement", "champions"),
        ("Champions", "party", "Champions"),
        ("LATER", "agreement", "later"),
        ("coopération", "party", "OCI"),
    ],
)
def test_what_a_scope_means(typed: str, kind: str, found: str) -> None:
    assert meant(ASKED, typed) == (kind, found)


def test_an_agreement_is_meant_by_id_old_id_or_part() -> None:
    assert [agreement(ASKED, typed) for typed in ("later", "plan-2025", "oim")] == [
        "later",
        "oim-oci",
        "oim-oci",
    ]


@pytest.mark.parametrize(
    ("find", "typed", "message"),
    [
        (meant, "Morroco", "no agreement or party 'Morroco'; did you mean morocco"),
        (meant, "xyzxyz", "there is no agreement or party 'xyzxyz'"),
        (meant, " ", "there is no agreement or party ' '"),
        (agreement, "oim-ocl", "no agreement 'oim-ocl'; did you mean oim-oci"),
        (agreement, "xyzxyz", "there is no agreement 'xyzxyz'"),
        (agreement, "o", "'o' may mean champions, oim-oci"),
        (party, "Marok", "no party 'Marok'; did you mean maroc"),
        (party, "xyzxyz", "there is no party 'xyzxyz'"),
        (party, "organi", "'organi' may mean OCI, OIM"),
    ],
)
def test_what_means_nothing_or_several_is_said(find: object, typed: str, message: str) -> None:
    with pytest.raises(TrackerError, match=message):
        find(ASKED, typed)  # type: ignore[operator]
