"""The obligations behind a report, and who looks after them."""

from __future__ import annotations

from datetime import date

from tests.store.registers import project
from tests.views import report_of_november as real
from tracker.core.report import PARTNER
from tracker.store.people import Person, owners
from tracker.store.queries import rows
from tracker.store.report_sheet import sheet
from tracker.store.reporting import report

DAY = date(2026, 11, 21)


def test_all_obligations_are_listed_in_the_order_of_a_list() -> None:
    connection = project(real.register())
    drawn = report(connection, real.ASKED)
    made = sheet(connection, drawn, None)
    assert made.obligations.shown == tuple(rows(connection, DAY, language="en"))
    assert made.obligations.total == len(made.obligations.shown)
    assert set(made.report.agreement_titles) >= {row.agreement for row in made.obligations.shown}
    assert made.report.people_names["mission-rabat"] == "Mission in Rabat"


def test_the_first_ones_alone_are_read() -> None:
    connection = project(real.register())
    drawn = report(connection, real.ASKED)
    made = sheet(connection, drawn, 3)
    assert len(made.obligations.shown) == 3
    assert made.obligations.rest == sum(drawn.totals.values()) - 3


def test_names_are_those_of_the_language() -> None:
    connection = project(real.register())
    made = sheet(connection, report(connection, real.ASKED._replace(language="ar")), None)
    assert made.report.people_names["mission-rabat"] == "البعثة في الرباط"
    assert made.report.agreement_titles["protocol"] == "بروتوكول البيانات"
    assert "OIM" in made.report.party_names


def test_only_what_was_asked_for() -> None:
    connection = project(real.register())
    for changed in ({"agreements": ("protocol",)}, {"owner": "mission-rabat"}, {"parties": ("Maroc",)}):
        drawn = report(connection, real.ASKED._replace(**changed))
        made = sheet(connection, drawn, None)
        assert made.obligations.shown
        assert len(made.obligations.shown) == made.obligations.total < len(list(rows(connection, DAY)))


def test_a_partner_is_not_told_whose_they_are() -> None:
    connection = project(real.register())
    drawn = report(connection, real.ASKED._replace(audience=PARTNER))
    made = sheet(connection, drawn, None)
    assert {row.owner for row in made.obligations.shown} == {""}
    assert "mission-rabat" not in made.report.people_names


def test_who_looks_after_something_on_a_day() -> None:
    connection = project(real.register())
    assert owners(connection, DAY) == (Person("mission-rabat", "Mission in Rabat", "rabat@example.org"),)
    assert owners(connection, date(2026, 11, 15)) == owners(connection, DAY)
    assert owners(connection, date(1990, 1, 1)) == ()
