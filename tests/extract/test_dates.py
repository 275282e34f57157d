"""Dates and rhythms as people write them in both languages."""

import pytest

from tracker.extract.dated import settle
from tracker.extract.dateline import own_date
from tracker.extract.dates import find_dates
from tracker.extract.layout import blocks
from tracker.extract.normalise import normalise
from tracker.extract.paragraphs import on_one_line
from tracker.extract.recurrence import find_recurrence


def read(text: str, anchor: str = "") -> list[tuple[str, str]]:
    lines = normalise(text)
    normalised, _ = on_one_line(lines, blocks(lines.plain))
    found = settle(find_dates(normalised), anchor)
    return [(text[slice(*normalised.origin(date.start, date.end))], date.edtf) for date in found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("le 11/12/2018 à Marrakech", "2018-12-11"),
        ("on 12/31/2018", "2018-12-31"),
        ("27.01.2023", "2023-01-27"),
        ("on 2024-05-06", "2024-05-06"),
        ("date 2023-02 Bakou", "2023-02"),
        ("les 26 et 27 janvier 2023", "2023-01-26/2023-01-27"),
        ("from 26 to 30 July 1988", "1988-07-26/1988-07-30"),
        ("du 28 février au 3 mars 2020", "2020-02-28/2020-03-03"),
        ("July 5-7, 2019", "2019-07-05/2019-07-07"),
        ("between 1 March and 5 April 2026", "2026-03-01/2026-04-05"),
        ("31 December 2026 and 1 January 2027", "2026-12-31/2027-01-01"),
        ("The Agency shall send its report to the University by 31 March\n2027 at the latest.", "2027-03-31"),
        ("The Agency shall send its own report to the University by 31\n    March 2027.", "2027-03-31"),
        ("at the end of\n2027", "2027"),
        ("between 15 December and 15 January 2027", "2026-12-15/2027-01-15"),
        ("from December 30 to January 2, 2027", "2026-12-30/2027-01-02"),
        ("between December and January 2027", "2026-12/2027-01"),
        ("entre le 15 décembre et le 15 janvier 2027", "2026-12-15/2027-01-15"),
        ("in May and June 2027", "2027-05/2027-06"),
        ("on March 3, 2021", "2021-03-03"),
        ("this fifth day of November, 1996", "1996-11-05"),
        ("this 11th day of May 1989", "1989-05-11"),
        ("le 1er juillet 2010", "2010-07-01"),
        ("in January 2010", "2010-01"),
        ("entre mars et juin 2024", "2024-03/2024-06"),
        ("the plan 2025-2027", "2025/2027"),
        ("pour 2021-22", "2021/2022"),
        ("in the second quarter of 2025", "2025-34"),
        ("au premier semestre 2025", "2025-01/2025-06"),
        ("Q3 2025", "2025-35"),
        ("in late 2009", "2009"),
        ("d'ici 2060", "2060"),
        ("le trois mars deux mille dix", ""),
        ("this third day of May two thousand and ten", "2010-05-03"),
    ],
)
def test_a_date_becomes_edtf(text: str, edtf: str) -> None:
    assert [found for _, found in read(text)] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "on 1 February 2027 and 1 August 2027",
            [("1 February 2027", "2027-02-01"), ("1 August 2027", "2027-08-01")],
        ),
        ("les 1er et 15 mars 2026", [("1er", "2026-03-01"), ("15 mars 2026", "2026-03-15")]),
        ("on 1 May and\n1 June 2027", [("1 May", "2027-05-01"), ("1 June 2027", "2027-06-01")]),
        ("on March 3 and 9, 2026", [("March 3", "2026-03-03"), ("9, 2026", "2026-03-09")]),
        ("in May and November 2027", [("May", "2027-05"), ("November 2027", "2027-11")]),
    ],
)
def test_days_that_are_only_listed_are_two_dates(text: str, both: list[tuple[str, str]]) -> None:
    assert read(text) == both


def test_a_paragraph_ends_a_date() -> None:
    assert [edtf for _, edtf in read("Done on 31 March\n\n2027 was a good year", "2020-03-01")] == [
        "2020-03-31",
        "2027",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Parties may meet",
        "l'Agenda 2063 de l'Union",
        "resolution 1970 (2011",
        "for 2000 participants",
        "le 31/02/2020",
        "30 February 2020",
        "2027-2025 is no range",
        "they march 3 miles",
    ],
)
def test_what_is_no_date_is_left(text: str) -> None:
    assert all("-" not in edtf or edtf == "2011" for _, edtf in read(text)) or not read(text)


def test_a_day_without_a_year_takes_the_nearest() -> None:
    assert read("les 26 et 27 janvier", "2023-01-27") == [("26 et 27 janvier", "2023-01-26/2023-01-27")]
    assert read("le 20 décembre", "2023-01-05") == [("20 décembre", "2022-12-20")]
    assert read("on 29 February", "2024-03-01") == [("29 February", "2024-02-29")]


def test_without_an_anchor_the_neighbour_gives_the_year() -> None:
    assert read("date 2023-02 Bakou, 18 février")[1] == ("18 février", "2023-02-18")
    assert read("18 février, puis en mars 2024")[0] == ("18 février", "2024-02-18")
    assert read("le 18 février") == []


def test_an_agreements_date_is_the_day_it_was_signed() -> None:
    text = normalise("Statute of 3 May 1960.\n\nDone at Rabat, this 4th day of June 1999, in two originals.")
    assert own_date(find_dates(text), text, "agreement") == "1999-06-04"


def test_without_signatures_an_agreements_date_stands_in_its_title() -> None:
    text = normalise("Convention du 8 mars 1971\n\nArticle 1\n\nIl est créé une commission.")
    assert own_date(find_dates(text), text, "agreement") == "1971-03-08"
    assert own_date([], text, "agreement") == ""


def test_news_is_dated_by_its_dateline_or_a_line_of_its_own() -> None:
    head = normalise("Bakou, 18 février 2023, AZERTAC\n\nOn 5 March 2024 they will meet.")
    assert own_date(find_dates(head), head, "press") == "2023-02-18"
    tail = normalise("x " * 400 + "\n\n22 APRIL 2021\n\n" + "and 5 May 2022")
    assert own_date(find_dates(tail), tail, "press") == "2021-04-22"
    span = normalise("une visite les 12 et 13 mars 2022")
    assert own_date(find_dates(span), span, "press") == "2022-03-13"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every five years", "FREQ=YEARLY;INTERVAL=5"),
        ("every two (2) years", "FREQ=YEARLY;INTERVAL=2"),
        ("every other year", "FREQ=YEARLY;INTERVAL=2"),
        ("every half year", "FREQ=MONTHLY;INTERVAL=6"),
        ("each calendar year", "FREQ=YEARLY"),
        ("at least once a year", "FREQ=YEARLY"),
        ("twice a year", "FREQ=MONTHLY;INTERVAL=6"),
        ("twice (2) a year", "FREQ=MONTHLY;INTERVAL=6"),
        ("by the methods laid down in the semi-annual plans", ""),
        ("on matters concerning the annual schedule", ""),
        ("three (3) times a year", "FREQ=MONTHLY;INTERVAL=4"),
        ("deux (2) fois par an", "FREQ=MONTHLY;INTERVAL=6"),
        ("three times per year", "FREQ=MONTHLY;INTERVAL=4"),
        ("two meetings per year", "FREQ=MONTHLY;INTERVAL=6"),
        ("seven times a year", ""),
        ("five million dollars per year", "FREQ=YEARLY"),
        ("150 bourses par an", "FREQ=YEARLY"),
        ("une fois l'an", "FREQ=YEARLY"),
        ("au moins deux fois par an", "FREQ=MONTHLY;INTERVAL=6"),
        ("tous les deux ans", "FREQ=YEARLY;INTERVAL=2"),
        ("tous les douze mois", "FREQ=YEARLY"),
        ("chaque trimestre", "FREQ=MONTHLY;INTERVAL=3"),
        ("d'annee en annee", "FREQ=YEARLY"),
        ("par tacite reconduction pour des periodes successives de cinq ans", "FREQ=YEARLY;INTERVAL=5"),
        ("automatically renewed for a period of five years", "FREQ=YEARLY;INTERVAL=5"),
        ("extended for a further period of five years", ""),
        ("une reunion semestrielle", "FREQ=MONTHLY;INTERVAL=6"),
        ("biennially", "FREQ=YEARLY;INTERVAL=2"),
        ("every working day", ""),
        ("the year of the tiger", ""),
        ("they meet regularly", ""),
        ("if the annual meeting cannot be held, documents shall be exchanged", ""),
        ("si la reunion annuelle ne peut se tenir, les documents seront echanges", ""),
        ("if both agree, they shall hold an annual meeting", "FREQ=YEARLY"),
    ],
)
def test_a_rhythm_becomes_a_rule(text: str, rule: str) -> None:
    assert find_recurrence(text)[0] == rule


@pytest.mark.parametrize(
    ("text", "anchor", "days"),
    [
        (
            "on 31 January, 30 April and 31 July 2027",
            "2026-01-05",
            ["2027-01-31", "2027-04-30", "2027-07-31"],
        ),
        ("les 31 janvier, 30 avril et 31 juillet 2027", "", ["2027-01-31", "2027-04-30", "2027-07-31"]),
        ("on 15 December, 15 January and 15 February 2027", "", ["2026-12-15", "2027-01-15", "2027-02-15"]),
        ("on 31 January, 30 April and 31 July", "2026-01-05", ["2026-01-31", "2026-04-30", "2026-07-31"]),
        ("on 1 May. The report of 1 June 2027", "2026-01-05", ["2026-05-01", "2027-06-01"]),
    ],
)
def test_a_list_of_days_has_one_year(text: str, anchor: str, days: list[str]) -> None:
    assert [edtf for _, edtf in read(text, anchor)] == days
