"""Phrases over words, and what is remembered of a word."""

import pytest

from tracker.extract import wording
from tracker.extract.wording import Lexicon, Remembered, split_words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("take note", "they take note of it", True),
        ("take note", "they take", False),
        ("take note", "they take a note", False),
        ("take ?a note*", "they take a note", True),
        ("take ?a note*", "they take notes", True),
        ("take ?a note*", "they take two notes", False),
        ("take ~2 note", "they take the other note", True),
        ("take ~2 note", "they take the one other note", False),
        ("take ~2 note", "they take it. note", False),
        ("take _ note", "they take, in principle, note", True),
        ("take _ note", "they take, of course, note", False),
        ("?duly take ?it", "they take", True),
        ("tak*|draw up", "they draw up", True),
        ("tak*|draw up", "they draw", False),
    ],
)
def test_a_phrase_stands_where_its_words_do(phrase: str, text: str, found: bool) -> None:
    words = split_words(text).words
    assert Lexicon([(phrase, "")]).holds(words, 0, len(words)) is found


def test_a_phrase_ends_within_the_words_that_are_searched() -> None:
    words = split_words("they take note").words
    lexicon = Lexicon([("take note", "")])
    assert not lexicon.holds(words, 0, 2)
    assert not list(lexicon.at(words, 1, 2))
    assert [tuple(found) for found in lexicon.at(words, 1, 3)] == [(1, 3, "")]


def test_phrases_come_in_the_order_of_the_text_and_of_their_rows() -> None:
    words = split_words("shall meet and shall report").words
    lexicon = Lexicon([("shall", "a"), ("shall report", "b"), ("meet", "c")])
    assert [found.label for found in lexicon.search(words, 0, len(words))] == ["a", "c", "a", "b"]


def test_a_word_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def long(word: str) -> bool:
        asked.append(word)
        return len(word) > 3

    monkeypatch.setattr(wording, "_MOST_KNOWN", 2)
    remembered = Remembered(long)
    assert [remembered[word] for word in ("shall", "shall", "be", "shall")] == [True, True, False, True]
    assert asked == ["shall", "be"]
    assert not remembered["in"]
    assert remembered["shall"]
    assert asked == ["shall", "be", "in", "shall"]
