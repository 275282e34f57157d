"""Entries of a log, the register's most frequent edit: one appended, replaced or taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tracker.core.errors import TrackerError
from tracker.register.text.brackets import pair_added, part_added, part_removed
from tracker.register.text.change import (
    Change,
    Splice,
    Tree,
    alone,
    apply,
    indent_at,
    parsed,
    same,
    walk,
)
from tracker.register.text.keys import key_added, lines_at, remove_key, set_key
from tracker.register.text.literals import key, literal
from tracker.register.text.scan import Block, Index, Path, Spot, find, header_of, index
from tracker.register.text.tokens import parts, statements

Entry = Mapping[str, object]

_ORDER = ("on", "for", "due", "status", "ends", "agreed_with", "note", "evidence", "owner", "dispute")
_LAST = ("by", "recorded", "private")
_WRITTEN = re.compile(r"^([ \t]+)\{([ \t]*)on([ \t]*=[ \t]*)", re.MULTILINE)
_BLANKS = re.compile(r"(?:[ \t]*+\r?\n){0,100}")
_NEARBY = 20_000


class Manner(NamedTuple):
    """How entries are written: what indents them, pads their braces and stands for ' = '."""

    unit: str = "  "
    pad: str = " "
    equals: str = " = "


def append_entry(text: str, ref: str, entry: Entry, known: Index | None = None) -> Change:
    """Append an entry to the log of an obligation (`agreement.obligation`) or an agreement.

    Keys with the value None are left out. The change's path ends in the entry's position, from 0.
    TrackerError if the text has no such obligation, or its log is not a list of entries.
    """
    known = known or index(text)
    path = (*table_of(ref), "log")
    ordered = in_order(entry)
    spot = find(text, path, known)
    if spot.matched < len(path) - 1:
        raise TrackerError("{ref} is not in this file", ref=ref)
    if spot.matched < len(path):
        return _begun(text, path, ordered, known)
    if spot.value and text[spot.value[0]] == "[":
        return _into_array(text, path, ordered, spot, spot.value[0])
    if not spot.value and spot.block.is_array and spot.block.path[:-1] == path:
        return _as_table(text, path, ordered, known)
    raise TrackerError("the log of {ref} is not a list of entries", ref=ref)


def table_of(ref: str) -> Path:
    """Say where in the text an obligation, or an agreement, is written."""
    agreement, dot, obligation = ref.partition(".")
    return ("obligations", agreement, obligation) if dot else ("agreements", agreement)


def in_order(entry: Entry) -> dict[str, object]:
    """Put an entry's keys into their usual order, without those that have no value."""
    others = [name for name in entry if name not in _ORDER + _LAST]
    names = [name for name in (*_ORDER, *others, *_LAST) if name in entry]
    return {name: entry[name] for name in names if entry[name] is not None}


def _begun(text: str, path: Path, entry: dict[str, object], known: Index) -> Change:
    """Begin a log."""
    near = find(text, path, known).start
    manner = _manner(text, near)

    def written(base: str | None) -> str:
        line = literal(entry, pad=manner.pad, equals=manner.equals)
        unit = "\t" if base and "\t" in base else manner.unit
        return f"[{line}]" if base is None else f"[\n{base}{unit}{line},\n{base}]"

    change = key_added(text, path, written, [plain(entry)], known)
    return change._replace(path=(*path, 0), value=plain(entry))


def _manner(text: str, near: int) -> Manner:
    """Find how the nearest entry above, or else below, is written."""
    above = list(_WRITTEN.finditer(text, max(near - _NEARBY, 0), near))
    found = above[-1] if above else _WRITTEN.search(text, near, near + _NEARBY)
    return Manner(*found.groups()) if found else Manner()


def _into_array(text: str, path: Path, entry: dict[str, object], spot: Spot, start: int) -> Change:
    within = parts(text, start)
    manner = _manner(text, within.open)
    if within.parts and text[within.parts[-1].value_start] == "{":
        last = parts(text, within.parts[-1].value_start)
        if last.parts and "\n" not in text[last.open : last.close]:
            first = last.parts[0]
            manner = manner._replace(
                pad=text[last.open + 1 : first.start], equals=text[first.key_end : first.value_start]
            )
    line = literal(entry, pad=manner.pad, equals=manner.equals)
    if spot.holder >= 0 and "\n" not in text[within.open : within.close]:
        splices = pair_added(within, line)
    else:
        base = indent_at(text, spot.start)
        unit = "\t" if "\t" in base else manner.unit
        splices = part_added(text, within, line, base, unit)

    def meant(tree: Tree) -> None:
        walk(tree, alone(spot.block, path)).append(plain(entry))

    change = apply(text, (*path, len(within.parts)), plain(entry), splices, (spot.block, spot.block), meant)
    return change._replace(is_new=True)


def _as_table(text: str, path: Path, entry: dict[str, object], known: Index) -> Change:
    """Append a table to a log that is written as [[…log]] tables, spaced as its last one is."""
    first = known.at[path]
    own = [number for number in range(first, len(known.blocks)) if known.blocks[number].path[:-1] == path]
    last, tail = known.blocks[own[-1]], known.blocks[_tail(known, own[-1])]
    start, end, body = header_of(text, last)
    gap = text[own_end(text, known.blocks[own[-1] - 1]) : last.start]
    blanks = _BLANKS.match(gap)[0].count("\n")  # type: ignore[index]
    lines = ["\n" * blanks + indent_at(text, start) + text[start:end]]
    model = next(statements(text, body, last.end), None)
    base = indent_at(text, model.key_start) if model else ""
    equals = "=" if model and text[model.key_end : model.value_start] == "=" else " = "
    lines += [f"{base}{key(name)}{equals}{literal(value)}" for name, value in entry.items()]
    splice = lines_at(text, own_end(text, tail), "\n".join(lines))

    def meant(tree: Tree) -> None:
        walk(tree, alone(last, path)).append(plain(entry))

    change = apply(text, (*path, len(own)), plain(entry), [splice], (last, tail), meant)
    return change._replace(is_new=True)


def _tail(known: Index, number: int) -> int:
    """Find the last block of those that follow block `number` and belong to it."""
    path = known.blocks[number].path
    while number + 1 < len(known.blocks) and known.blocks[number + 1].path[: len(path)] == path:
        number += 1
    return number


def own_end(text: str, block: Block) -> int:
    """Find where a block's own lines end: what follows may belong to the next header."""
    body = header_of(text, block)[2]
    return max((one.end for one in statements(text, body, block.end)), default=body)


def entries(text: str, ref: str, known: Index | None = None) -> list[Tree]:
    """Read the entries of a log, as they stand; none where there is no log."""
    known = known or index(text)
    path = (*table_of(ref), "log")
    spot = find(text, path, known)
    if spot.matched == len(path) and spot.value:
        found = parsed(f"log = {text[slice(*spot.value)]}")["log"]
        return found if isinstance(found, list) else []
    read, count = [], 0
    while (number := known.at.get((*path, count))) is not None:
        block, tail = known.blocks[number], known.blocks[_tail(known, number)]
        read.append(walk(parsed(text[block.start : tail.end]), alone(block, block.path)))
        count += 1
    return read


def remove_entry(text: str, ref: str, position: int, known: Index | None = None) -> Change:
    """Take the entry at a position of a log (from 0) out, with the comment beside it."""
    known = known or index(text)
    spot, path = _entry(text, ref, position, known)
    if spot.holder >= 0:
        splices = part_removed(text, parts(text, spot.holder), position)

        def meant(tree: Tree) -> None:
            del walk(tree, alone(spot.block, path[:-1]))[position]

        return apply(text, path, None, splices, (spot.block, spot.block), meant)
    tail = known.blocks[_tail(known, known.at[path])]
    end = own_end(text, tail)
    end += _BLANKS.match(text[end : tail.end]).end()  # type: ignore[union-attr]
    return apply(text, path, None, [Splice(spot.block.start, end, "")], (spot.block, tail), dict.clear)


def replace_entry(text: str, ref: str, position: int, entry: Entry, known: Index | None = None) -> Change:
    """Let the entry at a position of a log (from 0) state what `entry` does, and no more.

    What it has in common with the one that stands there is left as it is written.
    """
    spot, path = _entry(text, ref, position, known or index(text))
    block = spot.block
    piece, inner = text[block.start : block.end], alone(block, path)
    wanted = in_order(entry)
    standing = walk(parsed(piece), inner)
    for name in standing.keys() - wanted.keys():
        piece = remove_key(piece, (*inner, name)).text
    for name, value in wanted.items():
        if name not in standing or not same(plain(value), standing[name]):
            piece = set_key(piece, (*inner, name), value).text
    start, end = spot.value or (block.start, block.end)
    whole = text[: block.start] + piece + text[block.end :]
    new = whole[start : len(whole) - (len(text) - end)]
    last = block.start + len(piece)
    return Change(
        whole, path, plain(wanted), False, start, text[start:end], new, block.path, block.start, last
    )


def _entry(text: str, ref: str, position: int, known: Index) -> tuple[Spot, Path]:
    path = (*table_of(ref), "log", position)
    spot = find(text, path, known)
    if spot.matched < len(path):
        raise TrackerError("the log of {ref} has no entry {number}", ref=ref, number=position + 1)
    return spot, path


def plain(value: object) -> object:
    """Make of a value what reading it back gives: mappings are dicts, sequences lists."""
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, (list, tuple)) else value
