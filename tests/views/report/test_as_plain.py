"""A report as plain text."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import hostile
from tests.views import report_of_november as november
from tests.views.golden import agrees
from tracker.core.report import PARTNER, AgreementCounts, Changed, Decisions, Event, Part, Report
from tracker.views.measure import width
from tracker.views.report import as_plain as report_plain
from tracker.views.report.compose import page, title
from tracker.views.report.page import Group, Item, Page, Section
from tracker.views.report.words import END, ISOLATE, Words
from tracker.views.wording import catalogue

LANGUAGES = ("en", "fr", "ar")


def text(drawn: Report, language: str = "en", columns: int = report_plain.WIDTH) -> list[str]:
    return list(report_plain.text(drawn, catalogue(language), columns))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_with_news(language: str) -> None:
    assert agrees(f"report.{language}.txt", text(november.report(language), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_register_as_it_is(language: str) -> None:
    assert agrees(f"report.bare.{language}.txt", text(november.bare(language), language))


def test_what_a_partner_sees() -> None:
    lines = text(november.report("en", PARTNER))
    assert agrees("report.partner.txt", lines)
    said = "\n".join(lines)
    for secret in ("Rabat", "minutes/2025-12.pdf", "Jeddah", "note-verbale", "looks after", "0a1b2c3"):
        assert secret not in said


def test_a_party_whose_key_is_no_acronym_has_its_name() -> None:
    names = {"champion-countries": "Champion countries", "OIM": "International Organization for Migration"}
    drawn = november.report()._replace(party_names=names)
    parties = ("champion-countries", "OIM", "unnamed")
    assert Words(drawn, catalogue("en")).names(parties) == "Champion countries, OIM, unnamed"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [20, 40, 78])
def test_no_line_is_wider(language: str, columns: int) -> None:
    lines = text(november.report(language), language, columns)
    assert max(map(width, lines)) <= columns


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_by_wrapping(language: str) -> None:
    wide, narrow = (
        "".join("".join(text(november.report(language), language, columns)).split()) for columns in (500, 30)
    )
    for mark in (ISOLATE, END, "\u200f", "·", "=", "-"):
        wide, narrow = wide.replace(mark, ""), narrow.replace(mark, "")
    assert wide == narrow


@pytest.mark.parametrize("columns", [24, 78])
def test_each_line_closes_what_it_opens_and_shows_its_direction(columns: int) -> None:
    for line in text(november.report("ar"), "ar", columns):
        assert line.count(ISOLATE) == line.count(END)
        outside = report_plain._ISOLATED.sub("", line)  # noqa: SLF001 - what a reader's program skips too
        strong = next((c for c in outside if unicodedata.bidirectional(c) in {"L", "R", "AL"}), "\u200f")
        assert unicodedata.bidirectional(strong) in {"R", "AL"}, line


def test_foreign_text_is_kept_apart_in_arabic_only() -> None:
    assert ISOLATE not in "".join(text(november.report("en")) + text(november.report("fr"), "fr"))
    arabic = "\n".join(text(november.report("ar"), "ar"))
    assert f"«{ISOLATE}convenir et participer aux réunions et conférences{END}»" in arabic
    words = Words(november.report("en"), catalogue("en"))
    assert words.data("خطة OIM") == f"{ISOLATE}خطة OIM{END}"


def test_arabic_has_no_english_left() -> None:
    lines = text(november.report("ar"), "ar", 300)
    outside = "".join(report_plain._ISOLATED.sub("", line) for line in lines)  # noqa: SLF001
    assert not [char for char in outside if char.isascii() and char.isalpha()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quiet_week_is_one_line(language: str) -> None:
    drawn = november.report(language)._replace(
        changed=Changed(),
        decisions=Decisions(),
        late=Part(),
        unheard=Part(),
        suspended=Part(),
        totals={"upcoming": 3},
    )
    later = drawn._replace(asked=drawn.asked._replace(as_of="2026-09-30", since="2026-09-23"), due=Part())
    (line,) = text(later, language)
    assert line.startswith(catalogue(language).date("2026-09-30"))
    said = "21 November 2026: nothing new since 14 November 2026, and nothing is late"
    (line,) = text(drawn, language, 500)
    assert language != "en" or line == f"{said}, 2 obligations due by 21 December 2026 (3 dates)."
    waiting = later._replace(decisions=Decisions(blocked=Part((), 2)))
    (line,) = text(waiting, language, 500)
    assert language != "en" or line.endswith("nothing is late, 2 decisions are waiting.")
    still = later._replace(suspended=Part((), 1))
    (line,) = text(still, language, 500)
    assert language != "en" or line.endswith("nothing is late, 1 agreement suspended.")
    silent = later._replace(totals={"upcoming": 3, "review-due": 5})
    (line,) = text(silent, language, 500)
    assert language != "en" or line.endswith("nothing is late, no news of 5 obligations.")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "nothing is promised in this register yet."),
        ({"agreements": ("x",)}, "nothing is promised there yet. Of: x."),
        (
            {"owner": "desk", "agreements": ("x",), "parties": ("OCI",)},
            "nothing is looked after by desk. Of: x, Organisation of Islamic Cooperation.",
        ),
    ],
)
def test_where_there_is_nothing_one_line_says_of_what(asked: dict[str, Any], said: str) -> None:
    drawn = november.report()._replace(
        changed=Changed(),
        decisions=Decisions(),
        totals={},
        agreements=Part(),
        known_at="2026-11-01",
        asked=november.ASKED._replace(**asked),
    )
    (line,) = text(drawn, "en", 500)
    assert line == f"Saturday 21 November 2026: {said} As was known on 1 November 2026."


def test_a_register_without_a_title() -> None:
    assert title(november.report()._replace(title=""), catalogue("en")) == "Report of 21 November 2026"


def test_what_is_not_shown_is_counted() -> None:
    shown = november.report()
    drawn = shown._replace(
        late=shown.late._replace(total=12),
        decisions=shown.decisions._replace(unproved=Part((), 101), unowned=Part(shown.late.shown, 1)),
        silent=shown.silent._replace(shown=(), total=7),
        agreements=shown.agreements._replace(total=9),
    )
    said = "\n".join(text(drawn))
    for part in (
        "and 11 more",
        "and 7 more",
        "and 3 more",
        "More than 100 dates are recorded as done without evidence.",
        "Nobody looks after 1 open obligation: A study of mobility.",
    ):
        assert part in said


def test_silence_is_told_in_days_months_or_years() -> None:
    words = Words(november.report(), catalogue("en"))
    from tracker.views.report.lists import _long

    assert [_long(words, days) for days in (90, 92, 729, 731, 1500)] == [
        *("90 days", "3 months", "23 months", "2 years", "4 years"),
    ]


def test_every_turn_of_an_agreement_has_its_words() -> None:
    from tracker.core.report import TURNS, AgreementEvent
    from tracker.views.report.changes import _TURNS

    assert set(_TURNS) == set(TURNS)
    events = tuple(
        AgreementEvent(
            "a",
            "A",
            what,
            "2026-11-15",
            "2026-11-20",
            "2027-01-31",
            "2026-12-31",
            "2026-12-01",
            16,
            "n",
            ("e.pdf",),
        )
        for what in TURNS
    )
    drawn = november.report()._replace(changed=Changed(agreements=Part(events, len(events))))
    assert agrees("report.turns.txt", (line for line in text(drawn)[6:50]))


def test_every_kind_of_news_has_its_words() -> None:
    shown = november.report()
    (done,), (moved,) = shown.changed.done.shown, shown.changed.postponed.shown
    assert done.entry is not None
    assert moved.entry is not None
    bare = done.entry._replace(evidence=(), note="", recorded="", status="", dispute="settled")
    changed = Changed(
        done=Part((done._replace(entry=bare),), 1),
        postponed=Part((moved._replace(moved_from="", slippage=-3), moved._replace(
            entry=moved.entry._replace(agreed_with=()), slippage=0)), 2),
        reopened=Part((done._replace(entry=bare._replace(status="in-progress")),), 1),
        disputed=Part((done._replace(entry=bare),), 1),
        handed_over=Part((done._replace(entry=bare._replace(owner="b"), before="a"),), 1),
        noted=Part((done._replace(entry=bare),), 1),
    )  # fmt: skip
    assert agrees("report.news.txt", text(shown._replace(changed=changed))[6:52])


def test_an_event_of_the_log_needs_its_entry() -> None:
    shown = november.report()
    drawn = shown._replace(changed=Changed(done=Part((Event(shown.late.shown[0]),), 1)))
    with pytest.raises(AssertionError):
        text(drawn)


def test_a_group_without_items_or_heading_is_nothing() -> None:
    bare = Page("en", False, "T", "H", (), (Section("x", "S", (Group("g", "", ()),)),), ())
    assert list(report_plain.rendered(bare)) == ["T", "=", "", "H", "", "", "S", "-"]
    item = Group("g", "", (Item("a-very-long-word-that-does-not-fit"),))
    lines = list(report_plain.rendered(bare._replace(sections=(Section("x", "S", (item,)),)), 20))
    assert all(width(line) <= 20 for line in lines)


@hostile.FEW
@given(hostile.TEXTS, st.sampled_from(LANGUAGES))
def test_what_comes_from_a_register_never_acts(said: str, language: str) -> None:
    shown = november.report(language)
    row = hostile.row(said)
    entry = hostile.entry(said)
    event = Event(row, entry, said, 3, said)
    counts = AgreementCounts(said, said, said, (said,), "in-force", "", 0, 1, 0, 0, 0, 0, said)
    drawn = shown._replace(
        title=said,
        changed=Changed(*(Part((event,), 1),) * 11),
        late=Part((row._replace(state="overdue"),), 1),
        agreements=Part((counts,), 1),
        footer=shown.footer._replace(tool=said, commit=said, sources={said: 1}),
    )
    lines = text(drawn, language)
    for line in lines:
        assert not hostile.acts(line.replace(ISOLATE, "").replace(END, ""))
        assert line.count(ISOLATE) == line.count(END)
    assert max(map(width, lines)) <= report_plain.WIDTH
    assert page(drawn, catalogue(language)).right_to_left is (language == "ar")
    assert all(any(three) for three in zip(lines, lines[1:], lines[2:], strict=False))
