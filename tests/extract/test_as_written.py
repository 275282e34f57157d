"""Names as the document writes them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from tracker.extract import Party, extract

FRENCH = """ACCORD DE COOPÉRATION
entre l'Université de Cœurville et l'Office des Æquipes

Signé à Cœurville, le 4 février 2025.

Article 1
L'Université de Cœurville œuvrera à former des agents de l'Office des Æquipes.
"""
NEWS = "OSLO, 4 February 2025 - Norway and Kenya met in Oslo. {}"


@pytest.mark.parametrize("text", [FRENCH, normalize("NFD", FRENCH)])
def test_letters_stay_as_they_are(text: str) -> None:
    found = extract(text, language="fr")
    assert [party.name for party in found.parties] == ["Université de Cœurville", "Office des Æquipes"]
    assert found.title.startswith("ACCORD DE COOPÉRATION entre l'Université de Cœurville")
    (one,) = found.obligations
    assert one.bearers == ("Université de Cœurville",)


@pytest.mark.parametrize(
    "signed",
    ["Signed in Oslo on 4 February 2025.", "Done at Oslo on 4 February 2025.", "Dated on 4 May 2025."],
)
def test_where_it_was_signed_is_no_part_of_a_name(signed: str) -> None:
    opening = (
        f"AGREEMENT\nbetween the Ministry of Ports of Alba and the Ministry of Fish of Norland\n{signed}\n"
    )
    found = extract(f"{opening}\nArticle 1\nThe Parties shall meet every year.\n", language="en")
    assert found.parties == (Party("Ministry of Ports of Alba"), Party("Ministry of Fish of Norland"))


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("The ministry also agreed to train 20 officers.", "ministry"),
        ("Each quarter, the Steering Committee will publish a report.", "Steering Committee"),
    ],
)
def test_what_stands_around_a_subject_is_no_part_of_it(sentence: str, bearer: str) -> None:
    (one,) = extract(NEWS.format(sentence), language="en").obligations
    assert one.bearers == (bearer,)
