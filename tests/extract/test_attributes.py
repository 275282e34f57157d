"""What single clauses are about and who bears them, one sentence a row."""

from pathlib import Path

import pytest

from tracker.extract import ProposedObligation, extract

FOLDER = Path(__file__).parent / "attributes"
TEXTS = {
    "en": (
        "Agreement between the Kingdom of Spain and the Republic of Kenya\n\nArticle 1\n{}\n\n"
        "Article 2\nThis Agreement shall enter into force on signature.\n"
    ),
    "fr": (
        "Accord entre le Royaume d'Espagne et la République du Kenya\n\nArticle 1\n{}\n\n"
        "Article 2\nLe présent Accord entre en vigueur à la signature.\n"
    ),
}


def rows(name: str) -> list[tuple[str, str, str]]:
    """Read "expected: sentence" of both languages, with the language before it."""
    found = []
    for language in TEXTS:
        for line in (FOLDER / f"{name}_{language}.txt").read_text(encoding="utf-8").splitlines():
            expected, sentence = line.split(": ", 1)
            found.append((language, expected, sentence))
    return found


def proposed(language: str, sentence: str) -> ProposedObligation:
    """Give the first proposal of a sentence that stands as an article of its own."""
    found = extract(TEXTS[language].format(sentence), language=language)
    return next(proposal for proposal in found.obligations if proposal.quote[:10] in sentence)


@pytest.mark.parametrize(("language", "kinds", "sentence"), rows("kinds"))
def test_what_a_clause_is_about(language: str, kinds: str, sentence: str) -> None:
    assert proposed(language, sentence).kind in kinds.split(" / ")


@pytest.mark.parametrize(("language", "bearers", "sentence"), rows("bearers"))
def test_who_bears_a_clause(language: str, bearers: str, sentence: str) -> None:
    assert proposed(language, sentence).bearers == tuple(bearers.split(" & "))
