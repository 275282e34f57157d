"""The corrections of a register that are safe: order of log entries, spacing, dates written as dates.

Nothing is said otherwise than before: the text is read again, and must state the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.register.disk.files import normalise
from tracker.register.format import fields
from tracker.register.merge.parts import row
from tracker.register.merge.segments import END, IrregularError, segments
from tracker.register.merge.sides import same
from tracker.register.parse import parse
from tracker.register.text.scan import BOM, blocks, header_of
from tracker.register.text.tokens import Statement, parts, statements

_DAY: Final = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\s*")
_LOG: Final = "log"
_SPACES: Final = re.compile(
    r"""("{3}(?:[^"\\]|\\.|"(?!""))*"{3,5}|'{3}(?:[^']|'(?!''))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
    r"""|(\#[^\r\n]*)|[ \t]+(?=\r?\n|\Z)""",
    re.DOTALL,
)


def _days(*tables: fields.Table) -> frozenset[str]:
    return frozenset(
        field.name for table in tables for field in table.fields if field.kind in {"day", "period"}
    )


_DATES: Final = {
    "obligations": _days(fields.OBLIGATION),
    "agreements": _days(fields.AGREEMENT),
    "sources": _days(fields.SOURCE),
    _LOG: _days(fields.ENTRY, fields.AGREEMENT_ENTRY),
}
_NO_DATES: Final[frozenset[str]] = frozenset()


class Tidied(NamedTuple):
    """A text put in order, and what was done, to be told; nothing where it was in order."""

    text: str
    done: tuple[Text, ...]


class Splice(NamedTuple):
    """A stretch of the text, `end` exclusive, and what is to stand in its place."""

    start: int
    end: int
    new: str


def tidy(text: str) -> Tidied:
    """Put a file of the register in order; one that cannot be read, or safely changed, stays as it is."""
    before = _read(text)
    if before is None:
        return Tidied(text, ())
    result, done = text.removeprefix(BOM), []
    steps: tuple[tuple[Callable[[str], tuple[str, int]], Text], ...] = (
        (_dates, Text("dates written as dates, without quotation marks: {count}")),
        (_order, Text("logs put in order of their dates: {count}")),
        (_spacing, Text("blank lines and ends of lines put right: {count}")),
    )
    try:
        for step, said in steps:
            result, count = step(result)
            if count:
                done.append(Text(said.msgid, {"count": count}))
    except (TrackerError, IrregularError, RecursionError):
        return Tidied(text, ())
    after = _read(result)
    if not done or after is None or not same(before, after):
        return Tidied(text, ())
    return Tidied(text[: text.startswith(BOM)] + result, tuple(done))


def _read(text: str) -> object:
    """Read what a text states, dates and logs in their one form; None where it cannot be read."""
    plain, problem = normalise(text, "")
    if problem:
        return None
    tree, problem = parse(plain, "")
    return None if problem else _settled(tree, ())


def _settled(value: object, path: tuple[str, ...]) -> object:
    if isinstance(value, dict):
        return {
            key: _day(part) or part if key in _at(path) else _settled(part, (*path, key))
            for key, part in value.items()
        }
    if isinstance(value, list) and path[-1:] == (_LOG,):
        entries = [_settled(entry, path) for entry in value]
        days = [_day(entry.get("on")) if isinstance(entry, dict) else None for entry in entries]
        order = _sorted(days)
        return [entries[number] for number in order]
    return value


def _at(path: tuple[str, ...]) -> frozenset[str]:
    """Say which keys of the table at a path hold dates."""
    if not path:
        return _NO_DATES
    depth = {"obligations": 3, "agreements": 2}.get(path[0], 0)
    if len(path) == depth:
        return _DATES[path[0]]
    if len(path) == depth + 1 and path[-1] == _LOG:
        return _DATES[_LOG]
    is_source = path[0] == "agreements" and len(path) == depth + 2 and path[2] == "sources"
    return _DATES["sources"] if is_source else _NO_DATES


def _day(value: object) -> date | None:
    """Read a day, as a date or a text; None for anything else."""
    if isinstance(value, str) and (found := _DAY.fullmatch(value)):
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _sorted(days: list[date | None]) -> list[int]:
    """Give the positions in order of their days, those of one day as they stand."""
    if any(day is None for day in days):
        return list(range(len(days)))
    return sorted(range(len(days)), key=lambda number: (str(days[number]), number))


def _stated(text: str) -> Iterator[tuple[tuple[str, ...], Statement]]:
    """Walk all statements with the path of each one's key, without positions in arrays."""
    for block in blocks(text):
        path = tuple(step for step in block.path if isinstance(step, str))
        for statement in statements(text, header_of(text, block)[2] if block.path else 0, block.end):
            yield (*path, *statement.keys), statement


def _dates(text: str) -> tuple[str, int]:
    splices: list[Splice] = []
    for path, statement in _stated(text):
        splices += _dates_in(text, path, statement.value_start, statement.value_end)
    return _spliced(text, splices), len(splices)


def _dates_in(text: str, path: tuple[str, ...], start: int, end: int) -> Iterator[Splice]:
    """Find texts that are days where days belong, in a value and what stands in its brackets."""
    if text[start] in "[{":
        for part in parts(text, start).parts:
            yield from _dates_in(text, (*path, *part.keys), part.value_start, part.value_end)
    elif text[start] in "\"'" and path[-1] in _at(path[:-1]) and (day := _day(text[start + 1 : end - 1])):
        yield Splice(start, end, day.isoformat())


def _order(text: str) -> tuple[str, int]:
    splices: list[Splice] = []
    for path, statement in _stated(text):
        start, end = statement.value_start, statement.value_end
        if path[-1] == _LOG and text[start] == "[":
            written = _log_in_order(text[start:end])
            if written != text[start:end]:
                splices.append(Splice(start, end, written))
    return _spliced(text, splices), len(splices)


def _log_in_order(text: str) -> str:
    """Write a log's entries in order of their days, each with its comments."""
    whole = row(text)
    entries = parse("log = " + text, "")[0].get(_LOG, [])
    days = [_day(entry.get("on")) if isinstance(entry, dict) else None for entry in entries]
    order = _sorted(days)
    if order == list(range(len(order))):
        return text
    found = [whole.parts[number] for number in order]
    if not whole.is_list:
        if whole.said:
            return text
        found = [
            part._replace(lead=place.lead, gap=place.gap, trail=place.trail)
            for part, place in zip(found, whole.parts, strict=True)
        ]
    return whole._replace(parts=found).written()


def _spacing(text: str) -> tuple[str, int]:
    count = 0

    def cut(found: re.Match[str]) -> str:
        nonlocal count
        kept = found[1] or (found[2] or "").rstrip(" \t")
        count += kept != found[0]
        return kept

    text = _SPACES.sub(cut, text)
    newline = "\r\n" if "\r\n" in text else "\n"
    written: list[str] = []
    for part in segments(text).values():
        lead = part.lead
        follows = any(written) and not part.is_element and part.key != END
        if follows and not lead.startswith(("\n", "\r")):
            lead = newline + lead
        while lead.startswith(newline * 3):
            lead = lead.removeprefix(newline)
        if part.key == END:
            lead = lead.rstrip("\r\n") + newline if lead.strip() else ""
        count += lead != part.lead
        written.append(lead + part.own)
    result = "".join(written)
    if result and not result.endswith("\n"):
        return result + newline, count + 1
    return result, count


def _spliced(text: str, splices: list[Splice]) -> str:
    pieces, position = [], 0
    for splice in splices:
        pieces += [text[position : splice.start], splice.new]
        position = splice.end
    return "".join([*pieces, text[position:]])
