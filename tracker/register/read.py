"""Read the register: its files from the disk, or texts from elsewhere, to values and problems."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tracker.core.errors import Problem, RegisterError, Text, TrackerError
from tracker.core.model import Register, Settings
from tracker.register import pieces
from tracker.register.check.codes import Finding, KeyPath
from tracker.register.disk import paths
from tracker.register.disk.files import FileRead, read_file, shown, taken
from tracker.register.disk.looking import Look
from tracker.register.format.shape import Shaped, shape
from tracker.register.format.wrong import brief
from tracker.register.links import Links, Origins
from tracker.register.parse import parse
from tracker.register.places import Located, Places

Opened = tuple[FileRead, Problem | None]
Included = Callable[[str, bool], list[Path]]


class Reading:
    """What reading gave: the register, or None if anything is an error, and every problem.

    `problems` are in order of file, line and column. `files` are those read, the register first;
    `include` the patterns that it states, and `looked` what was seen where they lead; `folder` the
    one that sources are relative to.
    """

    def __init__(
        self,
        register: Register | None,
        problems: Sequence[Problem],
        files: Sequence[FileRead],
        include: tuple[str, ...] = (),
        origins: Origins | None = None,
    ) -> None:
        """Take what was read."""
        self.register = register
        self.problems = tuple(problems)
        self.files = tuple(files)
        self.include = include
        self.looked: tuple[Look, ...] = ()
        self.folder = files[0].path.parent
        self._origins = origins or Origins()
        self._places = Places(list(files))

    def where(self, path: KeyPath) -> Located:
        """Give the place of a key path: ('obligations', 'oim-oci', 'expiry', 'log', 0).

        Where that isn't written, the nearest that is above it.
        """
        return self._places.find(self._origins.of(path), path)

    def file_of(self, path: KeyPath) -> FileRead:
        """Give the file that states what stands at a key path; the register itself if none does."""
        return self.files[self._origins.of(path)]

    def required(self) -> Register:
        """Give the register; RegisterError, with the errors alone, where there is none."""
        if self.register is None:
            raise RegisterError(tuple(problem for problem in self.problems if problem.is_error))
        return self.register


def read_register(path: Path, instead: Mapping[Path, bytes] | None = None) -> Reading:
    """Read a register and the files it includes; TrackerError where the register itself can't be read.

    `instead` holds bytes to take in the place of what stands in a file: an edit before it is made.
    """
    folder = path.parent
    instead = instead or {}

    looked: list[Look] = []

    def included(pattern: str, allow_outside: bool) -> list[Path]:
        return paths.expand(folder, pattern, allow_outside=allow_outside, looked=looked)

    def opened(file: Path) -> Opened:
        name = shown(file)
        return taken(file, name, instead[file]) if file in instead else read_file(file, name)

    reading = _read(opened(path), folder, included, opened)
    reading.looked = tuple(looked)
    return reading


def read_texts(texts: Mapping[str, str], register: str = "") -> Reading:
    """Read texts that don't come from the disk, by their names: paths with `/`.

    `register` names the register itself, by default the first; others are read as it includes
    them. Names are taken relative to the register's folder.
    """
    register = register or next(iter(texts))
    folder = Path(register).parent
    prefix = "" if folder == Path() else f"{folder.as_posix()}/"
    below = {name.removeprefix(prefix): name for name in texts if name.startswith(prefix)}

    def opened(file: Path) -> Opened:
        name = file.as_posix()
        return taken(file, name, texts[name].encode(errors="surrogatepass"))

    def included(pattern: str, _allow_outside: bool) -> list[Path]:
        return [Path(below[name]) for name in paths.matching(below, pattern)]

    return _read(opened(Path(register)), folder, included, opened)


def _read(main: Opened, folder: Path, included: Included, opened: Callable[[Path], Opened]) -> Reading:
    """Read without collecting garbage: nothing here becomes any, and looking for it takes a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _Reader(main, folder, included, opened).reading()
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """Reads the register and its includes, then puts them together."""

    def __init__(
        self,
        main: Opened,
        folder: Path,
        included: Included,
        opened: Callable[[Path], Opened],
    ) -> None:
        self._folder = folder
        self._included = included
        self._opened = opened
        self._files = [main[0]]
        self._places = Places(self._files)
        self._problems: list[Problem] = []
        self._shaped: list[Shaped] = []
        self._whole = True
        self._take(main[0], main[1], ())

    def reading(self) -> Reading:
        if not self._whole:
            return Reading(None, self._problems, self._files)
        include, settings = self._shaped[0].include, self._shaped[0].settings
        seen = {self._key(self._files[0].path)}
        positions: dict[str, int] = {}
        for position, pattern in enumerate(include):
            if positions.setdefault(pattern, position) == position:
                self._include(pattern, ("include", position), settings, seen)
        found = [finding for shaped in self._shaped for finding in shaped.findings]
        if not self._whole:  # what the unread file states would be missed everywhere
            return self._made(None, found, include)
        links = Links(self._shaped, self._folders(), self._place)
        found += links.findings
        is_right = not any(finding.code.startswith("E") for finding in found) and not any(
            problem.is_error for problem in self._problems
        )
        return self._made(links.register() if is_right else None, found, include, links.origins)

    def _take(self, read: FileRead, problem: Problem | None, kinds: tuple[str, ...]) -> None:
        found = pieces.shaped(read.text, len(self._shaped), kinds) if problem is None else None
        if found is None:
            raw: dict[str, Any] = {}
            if problem is None:
                raw, problem = parse(read.text, read.name)
            if problem is not None:
                self._problems.append(problem)
                self._whole = False
            found = shape(raw, len(self._shaped), kinds)
        self._shaped.append(found)

    def _include(self, pattern: str, path: KeyPath, settings: Settings, seen: set[str]) -> None:
        try:
            found = self._included(pattern, settings.allow_outside)
        except TrackerError as error:
            self._say(path, "E108", error.text)
            return
        if not found:
            said = Text("{pattern!r} matches no file; correct it, or delete it", {"pattern": brief(pattern)})
            self._say(path, "W501", said)
        for file in found:
            key = self._key(file)
            if key in seen:
                continue
            seen.add(key)
            try:
                read, problem = self._opened(file)
            except TrackerError as error:
                self._say(path, "E107", error.text)
                self._whole = False
                continue
            self._files.append(read)
            self._take(read, problem, settings.kinds)

    @staticmethod
    def _key(path: Path) -> str:
        return str(path.resolve())

    def _folders(self) -> list[str]:
        return [
            paths.joined("", _relative(read.path.parent, self._folder)) if number else ""
            for number, read in enumerate(self._files)
        ]

    def _place(self, file: int, path: KeyPath) -> str:
        place = self._places.find(file, path)
        return f"{place.file}:{place.line}"

    def _say(self, path: KeyPath, code: str, text: Text) -> None:
        self._problems.append(Problem(*self._places.find(0, path), code, text))

    def _made(
        self,
        register: Register | None,
        found: list[Finding],
        include: tuple[str, ...],
        origins: Origins | None = None,
    ) -> Reading:
        problems = self._problems + [
            Problem(*self._places.find(finding.file, finding.path), finding.code, finding.text)
            for finding in found
        ]
        order = {read.name: number for number, read in enumerate(self._files)}
        problems.sort(key=lambda problem: (order.get(problem.file, 0), problem.line, problem.column))
        return Reading(register, problems, self._files, include, origins)


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.resolve().as_posix()
