"""The real register's dates on 21 November 2026, as the calendar's and the timeline's values."""

from __future__ import annotations

from functools import cache

from tests.views import register_of_november as real
from tracker.core.calendar_days import END, NOTICE, OCCURRENCE, CalendarDay, CalendarDays
from tracker.core.rows import Row
from tracker.core.timeline_picture import Bar, Mark, Strip, TimelinePicture
from tracker.core.vocabulary import STATES

NAMES = {"OIM": "International Organization for Migration", "OCI": "Organisation of Islamic Cooperation"}


def _date(row: Row, agreement: str, sequence: int = 0) -> CalendarDay:
    return CalendarDay(
        key=f"{OCCURRENCE} {row.ref} {row.scheduled}",
        what=OCCURRENCE,
        day=row.due,
        sequence=sequence,
        ref=row.ref,
        title=row.title,
        agreement=agreement,
        parties=(),
        kind=row.kind,
        clause="Art. 3",
        url="https://example.org/plan?a=1;b,c",
        closed_on="2025-12-18" if row.state == "done" else "",
        row=row,
    )


@cache
def days(language: str = "en") -> CalendarDays:
    """Give the dates of the plan, with one that was held and one that was put off, and its end."""
    detail = real.detail_with_news(language)
    title = detail.agreement.title
    young = next(row for row in real.rows(language) if row.ref == "icesco-osce.young-entrepreneurs")
    listed = [_date(row, title, n) for n, row in enumerate(detail.occurrences)]
    aim = _date(young, "ICESCO–OSCE")._replace(url="javascript:alert(1) ", clause="")
    end = CalendarDay(
        key="end oim-oci",
        what=END,
        day="2027-12-31",
        sequence=0,
        ref="oim-oci",
        title=title,
        agreement=title,
        parties=("OIM", "OCI"),
        kind="action-plan",
        renews="3 years",
    )
    notice = end._replace(key="notice oim-oci", what=NOTICE, day="2026-06-30", renews="")
    return CalendarDays(
        title="Partnerships desk",
        about=(),
        as_of=real.AS_OF,
        start="2025-11-21",
        end="2029-11-21",
        days=(*sorted((*listed, aim, notice), key=lambda one: one.day), end),
        names=NAMES if language == "en" else {},
    )


@cache
def picture(language: str = "en") -> TimelinePicture:
    """Give the picture of the plan, of an agreement that was suspended, and of one in every state."""
    detail = real.detail_with_news(language)
    marks = tuple(Mark(row.due, row.scheduled, row.state, row.informed) for row in detail.occurrences)
    plan = Bar(
        id="oim-oci",
        title=detail.agreement.title,
        start="2025-06-21",
        last="2027-12-31",
        notice_by="2027-06-30",
        state="in-force",
        pauses=(),
        strips=(Strip(real.MEETINGS, detail.row.title, marks),),
        more=2,
        undated=5,
        elsewhere=1,
    )
    days = [f"{2025 + n // 12}-{n % 12 + 1:02}-15" for n in range(1, 31, 2)]
    every = tuple(Mark(day, day, state) for day, state in zip(days, STATES, strict=False))
    all_states = Strip(
        "a.every", "In every state", (*every, Mark("2027-10-15", "2027-10-15", "overdue", True))
    )
    together = Strip(
        "a.one", "Two on a day", (Mark("2026-03-02", "", "done"), Mark("2026-03-02", "", "overdue"))
    )
    paused = Bar(
        id="a",
        title="A",
        start="2018-12-10",
        last="",
        notice_by="",
        state="not-in-force",
        pauses=(("2025-03-01", "2025-09-01"), ("2026-10-01", "9999-12-31")),
        strips=(all_states, together),
    )
    over = Bar("b", "Over before", "2018-01-01", "2024-06-30", "", "ended", (), ())
    return TimelinePicture(
        title="Partnerships desk",
        about=(),
        as_of=real.AS_OF,
        known_at="",
        start="2024-12-01",
        end="2027-12-31",
        bars=(over, paused, plan),
        more=3,
    )
