"""What holds for any text whatever."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.core.errors import TrackerError
from tracker.extract import as_toml, engine, extract
from tracker.extract.language import detect_language
from tracker.extract.normalise import normalise

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SENTENCES = Path(__file__).parent / "sentences"
PIECES = [
    "The Parties shall meet every year",
    "les deux Parties s’engagent à échanger",
    " and will report by 3 May 2024",
    "Article 1\n",
    "1. ",
    "(a) ",
    "a) ",
    "- ",
    ":\n",
    "; ",
    ". ",
    ".\n\n",
    "\r\n",
    "«",
    "»",
    '"',
    "co-\noperation",
    "ﬁnance",
    "œuvrer",
    "\u00a0",
    "le 31/12/2020",
    "which shall",
    "qui sera",
    "Fait à Rabat, le 3 mars 2001",
    "have agreed as follows:",
    "between the Ministry (MIN) and the Kingdom of Spain",
    "hereinafter “the Agency”",
    "For Spain:",
]
anything = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(anything, st.sampled_from(["en", "fr"]))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_and_quoted_verbatim(text: str, language: str) -> None:
    found = extract(text, language=language)
    assert found == extract(text, language=language)
    for proposal in found.obligations:
        assert text[proposal.start : proposal.end] == proposal.quote
        assert proposal.kinds[0] == proposal.kind
        assert 0 <= proposal.confidence <= 1
    for date in found.dates:
        assert text[date.start : date.end] == date.text
    starts = [proposal.start for proposal in found.obligations]
    assert starts == sorted(starts)
    assert isinstance(as_toml(found), str)


@given(st.text(alphabet="aéœﬁ\u00ad-\n\r \u0301'…x", max_size=60))
def test_normalising_can_be_undone(text: str) -> None:
    normalised = normalise(text)
    assert len(normalised.plain) == len(normalised.folded)
    for place in range(len(normalised.plain)):
        start, end = normalised.origin(place, place + 1)
        assert 0 <= start < end <= len(text)


def test_line_ends_do_not_change_what_is_found() -> None:
    text = SEEDS[2].read_text(encoding="utf-8")
    unix, windows = extract(text), extract(text.replace("\n", "\r\n"))
    assert [proposal.quote for proposal in unix.obligations] == [
        proposal.quote for proposal in windows.obligations
    ]


NOISE = [
    "shall ",
    "may ",
    "a",
    "(",
    "1. ",
    "\n",
    "the of and to in for is that ",
    '"',
    "x-\n",
    "every ",
    "between A and ",
    "X (ABC) ",
    "12/",
    "a)\n",
    "Article 1\n",
    "if a, b shall c, and the Parties shall d ",
]


@pytest.mark.parametrize("piece", NOISE)
def test_noise_ends_in_time_that_grows_with_its_length(piece: str) -> None:
    count = 20_000 // len(piece)
    extract(piece * (count // 4), language="en")
    start = time.process_time()
    extract(piece * count, language="en")
    middle = time.process_time()
    extract(piece * count * 4, language="en")
    assert time.process_time() - middle < 10 * (middle - start) + 0.5


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_text_may_end_anywhere(language: str) -> None:
    for place in sorted(SENTENCES.glob(f"*_{language}_*.txt")):
        for number, line in enumerate(place.read_text(encoding="utf-8").splitlines()):
            words = line.split()
            for count in range(1 + number % 3, len(words), 3):
                text = " ".join(words[:count])
                found = extract(text, language=language)
                assert all(text[one.start : one.end] == one.quote for one in found.obligations)
    for text in (
        "It shall be the duty",
        "The ministers in Malawi are expected to",
        "The Parties shall:\n(a) meet;\n(b) and",
        "Les Parties s'engagent à :\n- former ;\n- et",
        "« Notre banque a promis de",
        "Rome. Both sides agreed to meet, and to abolish  The mayor called on young people to act",
    ):
        found = extract(text, language=language)
        assert found.dates == ()
        assert all(one.quote for one in found.obligations)


def test_too_long_a_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CHARACTERS", 10)
    with pytest.raises(TrackerError, match="more than the 10"):
        extract("the " * 10)


def test_a_language_that_is_not_supported_is_said() -> None:
    with pytest.raises(TrackerError, match="supported are en, fr"):
        detect_language("تلتزم الأطراف بعقد اجتماعات دورية")
    with pytest.raises(TrackerError, match="not recognised"):
        extract("Die Parteien treffen sich jedes Jahr und berichten darüber im Rat.")
    with pytest.raises(TrackerError, match="de is not supported"):
        extract("x", language="de")


HEAD = (
    'MEMORANDUM OF UNDERSTANDING between the Arab League (hereinafter "the League") and the Fund '
    '(hereinafter "UNICEF")\n\nThe Parties have agreed as follows:\n\nArticle 1\n'
)


@pytest.mark.parametrize("piece", ["(a) pay; ", "-\n"])
def test_a_list_without_end_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    def spent(length: int) -> float:
        start = time.process_time()
        extract(HEAD + piece * (length // len(piece)), language="en")
        return time.process_time() - start

    # The square of it would be sixteen times each time; a busy machine is slow once.
    assert any(spent(80_000) < 7 * spent(20_000) + 0.3 for _ in range(3))
