"""The report of November with all that stands behind it: obligations, timeline, languages."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.store.registers import project
from tests.views import hostile
from tests.views import report_of_november as real
from tracker.core.report import Asked, Event, Part, Report
from tracker.core.sheet import Sheet
from tracker.core.timeline_picture import Bar, Mark, Strip, TimelinePicture
from tracker.store.report_sheet import sheet as behind
from tracker.store.reporting import report as draw
from tracker.store.timeline_picture import timeline_picture


@cache
def sheet(language: str = "en", audience: str = "") -> Sheet:
    """Draw up the report of the week before 21 November 2026, with what stands behind it."""
    connection = project(real.register())
    drawn = draw(connection, real.ASKED._replace(language=language, audience=audience))
    picture = timeline_picture(connection, date(2026, 11, 21), language=language)
    made = behind(connection, drawn, None)
    languages = {row.agreement: "fr" for row in made.obligations.shown}
    return made._replace(timeline=picture, languages=languages)


def asked(**changed: object) -> Report:
    """Draw up a report that is asked for otherwise."""
    return draw(project(real.register()), real.ASKED._replace(**changed))  # type: ignore[arg-type] # as named


def hostile_sheet(text: str) -> Sheet:
    """Give a sheet with a text wherever a register can put one."""
    row = hostile.row(text)
    late = row._replace(state="overdue", days=-3, due="2026-11-18", due_text="", modality="obligation")
    event = Event(late, hostile.entry(text)._replace(due="2026-12-01"), "2026-11-18", 13, text)
    drawn = sheet().report
    changed = drawn.changed._replace(done=Part((event,), 1), postponed=Part((event,), 1))
    decisions = drawn.decisions._replace(disputed=Part((late,), 1), unproved=Part((late,), 1))
    counts = tuple(
        line._replace(title=text, agreement=text, parties=(text,)) for line in drawn.agreements.shown
    )
    report = drawn._replace(
        title=text,
        changed=changed,
        decisions=decisions,
        late=Part((late._replace(informed=True, status="blocked"),), 1),
        unheard=Part((late,), 1),
        agreements=Part(counts, len(counts)),
        agreement_titles={text: text},
        party_names={text: text},
        people_names={text: text},
        footer=drawn.footer._replace(register=text, commit=text),
    )
    bar = Bar(
        text,
        text,
        "2026-01-01",
        "",
        "",
        "in-force",
        (),
        (Strip(text, text, (Mark("2026-05-05", "", "done"),)),),
    )
    picture = TimelinePicture(text, (text,), "2026-11-21", "", "2026-01-01", "2027-12-31", (bar,))
    return Sheet(report, Part((late, late._replace(due="", days=None, state="awaiting")), 2), picture)


def many(count: int, language: str = "en") -> Report:
    """Give a report on so many obligations that are late without a word, with long titles."""
    drawn = sheet(language).report
    row = next(row for row in drawn.unheard.shown or drawn.late.shown)
    long = row._replace(title=f"{row.title} " * 3)
    rows = tuple(long._replace(ref=f"{row.agreement}.n{n}", informed=False) for n in range(min(count, 50)))
    news = Part(tuple(Event(one) for one in rows), count)
    agreements = drawn.agreements.shown[0]
    return drawn._replace(
        asked=Asked(drawn.as_of, drawn.since, drawn.until, language=language, most=50),
        totals={"overdue": count},
        missed=count,
        changed=drawn.changed._replace(newly_overdue=news),
        late=Part(),
        unheard=Part(rows, count),
        due=Part(rows, count),
        agreements=Part((agreements,) * 50, count),
    )
