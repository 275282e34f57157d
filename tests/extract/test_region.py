"""Where a document begins to bind, and where its signatures end it: nothing between is passed over."""

import pytest

from tracker.extract import extract

HEAD = (
    "MEMORANDUM OF UNDERSTANDING BETWEEN THE ARAB LEAGUE AND UNICEF\n\nSigned at Cairo on 3 October 2026.\n\n"
)


@pytest.mark.parametrize(
    "like_a_signature",
    [
        "For the Government of Egypt: the Ministry of Health acts as focal point.",
        "For the United Nations, the Resident Coordinator shall sign the plan.",
        "Signed by both Parties, the workplan shall bind them.",
        "Done in good faith, the transfer shall not be revoked.",
    ],
)
def test_what_looks_like_a_signature_ends_nothing_that_binds(like_a_signature: str) -> None:
    text = (
        f"{HEAD}1. The Parties shall meet every year.\n\n2. {like_a_signature}\n\n"
        "3. UNICEF shall pay USD 100,000 by 1 March 2027.\n\nFor UNICEF: A. Diallo\n"
    )
    quotes = [row.quote for row in extract(text, language="en").obligations]
    assert quotes[-1] == "UNICEF shall pay USD 100,000 by 1 March 2027"


def test_enacting_words_in_the_middle_cut_nothing_off() -> None:
    text = (
        f"{HEAD}1. The League shall train staff by 1 May 2027.\n\n2. UNICEF shall pay by 1 March 2027.\n\n"
        "3. The Parties have agreed on the following division of work:\n\n(a) UNICEF: training;\n\n"
        f"4. {'The Parties shall meet every year. ' * 9}\n"
    )
    quotes = [row.quote for row in extract(text, language="en").obligations]
    assert quotes[:2] == [
        "The League shall train staff by 1 May 2027",
        "UNICEF shall pay by 1 March 2027",
    ]


def test_recitals_that_quote_a_charter_promise_nothing() -> None:
    text = (
        "Agreement between the Northern Society (NS) and the Southern Society (SS)\n\nWhereas:\n\n"
        '"The NS aims to foster science and shall keep a list of its members." (Charter, 1992)\n\n'
        'And whereas:\n\n"The SS shall publish a journal." (Charter, 1997)\n\n'
        "1. The two societies shall meet every year.\n\n2. NS shall host the first meeting.\n"
    )
    quotes = [row.quote for row in extract(text, language="en").obligations]
    assert quotes == ["The two societies shall meet every year", "NS shall host the first meeting"]


def test_a_numbered_sentence_is_told_before_anything_promises() -> None:
    text = f"{HEAD}1. The purpose of this text is to set up a school.\n\n2. UNICEF shall pay.\n"
    found = extract(text, language="en")
    assert [row.quote for row in found.left_out] == ["The purpose of this text is to set up a school."]
