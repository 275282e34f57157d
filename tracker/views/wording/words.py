"""The register's fixed words as a coordinator says them; each is a message of the catalogues.

A report shows them too, so Arabic has all that stands in this module.
"""

from __future__ import annotations

from typing import Final


def _(message: str) -> str:
    """Mark a message for the catalogues."""
    return message


STATES: Final = {
    "overdue": _("past due"),
    "review-due": _("no news"),
    "blocked": _("blocked"),
    "due-soon": _("due soon"),
    "upcoming": _("upcoming"),
    "awaiting": _("waiting"),
    "active": _("active"),
    "not-in-force": _("not in force"),
    "lapsed": _("ended"),
    "done-late": _("done late"),
    "done": _("done"),
    "waived": _("waived"),
    "cancelled": _("cancelled"),
    "superseded": _("replaced"),
    "in-force": _("in force"),
    "ended": _("has ended"),
}
"""States of an obligation, and of an agreement."""

LATE: Final = _("late")
"""What is past due and known not to be done; `overdue` alone may be so for want of news."""

STATUSES: Final = {
    "open": _("open"),
    "in-progress": _("in progress"),
    "done": _("done"),
    "blocked": _("blocked"),
    "postponed": _("postponed"),
    "waived": _("waived"),
    "cancelled": _("cancelled"),
    "superseded": _("replaced"),
    "extended": _("extended"),
    "terminated": _("terminated"),
    "suspended": _("suspended"),
    "resumed": _("resumed"),
}
"""What a person states in a log, of an obligation or an agreement."""

MODALITIES: Final = {
    "obligation": _("must"),
    "best-effort": _("must try"),
    "intent": _("aims to"),
    "permission": _("may"),
    "prohibition": _("must not"),
}
"""How binding a promise is, as the verb that its text has."""

KINDS: Final = {
    "observer-status": _("observer status"),
    "joint-meeting": _("joint meeting"),
    "information-exchange": _("exchange of information"),
    "review-cycle": _("review cycle"),
    "joint-programme": _("joint programme"),
    "capacity-building": _("capacity building"),
    "consultation": _("consultation"),
    "reporting": _("reporting"),
    "funding": _("funding"),
    "representation": _("representation"),
    "validity": _("validity"),
    "amendment-termination": _("amendment or termination"),
    "other": _("other"),
    "agreement": _("agreement"),
    "mou": _("memorandum of understanding"),
    "statement": _("statement"),
    "meeting": _("meeting"),
    "compact": _("compact"),
    "protocol": _("protocol"),
    "action-plan": _("action plan"),
}
"""Kinds of obligation and, from `agreement` on, the usual kinds of agreement."""

TEXTS: Final = {
    "signed": _("signed text"),
    "press": _("press report"),
    "minutes": _("minutes"),
}
"""What an agreement's source is."""
