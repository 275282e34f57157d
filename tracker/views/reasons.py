"""Why an obligation has its state: one sentence, from what the row says and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tracker.core.rows import AgreementLine, Detail, Row
from tracker.views import safe
from tracker.views.wording import Wording

_DATED: Final = frozenset({"overdue", "review-due"})
_TO_COME: Final = frozenset({"blocked", "due-soon", "upcoming"})


def standing(row: Row, wording: Wording) -> str:
    """Say the state in a word or two; what is known to be late differs from what only fell due."""
    return wording.late() if row.informed else wording.state(row.state)


def reason(row: Row, as_of: str, wording: Wording) -> str:
    """Say why a row has its state on a day (ISO), as parts of one sentence, without a full stop."""
    parts = _REASONS[row.state](row, as_of, wording)
    if row.missed > 1:
        parts.append(wording.count("{n} date missed", "{n} dates missed", row.missed))
    if row.dispute:
        parts.append(wording.say("disputed by {party}", party=safe.line(row.dispute)))
    return joined(parts, wording)


def of_the_date(shown: Detail) -> Row:
    """Give the row of an obligation for its reason: of what recurs, with the last news of the date it shows.

    Its own `last_on` is that of any date, and what was recorded of another says nothing of this one.
    """
    row = shown.row
    news = (date.last_on for date in shown.occurrences if date.scheduled == row.scheduled)
    return row._replace(last_on=next(news, row.last_on))


def by_its_agreement(shown: Detail, wording: Wording) -> list[str]:
    """Say what the life of its agreement has to do with it, mostly nothing: a suspension, an early end."""
    row, agreement = shown.row, shown.agreement
    if row.state == "not-in-force":
        since = next((start for start, end in reversed(shown.pauses) if not end), "")
        return _suspended(since, agreement, wording) if since else []
    for start, end in shown.pauses:
        if row.state in _DATED and start <= row.due < end:
            return [
                wording.say(
                    "it fell due while the agreement was suspended, from {start} until {end}",
                    start=start,
                    end=end,
                )
            ]
    if row.state in _TO_COME and not agreement.renews and "" < agreement.expires < row.due:
        return [wording.say("the agreement ends before, {day}", day=agreement.expires)]
    return []


def _suspended(since: str, agreement: AgreementLine, wording: Wording) -> list[str]:
    """Say that it stands still, and how what fell due counts again once the agreement has ended so."""
    if agreement.state != "ended":
        return [wording.say("suspended since {day}", day=since)]
    command = resuming(agreement.id, max(since, agreement.expires))
    return [
        wording.say("suspended since {day}, ended {end}", day=since, end=agreement.expires),
        wording.say("what fell due counts again after {command}", command=command),
    ]


def resuming(agreement: str, day: str) -> str:
    """Write the command after which what fell due by the end of a suspended agreement counts again."""
    return f"tracker update {safe.line(agreement)} resumed --on {day}"


def joined(parts: list[str], wording: Wording) -> str:
    """Join the parts of a sentence as the language sets its semicolons."""
    sentence = parts[0]
    for part in parts[1:]:
        sentence = wording.say("{first}; {then}", first=sentence, then=part)
    return sentence


def stated_due(row: Row, wording: Wording) -> str:
    """Say when something is due, from where it was moved, and from what the date was reckoned."""
    day = safe.line(row.due_text or row.due)
    shown = wording.say("due {day}", day=day)
    if from_day := moved_from(row):
        shown = wording.say("due {day}, moved from {scheduled}", day=day, scheduled=from_day)
    if row.waits_for:
        shown = wording.say("due {day}, counted from {ref}", day=day, ref=safe.line(row.waits_for))
    if not reckoned(row):
        return shown
    return wording.say("{due}, reckoned: {basis}", due=shown, basis=safe.line(row.basis))


def moved_from(row: Row) -> str:
    """Give the day from which a due date was moved, '' if it wasn't: one counted from another is not."""
    return row.scheduled if row.due and row.scheduled != row.due and not row.waits_for else ""


def reckoned(row: Row) -> bool:
    """Say whether the due date is one that the office reckoned and the text doesn't state."""
    return bool(row.basis and row.due and not moved_from(row))


def heard(row: Row, as_of: str, wording: Wording) -> str:
    """Say what was recorded: nothing, or the day of the last entry."""
    if row.last_on:
        return wording.say("last recorded {day}", day=row.last_on)
    return wording.say("nothing recorded by {day}", day=as_of)


def unheard(row: Row, day: str, wording: Wording) -> str:
    """Say of what is overdue how far the last entry tells of it; `day` is its day in words, '' for none."""
    if not row.last_on:
        return ""
    if row.last_on <= row.due:
        return wording.say("nothing recorded since {day}", day=day)
    return wording.say("what was recorded on {day} doesn't say whether it is done", day=day)


def _overdue(row: Row, as_of: str, wording: Wording) -> list[str]:
    if row.informed:
        known = wording.say(
            "known not to be done: {status}, last recorded {day}",
            status=wording.status(row.status),
            day=row.last_on,
        )
    else:
        known = unheard(row, row.last_on, wording) or wording.say("nothing recorded by {day}", day=as_of)
    late = wording.count("{n} day late", "{n} days late", -(row.days or 0))
    return [stated_due(row, wording), known, late]


def _review_due(row: Row, as_of: str, wording: Wording) -> list[str]:
    if not row.due:
        since = wording.say("to be looked at since {day}", day=row.since)
        return [wording.say("no date to keep"), heard(row, as_of, wording), since]
    past = wording.count("the date passed {n} day ago", "the date passed {n} days ago", -(row.days or 0))
    return [stated_due(row, wording), past, _lenient(row, wording), heard(row, as_of, wording)]


def _lenient(row: Row, wording: Wording) -> str:
    if row.modality == "best-effort":
        return wording.say("an effort was promised, so it is not late")
    if row.modality == "prohibition":
        return wording.say("something not to be done, so it is not late")
    return wording.say("an intention, so it is not late")


def _active(row: Row, as_of: str, wording: Wording) -> list[str]:
    if row.modality == "permission":
        return [wording.say("allowed, not owed: nothing has to be done")]
    if row.due:
        return [stated_due(row, wording), _lenient(row, wording), heard(row, as_of, wording)]
    if row.last_on:
        return [wording.say("no date to keep"), wording.say("last recorded {day}", day=row.last_on)]
    return [wording.say("no date to keep"), wording.say("too new to be without news")]


def _coming(row: Row, _as_of: str, wording: Wording) -> list[str]:
    if row.days is None:
        return [wording.say("no date yet")]
    if row.days == 0:
        return [stated_due(row, wording), wording.say("today")]
    return [stated_due(row, wording), wording.count("in {n} day", "in {n} days", row.days)]


def _blocked(row: Row, as_of: str, wording: Wording) -> list[str]:
    return [wording.say("blocked, last recorded {day}", day=row.last_on), *_coming(row, as_of, wording)]


def _awaiting(row: Row, _as_of: str, wording: Wording) -> list[str]:
    if row.waits_for:
        return [wording.say("falls due only after {ref} is done", ref=safe.line(row.waits_for))]
    return [wording.say("counts back from the agreement's end, and none is stated")]


def _not_in_force(_row: Row, as_of: str, wording: Wording) -> list[str]:
    return [wording.say("the agreement is not in force on {day}", day=as_of)]


def _lapsed(row: Row, _as_of: str, wording: Wording) -> list[str]:
    if row.due:
        return [wording.say("the agreement's last day is before {day}, when it was to fall due", day=row.due)]
    return [wording.say("the agreement has ended, and this with it")]


def _done(row: Row, as_of: str, wording: Wording) -> list[str]:
    parts = [wording.say("recorded as done"), heard(row, as_of, wording)]
    return [*parts, stated_due(row, wording)] if row.due else parts


def _done_late(row: Row, as_of: str, wording: Wording) -> list[str]:
    said = wording.say("recorded as done, after its date")
    return [said, heard(row, as_of, wording), stated_due(row, wording)]


def _closed(row: Row, _as_of: str, wording: Wording) -> list[str]:
    if not row.last_on:
        return [wording.say("another obligation has taken its place")]
    return [
        wording.say("recorded as {status}", status=wording.status(row.status)),
        wording.say("last recorded {day}", day=row.last_on),
    ]


_REASONS: Final[dict[str, Callable[[Row, str, Wording], list[str]]]] = {
    "overdue": _overdue,
    "review-due": _review_due,
    "blocked": _blocked,
    "due-soon": _coming,
    "upcoming": _coming,
    "awaiting": _awaiting,
    "active": _active,
    "not-in-force": _not_in_force,
    "lapsed": _lapsed,
    "done": _done,
    "done-late": _done_late,
    "waived": _closed,
    "cancelled": _closed,
    "superseded": _closed,
}
