"""What changed in the register, as JSON: names of fields are the file's, what is not stated is null."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tracker.core.changes import Change, Changes, FieldChange
from tracker.core.entrychanges import EntryChange
from tracker.core.logbook import Commit, Log
from tracker.core.model import words
from tracker.core.stated import Fields, Value
from tracker.views import safe
from tracker.views.wording import Wording


def changes(found: Changes, before: Commit, after: Commit | None, wording: Wording) -> Iterator[str]:
    """Give what changed between two commits as one object; `after` is null for the working file."""
    yield _spread(
        {
            "before": _commit(before),
            "after": _commit(after) if after else None,
            **_changes(found, wording),
        }
    )


def log(shown: Log, wording: Wording) -> Iterator[str]:
    """Give the commits with what each changed, the newest first, and those that can't be read."""
    yield _spread(
        {
            "commits": [
                {**_commit(touch.commit), "changes": _changes(touch.changes, wording)}
                for touch in shown.touches
            ],
            "unreadable": [
                {**_commit(one.commit), "reason": wording.text(one.text)} for one in shown.unreadable
            ],
            "ends": _commit(shown.ends) if shown.ends else None,
        }
    )


def _commit(commit: Commit) -> dict[str, object]:
    return {**commit._asdict(), "day": commit.day or None}


def _changes(found: Changes, wording: Wording) -> dict[str, object]:
    return {name: [_change(change, wording) for change in part] for name, part in found._asdict().items()}


def _change(change: Change, wording: Wording) -> dict[str, object]:
    return {
        "kind": change.kind,
        "name": change.name or None,
        "formerly": change.formerly or None,
        "title": words(change.title, wording.language) or None,
        "fields": [_field(field) for field in change.fields],
        "entries": [_entry(entry) for entry in change.entries],
    }


def _field(field: FieldChange) -> dict[str, object]:
    return {
        "name": field.name,
        "before": _value(field.before),
        "after": _value(field.after),
        "days": field.days,
    }


def _entry(change: EntryChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "before": _stated(change.before),
        "after": _stated(change.after),
        "fields": list(change.fields),
    }


def _stated(fields: Fields) -> dict[str, object] | None:
    return {name: _value(value) for name, value in fields.items()} or None


def _value(value: Value) -> object:
    return (value or None) if isinstance(value, str) else list(value)


def _spread(value: object) -> str:
    return safe.json(json.dumps(value, ensure_ascii=False, indent=2))
