"""A report as CSV."""

from __future__ import annotations

import csv

from tests.views import report_of_november as november
from tests.views.golden import agrees
from tracker.core.report import Part
from tracker.views.report import as_csv as report_csv
from tracker.views.wording import catalogue


def test_the_whole_table() -> None:
    assert agrees("report.csv", report_csv.text(november.report(), catalogue("en")))


def test_each_line_says_where_it_stands() -> None:
    lines = list(csv.DictReader(report_csv.text(november.report(), catalogue("en"))))
    places = {(line["part"], line["group"]) for line in lines}
    assert {
        ("changed", "postponed"),
        ("changed", "agreements"),
        ("decisions", "blocked"),
        ("overdue", "late"),
    } < places
    (held,) = [line for line in lines if line["group"] == "done"]
    assert (held["on"], held["scheduled"], held["due"]) == ("2025-12-18", "2025-12-21", "2025-12-21")
    assert (held["state"], held["days"]) == ("done", "-335")
    (moved,) = [line for line in lines if line["group"] == "postponed"]
    assert (moved["moved_from"], moved["moved_to"], moved["slippage"]) == ("2026-06-21", "2026-12-05", "167")
    assert (moved["scheduled"], moved["due"]) == ("2026-06-21", "2026-12-05")


def test_no_cell_is_a_formula() -> None:
    shown = november.report()
    drawn = shown._replace(late=Part((shown.late.shown[0]._replace(title="=1+1", bearers=("@a", "b")),), 1))
    lines = csv.DictReader(report_csv.text(drawn, catalogue("en")))
    (late,) = [line for line in lines if line["group"] == "late"]
    assert (late["title"], late["bearers"], late["informed"]) == ("'=1+1", "'@a, b", "yes")
