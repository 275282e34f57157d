"""When an agreement comes into force and ends, and what that is reckoned from."""

import datetime as dt
import tomllib
from typing import Any

import pytest

from tracker.extract import as_toml, drafts, extract

HEAD = """MEMORANDUM OF UNDERSTANDING between the Ports Agency and the Roads Agency

Signed at Norland on 5 May 2026.

The Parties have agreed as follows:

1. The Parties shall meet every six months.

2. """
TETE = """PROTOCOLE D'ACCORD entre l'Agence des ports et l'Agence des routes

Signé à Norville le 5 mai 2026.

Les Parties sont convenues de ce qui suit :

1. Les Parties se réunissent tous les six mois.

2. """


def agreed(clauses: str, language: str = "en") -> dict[str, Any]:
    text = (HEAD if language == "en" else TETE) + clauses
    return dict(tomllib.loads(as_toml(extract(text, language=language), "a"))["agreements"]["a"])


@pytest.mark.parametrize(
    ("clause", "language", "effective", "expires", "basis"),
    [
        ("This Memorandum shall enter into force two months after signature.", "en",
         "2026-07-05", None, "2026-05-05 + 2 months"),
        ("This Memorandum shall come into force on the ninetieth day following its signature.", "en",
         "2026-08-03", None, "2026-05-05 + 90 days"),
        ("Sixty days after its signature, this Memorandum shall take effect.", "en",
         "2026-07-04", None, "2026-05-05 + 60 days"),
        ("This Memorandum enters into force on the first day of the third month following signature.", "en",
         "2026-08-01", None, "first day of the third month following signature"),
        ("This Memorandum enters into force on the first day of the month following its signature.", "en",
         "2026-06-01", None, "first day of the month following its signature"),
        ("This Memorandum enters into force sixty days after signature and remains in force for one year.",
         "en", "2026-07-04", "2027-07-03", "2026-05-05 + 60 days"),
        ("It shall enter into force on signature and remain in force for one year from the signature.",
         "en", "2026-05-05", "2027-05-04", None),
        ("It enters into force on the date of the last signature.", "en", "2026-05-05", None, None),
        ("Le présent Protocole entre en vigueur soixante jours après sa signature et reste en vigueur un an.",
         "fr", "2026-07-04", "2027-07-03", "2026-05-05 + 60 days"),
        ("Le présent Protocole prend effet le 1er juin 2026 et expire le 30 novembre 2028.", "fr",
         "2026-06-01", "2028-11-30", None),
        ("Le présent Protocole entre en vigueur le premier jour du deuxième mois suivant la signature.", "fr",
         "2026-07-01", None, "premier jour du deuxième mois suivant la signature"),
    ],
)  # fmt: skip
def test_a_delay_moves_the_first_day_and_is_no_last_one(
    clause: str, language: str, effective: str, expires: str | None, basis: str | None
) -> None:
    agreement = agreed(clause, language)
    assert agreement["effective"] == dt.date.fromisoformat(effective)
    assert agreement.get("expires") == (expires and dt.date.fromisoformat(expires))
    assert agreement.get("notes") == (basis and f"effective: {basis}")


@pytest.mark.parametrize(
    ("clause", "language", "event"),
    [
        ("This Memorandum shall enter into force on the date of the last notification.", "en",
         "on the date of the last notification"),
        ("This Memorandum enters into force thirty days after the deposit of the second instrument.", "en",
         "thirty days after the deposit of the second instrument"),
        ("It enters into force on 1 July 2026 or upon the last notification, whichever is last.",
         "en", "on 1 July 2026 or upon the last notification"),
        ("Le présent Protocole entre en vigueur à la date de réception de la dernière notification.", "fr",
         "à la date de réception de la dernière notification"),
    ],
)  # fmt: skip
def test_what_waits_for_an_event_is_not_reckoned_from_the_signature(
    clause: str, language: str, event: str
) -> None:
    text = (HEAD if language == "en" else TETE) + clause
    agreement = agreed(clause, language)
    assert "effective" not in agreement
    assert "expires" not in agreement
    assert agreement["notes"].startswith("effective: ")
    assert event in agreement["notes"]
    meetings = next(drafts(extract(text, language=language)))
    assert not {"every", "first"} & set(meetings.table)
    assert meetings.table["notes"] == "time: every 6 months, from a day that the text does not give"


def test_a_length_from_an_unknown_first_day_is_told() -> None:
    clauses = (
        "The Ports Agency shall report within 30 days of the entry into force of this Memorandum.\n\n"
        "3. This Memorandum shall enter into force upon receipt of the last notification."
    )
    report = list(drafts(extract(HEAD + clauses, language="en")))[1]
    assert "within" not in report.table
    assert report.table["notes"] == "time: within 30 days of the entry into force of this Memorandum"


@pytest.mark.parametrize(
    ("clauses", "effective", "expires"),
    [
        ("The Agreement of 7 March 2019 shall expire on 30 June 2027. This MOU shall expire on 2 May 2030.",
         None, "2030-05-02"),
        ("This Memorandum, which replaces the Agreement of 7 March 2019, is valid until 30 June 2030.",
         None, "2030-06-30"),
        ("The samples shall remain valid until 30 June 2028.", None, None),
        ("The permit shall remain in force until 30 June 2028.", None, None),
        ("The Pact of 7 March 2019 took effect on 1 June 2019. It enters into force on 1 July 2026.",
         "2026-07-01", None),
        ("If it is not denounced, this Memorandum shall remain in force until 30 June 2028.",
         None, "2028-06-30"),
        ("The Annex shall enter into force on 1 July 2026.", None, None),
        ("This Memorandum shall terminate on 30 June 2028.", None, "2028-06-30"),
        ("This Memorandum is effective from 1 July 2026 to 30 June 2028.", "2026-07-01", "2028-06-30"),
        ("This Memorandum shall be valid until 30 June 2028.", None, "2028-06-30"),
    ],
)  # fmt: skip
def test_only_what_is_said_of_this_text_counts_for_its_life(
    clauses: str, effective: str | None, expires: str | None
) -> None:
    agreement = agreed(clauses)
    assert agreement.get("effective") == (effective and dt.date.fromisoformat(effective))
    assert agreement.get("expires") == (expires and dt.date.fromisoformat(expires))


EN = (
    "AGREEMENT between the Republic of Kenya and the Republic of Uganda\n\nSigned at Nairobi on 3 March 2025."
    "\n\nArticle 1\n{}\n\nArticle 2\nThe Parties shall meet every year.\n"
)
FR = (
    "ACCORD entre la République du Sénégal et le Royaume du Maroc\n\nFait à Dakar le 3 mars 2025."
    "\n\nArticle 1\n{}\n\nArticle 2\nLes Parties se réunissent chaque année.\n"
)


@pytest.mark.parametrize(
    ("head", "clause", "effective", "expires"),
    [
        (FR, "La présente Convention prend effet le 1er janvier 2027 et s'achève le 31 décembre 2029.",
         "2027-01-01", "2029-12-31"),
        (FR, "La présente Convention est conclue jusqu'au 31 décembre 2029.", "", "2029-12-31"),
        (FR, "La présente Convention arrivera à échéance le 30 juin 2028.", "", "2028-06-30"),
        (FR, "La présente Convention cesse de produire effet le 31 décembre 2029.", "", "2029-12-31"),
        (FR, "La présente Convention est conclue pour une durée de trois ans à compter du 1er janvier 2027.",
         "2027-01-01", "2029-12-31"),
        (EN, "This Agreement shall enter into force on 1 January 2027 and shall end on 31 December 2029.",
         "2027-01-01", "2029-12-31"),
        (EN, "This Agreement takes effect on 1 January 2027 and ends on 31 December 2029.",
         "2027-01-01", "2029-12-31"),
        (EN, "This Agreement is concluded for a term of three years from the date of signature.",
         "2025-03-03", "2028-03-02"),
        (EN, "This Agreement shall lapse three years after its signature.", "2025-03-03", "2028-03-02"),
        (EN, "This Agreement takes effect on 1 June 2025. It expires one year after its entry into force.",
         "2025-06-01", "2026-05-31"),
        (EN, "This Agreement is concluded until 31 December 2029.", "", "2029-12-31"),
        (EN, "The project shall end on 31 December 2029.", "", ""),
    ],
)  # fmt: skip
def test_the_agreement_ends_when_it_says_so(head: str, clause: str, effective: str, expires: str) -> None:
    found = extract(head.format(clause))
    assert (found.date, found.effective, found.expires) == ("2025-03-03", effective, expires)
