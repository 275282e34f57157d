"""Every obligation as a table to search in: with the page's script it is filtered and sorted.

Without the script it is the same table in the report's order. On a narrow screen the cells of a row
stand below each other, so that roles say to a screen reader what CSS would take away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.core.report import Report
from tracker.core.rows import Row
from tracker.core.sheet import Sheet
from tracker.core.vocabulary import STATES
from tracker.views import safe
from tracker.views.columns import NONE, RECKONED
from tracker.views.reasons import reckoned, standing
from tracker.views.report.html_sections import anchor, quote, state_class
from tracker.views.report.markup import Markup, element, joined
from tracker.views.report.words import Words
from tracker.views.wording import Wording


def obligations(sheet: Sheet, wording: Wording) -> Markup:
    """Write the section with the controls and the table; nothing where there is no obligation."""
    part = sheet.obligations
    if not part.shown:
        return Markup()
    words = Words(sheet.report, wording)
    rest = words.more(part.rest)
    legend = wording.say("* reckoned by us, not stated in the text")
    return element(
        "section",
        element("h2", wording.say("All obligations"), id="obligations-heading"),
        _controls(part.shown, wording, words),
        _table(sheet, words),
        element("p", rest, class_="rest") if rest else None,
        element("p", legend, class_="quiet") if any(map(reckoned, part.shown)) else None,
        id="obligations",
        aria_labelledby="obligations-heading",
    )


def _controls(rows: tuple[Row, ...], wording: Wording, words: Words) -> Markup:
    """Write what filters; the script shows it, since without one it would do nothing."""
    here = {row.state for row in rows}
    states = [(state, wording.state(state)) for state in STATES if state in here]
    titles = {row.agreement: words.agreement(row.agreement) for row in rows}
    shown = wording.say("Shown: {shown} of {total}", shown="{shown}", total="{total}")
    return element(
        "form",
        element(
            "label",
            element("span", wording.say("Search")),
            element("input", type="search", name="words", autocomplete="off", aria_controls="rows"),
        ),
        _choice("state", wording.say("State"), states, wording),
        _choice("agreement", wording.say("Agreement"), list(titles.items()), wording),
        element("button", wording.say("Show all"), type="reset"),
        element("p", role="status", aria_live="polite", data_shown=shown),
        id="filter",
        role="search",
        aria_label=wording.say("Filter of the obligations"),
        hidden=True,
    )


def _choice(name: str, label: str, offered: Sequence[tuple[str, str]], wording: Wording) -> Markup:
    options = [element("option", wording.say("all"), value="")]
    options += [element("option", said, value=value) for value, said in offered]
    return element(
        "label", element("span", label), element("select", *options, name=name, aria_controls="rows")
    )


def _table(sheet: Sheet, words: Words) -> Markup:
    say = words.wording.say
    headings = [say("state"), say("obligation"), say("who owes"), say("due")]
    if owned := any(row.owner for row in sheet.obligations.shown):
        headings.append(say("looked after by"))
    heads = [element("th", said, scope="col", role="columnheader") for said in headings]
    rows = [_row(row, headings, sheet, words, owned=owned) for row in sheet.obligations.shown]
    return element(
        "table",
        element("caption", say("All obligations, the most pressing first"), class_="aside"),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *rows, role="rowgroup"),
        id="rows",
        role="table",
    )


def _row(row: Row, headings: list[str], sheet: Sheet, words: Words, *, owned: bool) -> Markup:
    wording = words.wording
    owes = element("div", wording.modality(row.modality), class_="quiet")
    place = STATES.index(row.state) * 2 + (not row.informed)
    owner = words.person(row.owner) if row.owner else NONE
    return element(
        "tr",
        _cell(
            headings[0],
            element("span", standing(row, wording), class_=state_class(row.state)),
            data_key=f"{place:02}",
        ),
        element(
            "th", *_promise(row, sheet, words), scope="row", role="rowheader", data_key=safe.line(row.title)
        ),
        _cell(headings[2], words.names(row.bearers), owes),
        _cell(headings[3], *_due(row, words), data_key=row.due),
        _cell(headings[4], owner, data_key=None if row.owner else "") if owned else None,
        id=anchor("row", safe.line(row.ref)),
        role="row",
        data_state=row.state,
        data_agreement=safe.line(row.agreement),
    )


def _cell(heading: str, *content: str | None, data_key: str | None = None) -> Markup:
    kind = "none" if content == (NONE,) else None
    return element("td", *content, role="cell", data_heading=heading, data_key=data_key, class_=kind)


def _promise(row: Row, sheet: Sheet, words: Words) -> Iterator[Markup]:
    """Write what is promised, in which agreement, and the words of the text in full."""
    yield element("div", words.data(row.title), class_="title")
    number = f"{safe.line(row.number)} · " if row.number else ""
    yield element("div", words.agreement(row.agreement), class_="quiet")
    yield element("div", number, element("code", safe.line(row.ref), dir="ltr"), class_="quiet")
    if said := words.quote(row, whole=True):
        yield quote(said, sheet.languages.get(row.agreement))
    if row.dispute:
        yield element("div", words.wording.say("disputed by {party}", party=words.party(row.dispute)))


def _due(row: Row, words: Words) -> Iterator[str]:
    wording = words.wording
    if not row.due:
        yield NONE
        return
    shown = words.date(row.due_text or row.due)
    yield element("time", shown, datetime=row.due)
    if reckoned(row):
        yield RECKONED
    if row.days is not None and (row.days >= 0 or row.state == "overdue"):
        late = wording.count("{n} day late", "{n} days late", -row.days)
        yield element("div", late if row.days < 0 else words.away(row.days), class_="quiet")
    if row.missed > 1:
        yield element("div", wording.count("{n} date missed", "{n} dates missed", row.missed), class_="quiet")


def numbers(report: Report, wording: Wording) -> Markup:
    """Write the counts: obligations by state, and dates beside them."""
    counted = [(state, wording.state(state), number) for state, number in report.totals.items()]
    pairs = [
        element("div", element("dt", said), element("dd", wording.number(number)), class_=state_class(state))
        for state, said, number in counted
    ]
    if not pairs:
        return Markup()
    dates = []
    if report.missed:
        dates.append(wording.count("{n} date missed", "{n} dates missed", report.missed))
    return element(
        "section",
        element("h2", wording.say("Obligations by state"), id="numbers-heading"),
        element("dl", *pairs, class_="numbers"),
        element("p", joined(dates), class_="quiet") if dates else None,
        id="numbers",
        aria_labelledby="numbers-heading",
    )
