"""Parties by the formula that gives each a term, their names as they are written."""

import pytest

from tracker.extract import extract


@pytest.mark.parametrize(
    ("opening", "parties"),
    [
        (
            (
                "Entre\n\nL'Agence de coopération culturelle du Sahel, ci-après dénommée « l'ACCS », dont "
                "le siège est à Niamey, représentée par sa Directrice,\n\nEt\n\nLa Fondation Al-Andalous "
                "pour le patrimoine, ci-après dénommée « la Fondation », dont le siège est à Tétouan,\n\n"
            ),
            [
                ("Agence de coopération culturelle du Sahel", ("ACCS",)),
                ("Fondation Al-Andalous pour le patrimoine", ("Fondation",)),
            ],
        ),
        (
            (
                "Le ministère de la Santé de Ruritanie (ci-après « le Ministère »), le Fonds mondial des "
                "vaccins (ci-après « le Fonds ») et l'Agence nordique d'aide (ci-après « l'Agence ») "
            ),
            [
                ("Ministère de la Santé de Ruritanie", ("Ministère",)),
                ("Fonds mondial des vaccins", ("Fonds",)),
                ("Agence nordique d'aide", ("Agence",)),
            ],
        ),
        (
            (
                "Le Ministère de la Santé, ci-après « le Ministère », d'une part, et le Fonds des vaccins, "
                "ci-après « le Fonds », d'autre part, "
            ),
            [("Ministère de la Santé", ("Ministère",)), ("Fonds des vaccins", ("Fonds",))],
        ),
        (
            (
                "Le Centre d'études sur la paix (ci-après « le Centre ») et l'École de droit (ci-après "
                "« l'École »), ci-après dénommés ensemble « les Parties », "
            ),
            [("Centre d'études sur la paix", ("Centre",)), ("École de droit", ("École",))],
        ),
    ],
)
def test_french_names_are_whole(opening: str, parties: list[tuple[str, tuple[str, ...]]]) -> None:
    text = f"ACCORD\n\n{opening}sont convenus de ce qui suit :\n\n1. Chaque Partie paie sa part.\n"
    found = extract(text, language="fr")
    assert [(party.name, party.aliases) for party in found.parties] == parties
    assert found.obligations[0].bearers == tuple(name for name, _ in parties)


def test_english_names_are_told_from_what_is_said_of_them() -> None:
    found = extract(
        "MEMORANDUM OF UNDERSTANDING\n\nbetween\n\nThe Mediterranean Centre for Water Policy, an "
        "intergovernmental organisation having its headquarters in Valletta, Malta (hereinafter referred to "
        'as "MCWP"), represented by its Director, Ms Vassallo, and\n\n'
        "The West African River Basin Authority, having its seat in Bamako, Mali "
        '(hereinafter referred to as "WARBA"),\n\nHave agreed as follows:\n\nArticle 1\n'
        "MCWP shall report to WARBA.\n",
        language="en",
    )
    assert [(party.name, party.aliases) for party in found.parties] == [
        ("Mediterranean Centre for Water Policy", ("MCWP",)),
        ("West African River Basin Authority", ("WARBA",)),
    ]
    assert found.obligations[0].bearers == ("Mediterranean Centre for Water Policy",)
