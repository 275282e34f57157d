"""Where in the files things stand, worked out only when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from tracker.register.codes import KeyPath
    from tracker.register.files import FileRead
    from tracker.register.scan import Index


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
        self._indexes: dict[int, Index] = {}

    def find(self, file: int, path: KeyPath) -> Located:
        """Give the place of a key path in the `file`-th file, or of the nearest that stands there."""
        from tracker.register.scan import index, locate

        read = self._files[file]
        try:
            known = self._indexes.get(file)
            if known is None:
                known = self._indexes[file] = index(read.text)
            place = locate(read.text, path, known)
        except TrackerError:
            return Located(read.name, 1, 1)
        return Located(read.name, place.line, place.column)
