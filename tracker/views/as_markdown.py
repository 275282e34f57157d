"""Values as Markdown, for an issue, a wiki or a message; text of the register is never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.core.agreement_page import AgreementPage
from tracker.core.columnar import Coded, Columnar
from tracker.core.errors import Problem
from tracker.core.rows import Detail, Passage, Picture, Row
from tracker.views import agreement_page, full_page, safe
from tracker.views.columns import LIST, chosen, days, due
from tracker.views.entries import entry
from tracker.views.first_agreements import since_when, standing_still
from tracker.views.reasons import joined, standing
from tracker.views.totals import totals
from tracker.views.wording import Wording


def rows(listed: Iterable[Row], wording: Wording, names: Sequence[str] = LIST) -> Iterator[str]:
    """Give a table of rows, a line a row."""
    columns = chosen(names)
    yield _cells(wording.text(column.heading) for column in columns)
    yield _cells("---:" if column.right else "---" for column in columns)
    whole = Columnar.of(listed)
    table = [
        cells.each(safe.markdown) if isinstance(cells, Coded) else map(safe.markdown, cells)
        for cells in (column.cells(whole, wording) for column in columns)
    ]
    yield from whole.arranged(map(_cells, zip(*table, strict=True)))


def picture(shown: Picture, wording: Wording) -> Iterator[str]:
    """Give the morning picture: the counts, what stands out, and by agreement."""
    day = wording.weekday(shown.as_of)
    if shown.known_at:
        day = wording.say("{day}, as known on {known}", day=day, known=wording.date(shown.known_at))
    yield f"# {safe.markdown(day[:1].upper() + day[1:])}"
    yield ""
    obligations = wording.count("{n} obligation", "{n} obligations", sum(shown.totals.values()))
    yield " · ".join((obligations, *totals(shown.totals, shown.known_late, wording, shown.blocked_count)))
    known = [row for row in shown.overdue if row.informed]
    unknown = [row for row in shown.overdue if not row.informed]
    more = shown.totals.get("overdue", 0) - len(shown.overdue)
    yield from _section(wording.say("Late"), known, 0 if unknown else more, wording)
    yield from _section(wording.say("Past due, nothing recorded"), unknown, more, wording)
    for heading, listed, count in (
        (wording.say("Recorded as blocked"), shown.blocked, shown.blocked_count),
        (wording.say("Due soon"), shown.due_soon, shown.totals.get("due-soon", 0)),
    ):
        yield from _section(heading, listed, count - len(listed), wording)
    yield from _disputed(shown, wording)
    yield from _suspended(shown, wording)
    silent = shown.totals.get("review-due", 0) - len(shown.review_due)
    yield from _section(wording.say("No news"), shown.review_due, silent, wording)
    yield from _agreements(shown, wording)


def detail(shown: Detail, as_of: str, wording: Wording, passage: Passage | None = None) -> Iterator[str]:
    """Give one obligation in full."""
    yield f"# {safe.markdown(shown.row.title)}"
    yield ""
    yield safe.markdown(shown.row.ref)
    yield ""
    for label, value in full_page.facts(shown, as_of, wording):
        said = wording.say("{label}: {value}", label=f"**{label}**", value=safe.markdown(value))
        yield f"- {said}" if label else f"  - {safe.markdown(value)}"
    if shown.row.quote:
        yield ""
        quote = f"**{safe.markdown(shown.row.quote)}**"
        if passage is not None:
            before = safe.markdown(passage.before) + " " * passage.before[-1:].isspace()
            after = " " * passage.after[:1].isspace() + safe.markdown(passage.after)
            quote = f"{before}**{safe.markdown(passage.quote)}**{after}"
        yield f"> {quote}"
    if shown.occurrences:
        yield from _heading(wording.say("Dates"))
        yield _cells((wording.say("due"), wording.say("state"), wording.say("days")))
        yield _cells(("---", "---", "---"))
        for row in shown.occurrences:
            yield _cells(map(safe.markdown, (due(row), standing(row, wording), days(row, wording))))
    yield from _heading(wording.say("What happened"))
    if not shown.log:
        yield wording.say("nothing recorded")
    for line in full_page.by_day(shown):
        yield f"- {line.on} " + joined([safe.markdown(text) for text in entry(line, wording)], wording)
    if shown.notes:
        yield from _heading(wording.say("Notes"))
        yield from (safe.markdown(text) for text in safe.lines(shown.notes))


def agreement(shown: AgreementPage, wording: Wording) -> Iterator[str]:
    """Give an agreement in full, its obligations as a table."""
    yield f"# {safe.markdown(shown.line.title)}"
    yield ""
    yield safe.markdown(shown.line.id)
    yield ""
    for label, value in agreement_page.facts(shown, wording):
        said = wording.say("{label}: {value}", label=f"**{label}**", value=safe.markdown(value))
        yield f"- {said}" if label else f"  - {safe.markdown(value)}"
    yield from _heading(wording.say("What happened"))
    if not shown.log:
        yield wording.say("nothing recorded")
    for day, texts in agreement_page.happened(shown, wording):
        yield f"- {day} " + joined([safe.markdown(text) for text in texts], wording)
    if shown.notes:
        yield from _heading(wording.say("Notes"))
        yield from (safe.markdown(text) for text in safe.lines(shown.notes))
    if shown.rows:
        yield from _heading(wording.say("Obligations"))
        yield from rows(shown.rows, wording, agreement_page.COLUMNS)


def problems(found: Iterable[Problem], wording: Wording) -> Iterator[str]:
    """Give what is wrong with the register as a list."""
    for problem in found:
        said = safe.markdown(wording.text(problem.text))
        yield f"- {safe.markdown(problem.place)} **{problem.code}** {said}"


def _section(heading: str, listed: Sequence[Row], rest: int, wording: Wording) -> Iterator[str]:
    if not listed:
        return
    yield from _heading(heading)
    yield from rows(listed, wording)
    yield from _more(rest, wording)


def _disputed(shown: Picture, wording: Wording) -> Iterator[str]:
    if not shown.disputed:
        return
    yield from _heading(wording.say("Disputed"))
    yield _cells(
        (wording.say("obligation"), wording.say("disputed by"), wording.say("state"), wording.say("title"))
    )
    yield _cells(["---"] * 4)
    for row, since in shown.disputed:
        party = f"{row.dispute}, {wording.say('since {day}', day=since)}"
        yield _cells(map(safe.markdown, (row.ref, party, standing(row, wording), row.title)))
    yield from _more(shown.disputed_count - len(shown.disputed), wording)


def _suspended(shown: Picture, wording: Wording) -> Iterator[str]:
    if not shown.suspended:
        return
    label = wording.status("suspended")
    yield from _heading(label[:1].upper() + label[1:])
    for one in shown.suspended:
        parts = [since_when(one, wording), standing_still(one, wording)]
        yield f"- **{safe.markdown(one.title)}** · {' · '.join(parts)}"


def _more(rest: int, wording: Wording) -> Iterator[str]:
    if rest > 0:
        yield ""
        yield wording.count("and {n} more", "and {n} more", rest)


def _agreements(shown: Picture, wording: Wording) -> Iterator[str]:
    if not shown.agreements:
        return
    yield from _heading(wording.say("Agreements"))
    yield _cells(
        (
            wording.say("agreement"),
            wording.say("title"),
            wording.say("obligations"),
            wording.say("past due"),
            wording.say("no news"),
            wording.say("next due"),
            wording.say("ends"),
        )
    )
    yield _cells(("---", "---", "---:", "---:", "---:", "---", "---"))
    for line in shown.agreements:
        yield _cells(
            (
                safe.markdown(line.id),
                safe.markdown(line.title),
                wording.number(sum(line.totals.values())),
                wording.number(line.totals.get("overdue", 0)),
                wording.number(line.totals.get("review-due", 0)),
                line.next_due,
                line.expires,
            )
        )


def _heading(said: str) -> Iterator[str]:
    yield ""
    yield f"## {said}"
    yield ""


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
