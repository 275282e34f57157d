"""Several promises of one sentence: who owes each of them, and when."""

import pytest

from tracker.extract import extract

HEAD = (
    "Agreement between the Kingdom of Spain and the Republic of Kenya\n\n"
    "Signed in Nairobi on 3 October 2026.\n\nArticle 1\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "promises"),
    [
        (
            "Kenya shall submit a plan by 31 March 2027 and, within 30 days, Spain shall approve it.",
            [
                ("Kenya shall submit a plan by 31 March 2027", "Kenya", "2027-03-31"),
                ("within 30 days, Spain shall approve it", "Spain", ""),
            ],
        ),
        (
            "By 1 May 2027 Kenya shall train staff and by 1 June 2027 the Kingdom of Spain shall report.",
            [
                ("By 1 May 2027 Kenya shall train staff", "Kenya", "2027-05-01"),
                ("by 1 June 2027 the Kingdom of Spain shall report", "Spain", "2027-06-01"),
            ],
        ),
        (
            "By 31 March 2027, Kenya shall open the road and the Kingdom of Spain shall withdraw its cars.",
            [
                ("By 31 March 2027, Kenya shall open the road", "Kenya", "2027-03-31"),
                ("the Kingdom of Spain shall withdraw its cars", "Spain", "2027-03-31"),
            ],
        ),
        (
            "Kenya shall pay, and UNESCO and the Kingdom of Spain shall report by 1 May 2027.",
            [
                ("Kenya shall pay", "Kenya", ""),
                ("UNESCO and the Kingdom of Spain shall report by 1 May 2027", "Spain UNESCO", "2027-05-01"),
            ],
        ),
        (
            "Kenya shall train staff, provided that the Kingdom of Spain shall pay by 1 May 2027.",
            [
                ("Kenya shall train staff", "Kenya", ""),
                ("the Kingdom of Spain shall pay by 1 May 2027", "Spain", "2027-05-01"),
            ],
        ),
        (
            "Kenya shall train staff (the Kingdom of Spain shall pay for it by 1 May 2027).",
            [
                ("Kenya shall train staff", "Kenya", ""),
                ("the Kingdom of Spain shall pay for it by 1 May 2027", "Spain", "2027-05-01"),
            ],
        ),
        (
            "A school shall be built, a fund shall be created and teachers shall be trained.",
            [
                ("A school shall be built", "Spain Kenya", ""),
                ("a fund shall be created", "Spain Kenya", ""),
                ("teachers shall be trained", "Spain Kenya", ""),
            ],
        ),
        (
            "The Parties agree that Kenya and the Kingdom of Spain will share the costs.",
            [
                (
                    "The Parties agree that Kenya and the Kingdom of Spain will share the costs",
                    "Spain Kenya",
                    "",
                )
            ],
        ),
    ],
)
def test_each_promise_of_a_sentence(sentence: str, promises: list[tuple[str, str, str]]) -> None:
    found = extract(HEAD + sentence, language="en").obligations
    assert [(row.quote, " ".join(row.bearers), row.due) for row in found] == promises


def test_news_that_agreed_to_three_things_promises_each_of_them() -> None:
    found = extract(
        "Nairobi, 3 October 2026\n\nKenya and Spain signed an accord on Monday, it said. Both sides "
        "agreed to hold yearly talks, train forty judges and open a consulate in Mombasa.\n"
    )
    quotes = [proposal.quote for proposal in found.obligations]
    assert [quote.split()[0] for quote in quotes] == ["Both", "train", "open"]


def test_the_purposes_of_what_was_agreed_are_no_promises_of_their_own() -> None:
    found = extract(
        "Nairobi, 3 October 2026\n\nKenya and Spain signed an accord on Monday, it said. Both sides "
        "agreed to raise capital to build roads, connect ports and train judges.\n"
    )
    assert len(found.obligations) == 1


def test_infinitives_behind_commas_are_promises_of_their_own() -> None:
    found = extract(
        "Accord entre la Suisse et la Tunisie\n\nArticle 1\n\nLa Suisse s'engage à faciliter l'accès des "
        "écoles, fournir des livres aux élèves, assurer le suivi des travaux.\n"
    )
    assert [proposal.quote.split()[0] for proposal in found.obligations] == ["La", "fournir", "assurer"]
