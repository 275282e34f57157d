"""What a proposal is called: what is to be done, without who does it."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.extract.naming import Names, obligation_name, title
from tracker.extract.proposals import ProposedObligation

ENGLISH = """MEMORANDUM OF UNDERSTANDING between the Harbour Office (HO) and the Institute of Tides (IT)

Article 1
{clause}

Done at Lisbon on 3 March 2025.
"""
FRENCH = """PROTOCOLE D'ACCORD entre l'Office des ports (OP) et l'Institut des marées (IM)

Article 1
{clause}

Fait à Lisbonne, le 3 mars 2025.
"""


def proposed(text: str, language: str) -> ProposedObligation:
    found = extract(text, language=language).obligations
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("clause", "heading"),
    [
        ("The Parties shall meet once a year.", "Meet once a year"),
        ("HO shall also send its charts to IT.", "Send its charts to IT"),
        ("HO shall, where this is useful, send its charts to IT.", "Send its charts to IT"),
        ("The Parties agree to exchange tide tables.", "Exchange tide tables"),
        ("By 1 May 2026, IT shall publish a report.", "Publish a report"),
        (
            "Either Party may terminate this Memorandum in writing.",
            "May terminate this Memorandum in writing",
        ),
        # where the subject is not who acts, or the verb is none to begin with, the clause says it best
        ("The tide tables shall be exchanged every month.", "The tide tables shall be exchanged every month"),
        ("The Committee shall consist of four members.", "The Committee shall consist of four members"),
        ("If a chart is wrong, HO shall mend it.", "If a chart is wrong, HO shall mend it"),
        ("The Parties shall not sell the charts.", "The Parties shall not sell the charts"),
        (
            "This Memorandum shall remain in force for two years.",
            "This Memorandum shall remain in force for two years",
        ),
    ],
)
def test_what_is_to_be_done_in_english(clause: str, heading: str) -> None:
    assert title(proposed(ENGLISH.format(clause=clause), "en")) == heading


@pytest.mark.parametrize(
    ("clause", "heading"),
    [
        ("Les Parties échangeront des tables.", "Échanger des tables"),
        ("Les Parties se réuniront une fois par an.", "Se réunir une fois par an"),
        ("Les Parties s'efforceront de publier leurs cartes.", "Publier leurs cartes"),
        ("L'Office tiendra une réunion par an.", "Tenir une réunion par an"),
        ("L'Office lui fournira ses cartes.", "Lui fournir ses cartes"),
        ("Les Parties procèderont à des essais.", "Procéder à des essais"),
        ("L'Institut mènera des études.", "Mener des études"),
        ("Les Parties s'engagent à former leurs agents.", "Former leurs agents"),
        ("L'Office devra également remettre un rapport.", "Remettre un rapport"),
        (
            "Les Parties procéderont, chaque fois que cela sera utile, à des consultations.",
            "Procéder à des consultations",
        ),
        ("Chaque Partie pourra inviter l'autre à ses réunions.", "Pouvoir inviter l'autre à ses réunions"),
        # two verbs of which only one would be changed, a passive, a negative
        ("L'Office désignera ou créera un comité.", "L'Office désignera ou créera un comité"),
        ("Les cartes seront échangées chaque mois.", "Les cartes seront échangées chaque mois"),
        ("S'il le faut, l'Office publiera une carte.", "S'il le faut, l'Office publiera une carte"),
        ("Les Parties ne vendront pas les cartes.", "Les Parties ne vendront pas les cartes"),
        ("L'Office acquerra des bateaux.", "L'Office acquerra des bateaux"),
    ],
)
def test_what_is_to_be_done_in_french(clause: str, heading: str) -> None:
    assert title(proposed(FRENCH.format(clause=clause), "fr")) == heading


def test_items_stand_without_the_word_that_leads_them_on() -> None:
    clause = "Les Parties s'engagent :\n- à échanger des tables ;\n- à former des agents."
    found = extract(FRENCH.format(clause=clause), language="fr").obligations
    assert [title(one) for one in found] == ["Échanger des tables", "Former des agents"]
    clause = "The Parties undertake:\n(a) to exchange tables;\n(b) to train staff."
    found = extract(ENGLISH.format(clause=clause), language="en").obligations
    assert [title(one) for one in found] == ["Exchange tables", "Train staff"]


def test_a_name_is_made_of_the_heading() -> None:
    clause = "The Parties shall, whenever it seems useful to both, publish joint charts."
    one = proposed(ENGLISH.format(clause=clause), "en")
    assert one.quote.startswith("The Parties shall, whenever")
    assert obligation_name(one, Names()) == "publish-joint-charts"


def test_what_leads_to_the_next_promise_ends_none() -> None:
    clause = "Les Parties sont convenues de tenir des réunions d'experts, afin d'élaborer un plan de travail."
    news = f"LISBONNE, 3 mars 2025 - L'OP et l'IM se sont rencontrés à Lisbonne. {clause}"
    found = extract(news, language="fr", parties=("OP", "IM")).obligations
    assert [title(one) for one in found] == ["Tenir des réunions d'experts", "Élaborer un plan de travail"]
