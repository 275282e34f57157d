"""A pattern with words matches as the regular expression alone does, wherever one of its words stands."""

import pytest

from tracker.extract.patterns import Pattern

_NOTICE = Pattern(r"\b(?P<n>\d+) days'? notice\b", ("notice",))


@pytest.mark.parametrize("pattern", [_NOTICE, Pattern(r"\b(?P<n>\d+) days'? notice\b")])
def test_matches_are_found_from_left_to_right(pattern: Pattern) -> None:
    found = pattern.search("on 30 days' notice, or 60 days notice")
    assert found is not None
    assert found["n"] == "30"
    assert [match["n"] for match in pattern.finditer("on 30 days' notice, or 60 days notice")] == ["30", "60"]


def test_a_text_with_none_of_the_words_has_no_match() -> None:
    assert _NOTICE.search("after 30 days") is None
    assert list(_NOTICE.finditer("after 30 days")) == []


def test_a_word_alone_is_no_match() -> None:
    assert _NOTICE.search("without notice") is None


def test_a_pattern_matches_whole_texts_and_beginnings() -> None:
    assert _NOTICE.fullmatch("30 days' notice") is not None
    assert _NOTICE.fullmatch("30 days' notice in writing") is None
    assert _NOTICE.match("30 days' notice in writing") is not None
    assert _NOTICE.match("on 30 days' notice", len("on ")) is not None
    assert _NOTICE.match("on 30 days' notice") is None


@pytest.mark.parametrize(
    ("text", "without", "pieces"),
    [
        ("on 30 days' notice at least", "on  at least", ["on ", " at least"]),
        ("after 30 days", "after 30 days", ["after 30 days"]),
    ],
)
def test_a_pattern_takes_out_and_cuts(text: str, without: str, pieces: list[str]) -> None:
    pattern = Pattern(r"\b\d+ days'? notice\b", ("notice",))
    assert pattern.sub("", text) == without
    assert pattern.split(text) == pieces
