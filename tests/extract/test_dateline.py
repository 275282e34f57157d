"""The day on which an agreement was signed, among the days that it names."""

import pytest

from tracker.extract import as_toml, extract

HEAD = """MEMORANDUM OF UNDERSTANDING between the Ports Agency and the Roads Agency

Recalling the Agreement of 7 March 2019,

The Parties have agreed as follows:

1. The Parties shall meet every year, as foreseen in the Agreement of 7 March 2019.

"""
TETE = """PROTOCOLE D'ACCORD entre l'Agence des ports et l'Agence des routes

Vu la convention signée à Norville le 7 mars 2019,

Les Parties sont convenues de ce qui suit :

1. Les Parties se réunissent chaque année.

"""


@pytest.mark.parametrize(
    ("signatures", "day"),
    [
        ("For the Ports Agency\nFor the Roads Agency\nNorland, 5 May 2026\nSudland, 9 May 2026",
         "2026-05-09"),
        ("For the Ports Agency       For the Roads Agency\nNorland, 9 May 2026      Sudland, 5 May 2026",
         "2026-05-09"),
        ("For the Ports Agency\nName: A. Bee\nDate: 5 May 2026\n\nFor the Roads Agency\nDate: 09/05/2026",
         "2026-05-09"),
        ("Signed: 05/05/2026", "2026-05-05"),
        ("Date: 5 May 2026", "2026-05-05"),
        ("Dated 5 May 2026", "2026-05-05"),
        ("Entered into on May 5, 2026", "2026-05-05"),
        ("Done at Norland on 5 May 2026 and at Sudland on 9 May 2026, in two originals.", "2026-05-09"),
        ("IN WITNESS WHEREOF the undersigned have signed this Memorandum on 5 May 2026.", "2026-05-05"),
        ("Done at Norland on 5 May 2026.\n\nAnnex\n\nNorland, 1 March 2027\n\nSudland, 1 June 2027",
         "2026-05-05"),
        ("For the Ports Agency\n\n5 May 2026\n\nFor the Roads Agency\n\n9 May 2026", "2026-05-09"),
        ("", ""),
        ("2. The Roads Agency shall report by 30 June 2027.", ""),
        ("2. This Memorandum supplements the Agreement signed at Norland on 7 March 2019.", ""),
    ],
)  # fmt: skip
def test_the_day_of_the_signatures_is_the_agreements(signatures: str, day: str) -> None:
    found = extract(HEAD + signatures + "\n", language="en")
    assert found.date == day
    note = "date: the text does not say when it was signed"
    assert (note in as_toml(found, "a")) is (not day)


@pytest.mark.parametrize(
    ("signatures", "day"),
    [
        ("Pour l'Agence des ports\nNorville, le 5 mai 2026\n\nPour les routes\nSudville, le 9 mai 2026",
         "2026-05-09"),
        ("Fait à Norville, le 5 mai 2026, en deux exemplaires.", "2026-05-05"),
        ("Le présent Protocole a été signé à Norville le 5 mai 2026.", "2026-05-05"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_day_of_french_signatures(signatures: str, day: str) -> None:
    assert extract(TETE + signatures + "\n", language="fr").date == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("This Memorandum is entered into on 5 May 2026 between the Ports Agency and the Roads Agency.",
         "2026-05-05"),
        ("The Agreement signed at Norland on 7 March 2019 is continued.", ""),
        ("1. The meeting was held in Norland on 4 and 5 May 2026.", "2026-05-05"),
        ("1. The Ports Agency sends its report on 5 May 2026.", ""),
    ],
)  # fmt: skip
def test_a_head_that_names_the_day(opening: str, day: str) -> None:
    text = f"MEMORANDUM OF UNDERSTANDING\n\n{opening}\n\n2. The Parties shall meet every year.\n"
    assert extract(text, language="en").date == day


@pytest.mark.parametrize(
    ("text", "parties", "date"),
    [
        ("NAIROBI, 3 March 2025 - Kenya and Uganda will meet again.\n", ("Kenya", "Uganda"), "2025-03-03"),
        (
            "DAKAR, le 3 mars 2025 - Le Sénégal et le Maroc se réuniront à nouveau.\n",
            ("Sénégal", "Maroc"),
            "2025-03-03",
        ),
        ("Nairobi, 3 March 2025 (KNA) - Kenya will build a road to the lake.\n", ("Kenya",), "2025-03-03"),
    ],
)
def test_the_shortest_news_is_news_and_its_city_no_party(
    text: str, parties: tuple[str, ...], date: str
) -> None:
    found = extract(text)
    assert (found.genre, found.date) == ("press", date)
    assert tuple(party.name for party in found.parties) == parties
