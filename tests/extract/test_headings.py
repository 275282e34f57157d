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
        (
            "HO shall, where this is useful, send its charts to IT.",
            "Send its charts to IT, where this is useful",
        ),
        ("HO shall, only if IT agrees, sell the land.", "Sell the land, only if IT agrees"),
        (
            "HO undertakes, unless prevented by ice, to dredge the bay.",
            "",
        ),
        ("The Parties agree to exchange tide tables.", "Exchange tide tables"),
        ("By 1 May 2026, IT shall publish a report.", "Publish a report"),
        (
            "Either Party may terminate this Memorandum in writing.",
            "May terminate this Memorandum in writing",
        ),
        # where the subject is not who acts, or the verb is none to begin with, the clause says it best
        ("The tide tables shall be exchanged every month.", "The tide tables shall be exchanged every month"),
        ("HO must not and will not dredge the bay.", ""),
        ("HO shall (a) train pilots, and (b) report every year.", ""),
        ("The Committee shall include a judge.", "The Committee shall include a judge"),
        ("If a chart is wrong, HO shall mend it.", "If a chart is wrong, HO shall mend it"),
        ("The Parties shall not sell the charts.", "The Parties shall not sell the charts"),
        (
            "This Memorandum shall remain in force for two years.",
            "This Memorandum shall remain in force for two years",
        ),
    ],
)
def test_what_is_to_be_done_in_english(clause: str, heading: str) -> None:
    found = proposed(ENGLISH.format(clause=clause), "en")
    assert (title(found) if heading else found.heading) == heading


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
        (
            "L'Office fournira, à moins que l'Institut ne s'y oppose, des cartes.",
            "Fournir des cartes, à moins que l'Institut ne s'y oppose",
        ),
        (
            "L'Office s'engage, si le temps le permet, à livrer des bouées.",
            "Livrer des bouées, si le temps le permet",
        ),
        ("L'Office devra, le cas échéant, restituer les cartes.", "Restituer les cartes, le cas échéant"),
        (
            "Les Parties conviennent de coopérer et de s'informer des progrès.",
            "Coopérer et s'informer des progrès",
        ),
        ("Les Parties s'engagent à former leurs agents.", "Former leurs agents"),
        ("L'Office devra également remettre un rapport.", "Remettre un rapport"),
        (
            "Les Parties procéderont, chaque fois que cela sera utile, à des consultations.",
            "Procéder à des consultations, chaque fois que cela sera utile",
        ),
        ("Chaque Partie pourra inviter l'autre à ses réunions.", "Pouvoir inviter l'autre à ses réunions"),
        # two verbs of which only one would be changed, a passive, a negative
        ("L'Office ouvrira un bureau, le tiendra à jour.", ""),
        ("L'Office élira un délégué, maintiendra la paix et défendra les ports.", ""),
        ("L'Office désignera ou créera un comité.", "L'Office désignera ou créera un comité"),
        ("Les cartes seront échangées chaque mois.", "Les cartes seront échangées chaque mois"),
        ("S'il le faut, l'Office publiera une carte.", "S'il le faut, l'Office publiera une carte"),
        ("Les Parties ne vendront pas les cartes.", "Les Parties ne vendront pas les cartes"),
        ("L'Office acquerra des bateaux.", "L'Office acquerra des bateaux"),
    ],
)
def test_what_is_to_be_done_in_french(clause: str, heading: str) -> None:
    found = proposed(FRENCH.format(clause=clause), "fr")
    assert (title(found) if heading else found.heading) == heading


def test_items_stand_without_the_word_that_leads_them_on() -> None:
    clause = "Les Parties s'engagent :\n- à échanger des tables ;\n- à former des agents."
    found = extract(FRENCH.format(clause=clause), language="fr").obligations
    assert [title(one) for one in found] == ["Échanger des tables", "Former des agents"]
    clause = "The Parties undertake:\n(a) to exchange tables;\n(b) to train staff."
    found = extract(ENGLISH.format(clause=clause), language="en").obligations
    assert [title(one) for one in found] == ["Exchange tables", "Train staff"]


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ("(b) to the extent possible, train staff", "To the extent possible, train staff"),
        ("(b) and train staff", "Train staff"),
        ("- à en assurer la garde", "En assurer la garde"),
        ("- de ne pas recruter d'agents", "Ne pas recruter d'agents"),
        ("- à ce que les cartes soient justes", "À ce que les cartes soient justes"),
    ],
)
def test_items_as_they_are_led_on(item: str, heading: str) -> None:
    french = item.startswith("-")
    lead = (
        "Les Parties s'engagent :\n- à échanger des tables ;\n"
        if french
        else "The Parties shall:\n(a) meet;\n"
    )
    text = (FRENCH if french else ENGLISH).format(clause=f"{lead}{item}.")
    found = extract(text, language="fr" if french else "en").obligations
    assert heading in [title(one) for one in found]


def test_a_word_that_a_line_divides_is_whole_in_the_name() -> None:
    found = proposed(ENGLISH.format(clause="HO shall be-\ngin the works in the har-\nbour."), "en")
    assert title(found) == "Begin the works in the harbour"
    found = proposed(ENGLISH.format(clause="The char-\nter shall be re-\nviewed every year."), "en")
    assert title(found) == "The charter shall be reviewed every year"


def test_a_name_is_made_of_the_heading() -> None:
    clause = "The Parties shall, whenever it seems useful to both, publish joint charts."
    one = proposed(ENGLISH.format(clause=clause), "en")
    assert one.quote.startswith("The Parties shall, whenever")
    assert obligation_name(one, Names()) == "publish-joint-charts-whenever-it"


def test_what_leads_to_the_next_promise_ends_none() -> None:
    clause = "Les Parties sont convenues de tenir des réunions d'experts, afin d'élaborer un plan de travail."
    news = f"LISBONNE, 3 mars 2025 - L'OP et l'IM se sont rencontrés à Lisbonne. {clause}"
    found = extract(news, language="fr", parties=("OP", "IM")).obligations
    assert [title(one) for one in found] == ["Tenir des réunions d'experts", "Élaborer un plan de travail"]
