"""Positions inside TOML text: where strings, keys, values and their parts begin and end.

The parsers give values without places, and a place is what an error message and the smallest
edit need. This reads no values beyond keys; whether the text is right is for the parser to say.
Nothing here recurses, and time is linear in the text that is looked at, so that no nesting and
no unclosed bracket can hang or crash it.

The patterns repeat groups a bounded number of times, and possessively only single characters:
CPython before 3.11.5 loses its place after a possessive group, and unbounded greedy groups keep
a record of each repetition. What exceeds a bound goes to the loop in `bracket_end`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BASIC = r'"(?!"")[^"\\\n]*+(?:\\[^\n][^"\\\n]*+){0,200}"'
_LITERAL = r"'(?!'')[^'\n]*+'"
_LONG_BASIC = r'"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+){0,200}"""(?:"{0,2}+)'
_LONG_LITERAL = r"'''[^']*+(?:'(?!'')[^']*+){0,200}'''(?:'{0,2}+)"
_STRING = f"{_BASIC}|{_LITERAL}|{_LONG_BASIC}|{_LONG_LITERAL}"
_COMMENT = r"#[^\n]*+"
_INSIDE = rf"""[^"'#\[\]{{}}]++|{_STRING}|{_COMMENT}"""
_BRACKETS = rf"(?>[\[{{](?:{_INSIDE}){{0,500}}[\]}}])"
for _bound in (500, 5000):
    _BRACKETS = rf"(?>[\[{{](?:{_INSIDE}|{_BRACKETS}){{0,{_bound}}}[\]}}])"

STATEMENT = rf"""(?>(?:[^"'#\[\]{{}}\n]++|{_STRING}|{_BRACKETS}){{0,100}}(?:{_COMMENT})?\n)"""
"""A line outside any bracket, with all the lines that its value takes; no header."""

QUOTED_KEY = f"{_BASIC}|{_LITERAL}"
KEY = rf"""(?:[^\s"'#\[\]{{}}.=,]++|{QUOTED_KEY})"""
KEY_PATH = rf"{KEY}(?:[ \t]*+\.[ \t]*+{KEY}){{0,1000}}"

_KEY = re.compile(KEY)
_PLAIN = re.compile(r"[A-Za-z0-9_.-]++")
_ASSIGNMENT = rf"({KEY_PATH})[ \t]*+=[ \t]*+"
_PAIR = rf"({KEY_PATH})[ \t\r\n]*+=[ \t\r\n]*+"
_GAP = re.compile(r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+){0,1000}")
_SCALAR = re.compile(r"""(?:\d{4}-\d\d-\d\d[ ](?=\d))?[^\s,\[\]{}#"'=]++""")
_STOP = re.compile(r"""["'#\[\]{}\n]""")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile what is not needed to find tables, and takes longer than all the rest of this module."""
    return re.compile(pattern)


class Statement(NamedTuple):
    """One `key = value` outside any bracket, as offsets into the text.

    `start` is the beginning of its first line and `end` that of the line after its last:
    `text[start:end]` is whole lines with indentation, comment and line ending.
    """

    keys: tuple[str, ...]
    start: int
    key_start: int
    key_end: int
    value_start: int
    value_end: int
    end: int


class Part(NamedTuple):
    """One element of an array, or one pair of an inline table, which alone has `keys`.

    `start` is where its key, or without one its value, begins; `comma` is the offset of the
    comma behind it, -1 without.
    """

    keys: tuple[str, ...]
    start: int
    key_end: int
    value_start: int
    value_end: int
    comma: int


class Parts(NamedTuple):
    """What stands between two brackets; `open` and `close` are the offsets of these."""

    open: int
    parts: tuple[Part, ...]
    close: int


def not_toml(text: str, position: int) -> TrackerError:
    """Make the error that says on which line the text stops being TOML."""
    line = text.count("\n", 0, position) + 1
    return TrackerError("line {line} cannot be read as TOML: correct it first", line=line)


def key_names(written: str) -> tuple[str, ...]:
    """Split a written key path into names: `a."b.c" . d` is ('a', 'b.c', 'd')."""
    if _PLAIN.fullmatch(written):
        return tuple(written.split("."))
    return tuple(_name(found.group()) for found in _KEY.finditer(written))


def key_ends(text: str, start: int, end: int) -> list[int]:
    """Find where each name of the key path `text[start:end]` ends (exclusive)."""
    return [found.end() for found in _KEY.finditer(text, start, end)]


def _name(written: str) -> str:
    if written[0] == '"':
        return _ESCAPE.sub(_unescape, written[1:-1])
    return written[1:-1] if written[0] == "'" else written


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if not code:
        return _ESCAPED.get(found[4], found[0])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else found[0]  # noqa: PLR2004 - the end of Unicode


def string_end(text: str, start: int) -> int:
    """Find the end (exclusive) of the string whose opening quotation mark is at `start`."""
    mark = text[start]
    if text.startswith(mark * 3, start):
        end = _closed(text, start, mark * 3)
        for _ in range(2):  # a long string may end in one or two quotation marks of its own
            end += text.startswith(mark, end)
        return end
    end = _closed(text, start, mark)
    if text.find("\n", start, end) >= 0:
        raise not_toml(text, start)
    return end


def _closed(text: str, start: int, marks: str) -> int:
    begin = position = start + len(marks)
    while (found := text.find(marks, position)) >= 0:
        before = found
        while marks[0] == '"' and before > begin and text[before - 1] == "\\":
            before -= 1
        if (found - before) % 2 == 0:
            return found + len(marks)
        position = found + 1
    raise not_toml(text, start)


def bracket_end(text: str, start: int) -> int:
    """Find the end (exclusive) of the array or inline table whose bracket opens at `start`."""
    if fast := _compiled(_BRACKETS).match(text, start):
        return fast.end()
    return _past(text, start, in_brackets=True)


def statement_end(text: str, start: int) -> int:
    """Find the beginning of the line after the statement, comment or blank line at `start`."""
    return _past(text, start, in_brackets=False)


def _past(text: str, start: int, *, in_brackets: bool) -> int:
    """Walk from stop to stop, counting brackets, to the last bracket's or the line's end."""
    depth, position = 0, start
    while stop := _STOP.search(text, position):
        position, mark = stop.end(), stop.group()
        if mark in "\"'":
            position = string_end(text, position - 1)
        elif mark == "#":
            position = _line_end(text, position)
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
            if depth < 0:
                raise not_toml(text, position)
            if not depth and in_brackets:
                return position
        elif not depth:
            return position
    if depth or in_brackets:
        raise not_toml(text, start)
    return len(text)


def _line_end(text: str, position: int) -> int:
    """Find the line feed at or after `position`, or the end of the text."""
    found = text.find("\n", position)
    return len(text) if found < 0 else found


def value_end(text: str, start: int) -> int:
    """Find the end (exclusive) of the value at `start`, whatever its kind."""
    mark = text[start : start + 1]
    if mark and mark in "\"'":
        return string_end(text, start)
    if mark and mark in "[{":
        return bracket_end(text, start)
    if scalar := _SCALAR.match(text, start):
        return scalar.end()
    raise not_toml(text, start)


def gap_end(text: str, start: int) -> int:
    """Skip white space, line endings and comments."""
    while (end := _GAP.match(text, start).end()) > start and text.startswith("#", end):  # type: ignore[union-attr]
        start = end
    return end


def statements(text: str, start: int, end: int) -> Iterator[Statement]:
    """Walk the statements of `text[start:end]`, which begins and ends outside any bracket."""
    position = start
    while position < end:
        key_start = gap_end(text, position)
        if key_start >= end:
            return
        assignment = _compiled(_ASSIGNMENT).match(text, key_start)
        if not assignment:
            raise not_toml(text, key_start)
        value_start = assignment.end()
        stop = value_end(text, value_start)
        line = text.rfind("\n", 0, key_start) + 1
        position = min(_line_end(text, stop) + 1, end)
        names, key_end = key_names(assignment[1]), assignment.end(1)
        yield Statement(names, max(line, start), key_start, key_end, value_start, stop, position)


def parts(text: str, start: int) -> Parts:
    """Take apart the array or inline table whose bracket opens at `start`."""
    closing = "]" if text[start] == "[" else "}"
    found: list[Part] = []
    position = gap_end(text, start + 1)
    while not text.startswith(closing, position):
        keys: tuple[str, ...] = ()
        begin = key_end = value_start = position
        if closing == "}":
            pair = _compiled(_PAIR).match(text, position)
            if not pair:
                raise not_toml(text, position)
            keys, key_end, value_start = key_names(pair[1]), pair.end(1), pair.end()
        stop = value_end(text, value_start)
        position = gap_end(text, stop)
        comma = position if text.startswith(",", position) else -1
        found.append(Part(keys, begin, key_end, value_start, stop, comma))
        if comma >= 0:
            position = gap_end(text, comma + 1)
        elif not text.startswith(closing, position):
            raise not_toml(text, position)
    return Parts(start, tuple(found), position)
