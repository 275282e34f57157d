"""What a lead-in hands down to the items of its list: that it forbids, how much it binds, and when."""

import pytest

from tracker.extract import extract
from tracker.extract.draft import drafts

EN = (
    "MEMORANDUM OF UNDERSTANDING BETWEEN THE ARAB LEAGUE AND UNICEF\n\nSigned at Cairo on 3 October 2026.\n\n"
    "The Parties have agreed as follows:\n\n1. The Parties shall meet.\n\n2. {}\n(a) publish the data;\n"
    "(b) sell the vehicles.\n"
)
FR = (
    "Accord entre la Belgique et le Sénégal\n\nFait à Dakar, le 3 octobre 2026.\n\nArticle 1\n\n{}\n\n"
    "a) publier les données ;\n\nb) vendre les véhicules.\n"
)


@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("UNICEF shall not:", "prohibition"),
        ("UNICEF must not:", "prohibition"),
        ("UNICEF undertakes not to:", "prohibition"),
        ("Neither Party shall:", "prohibition"),
        ("UNICEF may not:", "prohibition"),
        ("UNICEF is prohibited from:", "prohibition"),
        ("UNICEF shall endeavour to:", "best-effort"),
        ("UNICEF shall be free to:", "permission"),
        ("UNICEF may:", "permission"),
        ("UNICEF shall:", "obligation"),
    ],
)
def test_an_item_binds_as_its_lead_in_does(lead: str, modality: str) -> None:
    found = extract(EN.format(lead), language="en").obligations[-2:]
    assert [row.quote for row in found] == ["publish the data", "sell the vehicles"]
    assert {row.modality for row in found} == {modality}


@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("La Belgique ne doit pas :", "prohibition"),
        ("La Belgique s'engage à ne pas :", "prohibition"),
        ("La Belgique s'efforce de :", "best-effort"),
        ("La Belgique peut :", "permission"),
        ("La Belgique doit :", "obligation"),
    ],
)
def test_an_item_binds_as_its_french_lead_in_does(lead: str, modality: str) -> None:
    found = extract(FR.format(lead), language="fr").obligations[-2:]
    assert [row.quote for row in found] == ["publier les données", "vendre les véhicules"]
    assert {row.modality for row in found} == {modality}


@pytest.mark.parametrize(
    ("lead", "due", "recurrence"),
    [
        ("By 1 May 2027, UNICEF shall:", "2027-05-01", ""),
        ("UNICEF shall, by 1 May 2027:", "2027-05-01", ""),
        ("Every six months, UNICEF shall:", "", "FREQ=MONTHLY;INTERVAL=6"),
        ("UNICEF shall:", "", ""),
    ],
)
def test_an_item_is_due_when_its_lead_in_says(lead: str, due: str, recurrence: str) -> None:
    found = extract(EN.format(lead), language="en")
    assert {(row.due, row.recurrence) for row in found.obligations[-2:]} == {(due, recurrence)}
    *_, last = drafts(found)
    assert ("basis" in last.table) == bool(due or recurrence)


def test_sentences_without_a_marker_are_items_of_what_names_them() -> None:
    found = extract(
        "Agreement between the University of Bergen and the University of Cadiz\n\nArticle 1\n\n"
        "The Parties agree on the following activities for the purpose of this Agreement:\n"
        "Exchange of students in their last year.\nSummer schools on fish stocks.\n\nArticle 2\n\n"
        "The Parties shall publish a report.\n"
    )
    quotes = [proposal.quote for proposal in found.obligations]
    assert quotes[:2] == ["Exchange of students in their last year", "Summer schools on fish stocks"]


def test_items_are_owed_by_whom_the_lead_in_appoints() -> None:
    found = extract(
        EN.format("The two Governments designate the Marine Council to exercise the following functions:")
    )
    assert [proposal.bearers for proposal in found.obligations[1:]] == [("Marine Council",)] * 2


def test_an_item_that_lost_its_marker_stays_in_its_list() -> None:
    found = extract(
        "Agreement between Norway and Chad\n\nArticle 1\n\nThe Parties shall cooperate by:\n\na. training "
        "teachers;\n\nb organizing exhibitions;\n\nc. showing films.\n\nArticle 2\n\nChad shall report.\n"
    )
    quotes = [proposal.quote for proposal in found.obligations]
    assert quotes[0] == "training teachers"
    assert quotes[2] == "showing films"


def test_items_behind_a_number_with_a_degree_sign_are_items() -> None:
    found = extract(
        "Convention entre la Suisse et le Tchad\n\nArticle 1\n\nLa Suisse s'engage:\n\n1°. A prêter un "
        "million de francs.\n\n2°. A payer les intérêts.\n\nArticle 2\n\nLes Parties publient un rapport.\n"
    )
    quotes = [proposal.quote for proposal in found.obligations]
    assert quotes[:2] == ["A prêter un million de francs", "A payer les intérêts"]


def test_what_are_its_tasks_goes_back_to_who_was_spoken_of() -> None:
    found = extract(
        "Traité entre la France et l'Espagne\n\nArticle 1\n\nLe Comité des rivières examine les travaux. Il "
        "se réunit chaque année.\n\nSes missions sont les suivantes :\n\n- étudier les crues ;\n\n- proposer "
        "des digues.\n\nArticle 2\n\nLes Parties publient un rapport.\n"
    )
    items = [proposal for proposal in found.obligations if "list" in proposal.rules]
    assert [item.bearers for item in items] == [("Comité des rivières",)] * 2


def test_a_marker_on_a_line_of_its_own_is_that_of_the_line_below() -> None:
    found = extract(
        "Accord entre la Suisse et la Tunisie\n\nArticle 1\n\nLa Suisse s'engage à:\na)\npayer les frais de "
        "voyage;\nb)\nassumer les frais de séjour.\n\nArticle 2\n\nLes Parties publient un rapport.\n"
    )
    quotes = [proposal.quote for proposal in found.obligations]
    assert quotes[:2] == ["payer les frais de voyage", "assumer les frais de séjour"]


def test_an_item_with_a_day_of_its_own_keeps_it() -> None:
    text = EN.format("By 1 May 2027, UNICEF shall:").replace("the vehicles", "the vehicles by 1 June 2027")
    assert [row.due for row in extract(text, language="en").obligations[-2:]] == ["2027-05-01", "2027-06-01"]


def test_the_day_of_signature_in_the_enacting_words_is_nobodys_due_date() -> None:
    text = EN.format("UNICEF shall:").replace("have agreed as follows", "agreed on 3 October 2026 as follows")
    assert {row.due for row in extract(text, language="en").obligations} == {""}


LEADS = [
    ("en", "UNICEF shall not", ("publish the data", "sell cars")),
    ("en", "Neither Party shall", ("publish the data", "sell cars")),
    ("en", "UNICEF shall", ("publish the data", "sell cars")),
    ("fr", "La Belgique s'interdit de", ("publier les données", "vendre des véhicules")),
    ("fr", "Aucune Partie ne peut", ("publier les données", "vendre des véhicules")),
    ("fr", "La Belgique", ("publie les données", "vend des véhicules")),
]
MARKERS = [("1. ", "2. "), ("1) ", "2) "), ("1.\n", "2.\n"), ("(1) ", "(2) "), ("- ", "- ")]
HEADS = {
    "en": "Agreement between UNICEF and the Arab League\n\nDone at Cairo on 3 October 2026.\n\nArticle 1\n",
    "fr": "Accord entre la Belgique et le Sénégal\n\nFait à Dakar, le 3 octobre 2026.\n\nArticle 1\n",
}


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize("markers", MARKERS)
@pytest.mark.parametrize(("language", "lead", "items"), LEADS)
def test_a_list_is_the_same_however_its_items_are_marked(
    language: str, lead: str, items: tuple[str, str], markers: tuple[str, str], colon: str
) -> None:
    def read(lines: str) -> list[tuple[str, str, tuple[str, ...]]]:
        found = extract(HEADS[language] + lines, language=language)
        return [(each.quote, each.modality, each.bearers) for each in found.obligations]

    plain = read(f"{lead}:\n(a) {items[0]};\n(b) {items[1]}.\n")
    assert [quote for quote, _, _ in plain] == list(items)
    listed = (f"{marker}{item}" for marker, item in zip(markers, items, strict=True))
    assert read(f"{lead}{colon}\n" + ";\n".join(listed) + ".\n") == plain


def test_a_lead_in_of_which_no_item_is_proposed_is_named() -> None:
    found = extract(
        EN.format("UNICEF shall provide assistance in the following cases:")
        .replace("publish the data", "floods")
        .replace("sell the vehicles", "fires")
    )
    named = [*(row.quote for row in found.obligations), *(row.quote for row in found.left_out)]
    assert any("UNICEF shall provide" in quote for quote in named)


@pytest.mark.parametrize(
    ("language", "heading", "items", "owes"),
    [
        ("en", "Commitments of {}", ("submit a report", "publish the lists"), ("UNICEF", "Arab League")),
        ("fr", "Engagements de {}", ("remettre un rapport", "publier les listes"), ("Belgique", "Sénégal")),
    ],
)
def test_a_heading_says_whose_commitments_follow(
    language: str, heading: str, items: tuple[str, str], owes: tuple[str, str]
) -> None:
    lists = (f"{heading.format(name)}:\n- {items[0]}\n- {items[1]}\n" for name in owes)
    found = extract(HEADS[language] + "".join(lists), language=language)
    assert [row.bearers for row in found.obligations] == [(name,) for name in owes for _ in items]


def test_the_other_party_is_the_other_one() -> None:
    found = extract(HEADS["en"] + "UNICEF shall submit a report and the other Party shall reply to it.\n")
    assert [row.bearers for row in found.obligations] == [("UNICEF",), ("Arab League",)]
