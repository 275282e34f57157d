"""A key of a table set, added or removed, wherever and in whatever form the table is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.errors import TrackerError
from tracker.register.text.brackets import pair_added, part_removed
from tracker.register.text.change import (
    Change,
    Splice,
    Tree,
    alone,
    apply,
    dotted,
    indent_at,
    newline_at,
    walk,
)
from tracker.register.text.literals import key as written_key
from tracker.register.text.literals import literal
from tracker.register.text.scan import BOM, Block, Index, Path, Spot, find, header_of, index
from tracker.register.text.tokens import Statement, key_ends, parts, statements

if TYPE_CHECKING:
    from collections.abc import Callable


def set_key(text: str, path: Path, value: object, known: Index | None = None) -> Change:
    """Give the key at `path` a value: in place of the one that it has, or as a new line.

    A new one goes behind the table's last key, but before its `log`. TrackerError if the table
    is not in the text, or if what stands at `path` is a table with a header or dotted keys.
    """
    known = known or index(text)
    spot = find(text, path, known)
    if spot.matched < len(path):
        return key_added(text, path, lambda _: literal(value), value, known)
    if not spot.value:
        raise TrackerError("{path} is a table: edit the file by hand", path=dotted(path))

    def meant(tree: Tree) -> None:
        walk(tree, alone(spot.block, path[:-1]))[path[-1]] = value

    return apply(text, path, value, [Splice(*spot.value, literal(value))], (spot.block, spot.block), meant)


def key_added(
    text: str, path: Path, written: Callable[[str | None], str], value: object, known: Index
) -> Change:
    """Add the key that `path` ends in to its table, which must be there and not have it.

    `written` writes the value, given the indentation of the line that it begins on, or None
    where it has to be on one line; `value` is what that is to be read as.
    """
    table, name = path[:-1], path[-1]
    spot = find(text, table, known)
    if spot.matched < len(table) or not isinstance(name, str):
        raise TrackerError("{path} is not in this file", path=dotted(table))
    if spot.value and text[spot.value[0]] != "{":
        raise TrackerError("{path} is not a table", path=dotted(table))
    if spot.value:
        pair = f"{written_key(name)} = {written(None)}"
        splices = pair_added(parts(text, spot.value[0]), pair)
    elif spot.holder >= 0:
        pair = f"{_names(text, spot.start, spot.end, spot.names)}.{written_key(name)} = {written(None)}"
        splices = pair_added(parts(text, spot.holder), pair)
    elif len(spot.block.path) > len(table):
        splices = [_header_added(text, spot.block, table, f"{written_key(name)} = {written('')}")]
    else:
        splices = [_line_added(text, spot, table, name, written)]

    def meant(tree: Tree) -> None:
        inner: Any = tree
        for step in alone(spot.block, table):
            inner = inner.setdefault(step, {}) if isinstance(step, str) else inner[step]
        if not isinstance(inner, dict):
            raise TrackerError("{path} is not a table", path=dotted(table))
        inner[name] = value

    change = apply(text, path, value, splices, (spot.block, spot.block), meant)
    home = table if len(change.home) > len(table) else change.home
    return change._replace(is_new=True, home=home)


def _names(text: str, start: int, end: int, count: int) -> str:
    """Take the first names of a dotted key as they are written."""
    return text[start : key_ends(text, start, end)[count - 1]]


def _header_added(text: str, block: Block, table: Path, line: str) -> Splice:
    """Write a header of its own for a table of which only a table inside it, `block`, has one."""
    start, end, _ = header_of(text, block)
    first = start + 1 + text.startswith("[[", start)
    names = _names(text, first, end, sum(isinstance(step, str) for step in table))
    lines = f"{indent_at(text, start)}[{names.strip()}]\n{line}\n\n"
    return Splice(block.start, block.start, lines.replace("\n", newline_at(text, end)))


def _line_added(
    text: str, spot: Spot, table: Path, name: str, written: Callable[[str | None], str]
) -> Splice:
    """Write the key on a line of its own behind the table's last one, or behind its header."""
    block = spot.block
    start, _, body = header_of(text, block)
    rest = table[len(block.path) :]
    own = [one for one in statements(text, body, block.end) if one.keys[: len(rest)] == rest]
    if not own:
        base = indent_at(text, start)
        return lines_at(text, body, f"{base}{written_key(name)} = {written(base)}")
    last = own[-1]
    base = indent_at(text, last.key_start)
    prefix = f"{_names(text, last.key_start, last.key_end, len(rest))}." if rest else ""
    lengthy = prefix + written_key(name)
    if name == "log":
        return lines_at(text, last.end, f"{base}{lengthy} = {written(base)}")
    behind = last.start if last.keys[-1] == "log" and len(own) > 1 else last.end
    return lines_at(text, behind, f"{base}{lengthy}{_equals(text, own, lengthy)}{written(base)}")


def _equals(text: str, own: list[Statement], name: str) -> str:
    """Write the equals sign as the table's other keys have it: in one column, or close by."""
    if column := equals_column(text, own):
        return " " * max(column - len(name), 1) + "= "
    signs = {text[one.key_end : one.value_start] for one in own if one.keys[-1] != "log"}
    return signs.pop() if len(signs) == 1 else " = "


def equals_column(text: str, own: list[Statement]) -> int:
    """Count the characters before the equals signs that stand in one column, 0 if they do not.

    Those of a log, and of less than two keys, say nothing.
    """
    others = [one for one in own if one.keys[-1] != "log"]
    columns = {text.index("=", one.key_end) - one.key_start for one in others}
    lengths = {one.key_end - one.key_start for one in others}
    return columns.pop() if len(columns) == 1 and len(lengths) > 1 else 0


def lines_at(text: str, position: int, lines: str) -> Splice:
    """Insert whole lines where one begins, or behind a last one that has no ending."""
    newline = newline_at(text, position)
    lines = lines.replace("\n", newline)
    if position and text[position - 1] not in "\n" + BOM:
        return Splice(position, position, newline + lines)
    return Splice(position, position, lines + newline)


def remove_key(text: str, path: Path, known: Index | None = None) -> Change:
    """Remove the key at `path` with its value, and the comment beside it if it has one.

    TrackerError if it is not in the text, or is a table with a header or dotted keys.
    """
    known = known or index(text)
    spot = find(text, path, known)
    if spot.matched < len(path):
        raise TrackerError("{path} is not in this file", path=dotted(path))
    if not spot.value or not isinstance(path[-1], str):
        raise TrackerError("{path} is a table: edit the file by hand", path=dotted(path))
    if spot.holder >= 0:
        within = parts(text, spot.holder)
        number = [part.start for part in within.parts].index(spot.start)
        splices = part_removed(text, within, number)
        depth = len(within.parts[number].keys)
    else:
        body = header_of(text, spot.block)[2]
        line = next(one for one in statements(text, body, spot.block.end) if one.key_start == spot.start)
        splices, depth = [Splice(line.start, line.end, "")], len(line.keys)

    def meant(tree: Tree) -> None:
        own = alone(spot.block, path)
        for length in range(len(own) - 1, len(own) - 1 - depth, -1):
            holder = walk(tree, own[:length])
            if length == len(own) - 1 or not holder[own[length]]:
                del holder[own[length]]

    return apply(text, path, None, splices, (spot.block, spot.block), meant)
