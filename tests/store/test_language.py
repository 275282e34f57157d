"""What the register says in a language, and what it lacks there."""

from __future__ import annotations

from tests.store.registers import project, register
from tracker.store.language import party_names, untitled

CONNECTION = project(register())
REFS = ("oim-oci.half-yearly-meetings", "oim-oci.plan", "champions.review")
AGREEMENTS = ("oim-oci", "champions")


def test_names_of_parties() -> None:
    assert party_names(CONNECTION, "ar", ["OCI", "OIM", "Group"]) == {
        "OCI": "منظمة التعاون الإسلامي",
        "Group": "All",
    }
    assert party_names(CONNECTION, "fr", []) == {}


def test_what_has_no_title() -> None:
    assert untitled(CONNECTION, "ar", REFS, AGREEMENTS) == (
        "oim-oci",
        "oim-oci.half-yearly-meetings",
        "oim-oci.plan",
    )
    assert untitled(CONNECTION, "fr", REFS, AGREEMENTS) == ("oim-oci.plan",)
    assert untitled(CONNECTION, "en", REFS, AGREEMENTS) == ("champions", "champions.review")
