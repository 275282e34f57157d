"""Where in the files things stand, worked out only when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.register.check.codes import KeyPath
from tracker.register.disk.files import FileRead

if TYPE_CHECKING:
    from tracker.register.text.chart import Chart


class Located(NamedTuple):
    """A place in a file; line and column, in code points, count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Say FILE:LINE:COLUMN."""
        return f"{self.file}:{self.line}:{self.column}"


class Places:
    """Finds key paths in the texts of a register's files; each text is gone through once."""

    def __init__(self, files: list[FileRead]) -> None:
        """Take the files; the list may grow."""
        self._files = files
        self._charts: dict[int, Chart] = {}

    def find(self, file: int, path: KeyPath) -> Located:
        """Give the place of a key path in the `file`-th file, or of the nearest that stands there."""
        from tracker.register.text.chart import Chart  # its patterns cost more than a small register

        read = self._files[file]
        if file not in self._charts:
            self._charts[file] = Chart(read.text)
        return Located(read.name, *self._charts[file].find(path))
