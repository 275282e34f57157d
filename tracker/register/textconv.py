"""A register's text as one line for each fact, which names the thing that it is about.

git shows differences line by line, and of a changed line alone it can't be told whose it is. So
it is given this instead, where each line begins with the name of an obligation or an agreement,
and where the order of tables and keys, comments and layout make no difference.

During a conflict git asks for it too, of both sides and of the file with the markers in it. Then
each side of that file is read for itself, and the markers stand around the facts that differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from unicodedata import category

from tracker.register.disk.files import normalise
from tracker.register.format import fields
from tracker.register.merge.lines import Labels, refined
from tracker.register.merge.segments import END, IrregularError, segments
from tracker.register.parse import parse
from tracker.register.text.literals import key as written_key
from tracker.register.text.literals import literal

XFUNCNAME: Final = r"^\[+[ \t]*([^][#]+)\]|^([^ #=:]+: )"
"""git's pattern of a hunk's heading: a table's header, or the name that a fact begins with."""

_KEPT: Final = "\t\u200c\u200d"
_TABLES: Final = {field.name: number for number, field in enumerate(fields.REGISTER.fields)}
_FIELDS: Final = {
    name: {field.name: number for number, field in enumerate(table.fields)}
    for name, table in (
        ("settings", fields.SETTINGS),
        ("parties", fields.PARTY),
        ("people", fields.PERSON),
        ("agreements", fields.AGREEMENT),
        ("obligations", fields.OBLIGATION),
    )
}
_ENTRY: Final = {
    field.name: number for number, field in enumerate(fields.AGREEMENT_ENTRY.fields + fields.ENTRY.fields)
}
_MARKER: Final = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: (.*))?$")
_AFTER: Final = {"": "<", "<": "|=", "|": "=", "=": ">", ">": "<"}
"""Which marker of a conflict may follow which."""

_COMMENT: Final = re.compile(
    r"""\"{3}(?:[^"\\]|\\.|"(?!""))*"{3,5}|'{3}(?:[^']|'(?!''))*'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(\#[^\n]*)""",
    re.DOTALL,
)


def as_facts(text: str) -> str:
    """Write each fact, and each comment, on a line of its own.

    A text that cannot be read comes back as it is, but for control characters. One with conflicts
    has the markers around the facts of which its two sides don't say the same.
    """
    if (facts := _facts_of(text)) is not None:
        return facts
    lines = text.replace("\r\n", "\n").split("\n")
    if (sides := _sides(lines)) is not None:
        ours, theirs, labels = sides
        mine, yours = _facts_of("\n".join(ours)), _facts_of("\n".join(theirs))
        if mine is not None and yours is not None:
            return "".join(refined(mine, yours, labels, whole=False)[0])
    return "\n".join(map(_safe, lines))


def _facts_of(text: str) -> str | None:
    """Give the facts, None where the text can't be read."""
    plain, problem = normalise(text, "")
    tree, problem = ({}, problem) if problem else parse(plain, "")
    if problem:
        return None
    try:
        return "".join(f"{line}\n" for line in _register(tree, _comments(plain)))
    except RecursionError:
        return None


def _sides(lines: Iterable[str]) -> tuple[list[str], list[str], Labels] | None:
    """Take a text with conflicts apart; None where there are none, or the markers make no sense.

    What the sides have in common before them, which git may write too, is left out.
    """
    ours: list[str] = []
    theirs: list[str] = []
    labels = Labels()
    into: tuple[list[str], ...] = (ours, theirs)
    at = ""
    for line in lines:
        marker = _MARKER.match(line)
        if marker is None:
            for side in into:
                side.append(line)
            continue
        mark, label = marker[1], _safe(marker[2] or "")
        if mark[0] not in _AFTER[at]:
            return None
        at = mark[0]
        into = {"<": (ours,), "|": (), "=": (theirs,), ">": (ours, theirs)}[at]
        labels = labels._replace(ours=label or labels.ours) if at == "<" else labels
        labels = labels._replace(theirs=label or labels.theirs) if at == ">" else labels
    return (ours, theirs, labels) if at == ">" else None


def _safe(line: str) -> str:
    """Show the characters of a line that are not seen, or could act on a terminal, by their numbers."""
    if line.isprintable():
        return line
    return "".join(
        char if category(char) not in {"Cc", "Cf", "Zl", "Zp"} or char in _KEPT else f"\\u{ord(char):04X}"
        for char in line
    )


def _comments(text: str) -> dict[str, list[str]]:
    """Find the comments of each table, as they stand; under '' those of the file."""
    found: dict[str, list[str]] = {}
    try:
        parts = segments(text).values()
    except IrregularError:
        return found
    for part in parts:
        said = [_safe(comment.strip()) for comment in _COMMENT.findall(part.raw) if comment]
        if said:
            found.setdefault(_name(*map(str, part.key)) if part.key not in ((), END) else "", []).extend(said)
    return found


def _name(table: str, *keys: str) -> str:
    """Name a table as a person types it: an obligation by its ref."""
    if table == "obligations" and keys:
        return ".".join(map(written_key, keys[:2]))
    return ".".join(map(written_key, [table, *keys[:1]]))


def _register(tree: Mapping[str, object], comments: dict[str, list[str]]) -> Iterator[str]:
    for said in comments.pop("", ()):
        yield f"file: {said}"
    for table in sorted(tree, key=lambda table: (_TABLES.get(table, len(_TABLES)), table)):
        for keys, value in _things(table, tree[table]):
            name = _name(table, *keys)
            for said in comments.pop(name, ()):
                yield f"{name}: {said}"
            yield from _facts(name, value, _FIELDS.get(table, {}))
    for name in sorted(comments):
        for said in comments[name]:
            yield f"{name}: {said}"


def _things(table: str, value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    """Give what stands under one of the register's tables, by name."""
    depth = {"settings": 0, "obligations": 2}.get(table, 1)
    level: list[tuple[tuple[str, ...], object]] = [((), value)]
    for _ in range(depth):
        level = [
            pair
            for keys, below in level
            for pair in (
                [((*keys, key), below[key]) for key in sorted(below)]
                if isinstance(below, dict) and below
                else [(keys, below)]
            )
        ]
    yield from level


def _facts(name: str, value: object, known: Mapping[str, int]) -> Iterator[str]:
    """Write what is said of one thing, in the order of the format's table of fields."""
    if not isinstance(value, dict) or not value:
        yield f"{name}: {literal(value)}"
        return
    for key in sorted(value, key=lambda key: (known.get(key, len(known)), key)):
        yield from _fact(f"{name}:", written_key(key), value[key])


def _fact(name: str, key: str, value: object) -> Iterator[str]:
    if isinstance(value, dict) and value:
        for part in sorted(value):
            yield from _fact(name, f"{key}.{written_key(part)}", value[part])
    elif isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        for entry in sorted(value, key=lambda entry: str(entry.get("on", ""))):
            yield f"{name} {key} {_entry(entry)}"
    else:
        yield f"{name} {key} = {literal(value)}"


def _entry(entry: Mapping[str, object]) -> str:
    """Write a log entry on one line: its day, then its fields in their order."""
    keys = sorted(entry.keys() - {"on"}, key=lambda key: (_ENTRY.get(key, len(_ENTRY)), key))
    day = [literal(entry["on"]).strip('"')] if "on" in entry else []
    return " ".join([*day, ", ".join(f"{written_key(key)} = {literal(entry[key])}" for key in keys)]).strip()
