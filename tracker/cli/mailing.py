"""`tracker report --format email`: a message to pipe, a draft, or mail that is sent."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from tracker.cli.drawing import Order, Source, source
from tracker.cli.grammar import FLAG, MANY, Option
from tracker.cli.period import tell_untitled
from tracker.cli.saving import save
from tracker.core.addresses import Address, parse_address
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.cli.desk import Desk
    from tracker.core.report import Report
    from tracker.delivery.smtp import Letter
    from tracker.views.report.as_mail import Envelope

EMAIL: Final = "email"
MOST: Final = 50
"""Entries of each list, and days of a calendar, that a message has at most."""

OPTIONS: Final = (
    Option("--to", "With --format email: who gets it; once for each", MANY, "ADDRESS"),
    Option("--cc", "Who gets a copy; once for each", MANY, "ADDRESS"),
    Option("--from", "Who sends it; default the register's 'from'", metavar="ADDRESS"),
    Option("--attach-calendar", "Attach the coming dates for a calendar", FLAG),
    Option("--send", "Send it by the server of TRACKER_SMTP_URL, instead of printing it", FLAG),
    Option("--per-owner", "With --send: to each person with an address, what is theirs", FLAG),
)


def refused(form: str, typed: dict[str, Any]) -> None:
    """Stop where an option of mail is given without --format email."""
    for option in OPTIONS:
        if form != EMAIL and typed[option.name]:
            raise TrackerError("{option} is for --format email", option=option.flags)


def run(desk: Desk, order: Order, output: str | None, typed: dict[str, Any]) -> Report:
    """Print, save or send the message; give the report that it has."""
    _fitting(order, output, typed)
    to, copies = (tuple(map(parse_address, typed[name])) for name in ("to", "cc"))
    sender = parse_address(typed["from"]) if typed["from"] else None
    if sender is None and desk.settings.sender:
        sender = parse_address(desk.settings.sender)
    if sender is None and output is None:
        raise TrackerError("say who sends it: --from ADDRESS, or 'from' in the register's settings")
    asked = source(desk, order, MOST)
    drawn = asked.report()
    tell_untitled(desk, drawn.untitled)
    from tracker.views.report.as_mail import Envelope, content

    envelope = Envelope(sender, to, copies, _midnight(desk), draft=output is not None)
    if typed["per_owner"]:
        _deliver(desk, list(_digests(desk, asked, envelope, calendar=typed["attach_calendar"])))
        return drawn
    envelope = envelope._replace(calendar=_calendar(desk, asked) if typed["attach_calendar"] else b"")
    if typed["send"]:
        _deliver(desk, [_letter(desk, drawn, envelope)])
        return drawn
    from tracker.views.report.as_mail import message

    made = message(drawn, desk.wording, envelope)
    if output:
        save(desk, output, content(made))
    else:
        sys.stdout.write(content(made, piped=True).decode("ascii"))
    return drawn


def _fitting(order: Order, output: str | None, typed: dict[str, Any]) -> None:
    """Stop where options contradict each other."""
    if typed["send"] and output:
        raise TrackerError("--send and --output are two ways; give one of them")
    if not typed["per_owner"]:
        if not typed["to"]:
            raise TrackerError("say who gets it: --to ADDRESS, once for each")
        return
    if not typed["send"]:
        raise TrackerError("--per-owner is for --send, since it is several messages")
    if typed["to"] or order.owner:
        raise TrackerError("--per-owner writes to everybody; leave out --to and --owner")


def _midnight(desk: Desk) -> datetime:
    """Give the beginning of the as-of day where the register lives."""
    from datetime import datetime, time
    from zoneinfo import ZoneInfo

    return datetime.combine(desk.as_of, time(), ZoneInfo(desk.settings.timezone))


def _calendar(desk: Desk, asked: Source) -> bytes:
    """Draw up the coming dates of a report as a calendar, the first ones; b"" if there are none."""
    from datetime import date

    from tracker.store.calendar_days import calendar_days
    from tracker.views import as_ical

    until = date.fromisoformat(asked.asked.until)
    found = calendar_days(
        asked.connection,
        desk.as_of,
        desk.as_of,
        until,
        agreements=asked.asked.agreements,
        parties=asked.asked.parties,
        language=desk.language,
    )
    owner = asked.asked.owner
    days = [day for day in found.days if not owner or (day.row and day.row.owner == owner)]
    days = [day for day in days if day.is_open][:MOST]
    return as_ical.document(found._replace(days=tuple(days)), desk.wording) if days else b""


def _digests(desk: Desk, asked: Source, envelope: Envelope, *, calendar: bool) -> Iterator[Letter]:
    """Write to each person with an address of what is theirs; those without one are named."""
    from tracker.store.people import owners

    people = owners(asked.connection, desk.as_of)
    unreached = [person.key for person in people if not person.email]
    if unreached:
        desk.tell("without an address: {names}", names=", ".join(unreached))
    for person in people:
        if not person.email:
            continue
        own = asked._replace(asked=asked.asked._replace(owner=person.key))
        address = Address(person.name if person.name.isprintable() else "", parse_address(person.email).spec)
        attached = _calendar(desk, own) if calendar else b""
        yield _letter(desk, own.report(), envelope._replace(to=(address,), calendar=attached))


def _letter(desk: Desk, drawn: Report, envelope: Envelope) -> Letter:
    from tracker.delivery.smtp import Letter
    from tracker.views.report.as_mail import content, message

    people = dict.fromkeys(one.spec for one in (*envelope.to, *envelope.cc))
    sender = envelope.sender.spec if envelope.sender else ""
    return Letter(sender, tuple(people), content(message(drawn, desk.wording, envelope)))


def _deliver(desk: Desk, letters: Sequence[Letter]) -> None:
    """Send, and say to whom."""
    from tracker.delivery.server import server
    from tracker.delivery.smtp import send

    there = server(os.environ)
    if not letters:
        raise TrackerError("nobody who looks after anything has an address in the register; nothing was sent")
    outcome = send(there, letters)
    outcome.required()
    desk.tell("sent to {names}", names=", ".join(outcome.accepted))
