"""Who signs, in the many ways that openings, titles and leads say it."""

import time
import tomllib
from pathlib import Path

import pytest

from tracker.extract import extract

BODY = (
    "\n\nArticle 1\nThe Parties shall meet every year.\n\n"
    "Article 2\nThis Agreement shall enter into force on signature.\n"
)
CORPS = (
    "\n\nArticle 1\nLes Parties se réunissent chaque année.\n\n"
    "Article 2\nLe présent Accord entrera en vigueur dès sa signature.\n"
)


def openings(name: str) -> list[tuple[str, list[str]]]:
    """Read the openings of a table with the parties that they name."""
    path = Path(__file__).with_name("openings.toml")
    return [(row["opening"], row["names"]) for row in tomllib.loads(path.read_text(encoding="utf-8"))[name]]


@pytest.mark.parametrize(("opening", "names"), openings("english"))
def test_english_openings(opening: str, names: list[str]) -> None:
    found = extract(opening + BODY, language="en")
    assert [party.name for party in found.parties] == names
    assert found.obligations[0].bearers == tuple(names)


@pytest.mark.parametrize(("opening", "names"), openings("french"))
def test_french_openings(opening: str, names: list[str]) -> None:
    assert [party.name for party in extract(opening + CORPS, language="fr").parties] == names


@pytest.mark.parametrize(("lead", "names"), openings("news"))
def test_leads_of_news(lead: str, names: list[str]) -> None:
    found = extract("3 May 2017 Posted in Press releases\n\n" + lead, language="en")
    assert [party.name for party in found.parties] == names


@pytest.mark.parametrize(("lead", "names"), openings("nouvelles"))
def test_leads_of_french_news(lead: str, names: list[str]) -> None:
    lead = f"Communiqué de presse – 3 mai 2020\n\n{lead} Les deux parties créeront un comité."
    assert [party.name for party in extract(lead, language="fr").parties] == names


def test_signatures_name_the_parties_where_nothing_else_does() -> None:
    text = (
        "Article 1\nThe parties shall meet.\n\nDone at Bern, 3 May 2001.\n\n"
        "For the Swiss Bank:\n\nFor the Kingdom of Spain:\n"
    )
    assert [party.name for party in extract(text, language="en").parties] == ["Swiss Bank", "Spain"]


def test_those_who_speak_in_a_declaration_bear_it() -> None:
    text = (
        "Declaration\n\nWe, the Ministers of Trade of the Lake States, meeting in Bern,\n\n"
        "1. We will meet again in 2031.\n"
    )
    found = extract(text, language="en")
    assert found.obligations[0].bearers == ("Ministers of Trade of the Lake States",)


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("The Sponsoring Partners shall meet.", ("Sponsoring Partners",)),
        ("A Joint Committee shall be established.", ("Kenya", "Spain")),
        ("The Joint Committee shall meet.", ("Joint Committee",)),
        ("The meetings of the Joint Committee shall be held in Nairobi.", ("Kenya", "Spain")),
        ("The Spanish authorities shall inform UNESCO.", ("Spain",)),
        ("The costs shall be borne by Kenya.", ("Kenya",)),
        ("The plan shall be agreed between Kenya, Spain and IOTC.", ("Kenya", "Spain", "IOTC")),
        ("UNESCO shall be consulted.", ("UNESCO",)),
    ],
)
def test_bearers(sentence: str, bearers: tuple[str, ...]) -> None:
    head = "Agreement between the Republic of Kenya and the Kingdom of Spain on fisheries\n\nArticle 1\n\n"
    assert extract(head + sentence, language="en").obligations[0].bearers == bearers


def test_a_party_may_have_two_terms() -> None:
    opening = 'The Ports Agency (hereinafter "ACCN" or "the Network") and the University of Norland agree:'
    found = extract(f"{opening}\n\nArticle 1\nThe Network shall report. ACCN shall pay.\n", language="en")
    assert {"ACCN", "Network"} <= set(found.parties[0].aliases)
    assert {row.bearers for row in found.obligations} == {("Ports Agency",)}


def test_very_many_names_are_read_in_bounded_time() -> None:
    names = ", ".join(f"Ministry {number} of Affairs (M{number})" for number in range(4000))
    start = time.process_time()
    extract(f"Between {names} shall cooperate.", language="en")
    assert time.process_time() - start < 10


def test_blank_lines_are_read_in_bounded_time() -> None:
    opening = "AGREEMENT between Kenya and Uganda\n\nArticle 1\nKenya shall pay."
    start = time.process_time()
    extract(opening + "\n" * 900 + "Uganda shall pay.\n", language="en")
    assert time.process_time() - start < 5


def test_the_government_of_a_part_of_a_party_is_not_the_party() -> None:
    found = extract(
        "Agreement between the World Health Organization (WHO) and the Kingdom of the Netherlands\n\n"
        "Article 1\n\n"
        "The Government of Sint Maarten shall bear the costs. The Government shall inform WHO.\n",
        language="en",
    )
    assert [row.bearers for row in found.obligations] == [("Government of Sint Maarten",), ("Netherlands",)]


def test_a_commission_that_is_charged_among_others_is_named_alone() -> None:
    found = extract(
        "Accord entre le Royaume des Pays-Bas et la République de Hongrie\n\nArticle 1\n\nIl est créé une "
        "Commission Mixte. Cette Commission est chargée, entre autres:\n- d'examiner les propositions.\n",
        language="fr",
    )
    assert found.obligations[-1].bearers == ("Commission",)


@pytest.mark.parametrize("term", ["Contracting States", "Member States", "Governments", "Member Countries"])
@pytest.mark.parametrize("defines", ["hereinafter", "hereinafter referred to as", "hereinafter called"])
def test_what_all_are_called_is_nobodys_name(term: str, defines: str) -> None:
    text = (
        "AGREEMENT ON ROADS\n\nThe Governments of Angola, Botswana, Namibia, Zambia and Zimbabwe "
        f'({defines} "the {term}"),\n\nHave agreed as follows:\n\nArticle 1\n\n'
        f"The {term} shall build a bridge by 30 June 2027.\n"
    )
    found = extract(text)
    five = ("Angola", "Botswana", "Namibia", "Zambia", "Zimbabwe")
    assert tuple(party.name for party in found.parties) == five
    assert not any(term in party.aliases for party in found.parties)
    assert found.obligations[0].bearers in {(), (term,), five}


def test_a_state_in_an_address_is_no_party() -> None:
    found = extract(
        "UNIVERSITY AGREEMENT\n\nThe institutions, one in Ulaanbaatar, Mongolia, agree as follows:\n\n"
        "1. Student exchanges shall be developed.\n\nUlaanbaatar, Mongolia\n"
    )
    assert found.parties == ()
    assert [row.bearers for row in found.obligations] != [("Mongolia",)]


def test_a_hyphen_within_a_name_is_no_pair() -> None:
    found = extract(
        "Québec et la Nouvelle-Écosse : un accord\n\nQUÉBEC, le 3 mars - Le Québec et la Nouvelle-Écosse "
        "ont signé un accord. Les deux provinces s'engagent à se rencontrer tous les deux ans.\n"
    )
    assert [party.name for party in found.parties] == ["Québec", "Nouvelle-Écosse"]


CITY = """NORWICK, 3 March 2025 - The City of Norwick and the Harbour Trust signed an agreement.

The Trust will train forty officers. The City committed to open a school.
"""
VILLE = """MORLAC, le 3 mars 2025 - La Ville de Morlac et la Fondation Espoir ont signé une convention.

La Fondation financera une école. La Ville mettra à disposition un terrain.
"""


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        (CITY, [("Harbour Trust",), ("City of Norwick",)]),
        (VILLE, [("Fondation Espoir",), ("Morlac",)]),
    ],
)
def test_news_call_a_party_by_one_word_of_its_name(text: str, bearers: list[tuple[str, ...]]) -> None:
    assert [row.bearers for row in extract(text).obligations] == bearers
