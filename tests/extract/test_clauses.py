"""Sentence by sentence: what promises in an agreement and in news, and what does not."""

from pathlib import Path

import pytest

from tracker.extract import extract

NEWS_EN = (
    "Singapore, 3 May 2017 Posted in Press releases\n\nThe Ministry of Law (MinLaw) and the International "
    "Chamber of Commerce (ICC) signed a Memorandum of Understanding today, the Minister said.\n\n"
)
NEWS_FR = (
    "Rabat, 3 mai 2017 (MAP)\n\nLe Congo et le Maroc ont signé mercredi une convention de jumelage, "
    "a indiqué le ministère.\n\n"
)
TREATY_FR = (
    "Convention entre le Royaume de Belgique et la République du Sénégal relative au recrutement\n\n"
    "Article 1\n\n"
)
TREATY_EN = "Agreement between the Republic of Kenya and the Kingdom of Spain on fisheries\n\nArticle 1\n\n"


def sentences(name: str) -> list[str]:
    """Read one sentence a line."""
    path = Path(__file__).parent / "sentences" / f"{name}.txt"
    return path.read_text(encoding="utf-8").splitlines()


def found(head: str, sentence: str, language: str) -> bool:
    proposals = extract(head + sentence, language=language).obligations
    return any(proposal.start >= len(head) - 1 for proposal in proposals)


@pytest.mark.parametrize("sentence", sentences("news_en_promises"))
def test_english_news_promises(sentence: str) -> None:
    assert found(NEWS_EN, sentence, "en")


@pytest.mark.parametrize("sentence", sentences("news_en_praise"))
def test_english_news_praises(sentence: str) -> None:
    assert not found(NEWS_EN, sentence, "en")


@pytest.mark.parametrize("sentence", sentences("news_fr_promises"))
def test_french_news_promises(sentence: str) -> None:
    assert found(NEWS_FR, sentence, "fr")


@pytest.mark.parametrize("sentence", sentences("news_fr_praise"))
def test_french_news_praises(sentence: str) -> None:
    assert not found(NEWS_FR, sentence, "fr")


@pytest.mark.parametrize("sentence", sentences("treaty_fr_promises"))
def test_a_french_treaty_promises(sentence: str) -> None:
    assert found(TREATY_FR, sentence, "fr")


@pytest.mark.parametrize("sentence", sentences("treaty_fr_status"))
def test_a_french_treaty_states(sentence: str) -> None:
    assert not found(TREATY_FR, sentence, "fr")


@pytest.mark.parametrize("sentence", sentences("treaty_en_promises"))
def test_an_english_treaty_promises(sentence: str) -> None:
    assert found(TREATY_EN, sentence, "en")


@pytest.mark.parametrize("sentence", sentences("treaty_en_status"))
def test_an_english_treaty_states(sentence: str) -> None:
    assert not found(TREATY_EN, sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Neither Party shall disclose the data to third parties.", "prohibition"),
        ("No Party shall at any time assign its quota.", "prohibition"),
        ("Neither Kenya nor Spain may transfer its quota.", "prohibition"),
        ("Spain shall in no case fish at night.", "prohibition"),
        ("Spain shall on no account fish at night.", "prohibition"),
        ("Spain shall, save in distress, not enter the bay.", "prohibition"),
        ("Spain shall not later than 1 May 2026 publish its quota.", "obligation"),
        ("Spain shall not fail to inform Kenya.", "obligation"),
        ("Spain shall submit a report on quotas that were not used.", "obligation"),
        ("The Parties shall not disclose the data to third parties.", "prohibition"),
        ("The Parties shall do their utmost to protect stocks.", "best-effort"),
        ("The vessels will, wherever possible, carry observers.", "best-effort"),
        ("The Parties aim to double the catch.", "intent"),
        ("The Parties will continue to monitor the catch.", "obligation"),
        ("The Commission shall be free to invite experts.", "permission"),
        ("Spain may inspect the vessels.", "permission"),
    ],
)
def test_modality(sentence: str, modality: str) -> None:
    assert extract(TREATY_EN + sentence, language="en").obligations[-1].modality == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("La Belgique ne divulgue aucune information.", "prohibition"),
        ("Les Parties s'engagent à ne pas divulguer les données.", "prohibition"),
        ("Les Parties s'engagent à ne plus divulguer les données.", "prohibition"),
        ("Les Parties s'engagent à n'y construire aucun port.", "prohibition"),
        ("La Belgique peut ne pas accepter une demande.", "permission"),
        ("Aucune des Parties ne cède ses droits.", "prohibition"),
        ("La Belgique communique les données.", "obligation"),
    ],
)
def test_modality_in_french(sentence: str, modality: str) -> None:
    assert extract(TREATY_FR + sentence, language="fr").obligations[-1].modality == modality


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
LISTS: tuple[tuple[str, str, list[str]], ...] = (
    (
        "en",
        TREATY_EN
        + "The methods to be used shall include- (a) yearly sessions of the two fisheries boards;\n\n"
        "(b) exchange of catch records;\n\n(c) loan of patrol vessels; and (d) training of inspectors.",
        ["exchange of catch records", "loan of patrol vessels", "training of inspectors"],
    ),
    (
        "fr",
        TREATY_FR + "La commission aura pour tâches : a) d'examiner les offres d'emploi ;\n\n"
        "b) de fixer le nombre des travailleurs ;\n\nc) de visiter les camps ; et d) de publier un rapport.",
        ["de fixer le nombre des travailleurs", "de visiter les camps", "de publier un rapport"],
    ),
)


LISTS += (
    (
        "fr",
        TREATY_FR + "A cette fin, les Parties :\n\na) Informent les entreprises des offres ;\n\n"
        "b) Fournissent aux entreprises la liste des candidats, et\n\n"
        "c) et, dans la mesure de leurs moyens, dépêchent des médecins.",
        [
            "Informent les entreprises des offres",
            "Fournissent aux entreprises la liste des candidats",
            "dans la mesure de leurs moyens, dépêchent des médecins",
        ],
    ),
    (
        "fr",
        TREATY_FR + "Les actions suivantes seront réalisées ;\n\na) recherches agricoles ;\n\n"
        "b) échange d'experts.",
        ["recherches agricoles", "échange d'experts"],
    ),
    (
        "en",
        TREATY_EN + "The Commission shall have the following functions: 1) Examine the catch. 2) Propose to "
        "both governments the quotas. 3) Publish a report.",
        ["Examine the catch", "Propose to both governments the quotas", "Publish a report"],
    ),
    (
        "en",
        TREATY_EN
        + "The Commission shall:\n\n"
        + "\n\n".join(f"({letter}) publish list {number};" for number, letter in enumerate("abcdefghij")),
        [f"publish list {number}" for number in range(10)],
    ),
    (
        "en",
        TREATY_EN
        + "The Commission shall:\n\n"
        + "\n\n".join(
            f"({mark}) publish list {mark};" for mark in ("i", "ii", "iii", "iv", "v", "vi", "vii")
        ),
        [f"publish list {mark}" for mark in ROMAN],
    ),
)


@pytest.mark.parametrize(("language", "text", "items"), LISTS)
def test_a_list_begins_in_the_sentence_that_leads_into_it(language: str, text: str, items: list[str]) -> None:
    quotes = [proposal.quote for proposal in extract(text, language=language).obligations]
    assert quotes[-len(items) :] == items
