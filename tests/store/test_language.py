"""What the register says in a language, and what it lacks there."""

from __future__ import annotations

from tests.store.registers import project, register
from tracker.store.language import agreement_titles, party_names, people_names, untitled

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


def test_titles_of_agreements_in_the_language_or_another() -> None:
    french, arabic = (agreement_titles(CONNECTION, language, AGREEMENTS) for language in ("fr", "ar"))
    assert list(french) == sorted(AGREEMENTS)
    assert french["oim-oci"] == "Plan d'action"
    assert arabic["oim-oci"] == "Action plan"
    assert arabic["champions"] == "حوار"


def test_names_of_people() -> None:
    assert people_names(CONNECTION, "en", ["desk", "other", "nobody"]) == {"desk": "The desk", "other": "O"}
    assert people_names(CONNECTION, "fr", ["desk", "other"]) == {"other": "O"}


def test_more_than_one_question_takes() -> None:
    many = [f"nothing-{n}" for n in range(2000)]
    assert untitled(CONNECTION, "fr", [*many, *REFS], [*many, *AGREEMENTS]) == ("oim-oci.plan",)
