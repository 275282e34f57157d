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


@pytest.mark.parametrize("noise", ["shall " * 40_000, "a" * 300_000, "(" * 100_000, "1. " * 60_000, "\n" * 200_000,
                                   "the of and to in for is that " * 8_000, '"' * 100_000, "x-\n" * 60_000,
                                   "every " * 40_000, "between A and " * 20_000, "12/" * 80_000])  # fmt: skip
def test_noise_ends_in_bounded_time(noise: str) -> None:
    start = time.process_time()
    extract(noise, language="en")
    assert time.process_time() - start < 20


def test_too_long_a_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CHARACTERS", 10)
    with pytest.raises(TrackerError, match="more than the 10"):
        extract("the " * 10)


def test_time_grows_with_the_length() -> None:
    text = SEEDS[1].read_text(encoding="utf-8") * 4
    extract(text)
    start = time.process_time()
    extract(text)
    middle = time.process_time()
    extract(text * 8)
    assert time.process_time() - middle < 30 * (middle - start) + 0.5


def test_a_language_that_is_not_supported_is_said() -> None:
    with pytest.raises(TrackerError, match="supported are en, fr"):
        detect_language("تلتزم الأطراف بعقد اجتماعات دورية")
    with pytest.raises(TrackerError, match="not recognised"):
        extract("Die Parteien treffen sich jedes Jahr und berichten darüber im Rat.")
    with pytest.raises(TrackerError, match="de is not supported"):
        extract("x", language="de")
