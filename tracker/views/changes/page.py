"""What changed in the register, as a page: by agreement and obligation, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.core.changes import Change, Changes, FieldChange
from tracker.core.entrychanges import EntryChange
from tracker.core.logbook import Commit, Log
from tracker.core.model import words
from tracker.core.rows import LogLine
from tracker.core.stated import Fields, Value
from tracker.views import safe
from tracker.views.entries import entry
from tracker.views.measure import width, wrap
from tracker.views.pieces import BLANK, Line, Piece
from tracker.views.reasons import joined
from tracker.views.wording import Wording

NONE: Final = "–"
_ID: Final = 10
"""Characters of a commit's id that are shown; git finds it by them."""

_SIGNS: Final = {"added": "+", "corrected": "~", "taken-back": "-"}
_STYLES: Final = {"added": "good", "removed": "late", "taken-back": "late"}
_TOLD: Final = ("title", "name", "formerly")
"""Fields that the heading of something new has said."""


def changes(found: Changes, wording: Wording, columns: int) -> Iterator[Line]:
    """Lay out what changed for so many columns; 0 wraps nothing. Says so where nothing did."""
    if not found:
        yield (Piece(wording.say("nothing changed"), "quiet"),)
    first = True
    for heading, part in parts(found, wording):
        if not first:
            yield BLANK
        first = False
        yield (Piece(heading, "heading"),)
        for change in part:
            yield from _change(change, wording, columns, "  ")


def log(shown: Log, wording: Wording, columns: int) -> Iterator[Line]:
    """Lay out commits and what each changed, the newest first."""
    if not shown.touches:
        yield (Piece(wording.say("no commit changed it"), "quiet"),)
    for number, touch in enumerate(shown.touches):
        if number:
            yield BLANK
        yield from _wrapped(stamp(touch.commit), columns, "heading", "")
        for _, part in parts(touch.changes, wording):
            for change in part:
                yield from _change(change, wording, columns, "  ")


def parts(found: Changes, wording: Wording) -> Iterator[tuple[str, Sequence[Change]]]:
    """Give each part in which something changed, under its heading."""
    headings = {
        "obligations": wording.say("Obligations"),
        "agreements": wording.say("Agreements"),
        "parties": wording.say("Parties"),
        "people": wording.say("People"),
        "settings": wording.say("Settings"),
    }
    for name, heading in headings.items():
        part: tuple[Change, ...] = getattr(found, name)
        if part:
            yield heading, part


def stamp(commit: Commit) -> str:
    """Say which commit it is: its day, id, author and subject."""
    told = (commit.day, commit.id[:_ID], commit.author, commit.subject)
    return safe.line("  ".join(part for part in told if part))


def headline(change: Change, wording: Wording) -> str:
    """Say what became of a thing, with its title."""
    name = safe.line(change.name) or wording.say("settings")
    title = safe.line(words(change.title, wording.language))
    said = f"{name}  {title}" if title else name
    match change.kind:
        case "added":
            return wording.say("{what}: new", what=said)
        case "removed" if change.entries:
            count = wording.count("{n} log entry", "{n} log entries", len(change.entries))
            return wording.say("{what}: removed, with {entries}", what=said, entries=count)
        case "removed":
            return wording.say("{what}: removed", what=said)
        case "renamed":
            return wording.say("{what}: formerly {name}", what=said, name=safe.line(change.formerly))
    return said


def fields(change: Change, wording: Wording) -> Iterator[tuple[str, str]]:
    """Give the fields that changed and how; nothing of what was removed."""
    if change.kind == "removed":
        return
    for field in change.fields:
        if change.kind == "added" and field.name.partition(".")[0] in _TOLD:
            continue
        if change.kind == "renamed" and field.name == "formerly":
            continue
        yield safe.line(field.name), _moved(field, wording, new=change.kind == "added")


def entries(change: Change, wording: Wording) -> Iterator[tuple[str, str]]:
    """Give the log entries that changed: '+', '~' or '-', and what they say."""
    for one in change.entries if change.kind != "removed" else ():
        yield _SIGNS[one.kind], _entry(one, wording)


def _change(change: Change, wording: Wording, columns: int, indent: str) -> Iterator[Line]:
    yield from _wrapped(headline(change, wording), columns, _STYLES.get(change.kind, "title"), indent)
    for name, said in fields(change, wording):
        yield from _wrapped(wording.say("{label}: {value}", label=name, value=said), columns, "", indent * 2)
    for sign, said in entries(change, wording):
        style = _STYLES["added" if sign == "+" else "taken-back"] if sign != "~" else "soon"
        yield from _wrapped(f"{sign} {said}", columns, style, indent * 2)


def _moved(field: FieldChange, wording: Wording, *, new: bool) -> str:
    after = _shown(field.after, wording)
    if new:
        return after
    before = _shown(field.before, wording)
    if field.days is None or not field.days:
        return wording.say("{before} → {after}", before=before, after=after)
    by = (
        wording.count("{n} day later", "{n} days later", field.days)
        if field.days > 0
        else wording.count("{n} day earlier", "{n} days earlier", -field.days)
    )
    return wording.say("{before} → {after}, {by}", before=before, after=after, by=by)


def _shown(value: Value, wording: Wording) -> str:
    text = value if isinstance(value, str) else wording.listed(value)
    return safe.line(text) or NONE


def _entry(change: EntryChange, wording: Wording) -> str:
    said = _said(change.after or change.before, wording)
    if change.kind == "corrected":
        before = [
            wording.say("{label}: {value}", label=name, value=_shown(change.before.get(name, ""), wording))
            for name in change.fields
        ]
        was = joined(before, wording)
        return wording.say("{entry} (before: {was})", entry=said, was=was)
    if change.kind == "taken-back":
        return wording.say("{entry} (taken back)", entry=said)
    return said


def _said(fields_: Fields, wording: Wording) -> str:
    """Say what an entry states, an agreement's like an obligation's."""
    line = log_line(fields_)
    said, *more = entry(line, wording)
    if "ends" in fields_:
        said = wording.say("{entry}, until {day}", entry=said, day=_shown(fields_["ends"], wording))
    return f"{safe.line(line.on)}  {joined([said, *more], wording)}"


def log_line(stated: Fields) -> LogLine:
    """Make an entry to be shown from what it states."""
    one = {name: value if isinstance(value, str) else ", ".join(value) for name, value in stated.items()}
    several = {name: (value,) if isinstance(value, str) else value for name, value in stated.items()}
    return LogLine(
        position=0,
        on=one.get("on", ""),
        status=one.get("status", ""),
        scheduled=one.get("for", ""),
        due=one.get("due", ""),
        agreed_with=several.get("agreed_with", ()),
        note=one.get("note", ""),
        evidence=several.get("evidence", ()),
        owner=one.get("owner", ""),
        dispute=one.get("dispute", ""),
        by=one.get("by", ""),
        recorded=one.get("recorded", ""),
        private="private" in stated,
    )


def _wrapped(text: str, columns: int, style: str, indent: str) -> Iterator[Line]:
    further = indent
    for line in wrap(text, columns and max(columns - width(indent) - 2, 1)):
        yield (Piece(further), Piece(line, style))
        further = indent + "  "
