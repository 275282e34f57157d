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
