"""The first screen: what it says, in what order, and that it stays short."""

from __future__ import annotations

import pytest

from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.rows import AgreementLine, Dispute, Picture, Row
from tracker.core.vocabulary import STATES
from tracker.views import as_plain
from tracker.views.measure import width
from tracker.views.totals import counted
from tracker.views.wording import catalogue

ENGLISH, FRENCH = catalogue("en"), catalogue("fr")
PICTURE = real.picture()
MEETINGS = PICTURE.overdue[0]
PLAN = next(line for line in PICTURE.agreements if line.id == "oim-oci")
CALM = PICTURE._replace(
    totals={"upcoming": 2, "done": 1},
    overdue=(),
    review_due=(),
    missed=0,
    agreements=(PLAN._replace(totals={"upcoming": 2, "done": 1}),),
    agreement_count=1,
)


def _text(shown: Picture, columns: int = 80) -> str:
    return "\n".join(as_plain.picture(shown, ENGLISH, columns))


@pytest.mark.parametrize("columns", [0, 60, 80, 120])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_real_register_as_it_is_shown(language: str, columns: int) -> None:
    shown = as_plain.picture(real.picture(language), catalogue(language), columns)
    assert agrees(f"status.{language}.{columns or 'pipe'}.txt", shown)


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal_but_a_command(columns: int) -> None:
    for line in as_plain.picture(PICTURE, FRENCH, columns):
        assert width(line) <= columns or "tracker update" in line


def test_twenty_two_obligations_take_no_more_lines_than_a_reader_has() -> None:
    assert len(_text(PICTURE).splitlines()) <= 15


def test_nothing_recorded_and_known_to_be_late_stand_apart() -> None:
    known = MEETINGS._replace(informed=True, status="blocked", last_on="2026-09-01", missed=1)
    text = _text(PICTURE._replace(overdue=(known, MEETINGS), totals={"overdue": 2}))
    late, _, past = text.partition("Past due")
    assert "Late" in late
    assert "blocked, last recorded 2026-09-01" in late
    assert "nothing recorded" not in late
    assert "nothing recorded" in past


def test_an_entry_from_before_the_date_says_since_when_nothing_was_recorded() -> None:
    row = MEETINGS._replace(last_on="2025-12-01", owner="mission-rabat")
    text = _text(PICTURE._replace(overdue=(row,)), 120)
    assert "nothing recorded since 2025-12-01" in text
    assert "mission-rabat" in text


def test_all_calm_takes_two_lines_or_three() -> None:
    head = "Saturday 21 November 2026 · 1 agreement · 3 obligations"
    calm = "Nothing is late, and there is news of everything."
    coming = "Next date: 2026-12-21, in 30 days: Half-yearly meetings of the joint follow-up mechanism."
    assert _text(CALM, 160).splitlines() == [head, f"{calm} {coming}"]
    assert _text(CALM).splitlines() == [head, calm, f"{coming[:78]}…"]


def test_calm_without_a_date_to_come() -> None:
    shown = CALM._replace(next_due="")
    assert _text(shown).endswith("there is news of everything.")


def test_an_empty_register_says_how_to_begin() -> None:
    shown = CALM._replace(totals={}, agreements=(), agreement_count=0)
    assert "tracker add-agreement" in _text(shown)
    assert "tracker add AGREEMENT.NAME" in _text(shown._replace(agreement_count=1))


def test_what_was_known_on_another_day_is_said() -> None:
    first = _text(CALM._replace(known_at="2026-10-01")).splitlines()[0]
    assert first.startswith("Saturday 21 November 2026, as known on 1 October 2026")


def test_what_is_due_soon_is_shown_with_its_days() -> None:
    row = MEETINGS._replace(state="due-soon", due="2026-11-30", scheduled="2026-11-30", days=9, missed=0)
    text = _text(CALM._replace(due_soon=(row,), totals={"due-soon": 1}))
    assert "Due soon   in 9 days  Half-yearly meetings" in text
    assert "OIM, OCI · due 2026-11-30*" in text


def _many(count: int) -> tuple[Row, ...]:
    return tuple(MEETINGS._replace(ref=f"a.b{i}", title=f"Title {i}") for i in range(count))


def test_fifty_thousand_late_obligations_stay_on_one_screen() -> None:
    agreements = tuple(
        PLAN._replace(id=f"a{i}", totals={"overdue": 4, "review-due": 4}, next_due="") for i in range(12_000)
    )
    shown = PICTURE._replace(
        totals={"overdue": 4_322, "review-due": 48_000},
        overdue=_many(10),
        agreements=agreements,
        agreement_count=12_000,
    )
    text = _text(shown)
    assert "and 4,312 more: tracker list --state overdue" in text
    assert "and 47,960 more: tracker list --state review-due" in text
    assert len(text.splitlines()) < 33
    assert "335 days  a.b0  Title 0" in text


LONG = tuple(
    row._replace(
        ref=f"mediterranean-west-2025.joint-steering-committee-{number}",
        agreement="mediterranean-west-2025",
        title=f"{number}, and in words as long as those of a text that was read",
        bearers=("Joint Steering Committee",),
        missed=missed,
    )
    for row, number, missed in zip(_many(4), ("One", "Two", "Three", "Four"), (1, 2, 1, 1), strict=True)
)


@pytest.mark.parametrize("columns", [60, 80, 120, 0])
def test_each_of_many_has_title_bearer_and_missed_ones_and_a_name_where_there_is_room(
    columns: int,
) -> None:
    shown = PICTURE._replace(overdue=LONG, totals={"overdue": 4})
    assert agrees(f"status.long.{columns or 'pipe'}.txt", as_plain.picture(shown, ENGLISH, columns))


def test_long_names_of_silent_ones_leave_the_title_its_room() -> None:
    shown = PICTURE._replace(
        agreements=(PLAN,), totals={"review-due": 4}, overdue=(), review_due=LONG, agreement_count=1
    )
    assert "No news    One, and in words as long as those" in _text(shown, 60)
    assert "No news    joint-steering-committee-One    One, and in words" in _text(shown, 80)
    assert LONG[0].ref in _text(shown, 120)


def test_the_mark_of_a_reckoned_date_is_explained_where_one_stands() -> None:
    legend = "* reckoned by us, not stated in the text"
    for count, told in ((1, True), (3, True), (4, False), (12, False)):
        rows = _many(count)
        for shown in (
            PICTURE._replace(overdue=rows, totals={"overdue": count}),
            _blocked(*rows, count=count),
            CALM._replace(due_soon=rows, totals={"due-soon": count}),
        ):
            *screen, last = _text(shown).splitlines()
            assert (legend in last) is told
            assert any("*" in line for line in (*screen, last)) is told


def test_known_ones_go_before_the_others_and_all_together_are_ten() -> None:
    known = tuple(row._replace(informed=True) for row in _many(8))
    text = _text(PICTURE._replace(overdue=(*known, *_many(8)), totals={"overdue": 16}))
    assert text.count("335 days") == 10
    assert "and 6 more" in text


def test_known_ones_are_shown_however_many_older_ones_are_not_heard_of() -> None:
    known = tuple(row._replace(informed=True, ref=f"{row.ref}-known", days=-7) for row in _many(2))
    text = _text(PICTURE._replace(overdue=_many(10), also_late=known, totals={"overdue": 16}, known_late=2))
    assert text.count("  7 days  ") == 2
    assert text.count("335 days") == 8
    assert text.index("Late") < text.index("Past due")
    assert "and 6 more" in text


def test_a_french_colon_has_its_space() -> None:
    shown = PICTURE._replace(overdue=_many(10), totals={"overdue": 12})
    said = "\n".join(line for line in as_plain.picture(shown, catalogue("fr")))
    assert "et 2 autres\N{NO-BREAK SPACE}: tracker list --state overdue" in said


def test_only_known_ones_say_how_many_more_there_are() -> None:
    known = tuple(row._replace(informed=True) for row in _many(10))
    assert "and 5 more" in _text(PICTURE._replace(overdue=known, totals={"overdue": 15}))


def test_what_happens_once_is_recorded_without_a_date() -> None:
    row = MEETINGS._replace(recurs=False, missed=1)
    assert _text(PICTURE._replace(overdue=(row,))).count("--for") == 0


def test_without_anything_late_the_longest_silent_one_is_shown() -> None:
    silent = PICTURE._replace(overdue=(), totals={"review-due": 19})
    assert "Look       tracker show oim-maroc.close-work" in _text(silent)
    lines = tuple(one._replace(silent_ref=f"{one.id}.oldest") for one in PICTURE.agreements)
    assert "Look       tracker show oim-maroc.oldest" in _text(silent._replace(agreements=lines))
    last = [one._replace(silent_since="2026-01-01") if one.id == "oim-maroc" else one for one in lines]
    assert "Look       tracker show icesco-osce.oldest" in _text(silent._replace(agreements=tuple(last)))


def test_counts_alone_are_shown_where_no_rows_are_at_hand() -> None:
    text = _text(PICTURE._replace(review_due=(), overdue=(), totals={"review-due": 19}))
    assert "No news    1  since 2018-12-11  IOM statement" in text
    assert "tracker show" not in text


def test_one_agreement_lists_its_silent_obligations() -> None:
    mine = tuple(row for row in PICTURE.review_due if row.agreement == "oim-oci")
    shown = PICTURE._replace(agreements=(PLAN,), totals=PLAN.totals, review_due=mine, agreement_count=1)
    assert agrees("status.one-agreement.txt", as_plain.picture(shown, ENGLISH, 80))
    shown = shown._replace(review_due=mine[:1])
    assert "and 3 more: tracker list --state review-due --agreement oim-oci" in _text(shown)


def _ending(line: AgreementLine) -> str:
    return _text(CALM._replace(agreements=(line,)))


def test_an_agreement_about_to_end_is_shown() -> None:
    plan = PLAN._replace(expires="2026-12-31")
    assert "Ending     in 40 days  ends 2026-12-31 · IOM–OIC action plan 2025–2027" in _ending(plan)
    assert "renews itself after 2026-12-31" in _ending(plan._replace(renews="3 years"))
    noticed = plan._replace(expires="2027-12-31", notice_by="2027-01-31")
    assert "in 71 days  notice by 2027-01-31, ends 2027-12-31 · IOM–OIC action p" in _ending(noticed)


@pytest.mark.parametrize(
    ("expires", "shown"),
    [("2026-11-20", False), ("2026-11-21", True), ("2027-05-20", True), ("2027-05-21", False)],
)
def test_an_end_is_near_from_180_days_before_it_to_its_day(expires: str, *, shown: bool) -> None:
    assert ("Ending" in _ending(PLAN._replace(expires=expires))) is shown


def test_an_agreement_that_is_over_does_not_end_again() -> None:
    assert "Ending" not in _ending(PLAN._replace(expires="2026-12-31", state="not-in-force"))


def test_an_agreement_that_is_suspended_ends_all_the_same() -> None:
    still = PLAN._replace(expires="2026-12-31", state="not-in-force", suspended=True)
    assert "Ending     in 40 days  ends 2026-12-31 · IOM–OIC action plan 2025–2027" in _ending(still)


def test_all_agreements_are_counted_where_a_few_are_at_hand() -> None:
    shown = PICTURE._replace(agreements=PICTURE.agreements[:1], totals={**PICTURE.totals, "upcoming": 900})
    text = _text(shown)
    assert text.startswith("Saturday 21 November 2026 · 5 agreements · 921 obligations\n")
    assert "No news    5  since 2023-02-16  ICESCO" in text
    assert "and 14 more: tracker list --state review-due" in text


def test_many_ends_are_counted() -> None:
    lines = tuple(PLAN._replace(id=f"a{i:02}", expires="2026-12-31") for i in range(12))
    assert "and 2 more agreements" in _text(CALM._replace(agreements=lines))


def test_a_date_of_today_is_next() -> None:
    text = _text(CALM._replace(next_due=real.AS_OF), 0)
    assert "Next date: 2026-11-21, today: Half-yearly meetings of the joint follow-up mechanism." in text


def test_the_next_date_names_the_obligation_though_its_row_is_not_shown() -> None:
    shown = CALM._replace(next_due="2027-03-01", next_ref="oim-oci.renewal", next_title="Renew it")
    assert "Next date: 2027-03-01, in 100 days: Renew it." in _text(shown, 0)


BLOCKED = MEETINGS._replace(
    state="blocked",
    status="blocked",
    due="2026-12-21",
    scheduled="2026-12-21",
    days=30,
    missed=0,
    last_on="2026-11-01",
)
DUTY = BLOCKED._replace(state="active", title="A duty", due="", scheduled="", days=None, owner="desk")


def _blocked(*rows: Row, count: int = 0) -> Picture:
    totals = {"active": 1, "blocked": 1}
    return CALM._replace(totals=totals, blocked=rows, blocked_count=count or len(rows))


def test_what_is_blocked_is_shown_with_and_without_a_date() -> None:
    shown = _blocked(BLOCKED, DUTY._replace(dispute="OCI"))
    assert agrees("status.blocked.txt", as_plain.picture(shown, ENGLISH, 80))
    assert agrees("status.blocked.fr.60.txt", as_plain.picture(shown, FRENCH, 60))


def test_many_blocked_ones_say_what_lists_them() -> None:
    text = _text(_blocked(*(BLOCKED._replace(ref=f"a.b{i}") for i in range(12)), count=1_200), 100)
    assert text.count("a.b") == 11
    assert "in 30 days  a.b0  blocked · Half-yearly" in text
    assert "and 1,190 more: tracker list --status blocked" in text


def test_what_is_disputed_says_by_whom_and_since_when() -> None:
    late = MEETINGS._replace(dispute="OCI", missed=1)
    duty = DUTY._replace(status="done", state="done", dispute="OIM")
    shown = PICTURE._replace(
        overdue=(late,),
        disputed=(Dispute(late, "2026-02-01"), Dispute(duty, "2026-10-01")),
        disputed_count=2,
    )
    assert agrees("status.disputed.txt", as_plain.picture(shown, ENGLISH, 80))
    assert agrees("status.disputed.fr.60.txt", as_plain.picture(shown, FRENCH, 60))


def test_many_disputes_are_counted_and_only_one_is_looked_at() -> None:
    disputed = tuple(Dispute(DUTY._replace(dispute="OIM"), "2026-10-01") for _ in range(10))
    shown = CALM._replace(totals={"active": 40}, disputed=disputed, disputed_count=40)
    text = _text(shown, 120)
    assert "since 2026-10-01  oim-oci.half-yearly-meetings  blocked · disputed by OIM · A duty" in text
    assert "and 30 more: tracker report" in text
    assert text.endswith("Look       tracker show oim-oci.half-yearly-meetings")
    assert "Record" not in text


def test_one_agreements_silent_obligations_say_what_their_state_does_not() -> None:
    row = next(row for row in PICTURE.review_due if row.agreement == "oim-oci")._replace(dispute="OCI")
    shown = PICTURE._replace(agreements=(PLAN,), totals=PLAN.totals, review_due=(row,), agreement_count=1)
    assert f"{row.ref}  disputed by OCI · {row.title}"[:66] in _text(shown)


@pytest.mark.parametrize(
    ("known", "english", "french"),
    [
        (0, "3 past due · 2 active", "3 échues · 2 actives"),
        (1, "1 late · 2 past due · 2 active", "1 en retard · 2 échues · 2 actives"),
        (3, "3 late · 2 active", "3 en retard · 2 actives"),
    ],
)
def test_totals_tell_late_from_past_due_and_agree_with_the_number(
    known: int, english: str, french: str
) -> None:
    shown = PICTURE._replace(totals={"overdue": 3, "active": 2}, known_late=known)
    assert f"In all     {english}\n" in _text(shown)
    assert f"{french}\n" in "\n".join(as_plain.picture(shown, FRENCH, 80))
    one = PICTURE._replace(totals={"overdue": 1, "active": 1})
    assert "1 échue · 1 active\n" in "\n".join(as_plain.picture(one, FRENCH, 80))


def test_every_state_is_counted_in_words_that_agree() -> None:
    for state in STATES:
        assert counted(state, 2, ENGLISH) == f"2 {ENGLISH.state(state)}"
        assert counted(state, 1, FRENCH) == f"1 {FRENCH.state(state)}"
