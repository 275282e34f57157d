"""What single clauses are about and who bears them, one sentence a row."""

from pathlib import Path

import pytest

from tracker.extract import ProposedObligation, drafts, extract

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


def rows(name: str, between: str = ": ") -> list[tuple[str, str, str]]:
    """Read "expected: sentence" of both languages, with the language before it."""
    found = []
    for language in TEXTS:
        for line in (FOLDER / f"{name}_{language}.txt").read_text(encoding="utf-8").splitlines():
            expected, sentence = line.split(between, 1)
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


SIGNED = {"en": "Signed at Madrid on 3 March 2025.", "fr": "Fait à Madrid le 3 mars 2025."}
TIMES = {"due": "", "every": "every ", "first": "first ", "until": "until "}


@pytest.mark.parametrize(("language", "times", "sentence"), rows("due", " | "))
def test_the_day_of_the_promise_is_not_that_of_another_deed(language: str, times: str, sentence: str) -> None:
    text = TEXTS[language].format(sentence).replace("\n\n", f"\n\n{SIGNED[language]}\n\n", 1)
    found = extract(text, language=language)
    table = next(draft.table for draft in drafts(found) if str(draft.table["quote"])[:10] in sentence)
    said = ", ".join(f"{word}{table[key]}" for key, word in TIMES.items() if key in table)
    reckoned = f", as {table['basis']}" if ", as " in times else ""
    assert (said or "-") + reckoned == times


@pytest.mark.parametrize(("language", "modalities", "sentence"), rows("modality"))
def test_how_strongly_each_clause_of_a_sentence_binds(language: str, modalities: str, sentence: str) -> None:
    found = extract(TEXTS[language].format(sentence), language=language)
    told = [proposal.modality for proposal in found.obligations if proposal.quote in sentence]
    assert " + ".join(told) == modalities


@pytest.mark.parametrize(
    ("language", "kind", "sentence"),
    [
        (
            "en",
            "joint-programme",
            "Both ministers will work towards better knowledge of each other's museums.",
        ),
        ("en", "joint-programme", "Norway will explore new ways of storing heat."),
        ("en", "other", "Norway will lift the ban on salmon in May."),
        (
            "fr",
            "joint-programme",
            "Le ministre a annoncé que la France va développer des pistes cyclables à Kigali.",
        ),
        ("fr", "other", "Le Rwanda lèvera en mai l'interdiction du saumon."),
    ],
)
def test_news_of_what_is_undertaken_together_tells_of_a_programme(
    language: str, kind: str, sentence: str
) -> None:
    news = {
        "en": "OSLO, 3 March 2025 - Norway and Rwanda signed a memorandum on Monday. {}\n",
        "fr": "KIGALI, le 3 mars 2025 - La France et le Rwanda ont signé lundi un mémorandum. {}\n",
    }
    found = extract(news[language].format(sentence), language=language)
    assert [proposal.kind for proposal in found.obligations] == [kind]


NEWS = "NAIROBI, 3 March 2025 - Kenya and Uganda signed a memorandum on Monday.\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Kenya promised that it would not tax imports.", "prohibition", ("Kenya",)),
        ("Kenya has promised that it will open the border.", "obligation", ("Kenya",)),
        (
            "The two countries agreed that they would not raise tariffs.",
            "prohibition",
            ("Kenya", "Uganda"),
        ),
        ("Under the agreement, UNESCO will train teachers.", "obligation", ("UNESCO",)),
        ("Under the agreement the two countries will train teachers.", "obligation", ("Kenya", "Uganda")),
    ],
)
def test_news_of_what_somebody_said_is_about_who_said_it(
    sentence: str, modality: str, bearers: tuple[str, ...]
) -> None:
    found = extract(NEWS.format(sentence), language="en")
    assert [(each.modality, each.bearers) for each in found.obligations] == [(modality, bearers)]


def test_the_day_on_which_it_was_agreed_is_no_due_date_in_news() -> None:
    found = extract(
        NEWS.format("On 5 May 2025 the two countries agreed to open a border post."), language="en"
    )
    assert [each.due for each in found.obligations] == [""]
    later = extract(NEWS.format("The two countries agreed to open a post on 5 May 2025."), language="en")
    assert [each.due for each in later.obligations] == ["2025-05-05"]
