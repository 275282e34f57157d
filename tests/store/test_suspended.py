"""The agreements that are suspended, since when, and what stands still with them."""

from __future__ import annotations

from datetime import date

from tests.core import builders
from tests.store.registers import DAY, project, register
from tracker.core.model import Register
from tracker.store.details import detail
from tracker.store.picture import picture
from tracker.store.suspended import suspended

ASKED = project(register())


def twice() -> Register:
    """Give an agreement that is suspended, with an extension in between, and resumed."""
    log = [
        builders.stated("2026-02-01", "suspended"),
        builders.stated("2026-03-01", "extended", "2027-12-31"),
        builders.stated("2026-04-01", "resumed"),
        builders.stated("2026-06-01", "suspended"),
    ]
    of = builders.agreement(on="2026-01-01", expires="2026-12-31", log=log)
    obligations = (
        builders.obligation("a.due", time=builders.fixed("2026-05-31")),
        builders.obligation(
            "a.kept", builders.entry("2026-01-15", "done"), time=builders.fixed("2026-01-31")
        ),
    )
    return builders.register(*obligations, agreements=[of])


def test_who_is_suspended_and_since_when() -> None:
    (found,) = suspended(ASKED, DAY, "fr")
    assert (found.agreement, found.since) == ("champions", "2026-01-01")
    assert not list(suspended(ASKED, date(2025, 12, 31)))
    assert not list(suspended(ASKED, DAY, agreements=("oim-oci",)))


def test_an_extension_meanwhile_ends_no_suspension() -> None:
    connection = project(twice())
    for day, since in ((date(2026, 3, 31), "2026-02-01"), (date(2026, 7, 1), "2026-06-01")):
        (found,) = suspended(connection, day)
        assert (found.since, found.obligations) == (since, 1)
    assert not list(suspended(connection, date(2026, 4, 1)))
    (found,) = suspended(connection, date(2028, 1, 1))
    assert (found.since, found.obligations, found.ended) == ("2026-06-01", 1, "2027-12-31")
    pauses = detail(connection, "a.due", date(2026, 7, 1)).pauses
    assert pauses == (("2026-02-01", "2026-04-01"), ("2026-06-01", ""))


def test_one_that_ended_so_is_told_of_while_something_fell_due() -> None:
    log = [builders.stated("2026-02-01", "suspended")]
    of = builders.agreement(on="2026-01-01", expires="2026-12-31", log=log)
    dues = {"due": "2026-12-31", "later": "2027-01-01", "may": "2026-05-01"}
    obligations = [
        builders.obligation(
            f"a.{name}",
            modality="permission" if name == "may" else "obligation",
            time=builders.fixed(day),
        )
        for name, day in dues.items()
    ]
    connection = project(builders.register(*obligations, agreements=[of]))
    (before,) = suspended(connection, date(2026, 12, 31))
    assert (before.obligations, before.ended) == (3, "")
    (after,) = suspended(connection, date(2027, 1, 1))
    assert (after.obligations, after.ended) == (1, "2026-12-31")
    nothing_due = project(builders.register(*obligations[1:], agreements=[of]))
    assert not list(suspended(nothing_due, date(2027, 1, 1)))


def test_the_picture_of_a_scope_has_its_own() -> None:
    assert [one.agreement for one in picture(ASKED, DAY).suspended] == ["champions"]
    assert picture(ASKED, DAY, agreements=("oim-oci",)).suspended == ()
    (line,) = picture(ASKED, DAY, agreements=("champions",)).agreements
    assert (line.suspended, line.next_due) == (True, "")
