"""A report as a message that any mail program takes: RFC 5322, MIME, plain text and HTML.

The same report to the same people is the same message to the byte: its identity (Message-ID) and the
borders between its parts come from what it is, and its date is the as-of day's beginning. What
comes from the register stands in it as text; addresses are those that `core.addresses` has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.headerregistry import Address as Header
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from typing import Final, NamedTuple

from tracker.core.addresses import Address
from tracker.core.names import fold
from tracker.core.report import Report
from tracker.core.report_size import shortened
from tracker.views import safe
from tracker.views.report import as_plain, compose, mail_page
from tracker.views.report.mail_headers import Folding
from tracker.views.wording import Wording

LIMIT: Final = 100_000
"""Bytes that a message may have; Gmail cuts what is longer than some 102 000."""
_STEPS: Final = (
    *((50, 50, 20), (50, 50, 10), (50, 25, 5), (50, 10, 5), (50, 5, 3), (50, 2, 2)),
    *((40, 5, 3), (25, 5, 3), (10, 5, 3), (5, 2, 2), (2, 1, 1), (1, 1, 1)),
)
"""How many are left of what is late, of what is due, and of each other list, where a message is too long."""
_POLICY: Final = Folding(linesep="\r\n", cte_type="7bit")
"""Lines within 78 columns, and bytes that every server passes on."""
_LONGEST: Final = 80
_SLUG: Final = 60


class Envelope(NamedTuple):
    """Who sends a message to whom, and as of when (aware of its zone).

    `sender` may be None in a draft, which the mail program fills in. `calendar` is an iCalendar file to
    attach, b"" for none.
    """

    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    at: datetime
    draft: bool = False
    calendar: bytes = b""


def message(drawn: Report, wording: Wording, envelope: Envelope) -> EmailMessage:
    """Put a report into a message of at most `LIMIT` bytes: the longer its lists, the fewer are shown."""
    made = _message(drawn, wording, envelope)
    for step in _STEPS:
        if len(made.as_bytes()) <= LIMIT:
            break
        made = _message(shortened(drawn, *step), wording, envelope)
    return made


def subject(drawn: Report, wording: Wording) -> str:
    """Give the subject: the register, the week, and the counts that matter."""
    week = date.fromisoformat(drawn.as_of).isocalendar().week
    counts = wording.listed(tuple(_counts(drawn, wording)) or (wording.say("nothing is late"),))
    title = safe.line(drawn.title).strip()
    if len(title) > _LONGEST:
        title = title[:_LONGEST].rstrip() + "…"
    if not title:
        return wording.say("Week {week}: {counts}", week=week, counts=counts)
    return wording.say("{title}, week {week}: {counts}", title=title, week=week, counts=counts)


def _counts(drawn: Report, wording: Wording) -> Iterator[str]:
    """Count obligations by their states, as every screen does, and not dates; then agreements."""
    if drawn.overdue:
        yield wording.count("{n} past due", "{n} past due", drawn.overdue)
    if due_soon := drawn.totals.get("due-soon"):
        yield wording.count("{n} due soon", "{n} due soon", due_soon)
    if silent := drawn.totals.get("review-due"):
        yield wording.count("{n} without news", "{n} without news", silent)
    if suspended := drawn.suspended.total:
        yield wording.count("{n} agreement suspended", "{n} agreements suspended", suspended)


def _message(drawn: Report, wording: Wording, envelope: Envelope) -> EmailMessage:
    page = compose.page(drawn, wording)
    identity = _identity(drawn, envelope)
    made = EmailMessage(_POLICY)
    for name, people in (("From", [envelope.sender]), ("To", envelope.to), ("Cc", envelope.cc)):
        if written := [Header(one.name, addr_spec=one.spec) for one in people if one]:
            made[name] = written
    domain = envelope.sender.domain if envelope.sender else "localhost"
    made["Subject"] = subject(drawn, wording)
    made["Date"] = format_datetime(envelope.at)
    made["Message-ID"] = f"<{identity}@{domain}>"
    made["List-Id"] = f"<{_slug(drawn.title)}.tracker.{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    if envelope.draft:
        made["X-Unsent"] = "1"
    made.set_content("".join(f"{line}\n" for line in as_plain.rendered(page)))
    made.add_alternative(mail_page.html(page), subtype="html")
    made.set_boundary(f"=_words_{identity}")
    if envelope.calendar:
        _attach(made, drawn, envelope.calendar)
        made.set_boundary(f"=_all_{identity}")
    # it moves into the first part if it is there before there are several
    made["Content-Language"] = wording.language
    return made


def _attach(made: EmailMessage, drawn: Report, calendar: bytes) -> None:
    made.add_attachment(
        calendar.decode(),
        subtype="calendar",
        params={"method": "PUBLISH"},
        filename=f"{_slug(drawn.title)}-{drawn.as_of}.ics",
    )


def _identity(drawn: Report, envelope: Envelope) -> str:
    """Name the message by title, day, recipients and options, none of which can run into the next."""
    asked = drawn.asked._replace(commit="", most=None)
    people = [tuple(one.spec for one in group) for group in (envelope.to, envelope.cc)]
    sender = envelope.sender.spec if envelope.sender else ""
    named = (drawn.title, tuple(asked), drawn.known_at, sender, people, bool(envelope.calendar))
    return sha256(repr(named).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _slug(title: str) -> str:
    """Write a title as a part of a domain name; one that has no such letters as a digest."""
    slug = re.sub("[^a-z0-9]+", "-", fold(title)).strip("-")[:_SLUG].strip("-")
    return slug or f"register-{sha256(title.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def content(made: EmailMessage, *, piped: bool = False) -> bytes:
    """Give a message's bytes; `piped` with the line ends of this machine, as `sendmail` takes them."""
    return made.as_bytes(policy=_POLICY.clone(linesep="\n") if piped else _POLICY)
