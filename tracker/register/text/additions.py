"""New tables: an obligation, an agreement, where a reader of the file would look for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.core.errors import TrackerError
from tracker.register.text.change import Change, Tree, apply, dotted
from tracker.register.text.entries import in_order, own_end, plain
from tracker.register.text.keys import equals_column, lines_at
from tracker.register.text.literals import key, literal
from tracker.register.text.scan import Block, Index, Path, find, header_of, index
from tracker.register.text.tokens import statements

Table = Mapping[str, object]

_COMMENTS = re.compile(r"(?:[ \t]*+#[^\n]*+(?:\n|\Z)){1,1000}(?=[ \t]*+\r?(?:\n|\Z))")
_BLANK_ONLY = re.compile(r"(?:[ \t]*+\r?\n){0,9}\Z")


def add_obligation(text: str, ref: str, table: Table, known: Index | None = None) -> Change:
    """Add an obligation behind the last one of its agreement, or behind the agreement.

    `table` has the keys in the order in which they are to stand; those with the value None are
    left out. TrackerError if it is there already, or its agreement is written in braces.
    """
    agreement, _, obligation = ref.partition(".")
    path = ("obligations", agreement, obligation)
    return _added(text, path, table, [path[:2], ("agreements", agreement)], known or index(text))


def add_agreement(text: str, name: str, table: Table, known: Index | None = None) -> Change:
    """Add an agreement behind the last one and all obligations; otherwise as `add_obligation`."""
    path = ("agreements", name)
    return _added(text, path, table, [("obligations",), ("agreements",)], known or index(text))


def add_party(text: str, name: str, table: Table, known: Index | None = None) -> Change:
    """Add a party behind the last one; otherwise as `add_obligation`."""
    return _added(text, ("parties", name), table, [("parties",), ("settings",)], known or index(text))


def add_source(text: str, agreement: str, name: str, table: Table, known: Index | None = None) -> Change:
    """Add a source to an agreement, behind its last table; otherwise as `add_obligation`."""
    path = ("agreements", agreement, "sources", name)
    return _added(text, path, table, [("agreements", agreement)], known or index(text))


def _added(text: str, path: Path, table: Table, beginnings: list[Path], known: Index) -> Change:
    _refuse_clash(text, path, known)
    blocks = known.blocks
    kin = [b for b in blocks if any(b.path[: len(beginning)] == beginning for beginning in beginnings)]
    after = kin[-1] if kin else blocks[-1]
    position = _close(text, after)
    alike = [number for number, block in enumerate(blocks) if block.path[:-1] == path[:-1]]
    blanks = _blanks(text, known, alike[-1]) if alike else 1
    model = blocks[alike[-1]] if alike else after
    values = {name: plain(value) for name, value in table.items() if value is not None}
    lines = [f"[{'.'.join(key(str(step)) for step in path)}]", *_lines(text, model, values)]
    above = blanks if text[:position].strip("\ufeff\r\n\t ") else 0
    below = blanks if text[position : position + 1] not in {"", "\r", "\n"} else 0
    splice = lines_at(text, position, "\n" * above + "\n".join(lines) + "\n" * below)

    def meant(tree: Tree) -> None:
        for step in path[:-1]:
            tree = tree.setdefault(str(step), {})
        tree[str(path[-1])] = values

    return apply(text, path, values, [splice], (after, after), meant)._replace(is_new=True)


def _refuse_clash(text: str, path: Path, known: Index) -> None:
    spot = find(text, path, known)
    if spot.matched == len(path):
        raise TrackerError("{ref} is there already", ref=dotted(path[1:]))
    if spot.value:
        raise TrackerError(
            "{path} is written in braces: add to it by hand", path=dotted(path[: spot.matched])
        )


def _lines(text: str, model: Block, values: Tree) -> list[str]:
    """Write the keys with their equals signs as the model has them; a log has a line an entry."""
    body = header_of(text, model)[2]
    names = [key(name) for name in values]
    longest = max((len(name) for name in names if name != "log"), default=0) + 1
    column = equals_column(text, list(statements(text, body, model.end)))
    column = max(column, longest) if column else 0
    lines = []
    for name, value in zip(names, values.values(), strict=True):
        if name == "log" and isinstance(value, list) and value:
            lines += ["log = [", *(f"  {literal(in_order(entry))}," for entry in value), "]"]
        else:
            lines.append(f"{name.ljust(column - 1)} = {literal(value)}")
    return lines


def _blanks(text: str, known: Index, number: int) -> int:
    """Count the blank lines above a header; one, where there are comments or none to count."""
    gap = text[own_end(text, known.blocks[number - 1]) : known.blocks[number].start]
    return gap.count("\n") if number > 1 and not gap.strip() else 1


def _close(text: str, block: Block) -> int:
    """Find where a block ends with the comments that stand below its last line."""
    end = own_end(text, block)
    below = _COMMENTS.match(text, end, block.end)
    return below.end() if below else end
