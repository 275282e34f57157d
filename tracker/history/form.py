"""What this room has to know of the register's format, handed in from outside.

The rooms beside this one read the register; this one only fetches its texts and compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from tracker.core.errors import Problem, TrackerError


class Block(Protocol):
    """A table of a text: the keys of its header, () for what stands before all headers."""

    @property
    def path(self) -> tuple[str | int, ...]:
        """The header's keys; positions in arrays are numbers."""
        ...

    @property
    def start(self) -> int:
        """The offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """The offset behind its last one, where the next block starts."""
        ...


class Form(NamedTuple):
    """How a register is read.

    `split` cuts a text into blocks without gaps, TrackerError where it can't. `parse` takes a
    text and its file's name and gives its values, or the problem. `matching` gives the names that
    a pattern of `include` matches, in order.
    """

    split: Callable[[str], Sequence[Block]]
    parse: Callable[[str, str], tuple[dict[str, Any], Problem | None]]
    matching: Callable[[Iterable[str], str], list[str]]

    def include(self, text: str) -> tuple[str, ...]:
        """Give the patterns that a register's text includes; TrackerError where it can't be read."""
        if "include" not in text:
            return ()
        first = self.split(text)[0]
        values, problem = self.parse(text[: first.end], "")
        if problem is not None:
            raise TrackerError("{problem}", problem=problem.text)
        stated = values.get("include", ())
        return tuple(one for one in stated if isinstance(one, str)) if isinstance(stated, list) else ()


def text_of(content: bytes) -> str:
    """Give a file's text with LF alone and without a byte order mark; UnicodeDecodeError if not UTF-8."""
    return plain(content).decode()


def plain(content: bytes) -> bytes:
    """Give a file's bytes with LF alone and without a byte order mark."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content
