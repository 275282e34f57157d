"""The smallest change of the register's text that states one thing more, or one thing else.

Edits are splices: what is not replaced is the same to the byte because it is never written
anew. Each one is verified before it is handed back: the tables that it touches are parsed as
they were and as they would be, and must differ by what was meant and nothing else. The rest of
the text need not be parsed again, since a change that begins and ends between two statements
leaves every other table as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.core.errors import TrackerError
from tracker.register.parse import parse
from tracker.register.text.scan import BOM, Block, Path

if TYPE_CHECKING:
    from collections.abc import Callable

Tree = dict[str, Any]


class Change(NamedTuple):
    """A text as it would be, and how it came from the one before.

    `path` is what the change is about, `value` what stands there now (None: nothing), `is_new`
    whether nothing did before. The text before had `old` at the offset `start`, and the new one
    has `new` there; all else is the same. `text[first:last]`, from the header of `home` on, is
    what was parsed to verify it.
    """

    text: str
    path: Path
    value: object
    is_new: bool
    start: int
    old: str
    new: str
    home: Path
    first: int
    last: int


class Splice(NamedTuple):
    """A stretch of the text, `end` exclusive, and what is to stand in its place."""

    start: int
    end: int
    new: str


def apply(
    text: str,
    path: Path,
    value: object,
    splices: list[Splice],
    blocks: tuple[Block, Block],
    meant: Callable[[Tree], object],
) -> Change:
    """Make a change and verify it.

    The splices lie between the beginning of the first and the end of the second of `blocks`;
    `meant` does to the values of that stretch, parsed by itself, what the change is to do.
    TrackerError if the splices do anything else.
    """
    first, last = blocks[0].start, blocks[1].end
    splices = sorted(splices, key=lambda splice: splice.start)  # of two at one place, the first as given
    start, end = splices[0].start, splices[-1].end
    written, position = [], start
    for splice in splices:
        written += [text[position : splice.start], splice.new]
        position = splice.end
    new = "".join(written)
    after = text[first:start] + new + text[end:last]
    expected = parsed(text[first:last])
    meant(expected)
    whole_lines = not after or last == len(text) or after.endswith("\n")
    if not whole_lines or not _reads_as(after, expected):
        raise TrackerError("{path} cannot be changed safely here: edit the file by hand", path=dotted(path))
    whole = text[:first] + after + text[last:]
    behind = first + len(after)
    return Change(whole, path, value, False, start, text[start:end], new, blocks[0].path, first, behind)


def _reads_as(piece: str, expected: Tree) -> bool:
    try:
        return same(expected, parsed(piece))
    except TrackerError:
        return False


def parsed(piece: str) -> Tree:
    """Parse whole blocks by themselves; TrackerError where they are not TOML."""
    values, problem = parse(piece.removeprefix(BOM).replace("\r\n", "\n"), "")
    if problem is not None:
        raise TrackerError("cannot be read as TOML: {reason}", reason=problem.text)
    return values


def same(one: object, other: object) -> bool:
    """Tell whether two parsed values are equal in kind too: 1, 1.0 and true are three."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or one != one  # noqa: PLR0124 - nan


def dotted(path: Path) -> str:
    """Say a path to a person."""
    return ".".join(map(str, path))


def alone(block: Block, path: Path) -> Path:
    """Say where `path`, which `block` is about, leads when the block is parsed by itself."""
    depth = len(block.path)
    if len(path) <= depth and path != block.path:
        return tuple(step for step in path if isinstance(step, str))
    own: Path = tuple(step for step in block.path if isinstance(step, str))
    return own + ((0,) if block.is_array else ()) + path[depth:]


def walk(tree: Any, path: Path) -> Any:  # noqa: ANN401 - parsed values
    """Follow a path in parsed values."""
    for step in path:
        tree = tree[step]
    return tree


def newline_at(text: str, position: int) -> str:
    """Tell how lines end around `position`: as the line before does, or else the first one."""
    found = text.rfind("\n", 0, position)
    if found < 0:
        found = text.find("\n")
    return "\r\n" if found > 0 and text[found - 1] == "\r" else "\n"


def indent_at(text: str, position: int) -> str:
    """Take what stands between the line's beginning and `position`, if that is white space."""
    before = text[text.rfind("\n", 0, position) + 1 : position].removeprefix(BOM)
    return before if not before.strip(" \t") else ""
