"""What is said to a person: a template and its values, put into words at the edge.

A message carries an English template with named fields. The template is also the key under
which the catalogues hold the translation, so that the pure rooms never need a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Text(NamedTuple):
    """An English template (the catalogue's key) with the values for its named fields."""

    msgid: str
    values: Mapping[str, object] = {}

    def __str__(self) -> str:
        """Fill in the English template."""
        return self.msgid.format_map(self.values) if self.values else self.msgid


class Problem(NamedTuple):
    """One thing that is wrong with a user's file, as a value: gathered, never raised alone.

    `line` and `column` count from 1, columns in code points; 0 means 'the file as a whole'.
    """

    file: str
    line: int
    column: int
    code: str
    text: Text

    @property
    def is_error(self) -> bool:
        """Whether every command stops at it; a warning is reported by `check` alone."""
        return self.code.startswith("E")

    def __str__(self) -> str:
        """Say it as compilers do: FILE:LINE:COL: CODE message, in English."""
        return f"{self.place}: {self.code} {self.text}"

    @property
    def place(self) -> str:
        """FILE:LINE:COL, or the file alone where there is no line."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class TrackerError(Exception):
    """What cannot be done, with the way out in its sentence; one handler prints it, exit 2.

    `problems` are the findings behind it, if there are any; they are printed instead of it.
    """

    exit_code = 2

    def __init__(self, msgid: str, /, **values: object) -> None:
        """Take the English template and the values for its fields."""
        super().__init__(msgid, values)
        self.text = Text(msgid, values)
        self.problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        """Fill in the English template."""
        return str(self.text)


class RegisterError(TrackerError):
    """The register has errors: every command stops, and nothing was changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take at least one problem; the first names the error."""
        super().__init__("{problem}", problem=str(problems[0]))
        self.problems = problems
