"""TOML text to plain values, or the one place where it stops being TOML, in plain words.

rtoml reads: it is compiled, ten times as fast as tomllib, bounded on hostile nesting, and takes
TOML 1.1, in which a log entry may go over several lines. tomllib stands in where rtoml is not
installed; it knows TOML 1.0 only, and reports what 1.1 adds as an error.
"""

from __future__ import annotations

import re
from typing import Any, Final

from tracker.core.errors import Problem, Text
from tracker.register.disk.files import position
from tracker.register.format.wrong import brief

_AT = re.compile(r" ?\(?at line (\d+),? column (\d+)\)?")
_HEADER = re.compile(r"\s*(\[[^\]#]*\]+)")
_KEY = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s=\]"',}]+)""")
_DOTS = re.compile(r"""(?:[\w"'-]+\s*\.\s*){100}""")
_CURLY: Final = "“”„«»‘’"

_DEEP: Final = Text("arrays or tables are nested too deeply here; a register needs no more than five levels")
_SAID: Final[tuple[tuple[str, str, Text], ...]] = (
    (r"recurs", "E103", _DEEP),
    (
        r"string values must be quoted|Invalid value",
        "E101",
        Text("a value is missing or wrong here: texts stand in quotation marks, dates are like 2026-05-31"),
    ),
    (
        r"invalid (date|time)|Invalid date|is out of range",
        "E205",
        Text("this is not a day of the calendar; dates are like 2026-05-31"),
    ),
    (r"multi-line|Unterminated|Expected \"", "E101", Text("a text of several lines is never closed")),
    (
        r"unicode|escape|Unescaped|hex value",
        "E101",
        Text("a backslash in \"…\" begins a special character; write it twice, or put the text in '…'"),
    ),
    (
        r"visible characters|printable|Illegal character '\\x|invalid character",
        "E105",
        Text("a control character stands here; delete it"),
    ),
    (
        r"invalid (basic|literal) string|Illegal character '\\n'",
        "E101",
        Text("a text has no closing quotation mark on its line"),
    ),
    (
        r"array elements|unclosed array|Unclosed array",
        "E101",
        Text("a comma or the closing ] of a list is missing before here"),
    ),
    (
        r"key-value pairs|unclosed inline|Unclosed inline",
        "E101",
        Text("a comma or the closing brace of an entry is missing before here"),
    ),
    (r"unclosed table|table declaration", "E101", Text("the header has no closing ] here")),
    (
        r"unquoted key|key part",
        "E101",
        Text('a name with other letters than a to z stands in quotation marks, for example "français"'),
    ),
    (
        r"key with no value|Expected '='",
        "E101",
        Text("a line is a [header], a # comment, or a name, = and a value; this is none of them"),
    ),
    (
        r"unexpected key or value|end of document after",
        "E101",
        Text("something follows the value on its line: texts stand in quotation marks, one key to a line"),
    ),
    (r"invalid boolean", "E101", Text("write true or false, in small letters")),
)


def parse(text: str, name: str) -> tuple[dict[str, Any], Problem | None]:
    """Parse normalised text; with a problem the values are empty."""
    try:
        from rtoml import TomlParsingError, loads
    except ImportError:
        return _parse_slowly(text, name)
    try:
        return loads(text), None
    except TomlParsingError as error:
        return {}, explain(str(error), text, name)


def _parse_slowly(text: str, name: str) -> tuple[dict[str, Any], Problem | None]:
    import tomllib

    if (dots := _DOTS.search(text)) is not None:  # their cost grows with the square
        return {}, Problem(name, *position(text, dots.start()), "E103", _DEEP)
    try:
        return tomllib.loads(text), None
    except tomllib.TOMLDecodeError as error:
        return {}, explain(str(error), text, name)
    except RecursionError:
        return {}, Problem(name, 1, 1, "E103", _DEEP)


def explain(message: str, text: str, name: str) -> Problem:
    """Turn a parser's message into a problem with its place."""
    place = _AT.search(message)
    if place:
        line, column = int(place[1]), int(place[2])
    else:
        line, column = position(text, len(text.rstrip()))
    message = _AT.sub("", message)
    rest = _rest(text, line, column)
    if re.search(r"duplicate key|twice|overwrite|Duplicate|[Cc]annot (extend|mutate)", message):
        return Problem(name, line, column, "E102", _twice(text, line, rest))
    if rest[:1] and rest[0] in _CURLY:
        said = Text('typographic quotation marks can\'t enclose a text; use straight ones: "…"')
        return Problem(name, line, column, "E101", said)
    for pattern, code, said in _SAID:
        if re.search(pattern, message):
            return Problem(name, line, column, code, said)
    return Problem(name, line, column, "E101", Text("this is not TOML: {detail}", {"detail": message}))


def _twice(text: str, line: int, rest: str) -> Text:
    """Say what is stated twice; of a header also where it stood first."""
    header = _HEADER.match(_rest(text, line, 1))
    if header is None:
        key = _KEY.match(rest)
        said = Text("{key} is stated twice; keep one of the two, or give one another name")
        return said._replace(values={"key": brief(key[0] if key else rest)})
    first = next(
        number for number, other in enumerate(text.split("\n"), 1) if other.strip().startswith(header[1])
    )
    if first < line:
        said = Text("{key} stands on line {line} already; keep one of the two, or give one another name")
        return said._replace(values={"key": brief(header[1]), "line": first})
    said = Text("{key} is a value and a header at once; keep one of the two")
    return said._replace(values={"key": brief(header[1])})


def _rest(text: str, line: int, column: int) -> str:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    end = text.find("\n", start)
    return text[start + column - 1 : end if end >= 0 else len(text)]
