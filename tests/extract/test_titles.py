"""What a document is called: no article, no slogan, no ministry."""

import pytest

from tracker.extract import extract

LONG = (
    "Agreement between the Government of Malta and the Government of Japan on the exchange of young "
    "workers and trainees in the hotel trade"
)
BODY = "\n\nArticle 1\n\nThe Parties shall meet every year.\n"


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            f"{LONG}\n\nThe Government of Malta and the Government of Japan,\n\nHave agreed as follows:",
            LONG,
        ),
        (
            "MEMORANDUM OF UNDERSTANDING\n\nBETWEEN\n\nTHE LAKE BOARD\n\nAND\n\nTHE RIVER TRUST\n\nNoting",
            "MEMORANDUM OF UNDERSTANDING BETWEEN THE LAKE BOARD AND THE RIVER TRUST",
        ),
        (
            "REPUBLIC OF MALTA\nMINISTRY\n\nFramework Arrangement\n\nBetween Malta and Japan it is agreed:",
            "Framework Arrangement",
        ),
        ("Rules of the lake\n\nThe members of the lake have agreed as follows:", "Rules of the lake"),
    ],
)
def test_an_agreement_is_called_by_its_instrument(opening: str, title: str) -> None:
    assert extract(opening + BODY, language="en").title == title


NEWS = (
    "Oslo, 3 May 2020 (AFP) - Norway and Chile signed an accord on Monday, the minister said. Norway will "
    "host talks, and Chile said that it will send a delegation of experts to Oslo."
)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            "News for everybody since 1950\n\nNorway and Chile sign an accord\n\n",
            "Norway and Chile sign an accord",
        ),
        (
            "MINISTRY OF WORKS\n\nLast updated on 4 May 2020\n\n",
            "Norway and Chile signed an accord on Monday, the minister said.",
        ),
        (
            "3 May 2020\n\nWhat was promised at the lake\n\nOslo, 3 May 2020 (AFP) - They said nothing.",
            "",
        ),
    ],
)
def test_news_is_called_by_its_headline(page: str, title: str) -> None:
    text = page + NEWS if title else page
    found = extract(text, language="en")
    assert found.genre == "press"
    assert found.title == (title or "What was promised at the lake")


def test_a_text_without_lines_has_no_title() -> None:
    assert extract("\n\n", language="en").title == ""


def test_a_title_goes_on_with_the_parties_on_lines_of_their_own() -> None:
    lines = (
        "MEMORANDUM OF UNDERSTANDING",
        "between",
        "THE WATER CENTRE",
        "and",
        "THE RIVER BOARD",
        "on water",
    )
    text = "\n\n".join((*lines, "The Parties have agreed as follows:", "1. The Parties shall meet.\n"))
    assert extract(text).title == " ".join(lines)


def test_a_title_does_not_end_where_the_parties_begin() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\n\nL'Agence du Sahel, ci-après dénommée « l'Agence »,\n\nEt\n\n"
        "La Fondation Al-Andalous, ci-après dénommée « la Fondation »,\n\nsont convenues de ce qui suit :\n\n"
        "Article premier\nL'Agence verse une contribution.\n"
    )
    assert extract(text).title == "CONVENTION DE PARTENARIAT"


ENTRE = """CONVENTION DE COOPÉRATION

Entre

le Ministère de la Santé du Sénégal{}

et

la Fondation Espoir{}

Il a été convenu ce qui suit :

"""
SOUSSIGNES = """Convention de partenariat
Entre les soussignés
L'Université de Dakar, représentée par son Recteur, d'une part,
et
L'Université de Rabat, d'autre part,
"""
CI_APRES = """CONVENTION EN MATIÈRE DE SANTÉ
Entre
La Croix-Rouge sénégalaise, ci-après « la Croix-Rouge »
et
Le Ministère de la Santé, ci-après « le Ministère »

"""
HEALTH = ["Ministère de la Santé du Sénégal", "Fondation Espoir"]
OPENINGS = [
    (
        ENTRE.format(", représenté par M. Diop", ", représentée par Mme Sow"),
        "CONVENTION DE COOPÉRATION",
        HEALTH,
    ),
    (
        ENTRE.format("", ""),
        "CONVENTION DE COOPÉRATION Entre le Ministère de la Santé du Sénégal et la Fondation Espoir",
        HEALTH,
    ),
    (SOUSSIGNES, "Convention de partenariat", ["Université de Dakar", "Université de Rabat"]),
    (CI_APRES, "CONVENTION EN MATIÈRE DE SANTÉ", ["Croix-Rouge sénégalaise", "Ministère de la Santé"]),
]


@pytest.mark.parametrize(("opening", "title", "parties"), OPENINGS)
def test_who_opens_the_text_belongs_to_no_title(opening: str, title: str, parties: list[str]) -> None:
    found = extract(f"{opening}Article 1\nLes Parties se réunissent chaque année.\n", language="fr")
    assert found.title == title
    assert [party.name for party in found.parties] == parties
