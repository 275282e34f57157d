"""The calendar: to the letter, within RFC 5545, and read back with the library that others use."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.views.dates_of_november import days
from tests.views.golden import agrees
from tests.views.hostile import FEW, TEXTS, acts, row
from tracker.core.calendar_days import CalendarDay, CalendarDays, uid
from tracker.core.durations import Duration
from tracker.views.as_ical import document
from tracker.views.wording import catalogue

EN = catalogue("en")
WEEK = Duration(0, 7)


def lines(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    return content.decode().removesuffix("\r\n").split("\r\n")


def components(content: bytes, name: str) -> list[Any]:
    return list(Calendar.from_ical(content).walk(name))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_calendar_to_the_letter(language: str) -> None:
    content = document(days("fr" if language == "fr" else "en"), catalogue(language), alarm=WEEK)
    assert agrees(f"calendar.{language}.ics.txt", lines(content))


def test_the_tasks_to_the_letter() -> None:
    assert agrees("calendar.todo.ics.txt", lines(document(days(), EN, todo=True, alarm=WEEK)))


def test_the_same_days_give_the_same_bytes() -> None:
    assert document(days(), EN) == document(days(), EN)
    assert b"DTSTAMP:20261121T000000Z" in document(days(), EN)


def test_events_say_what_they_are() -> None:
    events = components(document(days(), EN, alarm=WEEK), "VEVENT")
    assert len(events) == len(days().days)
    for event, day in zip(events, days().days, strict=True):
        assert event["uid"] == uid("Partnerships desk", day.key)
        assert event["dtstart"].dt == date.fromisoformat(day.day)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert "dtend" not in event
        assert event["sequence"] == day.sequence
        assert event["status"] == day.event_status
        assert event["transp"] == "TRANSPARENT"
        assert event["dtstamp"].dt == datetime(2026, 11, 21, tzinfo=UTC)
        assert event.get("url") == (day.url if day.url.startswith("https:") else None)
        rings = bool(list(event.walk("VALARM")))
        assert rings == (day.is_open and day.day >= "2026-11-21")


def test_an_alarm_rings_at_nine_in_the_morning_so_long_before() -> None:
    for length, days_before in ((WEEK, 7), (Duration(0, 0), 0), (Duration(1, 0), None)):
        for event in components(document(days(), EN, alarm=length), "VEVENT"):
            for alarm in event.walk("VALARM"):
                start = datetime.combine(event["dtstart"].dt, datetime.min.time())
                rings = start + alarm["trigger"].dt
                assert rings.hour == 9
                if days_before is None:
                    assert (rings.day, (rings.month - start.month) % 12) in {(start.day, 11), (30, 11)}
                else:
                    assert start.date() - rings.date() == timedelta(days_before)


def test_a_task_counts_its_alarm_from_when_it_is_due() -> None:
    tasks = components(document(days(), EN, todo=True, alarm=WEEK), "VTODO")
    alarms = [alarm for task in tasks for alarm in task.walk("VALARM")]
    assert alarms
    assert all(alarm["trigger"].params["RELATED"] == "END" for alarm in alarms)


def test_tasks_say_how_far_they_are() -> None:
    shown = days()
    begun = shown.days[1]
    assert begun.row
    begun = begun._replace(row=begun.row._replace(status="in-progress"))
    over = shown.days[1].row._replace(state="cancelled", status="cancelled")  # type: ignore[union-attr]
    dropped = begun._replace(key="x", row=over)
    shown = shown._replace(days=(shown.days[0], begun, dropped, *shown.days[2:]))
    tasks = components(document(shown, EN, todo=True), "VTODO")
    told = [(task["status"], task.get("percent-complete"), "completed" in task) for task in tasks]
    assert told[0] == ("COMPLETED", 100, True)
    assert ("IN-PROCESS", None, False) in told
    assert ("CANCELLED", None, False) in told
    assert ("NEEDS-ACTION", 0, False) in told
    assert tasks[0]["completed"].dt == datetime(2025, 12, 18, 12, tzinfo=UTC)
    assert all(task["due"].params["VALUE"] == "DATE" for task in tasks)
    titles = [str(task["summary"]) for task in tasks]
    assert not any(title.startswith("Last day to give notice") for title in titles)
    events = {event["uid"] for event in components(document(shown, EN), "VEVENT")}
    assert events.isdisjoint(task["uid"] for task in tasks)


def test_its_name_says_of_what_it_is() -> None:
    assert b"NAME:Partnerships desk: A\\, B\r\nX-WR-CALNAME:Partnerships desk: A\\, B" in document(
        days()._replace(about=("A", "B")), EN
    )
    assert b"X-WR-CALNAME:tracker\r\n" in document(days()._replace(title=""), EN)


def test_an_empty_calendar_is_one() -> None:
    (calendar,) = components(document(days()._replace(days=()), EN), "VCALENDAR")
    assert (calendar["method"], calendar["version"], calendar.subcomponents) == ("PUBLISH", "2.0", [])


def hostile(text: str) -> CalendarDays:
    """Give days with a text wherever a file can put one."""
    one: CalendarDay = days().days[0]
    late = one._replace(
        row=row(text), title=text, agreement=text, clause=text, url=text, kind=text, ref=text, key=text
    )
    end = days().days[-1]._replace(title=text, ref=text, parties=(text,), kind=text, renews=text)
    return days()._replace(title=text, about=(text,), days=(late, end), names={})


@FEW
@given(TEXTS, st.booleans(), st.sampled_from(["en", "fr", "ar"]))
def test_hostile_texts_stay_texts(text: str, todo: bool, language: str) -> None:
    content = document(hostile(text), catalogue(language), todo=todo, alarm=WEEK)
    for line in lines(content):
        assert len(line.encode()) <= 75
        assert not acts(line)
    found = components(content, "VTODO" if todo else "VEVENT")
    assert len(found) == 2
    parts = sum(line.startswith("BEGIN:") for line in lines(content))
    assert parts == len(list(Calendar.from_ical(content).walk()))
    assert not acts("".join(str(one["summary"]) for one in found))


@given(TEXTS)
def test_what_is_read_back_is_what_was_said(text: str) -> None:
    from tracker.views import safe

    (event, _) = components(document(hostile(text), EN), "VEVENT")
    assert str(event["summary"]) == f"{safe.line(text)} (past due)"
    assert f"“{safe.line(text)}”" in str(event["description"])


def test_it_is_written_as_the_library_writes_it() -> None:
    for todo in (False, True):
        content = document(days(), EN, todo=todo, alarm=WEEK)
        assert Calendar.from_ical(content).to_ical() == content


def test_what_many_days_share_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    write = Calendar.content_line

    def counted(calendar: Calendar, name: str, value: object) -> object:
        written.append(name)
        return write(calendar, name, value)

    monkeypatch.setattr(Calendar, "content_line", counted)
    document(days(), EN, alarm=WEEK)
    once = len(written)
    many = tuple(day._replace(key=f"{day.key} {n}") for n in range(100) for day in days().days)
    written.clear()
    content = document(days()._replace(days=many), EN, alarm=WEEK)
    assert content.count(b"BEGIN:VEVENT") == len(many)
    assert len(written) == once + len(many) - len(days().days)
