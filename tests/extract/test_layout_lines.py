"""Lines that a page broke, the numbers of its pages, and names for clauses that say the same."""

import time

import pytest

from tracker.extract import extract
from tracker.extract.draft import drafts
from tracker.extract.naming import Names

HEAD = (
    "MEMORANDUM OF UNDERSTANDING between the Ministry of Education of Morocco (“the Ministry”) and the "
    "University of Rabat (“the University”), signed in Rabat on 5 January 2026.\n\nArticle 1\n\n"
)


def test_like_clauses_are_numbered_without_counting_from_two_each_time() -> None:
    names = Names({"report-3"})
    start = time.process_time()
    given = [names.give("report") for _ in range(50_000)]
    assert time.process_time() - start < 5
    assert given[:4] == ["report", "report-2", "report-4", "report-5"]
    assert given[-1] == "report-50001"


def test_names_of_one_draft_are_not_counted_on_in_the_next() -> None:
    found = extract(HEAD + "The Parties shall:\n" + 3 * "(a) report to the Ministry;\n")
    first = [draft.name for draft in drafts(found)]
    assert first == [draft.name for draft in drafts(found)]
    assert first == ["report-ministry", "report-ministry-2", "report-ministry-3"]


@pytest.mark.parametrize("mark", ["", "1. "])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "lines",
    [
        ("The University shall submit a report on the use of the funds to the", "Ministry by 31 March 2027."),
        ("The University shall submit a report on the use of the funds by 31", "March 2027 to the Ministry."),
        (
            "The University of Rabat, with the help of the Secretary of the",
            "Ministry, shall report by 31 March 2027.",
        ),
    ],
)
def test_a_clause_of_two_lines_is_read_as_one(lines: tuple[str, str], line_end: str, mark: str) -> None:
    clause = line_end.join(lines)
    found = extract(HEAD.replace("\n", line_end) + mark + clause)
    assert [(row.quote, row.due) for row in found.obligations] == [(clause.rstrip("."), "2027-03-31")]
    assert found.obligations[0].clause == "Article 1"
    assert not found.left_out


def test_a_promise_without_its_full_stop_is_no_heading() -> None:
    found = extract(
        HEAD + "The University shall submit a report to the Ministry by 31 March 2027\n\nThey shall meet."
    )
    assert [row.due for row in found.obligations] == ["2027-03-31", ""]


@pytest.mark.parametrize(
    "heading",
    [
        "REPORTS THAT THE UNIVERSITY SHALL SUBMIT TO THE MINISTRY",
        "Reports of the University to the Ministry of Education",
        "How both Parties agree on reports",
        "Reports",
    ],
)
def test_a_heading_right_above_its_paragraph_stays_one(heading: str) -> None:
    found = extract(f"{HEAD}{heading}\nThe University shall report to the Ministry by 31 March 2027.")
    assert [row.quote.split()[0] for row in found.obligations] == ["The"]
    assert heading in found.obligations[0].clause


def test_promises_on_lines_of_their_own_stay_apart() -> None:
    first = "The University shall submit a report on the funds to the Ministry"
    found = extract(f"{HEAD}{first}\nThe Ministry shall publish the report by 31 March 2027\n")
    assert [row.quote.split()[1] for row in found.obligations] == ["University", "Ministry"]


def test_a_heading_right_below_a_promise_is_no_part_of_it() -> None:
    first = "The University shall submit a report on the funds to the Ministry"
    found = extract(f"{HEAD}{first}\nMeetings\nThe Parties shall meet by 31 March 2027.")
    assert [row.quote for row in found.obligations] == [first, "The Parties shall meet by 31 March 2027"]


_PAGES = [
    "\n\n12\n\n",
    "\n\f12\n",
    "\f12\n",
    "\n12\n\f",
    "\n12\n\f\n",
    "\n- 12 -\n",
    "\nPage 3 of 10\n",
    "\n\nPage 3 of 10\n\n",
    "\r\n\r\n12\r\n\r\n",
]


@pytest.mark.parametrize("page", _PAGES)
@pytest.mark.parametrize(
    "parts",
    [
        (
            "The University shall submit a report on the state",
            "of the programme to the Ministry by 31 March 2027.",
        ),
        ("The University shall submit a report on the funds to the Ministry by", "31 March 2027."),
        ("The University shall submit a report on the use of the funds by 31", "March 2027."),
        (
            "The University shall by 31 March 2027 submit a report on the funds to the",
            "Ministry of Education.",
        ),
    ],
)
def test_a_page_number_within_a_sentence_is_no_part_of_it(parts: tuple[str, str], page: str) -> None:
    clause = page.join(parts)
    text = f"{HEAD}{clause}\n\nArticle 2\n\nThe Parties shall meet."
    found = extract(text)
    rows = [(row.quote, row.due, row.clause) for row in found.obligations]
    assert rows == [
        (clause.rstrip("."), "2027-03-31", "Article 1"),
        ("The Parties shall meet", "", "Article 2"),
    ]
    assert [text[row.start : row.end] for row in found.obligations] == [row[0] for row in rows]
    assert not found.left_out


def test_a_number_that_opens_a_paragraph_is_no_page_number() -> None:
    found = extract(
        HEAD + "2\n\nThe Parties shall meet once a year\n\n3\n\nThe Parties shall submit a report."
    )
    assert [row.quote for row in found.obligations] == [
        "The Parties shall meet once a year",
        "The Parties shall submit a report",
    ]


def test_a_number_that_counts_what_follows_is_no_page_number() -> None:
    clause = "The University shall report to the Ministry on the funds within\n12\nmonths after the signature"
    found = extract(f"{HEAD}{clause}.")
    assert [(row.quote, row.due) for row in found.obligations] == [(clause, "2027-01-05")]


def test_a_quotation_that_ends_its_sentence_ends_its_paragraph() -> None:
    first = "The University shall tell the Ministry: « the funds were spent. »"
    found = extract(f"{HEAD}{first}\nMinistry and University are legal persons under the law.", language="en")
    assert [row.quote for row in found.left_out] == [
        "Ministry and University are legal persons under the law."
    ]


def test_an_article_that_lost_the_line_break_before_it_is_one() -> None:
    found = extract(
        "Agreement between Malta and Japan\n\n"
        "ARTICLE 1: (1) Malta shall publish the lists.ARTICLE 2: (1) Japan shall pay the fees."
    )
    assert [row.bearers for row in found.obligations] == [("Malta",), ("Japan",)]
    assert found.obligations[1].quote == "Japan shall pay the fees"
