"""The closed lists of the register's words, spelled once."""

from __future__ import annotations

from typing import Final

KINDS: Final = (
    "observer-status",
    "joint-meeting",
    "information-exchange",
    "review-cycle",
    "joint-programme",
    "capacity-building",
    "consultation",
    "reporting",
    "funding",
    "representation",
    "validity",
    "amendment-termination",
    "other",
)
"""Kinds of obligation; `settings.kinds` adds more."""

OBLIGATION: Final = "obligation"
BEST_EFFORT: Final = "best-effort"
INTENT: Final = "intent"
PERMISSION: Final = "permission"
PROHIBITION: Final = "prohibition"
MODALITIES: Final = (OBLIGATION, BEST_EFFORT, INTENT, PERMISSION, PROHIBITION)
"""How binding a promise is: shall, shall endeavour, aims to, may, shall not."""

STATUSES: Final = (
    "open",
    "in-progress",
    "done",
    "blocked",
    "postponed",
    "waived",
    "cancelled",
    "superseded",
)
"""What a person states of an obligation in a log entry."""

CLOSING: Final = frozenset({"done", "waived", "cancelled", "superseded"})
"""Statuses that close an occurrence."""

AGREEMENT_STATUSES: Final = ("extended", "terminated", "suspended", "resumed")
"""What a person states of an agreement in its log."""

TEXTS: Final = ("signed", "press", "minutes")
"""What the source of an agreement is."""

STATES: Final = (
    "overdue",
    "review-due",
    "blocked",
    "due-soon",
    "upcoming",
    "awaiting",
    "active",
    "not-in-force",
    "lapsed",
    "done-late",
    "done",
    "waived",
    "cancelled",
    "superseded",
)
"""What the program says of an obligation on a day, the most pressing first."""

LATE: Final = "late"
"""What is typed, and shown, for what is overdue and known to be so: an entry says that it isn't done."""

LANGUAGES: Final = ("en", "fr", "ar")
"""Languages of reports and pages; labels and errors speak the first two."""
SPOKEN: Final = ("en", "fr")
"""Languages that every command answers in; reports and calendars have the others too."""
