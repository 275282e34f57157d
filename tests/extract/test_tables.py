"""Rows of tables as items: what is done stays with who does it and when."""

import pytest

from tracker.extract import extract
from tracker.extract.tables import Cell, Row, paragraphs_of

HEAD = ("Activity", "Responsible", "Deadline")
TETE = ("Activité", "Responsable", "Date d’échéance")


def table(*rows: tuple[str, ...], heads: bool = False) -> list[Row]:
    return [
        Row(tuple(Cell((text,), column) for column, text in enumerate(row)), heads and index == 0)
        for index, row in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("rows", "read_as"),
    [
        (
            table(HEAD, ("UNICEF shall print the manual.", "UNICEF", "30 June 2027")),
            ["- UNICEF shall print the manual, responsible: UNICEF, deadline: 30 June 2027."],
        ),
        (
            table(TETE, ("Former les sages-femmes", "L'UNICEF", "31 mai 2027")),
            ["- Former les sages-femmes, responsable: L'UNICEF (31 mai 2027)."],
        ),
        (
            table(("Train fifty nurses in Sudan every year", "UNICEF", "31 May 2027")),
            ["- Train fifty nurses in Sudan every year, UNICEF (31 May 2027)."],
        ),
        (
            table(("No.", "Subject", "Seat"), ("1", "Training of nurses", "Cairo"), heads=True),
            ["- Training of nurses, seat: Cairo."],
        ),
    ],
)
def test_a_row_is_one_item_where_its_cells_belong_together(rows: list[Row], read_as: list[str]) -> None:
    assert paragraphs_of(rows) == read_as


@pytest.mark.parametrize(
    "cells",
    [
        HEAD,
        ("For UNICEF", "For the Arab League"),
        ("Cairo, 3 October 2026", "Rabat, 4 October 2026"),
        ("Signed at Cairo by both", "3 October 2026"),
        ("UNICEF shall pay", "The League shall meet by May 2027"),
        ("The parties cooperate", "in all that concerns them"),
    ],
)
def test_cells_that_are_no_row_of_a_plan_stand_apart(cells: tuple[str, ...]) -> None:
    assert paragraphs_of(table(cells)) == list(cells)
    assert paragraphs_of(table(HEAD, ("Print the manual", "", ""))) == [*HEAD, "Print the manual"]


def test_each_line_of_what_is_to_be_done_has_the_bearer_and_the_date() -> None:
    (head,) = table(HEAD)
    done = Cell(("Print the\nmanual", "- Train nurses"), 0)
    named = (Cell(("UNICEF", "WHO"), 1), Cell(("May 2027",), 2))
    assert paragraphs_of([head, Row((done, *named))]) == [
        "- Print the manual, responsible: UNICEF, WHO, deadline: May 2027.",
        "- Train nurses, responsible: UNICEF, WHO, deadline: May 2027.",
    ]
    led = Row((Cell(("UNICEF shall:\n- print",), 0), *named))
    assert paragraphs_of([head, led])[-3:] == ["UNICEF", "WHO", "May 2027"]


@pytest.mark.parametrize(
    "head", [HEAD, ("Activity", "Who", "Due date"), ("Action", "Lead", "Timeline"), ("", "", "")]
)
def test_the_rules_read_the_date_of_a_row(head: tuple[str, ...]) -> None:
    rows = table(("UNICEF shall print the manual", "UNICEF", "30 June 2027"))
    rows = [*(table(head) if head[0] else []), *rows]
    text = (
        "Memorandum of Understanding between the Arab League and UNICEF\n\nThe Parties agree as follows:\n\n"
    )
    (found,) = extract(text + "\n\n".join(paragraphs_of(rows)), language="en").obligations
    assert (found.bearers, found.due) == (("UNICEF",), "2027-06-30")


AGREED = "Memorandum of Understanding between the Arab League and UNICEF\n\nThe Parties agree as follows:\n\n"
CONVENU = (
    "Protocole d'accord entre la Ligue arabe et l'UNICEF\n\nLes Parties sont convenues de ce qui suit :\n\n"
)
LEAD = "The Parties shall carry out the following activities:\n\n"
MENENT = "Les Parties mènent les activités suivantes :\n\n"


@pytest.mark.parametrize(
    ("before", "head", "row", "bearers"),
    [
        (AGREED + LEAD, HEAD, ("Train fifty nurses", "UNICEF", "May 2027"), ("UNICEF",)),
        (AGREED + LEAD, HEAD, ("Training of nurses", "The League", "May 2027"), ("Arab League",)),
        (AGREED + LEAD, HEAD, ("Train fifty nurses", "Both", "May 2027"), ("Arab League", "UNICEF")),
        (AGREED, HEAD, ("UNICEF shall train nurses", "Arab League", "May 2027"), ("UNICEF",)),
        (CONVENU + MENENT, TETE, ("Former les infirmières", "UNICEF", "mai 2027"), ("UNICEF",)),
    ],
)
def test_who_is_responsible_is_the_bearer(
    before: str, head: tuple[str, ...], row: tuple[str, ...], bearers: tuple[str, ...]
) -> None:
    text = before + "\n\n".join(paragraphs_of(table(head, row)))
    (found,) = extract(text, language="en" if before.startswith("M") else "fr").obligations
    assert (found.bearers, found.due) == (bearers, "2027-05")


def test_a_row_that_is_not_proposed_is_told() -> None:
    rows = table(
        HEAD, ("Train fifty nurses every year", "UNICEF", "2027"), ("The manual in print", "Egypt", "2028")
    )
    found = extract(f"{AGREED}Article 1\n\n" + "\n\n".join(paragraphs_of(rows)), language="en")
    assert [row.quote for row in found.left_out] == [
        "The manual in print, responsible: Egypt, deadline: 2028."
    ]
