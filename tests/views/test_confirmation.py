"""What is said after a change."""

from __future__ import annotations

from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.views import as_plain
from tracker.views.wording import catalogue

WORDS = catalogue("en")
BEFORE, AFTER = real.detail(), real.detail_with_news()


def test_one_meeting_recorded_leaves_the_other_open() -> None:
    held, moved = AFTER.log
    first, *rest = BEFORE.occurrences
    after = BEFORE._replace(occurrences=(first._replace(state="done", status="done"), *rest), log=(held,))
    for language in ("en", "fr"):
        shown = as_plain.change(BEFORE, after, [held], catalogue(language))
        assert agrees(f"update.{language}.txt", shown)
    assert moved.due


def test_a_postponement_says_the_new_date() -> None:
    assert agrees("update.postponed.txt", as_plain.change(BEFORE, AFTER, [AFTER.log[1]], WORDS, 60))


def test_what_falls_due_first_is_next_wherever_it_was_scheduled() -> None:
    *rest, soon, last = BEFORE.occurrences
    moved = soon._replace(scheduled="2026-06-21", due="2027-01-15", days=55, state="upcoming")
    for coming, said in (
        ((moved, soon, last), "2026-12-21*, in 30 days"),
        ((*rest, moved, last), "2027-01-15, moved from 2026-06-21, in 55 days"),
    ):
        *_, text = as_plain.change(BEFORE, BEFORE._replace(occurrences=coming), [AFTER.log[0]], WORDS)
        assert text.split(maxsplit=1) == ["Next", said]


def test_a_note_changes_no_state() -> None:
    note = AFTER.log[0]._replace(status="", scheduled="")
    text = "\n".join(as_plain.change(BEFORE, BEFORE, [note], WORDS))
    assert "Changed     no state changes by it" in text


def test_what_has_no_dates_changes_as_a_whole() -> None:
    aim = real.rows()[0]
    before = BEFORE._replace(row=aim, occurrences=())
    after = before._replace(row=aim._replace(state="active"))
    text = "\n".join(as_plain.change(before, after, [AFTER.log[0]], WORDS))
    assert "no news → active" in text


def test_a_state_that_does_not_say_that_it_is_blocked_is_told_with_it() -> None:
    aim = real.rows()[0]
    before = BEFORE._replace(row=aim, occurrences=())
    blocked = before._replace(row=aim._replace(state="active", status="blocked"))
    again = blocked._replace(row=blocked.row._replace(status="in-progress"))
    for then, now, said in (
        (before, blocked, "no news → active, recorded as blocked"),
        (blocked, again, "active, recorded as blocked → active"),
        (blocked, blocked, "no state changes by it"),
    ):
        *_, text = as_plain.change(then, now, [AFTER.log[0]], WORDS)
        assert text.split(maxsplit=1) == ["Changed", said]


def test_until_a_later_day_it_stands_as_today() -> None:
    later = tuple(row._replace(state="overdue", days=-11) for row in AFTER.occurrences)
    then = BEFORE._replace(occurrences=later)
    note = AFTER.log[0]._replace(on="2027-01-01", status="", scheduled="")
    text = "\n".join(as_plain.change(then, then, [note], WORDS, now=BEFORE))
    assert "11 days late" not in text
    assert "Next        2026-12-21*, in 30 days" in text
    done = then._replace(occurrences=(later[0]._replace(state="waived"), *later[1:]))
    text = "\n".join(as_plain.change(then, done, [note], WORDS, now=BEFORE))
    assert "Changed     from 2027-01-01 on: 2025-12-21: past due → waived" in text


def test_what_goes_on_without_dates_stays_open() -> None:
    aim = real.rows()[0]
    shown = BEFORE._replace(row=aim, occurrences=(aim,))
    text = "\n".join(as_plain.change(shown, shown, [AFTER.log[0]], WORDS))
    assert "Still open  no news" in text


def test_an_occurrence_that_was_not_there_before_did_not_change() -> None:
    before = BEFORE._replace(occurrences=BEFORE.occurrences[:1])
    text = "\n".join(as_plain.change(before, BEFORE, [AFTER.log[0]], WORDS))
    assert "no state changes by it" in text


def test_many_open_dates_are_counted() -> None:
    late = BEFORE.occurrences[0]
    shown = BEFORE._replace(occurrences=tuple(late._replace(scheduled=f"2025-0{n}-01") for n in range(1, 8)))
    text = "\n".join(as_plain.change(shown, shown, [AFTER.log[0]], WORDS))
    assert "and 2 more" in text


def test_several_dates_are_each_told_and_what_goes_with_them_once() -> None:
    first = AFTER.log[0]
    recorded = [first, first._replace(position=1, scheduled="2026-06-21")]
    shown = list(as_plain.change(BEFORE, AFTER, recorded, WORDS))
    assert [line.split(": ", 1)[-1] for line in shown[:2]] == [
        shown[0].split(": ", 1)[-1],
        shown[0].split(": ", 1)[-1].replace(first.scheduled, "2026-06-21"),
    ]
    assert sum(first.note in line for line in shown) == 1
