"""References resolved, and what can't hold at once."""

import pytest

from tracker.core.model import After, Register
from tracker.register.read import read_texts

HEAD = """\
[parties.OIC]
name = { en = "Organisation of Islamic Cooperation", fr = "Organisation de la coopération islamique" }
aliases = ["OCI", "التعاون الإسلامي"]
[agreements.plan]
title = "Plan"
parties = ["OIM", "oci"]
date = 2025-06-21
formerly = ["old-plan"]
[agreements.plan.sources.web]
url = "https://example.org"
"""


def read(text: str) -> Register:
    return read_texts({"r.toml": HEAD + text}).required()


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_texts({"r.toml": text}).problems]


@pytest.mark.parametrize(
    "name",
    [
        "OIC",
        "oci",
        "ORGANISATION DE LA COOPERATION  ISLAMIQUE",
        "Organisation of Islamic Cooperation",
        "التعاون الاسلامي",
    ],
)
def test_a_party_has_many_names(name: str) -> None:
    register = read(f'[obligations.plan.a]\ntitle = "t"\nbearers = ["{name}"]\ncounterparties = ["oim"]\n')
    assert register.obligations["plan.a"].bearers == ("OIC",)
    assert register.obligations["plan.a"].counterparties == ("OIM",)
    assert list(register.parties) == ["OIC", "OIM"]
    assert register.agreements["plan"].parties == ("OIM", "OIC")


def test_names_of_one_party_count_once() -> None:
    register = read('[obligations.plan.a]\ntitle = "t"\nbearers = ["OIC", "OCI"]\n[settings]\nus = ["oci"]\n')
    assert register.obligations["plan.a"].bearers == ("OIC",)
    assert register.settings.us == ("OIC",)


def test_a_bare_name_becomes_a_party() -> None:
    register = read(
        '[obligations.plan.a]\ntitle = "t"\nbearers = ["\\u200b", "Nouveau Pays", "nouveau  pays"]\n'
    )
    assert register.obligations["plan.a"].bearers == ("\u200b", "Nouveau Pays")
    assert register.parties["Nouveau Pays"].name == {"": "Nouveau Pays"}


def test_members_are_parties() -> None:
    assert read('[parties.group]\nmembers = ["oci", "Maroc"]\n').parties["group"].members == ("OIC", "Maroc")


def test_refs_are_present_ones() -> None:
    register = read(
        '[obligations.plan.a]\ntitle = "t"\nformerly = ["plan.first", "gone.b"]\n'
        '[obligations.plan.b]\ntitle = "t"\nwithin = "90 days"\nafter = "gone.b"\nreplaces = ["plan.first"]\n'
        '[obligations.plan.c]\ntitle = "t"\nreplaces = "old-plan.b"\nsource = "web"\n'
    )
    time = register.obligations["plan.b"].time
    assert isinstance(time, After)
    assert time.after == "plan.a"
    assert register.obligations["plan.b"].replaces == ("plan.a",)
    assert register.obligations["plan.c"].replaces == ("plan.b",)


def test_disputes_and_owners_are_known_names() -> None:
    register = read(
        '[people.desk]\nname = "Bureau de Genève"\n[obligations.plan.a]\ntitle = "t"\nlog = [\n'
        '{ on = 2026-01-01, dispute = "oci", owner = "bureau de geneve" },\n'
        '{ on = 2026-01-02, dispute = "settled", owner = "nobody" },\n]\n'
    )
    log = register.obligations["plan.a"].log
    assert [(entry.dispute, entry.owner) for entry in log] == [("OIC", "desk"), ("settled", "nobody")]
    assert list(register.parties) == ["OIC", "OIM"]


def test_a_name_in_a_log_is_the_party_that_is_named_further_on() -> None:
    register = read(
        '[obligations.plan.a]\ntitle = "t"\nlog = [\n'
        '{ on = 2026-01-01, dispute = "UNION" },\n'
        '{ on = 2026-01-02, agreed_with = ["ünion", "Other"] },\n]\n'
        '[obligations.plan.b]\ntitle = "t"\nbearers = ["Union"]\n'
        '[obligations.plan.c]\ntitle = "t"\nbearers = ["UNION"]\n'
    )
    first, second = register.obligations["plan.a"].log
    assert (first.dispute, second.agreed_with) == ("Union", ("Union", "Other"))
    assert list(register.parties) == ["OIC", "OIM", "Union"]
    assert register.obligations["plan.c"].bearers == ("Union",)


def test_a_long_circle_is_found_and_named_in_short() -> None:
    text = HEAD + "".join(
        f'[obligations.plan.o{number}]\ntitle = "t"\n'
        f'within = "1 day"\nafter = "plan.o{(number + 1) % 5000}"\n'
        for number in range(5000)
    )
    (problem,) = read_texts({"r.toml": text}).problems
    shown = " → ".join(f"plan.o{number}" for number in range(8))
    assert (
        str(problem.text)
        == f"these wait for each other in a circle: {shown} → … → plan.o0; cut it at one of them"
    )


def test_two_circles_are_two_problems_and_a_tail_is_none() -> None:
    rings = {"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}
    text = HEAD + "".join(
        f'[obligations.plan.{one}]\ntitle = "t"\nreplaces = "plan.{other}"\n' for one, other in rings.items()
    )
    assert codes(text) == ["E406", "E406"]


def test_a_tree_of_replaced_ones_is_no_circle() -> None:
    text = HEAD + (
        '[obligations.plan.a]\ntitle = "t"\nreplaces = ["plan.b", "plan.c"]\n'
        '[obligations.plan.b]\ntitle = "t"\nreplaces = ["plan.c"]\n[obligations.plan.c]\ntitle = "t"\n'
    )
    assert codes(text) == []


def test_a_name_of_two_parties() -> None:
    assert codes('[parties.a]\nname = "Zone"\n[parties.b]\nname = "zone"\n') == ["E402"]
    assert codes('[parties.a]\nname = "A"\naliases = ["a", "Á"]\n') == []


def test_former_names_that_collide() -> None:
    text = (
        '[agreements.b]\ntitle = "t"\nparties = ["A"]\ndate = 2025-01-01\nformerly = ["plan", "old-plan"]\n'
    )
    assert codes(HEAD + text) == ["E404", "E404"]


def test_a_missing_agreement_is_told_once() -> None:
    assert codes('[obligations.x.a]\ntitle = "t"\n[obligations.x.b]\ntitle = "t"\n') == ["E301"]


def test_outside_files_are_allowed_on_request() -> None:
    source = "[agreements.b]\ntitle = 't'\nparties = ['A']\ndate = 2025-01-01\nsource = '{}'\n"
    for path in ("../x", "/x", "C:\\x", "C:x", "~/x", "a/../../x", "..\\x"):
        assert codes(source.format(path)) == ["E304"], path
        assert codes("settings.allow_outside = true\n" + source.format(path)) == [], path
    assert codes(source.format("a/../x")) == []
    assert codes("settings.allow_outside = true\n" + source.format("https://x.org")) == ["E304"]


def test_problems_of_shape_and_of_references_come_together() -> None:
    text = (
        HEAD + '[obligations.plan.a]\ntitle = 1\nreplaces = "plan.x"\n[agreements.c]\ntitle = "t"\ndate = 1\n'
    )
    assert codes(text) == ["E202", "E302", "E203", "E202"]
