"""The brief in words: one page, in three languages, without an office's terms."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.core.test_brief import ROWS, report, row
from tests.views import register_of_november as real
from tests.views.golden import agrees
from tests.views.hostile import FEW, TEXTS, acts
from tests.views.hostile import row as hostile
from tracker.core.brief import Brief, Kept, Resting, brief
from tracker.core.report import AgreementCounts, Changed, Event, Part
from tracker.core.rows import Row
from tracker.views.brief_sheet import LINES, page, text
from tracker.views.wording import catalogue

HELD, MOVED = real.detail_with_news().log
AGREEMENT = AgreementCounts(
    "oim-oci",
    "Action plan",
    "press",
    ("OIM", "OCI"),
    "in-force",
    "2027-12-31",
    1,
    4,
    1,
    2,
    1,
    1,
    "2026-12-21",
)


def drawn(*rows: Row, us: tuple[str, ...] = ("OIM",), meeting: bool = True) -> Brief:
    listed = rows or ROWS
    kept = Kept(listed[0], HELD.on, HELD.scheduled)
    moved = Event(listed[0], MOVED, "2026-06-21", 162)
    of = report(us)._replace(
        changed=Changed(postponed=Part((moved,), 1)),
        agreements=Part(
            (
                AGREEMENT,
                AGREEMENT._replace(state="ended"),
                AGREEMENT._replace(state="not-in-force", ends=""),
            ),
            3,
        ),
        party_names={"OCI": "Organisation of Islamic Cooperation"},
    )
    return brief(of, listed, "OCI", kept=[kept], meeting=meeting)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_brief_to_the_letter(language: str) -> None:
    assert agrees(f"brief.{language}.txt", text(page(drawn(), catalogue(language))))


def test_a_brief_without_us_or_a_meeting() -> None:
    assert agrees("brief.others.txt", text(page(drawn(us=(), meeting=False), catalogue("en"))))


def test_nothing_was_promised() -> None:
    empty = brief(report(), (), "OCI")
    shown = page(empty._replace(report=report()._replace(known_at="2026-06-30", title="")), catalogue("en"))
    said = "\n".join(text(shown))
    assert "Nothing has been promised between us" in said
    assert "As was known on 30 June 2026." in said
    assert not shown.footer


@pytest.mark.parametrize(
    ("resting", "said"),
    [
        (Resting(still=2), "Nothing is asked for between us now: 2 obligations stand still."),
        (Resting(over=1), "Nothing is asked for between us now: 1 promise that ended."),
        (
            Resting(1, 1, 1, 3),
            (
                "Nothing is asked for between us now: 1 obligation stands still,"
                " 1 promise not yet in force, 1 promise kept, 3 promises that ended."
            ),
        ),
    ],
)
def test_what_stands_still_or_has_ended_was_promised(resting: Resting, said: str) -> None:
    empty = brief(report(), (), "OCI")._replace(resting=resting)
    assert page(empty, catalogue("en")).headline == said


@pytest.mark.parametrize(("count", "words"), [(1, 1), (20, 1), (200, 1), (20, 15), (20, 200)])
def test_it_takes_one_page(count: int, words: int) -> None:
    title = " ".join(["workshop"] * words)
    rows = [
        row(f"{state}{n}", state, *bearers, due=due, dispute=dispute)._replace(title=f"{n} {title}")
        for state, due, dispute in (
            ("overdue", "2026-06-21", "OIM"),
            ("upcoming", "2027-01-01", ""),
            ("active", "", ""),
        )
        for bearers in (("OIM",), ("OCI",), ("OIM", "OCI"))
        for n in range(count)
    ]
    lines = list(text(page(drawn(*rows), catalogue("en"))))
    assert len(lines) <= LINES
    assert any(f"and {count - 1} more" in line for line in lines) == (count > 1)


@FEW
@given(TEXTS)
def test_hostile_texts_stay_texts(odd: str) -> None:
    one = hostile(odd)
    rows = [one, one._replace(state="active", due=""), one._replace(state="due-soon", days=3)]
    for line in text(page(drawn(*rows), catalogue("en"))):
        assert not acts(line.replace("\u2068", "").replace("\u2069", ""))


def test_the_page_is_filled_by_what_weighs_most() -> None:
    rows = [
        row(f"{state}{n}", state, "OIM", due=due)._replace(title=f"{state} {n}", missed=1)
        for state, due in (("overdue", "2026-06-21"), ("upcoming", "2027-01-01"), ("active", ""))
        for n in range(30)
    ]
    rows += [row("they", "review-due", "OCI")._replace(title="x" * 5000)]
    lines = list(text(page(drawn(*rows), catalogue("en"))))
    assert LINES - 4 <= len(lines) <= LINES
    counts = [sum(f"{state} " in line for line in lines) for state in ("overdue", "upcoming", "active")]
    assert counts == sorted(counts, reverse=True)
    assert "- Action plan" in lines
    assert "Without a date: 1 without recent news." in lines


def test_agreements_that_have_no_room_are_counted() -> None:
    rows = [row(f"o{n}", "overdue", bearer, due="2026-06-21") for n, bearer in enumerate(("OIM", "OCI", "X"))]
    rows = [one._replace(title="very " * 220, informed=late) for one in rows for late in (True, False)]
    lines = list(text(page(drawn(*rows), catalogue("en"))))
    assert "Not listed here: 3 agreements." in lines
