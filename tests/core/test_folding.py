"""Quotations found again in spite of spaces, hyphens, quotation marks and ligatures."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.folding import find_quote, fold

TEXT = (
    "Il a dit « Ce plan permet\n  de concré-\ntiser nos principes » : œuvre l’e\u0301té ﬁnal "
    "2025–2027 sous-\nsecteur  x"
)


def passages(text: str, quote: str) -> list[str]:
    return [text[start:end] for start, end in find_quote(text, quote)]


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        (
            '"Ce plan permet de concrétiser nos principes"',
            "« Ce plan permet\n  de concré-\ntiser nos principes »",
        ),
        ("Ce plan permet de concrétiser nos principes", "Ce plan permet\n  de concré-\ntiser nos principes"),
        ("  permet\u00a0de ", "permet\n  de"),
        ("oeuvre", "œuvre"),
        ("l'été final", "l’e\u0301té ﬁnal"),
        ("été", "e\u0301té"),
        ("inal", "ﬁnal"),
        ("2025-2027", "2025–2027"),
        ("sous-secteur x", "sous-\nsecteur  x"),
        ("sous\u00adsecteur x", "sous-\nsecteur  x"),
        ("principes\u202f»: oeuvre", "principes » : œuvre"),
        ("x", "x"),
    ],
)
def test_what_typography_alone_changes_is_found(quote: str, passage: str) -> None:
    assert passages(TEXT, quote) == [passage]


@pytest.mark.parametrize("quote", ["ce plan", "Ce plans", "20252027", "l'ete", "", " ", "\u200b", "X"])
def test_what_is_another_text_is_not_found(quote: str) -> None:
    assert passages(TEXT, quote) == []


def test_every_place_is_found_once() -> None:
    assert find_quote("aXaXa", "a") == [(0, 1), (2, 3), (4, 5)]
    assert find_quote("aaaa", "aa") == [(0, 2), (2, 4)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a \u200b b", "a b"),
        ("a\u200bb", "ab"),
        ("a\t\r\n\u3000b", "a b"),
        ("Que dit-il ?", "Que ditil?"),
        ("“a” ‘b’", "\"a\"'b'"),
        ("1 - 2 a - b", "1 - 2 a - b"),
        ("2025-\n2027", "2025-2027"),
        ("ﬀ ﬃ æ Œ … ĳ", "ff ffi ae OE ... ij"),
        ("\u0645\u0640\u0640\u062f", "\u0645\u062f"),
        ("\ufefb", "\u0644\u0627"),
        ("A\u030a \u212b", "Å Å"),
        ("o\u0302\u0323", "\u1ed9"),
        ("\u1112\u1161\u11ab", "\ud55c"),
    ],
)
def test_how_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_composed_letter_maps_to_all_of_its_signs() -> None:
    text = "x\u1112\u1161\u11aby"
    assert find_quote(text, "\ud55c") == [(1, 4)]
    assert find_quote(text, "y") == [(4, 5)]


WORDS = st.lists(
    st.sampled_from(["plan", "été", "l’accord", "sous-secteur", "«", "»", "2025", "œuvre", "fin"]), max_size=6
)
GAPS = st.sampled_from([" ", "\n", "  ", "\u00a0", "\u2009\n", " \u200b"])


@given(
    WORDS,
    st.lists(st.sampled_from(["plan", "été", "œuvre", "2025"]), min_size=1, max_size=4),
    WORDS,
    st.data(),
)
def test_a_planted_quote_is_found_where_it_was_put(
    before: list[str], quote: list[str], after: list[str], data: st.DataObject
) -> None:
    gaps = [data.draw(GAPS) for _ in quote[1:]]
    planted = quote[0] + "".join(gap + word for gap, word in zip(gaps, quote[1:], strict=True))
    lead = "".join(f"{word} " for word in before)
    text = lead + planted + "".join(f" {word}" for word in after)
    plain = " ".join(quote).replace("é", "e\u0301")
    found = find_quote(text, plain)
    place = (len(lead), len(lead) + len(planted))
    assert place in found or any(start < place[1] and place[0] < end for start, end in found)
    assert all(fold(text[start:end]).text == fold(plain).text for start, end in found)


@given(st.text())
def test_any_text_is_folded_and_finds_itself(text: str) -> None:
    folded = fold(text)
    for start, end in folded.find(text):
        assert 0 <= start <= end <= len(text)
    assert bool(folded.find(text)) == bool(folded.text.strip(" "))


@pytest.mark.parametrize(
    "text", [" " * 100_000, "- " * 50_000, "a-" * 50_000, '"' * 100_000, "e\u0301" * 50_000]
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    fold(text)
    assert time.process_time() - start < 2
