"""Two people changed the register: their texts and the one they began with come to one text.

Merged is what is said, not where lines stand: tables by their names, keys within them, logs by
their entries. Ours stays as it is written, and what theirs changed is put into it. Only what
both sides changed, each in its way, is left between markers.

The text is written twice, with each side's version of what is in conflict, and each of the two
is read back: it must say exactly what the rules for values make of the three versions. Where it
does not, or where a version cannot be read, the three are merged line by line instead, as git
does it, and the merge counts as one to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.register.merge.arrays import Version, named
from tracker.register.merge.lines import Labels, ended, merge_lines, refined
from tracker.register.merge.order import anchors, ordered
from tracker.register.merge.renames import followed
from tracker.register.merge.rows import UnreadableError
from tracker.register.merge.segments import IrregularError, Segment, segments
from tracker.register.merge.sides import OURS, THEIRS, Three, same
from tracker.register.merge.statements import items
from tracker.register.merge.tables import GONE, Table, as_it_is, contested, merge_table
from tracker.register.parse import parse
from tracker.register.text.scan import BOM, Path

_SECTIONS = ("agreements", "obligations")


class Merged(NamedTuple):
    """A merged text, and the number of conflicts in it.

    `reason` says why it was merged line by line; it then counts as a conflict even without markers.
    """

    text: str
    conflicts: int
    reason: Text | None = None


def merge(base: str, ours: str, theirs: str, labels: Labels | None = None) -> Merged:
    """Merge two changed versions of a register's file; never raises, never loses a statement."""
    labels = labels or Labels()
    if theirs in (base, ours):
        return Merged(ours, 0)
    if ours == base:
        return Merged(theirs, 0)
    old, mine, yours = map(_plain, (base, ours, theirs))
    found = _by_meaning(old, mine, yours, labels)
    if isinstance(found, Text):
        text, conflicts = merge_lines(old, mine, yours, labels)
        found = Merged(text, max(conflicts, 1), found)
    text = found.text
    if "\r" in ours and "\r" not in mine:
        text = text.replace("\n", "\r\n")
    return found._replace(text=(BOM if ours.startswith(BOM) else "") + text)


def _plain(text: str) -> str:
    """Take off the byte order mark, and the carriage returns where every line has one."""
    text = text.removeprefix(BOM)
    return text.replace("\r\n", "\n") if text.count("\r") == text.count("\r\n") == text.count("\n") else text


def _by_meaning(base: str, ours: str, theirs: str, labels: Labels) -> Merged | Text:
    """Merge by meaning, or say why that cannot be done."""
    for text, name in ((base, "base"), (ours, labels.ours), (theirs, labels.theirs)):
        line = _broken(text)
        if line:
            return Text(
                "{name} cannot be read as TOML (line {line}), so the texts were merged line by line; "
                "look through the whole file",
                {"name": name, "line": line},
            )
    try:
        versions, behind = named(followed(Three(base, ours, theirs).each(segments)))
        keys = _keys(versions, behind)
        clashes = contested(*versions)
        tables = [_tables(versions, key, is_contested=key in clashes) for key in keys]
        for number in range(1 + any(one is not other for one, other in tables)):
            _verify([(key, both[number]) for key, both in zip(keys, tables, strict=True)])
    except (TrackerError, UnreadableError, IrregularError, RecursionError):
        return Text(
            "the texts cannot be merged by what they say, so they were merged line by line; "
            "look through the whole file"
        )
    return _written(tables, labels)


def _broken(text: str) -> int:
    """Say on which line a text stops being TOML; 0 where it is."""
    try:
        text.encode()
    except UnicodeEncodeError as error:  # a byte that was no Unicode
        return text.count("\n", 0, error.start) + 1
    problem = parse(text, "")[1]
    return problem.line if problem else 0


def _keys(versions: Three[Version], behind: dict[Path, Path]) -> list[Path]:
    """Lay out all tables: ours in their order, theirs where they belong."""
    new = anchors(versions.ours, list(versions.theirs), ())
    new |= {key: before for before, key in pairwise(versions.theirs) if key in new and _is_element(key)}
    new |= {key: anchor for key, anchor in behind.items() if key in new}
    return ordered(list(versions.ours), versions.theirs, new, _skips)


def _skips(own: Path, anchor: Path, new: Path) -> bool:
    """Tell whether a new table of theirs goes behind one that ours added at the same place."""
    if _is_element(new):
        return False
    return _section(anchor) != _section(new) or _section(own) == _section(new)


def _is_element(key: Path) -> bool:
    return isinstance(key[-1], int)


def _section(key: Path) -> Path:
    return key[1:2] if key[:1] and key[0] in _SECTIONS else key[:1]


def _tables(versions: Three[Version], key: Path, *, is_contested: bool) -> tuple[Table, Table]:
    """Merge one table twice, with each side's version of what is in conflict."""
    base, ours, theirs = versions.base.get(key), versions.ours.get(key), versions.theirs.get(key)
    if is_contested:
        return (as_it_is(ours) if ours else GONE), (as_it_is(theirs) if theirs else GONE)
    one = merge_table(base, ours, theirs, OURS)
    if ours and theirs and ours.raw == theirs.raw:
        return one, one
    other = merge_table(base, ours, theirs, THEIRS)
    return one, one if one == other else other


def _verify(tables: list[tuple[Path, Table]]) -> None:
    """Read back what was written; IrregularError where it is not what was meant."""
    written: list[str] = []
    for _, table in tables:
        written += ended([table.text] if table.text else [], written)
    text = "".join(written)
    expected = [(key, table) for key, table in tables if table.part or table.values is not None]
    found = list(segments(text).values())
    if parse(text, "")[1] or len(found) != len(expected):
        raise IrregularError
    for (key, table), part in zip(expected, found, strict=True):
        path, other = (one[:-1] if one and isinstance(one[-1], int) else one for one in (key, part.key))
        if path != other or not _says(part, table):
            raise IrregularError


def _says(part: Segment, table: Table) -> bool:
    if table.part:
        return part.body.rstrip("\n") == table.part.body.rstrip("\n")
    found = {keys: item.value for keys, item in items(part.body).items()}
    return same(found, table.values)


def _written(tables: list[tuple[Table, Table]], labels: Labels) -> Merged:
    written: list[str] = []
    conflicts = 0
    for ours, theirs in _joined(tables):
        if ours.text == theirs.text:
            written += ended([ours.text] if ours.text else [], written)
        else:
            lines, count = refined(ours.text, theirs.text, labels, whole=ours.whole)
            written += ended(lines, written)
            conflicts += count
    return Merged("".join(written), conflicts)


def _joined(tables: list[tuple[Table, Table]]) -> Iterator[tuple[Table, Table]]:
    """Put tables in a row that one side took out, and the other did not, into one conflict."""
    waiting: list[tuple[Table, Table]] = []
    for both in tables:
        side = 0 if both[1] is GONE else 1 if both[0] is GONE else -1
        if waiting and (side < 0 or waiting[-1][1 - side] is not GONE or both[0] is both[1]):
            yield _one(waiting)
            waiting = []
        if side < 0 or both[0] is both[1]:
            yield both
        else:
            waiting.append(both)
    if waiting:
        yield _one(waiting)


def _one(tables: list[tuple[Table, Table]]) -> tuple[Table, Table]:
    ours, theirs = ("".join(table.text for table in side) for side in zip(*tables, strict=True))
    return Table(ours), Table(theirs)
