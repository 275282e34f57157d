"""What a person wants to record of an agreement: whether it can be said, and what is missing.

An agreement's log is short and each line of it moves all that was promised, so that what makes no
sense is refused here rather than warned of later.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from tracker.core.agreement_page import AgreementPage
from tracker.core.errors import TrackerError
from tracker.core.rows import AgreementLine

ENDING: Final = ("extended", "terminated")
"""Statuses that go with a last day; the first of them needs one."""


class Wish(NamedTuple):
    """What was asked for: a status ('' for a note), the day from which it holds, the last day then."""

    on: date
    status: str = ""
    ends: date | None = None


def check(wish: Wish, page: AgreementPage, others: Collection[str]) -> None:
    """Refuse what an agreement's log can't say; `page` is how it stood on the day.

    `others` are the options that were given and say something of an obligation alone.
    """
    before, begins = page.line, date.fromisoformat(page.begins)
    if others:
        raise TrackerError(
            "{id} is an agreement, and {options} is said of an obligation; leave it out",
            id=before.id,
            options=", ".join(sorted(others)),
        )
    if wish.on < begins:
        raise TrackerError(
            "{on} is before the agreement's own date, {first}; check --on",
            on=wish.on.isoformat(),
            first=begins.isoformat(),
        )
    if wish.ends is not None and wish.status not in ENDING:
        raise TrackerError("--ends is an agreement's last day; it goes with extended or terminated")
    if wish.status == "extended":
        _check_extension(wish, before)
    if wish.status == "terminated":
        _check_termination(wish, page)
    if wish.status in ("suspended", "resumed"):
        _check_suspension(wish, page)


def _check_termination(wish: Wish, page: AgreementPage) -> None:
    before = page.line
    ends = (wish.ends or wish.on).isoformat()
    if any(line.status == "terminated" and (line.ends or line.on) == ends for line in page.log):
        raise TrackerError("{id} is terminated already, with {ends} as its last day", id=before.id, ends=ends)
    if ends < page.begins:
        raise TrackerError(
            "{on} is before the agreement's own date, {first}; check --ends", on=ends, first=page.begins
        )
    if before.state == "ended":
        raise TrackerError(
            "{id} had ended by {on}, on {last}", id=before.id, on=wish.on.isoformat(), last=before.expires
        )
    if before.expires and not before.renews and ends > before.expires:
        raise TrackerError(
            "{id} ends on {last} without a termination, before {ends}; say 'extended' if it goes on",
            id=before.id,
            last=before.expires,
            ends=ends,
        )


def _check_extension(wish: Wish, before: AgreementLine) -> None:
    if wish.ends is None:
        raise TrackerError("extended until when? add --ends DATE, its new last day")
    ends = wish.ends.isoformat()
    if before.expires and ends <= before.expires:
        raise TrackerError(
            "extended until {ends}, and it lasts to {last} already; check --ends",
            ends=ends,
            last=before.expires,
        )
    if not before.expires and wish.ends < wish.on:
        raise TrackerError(
            "extended until {ends}, which is over on {on}; check --ends", ends=ends, on=wish.on.isoformat()
        )


def _check_suspension(wish: Wish, page: AgreementPage) -> None:
    before = page.line
    values = {"id": before.id, "on": wish.on.isoformat(), "last": before.expires}
    if wish.status == "resumed" and not page.suspended_since:
        raise TrackerError("{id} is not suspended on {on}, so that it can't be resumed", **values)
    if wish.status == "suspended" and page.suspended_since:
        raise TrackerError("{id} is suspended already on {on}", **values)
    if wish.status == "suspended" and before.state == "ended":
        raise TrackerError("{id} had ended by {on}, on {last}", **values)
