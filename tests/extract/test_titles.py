"""What a document is called: no article, no slogan, no ministry."""

import pytest

from tracker.extract import extract

BODY = "\n\nArticle 1\n\nThe Parties shall meet every year.\n"


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Agreement between the Government of Malta and the Government of Japan on the exchange of young "
            "workers and trainees in the hotel trade\n\nThe Government of Malta and the Government of Japan,\n\n"
            "Have agreed as follows:",
            "Agreement between the Government of Malta and the Government of Japan on the exchange of young "
            "workers and trainees in the hotel trade",
        ),
        (
            "MEMORANDUM OF UNDERSTANDING\n\nBETWEEN\n\nTHE LAKE BOARD\n\nAND\n\nTHE RIVER TRUST\n\n"
            'WHEREAS the Lake Board ("LB") is a body;',
            "MEMORANDUM OF UNDERSTANDING BETWEEN THE LAKE BOARD AND THE RIVER TRUST",
        ),
        (
            "REPUBLIC OF MALTA\nMINISTRY OF WORKS\n\nFramework Arrangement\n\nBetween the Ministry of Works of "
            "Malta and the Ministry of Works of Japan the following has been agreed:",
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
        ("MINISTRY OF WORKS\n\nLast updated on 4 May 2020\n\n", NEWS.split(" - ")[1].split(". ")[0] + "."),
        (
            "3 May 2020\n\nWhat was promised at the lake summit\n\nOslo, 3 May 2020 (AFP) - They said nothing.",
            "",
        ),
    ],
)
def test_news_is_called_by_its_headline(page: str, title: str) -> None:
    text = page + NEWS if title else page
    found = extract(text, language="en")
    assert found.genre == "press"
    assert found.title == (title or "What was promised at the lake summit")


def test_a_text_without_lines_has_no_title() -> None:
    assert extract("\n\n", language="en").title == ""
