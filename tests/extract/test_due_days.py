"""The one time rule that each clause comes to, and what is told where the register has none."""

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.core.dates import parse_period
from tracker.core.model import Rule
from tracker.core.schedule import occurrences
from tracker.extract import drafts, extract
from tracker.register.format.rrules import begins, read_rrule

HEAD = """MEMORANDUM OF UNDERSTANDING between the Ports Agency (PAG) and the Roads Agency (RAG)

Signed at Norland on 5 May 2026.

The Parties have agreed as follows:

1. """
TETE = """PROTOCOLE D'ACCORD entre l'Agence des ports (ADP) et l'Agence des routes (ADR)

Signé à Norville le 5 mai 2026.

Les Parties sont convenues de ce qui suit :

1. """
UNSIGNED = HEAD.replace("Signed at Norland on 5 May 2026.\n\n", "")
KEYS = ("due", "every", "rrule", "first", "until", "within", "after", "before", "basis", "notes")


def timed(clause: str, head: str = HEAD) -> dict[str, str]:
    language = "fr" if head == TETE else "en"
    table = next(drafts(extract(f"{head}{clause}\n", language=language))).table
    return {key: str(table[key]) for key in KEYS if key in table}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("clause", "times"),
    [
        ("PAG shall report by 3 June.", {"due": "2026-06-03", "basis": "3 June after 2026-05-05"}),
        ("PAG shall report by 3 February; RAG shall pay.",
         {"due": "2027-02-03", "basis": "3 February after 2026-05-05"}),
        ("PAG shall report by February 3.", {"due": "2027-02-03", "basis": "February 3 after 2026-05-05"}),
        ("PAG shall report every year by 28 February.", {"every": "1 year", "first": "2027-02-28"}),
        ("PAG shall report by 3 Feb. 2028.", {"due": "2028-02-03"}),
        ("PAG shall report by 3 Feb 28.", {"due": "2028-02-03"}),
        ("PAG shall report by 3 February 20282.", {"due": "2028-02-03"}),
        ("PAG shall report by 3 February 2O28.", {"due": "2028-02-03"}),
        ("PAG shall report by 3  February\n2028.", {"due": "2028-02-03"}),
        ("PAG shall report by 3-Feb-2028.", {"due": "2028-02-03"}),
        ("PAG shall report by 23.02.28.", {"due": "2028-02-23"}),
        ("PAG shall report on Thursday, 3 February 2028.", {"due": "2028-02-03"}),
        ("PAG shall report on Thursday 3 February 2028.", {"due": "2028-02-03"}),
        ("PAG shall report on or about 3 February 2028.", {"due": "2028-02-03"}),
        ("The Parties shall meet on 2, 3 and 4 February 2028.", {"due": "2028-02-02/2028-02-04"}),
        ("The Parties shall meet on 2, 9 and 16 February 2028.",
         {"due": "2028-02-02", "notes": "time: also 9, 16 February 2028"}),
        ("PAG shall report in the course of 2028.", {"due": "2028"}),
        ("PAG shall report by the end of this year.",
         {"due": "2026", "basis": "the year of 2026-05-05"}),
        ("PAG shall report by the end of March.", {"due": "2027-03", "basis": "March after 2026-05-05"}),
        ("PAG shall hold workshops from December 2026 to February 2027.", {"due": "2026-12/2027-02"}),
        ("PAG shall hold workshops from June 1, 2027 to May 2, 2028.", {"due": "2027-06-01/2028-05-02"}),
        ("PAG shall hold workshops in the first and fourth quarters of 2027.",
         {"due": "2027-Q1", "notes": "time: also fourth quarters of 2027"}),
        ("PAG shall hold workshops in the first and second quarters of 2027.", {"due": "2027-01/2027-06"}),
        ("PAG shall report two months before 3 February 2028.",
         {"due": "2027-12-03", "basis": "2028-02-03 - 2 months"}),
        ("PAG shall report prior to 3 February 2028.", {"due": "2028-02-03"}),
        ("PAG shall report on the first day of the second month after signature.",
         {"due": "2026-07-01", "basis": "2026-05-05 + 2 months, the first day of the month"}),
        ("PAG shall report no later than 10 days after 3 February 2028.",
         {"due": "2028-02-13", "basis": "2028-02-03 + 10 days"}),
    ],
)  # fmt: skip
def test_a_stated_day_is_due_in_its_own_year(clause: str, times: dict[str, str]) -> None:
    assert timed(clause) == times


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("PAG shall report by 30 February 2028.", "30 February 2028"),
        ("PAG shall report by 29 February.", "29 February"),
        ("PAG shall report by 29 February each year.", "every 1 year, 29 February"),
        ("PAG shall report not earlier than 3 February 2028.", "not earlier than 3 February 2028"),
        ("After 3 February 2028, PAG shall host the secretariat.", "After 3 February 2028"),
        ("PAG shall report on work undertaken until 3 February 2028.", "undertaken until 3 February 2028"),
        ("PAG shall report before RAG meets on 3 February 2028.", "before RAG meets on 3 February 2028"),
        ("PAG shall report by the end of the year.", "by the end of the year"),
        ("PAG shall report in February.", "February"),
        ("PAG shall keep the records for ten years.", "for ten years"),
        ("PAG shall report within 45 days of the end of each quarter.",
         "every 3 months, within 45 days of the end of each quarter"),
        ("The Parties shall meet every year in May and June.", "every 1 year, May and June"),
        ("PAG shall report between 1 and 15 March each year.", "every 1 year, 1 and 15 March"),
        ("The Parties shall meet in the first quarter of each year.",
         "every 1 year, first quarter of each year"),
        ("Amendments shall enter into force thirty days after signature.", "thirty days after signature"),
        ("PAG shall report within six months of the end of each financial year.",
         "every 1 year, within six months of the end of each financial year"),
        ("PAG shall report each year after the end of March and before the end of June.",
         "every 1 year, March, June"),
    ],
)  # fmt: skip
def test_what_is_no_due_day_is_told(clause: str, told: str) -> None:
    assert timed(clause) == {"notes": f"time: {told}"}


def test_a_quote_keeps_the_day_after_which_it_holds() -> None:
    found = extract(f"{HEAD}After 3 February 2028, PAG shall host the secretariat.\n", language="en")
    assert found.obligations[0].quote == "After 3 February 2028, PAG shall host the secretariat"


def test_the_day_of_another_text_is_no_due_day() -> None:
    assert (
        timed("The Parties shall consult under the Convention on the Law of the Sea of 10 December 2030.")
        == {}
    )


def test_without_a_signature_a_day_without_a_year_is_told() -> None:
    clause = "PAG shall report by 3 June, as the Agreement of 7 March 2019 provides."
    assert timed(clause, UNSIGNED) == {"notes": "time: 3 June"}


@pytest.mark.parametrize(
    ("clause", "times"),
    [
        ("PAG shall report on 31 March, 30 June, 30 September and 31 December of each year.",
         {"rrule": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "first": "2026-06-30"}),
        ("PAG shall report on 1 January and 1 July of each year.",
         {"every": "6 months", "first": "2026-07-01"}),
        ("PAG shall report each year on 31 March and 30 September.",
         {"rrule": "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1", "first": "2026-09-30"}),
        ("PAG shall report each year on 10 March and 10 June.",
         {"rrule": "FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=10", "first": "2026-06-10"}),
        ("PAG shall report each year on 15 March and 30 September.",
         {"every": "1 year", "first": "2026-09-30", "notes": "time: also 15 March of each year"}),
        ("PAG shall report twice a year, on 15 January and 15 July.",
         {"every": "6 months", "first": "2026-07-15"}),
        ("PAG shall pay monthly, on the fifth day of each month.",
         {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5", "first": "2026-05-05", "basis": "fifth day of each month"}),
        ("The Parties shall meet each February.",
         {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "first": "2027-02-28", "basis": "February"}),
        ("PAG shall report every year in May and July.",
         {"rrule": "FREQ=YEARLY;BYMONTH=5,7;BYMONTHDAY=-1", "first": "2026-05-31", "basis": "May and July"}),
        ("The Parties shall meet once a year, on 1 March or on such other date as they agree.",
         {"every": "1 year", "first": "2027-03-01"}),
        ("PAG shall report every 1 March.", {"every": "1 year", "first": "2027-03-01"}),
        ("PAG shall report every fortnight.",
         {"every": "2 weeks", "first": "2026-05-19", "basis": "effective + 2 weeks"}),
    ],
)  # fmt: skip
def test_days_of_each_year_or_month_are_one_rule(clause: str, times: dict[str, str]) -> None:
    assert timed(clause) == times


@pytest.mark.parametrize(
    ("clause", "times"),
    [
        ("PAG shall report monthly from 1 January 2027 to 31 December 2028.",
         {"every": "1 month", "first": "2027-01-01", "until": "2028-12-31"}),
        ("PAG shall report monthly from January 2027 to June 2028.",
         {"every": "1 month", "first": "2027-01-31", "until": "2028-06-30",
          "basis": "January 2027 to June 2028"}),
        ("The Parties shall meet every other year, beginning in 2027.",
         {"every": "2 years", "first": "2027-12-31", "basis": "2027"}),
        ("PAG shall report annually, no later than 31 March, starting in 2028.",
         {"every": "1 year", "first": "2028-03-31"}),
        ("PAG shall report by 31 March of each year until 2030.",
         {"every": "1 year", "first": "2027-03-31", "until": "2030-12-31"}),
    ],
)  # fmt: skip
def test_a_rhythm_keeps_to_its_stretch(clause: str, times: dict[str, str]) -> None:
    assert timed(clause) == times


@pytest.mark.parametrize(
    ("clause", "head", "days"),
    [
        ("PAG shall report within 30 days of the end of each quarter.", HEAD,
         ["2026-07-30", "2026-10-30", "2027-01-30", "2027-04-30", "2027-07-30"]),
        ("PAG shall report within 15 days after the end of each month.", HEAD,
         ["2026-06-15", "2026-07-15", "2026-08-15"]),
        ("PAG shall report within 90 days of the end of each calendar year.", HEAD,
         ["2027-03-31", "2028-03-30", "2029-03-31"]),
        ("PAG shall report no later than six months after the end of each calendar year.", HEAD,
         ["2027-06-30", "2028-06-30"]),
        ("PAG shall report two months after the end of each calendar year.", HEAD,
         ["2027-02-28", "2028-02-29"]),
        ("PAG shall report 30 days before the end of each year.", HEAD, ["2026-12-01", "2027-12-01"]),
        ("L'ADP soumet un rapport dans les 30 jours suivant la fin de chaque trimestre.", TETE,
         ["2026-07-30", "2026-10-30"]),
    ],
)  # fmt: skip
def test_a_time_after_each_period_moves_its_days(clause: str, head: str, days: list[str]) -> None:
    times = timed(clause, head)
    rule, first = read_rrule(times["rrule"]), day(times["first"])
    assert begins(rule, first)
    found = itertools.islice(occurrences(Rule(rule, first, None)), len(days))
    assert [each.isoformat() for each in found] == days


@pytest.mark.parametrize(
    ("clause", "times"),
    [
        ("L'ADP soumet un rapport trois mois avant le 1er juin 2027.", {"due": "2027-03-01"}),
        ("L'ADP organise un atelier au cours du premier et du troisième trimestre 2027.",
         {"due": "2027-Q1", "notes": "time: also troisième trimestre 2027"}),
        ("L'ADP soumet un rapport au T1 2027.", {"due": "2027-Q1"}),
        ("L'ADP soumet un rapport annuel au plus tard le 31 mars, à compter de 2028.",
         {"first": "2028-03-31"}),
        ("L'ADP soumet un rapport chaque année les 31 mars et 30 septembre.",
         {"rrule": "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1", "first": "2026-09-30"}),
        ("L'ADP verse la somme le 5 de chaque mois.", {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5"}),
        ("L'ADP rend compte des activités menées jusqu'au 30 juin 2027.",
         {"notes": "time: menées jusqu'au 30 juin 2027"}),
    ],
)  # fmt: skip
def test_french_clauses_fall_due_alike(clause: str, times: dict[str, str]) -> None:
    found: dict[str, Any] = timed(clause, TETE)
    assert {key: found.get(key) for key in times} == times


PIECES = (
    *("by", "on", "until", "from", "to", "within", "after", "before", "and", "or", ",", "of each year"),
    *("30 days", "the end of", "each quarter", "every year", "monthly", "starting in", "signature"),
    *("31 March", "30 June", "29 February", "March", "2027", "1 May 2027", "5, 6 and 7 May 2027"),
    *("31 December 2099", "31 June 2027", "Q2 2027", "1 January 2027 to 31 December 2025", "1-May-2027"),
    *("the fifth day of each month", "each January", "9999 months", "two years", "2O27"),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.sampled_from([HEAD, UNSIGNED]))
@settings(deadline=None, max_examples=150)
def test_any_words_of_time_make_a_rule_that_the_register_takes(pieces: list[str], head: str) -> None:
    times = timed(f"PAG shall report {' '.join(pieces)}.", head)
    assert len({"due", "every", "rrule", "within"} & set(times)) <= 1
    assert ("first" in times) == bool({"every", "rrule"} & set(times))
    if "rrule" in times:
        assert begins(read_rrule(times["rrule"]), day(times["first"]))
    if "due" in times:
        assert parse_period(times["due"])
    assert times.get("first", "") <= times.get("until", "9999")


@pytest.mark.parametrize(
    ("clause", "head", "words"),
    [
        ("PAG and RAG will meet in the spring of 2028.", HEAD, "in the spring of 2028"),
        ("L'ADP et l'ADR se réuniront à l'automne 2028.", TETE, "à l'automne 2028"),
    ],
)
def test_a_season_is_told_as_it_is_written(clause: str, head: str, words: str) -> None:
    assert timed(clause, head) == {"notes": f"time: {words}"}


@pytest.mark.parametrize(
    ("clause", "head", "words"),
    [
        ("PAG shall reply within 48 hours.", HEAD, "within 48 hours"),
        ("PAG shall report within a year of signature.", HEAD, "within a year of signature"),
        ("PAG and RAG shall meet at most once a year.", HEAD, "at most once a year"),
        ("PAG shall report within one year and six months of signature.", HEAD,
         "within one year and six months of signature"),
        ("L'ADP répond sous 30 jours.", TETE, "sous 30 jours"),
        ("L'ADP répond dans les quarante-huit heures.", TETE, "dans les quarante-huit heures"),
    ],
)  # fmt: skip
def test_a_time_that_the_register_cannot_say_is_told(clause: str, head: str, words: str) -> None:
    assert timed(clause, head) == {"notes": f"time: {words}"}
