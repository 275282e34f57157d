"""What Datasette is told about a database: titles, descriptions of tables and columns, questions by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tracker.core.served import Canned, Described, Served
from tracker.views.wording import Wording


def _(message: str) -> str:
    """Mark a message for the catalogues."""
    return message


QUESTIONS: Final = {
    "overdue": (
        _("Past due"),
        _("Obligations that are overdue on a day, the oldest first. Day: 2026-06-30, empty for today."),
    ),
    "due_soon": (
        _("Due soon"),
        _("Obligations that are due soon on a day, the next first. Day: 2026-06-30, empty for today."),
    ),
    "review_due": (
        _("No news"),
        _("What nobody has heard of for longer than the review interval. Day: 2026-06-30, empty for today."),
    ),
    "by_party": (
        _("By party"),
        _(
            "All that a party has signed, bears or is owed, its groups included, as it stands on a day,"
            " the most pressing first. Party: its key, an alias or a name. Day: 2026-06-30, empty for today."
        ),
    ),
    "timeline": (
        _("Timeline of an obligation"),
        _(
            "The states of an obligation one after the other, as far as they are worked out. Each holds"
            " from 'start' up to the day before 'end'. Ref: agreement.obligation, the name to type."
        ),
    ),
}
"""Title and description of each question."""


def metadata(served: Served, wording: Wording) -> dict[str, Any]:
    """Give the metadata of an instance that serves the database alone."""
    about = {"title": served.title, "source": served.source, "about": served.tool}
    return about | {
        "description": wording.say(
            "A projection of {source}: the text is the truth, and this can always be built again from it.",
            source=served.source,
        ),
        "databases": {
            served.name: {
                "title": served.title,
                "queries": _questions(served.questions, wording),
                "tables": {name: _table(table) for name, table in served.tables.items()},
            }
        },
    }


def _questions(questions: Mapping[str, Canned], wording: Wording) -> dict[str, Any]:
    return {
        name: {
            "title": wording.say(QUESTIONS[name][0]),
            "description": wording.say(QUESTIONS[name][1]),
            "sql": canned.sql,
            "params": list(canned.parameters),
            "hide_sql": True,
        }
        for name, canned in questions.items()
    }


def _table(table: Described) -> dict[str, Any]:
    told: dict[str, Any] = {"description": table.doc, "columns": dict(table.columns)}
    if table.label:
        told["label_column"] = table.label
    if table.words:
        told |= {"fts_table": table.words, "fts_pk": "id"}
    if table.is_inner:
        told["hidden"] = True
    return told
