"""Days as a calendar that others import or subscribe to: RFC 5545, with RFC 7986's names.

Each day is an event of its own: a rule would lose what happened to one of its dates, and RFC 5545
rules skip a month that lacks the day, where a treaty means its last day. The same days give the
same bytes: the time stamp is that of the as-of day. `icalendar` escapes and folds; it is imported here
alone. What many days share, a title or a time stamp, it makes and folds once: it takes its time over
each letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Component, Event, Todo, vText

from tracker.core.calendar_days import END, NOTICE, CalendarDay, CalendarDays, uid
from tracker.core.durations import Duration, shift
from tracker.core.rows import Row
from tracker.views import safe
from tracker.views.reasons import moved_from, reckoned
from tracker.views.rules import length
from tracker.views.wording import Wording

_MORNING: Final = timedelta(hours=9)
_NOON: Final = 12
_TOLD: Final = frozenset(
    {"overdue", "blocked", "done", "done-late", "waived", "cancelled", "superseded", "lapsed"}
)
"""States that a title tells, since a calendar shows nothing else."""
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+", re.IGNORECASE)


def document(
    shown: CalendarDays, wording: Wording, *, todo: bool = False, alarm: Duration | None = None
) -> bytes:
    """Give the calendar: events, or tasks with `todo`; `alarm` rings so long before, at nine in the morning.

    A task list leaves out the days of agreements that are past: nothing can be done about them.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//tracker//tracker//{wording.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = vText(_name(shown, wording))  # the library doesn't know that these are texts, to be escaped
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(1), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    values = _Values()
    for day in shown.days:
        if todo and day.row is None and day.day < shown.as_of:
            continue
        calendar.add_component(_component(day, shown, wording, values, todo=todo, alarm=alarm))
    return values.written(calendar)


class _Values:
    """The values of properties, each of them made once and written once."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], object] = {}
        self._lines: dict[tuple[str, object], bytes] = {}

    def add(self, component: Component, name: str, value: object, **parameters: str) -> None:
        """Add a property to a component; lists are told apart by what is in them."""
        key = (name, tuple(value) if isinstance(value, list) else value, *parameters.items())
        if key not in self._made:
            one = Component()
            one.add(name, value, parameters)
            self._made[key] = one[name]
        component[name] = self._made[key]

    def written(self, calendar: Calendar) -> bytes:
        """Write a calendar whose values were added here: the lines of those that return are kept."""
        content = bytearray()
        for name, value in calendar.property_items():
            # what marks the beginning and the end of a component is no object that lasts
            key = (name, value if isinstance(value, bytes) else id(value))
            if key not in self._lines:
                self._lines[key] = calendar.content_line(name, value).to_ical()
            content += self._lines[key] + b"\r\n"
        return bytes(content)


def _name(shown: CalendarDays, wording: Wording) -> str:
    title = safe.line(shown.title) or "tracker"
    if not shown.about:
        return title
    return wording.say("{title}: {of}", title=title, of=safe.line(wording.listed(shown.about)))


def _component(
    day: CalendarDay,
    shown: CalendarDays,
    wording: Wording,
    values: _Values,
    *,
    todo: bool,
    alarm: Duration | None,
) -> Event | Todo:
    component = Todo() if todo else Event()
    on = date.fromisoformat(day.day)
    summary = _summary(day, wording)
    # an event and a task of the same day are two things to a program that has both
    values.add(component, "uid", uid(shown.title, f"task {day.key}" if todo else day.key))
    values.add(component, "dtstamp", _midnight(shown.as_of))
    values.add(component, "sequence", day.sequence)
    values.add(component, "summary", summary)
    values.add(component, "description", "\n".join(_description(day, shown, wording)))
    values.add(component, "categories", [safe.line(wording.kind(day.kind))])
    if _ADDRESS.fullmatch(day.url):
        values.add(component, "url", day.url)
    if isinstance(component, Todo):
        values.add(component, "due", on)
        _progress(component, day, values)
    else:
        values.add(component, "dtstart", on)
        values.add(component, "transp", "TRANSPARENT")
        values.add(component, "status", day.event_status)
    if alarm is not None and day.is_open and day.day >= shown.as_of:
        component.add_component(_alarm(on, alarm, summary, values, todo=todo))
    return component


def _progress(task: Todo, day: CalendarDay, values: _Values) -> None:
    """Say how far a task is; how much of what was begun is done, nobody has said."""
    values.add(task, "status", day.task_status)
    if day.is_done:
        values.add(task, "completed", _midnight(day.closed_on) + timedelta(hours=_NOON))
        values.add(task, "percent-complete", 100)
    elif day.task_status == "NEEDS-ACTION":
        values.add(task, "percent-complete", 0)


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)


def _alarm(on: date, before: Duration, summary: str, values: _Values, *, todo: bool) -> Alarm:
    """Make an alarm; a task has no start, so that it counts from when it is due."""
    alarm = Alarm()
    values.add(alarm, "action", "DISPLAY")
    values.add(alarm, "description", summary)
    ahead = timedelta(days=(on - shift(on, before, -1)).days)
    values.add(alarm, "trigger", _MORNING - ahead, **{"RELATED": "END"} if todo else {})
    return alarm


def _summary(day: CalendarDay, wording: Wording) -> str:
    title = safe.line(day.title)
    if day.what == NOTICE:
        return wording.say("Last day to give notice: {title}", title=title)
    if day.what == END:
        return wording.say(
            "Renews itself after this day: {title}" if day.renews else "Ends: {title}", title=title
        )
    row = day.row
    if row is None or not (row.state in _TOLD or day.stands_still):
        return title
    standing = wording.late() if row.informed else wording.state(row.state)
    return wording.say("{title} ({standing})", title=title, standing=standing)


def _description(day: CalendarDay, shown: CalendarDays, wording: Wording) -> Iterator[str]:
    def parties(keys: tuple[str, ...]) -> str:
        return safe.line(wording.listed(tuple(shown.names.get(key, key) for key in keys)))

    if day.row is None:
        yield wording.say("Between {parties}", parties=parties(day.parties))
        if day.renews:
            yield wording.say(
                "Renews itself for {length} unless notice is given", length=length(day.renews, wording)
            )
        yield wording.say("Name in the register: {name}", name=safe.line(day.ref))
        return
    row = day.row
    yield safe.line(day.agreement)
    yield wording.say(
        "Who owes: {parties} ({binding})",
        parties=parties(row.bearers),
        binding=wording.modality(row.modality),
    )
    yield from _date(row, wording)
    if row.quote:
        quote = wording.quoted(safe.line(row.quote))
        clause = safe.line(day.clause)
        yield wording.say("{title}: {of}", title=clause, of=quote) if clause else quote
    yield wording.say("Name in the register: {name}", name=safe.line(row.ref))


def _date(row: Row, wording: Wording) -> Iterator[str]:
    if row.due_text:
        yield wording.say(
            "Due in the course of {period}; this is its last day",
            period=safe.line(wording.date(row.due_text)),
        )
    if before := moved_from(row):
        yield wording.say("Moved here from {day}", day=wording.date(before))
    if reckoned(row):
        yield wording.say(
            "A date that we reckoned, not stated in the text: {basis}", basis=safe.line(row.basis)
        )
